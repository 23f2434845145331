"""What the conversations of a run reached, and what none of them did."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML

from bot.orientation.catalogue import Catalogue
from bot.orientation.offer import Offer
from bot.orientation.publication import HIDDEN, level_of
from bot.replay import coverage_facts
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.rules import Rule, read_rules
from bot.services.questions import QUESTIONS
from bot.settings import ROOT

_PAYLOAD = re.compile(r"/(\w+)(\{.*\})?", re.DOTALL)
VARIED = frozenset({"commune", "past_job_choice", "pictures"})
"""Questions whose answers are too many to be all pressed: one of each is enough."""
NAMED = frozenset({"rome_code", "offer_id"})
"""Entities that name one of many jobs or offers: they do not make another button."""


@dataclass(frozen=True)
class Part:
    """One kind of thing: what was reached of it, and what was not."""

    title: str
    meaning: str
    reached: tuple[str, ...]
    missed: tuple[str, ...]


def coverage(
    records: Sequence[StoryRecord], catalogue: Catalogue, offers: Iterable[Offer]
) -> tuple[Part, ...]:
    """Questions, buttons, rules, actions, texts, phrases, offers, jobs and déclics.

    catalogue, offers: the facts that the conversations were played over.
    """
    turns = [turn for record in records for turn in record.turns]
    domain = _domain()
    rules = read_rules(ROOT / "data" / "rules")
    return (
        _part("Questions", "posées au moins une fois", QUESTIONS, _asked(turns)),
        _buttons(turns, domain),
        _part("Règles", "suivies", (rule.name for rule in rules), _ruled(turns, rules)),
        _part("Actions", "exécutées", domain["actions"], _acted(turns)),
        _part("Textes", "de domain.yml, dits au moins une fois", domain["responses"], _said(turns)),
        _part("Phrases", "du code, lues au moins une fois", *coverage_facts.phrases(records)),
        _offers(records, offers),
        _part(
            "Métiers",
            "qui recrutent dans ces régions, montrés au moins une fois",
            *coverage_facts.jobs_of_regions(records, catalogue),
        ),
        _part(
            "Déclics",
            "montrés dans les conversations qui vont jusqu’aux métiers",
            *coverage_facts.declics(records),
        ),
    )


def _part(title: str, meaning: str, possible: Iterable[str], found: Iterable[str]) -> Part:
    known, reached = list(dict.fromkeys(possible)), set(found)
    return Part(
        title,
        meaning,
        tuple(one for one in known if one in reached),
        tuple(one for one in known if one not in reached),
    )


def _domain() -> Mapping[str, Any]:
    text = (ROOT / "domain.yml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = YAML(typ="safe", pure=False).load(text)
    return read


def _asked(turns: Iterable[TurnRecord]) -> Iterator[str]:
    return (turn.question_after for turn in turns if turn.question_after)


def _ruled(turns: Iterable[TurnRecord], rules: Sequence[Rule]) -> Iterator[str]:
    names = {rule.name for rule in rules}
    return (s.rule for turn in turns for s in turn.trace.spoke if s.rule and s.rule in names)


def _acted(turns: Iterable[TurnRecord]) -> Iterator[str]:
    """Those that rules led to, and those of the questions that a form asked."""
    for turn in turns:
        yield from (spoke.action for spoke in turn.trace.spoke)
        yield f"action_ask_{turn.question_after}"
        if turn.trace.question:
            yield from (f"validate_{s.action}" for s in turn.trace.spoke)


def _said(turns: Iterable[TurnRecord]) -> Iterator[str]:
    return (name for turn in turns for s in turn.trace.spoke for name in s.responses)


def _buttons(turns: Sequence[TurnRecord], domain: Mapping[str, Any]) -> Part:
    """All buttons of the domain and all that were shown, by the question and its answer."""
    titles: dict[str, str] = {}
    for payload, title in _all_buttons(turns, domain):
        titles.setdefault(choice_of(payload), title)
    pressed = {key for turn in turns for key in _pressed(turn.trace.payload)}
    told = {key: f"{key} « {title} »" for key, title in titles.items()}
    return _part(
        "Choix",
        "touchés ou cochés au moins une fois",
        told.values(),
        (told[key] for key in pressed if key in told),
    )


def _all_buttons(
    turns: Iterable[TurnRecord], domain: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    for variations in domain["responses"].values():
        for variation in variations:
            for button in variation.get("buttons", ()):
                yield button["payload"].replace("{{", "{").replace("}}", "}"), button["title"]
    for turn in turns:
        yield from turn.offered


def _pressed(payload: str | None) -> Iterator[str]:
    """The button, or every option of a list that was confirmed."""
    if payload is None:
        return
    _, entities = _read(payload)
    values = entities.get("values")
    if values:
        yield from (choice_of(f"{entities['question']}={value}") for value in values)
    else:
        yield choice_of(payload)


def choice_of(payload: str) -> str:
    """What a button is, whatever the job or offer it names: `licence: yes`, `why_job`."""
    intent, entities = _read(payload)
    question = entities.get("question")
    if intent == "answer" and question:
        given = entities.get("value", entities.get("values"))
        return str(question) if question in VARIED else f"{question}: {_short(given)}"
    told = [f"{name}={_short(v)}" for name, v in entities.items() if name not in NAMED]
    return " ".join([intent, *told])


def _read(payload: str) -> tuple[str, Mapping[str, Any]]:
    """Intent and entities; an option is written `question=value`."""
    match = _PAYLOAD.fullmatch(payload)
    if match is None:
        question, _, value = payload.partition("=")
        return "answer", {"question": question, "value": value}
    return match.group(1), json.loads(match.group(2) or "{}")


def _short(value: Any) -> str:
    return ", ".join(map(str, value)) or "aucun" if isinstance(value, list) else str(value)


def _offers(records: Sequence[StoryRecord], offers: Iterable[Offer]) -> Part:
    """The support offers that may be shown on the days of the run, by the title of their card."""
    days = {datetime.date.fromisoformat(record.day) for record in records}
    shown = {
        item["title"]
        for record in records
        for turn in record.turns
        for message in turn.messages
        for item in message.get("items", ())
    }
    possible = [offer for offer in offers if any(level_of(offer, day) != HIDDEN for day in days)]
    titles = {offer.offer_id: offer.name for offer in possible}
    return _part("Aides", "montrées au moins une fois", titles.values(), shown)
