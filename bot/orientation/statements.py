"""Short statements a person agrees with or not: evidence on interests and work settings.

The texts are our own. Each one is about what a person likes, never about health, gender or age.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.orientation.evidence import STATEMENT, Evidence

LETTERS = ("R", "I", "A", "S", "E", "C")
SETTINGS = ("outdoors", "people", "team", "hands", "variety")
AXES = LETTERS + SETTINGS

ENOUGH: Mapping[str, float] = {
    **dict.fromkeys(LETTERS, 1.5),
    **dict.fromkeys(SETTINGS, 1.0),
}
"""Evidence wanted on an axis. A letter: two statements, one wholly and one half about it."""
LONGEST = 12
"""After this many the person is tired, and what is missing is said rather than asked."""


@dataclass(frozen=True)
class Statement:
    """`weights`: axis -> from -1 to 1, what a full yes says about it; the main axis comes first.

    Negative ends: indoors, things rather than people, alone, screen rather than hands, calm.
    `domains`: ROME grands domaines where one does just that; empty when it happens everywhere.
    """

    statement_id: str
    text: str
    weights: Mapping[str, float]
    domains: str = ""


STATEMENTS = (
    Statement(
        "repair", "Réparer un objet cassé, ça me plaît.", {"R": 1, "I": 0.5, "hands": 1}, "I"
    ),
    Statement(
        "care",
        "Prendre soin d'une personne fragile me semble naturel.",
        {"S": 1, "people": 1},
        "JK",
    ),
    Statement("tidy", "Quand tout est rangé et compté, je respire.", {"C": 1}, "MN"),
    Statement("sell", "Convaincre un client, c'est un jeu pour moi.", {"E": 1, "people": 0.5}, "D"),
    Statement("draw", "Dessiner, décorer, inventer : j'y passerais des heures.", {"A": 1}, "BEL"),
    Statement("science", "Les sciences, le corps humain, la nature m'intriguent.", {"I": 1}, "AJ"),
    Statement(
        "outside", "Dehors par tous les temps, je me sens bien.", {"outdoors": 1, "R": 0.5}, "AF"
    ),
    Statement("lead", "Organiser le travail d'une équipe me tente.", {"E": 1, "C": 0.5}),
    Statement(
        "beauty",
        "Un travail beau et soigné compte pour moi.",
        {"A": 1, "C": 0.5, "hands": 0.5},
        "B",
    ),
    Statement(
        "explain", "Montrer et expliquer à quelqu'un, c'est agréable.", {"S": 1, "people": 0.5}, "K"
    ),
    Statement(
        "causes", "J'ai besoin de comprendre comment les choses marchent.", {"I": 1, "R": 0.5}, "HI"
    ),
    Statement("change", "La routine m'ennuie vite.", {"variety": 1}),
    Statement("steps", "Suivre des étapes claires me rassure.", {"C": 1, "variety": -0.5}),
    Statement(
        "machines",
        "Conduire un engin ou régler une machine me tente.",
        {"R": 1, "hands": 0.5},
        "HN",
    ),
    Statement(
        "build",
        "Fabriquer ou monter quelque chose me donne de l'énergie.",
        {"R": 1, "A": 0.5, "hands": 1},
        "FH",
    ),
    Statement("crowd", "Voir du monde toute la journée me motive.", {"people": 1, "S": 0.5}),
    Statement("together", "À plusieurs, le travail est plus agréable.", {"team": 1}),
    Statement(
        "quiet", "Au calme, sans personne autour, j'avance mieux.", {"people": -1, "team": -0.5}
    ),
    Statement("start", "Lancer un projet à moi me fait rêver.", {"E": 1, "A": 0.5, "variety": 0.5}),
    Statement("listen", "Les gens me parlent, et je sais écouter.", {"S": 1, "people": 0.5}, "JK"),
    Statement(
        "files", "Remplir des dossiers sur ordinateur me va bien.", {"C": 1, "hands": -1}, "CM"
    ),
    Statement("search", "Avant de décider, je cherche et je compare.", {"I": 1, "C": 0.5}),
    Statement("ideas", "Souvent, une idée nouvelle me vient en tête.", {"A": 1, "E": 0.5}, "E"),
    Statement("practice", "J'apprends mieux avec mes mains qu'avec des livres.", {"hands": 1}),
    Statement(
        "living",
        "Passer mes journées avec des animaux ou des plantes me plairait.",
        {"outdoors": 1, "R": 0.5},
        "A",
    ),
    Statement(
        "inside", "Je préfère travailler à l'intérieur, au chaud et au sec.", {"outdoors": -1}
    ),
    Statement(
        "kitchen", "Cuisiner à plusieurs, quand ça s'active, me plaît.", {"team": 1, "R": 0.5}, "G"
    ),
    Statement(
        "own_task", "Avoir mon travail à moi, sans dépendre des autres, me convient.", {"team": -1}
    ),
    Statement("regular", "Des journées qui se ressemblent me vont bien.", {"variety": -1}),
    Statement(
        "roads",
        "Bouger, changer de lieu, voir du paysage : j'en ai besoin.",
        {"outdoors": 1, "variety": 0.5},
        "N",
    ),
)

STATEMENT_BY_ID: Mapping[str, Statement] = {s.statement_id: s for s in STATEMENTS}


def statement_evidence(answers: Mapping[str, float | None]) -> tuple[Evidence, ...]:
    """Statements with an opinion, in the order they were answered.

    Ids that no longer exist are left out, so that an old conversation can still be read.
    """
    given = (
        (STATEMENT_BY_ID[statement_id], agreement)
        for statement_id, agreement in answers.items()
        if statement_id in STATEMENT_BY_ID and agreement is not None
    )
    return tuple(
        Evidence(STATEMENT, said.statement_id, said.text, said.weights, agreement, said.domains)
        for said, agreement in given
    )
