"""What a territory pack would change here, in words, before anybody decides.

Figures are hiring projects of a year; None is unknown, and never counted as zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.french_values import measure
from bot.orientation.labels import upper_first
from bot.orientation.offer import Offer
from bot.services.editing.words import Difference, differences

MOST_MOVES = 10
FILES = ("stories", "protocols", "pictures", "game")


@dataclass(frozen=True)
class Moved:
    """Names of what comes, changes and goes, each in order."""

    come: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.come or self.changed or self.gone)


@dataclass(frozen=True)
class HiringMove:
    """A hiring figure that changes. None: it is not known, or there is none."""

    family: str
    basin: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class HiringChange:
    """Sums of the known figures, how many figures change, and the biggest moves."""

    before: int
    after: int
    count: int
    moves: tuple[HiringMove, ...]


@dataclass(frozen=True)
class OfferChange:
    """A support offer that comes (before: None), changes, or goes (after: None).

    is_kept: editors here published their own version, which stays in use.
    """

    offer_id: str
    name: str
    before: Offer | None
    after: Offer | None
    is_kept: bool = False

    @property
    def fields(self) -> tuple[Difference, ...]:
        """Field by field, of one that changes."""
        if self.before is None or self.after is None:
            return ()
        return differences(self.before, self.after)


@dataclass(frozen=True)
class PackDifferences:
    """All of it. communes: by department. notes: summaries of jobs that were there before.

    files: kind (stories, protocols, pictures, game) -> names of its files.
    """

    jobs: Moved
    notes: Moved
    communes: tuple[str, ...]
    hiring: HiringChange
    offers: tuple[OfferChange, ...]
    files: Mapping[str, Moved]

    @property
    def is_empty(self) -> bool:
        told = (self.jobs, self.notes, self.communes, self.offers, *self.files.values())
        return not any(told) and not self.hiring.count


@dataclass(frozen=True)
class Side:
    """What is there before, or after. offers: those that the pack is about. files: of the pack,
    name -> content."""

    catalogue: Catalogue
    offers: Mapping[str, Offer]
    files: Mapping[str, bytes]


def pack_differences(before: Side, after: Side, kept: Iterable[str] = ()) -> PackDifferences:
    """kept: offers that editors here published themselves."""
    return PackDifferences(
        jobs=_jobs(before.catalogue, after.catalogue),
        notes=_notes(before.catalogue, after.catalogue),
        communes=tuple(_communes(before.catalogue, after.catalogue)),
        hiring=_hiring(before.catalogue, after.catalogue),
        offers=tuple(_offers(before.offers, after.offers, frozenset(kept))),
        files={kind: _files(kind, before.files, after.files) for kind in FILES},
    )


def _jobs(before: Catalogue, after: Catalogue) -> Moved:
    old, new = before.job_by_code, after.job_by_code
    changed = (
        code
        for code in old.keys() & new.keys()
        if (old[code].fap_code, old[code].near) != (new[code].fap_code, new[code].near)
    )
    return Moved(
        _job_names(after, new.keys() - old.keys()),
        _job_names(after, changed),
        _job_names(before, old.keys() - new.keys()),
    )


def _notes(before: Catalogue, after: Catalogue) -> Moved:
    old, new = before.job_by_code, after.job_by_code
    both = old.keys() & new.keys()
    told = {code: (old[code].summary, new[code].summary) for code in both}
    return Moved(
        _job_names(after, (code for code, (was, now) in told.items() if now and not was)),
        _job_names(after, (c for c, (was, now) in told.items() if was and now and was != now)),
        _job_names(after, (code for code, (was, now) in told.items() if was and not now)),
    )


def _job_names(catalogue: Catalogue, codes: Iterable[str]) -> tuple[str, ...]:
    jobs = (catalogue.job_by_code[code] for code in codes)
    return tuple(sorted(f"{job.label_feminine} / {job.label_masculine}" for job in jobs))


def _communes(before: Catalogue, after: Catalogue) -> Iterator[str]:
    old, new = before.commune_by_code, after.commune_by_code
    departments = {one.department for one in (*before.communes, *after.communes)}
    for department in sorted(departments):
        name = DEPARTMENTS.get(department, department)
        mine = {code for code, one in old.items() if one.department == department}
        theirs = {code for code, one in new.items() if one.department == department}
        changed = sum(old[code] != new[code] for code in mine & theirs)
        counts = {
            "de plus": len(theirs - mine),
            "de changé": changed,
            "de moins": len(mine - theirs),
        }
        told = [f"{measure(count)} {what}" for what, count in counts.items() if count]
        if told:
            yield f"{name} : {', '.join(told)}"


def _hiring(before: Catalogue, after: Catalogue) -> HiringChange:
    old = {key: row.projects for key, row in before.demand_by_family_and_basin.items()}
    new = {key: row.projects for key, row in after.demand_by_family_and_basin.items()}
    moved = [key for key in old.keys() | new.keys() if old.get(key) != new.get(key)]
    moved.sort(key=lambda key: (-abs((new.get(key) or 0) - (old.get(key) or 0)), key))
    labels = {**before.family_labels, **after.family_labels}
    basins = {**before.basin_by_code, **after.basin_by_code}
    moves = (
        HiringMove(labels[key[0]], basins[key[1]].name, old.get(key), new.get(key))
        for key in moved[:MOST_MOVES]
    )
    was, now = (sum(n for n in side.values() if n is not None) for side in (old, new))
    return HiringChange(was, now, len(moved), tuple(moves))


def _offers(
    before: Mapping[str, Offer], after: Mapping[str, Offer], kept: frozenset[str]
) -> Iterator[OfferChange]:
    for offer_id in sorted(before.keys() | after.keys()):
        old, new = before.get(offer_id), after.get(offer_id)
        one = new or old
        if old != new and one is not None:
            yield OfferChange(offer_id, upper_first(one.name), old, new, offer_id in kept)


def _files(kind: str, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Moved:
    old, new = ({n for n in side if n.startswith(f"{kind}/")} for side in (before, after))
    changed = (name for name in old & new if before[name] != after[name])
    return Moved(*(_stems(names, kind) for names in (new - old, changed, old - new)))


def _stems(names: Iterable[str], kind: str) -> tuple[str, ...]:
    return tuple(sorted(name.removeprefix(f"{kind}/") for name in names))


def told_moves(moves: Sequence[HiringMove]) -> list[str]:
    """One line each: "Serveurs, Brest : de 120 à 140 projets"."""
    return [f"{one.family}, {one.basin} : {_move(one)}" for one in moves]


def _move(move: HiringMove) -> str:
    if move.before is None:
        return f"{measure(move.after or 0)} projets, inconnu avant"
    if move.after is None:
        return f"inconnu, {measure(move.before)} projets avant"
    return f"de {measure(move.before)} à {measure(move.after)} projets"
