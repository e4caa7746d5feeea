"""Tests of the whole site. `python -m portal.tests` runs every app's tests on both databases."""
