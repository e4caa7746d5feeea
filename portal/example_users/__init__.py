"""Invented users, one for each role, on one's own machine only: installed by settings/dev.py and by nothing else."""
