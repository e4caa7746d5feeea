"""Keeping contact points true without anyone logging in: who is asked when, by mail, and how they answer (R3)."""
