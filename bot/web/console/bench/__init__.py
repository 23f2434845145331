"""The testers' bench: stories, what becomes of them, and trials with people."""
