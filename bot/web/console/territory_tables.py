"""The figures of a territory as tables that are read, drawn and downloaded alike.

The words are those of templates/console/territory_words.html. None in a cell: hidden.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.csv_cells import as_cell
from bot.orientation.labels import job_label, number
from bot.orientation.levers import LEVERS
from bot.orientation.local_hiring import Hiring, by_domain, by_family, by_job
from bot.orientation.offer import Offer
from bot.orientation.prescription import Delay, Step, delays
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.small_numbers import LEAST
from bot.services.support_offers import SupportOffers
from bot.services.team_words import Subject
from bot.services.territory_figures import ByDepartment, Lines, TerritoryFigures
from bot.web.console.drawing import Bar, bars
from bot.web.console.pages import environment

VIEWS: Mapping[str, Callable[[Catalogue, Collection[str]], tuple[Hiring, ...]]] = {
    "famille": by_family,
    "domaine": by_domain,
    "metier": by_job,
}
MOST_HIRING, MOST_DRAWN, MOST_JOBS = 25, 12, 20
FEW = 10
"""Estimates are told to the nearest ten."""
Cell = str | int | None


@dataclass(frozen=True)
class Table:
    """name: of its file, and of its words. columns: the head. rows: a label, then its cells."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawing: Markup | None = None

    @property
    def hides(self) -> bool:
        """Whether a cell is hidden."""
        return any(cell is None for row in self.rows for cell in row)


@lru_cache(maxsize=1)
def words() -> Any:
    """What the template of words sets."""
    return environment().get_template("console/territory_words.html").module


def hiring_table(catalogue: Catalogue, basin_codes: Collection[str], view: str) -> Table:
    """Hiring projects of the basins, most first."""
    found = VIEWS[view](catalogue, basin_codes)[:MOST_HIRING]
    is_estimate = view != "famille"
    rows = tuple(
        (
            one.label,
            _projects(one, is_estimate),
            _precision(one, is_estimate),
            _percent(one.share_hard),
            _percent(one.share_seasonal),
        )
        for one in found
    )
    drawn = [
        Bar(str(row[0]), one.projects, " ".join(filter(None, (row[2], _told(row)))))
        for one, row in zip(found, rows[:MOST_DRAWN], strict=False)
    ]
    return _table("recrute", rows, drawing=_drawing("recrute", drawn))


def period_tables(
    figures: TerritoryFigures, catalogue: Catalogue, offers: SupportOffers
) -> tuple[Table, ...]:
    """Counts of people, those that change with the period and those of the year."""
    told = words()
    names = {one.offer_id: one.name for one in offers.by_id.values()}
    people: Lines = {"": figures.people}
    return (
        _lines("personnes", people, {"": told.PEOPLE}),
        _lines("demandes", figures.asked, told.ASKED),
        _lines("aides-demandees", figures.offers, names),
        _lines("freins", figures.barriers, told.BARRIERS),
        _by_department("freins-departements", figures.barriers_by_department, told.BARRIERS),
        _by_department("manques", figures.lacking_by_department, told.LEVERS),
        _lines("declics", figures.declics, told.DECLICS),
        _jobs(figures, catalogue),
        _lines("avis", {face: (count,) for face, count in figures.faces.items()}, told.FACES),
    )


def coverage_table(
    offers: Iterable[Offer], departments: Sequence[str], today: datetime.date
) -> Table:
    """How many offers that may be proposed give each lever, department by department."""
    proposable = [one for one in offers if level_of(one, today) in PROPOSABLE]
    rows = tuple(
        (
            words().LEVERS[lever],
            *(_giving(proposable, lever, department) for department in departments),
        )
        for lever in LEVERS
    )
    return _table("couverture", rows, tuple(_department(one) for one in departments))


def reported_table(
    subjects: Iterable[Subject], offers: SupportOffers, today: datetime.date
) -> Table:
    """Offers of which somebody said that they are no longer true; how many did only from five."""
    rows = tuple(
        (
            subject.name or offer.name,
            words().LEVELS[level_of(offer, today)],
            _times(len(subject.references)),
            ", ".join(words().REASONS[reason] for reason in subject.reasons),
            subject.oldest.strftime("%d/%m/%Y"),
        )
        for subject in subjects
        if subject.kind == "offer" and (offer := offers.by_id.get(subject.subject_id or ""))
    )
    return _table("signalements", rows)


