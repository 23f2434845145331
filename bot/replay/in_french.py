"""A story told in plain French, step by step: for testers, who need not read its YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.adapters.sql.personal_tables import PERSONAL
from bot.orientation.catalogue import Catalogue
from bot.replay.kept_in_french import kept_name, kept_value
from bot.replay.names import MENU
from bot.replay.story import (
    ADVISOR,
    ALL,
    ANY,
    END,
    EXACT,
    PATTERN,
    PROPOSED,
    WITHOUT,
    AsPersona,
    ButtonsCheck,
    Check,
    KeptCheck,
    Menu,
    Pick,
    Press,
    RowsCheck,
    Say,
    Saying,
    Step,
    Story,
    TextCheck,
)

QUESTION_WORDS: Mapping[str, str] = {
    "consent": "l’accord pour commencer",
    "commune": "la commune",
    "exact_address": "l’adresse",
    "spark_way": "la façon de dire ses goûts",
    "pictures": "les images",
    "picture_why": "ce que disent les images",
    "scene": "la petite histoire",
    "statement": "une phrase sur les goûts",
    "portrait": "le portrait",
    "past_job": "les métiers déjà faits",
    "past_job_choice": "le choix des métiers compris",
    "licence": "le permis",
    "vehicle": "le véhicule",
    "public_transport": "les transports en commun",
    "max_minutes": "le temps de trajet",
    "hours_refused": "les horaires",
    "conditions_refused": "les conditions de travail",
    "training": "la formation",
    "feedback_face": "le visage de l’avis",
    "feedback_keep": "ce qui est à garder",
    "feedback_improve": "ce qui est à améliorer",
    "feedback_start": "ce qui est à commencer",
    "feedback_stop": "ce qui est à arrêter",
    "report_subject": "ce qui n’est plus vrai",
    "report_reason": "la raison du signalement",
    "report_detail": "les précisions du signalement",
    END: "la fin des questions",
}
"""The questions of the interview and of the team, as one speaks of them."""


TABLE_NAMES: Mapping[str, str] = {
    "events": "mémoire de la conversation",
    **{personal.table.name: personal.title for personal in PERSONAL},
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "events": {"type_name": "genre"},
    **{personal.table.name: personal.columns for personal in PERSONAL},
}


@dataclass(frozen=True)
class Told:
    """A step in words. fragment: the file that it comes from, when it is not the story's own."""

    line: int
    speaker: str
    said: str | None
    checks: tuple[str, ...]
    fragment: str | None = None


def told(story: Story, catalogue: Catalogue | None = None) -> list[Told]:
    """All steps, those of fragments in their place. catalogue: for names of communes and jobs."""
    return [_told(step, story, catalogue) for step in story.steps]


def _told(step: Step, story: Story, catalogue: Catalogue | None) -> Told:
    who = "Qui accompagne" if step.speaker == ADVISOR else "La personne"
    said = None
    if step.until is not None:
        said = f"répond à tout, jusqu’à : {question_words(step.until)}"
    elif step.saying is not None:
        said = say_in_french(step.saying)
    checks = tuple(check_in_french(check, catalogue) for check in step.checks)
    is_own = step.place.path == story.path
    return Told(step.place.line, who, said, checks, None if is_own else step.place.path.stem)


def question_words(question: str | None) -> str:
    """What a question is about; its own name when nobody has words for it."""
    return QUESTION_WORDS.get(question or END, question or "")


def say_in_french(saying: Saying) -> str:
    """What somebody does, as in « écrit « bonjour » »."""
    if isinstance(saying, Say):
        return f"écrit « {saying.text} »" if saying.text else "envoie un message vide"
    if isinstance(saying, Press):
        number = isinstance(saying.title, int)
        return f"touche le bouton numéro {saying.title}" if number else f"touche « {saying.title} »"
    if isinstance(saying, Pick):
        return f"choisit les images {_listed(map(str, saying.numbers))}"
    if isinstance(saying, Menu):
        name = next((name for name, one in MENU.items() if one == saying.command), saying.command)
        return f"ouvre le menu : {name}"
    if isinstance(saying, AsPersona):
        at = f" à la question sur {question_words(saying.question)}" if saying.question else ""
        return f"répond{at} comme le persona"
    if saying.word:
        return "coche ce qui est proposé" if saying.word == PROPOSED else "coche la première case"
    return f"coche {_quoted(saying.titles)}" if saying.titles else "ne coche rien, et valide"


def check_in_french(check: Check, catalogue: Catalogue | None = None) -> str:
    """What must come of it."""
    if isinstance(check, TextCheck):
        return _words(check)
    if isinstance(check, ButtonsCheck):
        if check.how == WITHOUT:
            return f"aucun bouton {_quoted(check.titles)}"
        only = " et rien d’autre" if check.how == ALL else ""
        return f"on peut toucher {_quoted(check.titles)}{only}"
    if isinstance(check, KeptCheck):
        return _kept(check, catalogue)
    return _rows(check)


def _words(check: TextCheck) -> str:
    lead = {
        EXACT: "Déclic dit exactement",
        PATTERN: "Déclic dit un texte de la forme",
        ANY: "Déclic dit un de ces textes :",
        WITHOUT: "Déclic ne dit pas",
    }.get(check.how, "Déclic dit")
    return f"{lead} {_quoted(check.texts)}"


def _kept(check: KeptCheck, catalogue: Catalogue | None) -> str:
    if check.name == "requested_slot":
        return f"la question suivante : {question_words(check.expected)}"
    told = kept_value(check.expected, catalogue, check.name)
    return f"Déclic retient « {kept_name(check.name)} » : {told}"


def kept_received(name: str, value: Any, catalogue: Catalogue | None = None) -> str:
    """What was kept instead of what a check expects, in the same words."""
    if name == "requested_slot":
        return question_words(value)
    return kept_value(value, catalogue, name)


def _rows(check: RowsCheck) -> str:
    columns = COLUMNS.get(check.table, {})
    fields = [
        f"{columns.get(name, name)} : {kept_value(value, name=name)}"
        for name, value in check.fields.items()
    ]
    fields += [f"avec « {check.words} »"] if check.words else []
    count = "au moins une ligne" if check.count is None else lines_in_french(check.count)
    told = f" ({', '.join(fields)})" if fields else ""
    return f"dans la base de données, « {table_name(check.table)} » : {count}{told}"


def table_name(table: str) -> str:
    """What its rows are, as the file that the person downloads says it."""
    return TABLE_NAMES.get(table, table)


def lines_in_french(count: int) -> str:
    return {0: "aucune ligne", 1: "une ligne"}.get(count, f"{count} lignes")


def _quoted(texts: tuple[str, ...]) -> str:
    return _listed(f"« {text} »" for text in texts)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)
