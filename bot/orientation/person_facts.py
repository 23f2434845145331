"""What a profile already tells of the facts that support offers ask for. Nothing is guessed."""

from __future__ import annotations

import datetime

from bot.orientation.administrative_areas import REGIONS, department_of
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.implied_facts import with_implied
from bot.orientation.profile import Profile

ILE_DE_FRANCE = "11"
OVERSEAS = ("97", "98")


def facts_of_profile(profile: Profile) -> dict[str, Value]:
    """The facts that follow from the answers of the interview; absent = not known.

    A past job means that one has worked, also when it was unpaid: the interview does not tell.
    """
    facts: dict[str, Value] = {}
    if profile.has_licence_b is not None:
        facts["has_licence_b"] = profile.has_licence_b
    if profile.past_jobs:
        facts["has_worked"] = True
    if profile.insee_code is not None:
        facts.update(_facts_of_home(profile.insee_code))
    return facts


def _facts_of_home(insee_code: str) -> dict[str, Value]:
    return {
        "home_in_ile_de_france": department_of(insee_code) in REGIONS[ILE_DE_FRANCE].departments,
        "lives_overseas": insee_code.startswith(OVERSEAS),
    }


def facts_known(profile: Profile, told: Facts, today: datetime.date) -> dict[str, Value]:
    """All that is known of a person: what they told counts first, then the profile, then what
    follows from both."""
    return with_implied({**facts_of_profile(profile), **told}, today)
