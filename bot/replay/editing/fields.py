"""What a form shows of a story: plain texts, one value a line, whatever the file says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.replay.names import MENU, names
from bot.replay.story import ADVISOR, CANDIDATE, END

TYPED, PRESS, TICK, PICK, MENU_ENTRY, PERSONA, UNTIL, FRAGMENT, SILENT = (
    "texte", "bouton", "cocher", "images", "menu", "persona", "jusqu", "fragment", "rien",
)  # fmt: skip
WAYS: Mapping[str, str] = {
    TYPED: "écrit",
    PRESS: "touche le bouton",
    TICK: "coche ces cases",
    PICK: "choisit les images",
    MENU_ENTRY: "ouvre le menu",
    PERSONA: "répond comme le persona à la question",
    UNTIL: "répond à tout comme le persona, jusqu’à la question",
    FRAGMENT: "joue le fragment",
    SILENT: "ne dit rien, on vérifie l’écran",
}
"""What a step does, in the words of the form."""
SPEAKERS: Mapping[str, str] = {CANDIDATE: "La personne", ADVISOR: "Qui accompagne"}


@dataclass(frozen=True)
class StepFields:
    """One step. origin: its place in the text that is edited; None: it is new.

    what: as `way` takes it: words, a title, titles or numbers one a line, a name. given: of a
    fragment, one "name: value" a line. kept: the same. others: checks that have no field, in YAML.
    """

    origin: int | None = None
    speaker: str = CANDIDATE
    way: str = TYPED
    what: str = ""
    given: str = ""
    says: str = ""
    without: str = ""
    buttons: str = ""
    no_buttons: str = ""
    kept: str = ""
    others: str = ""

    @property
    def has_checks(self) -> bool:
        parts = (self.says, self.without, self.buttons, self.no_buttons, self.kept, self.others)
        return any(parts)


@dataclass(frozen=True)
class StoryFields:
    """The head of a story and its steps. flags: those of FLAGS that say yes."""

    title: str = ""
    author: str = ""
    day: str = ""
    seed: str = "1"
    persona: str = ""
    flags: frozenset[str] = frozenset()
    steps: tuple[StepFields, ...] = field(default=())


FLAGS: Mapping[str, str] = {
    "repère": "Histoire repère : elle dit si quelque chose a changé pour les personnes",
    "toujours": "Vérifier aussi ce qui doit être vrai de toute conversation",
    "complet": "Garder toute la conversation, phrase par phrase",
}


def suggestions() -> Mapping[str, tuple[str, ...]]:
    """Names that a form offers while one types: questions, menu entries, what can be kept."""
    known = names()
    return {"questions": (*known.questions, END), "menu": tuple(MENU), "retenu": known.kept}
