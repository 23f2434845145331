"""What an advisor looks at is in the address, and only what is known of it counts."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from starlette.datastructures import QueryParams

from bot.services.job_list import Wanted
from bot.web.console.explore_query import COMPARE, JOB, LIST, WHAT_IF, ExploreQuery

DOMAINS, BASINS = ("D", "K"), ("8219",)


def read(query: str) -> ExploreQuery:
    return ExploreQuery.of(QueryParams(query), DOMAINS, BASINS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ExploreQuery(), id="nothing said"),
        pytest.param("vue=et-si&et_si=car&et_si=licence&et_si=car",
                     ExploreQuery(WHAT_IF, ("licence", "car")), id="switches in their own order"),
        pytest.param("vue=metier&metier=D1102", ExploreQuery(JOB, (), ("D1102",)), id="a job"),
        pytest.param("vue=comparer&metier=A&metier=B&metier=C",
                     ExploreQuery(COMPARE, (), ("A", "B")), id="two jobs at most"),
        pytest.param("mots= boulanger &domaine=D&formation=short&bassin=8219&etat=kept&page=3",
                     ExploreQuery(LIST, (), (), Wanted("boulanger", "D", "short", "8219", "kept",
                                                       None, 3)), id="filters"),
        pytest.param("tri=embauches", ExploreQuery(wanted=Wanted(order="hiring")), id="order"),
        pytest.param("limite=hours_refused.night",
                     ExploreQuery(wanted=Wanted(limit=("hours_refused", "night"))), id="limit"),
        pytest.param("vue=../etc&domaine=Z&formation=x&bassin=1&etat=x&et_si=<b>&page=-1&tri=x",
                     ExploreQuery(), id="what is not known is left out"),
        pytest.param("page=²", ExploreQuery(), id="a number that is none"),
        pytest.param("page=99999999999999999999", ExploreQuery(wanted=Wanted(page=1000)),
                     id="no page is that far"),
    ],
)  # fmt: skip
def test_an_address_is_read(query: str, expected: ExploreQuery) -> None:
    assert read(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "vue=et-si&et_si=licence&et_si=minutes&domaine=K&mots=aide+%C3%A0+domicile",
        "vue=comparer&metier=D1102&metier=K1304&et_si=car",
        "vue=metiers&limite=training_too_long.&page=2",
        "vue=metiers&tri=trajet&domaine=K",
    ],
)
def test_an_address_that_is_written_is_read_back(query: str) -> None:
    assert read(read(query).address().removeprefix("?")) == read(query)


def test_links_keep_filters_and_switches_and_change_one_thing() -> None:
    query = read("vue=metiers&domaine=K&et_si=car&page=4")
    kept = {("domaine", "K"), ("et_si", "car")}
    for link in (query.job("D1102"), query.to(WHAT_IF), query.page(5)):
        assert kept <= set(parse_qsl(link.removeprefix("?")))
    assert read(query.state("gained").removeprefix("?")).wanted == Wanted(state="gained")
    assert read(query.without_switches().removeprefix("?")).levers == ()


def test_words_are_cut_and_escaped() -> None:
    long = read("mots=" + "x" * 500)
    assert len(long.wanted.words) == 80
    assert "<" not in read("mots=%3Cb%3E%22").address()
