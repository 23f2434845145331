"""What a message answers to a question of the interview; None when it does not answer it.

Each reader takes the message as typed or dictated, of any length, and never raises.
"""

from __future__ import annotations

from bot.orientation.durations import read_distance_km, read_minutes
from bot.orientation.limits import read_conditions_refused, read_hours_refused
from bot.orientation.list_answers import read_done, read_rank
from bot.orientation.mobility_answers import read_licence, read_served
from bot.orientation.mobility_words import read_mobility, read_vehicle
from bot.orientation.opinions import (
    read_agreement,
    read_dont_know,
    read_prefer_not,
    read_yes_no,
)
from bot.orientation.wishes import read_refusal_reason, read_training

__all__ = [
    "read_agreement",
    "read_conditions_refused",
    "read_distance_km",
    "read_done",
    "read_dont_know",
    "read_hours_refused",
    "read_licence",
    "read_minutes",
    "read_mobility",
    "read_prefer_not",
    "read_rank",
    "read_refusal_reason",
    "read_served",
    "read_training",
    "read_vehicle",
    "read_yes_no",
]
