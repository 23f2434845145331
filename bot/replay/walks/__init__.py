"""Conversations of invented people, at random from a seed, to find what no story thought of."""
