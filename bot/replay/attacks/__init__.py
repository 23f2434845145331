"""Hostile messages at several points of a conversation, and what must hold after each."""
