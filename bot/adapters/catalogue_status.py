"""What each data set of a catalogue holds, what is missing in it, and what that costs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.adapters.sql.official_store import StoredEdition, newest
from bot.orientation.administrative_areas import REGIONS
from bot.orientation.catalogue import Catalogue, Edition


@dataclass(frozen=True)
class DataSetStatus:
    """One data set as `declic data status` shows it; the sentences are French.

    edition None: it is not there. imported_on None: it comes with the project, or is not there.
    age_years: since its year or its date of publication, None unknown.
    """

    name: str
    edition: str | None
    source: str
    rows: int
    imported_on: str | None
    age_years: int | None
    missing: tuple[str, ...]
    without_it: str


WITHOUT_IT = {
    "BMO": "aucun chiffre d'embauche près de la personne",
    "COG": "ni commune, ni trajet, ni bassin d'emploi",
    "FAP": "aucun lien entre un métier et ses embauches",
    "ROME": "aucun métier à proposer",
}
OF_COMMUNES = ("COMMUNES", "COG", "CODES POSTAUX", "BASSINS", "ZONES D'EMPLOI", "POPULATION")
ONLY_STORED = {
    "TENSION": ("Journal officiel", "rien ne change : elle est gardée, rien ne la cite encore"),
}
NOT_IMPORTED = "le reste de la France : importez les fichiers officiels (seulement ici : {})"


def statuses(
    catalogue: Catalogue, stored: Sequence[StoredEdition], today: datetime.date
) -> tuple[DataSetStatus, ...]:
    """One status for each data set that the catalogue rests on, then those that are only kept."""
    used = tuple(_status(catalogue, edition, stored, today) for edition in catalogue.editions)
    return used + tuple(_only_stored(name, stored, today) for name in ONLY_STORED)


def _status(
    catalogue: Catalogue, edition: Edition, stored: Sequence[StoredEdition], today: datetime.date
) -> DataSetStatus:
    names = OF_COMMUNES if edition.name == "COG" else (edition.name,)
    imported = [one for one in stored if one.data_set in names]
    gaps = MISSING[edition.name](catalogue) if edition.name in MISSING else ()
    missing = [f"{what} ({count})" for count, what in gaps if count]
    return DataSetStatus(
        name=edition.name,
        edition=edition.edition,
        source=edition.source,
        rows=edition.rows,
        imported_on=_last_import(imported),
        age_years=_age(edition.edition, today),
        missing=tuple(missing if imported else [*missing, _not_imported(catalogue)]),
        without_it=WITHOUT_IT.get(edition.name, ""),
    )


def _not_imported(catalogue: Catalogue) -> str:
    """That only some regions are known, by the employment basins that there are."""
    codes = {basin.region for basin in catalogue.basins}
    names = (REGIONS[code].name if code in REGIONS else code for code in sorted(codes))
    return NOT_IMPORTED.format(", ".join(names))


def _only_stored(name: str, stored: Sequence[StoredEdition], today: datetime.date) -> DataSetStatus:
    of_set = [one for one in stored if one.data_set == name]
    source, without_it = ONLY_STORED[name]
    last = max(of_set, key=lambda one: one.number, default=None)
    edition = str(last.number) if last else None
    return DataSetStatus(
        name=name,
        edition=edition,
        source=source,
        rows=last.rows if last else 0,
        imported_on=_last_import(of_set),
        age_years=_age(edition or "", today),
        missing=() if last else ("elle n'est pas importée",),
        without_it=without_it,
    )


def _last_import(imported: Sequence[StoredEdition]) -> str | None:
    """When the editions in use were imported: the newest of each data set; the latest of these."""
    used = newest(imported).values()
    return max((one.imported_at.date().isoformat() for one in used), default=None)


def _age(edition: str, today: datetime.date) -> int | None:
    """Years since the last year that an edition names: "2025", "version 60 (18/09/2025)"."""
    years = re.findall(r"(?<!\d)20\d\d(?!\d)", edition)
    return max(0, today.year - int(years[-1])) if years else None


def _missing_in_bmo(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    masked = sum(row.projects is None for row in catalogue.demand)
    partial = sum(row.is_minimum for row in catalogue.demand)
    yield masked, "chiffres masqués par la source, dits inconnus"
    yield partial, "chiffres masqués pour une partie du bassin, dits « au moins »"
    inhabited = {commune.basin_code for commune in catalogue.communes}
    known = {row.basin_code for row in catalogue.demand}
    yield len(known - inhabited), "bassins dont aucune commune n'est connue"
    yield len(inhabited - known), "bassins sans chiffre d'embauche"


def _missing_in_cog(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    uncounted = sum(commune.population is None for commune in catalogue.communes)
    yield uncounted, "communes sans population propre, sans poids dans les trajets"


def _missing_in_fap(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    hiring = {row.fap_code for row in catalogue.demand}
    yield len(set(catalogue.family_labels) - hiring), "familles sans aucun projet publié"


def _missing_in_rome(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    silent = sum(job.access is None for job in catalogue.jobs)
    quoted = sum(job.summary is None and job.definition is not None for job in catalogue.jobs)
    unwritten = sum(job.summary is None and job.definition is None for job in catalogue.jobs)
    unskilled = sum(not job.skills for job in catalogue.jobs)
    yield silent, "métiers dont la formation n'est pas connue, ni dite"
    yield quoted, "métiers sans résumé de Déclic : le texte du ROME est cité"
    yield unwritten, "métiers sans résumé, jamais proposés"
    yield unskilled, "métiers sans compétences connues : importez le ROME entier"


MISSING: dict[str, Callable[[Catalogue], Iterable[tuple[int, str]]]] = {
    "BMO": _missing_in_bmo,
    "COG": _missing_in_cog,
    "FAP": _missing_in_fap,
    "ROME": _missing_in_rome,
}
