"""Rasa as Déclic runs it: one process with the model, the channel and the actions."""

import os

os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

# The classifier's store of trained models looks for its types in all modules loaded so far: loaded
# before Rasa's 1,500 modules it costs 2.5 s of CPU less at each start.
import skops.io  # noqa: E402, F401
