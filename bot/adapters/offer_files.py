"""The support offers as a folder of YAML files, one per offer, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from bot.adapters.offer_conditions import read_condition
from bot.adapters.yaml_records import (
    BrokenContent,
    Document,
    Problem,
    Record,
    read_record,
    record_of,
)
from bot.orientation import vocabulary
from bot.orientation.administrative_areas import DEPARTMENTS, METROPOLES, REGIONS
from bot.orientation.figures import MEASURE, MONEY, YEAR, sentences_of
from bot.orientation.levers import LEVERS
from bot.orientation.offer import MEMORY, Amount, Deadline, Offer, OfferSource, Zone

KEYS = (
    "offer_id name nicknames provider status gives amounts themes levers type publics fees "
    "reception asked_by asking how_to_ask zone conditions deadlines papers steps delay unknown "
    "official_url contact confidence verified_on expires ended_on replaced_by replacement sources"
).split()
OFFER_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
INSEE_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
PART_OF_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
NO_FIGURES = ("gives", "how_to_ask", "steps", "delay", "replacement")


class BrokenOffers(BrokenContent):
    """A folder of offers cannot be used."""


def read(folder: Path) -> tuple[Offer, ...]:
    """All offers of a folder, by offer_id. Raises BrokenOffers with every fault of every file."""
    offers, problems = read_all(folder)
    if problems:
        raise BrokenOffers(problems)
    return offers


def read_all(folder: Path) -> tuple[tuple[Offer, ...], tuple[Problem, ...]]:
    """The offers whose own file is right, and the faults of the others and of their links."""
    if not folder.is_dir():
        return (), (Problem(folder, None, "", "ce dossier n'existe pas"),)
    offers: list[Offer] = []
    problems: list[Problem] = []
    records: dict[str, Record] = {}
    for path in sorted(folder.glob("*.y*ml")):
        document, record = read_record(path)
        offer = None if record is None else _offer(record)
        if record is not None and offer is not None:
            _check_identity(record, offer.offer_id, records)
            records.setdefault(offer.offer_id, record)
        if offer is not None and not document.problems:
            offers.append(offer)
        problems += document.problems
    if not records and not problems:
        problems.append(Problem(folder, None, "", "ce dossier n'a aucune fiche .yml"))
    problems += _unknown_links(offers, records)
    return tuple(offers), tuple(problems)


def read_one(path: Path, content: bytes) -> tuple[Offer | None, tuple[Problem, ...]]:
    """The offer that a file of this content would hold; None, and every fault, when it is wrong.

    Its links to other offers are not looked at.
    """
    document, record = record_of(Document(path), content)
    offer = None if record is None else _offer(record)
    if record is not None and offer is not None:
        _check_identity(record, offer.offer_id, {})
    return (None if document.problems else offer), tuple(document.problems)


def _check_identity(record: Record, offer_id: str, seen: dict[str, Record]) -> None:
    path = record.document.path
    if offer_id in seen:
        other = seen[offer_id].document.path.name
        record.problem("offer_id", f"« {offer_id} » est déjà dans {other} ; changez l'un des deux")
    if path.name != f"{offer_id}.yml":
        record.problem("offer_id", f"ce fichier doit s'appeler « {offer_id}.yml »")


def _unknown_links(offers: Iterable[Offer], records: dict[str, Record]) -> list[Problem]:
    found = []
    for offer in offers:
        for other in offer.replaced_by:
            if other not in records:
                record = records[offer.offer_id]
                record.problem("replaced_by", f"« {other} » n'a pas de fiche ; créez {other}.yml")
                found.append(record.document.problems.pop())
    return found


def _offer(record: Record) -> Offer:
    record.has_keys(KEYS)
    offer = Offer(
        offer_id=_matching(record, "offer_id", OFFER_ID, "minuscules, chiffres et tirets"),
        name=record.text("name"),
        nicknames=record.texts("nicknames"),
        provider=record.text("provider"),
        status=record.one_of("status", vocabulary.STATUSES),
        gives=record.text("gives"),
        amounts=tuple(_amount(one) for one in record.records("amounts")),
        themes=record.several_of("themes", vocabulary.THEMES),
        levers=record.several_of("levers", LEVERS),
        service_type=record.one_of("type", vocabulary.SERVICE_TYPES),
        publics=record.several_of("publics", vocabulary.PUBLICS),
        fees=record.optional_one_of("fees", vocabulary.FEES),
        reception=record.several_of("reception", vocabulary.RECEPTION),
        asked_by=record.several_of("asked_by", vocabulary.ASKED_BY),
        asking=record.several_of("asking", vocabulary.ASKING),
        how_to_ask=record.optional_text("how_to_ask"),
        zone=_zone(record),
        conditions=read_condition(record, "conditions"),
        deadlines=tuple(_deadline(one) for one in record.records("deadlines")),
        papers=record.optional_texts("papers"),
        steps=record.optional_texts("steps"),
        delay=record.optional_text("delay"),
        unknown=record.several_of("unknown", vocabulary.UNKNOWNS),
        official_url=_url(record, "official_url"),
        contact=record.optional_text("contact"),
        confidence=record.one_of("confidence", vocabulary.CONFIDENCES),
        verified_on=record.optional_date("verified_on"),
        expires=record.optional_date("expires"),
        ended_on=_part_of_date(record, "ended_on"),
        replaced_by=record.texts("replaced_by"),
        replacement=record.optional_text("replacement"),
        sources=tuple(_source(one) for one in record.records("sources")),
    )
    _refuse_empty(record, offer)
    _refuse_figures(record, offer)
    return offer


def _refuse_empty(record: Record, offer: Offer) -> None:
    """Only what was written from memory has no source: publication.py then keeps it hidden."""
    if not offer.themes:
        record.problem("themes", "cette liste est vide ; donnez au moins un thème")
    if not offer.sources and offer.confidence != MEMORY:
        record.problem("sources", "sans source, écrivez « confidence: memory » ; sinon, citez-la")


def _refuse_figures(record: Record, offer: Offer) -> None:
    """Figures go where their validity is checked, so that none outlives it in a sentence."""
    for key in NO_FIGURES:
        value = getattr(offer, key) or ""
        for text in (value,) if isinstance(value, str) else value:
            if found := MONEY.search(text):
                reason = f"enlevez « {found.group().strip()} » ; les montants vont dans « amounts »"
                record.problem(key, reason)
    if found := YEAR.search(offer.gives):
        record.problem("gives", f"enlevez « {found.group()} » ; une phrase ne porte pas de date")
    if MEASURE.search(next(iter(sentences_of(offer.gives)), "")):
        reason = "la première phrase dit ce que c'est, sans chiffre ; mettez-le dans la suivante"
        record.problem("gives", reason)


def _amount(record: Record) -> Amount:
    record.has_keys(("what", "value", "unit", "valid_from", "valid_until"))
    return Amount(
        what=record.text("what"),
        value=record.number("value"),
        unit=record.one_of("unit", vocabulary.UNITS),
        valid_from=record.optional_date("valid_from"),
        valid_until=record.optional_date("valid_until"),
    )


def _deadline(record: Record) -> Deadline:
    record.has_keys(("days", "when", "event"))
    return Deadline(
        days=record.whole_number("days"),
        when=record.one_of("when", vocabulary.DEADLINE_SIDES),
        event=record.text("event"),
    )


def _source(record: Record) -> OfferSource:
    record.has_keys(("where", "read_on", "dated"))
    return OfferSource(
        where=record.text("where"),
        read_on=record.date("read_on"),
        dated=record.as_written("dated"),
    )


def _zone(parent: Record) -> Zone:
    record = parent.record("zone")
    if record is None:
        return Zone("country")
    record.has_keys(("level",), ("codes", "name"))
    level = record.one_of("level", vocabulary.ZONE_LEVELS)
    zone = Zone(level, record.texts("codes"), record.optional_text("name"))
    _check_zone(record, zone)
    return zone


def _check_zone(record: Record, zone: Zone) -> None:
    if zone.level == "country" and (zone.codes or zone.name):
        record.problem("level", "« country » n'a ni « codes » ni « name »")
    if zone.level == "area" and not zone.name:
        record.problem("level", "une zone « area » a un nom ; ajoutez « name »")
    if zone.level not in ("country", "area") and not zone.codes:
        record.problem("level", "donnez les codes de cette zone dans « codes »")
    for code in zone.codes:
        if code and not _is_code_of(zone.level, code):
            record.problem("codes", f"« {code} » n'est pas un code connu pour « {zone.level} »")


def _is_code_of(level: str, code: str) -> bool:
    known = {"region": REGIONS, "metropole": METROPOLES}.get(level, DEPARTMENTS)
    return bool(INSEE_CODE.fullmatch(code)) if level == "commune" else code in known


def _matching(record: Record, key: str, pattern: re.Pattern[str], expected: str) -> str:
    value = record.text(key)
    if value and not pattern.fullmatch(value):
        record.problem(key, f"« {value} » ne convient pas ; attendu : {expected}")
    return value


def _part_of_date(record: Record, key: str) -> str | None:
    value = record.as_written(key)
    if value is not None and not PART_OF_DATE.fullmatch(value):
        record.problem(key, f"« {value} » n'est pas une date ; écrivez 2026-04-01 ou 2026-04")
    return value


def _url(record: Record, key: str) -> str | None:
    value = record.optional_text(key)
    if value and not _is_web_address(value):
        record.problem(key, f"« {value} » n'est pas une adresse https entière ; sinon, null")
    return value


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    has_host = "." in (parts.hostname or "")
    return parts.scheme == "https" and has_host and not re.search(r"[\s<>\"]", value)
