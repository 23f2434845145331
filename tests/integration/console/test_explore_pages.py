"""The pages of the panel "Explorer": what they show is what the core says, for every persona."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.eligibility import VERDICTS
from bot.orientation.labels import NARROW_SPACE, job_label
from bot.orientation.levers import LEVERS
from bot.orientation.matching import CRITERIA, rank
from bot.orientation.profile import HOURS, REFUSAL_REASONS, Profile
from bot.orientation.travel_modes import MODES
from bot.orientation.typography import french
from bot.orientation.unlocking import LEVER_CHANGES, together
from bot.services.case import Case
from bot.services.job_list import PER_PAGE, STATES, TRAININGS
from bot.services.unlock import Person
from bot.web.console.pages import environment
from bot.web.console.panel_explore import Explorer
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import DAY, catalogue, offers

MAP_BYTES = 60_000
WORDS: Any = environment().get_template("console/explore/words.html").module
NAMES = WORDS.CRITERIA
PROPOSED, KEPT = ("D1102", "K1304"), ("D1102",)
NADIA = PERSONAS[0].profile
LOOKS = (
    "",
    "vue=metiers&mots=vend&etat=possible",
    "vue=et-si",
    "vue=et-si&" + "&".join(f"et_si={lever}" for lever in LEVERS),
    "vue=metier&metier=D1102",
    "vue=metier&metier=N4105&et_si=licence",
    "vue=comparer&metier=D1102&metier=K1304",
    "vue=comparer",
    "vue=metier&metier=Z0000",
)


class Page(HTMLParser):
    """The cells of each row, the links and the drawings of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.text = ""
        self._cell: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            self.rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._cell is not None:
            self._cell.append(data)

    def row(self, name: str) -> list[str]:
        return next(row for row in self.rows if len(row) > 1 and row[0] == name)


def visit_of(profile: Profile, today: datetime.date = DAY, **slots: object) -> Any:
    person = Person(profile, read_circumstances({}), today, 3)
    known = {"proposed": list(PROPOSED), **slots}
    cards = [{"rome_code": "K1304", "is_declic": True}, {"rome_code": "D1102", "is_declic": False}]
    events = [{"event": "bot", "data": {"custom": {"type": "cards", "cards": cards}}}]
    case = Case("c" * 32, known, events, person, KEPT, PROPOSED, (), None)
    return SimpleNamespace(case=case, path="/console/entretiens/0123456789abcdef")


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return Explorer(catalogue, offers, SimpleNamespace())  # type: ignore[arg-type]


def drawn(explorer: Explorer, profile: Profile, query: str, **slots: object) -> str:
    visit, request = visit_of(profile, **slots), SimpleNamespace(query_params=QueryParams(query))
    content = explorer._look(visit, request)  # type: ignore[arg-type]
    template = environment().get_template("console/explore.html")
    return template.render(content=content, visit=visit, csrf="csrf-of-the-page")


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
@pytest.mark.parametrize("query", LOOKS)
def test_every_look_at_every_persona_is_a_page(
    explorer: Explorer, persona: Persona, query: str
) -> None:
    html = drawn(explorer, persona.profile, query)
    assert "<h2>Explorer</h2>" in html and "style=" not in html and "<script" not in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for svg in re.findall(r'<svg class="d-map".*?</svg>', html, re.DOTALL):
        assert len(svg.encode()) < MAP_BYTES


@pytest.mark.parametrize(
    "profile", [pytest.param(Profile(), id="nothing told"), pytest.param(NADIA, id="all told")]
)
def test_a_person_who_told_nothing_has_the_same_pages(explorer: Explorer, profile: Profile) -> None:
    for query in LOOKS:
        html = drawn(explorer, profile, query, proposed=None)
        assert ("La commune n’est pas encore connue" in html) == (profile.insee_code is None)


def test_the_list_is_the_ranking_with_its_marks(explorer: Explorer) -> None:
    page = Page(drawn(explorer, NADIA, ""))
    ranking = rank(catalogue(), NADIA, 3)
    shown = [row for row in page.rows if len(row) > 1 and row[1].isdigit()]
    assert len(shown) == PER_PAGE
    for row, match in zip(shown, ranking.matches, strict=False):
        assert french(job_label(match.job)) in row[2] and match.job.rome_code in row[2]
        assert row[3] == str(round(100 * (match.fit or 0)))
    kept = Page(drawn(explorer, NADIA, "etat=kept"))
    assert "gardé" in kept.rows[1][2] and "proposé" in kept.rows[1][2]
    assert "déclic" in Page(drawn(explorer, NADIA, "etat=declic")).rows[1][2]


