"""The panel "Explorer": every job with its reasons, switches "et si", two jobs side by side.

Nothing here changes the person's profile: what is tried is a look at what would be. Two buttons
speak to the person, through the conversation, so that both screens show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bot.orientation.catalogue import Catalogue
from bot.orientation.explanation import limit_words, sentence
from bot.orientation.labels import job_label, lower_first, number, upper_first
from bot.orientation.local_facts import about, hiring_source
from bot.orientation.matching import Ranking, rank
from bot.orientation.offer import Offer
from bot.orientation.phrases import say
from bot.orientation.reach_map import basin_changes, reach_map
from bot.orientation.typography import french
from bot.orientation.unlocking import MORE_MINUTES
from bot.orientation.unlocking_sentences import lever_words, rounded
from bot.services.choices import CARD, payload
from bot.services.compare import comparison_of
from bot.services.job_factors import job_factors
from bot.services.job_list import JobWords, ListOfJobs, Marks
from bot.services.switches import Board, board
from bot.services.unlock import Person, carpool_zone, offers_by_lever
from bot.web.console import explore_drawings as drawings
from bot.web.console.drawing import legend_bar, legend_dot, small_bar
from bot.web.console.explore_query import COMPARE, JOB, LIST, WHAT_IF, ExploreQuery, known_levers
from bot.web.console.forms import Form
from bot.web.console.panels import Panel
from bot.web.console.speaking import Say
from bot.web.console.visits import Visit

NAME = "explorer"
MOST_BASINS, MOST_GAINED = 12, 8


@dataclass(frozen=True)
class Explorer:
    """The facts that are the same for everybody, made at the first look and kept."""

    catalogue: Callable[[], Catalogue]
    offers: Callable[[], Iterable[Offer]]
    say: Say

    @cached_property
    def words(self) -> JobWords:
        return JobWords(self.catalogue())

    def panel(self) -> Panel:
        acts = {"montrer": self.show_job, "parler": self.talk_about}
        return Panel(NAME, "Explorer", "console/explore.html", self.content, acts)

    async def content(self, visit: Visit, request: Request) -> dict[str, Any]:
        return await run_in_threadpool(self._look, visit, request)

    def _look(self, visit: Visit, request: Request) -> dict[str, Any]:
        """One ranking, whatever is looked at."""
        catalogue, offers, case = self.catalogue(), tuple(self.offers()), visit.case
        zone = carpool_zone(offers, case.person.today)
        ranking = rank(catalogue, case.person.profile, case.person.seed, zone)
        reach = ranking.situation.reach
        query = ExploreQuery.of(request.query_params, catalogue.domain_labels, reach.basin_codes)
        look = Look(ranking, query, case.person, offers, _marks(visit))
        return {**look.shared(visit), **VIEWS[query.view](look, self.words)}

    async def show_job(self, visit: Visit, form: Form) -> str:
        """The card of a job comes into the conversation, for both to see."""
        job = self.catalogue().job_by_code.get(form.one("metier"))
        if job is None:
            return french(say("explore.unknown_job"))
        if not _has_list(visit):
            return french(say("explore.no_list"))
        words = say("explore.show", visit.case.person.easy, job=job_label(job))
        await self.say(visit, french(words), payload("why_job", rome_code=job.rome_code, view=CARD))
        return french(say("explore.said"))

    async def talk_about(self, visit: Visit, form: Form) -> str:
        """The switches that are on come into the conversation, as if somebody had asked."""
        levers = known_levers(form.all("et_si"))
        if not levers:
            return french(say("explore.tick_first"))
        if not _has_list(visit):
            return french(say("explore.no_list"))
        words = say("explore.what_if", visit.case.person.easy, levers=lever_words(levers))
        await self.say(visit, french(words), payload("what_if", levers="+".join(levers)))
        return french(say("explore.said"))


def _has_list(visit: Visit) -> bool:
    """Whether jobs were shown: before, neither a card nor a what-if is answered."""
    return visit.case.slots.get("proposed") is not None


def _marks(visit: Visit) -> Marks:
    """What the conversation says of jobs: proposed, of these the déclics, and kept."""
    case = visit.case
    declics = {
        card["rome_code"]
        for event in case.events
        if event.get("event") == "bot"
        for card in ((event.get("data") or {}).get("custom") or {}).get("cards") or ()
        if card.get("is_declic")
    }
    shown = [code for code in case.proposed if code in declics]
    return Marks(case.proposed, shown, case.kept)


class Look:
    """One look at one person: what the views share is worked out once."""

    def __init__(
        self,
        ranking: Ranking,
        query: ExploreQuery,
        person: Person,
        offers: Sequence[Offer],
        marks: Marks,
    ) -> None:
        self.ranking, self.query, self.person, self.offers = ranking, query, person, offers
        self.catalogue = ranking.situation.catalogue
        self._marks = marks

    @cached_property
    def board(self) -> Board:
        return board(self.ranking, self.offers, self.person, self.query.levers)

    @cached_property
    def listed(self) -> ListOfJobs:
        gained = self.board.gains.unlocked
        marks = self._marks if gained is None else self._marks.with_gained(gained.rows)
        return ListOfJobs(self.ranking, marks)

    def shared(self, visit: Visit) -> dict[str, Any]:
        """What every view shows; functions write figures the same way everywhere."""
        return {
            "query": self.query,
            "board": self.board,
            "listed": self.listed,
            "path": f"{visit.path}/{NAME}",
            "has_list": _has_list(visit),
            "has_home": self.ranking.situation.reach.home_basin is not None,
            "basin_names": {one.basin_code: one.name for one in self.catalogue.basins},
            "lower_first": lower_first,
            "levers_on": lever_words(self.query.levers),
            "year": self.catalogue.hiring_year,
            "source": hiring_source(self.catalogue, self.catalogue.hiring_year),
            "number": number,
            "about": about,
            "rounded": rounded,
            "small_bar": small_bar,
            "signed": drawings.signed,
            "legend_bar": legend_bar,
            "legend_dot": legend_dot,
        }


def _list(look: Look, words: JobWords) -> dict[str, Any]:
    catalogue, reach = look.catalogue, look.ranking.situation.reach
    return {
        "found": look.listed.page(look.query.wanted, words),
        "total": len(catalogue.jobs),
        "domains": sorted(catalogue.domain_labels.items(), key=lambda one: one[1]),
        "basins": reach.basin_codes,
        "limits": [
            (".".join(limit), upper_first(limit_words(*limit)), count)
            for limit, count in look.ranking.removed.items()
        ],
    }


def _what_if(look: Look, words: JobWords) -> dict[str, Any]:
    gains, before = look.board.gains, look.ranking.situation
    after = gains.unlocked.situation if gains.unlocked else before
    found = reach_map(before, after)
    return {
        "changes": basin_changes(before.reach, after.reach),
        "most_basins": MOST_BASINS,
        "projects": _projects(look.catalogue),
        "map": partial(drawings.map_of, found, look.catalogue) if found else None,
        "minutes": after.reach.max_minutes,
        "jobs_chart": partial(drawings.jobs_chart, look.board),
        "openings_chart": partial(drawings.openings_chart, look.board),
        "jobs_both": partial(drawings.before_after, gains.jobs_before, gains.jobs_gained),
        "openings_both": partial(
            drawings.before_after, gains.openings_before, gains.openings_gained
        ),
        "gained": [
            look.listed.line(match.row)
            for match in (gains.unlocked.matches(MOST_GAINED) if gains.unlocked else ())
        ],
        "hours": {
            upper_first(say(f"reason.hours.{code}")): count for code, count in gains.hours.items()
        },
        "counted": lever_words(gains.unlocked.levers) if gains.unlocked else "",
        "more_minutes": MORE_MINUTES,
    }


def _projects(catalogue: Catalogue) -> Mapping[str, int]:
    """Published projects of all families, by basin; a basin without any figure is not there."""
    table = catalogue.demand_table
    return {
        code: int(table.projects[:, column].sum())
        for code, column in table.column_by_basin.items()
        if table.is_published[:, column].any()
    }


def _job(look: Look, words: JobWords) -> dict[str, Any]:
    rows = look.listed.ranking.situation.table.row_by_code
    codes = [code for code in look.query.codes if code in rows]
    if not codes:
        return {"one": None, "line": None}
    match = look.ranking.match(codes[0])
    giving = offers_by_lever(look.offers, look.person)
    one = job_factors(match, look.board.unlocked, giving, look.person.seed)
    fit, opportunity = one.parts.of_part("fit"), one.parts.of_part("opportunity")
    return {
        "one": one,
        "line": look.listed.line(match.row),
        "fit_chart": partial(drawings.factor_chart, fit),
        "chances_chart": partial(drawings.factor_chart, opportunity),
        "told_of": lambda factor: [sentence(reason) for reason in factor.finding.reasons],
        "others": _others(look, codes[0]),
    }


def _others(look: Look, rome_code: str) -> list[tuple[str, str]]:
    """Jobs to set beside: those proposed and kept, else the first of the list."""
    jobs, first = look.catalogue.job_by_code, look.ranking.matches[:4]
    codes = [*look._marks.proposed, *look._marks.kept, *(match.job.rome_code for match in first)]
    others = [code for code in dict.fromkeys(codes) if code != rome_code and code in jobs]
    return [(code, job_label(jobs[code])) for code in others]


def _compare(look: Look, words: JobWords) -> dict[str, Any]:
    rows = look.listed.ranking.situation.table.row_by_code
    codes = [code for code in look.query.codes if code in rows]
    if len(codes) < 2:
        return {"pair": None}
    giving, seed = offers_by_lever(look.offers, look.person), look.person.seed
    pair = [
        job_factors(look.ranking.match(code), look.board.unlocked, giving, seed) for code in codes
    ]
    titles = [job_label(one.match.job) for one in pair]
    factors = [(*one.parts.of_part("fit"), *one.parts.of_part("opportunity")) for one in pair]
    told = comparison_of(look.ranking, look.board.unlocked, codes)
    return {
        "pair": pair,
        "lines": [look.listed.line(one.match.row) for one in pair],
        "titles": titles,
        "told": told["rows"],
        "factors": list(zip(*factors, strict=True)),
        "chart": partial(drawings.compared_chart, titles, factors),
    }


VIEWS: Mapping[str, Callable[[Look, JobWords], dict[str, Any]]] = {
    LIST: _list,
    WHAT_IF: _what_if,
    JOB: _job,
    COMPARE: _compare,
}
