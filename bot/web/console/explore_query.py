"""What an advisor looks at in the panel "Explorer", as its address says it.

All of it is in the query of the address: a page may be kept, sent again or printed. What is not
known of it is left out, as if it had not been said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from bot.orientation.levers import LEVERS
from bot.services.job_list import BY_HIRING, BY_MINUTES, STATES, TRAININGS, Wanted

LIST, WHAT_IF, JOB, COMPARE = "metiers", "et-si", "metier", "comparer"
VIEWS = (LIST, WHAT_IF, JOB, COMPARE)
ORDERS = {"embauches": BY_HIRING, "trajet": BY_MINUTES}
COMPARED = 2
WORDS_CHARACTERS = 80
MOST_PAGES = 1000


@dataclass(frozen=True)
class ExploreQuery:
    """view: one of VIEWS. levers: switches that are on. codes: the jobs looked at. wanted: filters
    of the list."""

    view: str = LIST
    levers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    wanted: Wanted = Wanted()

    @classmethod
    def of(cls, params: QueryParams, domains: Iterable[str], basins: Iterable[str]) -> ExploreQuery:
        """domains, basins: those that may be chosen."""
        code, _, detail = params.get("limite", "").partition(".")
        page = params.get("page", "1")
        wanted = Wanted(
            words=params.get("mots", "").strip()[:WORDS_CHARACTERS],
            domain=_among(params.get("domaine"), domains),
            training=_among(params.get("formation"), TRAININGS),
            basin=_among(params.get("bassin"), basins),
            state=_among(params.get("etat"), STATES),
            limit=(code, detail) if code else None,
            page=min(int(page), MOST_PAGES) if page.isascii() and page.isdigit() else 1,
            order=ORDERS.get(params.get("tri", ""), ""),
        )
        levers = known_levers(params.getlist("et_si"))
        codes = tuple(dict.fromkeys(params.getlist("metier")))[:COMPARED]
        return cls(_among(params.get("vue"), VIEWS) or LIST, levers, codes, wanted)

    def filters(self) -> list[tuple[str, str]]:
        """The filters of the list and its order, but not its page."""
        wanted = self.wanted
        told = {
            "mots": wanted.words,
            "domaine": wanted.domain,
            "formation": wanted.training,
            "bassin": wanted.basin,
            "etat": wanted.state,
            "limite": ".".join(wanted.limit or ()),
            "tri": next((name for name, order in ORDERS.items() if order == wanted.order), ""),
        }
        return [(name, value) for name, value in told.items() if value]

    def switches(self) -> list[tuple[str, str]]:
        return [("et_si", lever) for lever in self.levers]

    def address(self) -> str:
        """The query of this look, with its question mark."""
        pairs = [("vue", self.view), *self.switches(), *self.filters()]
        pairs += [("metier", code) for code in self.codes]
        pairs += [("page", str(self.wanted.page))] if self.wanted.page > 1 else []
        return f"?{urlencode(pairs)}"

    def job(self, *codes: str) -> str:
        """To one job, or to two side by side."""
        view = COMPARE if len(codes) == COMPARED else JOB
        return replace(self, view=view, codes=codes).address()

    def to(self, view: str) -> str:
        """To another view with the same filters and switches."""
        return replace(self, view=view, codes=()).address()

    def page(self, number: int) -> str:
        return replace(self, wanted=replace(self.wanted, page=number)).address()

    def state(self, state: str) -> str:
        """To the list of what is in a state, whatever else was filtered."""
        return replace(self, view=LIST, codes=(), wanted=Wanted(state=state)).address()

    def without_switches(self) -> str:
        return replace(self, levers=()).address()


def known_levers(asked: Iterable[str]) -> tuple[str, ...]:
    """The levers among what was asked, in their own order."""
    given = set(asked)
    return tuple(lever for lever in LEVERS if lever in given)


def _among(value: str | None, known: Iterable[str]) -> str:
    return value if value is not None and value in known else ""
