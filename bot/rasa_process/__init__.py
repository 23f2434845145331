"""Rasa as Déclic runs it: one process with the model, the channel and the actions."""
