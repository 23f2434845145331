"""Conversation stories: read, played with the real Rasa, compared, reported."""

import os

# Read by SQLAlchemy when it is first imported: its notice about version 2 is for nobody here.
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
