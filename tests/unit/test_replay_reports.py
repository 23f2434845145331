"""The page, JUnit and JSON tell all that differs; a transcript changes only when told to."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.adapters import catalogue_files, offer_files
from bot.replay.coverage import Part, choice_of, coverage
from bot.replay.reading import read_stories
from bot.replay.record import Difference, Spoke, StoryRecord, Trace, TurnRecord
from bot.replay.report.labels import kept_in_words
from bot.replay.report.machine import as_json, as_junit
from bot.replay.report.page import as_html
from bot.replay.report.run import Run
from bot.replay.story import ADVISOR, Place
from bot.replay.text import as_text
from bot.replay.transcript import accept, compare_whole, transcript_path, unused
from bot.settings import ROOT

CATALOGUE = catalogue_files.read(ROOT / "data" / "catalogue")
OFFERS = offer_files.read(ROOT / "data" / "offers")
STORY = "histoire: Essai\nauteur: test\ndate: 2026-11-27\nétapes:\n  - Candidat: oui\n"
PAYLOAD = '/answer{"question": "licence", "value": "yes"}'


def text(words: str, *titles: str) -> dict:
    buttons = [{"title": title, "choice": title} for title in titles]
    return {"type": "text", "text": words, "buttons": buttons}


def played(path: Path, answer: str = "C’est noté.\nBravo <b>!</b>") -> StoryRecord:
    opening = TurnRecord(messages=[text("Le permis ?", "Oui", "Non")], question_after="licence")
    spoke = Spoke("validate", "RulePolicy", "la question en cours", ("utter_greet_again",))
    answered = TurnRecord(
        said="Oui",
        messages=[text(answer)],
        kept={"licence": "yes", "misses": 0},
        trace=Trace("licence", "answer", 1.0, (("value", "yes"),), PAYLOAD, (spoke,)),
        offered=((PAYLOAD, "Oui"),),
    )
    advisor = TurnRecord(speaker=ADVISOR, said="<script>x</script>", refusal="Trop long.")
    turns = [opening, answered, advisor]
    return StoryRecord("essai", "Essai & co", "test", str(path), "2026-11-27", 0, "Zoé", turns)


def wrong(record: StoryRecord) -> StoryRecord:
    found = Difference(Place(Path(record.path), 5), "les mots « Merci »", "C’est <noté>")
    record.turns[1].differences.append(found)
    return record


def run_of(*records: StoryRecord) -> Run:
    part = Part("Questions", "posées", ("licence",), ("vehicle <x>",))
    return Run(datetime.date(2026, 11, 27), records, (), (part,), (Path("old.yml"),), 1.5)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "essai.yml"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_page_needs_nothing_else_and_runs_nothing_that_was_said(story: Path) -> None:
    page = as_html(run_of(wrong(played(story))))
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?:""", page)
    assert page.count("<script>") == 1 and "&lt;script&gt;x" in page
    assert "Bravo &lt;b&gt;!" in page and "vehicle &lt;x&gt;" in page


def test_the_page_tells_what_differs_and_where_it_comes_from(story: Path) -> None:
    page = as_html(run_of(wrong(played(story)), replace(played(story), name="b")))
    assert "1 conversation sur 2 à regarder" in page
    assert "les mots « Merci »" in page and "C’est &lt;noté&gt;" in page
    assert "ligne 5 de l’histoire" in page and "old.yml" in page
    assert "Compris : answer (un bouton), value = yes" in page
    assert '<li class="pressed">' in page and "Refusé : Trop long." in page
    assert "<b>permis</b> oui" in page and "misses" not in page


def test_a_run_without_a_difference_says_so(story: Path) -> None:
    assert "Toutes les conversations sont comme prévu" in as_html(run_of(played(story)))
    assert "tout est comme attendu" in as_text([played(story)])


def test_junit_and_json_hold_every_difference(story: Path) -> None:
    run = run_of(wrong(played(story, "Un signe interdit : \x00")), played(story))
    suite = ElementTree.fromstring(as_junit(run))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None and "ligne 5" in (failure.text or "")
    told = json.loads(as_json(run))
    assert [one["has_passed"] for one in told["stories"]] == [False, True]
    assert told["stories"][0]["differences"][0]["place"]["line"] == 5


def test_what_is_kept_is_told_in_words() -> None:
    kept = {"licence": None, "hours_refused": [], "vehicle": "bike", "past_jobs": [{"said": "x"}]}
    assert dict(kept_in_words(kept)) == {
        "permis": "effacé",
        "horaires impossibles": "aucun",
        "véhicule": "un vélo",
        "métiers faits": "dit : x",
    }


def test_a_transcript_is_compared_and_changes_only_when_accepted(story: Path) -> None:
    (read,), _ = read_stories([story])
    assert compare_whole(read, played(story)) == []
    assert len(compare_whole(replace(read, is_whole=True), played(story))) == 1
    accept(played(story))
    assert compare_whole(read, played(story)) == []
    (found,) = compare_whole(read, played(story, "Autre chose."))
    assert found.expected == "tour 1, Déclic : C’est noté.\nBravo <b>!</b>"
    assert found.received == "Autre chose."
    shorter = played(story)
    shorter.turns.pop()
    assert {one.received for one in compare_whole(read, shorter)} == {"(rien)"}


def test_a_transcript_that_cannot_be_read_is_a_difference(story: Path) -> None:
    (read,), _ = read_stories([story])
    transcript_path(story).parent.mkdir()
    transcript_path(story).write_text("[", encoding="utf-8")
    assert "--accept" in compare_whole(read, played(story))[0].received


def test_a_transcript_without_its_story_is_told(story: Path) -> None:
    accept(played(story))
    assert unused([story.parent]) == []
    story.rename(story.with_name("autre.yml"))
    assert [path.name for path in unused([story.parent])] == ["essai.yml"]


@pytest.mark.parametrize(
    ("payload", "choice"),
    [
        pytest.param(PAYLOAD, "licence: yes", id="an answer"),
        pytest.param("hours_refused=night", "hours_refused: night", id="an option"),
        pytest.param(
            '/answer{"question": "hours_refused", "values": []}', "hours_refused: aucun", id="none"
        ),
        pytest.param('/answer{"question": "commune", "value": "38053"}', "commune", id="a place"),
        pytest.param('/why_job{"rome_code": "K1302"}', "why_job", id="a job"),
        pytest.param(
            '/refuse_job{"rome_code": "K1302", "reason": "hours"}',
            "refuse_job reason=hours",
            id="a reason",
        ),
        pytest.param("/go_back", "go_back", id="no entity"),
    ],
)
def test_a_button_is_counted_whatever_job_it_names(payload: str, choice: str) -> None:
    assert choice_of(payload) == choice


def test_what_was_reached_and_what_was_not(story: Path) -> None:
    parts = {part.title: part for part in coverage([played(story)], CATALOGUE, OFFERS)}
    assert parts["Questions"].reached == ("licence",) and "vehicle" in parts["Questions"].missed
    assert parts["Choix"].reached == ("licence: yes « Oui »",)
    assert parts["Textes"].reached == ("utter_greet_again",)
    assert parts["Aides"].reached == () and len(parts["Aides"].missed) > 10
