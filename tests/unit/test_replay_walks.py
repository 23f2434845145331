"""Invented people talk the same from the same seed; what must hold is watched; failures shrink."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.sql import sessions
from bot.adapters.sql.engine import metadata
from bot.replay.invariants import MOST_ALIKE, MOST_BUBBLES, Watch
from bot.replay.names import TABLES
from bot.replay.reading import read_stories
from bot.replay.record import Difference, Spoke, StoryRecord, Trace, TurnRecord
from bot.replay.screen import Screen
from bot.replay.story import Menu, Persona, Press, Say, Saying, Tick
from bot.replay.walks.people import Typed, Walker
from bot.replay.walks.shrinking import shrunk
from bot.replay.walks.walk import Walked
from bot.replay.walks.writing import as_story

AGREED = {"consent": "yes"}
TYPED = Typed.of([Persona("zoé", "", {"licence": (Say("non"), Press("Oui"), Say("oui"))})])


def text(words: str, *titles: str) -> dict:
    buttons = [{"title": title, "choice": title} for title in titles]
    return {"type": "text", "text": words, "buttons": buttons}


def bar(step: int) -> dict:
    return {"type": "progress", "step": step, "total": 10}


def turn(*messages: dict, said: str = "x", intent: str = "answer", **facts: object) -> TurnRecord:
    spoke = Spoke("a", None, None, tuple(facts.pop("responses", ())))  # type: ignore[arg-type]
    trace = Trace(intent=intent, spoke=(spoke,))
    return TurnRecord(said=said, messages=list(messages), trace=trace, **facts)  # type: ignore[arg-type]


def looked(*turns: tuple[TurnRecord, dict]) -> list[list[str]]:
    """What each turn broke, turn after turn, with the slots after it."""
    watch, screen, found = Watch(), Screen(), []
    for one, slots in turns:
        screen = screen.then(one.messages)
        found.append([d.received for d in watch.look(one, screen, slots, None)])
    return found


CARDS = {
    "type": "cards",
    "cards": [{"title": "Métier", "buttons": [{"title": "Pourquoi ?", "choice": "w"}]}],
}


@pytest.mark.parametrize(
    ("last", "slots", "is_right"),
    [
        pytest.param(turn(text("Fin.")), AGREED, False, id="nothing to press, no question"),
        pytest.param(turn(text("Fin.", "Oui")), AGREED, True, id="a button"),
        pytest.param(turn(text("?"), question_after="licence"), AGREED, True, id="a question"),
        pytest.param(
            turn(text("3114"), question_after="licence"),
            {**AGREED, "paused_form": "mobility_form"},
            False,
            id="on pause without a button",
        ),
    ],
)
def test_there_is_always_a_way_on(last: TurnRecord, slots: dict, is_right: bool) -> None:
    assert (looked((last, slots)) == [[]]) == is_right


def test_cards_shown_earlier_are_a_way_on() -> None:
    first, second = turn(CARDS), turn(text("Parce que."))
    # A card's words are not looked at by this rule.
    watch, screen = Watch(), Screen().then(first.messages)
    assert [one.title for one in screen.then(second.messages).pressable] == ["Pourquoi ?"]
    assert watch.look(second, screen.then(second.messages), AGREED, None) == []


def test_a_question_that_was_answered_is_not_asked_again() -> None:
    asked = turn(text("Permis ?"), question_after="licence")
    told = {**AGREED, "licence": "yes"}
    back = turn(text("Permis ?"), intent="go_back", question_after="licence")
    assert looked((asked, AGREED), (turn(text("ok"), question_after="vehicle"), told)) == [[], []]
    (_, again) = looked((turn(text("a"), question_after="vehicle"), told), (asked, told))
    assert again == ["la question sur le permis revient, après la réponse « oui »"]
    assert looked((turn(text("a"), question_after="vehicle"), told), (back, AGREED))[1] == []


def test_progress_falls_back_only_when_one_goes_back() -> None:
    def at(step: int, intent: str = "answer") -> tuple[TurnRecord, dict]:
        return turn(bar(step), text(str(step), "Oui"), intent=intent), AGREED

    assert looked(at(3), at(2)) == [[], ["de 3 à 2"]]
    assert looked(at(3), at(2, "go_back"), at(3)) == [[], [], []]
    over = (turn(text("On repart.", "Oui"), intent="start_over"), AGREED)
    assert looked(at(3), over, at(1)) == [[], [], []]


def test_faults_and_too_many_bubbles_are_told() -> None:
    broken = turn(text("a", "Oui"), faults=["action failed"])
    chatty = turn(*(text(str(n), "Oui") for n in range(MOST_BUBBLES + 1)))
    assert looked((broken, AGREED), (chatty, AGREED)) == [["action failed"], ["10 bulles"]]


def test_the_same_words_do_not_come_back_for_ever() -> None:
    turns = [(turn(text("Encore ?", "Oui"), said=str(n)), AGREED) for n in range(MOST_ALIKE + 1)]
    assert [bool(found) for found in looked(*turns)] == [False] * MOST_ALIKE + [True]
    same = [(turn(text("Encore ?", "Oui"), said="a"), AGREED) for _ in range(6)]
    assert not any(looked(*same)), "who says the same is answered the same"


def test_two_misunderstandings_bring_buttons() -> None:
    def missed(words: str, *titles: str) -> tuple[TurnRecord, dict]:
        responses = ("utter_ask_licence_again",)
        return turn(text(words, *titles), question_after="licence", responses=responses), AGREED

    assert looked(missed("a"), missed("b")) == [[], ["2 fois sans comprendre, et aucun bouton"]]
    assert looked(missed("a"), missed("b", "Oui")) == [[], []]


SCREEN = Screen(
    [
        text("?", "Oui", "Non", "Passer"),
        {
            "type": "multiple",
            "options": [{"title": f"Case {n}", "choice": str(n)} for n in range(5)],
            "none": {"title": "Rien", "choice": "n"},
        },
    ]
)


def said_by(seed: str, screen: Screen, count: int = 300) -> list[Saying]:
    walker = Walker(seed, TYPED)
    return [walker.next_saying(screen, "licence") for _ in range(count)]


def test_the_same_seed_says_the_same_and_another_says_otherwise() -> None:
    assert said_by("1", SCREEN) == said_by("1", SCREEN) != said_by("2", SCREEN)


def test_people_press_tick_type_and_use_the_menu() -> None:
    sayings = said_by("1", SCREEN)
    assert {type(saying) for saying in sayings} == {Press, Tick, Say, Menu}
    assert {s.title for s in sayings if isinstance(s, Press)} <= {"Oui", "Non", "Passer", "Rien"}
    typed = [s.text for s in sayings if isinstance(s, Say)]
    assert {"non", "oui"} < set(typed) and len(set(typed)) > 20


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.data())
def test_what_is_left_still_fails_and_nothing_can_be_left_out(
    items: list[int], data: st.DataObject
) -> None:
    culprits = set(data.draw(st.lists(st.sampled_from(range(len(items))), min_size=1, max_size=3)))
    numbered = list(enumerate(items))

    async def fails(part: Sequence[tuple[int, int]]) -> bool:
        return culprits <= {place for place, _ in part}

    left = asyncio.run(shrunk(numbered, fails, 1_000))
    assert [place for place, _ in left] == sorted(culprits)


def test_a_fault_found_becomes_a_story_that_can_be_read(tmp_path: Path) -> None:
    wrong = turn(text("Fin."))
    wrong.differences.append(Difference(None, "toujours une façon de continuer", "rien"))
    record = StoryRecord(
        "promenade-1-2", "Personne 2", "promenade", "p", "2026-11-27", 1, "", [wrong]
    )
    sayings: tuple[Saying, ...] = (Say(" {a: b} # c"), Press("Oui"), Tick(("Le bruit",)), Tick())
    walked = Walked(record, (*sayings, Menu("go_back"), Say("")))
    path = tmp_path / "found.yml"
    path.write_text(as_story(walked), encoding="utf-8")
    (story,), problems = read_stories([path])
    assert problems == []
    assert tuple(step.saying for step in story.steps) == walked.shortest
    assert story.is_steady and story.day == datetime.date(2026, 11, 27) and story.seed == 1
    assert as_story(replace(walked, shortest=sayings)) != as_story(walked)


def test_every_table_that_holds_conversations_is_looked_at_after_the_erasure() -> None:
    assert sessions.sessions.name in TABLES
    held = {t.name for t in metadata.tables.values() if "conversation_id" in t.columns}
    assert held | {"events"} == set(TABLES)
