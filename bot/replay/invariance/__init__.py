"""Invariance: the same person told otherwise, and what that moves."""