def test_the_table_of_a_job_adds_up_to_its_score(explorer: Explorer) -> None:
    """Only what is written on the page is used, to the rounding of what is written."""
    page = Page(drawn(explorer, NADIA, "vue=metier&metier=D1102"))

    def points(name: str) -> float:
        return float(page.row(NAMES[name])[3].replace("−", "-").replace(",", ".").split()[0]) / 100

    def step(name: str) -> float:
        return float(page.row(name)[1].replace(",", "."))

    fit = 0.5 + sum(points(one.name) for one in CRITERIA if one.part == "fit")
    chances = 0.5 + 0.5 * sum(points(one.name) for one in CRITERIA if one.part == "opportunity")
    assert step("Envie sûre") == pytest.approx(fit, abs=0.003)
    assert step("Chances") == pytest.approx(chances, abs=0.002)
    steps = ("Envie sûre", "Chances", "Réglage des surprises", "À vérifier", "Tirage au sort")
    score = 1.0
    for name in steps:
        score *= step(name)
    assert step("Score") == pytest.approx(score, abs=0.006)
    assert step("Score") == pytest.approx(
        rank(catalogue(), NADIA, 3).match("D1102").score, abs=0.001
    )


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_switches_show_what_a_ranking_made_anew_would(explorer: Explorer, persona: Persona) -> None:
    levers = ("licence", "car", "training", "childcare")
    query = "vue=et-si&" + "&".join(f"et_si={lever}" for lever in levers)
    html = drawn(explorer, persona.profile, query)
    found = together(rank(catalogue(), persona.profile, 3), levers, 3)
    if found is None:
        assert "Rien ne change" in html
        return
    row = Page(html).row("Métiers possibles qui recrutent")
    before, more, after = (int(cell.replace(NARROW_SPACE, "")) for cell in row[1:])
    assert more == len(found.rows) and after == before + more


def test_a_parent_sees_the_hours_that_childcare_opens_and_who_gives_it(explorer: Explorer) -> None:
    parent = profile_with(NADIA, hours_refused=frozenset({"outside_school"}))
    html = drawn(explorer, parent, "vue=et-si&et_si=childcare")
    found = together(rank(catalogue(), parent, 3), ["childcare"], 3)
    assert found is not None and len(found.rows)
    counts = [sum(hours in catalogue().jobs[row].contexts for row in found.rows) for hours in HOURS]
    told = [int(count) for count in re.findall(r": (\d+) des métiers ouverts", html)]
    assert told == [count for count in counts if count]
    assert "Crèche AVIP" in html and "Peu de modes de garde" in html


def profile_with(profile: Profile, **changes: object) -> Profile:
    return replace(profile, **changes)  # type: ignore[arg-type]


def test_the_map_and_its_table_tell_the_same_states(explorer: Explorer) -> None:
    html = drawn(explorer, NADIA, "vue=et-si&et_si=licence&et_si=car")
    states = [row[1] for row in Page(html).rows if len(row) == 6 and row[1] != "État"]
    assert states[0] == "domicile" and "gagné" in states
    assert {"d-home", "d-gained", "d-out"} <= set(re.findall(r'class="(d-[a-z]+)"', html))


def test_what_was_typed_comes_back_as_text(explorer: Explorer) -> None:
    html = drawn(explorer, NADIA, "mots=%22%3E%3Cscript%3E")
    assert "<script" not in html and "&#34;&gt;&lt;script&gt;" in html


def test_words_are_there_for_all_that_the_core_names() -> None:
    assert set(NAMES) == {one.name for one in CRITERIA}
    assert set(WORDS.LEVERS) == set(LEVERS) == set(LEVER_CHANGES)
    assert set(WORDS.STATES) == set(WORDS.STATES_MANY) == set(STATES)
    assert set(WORDS.MODES) == set(MODES) and set(WORDS.TRAININGS) == set(TRAININGS)
    assert set(WORDS.REFUSALS) == set(REFUSAL_REASONS) and set(WORDS.VERDICTS) == set(VERDICTS)
