"""Four people with names and lives. What an experienced advisor expects is said in `expects`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.orientation.profile import PastJob, Profile
from bot.orientation.statements import next_statement


@dataclass(frozen=True)
class Persona:
    name: str
    life: str
    expects: str
    profile: Profile


def interview(yes: str, a_bit: str = "", unknown: str = "") -> dict[str, float | None]:
    """Answers to the statements that the bot asks, in its order; what is not named is a no."""
    opinions: dict[str, float | None] = {
        **dict.fromkeys(yes.split(), 1.0),
        **dict.fromkeys(a_bit.split(), 0.5),
        **dict.fromkeys(unknown.split(), None),
    }
    answers: dict[str, float | None] = {}
    while (statement := next_statement(answers)) is not None:
        answers[statement.statement_id] = opinions.get(statement.statement_id, -1.0)
    return answers


NADIA = Persona(
    name="Nadia",
    life="46, was a cashier for twelve years in Bourgoin-Jallieu; no licence, takes the bus, "
    "30 minutes at most; likes people and things in order; would accept a short training.",
    expects="Jobs she reaches by bus, where her ease with people and her care count; no till.",
    profile=Profile(
        insee_code="38053",
        statements=interview(
            yes="care steps tidy crowd listen explain together", a_bit="sell beauty files search"
        ),
        past_jobs=(PastJob("caissière chez Leclerc", "D1505"),),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        max_minutes=30,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
)

THIERRY = Persona(
    name="Thierry",
    life="52, baker in Aurillac for thirty years; his back no longer lets him carry loads; no more "
    "nights; has a car; likes good work done by hand, and teaching apprentices.",
    expects="Nothing where one carries loads; jobs where his craft and his rigour still count.",
    profile=Profile(
        insee_code="15014",
        statements=interview(
            yes="beauty causes steps explain build practice",
            a_bit="repair sell tidy draw search machines",
            unknown="ideas",
        ),
        past_jobs=(PastJob("boulanger", "D1102"),),
        has_licence_b=True,
        vehicle="car",
        has_public_transport=False,
        max_minutes=30,
        hours_refused=frozenset({"night"}),
        conditions_refused=frozenset({"heavy_loads"}),
        training_accepted="short",
    ),
)

SOFIANE = Persona(
    name="Sofiane",
    life="19, lives in Vénissieux, never worked; takes apart everything that is broken; moves by "
    "tram; open to a short training, not to years of school.",
    expects="Repair and technical jobs that hire beginners; no job of long studies.",
    profile=Profile(
        insee_code="69259",
        statements=interview(
            yes="repair causes machines build practice change",
            a_bit="outside together care beauty",
            unknown="lead",
        ),
        past_jobs=(),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        max_minutes=45,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
)

ELODIE = Persona(
    name="Élodie",
    life="33, two children at school in Privas; has the licence but no car, a bus passes nearby; "
    "can only work while the school is open; looked after her grandmother.",
    expects="Day jobs only: no night, no week-end, nothing outside school hours; care and order.",
    profile=Profile(
        insee_code="07186",
        statements=interview(
            yes="care beauty steps draw listen explain", a_bit="outside files build tidy lead"
        ),
        past_jobs=(PastJob("j'ai gardé ma grand-mère", "K1302"),),
        has_licence_b=True,
        vehicle="none",
        has_public_transport=True,
        max_minutes=35,
        hours_refused=frozenset({"night", "weekend", "shifted", "outside_school"}),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
)

PERSONAS = (NADIA, THIERRY, SOFIANE, ELODIE)
