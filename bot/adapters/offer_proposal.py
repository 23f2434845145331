"""What an editor typed -> the file it would make, judged by the same checks as the files."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.offer_files import read_one
from bot.adapters.offer_text import new_text, rewritten
from bot.orientation.offer import Offer
from bot.orientation.offer_check import ERROR, Finding, Known, check_offer
from bot.services.editing.document import document_of, document_of_offer
from bot.services.editing.editor_words import EMPTY, for_an_editor
from bot.services.editing.fields import Fields

FIELDS: Mapping[str, str] = {
    "amount_ends_before": "amounts",
    "amounts_over": "amounts",
    "amounts_overlap": "amounts",
    "ended_but_open": "ended_on",
    "expired": "expires",
    "expires_before_verified": "expires",
    "idle_condition": "conditions",
    "min_above_max": "conditions",
    "money_untold": "unknown",
    "negative_amount": "amounts",
    "never_true": "conditions",
    "never_verified": "verified_on",
    "nicknames": "nicknames",
    "no_expiry": "expires",
    "no_replacement": "replacement",
    "no_url": "official_url",
    "nobody_asks": "asked_by",
    "open_but_ended": "ended_on",
    "read_long_ago": "verified_on",
    "read_tomorrow": "sources",
    "replaced_but_open": "replaced_by",
    "replacement_loop": "replaced_by",
    "too_many_cases": "conditions",
    "unknown_commune": "zone",
}
"""The field beside which a finding of offer_check.py is told."""
PROSE = ("name", "gives", "how_to_ask", "delay", "replacement", "steps", "papers")


@dataclass(frozen=True)
class Remark:
    """What is wrong or to be done, beside a field."""

    field: str
    is_error: bool
    message: str


@dataclass(frozen=True)
class Proposal:
    """content: the file. offer: None while it cannot be read. changed: the keys that differ."""

    content: str
    offer: Offer | None
    remarks: tuple[Remark, ...]
    changed: tuple[str, ...]

    @property
    def is_publishable(self) -> bool:
        has_error = any(remark.is_error for remark in self.remarks)
        return self.offer is not None and not has_error and bool(self.changed)


@dataclass(frozen=True)
class Base:
    """What a draft was begun from."""

    content: str
    offer: Offer


def proposal(
    fields: Fields,
    base: Base | None,
    others: Mapping[str, Offer],
    today: datetime.date,
    insee_codes: Collection[str],
) -> Proposal:
    """base: None for a new offer. others: all offers in use, by id."""
    document = document_of(fields)
    if base is None:
        changed: Mapping[str, object] = document.values
        content = new_text(document.values)
    else:
        different = document.changed_from(document_of_offer(base.offer))
        changed, content = different, rewritten(base.content, different)
    offer_id = str(document.values["offer_id"])
    offer, problems = read_one(Path(f"{offer_id}.yml"), content.encode())
    remarks = [Remark(document.field_of(p.key), True, for_an_editor(p.reason)) for p in problems]
    remarks += _of_id(offer_id, base, others)
    if offer is not None:
        remarks += _of_links(offer, others)
        remarks += _of_checks(offer, Known(today, {**others, offer_id: offer}, insee_codes))
    return Proposal(content, offer, tuple(_told_once(remarks)), tuple(changed))


def _told_once(remarks: list[Remark]) -> Iterator[Remark]:
    """That a field is empty goes without saying where the remark says what is expected."""
    told_more = {remark.field for remark in remarks if remark.message != EMPTY}
    for remark in dict.fromkeys(remarks):
        if remark.message != EMPTY or remark.field not in told_more:
            yield remark


def _of_id(offer_id: str, base: Base | None, others: Mapping[str, Offer]) -> Iterator[Remark]:
    if base is None and offer_id in others:
        yield Remark("offer_id", True, for_an_editor("ce repère est déjà pris ; changez-le"))


def _of_links(offer: Offer, others: Mapping[str, Offer]) -> Iterator[Remark]:
    for other in offer.replaced_by:
        if other not in others:
            yield Remark("replaced_by", True, for_an_editor(f"« {other} » n'a pas de fiche ; "))


def _of_checks(offer: Offer, known: Known) -> Iterator[Remark]:
    for finding in check_offer(offer, known):
        yield Remark(
            _field_of(finding, offer), finding.severity == ERROR, for_an_editor(finding.message)
        )


def _field_of(finding: Finding, offer: Offer) -> str:
    """A remark on wording is beside the text that it quotes."""
    if finding.code in FIELDS:
        return FIELDS[finding.code]
    quoted = finding.message.partition("« ")[2].rpartition(" »")[0]
    for key in PROSE:
        value = getattr(offer, key) or ""
        if any(quoted in text for text in ((value,) if isinstance(value, str) else value)):
            return key
    return "gives"
