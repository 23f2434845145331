"""Runs of the bench: what is played, over which facts and with which model, and what came of it."""
