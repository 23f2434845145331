"""pack.yml: what a pack says of itself, read strictly."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.evidence_records import read_identifier
from bot.adapters.packs.file_names import ABOUT
from bot.adapters.yaml_records import Document, Problem, Record, record_of
from bot.orientation.administrative_areas import REGIONS

SCHEMA = 1
"""The shape of packs that this version of Déclic reads and makes."""
KEYS = ("schema", "id", "version", "title", "region", "licence", "made_by", "made_on", "provenance")
SOURCE_KEYS = ("what", "source", "edition", "licence", "url")
LONGEST_ID = 40
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")


@dataclass(frozen=True)
class Provenance:
    """Where a part of a pack comes from. edition, url: None when it has none."""

    what: str
    source: str
    edition: str | None
    licence: str
    url: str | None


@dataclass(frozen=True)
class About:
    """What a pack says of itself. region: INSEE code."""

    pack_id: str
    version: str
    title: str
    region: str
    licence: str
    made_by: str
    made_on: datetime.date
    provenance: tuple[Provenance, ...]


def read_about(content: bytes) -> tuple[About | None, tuple[Problem, ...]]:
    """What pack.yml says; None when it cannot be read at all, to be used only without problems."""
    document, record = record_of(Document(Path(ABOUT)), content)
    if record is None:
        return None, tuple(document.problems)
    record.has_keys(KEYS)
    if record.whole_number("schema") != SCHEMA:
        record.problem("schema", schema_words(record.whole_number("schema")))
    about = About(
        pack_id=_pack_id(record),
        version=_version(record),
        title=record.text("title"),
        region=record.one_of("region", REGIONS),
        licence=record.text("licence"),
        made_by=record.text("made_by"),
        made_on=record.date("made_on"),
        provenance=tuple(_provenance(one) for one in record.records("provenance")),
    )
    return about, tuple(document.problems)


def schema_words(schema: int) -> str:
    """Why a pack of another shape is refused, and what to do."""
    if schema > SCHEMA:
        return "cette mallette est faite pour un Déclic plus récent ; mettez Déclic à jour"
    return "cette mallette est trop ancienne ; demandez-en une refaite avec le Déclic d’aujourd’hui"


def version_key(version: str) -> tuple[int, ...]:
    """Orders versions: 2026.10 comes after 2026.9."""
    return tuple(int(part) for part in version.split("."))


def _pack_id(record: Record) -> str:
    pack_id = read_identifier(record, "id")
    if len(pack_id) > LONGEST_ID:
        record.problem("id", f"{LONGEST_ID} signes au plus ; raccourcissez ce nom")
    elif pack_id in ("declic", "ici"):
        record.problem("id", f"« {pack_id} » est réservé ; choisissez un autre nom")
    return pack_id


def _version(record: Record) -> str:
    version = record.text("version")
    if version and not _VERSION.fullmatch(version):
        record.problem("version", 'écrivez des nombres et des points, par exemple "2026.11.1"')
    return version


def _provenance(record: Record) -> Provenance:
    record.has_keys(SOURCE_KEYS)
    return Provenance(
        what=record.text("what"),
        source=record.text("source"),
        edition=record.as_written("edition"),
        licence=record.text("licence"),
        url=record.optional_text("url"),
    )
