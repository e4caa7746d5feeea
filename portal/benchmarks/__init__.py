"""What is measured: `python -m portal.benchmarks` on the database that `make run` made."""
