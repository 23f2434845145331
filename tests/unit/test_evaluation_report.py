"""The report: French figures, all sections, texts that are never markup; `declic evaluate`."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.adapters import catalogue_files
from bot.commands import evaluate
from bot.commands.catalogue_choice import Unusable
from bot.commands.evaluate import command, figures, read_cases
from bot.evaluation.intervals import Estimate
from bot.evaluation.quality import Quality, quality
from bot.evaluation.share import Share
from bot.evaluation.title_search import NO_JOB
from bot.evaluation_report.numbers import NO_BREAK, estimate, number, percent, share
from bot.evaluation_report.page import as_html
from bot.evaluation_report.parts import Bar, Chart, Report, Section, Table
from bot.evaluation_report.report import report
from bot.evaluation_report.text import as_text
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import TitleIndex
from bot.settings import ROOT

DAY = datetime.date(2026, 11, 27)
BUNDLED = ROOT / "data" / "catalogue"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The jobs of two domains of the bundled catalogue: enough to measure everything."""
    whole = catalogue_files.read(BUNDLED)
    jobs = tuple(job for job in whole.jobs if job.domain in "DM")
    codes = {job.rome_code for job in jobs}
    return replace(
        whole,
        jobs=jobs,
        titles=tuple(title for title in whole.titles if title.rome_code in codes),
    )


@pytest.fixture(scope="module")
def found(catalogue: Catalogue) -> Quality:
    return _measured(catalogue)


def _measured(catalogue: Catalogue) -> Quality:
    cases = read_cases(evaluate.TITLE_CASES)[::12]
    return quality(catalogue, TitleIndex(catalogue), cases, count=20, seed=4)


def test_the_same_seed_gives_the_same_figures(catalogue: Catalogue, found: Quality) -> None:
    again = _measured(replace(catalogue))
    assert figures(catalogue, again) == figures(catalogue, found)


def test_figures_are_json_without_any_hole(catalogue: Catalogue, found: Quality) -> None:
    written = json.loads(json.dumps(figures(catalogue, found), allow_nan=False))
    assert written["people"] == 20
    assert written["seed"] == 4
    assert {"titles", "near_jobs", "riasec", "lists", "diversity", "concentration"} < set(written)
    assert written["editions"][0]["edition"]


def test_the_page_holds_every_section_once_and_each_link_leads_to_one(
    catalogue: Catalogue, found: Quality
) -> None:
    told = report(catalogue, found, DAY)
    page = Page(as_html(told))
    assert page.ids == ["bref", *(one.anchor for one in told.sections), "hypotheses"]
    assert page.links == [f"#{one.anchor}" for one in told.sections]
    assert page.headings[0] == "h1"
    assert page.headings.count("h1") == 1
    assert page.scopes and None not in page.scopes
    assert page.fetched == []
    for section in told.sections:
        assert section.meaning and section.good


def test_the_page_tells_day_editions_and_seed(catalogue: Catalogue, found: Quality) -> None:
    html = as_html(report(catalogue, found, DAY))
    for told in ("27/11/2026", "BMO 2025", ">4<", ">20<"):
        assert told in html


def test_the_terminal_is_told_the_same_tables(catalogue: Catalogue, found: Quality) -> None:
    told = report(catalogue, found, DAY)
    text = as_text(told)
    for section in told.sections:
        assert section.title.upper() in text
        for block in section.blocks:
            assert block.caption in text


def test_no_text_becomes_markup() -> None:
    evil = "<script>alert('&')</script>"
    section = Section(
        "ici",
        evil,
        evil,
        evil,
        (
            Chart(evil, (Bar(evil, evil, 0.5, 0.4, 0.6),)),
            Table(evil, (evil, evil), ((evil, evil),)),
        ),
        evil,
    )
    html = as_html(Report(evil, ((evil, evil),), (), (section,), (evil,)))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert f'aria-label="{evil}"' not in html


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(number(1234.5, 1), f"1{NO_BREAK}234,5", id="thousands"),
        pytest.param(percent(0.6342), f"63,4{NO_BREAK}%", id="share"),
        pytest.param(percent(None), "—", id="unknown"),
        pytest.param(share(Share(0, 0)), "—", id="no case"),
        pytest.param(share(Share(5, 10)), f"50,0{NO_BREAK}% (23,7{NO_BREAK}– 76,3)", id="interval"),
        pytest.param(estimate(Estimate(0.5, 0.41, 0.6)), f"0,50 (0,41{NO_BREAK}– 0,60)", id="mean"),
    ],
)
def test_figures_are_written_as_in_french(written: str, expected: str) -> None:
    assert written == expected


def test_cases_that_were_tuned_on_are_left_out() -> None:
    cases = read_cases(evaluate.TITLE_CASES)
    texts = {one.text for one in cases}
    assert "chauffeur de tracteur" not in texts
    assert any(len(one.rome_codes) > 1 for one in cases)
    assert all(not one.rome_codes for one in cases if one.kind == NO_JOB)


def test_without_the_cases_the_command_says_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="copie du projet"):
        read_cases(tmp_path / "cases.csv")


def test_the_command_writes_the_page_and_the_figures(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluate, "chosen_catalogue", lambda folder: catalogue)
    html, figures_file = tmp_path / "q.html", tmp_path / "q.json"
    options = ["--people", "20", "--seed", "4", "--html", str(html), "--json", str(figures_file)]
    result = CliRunner().invoke(command, options, catch_exceptions=False)
    assert result.exit_code == 0
    assert "Graine : 4" in result.output
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(figures_file.read_text(encoding="utf-8"))["seed"] == 4


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, catalogue: Catalogue, found: Quality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluate, "chosen_catalogue", lambda folder: catalogue)
    monkeypatch.setattr(evaluate, "quality", lambda *given: found)
    path = tmp_path / "nowhere" / "q.html"
    result = CliRunner().invoke(command, ["--html", str(path)])
    assert result.exit_code == 2
    assert str(path) in result.output.replace("\n", "")


class Page(HTMLParser):
    """What tests look for in a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.scopes: list[str | None] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "th":
            self.scopes.append(given.get("scope"))
        if tag in ("script", "link", "img", "iframe") or "src" in given:
            self.fetched.append(tag)
