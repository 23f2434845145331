"""The quality report on title search: what it counts, on a handful of jobs."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import catalogue_files
from bot.evaluation.calibration import calibration
from bot.evaluation.share import Share
from bot.evaluation.title_search import NO_JOB, WHICH_ONE, TitleCase, evaluate, plain_search
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import TitleIndex
from bot.settings import ROOT
from tests.unit.small_world import always

CASES = ROOT / "tests" / "evaluation" / "title_cases.csv"
SOME_JOBS = ("D1505", "F1703", "G1603", "H2913", "M1607", "N1101")


@pytest.fixture(scope="module")
def few() -> Catalogue:
    whole = catalogue_files.read(ROOT / "data" / "catalogue")
    return replace(
        whole,
        jobs=tuple(job for job in whole.jobs if job.rome_code in SOME_JOBS),
        titles=tuple(title for title in whole.titles if title.rome_code in SOME_JOBS),
    )


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_cases_never_tuned_on_are_many_in_each_kind() -> None:
    kinds = Counter(row["kind"] for row in held_out())
    assert kinds[NO_JOB] >= 60
    assert kinds[WHICH_ONE] >= 40
    assert len(held_out()) - kinds[NO_JOB] - kinds[WHICH_ONE] >= 300


def test_no_text_is_in_two_cases_and_only_texts_without_a_job_lack_a_code() -> None:
    texts = Counter(row["text"] for row in rows())
    assert [text for text, count in texts.items() if count > 1] == []
    assert {row["kind"] for row in rows() if not row["codes"]} == {NO_JOB}


def test_each_domain_of_rome_is_asked_for_in_both_sets() -> None:
    for name in ("tuning", "held_out"):
        codes = [row["codes"] for row in rows() if row["set"] == name and row["codes"]]
        assert {code[0] for code in codes} == set("ABCDEFGHIJKLMN")


def test_hard_texts_never_tuned_on_are_mostly_found_on_the_bundled_jobs() -> None:
    catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    cases = [case(row["text"], row["codes"].replace("|", " "), row["kind"]) for row in held_out()]
    quality = evaluate(catalogue, TitleIndex(catalogue), cases)
    figures = (quality.searched.first, quality.searched.in_five, quality.rejected, quality.sure)
    floors = (0.84, 0.92, 0.88, 0.93)
    assert all((figure.value or 0) >= floor for figure, floor in zip(figures, floors, strict=True))
    lead = (quality.searched.first.value or 0) - (quality.baseline.first.value or 0)
    assert lead >= 0.25


def held_out() -> list[dict[str, str]]:
    return [row for row in rows() if row["set"] == "held_out"]


def case(text: str, codes: str, kind: str = "everyday") -> TitleCase:
    return TitleCase(text, frozenset(codes.split()), kind)


def test_each_figure_counts_its_own_cases(few: Catalogue) -> None:
    quality = evaluate(
        few,
        TitleIndex(few),
        [
            case("caissière", "D1505"),
            case("maçon", "D1505"),
            case("soudeuse", "H2913 Z9999", "feminine"),
            case("astronaute", "Z9999"),
            case("bonjour", "", NO_JOB),
            case("caissier", "", NO_JOB),
            case("cariste", "N1101", WHICH_ONE),
        ],
    )
    assert quality.searched.first == Share(2, 3)
    assert quality.by_kind["feminine"].first == Share(1, 1)
    assert quality.understood == Share(2, 3)
    assert quality.sure.count <= quality.sure.total <= 3
    assert quality.rejected == Share(1, 2)
    assert quality.asked_back == Share(0, 1)
    assert sum(one.count for one in quality.calibration.bins) == 3


def test_the_baseline_sees_official_titles_only(few: Catalogue) -> None:
    search = plain_search(few)
    assert search("soudeur")[0] == "H2913"
    assert len(search("soudeur")) <= 5
    assert len(set(search("soudeur"))) == len(search("soudeur"))


def test_no_case_gives_no_figure(few: Catalogue) -> None:
    quality = evaluate(few, TitleIndex(few), [])
    assert quality.searched.first.value is None
    assert quality.rejected.low is None
    assert quality.calibration.error is None


def test_a_known_interval() -> None:
    share = Share(80, 100)
    assert share.value == 0.8
    assert share.low == pytest.approx(0.7112, abs=0.0001)
    assert share.high == pytest.approx(0.8666, abs=0.0001)


@always
@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_share_and_stays_between_0_and_1(
    total: int, data: st.DataObject
) -> None:
    share = Share(data.draw(st.integers(0, total)), total)
    assert share.low is not None and share.value is not None and share.high is not None
    assert 0 <= share.low <= share.value + 1e-12
    assert share.value - 1e-12 <= share.high <= 1


def test_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    answers = [(0.75, True)] * 3 + [(0.75, False)]
    found = calibration(answers)
    assert found.error == pytest.approx(0)
    assert [one.count for one in found.bins if one.count] == [4]


def test_the_error_is_weighted_by_the_answers_of_each_bin() -> None:
    found = calibration([(1.0, True)] * 3 + [(0.5, False)])
    assert found.error == pytest.approx(0.125)
