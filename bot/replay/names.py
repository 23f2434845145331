"""The names that a story may use: questions, slots, facts of the profile, tables, menu entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from ruamel.yaml import YAML

from bot.adapters.sql.personal_tables import PERSONAL
from bot.orientation.profile import Profile
from bot.services.questions import QUESTIONS
from bot.settings import ROOT

ERASE = "effacer"
MENU: Mapping[str, str] = {
    "retour": "go_back",
    "recommencer": "restart",
    "aide": "help",
    "une personne": "human",
    "pourquoi": "why_question",
    "avis": "feedback",
    "fiche": "sheet",
    "facile": "easy",
    "standard": "standard",
    ERASE: ERASE,
}
TABLES: Mapping[str, str] = {
    "events": "sender_id",
    **{personal.table.name: "conversation_id" for personal in PERSONAL},
}
"""Tables that hold conversations, and the column that tells whose row it is."""


@dataclass(frozen=True)
class Names:
    """questions and slots are those of this installation."""

    questions: tuple[str, ...]
    slots: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        return (*self.slots, *self.facts)


@cache
def names() -> Names:
    """Read from the interview and from domain.yml."""
    domain = YAML(typ="safe", pure=False).load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    slots = tuple(domain["slots"])
    facts = tuple(field.name for field in fields(Profile) if field.name not in slots)
    return Names(QUESTIONS, ("requested_slot", *slots), facts)
