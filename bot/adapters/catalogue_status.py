"""What each data set of a catalogue holds, what is missing in it, and what that costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue, Edition


@dataclass(frozen=True)
class DataSetStatus:
    """One data set as `declic data status` shows it; the sentences are French."""

    name: str
    edition: str
    source: str
    rows: int
    missing: tuple[str, ...]
    without_it: str


WITHOUT_IT = {
    "BMO": "aucun chiffre d'embauche près de la personne",
    "COG": "ni commune, ni trajet, ni bassin d'emploi",
    "FAP": "aucun lien entre un métier et ses embauches",
    "ROME": "aucun métier à proposer",
}


def statuses(catalogue: Catalogue) -> tuple[DataSetStatus, ...]:
    """One status for each edition of the catalogue."""
    return tuple(_status(catalogue, edition) for edition in catalogue.editions)


def _status(catalogue: Catalogue, edition: Edition) -> DataSetStatus:
    missing = MISSING[edition.name](catalogue) if edition.name in MISSING else ()
    return DataSetStatus(
        name=edition.name,
        edition=edition.edition,
        source=edition.source,
        rows=edition.rows,
        missing=tuple(f"{what} ({count})" for count, what in missing if count),
        without_it=WITHOUT_IT.get(edition.name, ""),
    )


def _missing_in_bmo(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    masked = sum(row.projects is None for row in catalogue.demand)
    partial = sum(row.is_minimum for row in catalogue.demand)
    yield masked, "chiffres masqués par la source, dits inconnus"
    yield partial, "chiffres masqués pour une partie du bassin, dits « au moins »"


def _missing_in_cog(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    uncounted = sum(commune.population is None for commune in catalogue.communes)
    yield uncounted, "communes sans population propre, sans poids dans les trajets"


def _missing_in_fap(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    hiring = {row.fap_code for row in catalogue.demand}
    yield len(set(catalogue.family_labels) - hiring), "familles sans aucun projet dans la région"


def _missing_in_rome(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    silent = sum(job.access is None for job in catalogue.jobs)
    unwritten = sum(job.summary is None for job in catalogue.jobs)
    yield silent, "métiers dont la formation n'est pas connue, ni dite"
    yield unwritten, "métiers sans résumé, jamais proposés"


MISSING: dict[str, Callable[[Catalogue], Iterable[tuple[int, str]]]] = {
    "BMO": _missing_in_bmo,
    "COG": _missing_in_cog,
    "FAP": _missing_in_fap,
    "ROME": _missing_in_rome,
}