def delays_table(
    prescriptions: Mapping[str, Sequence[Sequence[Step]]], offers: SupportOffers
) -> Table:
    """Days from proposing an offer to asking for it, and to its answer; the slowest first."""
    found = {
        offer_id: delays(some)
        for offer_id, some in prescriptions.items()
        if offer_id in offers.by_id
    }
    told = [one for one in found.items() if one[1].to_ask.many or one[1].to_answer.many]
    told.sort(key=lambda one: -(one[1].to_answer.days or 0))
    rows = tuple(
        (offers.by_id[offer_id].name, *_delay(one.to_ask), *_delay(one.to_answer))
        for offer_id, one in told
    )
    return _table("delais", rows)


def _delay(delay: Delay) -> tuple[Cell, Cell]:
    """How many cases, and their median in whole days."""
    return delay.many, None if delay.days is None else round(delay.days)


def as_csv(table: Table) -> bytes:
    """For a spreadsheet of a French office: semicolons, a mark of UTF-8, nothing that is run."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow(table.columns)
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    return as_cell(words().HIDDEN if cell is None else cell)


def _table(
    name: str,
    rows: tuple[tuple[Cell, ...], ...],
    more: tuple[str, ...] = (),
    drawing: Markup | None = None,
) -> Table:
    about = words().TABLES[name]
    return Table(name, about["title"], (*about["columns"], *more), rows, drawing)


def _lines(name: str, lines: Lines, labels: Mapping[str, str]) -> Table:
    rows = tuple((labels.get(code, code), *counts) for code, counts in lines.items())
    drawn = [Bar(str(row[0]), _first(row), _told(row)) for row in rows[:MOST_DRAWN]]
    return _table(name, rows, drawing=_drawing(name, drawn) if len(rows) > 1 else None)


def _by_department(name: str, told: ByDepartment, labels: Mapping[str, str]) -> Table:
    """The first line tells how many people there are."""
    people = ((words().PEOPLE, *told.people),) if told.groups else ()
    rows = tuple((labels[code], *counts) for code, counts in told.lines.items() if told.groups)
    return _table(name, (*people, *rows), tuple(_group(group) for group in told.groups))


def _group(group: tuple[str | None, ...]) -> str:
    if group == (None,):
        return str(words().ELSEWHERE)
    return _department(group[0]) if len(group) == 1 and group[0] else str(words().ONE_OF)


def _department(code: str) -> str:
    return DEPARTMENTS.get(code, code)


def _jobs(figures: TerritoryFigures, catalogue: Catalogue) -> Table:
    jobs = catalogue.job_by_code
    known = {code: counts for code, counts in figures.jobs.items() if code in jobs}
    first = dict(list(known.items())[:MOST_JOBS])
    return _lines("metiers", first, {code: job_label(jobs[code]) for code in first})


def _giving(offers: Iterable[Offer], lever: str, department: str) -> int:
    return sum(lever in one.levers and _reaches(one, department) for one in offers)


def _reaches(offer: Offer, department: str) -> bool:
    """Whether it is given in the department, or in a part of it; where nobody knows, it is not."""
    return offer.zone.level == "country" or department in offer.zone.departments


def _projects(one: Hiring, is_estimate: bool) -> int | None:
    if one.projects is None:
        return None
    return max(FEW, round(one.projects / FEW) * FEW) if is_estimate else round(one.projects)


def _precision(one: Hiring, is_estimate: bool) -> str:
    """What is said before the figure."""
    if one.projects is None:
        return ""
    return str(words().ABOUT if is_estimate else words().AT_LEAST if one.is_minimum else "")


def _percent(share: float | None) -> str:
    return "" if share is None else f"{round(100 * share)} %"


def _times(count: int) -> str:
    return str(count) if count >= LEAST else words().TIMES.format(least=LEAST)


def _drawing(name: str, drawn: Sequence[Bar]) -> Markup | None:
    return bars(words().TABLES[name]["title"], drawn) if drawn else None


def _first(row: Sequence[Cell]) -> float | None:
    return row[1] if isinstance(row[1], int) else None


def _told(row: Sequence[Cell]) -> str:
    return str(words().HIDDEN) if row[1] is None else number(int(row[1]))
