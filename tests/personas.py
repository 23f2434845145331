"""Twelve people with names and lives. What an experienced advisor expects is said in `expects`.

The expectation was written from the life, before what the core shows was looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import PastJob, Profile
from bot.orientation.questionnaire import statement_to_ask
from bot.orientation.statements import STATEMENT_BY_ID

EVERYTHING = " ".join(STATEMENT_BY_ID)


@dataclass(frozen=True)
class Persona:
    """profile: all that they would answer, to every statement too.

    circumstances: what they told for the support offers, as the readers take it.
    """

    name: str
    life: str
    expects: str
    profile: Profile
    circumstances: Mapping[str, object] = field(default_factory=dict)


def opinions(yes: str, a_bit: str = "", unknown: str = "") -> dict[str, float | None]:
    """What they would answer to every statement; what is not named is a no."""
    return {
        **dict.fromkeys(STATEMENT_BY_ID, -1.0),
        **dict.fromkeys(yes.split(), 1.0),
        **dict.fromkeys(a_bit.split(), 0.5),
        **dict.fromkeys(unknown.split(), None),
    }


def interviewed(persona: Persona, catalogue: Catalogue, seed: int) -> Profile:
    """The persona with their answers to the statements that the bot asks once it knows the home."""
    known = Profile(insee_code=persona.profile.insee_code)
    while (asked := statement_to_ask(catalogue, known, seed)) is not None:
        answer = persona.profile.statements[asked.statement_id]
        known = replace(known, statements={**known.statements, asked.statement_id: answer})
    return replace(persona.profile, statements=known.statements)


NADIA = Persona(
    name="Nadia",
    life="46, was a cashier for twelve years in Bourgoin-Jallieu; no licence, takes the bus, "
    "30 minutes at most; likes people and things in order; would accept a short training.",
    expects="Jobs she reaches by bus, where her ease with people and her care count; no till.",
    profile=Profile(
        insee_code="38053",
        statements=opinions(
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
        statements=opinions(
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
        statements=opinions(
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
        statements=opinions(
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

KEVIN = Persona(
    name="Kévin",
    life="20, lives with his parents in a village near Ambert and left school without a diploma; "
    "no licence, no vehicle, no bus; machines, workshops and the open air are what he likes.",
    expects="On foot he reaches his village and little more, and is told so. A bike helps, the "
    "licence alone does not; with a car too it opens by far the most. No truck, no bus, no army "
    "vehicle as long as he has no licence; work with his hands. For the licence: the loan of one "
    "euro a day and the CPF, to check; nothing that another department or town gives.",
    profile=Profile(
        insee_code="63211",
        statements=opinions(
            yes="repair machines build outside practice", a_bit="causes together change"
        ),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=False,
        max_minutes=30,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
    circumstances={"age": 20, "registered_jobseeker": True, "diploma": "none", "has_worked": False},
)

AICHA = Persona(
    name="Aïcha",
    life="29, brings up two children alone in Lyon, the younger one is 2; was a chambermaid until "
    "Sundays and early mornings became impossible; rides a scooter, has no licence B.",
    expects="Day jobs only, by scooter or by tram, and she is told to ask for school hours. "
    "Somebody to look after the children opens more than anything else. Crèche AVIP and the aids "
    "for child care are offered to her, to check; what is for temporary workers is not.",
    profile=Profile(
        insee_code="69383",
        statements=opinions(
            yes="care tidy crowd listen together", a_bit="steps explain sell beauty"
        ),
        past_jobs=(PastJob("femme de chambre", "G1502"),),
        has_licence_b=False,
        vehicle="scooter",
        has_public_transport=True,
        max_minutes=40,
        hours_refused=frozenset({"outside_school"}),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
    circumstances={
        "age": 29,
        "status": "jobseeker",
        "registered_jobseeker": True,
        "single_parent": True,
        "youngest_child_age": 2,
        "intensive_job_search": True,
    },
)

LOIC = Persona(
    name="Loïc",
    life="42, twenty years in the army, the last ten at the wheel of its trucks, until his "
    "contract ended; lives near Valence with a car; likes machines, clear orders and a good crew.",
    expects="He wants to stay near what he knows: no déclic, driving and logistics first, and each "
    "job says what his years at the wheel bring to it. The army is over for him. "
    "Driving jobs ask for a card that he has to check.",
    profile=Profile(
        insee_code="26362",
        statements=opinions(
            yes="machines steps together outside practice", a_bit="repair lead tidy change"
        ),
        past_jobs=(PastJob("conducteur de camions à l'armée", "N4111"),),
        has_licence_b=True,
        vehicle="car",
        has_public_transport=False,
        max_minutes=45,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="short",
        surprise="near",
    ),
    circumstances={"age": 42, "status": "jobseeker", "registered_jobseeker": True},
)

TAREK = Persona(
    name="Tarek",
    life="38, ran building sites in Homs; refugee in Annemasse, at the Swiss border, where his "
    "diploma does not count; speaks French well enough; a bus and a bike, no French licence.",
    expects="Jobs where his sites count without the diploma, building or technical; none that asks "
    "for years of school. Figures are those of the French side, since none are published for "
    "the Swiss one. HOPE is offered for training, shared rides of the Genevois too.",
    profile=Profile(
        insee_code="74012",
        statements=opinions(
            yes="causes build lead steps search", a_bit="machines explain together science draw"
        ),
        past_jobs=(PastJob("chef de travaux à Homs", "F1201"),),
        has_licence_b=False,
        vehicle="bike",
        has_public_transport=True,
        max_minutes=45,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="short",
    ),
    circumstances={
        "age": 38,
        "registered_jobseeker": True,
        "refugee_or_protected": True,
        "french_is_foreign": True,
        "french_level": "b1_or_more",
    },
)

MARTINE = Persona(
    name="Martine",
    life="58, moulded plastics in Oyonnax for twenty years, then cared for her parents for ten; "
    "would take anything and says yes to everything; has a car; no more loads, no nights.",
    expects="She is told that no taste stands out yet, and not that she contradicts herself. Both "
    "of her lives count. Nothing where one carries loads, no night, no years of school. "
    "What exists for seniors is not closed to her.",
    profile=Profile(
        insee_code="01283",
        statements=opinions(yes=EVERYTHING),
        past_jobs=(
            PastJob("ouvrière dans le plastique", "H3201"),
            PastJob("j'ai soigné mes parents", "K1302"),
        ),
        has_licence_b=True,
        vehicle="car",
        has_public_transport=False,
        max_minutes=30,
        hours_refused=frozenset({"night"}),
        conditions_refused=frozenset({"heavy_loads"}),
        training_accepted="short",
    ),
    circumstances={
        "age": 58,
        "status": "jobseeker",
        "registered_jobseeker": True,
        "youngest_child_age": "none",
    },
)

INES = Persona(
    name="Inès",
    life="17, stopped school in Montluçon last spring; does not know what she likes, nor what she "
    "would refuse; no licence, takes the bus.",
    expects="She is told that we know little of her tastes and that 30 minutes are assumed. Jobs "
    "of several kinds that recruit in town, without any taste put into her mouth. No driving. "
    "The mission locale and the youth contract are there for her.",
    profile=Profile(
        insee_code="03185",
        statements=opinions(yes="", unknown=EVERYTHING),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
    ),
    circumstances={"age": 17, "out_of_school": True, "has_worked": False},
)

LUCA = Persona(
    name="Luca",
    life="24, waits at tables around Bourg-Saint-Maurice from December to April, in one staff "
    "room after the other; no licence, no car; works evenings and week-ends; likes the crowd.",
    expects="Jobs of the resorts, on foot or by bus, and where one works at night or on week-ends "
    "he is told that the bus may not run. That much is seasonal is said. Mobil'Emploi, of his "
    "department, is there for the licence, a car, a bike.",
    profile=Profile(
        insee_code="73054",
        statements=opinions(
            yes="crowd together change sell outside", a_bit="practice explain lead beauty"
        ),
        past_jobs=(PastJob("serveur", "G1803"),),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        max_minutes=60,
        hours_refused=frozenset(),
        conditions_refused=frozenset(),
        training_accepted="none",
    ),
    circumstances={"age": 24, "registered_jobseeker": True, "prescribed": True},
)

SAMIRA = Persona(
    name="Samira",
    life="33, sold clothes in Grenoble until an accident; goes everywhere in her wheelchair and by "
    "tram; no standing, no loads, no heights; would study again; likes people and also calm.",
    expects="Only jobs that one can do seated: none that ROME or common sense calls standing or "
    "heavy. What is not sure is to check on the spot. Her two answers on people are told. "
    "Her health is never named; the aid for disabled people waits until she tells a recognition.",
    profile=Profile(
        insee_code="38185",
        statements={
            **opinions(yes="listen explain tidy files", a_bit="steps search beauty care"),
            **dict.fromkeys(("listen", "crowd", "quiet"), 1.0),
        },
        past_jobs=(PastJob("vendeuse de vêtements", "D1214"),),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        max_minutes=45,
        hours_refused=frozenset(),
        conditions_refused=frozenset({"standing", "heavy_loads", "heights"}),
        training_accepted="long",
    ),
    circumstances={"age": 33, "status": "jobseeker", "registered_jobseeker": True},
)

PERSONAS = (
    NADIA,
    THIERRY,
    SOFIANE,
    ELODIE,
    KEVIN,
    AICHA,
    LOIC,
    TAREK,
    MARTINE,
    INES,
    LUCA,
    SAMIRA,
)
