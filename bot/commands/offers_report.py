"""Support offers as text on a terminal, and as JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from bot.adapters.yaml_records import Problem
from bot.orientation.offer import Offer
from bot.orientation.offer_check import ERROR, WARNING, Finding
from bot.orientation.offer_sentences import OfferCard
from bot.orientation.publication import level_of
from bot.orientation.vocabulary import THEMES
from bot.services.editing.editor_words import LEVELS

CODES = {
    "amounts_over": "Montants dépassés",
    "expired": "À revoir",
    "long_sentence": "Phrases longues",
    "money_untold": "Montant passé sous silence",
    "never_verified": "Jamais vérifiées",
    "nicknames": "Noms courants",
    "no_expiry": "Sans date de fin",
    "no_replacement": "Sans solution à la place",
    "no_url": "Sans page officielle",
    "nobody_asks": "Sans demandeur",
    "page_away": "Pages qui ne répondent pas",
    "reported": "Dites fausses ou finies par des personnes",
    "read_long_ago": "Lues il y a plus d'un an",
    "too_many_cases": "Conditions trop longues",
}


def listed(offers: Sequence[Offer], today: datetime.date, as_json: bool) -> str:
    rows = [
        {
            "offer_id": offer.offer_id,
            "name": offer.name,
            "status": offer.status,
            "level": level_of(offer, today),
            "themes": offer.themes,
        }
        for offer in offers
    ]
    if as_json:
        return as_json_text(rows)
    lines = [_row(offer, level_of(offer, today)) for offer in offers]
    return "\n".join([*lines, f"{len(rows)} fiche{'s' if len(rows) > 1 else ''}."])


def _row(offer: Offer, level: str) -> str:
    return f"{offer.offer_id:32} {LEVELS[level]:10}  {offer.name} ({THEMES[offer.themes[0]]})"


def as_text(shown: OfferCard) -> str:
    lines = [f"  {line}" for line in shown.lines]
    notice = [f"! {shown.notice}"] if shown.notice else []
    return "\n".join([shown.title, *notice, *lines, *([f"  {shown.url}"] if shown.url else [])])


def as_editor(offer: Offer, level: str) -> str:
    head = f"Ce que le public en voit : {LEVELS[level]}."
    fields = (f"{key} : {as_json_text(value)}" for key, value in asdict(offer).items())
    return "\n".join([head, *fields])


def report(
    offers: Sequence[Offer], problems: Sequence[Problem], findings: Sequence[Finding]
) -> str:
    errors = [one for one in findings if one.severity == ERROR]
    warnings = [one for one in findings if one.severity == WARNING]
    lines = [str(problem) for problem in problems]
    lines += [f"{one.offer_id} : {one.message}" for one in errors]
    for code in sorted({one.code for one in warnings}):
        some = [one for one in warnings if one.code == code]
        lines += _grouped(CODES.get(code, code), some)
    wrong = len(problems) + len(errors)
    lines.append(f"{len(offers)} fiches lues, {wrong} erreurs, {len(warnings)} remarques.")
    return "\n".join(lines)


def _grouped(title: str, findings: Sequence[Finding]) -> list[str]:
    """One line of identifiers when all have the same message, else one line each."""
    if len({one.message for one in findings}) == 1 and len(findings) > 1:
        names = ", ".join(one.offer_id for one in findings)
        return [f"{title} ({len(findings)}) : {names}"]
    return [f"{title} : {one.offer_id}, {one.message}" for one in findings]


def problems_as_dicts(problems: Iterable[Problem]) -> list[Mapping[str, Any]]:
    return [{**asdict(problem), "path": str(problem.path)} for problem in problems]


def as_json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)
