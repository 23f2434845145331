"""The parts of a delivery put together: one edition of a data set, whole, or refused with reasons.

A data set is what its producer publishes at once: ROME has a dozen tables, BMO one a year.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.adapters.official_files.parts import PARTS
from bot.adapters.official_files.reading import Delivery, PartRead
from bot.adapters.official_files.table import OfficialFileError

WITHOUT_YEAR = "son nom ne dit pas l'année : ajoutez-la, avec --edition 2026 par exemple"
WITHOUT_NUMBER = {
    "BMO": "il mélange plusieurs années",
    "ROME": "rien ne dit sa version : ajoutez-la, avec --edition 61 par exemple",
}
METROPOLITAN_REGIONS = frozenset("11 24 27 28 32 44 52 53 75 76 84 93 94".split())
MOST_ROME = 1_000
MOST_ORPHANS, FEW_ORPHANS = 0.02, 5
"""Rows about a job that its own ROME lacks: a stray few at most, or files of two versions."""
FAP_2021 = 2021
"""The tables of 341 and 228 families are those of the FAP of 2021, and of no other."""
ROME_V4 = re.compile(r"_v4(\d\d)(?:\D|$)")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True)
class Edition:
    """One edition, whole. number: as published, 60 for ROME, a year for the others.

    parts: name of the part -> its records. published_on: as the producer writes it, None unknown.
    set_aside: reason -> rows of no use, over all parts.
    """

    data_set: str
    number: int
    published_on: str | None
    parts: Mapping[str, list[Any]]
    origins: tuple[str, ...]
    set_aside: Mapping[str, int]

    @property
    def rows(self) -> int:
        return sum(len(records) for records in self.parts.values())

    @cached_property
    def content_hash(self) -> str:
        """The same facts have the same hash, whatever file, encoding or delimiter they came in."""
        digest = hashlib.sha256()
        for name in sorted(self.parts):
            digest.update(name.encode())
            for record in sorted(map(repr, self.parts[name])):
                digest.update(record.encode())
        return digest.hexdigest()


@dataclass(frozen=True)
class RefusedEdition:
    """An edition that cannot be used. reason: French, says what to do."""

    data_set: str
    number: int | None
    reason: str
    origins: tuple[str, ...]


def assemble(
    delivery: Delivery, given_number: int | None = None, is_extract: bool = False
) -> list[Edition | RefusedEdition]:
    """The editions of a delivery, data sets in alphabetical order, older editions first.

    given_number: of a file that does not say its own edition.
    """
    groups: dict[tuple[str, int | None], list[PartRead]] = {}
    for one in delivery.parts:
        number = _number(one, delivery.versions, given_number)
        groups.setdefault((one.part.data_set, number), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or 0))
    return [
        _edition(data_set, number, parts, delivery, is_extract)
        for (data_set, number), parts in ordered
    ]


def _number(one: PartRead, versions: Mapping[str, str], given_number: int | None) -> int | None:
    """What the rows say, then the name of the file, then the version text beside it, then the
    number that was given. None: nothing says it, or the rows say several.
    """
    if one.part.name == "bmo":
        years = {record.year for record in one.records}
        return years.pop() if len(years) == 1 else None
    if one.part.data_set == "FAP":
        return FAP_2021
    if one.part.data_set == "ROME":
        version = versions.get(one.table.container, "")
        found = _first(ROME_V4, one.table.origin) or re.search(r"version\s*:\s*(\d+)", version)
        return int(found[1]) if found else _plausible(given_number, is_version=True)
    found = _first(YEAR, one.table.origin)
    return int(found[1]) if found else _plausible(given_number, is_version=False)


def _first(pattern: re.Pattern[str], origin: str) -> re.Match[str] | None:
    """The last match in the name of the file, else of the folders of its archive, else of it."""
    archive, _, member = origin.replace("\\", "/").rpartition(" > ")
    names = [*member.split("/")[::-1], archive.rpartition("/")[2]] if archive else []
    for name in names or [member.rpartition("/")[2]]:
        found = list(pattern.finditer(name))
        if found:
            return found[-1]
    return None


def _plausible(given_number: int | None, is_version: bool) -> int | None:
    """The given number where it can be meant: a version is small, a year is not."""
    if given_number is None or (given_number < MOST_ROME) != is_version:
        return None
    return given_number


def _edition(
    data_set: str,
    number: int | None,
    parts: list[PartRead],
    delivery: Delivery,
    is_extract: bool,
) -> Edition | RefusedEdition:
    origins = tuple(sorted(one.table.origin for one in parts))
    try:
        if number is None:
            raise OfficialFileError(WITHOUT_NUMBER.get(data_set, WITHOUT_YEAR))
        _refuse_another_year(number, parts)
        _refuse_beside_a_broken_table(data_set, parts, delivery)
        kept = _merged(parts)
        _refuse_missing_part(data_set, kept)
        _refuse_inconsistency(data_set, kept, is_extract)
    except OfficialFileError as error:
        return RefusedEdition(data_set, number, str(error), origins)
    parts_kept, orphans = _without_orphans(data_set, kept)
    set_aside = sum((one.report.set_aside for one in parts), Counter[str]())
    if orphans:
        set_aside["lignes d'un métier absent de cette version"] += orphans
    return Edition(
        data_set,
        number,
        _published_on(parts, delivery.versions),
        parts_kept,
        origins,
        dict(set_aside),
    )


def _merged(parts: list[PartRead]) -> dict[str, list[Any]]:
    """Part name -> records; the same table twice is one, two different ones are refused."""
    merged: dict[str, list[Any]] = {}
    for one in parts:
        known = merged.setdefault(one.part.name, one.records)
        if known is not one.records and sorted(map(repr, known)) != sorted(map(repr, one.records)):
            raise OfficialFileError(
                f"deux fichiers différents pour la même édition ({one.table.origin})"
            )
    return merged


def _refuse_another_year(number: int, parts: list[PartRead]) -> None:
    """The columns of BMO bear its year too (BE25): both say the same in a true file."""
    for one in parts:
        said = {name[-2:] for name in one.table.header if re.fullmatch(r"BE\d\d", name.strip())}
        if one.part.name == "bmo" and said != {f"{number % 100:02}"}:
            columns = ", ".join(sorted(f"BE{year}" for year in said))
            raise OfficialFileError(f"ses lignes disent {number}, et sa colonne {columns}")


def _refuse_beside_a_broken_table(data_set: str, parts: list[PartRead], delivery: Delivery) -> None:
    """A data set of several tables is whole or nothing, its optional tables too."""
    if sum(part.data_set == data_set for part in PARTS) == 1:
        return
    together = {one.table.container for one in parts}
    for report in delivery.reports:
        is_of = report.data_set == data_set or report.data_set is None
        if report.is_refused and is_of and report.container in together:
            raise OfficialFileError("un de ses fichiers est refusé : toute l'édition attend")


def _refuse_missing_part(data_set: str, kept: Mapping[str, list[Any]]) -> None:
    needed = [part for part in PARTS if part.data_set == data_set and part.is_required]
    missing = [part for part in needed if part.name not in kept]
    if missing:
        columns = ", ".join(missing[0].columns.values())
        raise OfficialFileError(f"il manque la table « {missing[0].name} » ({columns})")


def _refuse_inconsistency(data_set: str, kept: Mapping[str, list[Any]], is_extract: bool) -> None:
    """Refuses tables that are each right and together no whole edition."""
    if data_set == "BMO" and not is_extract:
        missing = METROPOLITAN_REGIONS - {record.region for record in kept["bmo"]}
        if missing:
            raise OfficialFileError(
                f"il manque des régions ({', '.join(sorted(missing))}). "
                "Pour un extrait voulu, ajoutez --extract"
            )
    if data_set == "FAP":
        known = {record.fap341 for record in kept["fap_families"]}
        orphans = {record.fap341 for record in kept["fap_passage"]} - known
        if orphans:
            raise OfficialFileError(f"la famille {min(orphans)} n'est pas dans l'arborescence")
    if data_set == "ROME":
        _refuse_two_versions(kept)


def _refuse_two_versions(kept: Mapping[str, list[Any]]) -> None:
    codes = {record.rome_code for record in kept["rome_jobs"]}
    if codes != {record.rome_code for record in kept["rome_riasec"]}:
        raise OfficialFileError("les métiers et leurs codes RIASEC sont de deux versions")
    for name, records in kept.items():
        orphans = len(records) - len(_about(codes, records))
        if orphans > max(MOST_ORPHANS * len(records), FEW_ORPHANS):
            raise OfficialFileError(f"{orphans} lignes de « {name} » sont d'une autre version")
    _refuse_skills_of_another_version(kept)


def _refuse_skills_of_another_version(kept: Mapping[str, list[Any]]) -> None:
    """Macro-competences are named in the table of skills, and have their letters in another."""
    named = {record.ogr_code for record in kept.get("rome_skills", ())}
    macros = {record.ogr_code for record in kept.get("rome_macro_riasec", ())}
    unnamed = len(macros - named)
    if named and unnamed > max(MOST_ORPHANS * len(macros), FEW_ORPHANS):
        raise OfficialFileError(
            f"{unnamed} macro-compétences ne sont pas dans la table des compétences : "
            "les deux sont de deux versions"
        )


def _without_orphans(
    data_set: str, kept: Mapping[str, list[Any]]
) -> tuple[dict[str, list[Any]], int]:
    if data_set != "ROME":
        return dict(kept), 0
    codes = {record.rome_code for record in kept["rome_jobs"]}
    cleaned = {name: _about(codes, records) for name, records in kept.items()}
    return cleaned, sum(map(len, kept.values())) - sum(map(len, cleaned.values()))


def _about(codes: Collection[str], records: list[Any]) -> list[Any]:
    """The records whose ROME codes are all of this version; those about no job are kept."""
    if not records or not hasattr(records[0], "rome_code"):
        return records
    known = [record for record in records if record.rome_code in codes]
    is_about_two = hasattr(records[0], "near_code")
    return [one for one in known if one.near_code in codes] if is_about_two else known


def _published_on(parts: list[PartRead], versions: Mapping[str, str]) -> str | None:
    for container in sorted({one.table.container for one in parts}):
        found = re.search(r"publication\s*:\s*([\d/]+)", versions.get(container, ""))
        if found:
            return found[1]
    return None
