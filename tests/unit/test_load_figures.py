"""The arithmetic of the loads (tests/bench/load), and what their people do with a screen."""

from __future__ import annotations

import datetime
import ipaddress
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.replay.screen import Screen
from bot.replay.story import Persona, Place, Press, Say, Saying, Step, Story, Tick
from bot.services.questions import QUESTIONS
from tests.bench.load import parts
from tests.bench.load.crowd import address
from tests.bench.load.figures import Ratios, Slope, Spread, is_within
from tests.bench.load.memory import Sample, slopes
from tests.bench.load.oracle import Kept, event_faults, history_faults, worded
from tests.bench.load.pace import human_seconds
from tests.bench.load.telling import Sent, Teller, question_on, wordings
from tests.bench.load.visitor import Conversation

HERE = Place(Path("story.yml"), 1)


def test_a_spread_is_the_nearest_rank_in_milliseconds() -> None:
    spread = Spread.of_seconds([number / 1000 for number in range(1, 201)])
    found = (spread.count, spread.p50, spread.p95, spread.p99, spread.longest)
    assert found == (200, 100, 190, 198, 200)


def test_a_spread_of_nothing_is_unknown() -> None:
    assert Spread.of_seconds([]) == Spread(0, None, None, None, None)


def test_ratios_are_taken_pair_by_pair() -> None:
    """Both of the second pair were slowed four times: the ratio is the same."""
    assert Ratios.of_pairs([2.0, 8.0, 3.0], [1.0, 4.0, 2.0]) == Ratios(2.0, 1.5, 2.0)


def test_a_pair_without_its_other_half_is_a_fault() -> None:
    with pytest.raises(ValueError):
        Ratios.of_pairs([1.0], [])


TURNS = [100.0 * number for number in range(40)]


@pytest.mark.parametrize(
    ("name", "growth", "is_flat"),
    [
        ("nothing", lambda turns: 0.0, True),
        ("a megabyte per thousand turns", lambda turns: turns / 1000, False),
        ("less and less", lambda turns: -turns / 1000, True),
    ],
)
def test_memory_that_grows_is_told_from_memory_that_varies(
    name: str, growth: Any, is_flat: bool
) -> None:
    chance = Random(1)
    slope = Slope.of(TURNS, [300 + growth(turns) + chance.gauss(0, 0.2) for turns in TURNS])
    assert slope.is_flat is is_flat


def test_a_slope_is_per_thousand_turns() -> None:
    slope = Slope.of(TURNS, [300 + 2 * turns / 1000 for turns in TURNS])
    assert (slope.low, slope.per_thousand, slope.high) == pytest.approx((2.0, 2.0, 2.0))


def test_a_moment_on_the_edge_belongs_to_one_window_only() -> None:
    assert [is_within(moment, 1.0, 2.0) for moment in (0.9, 1.0, 1.9, 2.0)] == [
        False,
        True,
        True,
        False,
    ]


def test_every_conversation_has_an_address_of_its_own_on_the_loopback() -> None:
    found = [address(number) for number in range(60_000)]
    assert len(set(found)) == len(found)
    assert all(ipaddress.ip_address(one).is_loopback for one in found[::997])


def test_a_process_is_found_with_its_children_and_what_they_use() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)  # found-me"])
    try:
        assert child.pid in parts.children(os.getpid())
        assert parts.has_words(child.pid, "sleep(60)", "found-me")
        both = parts.memory_of({"both": [os.getpid()], "child": [child.pid]})
        assert both["both"] > both["child"] > 0
    finally:
        child.kill()
        child.wait()
    assert not parts.has_words(child.pid, "sleep(60)")


def message(text: str, *titles: str) -> dict[str, Any]:
    buttons = [{"title": title, "choice": f"token-{title}"} for title in titles]
    return {"type": "text", "text": text, "buttons": buttons}


def options(*titles: str) -> dict[str, Any]:
    listed = [{"title": title, "choice": f"token-{title}"} for title in titles]
    none = {"title": "Rien", "choice": "token-none"}
    return {"type": "multiple", "options": listed, "none": none, "others": []}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Où habitez-vous ? Écrivez votre commune ou votre code postal.", "commune"),
        ("« J’aime réparer »", "statement"),
        ("C’est noté\u00a0: soudeur. Avez-vous fait un autre métier\u202f?", "past_job"),
        ("Voici ce que j’ai compris. Gardez ce qui est juste.", "past_job_choice"),
        ("Bonne journée.", None),
    ],
)
def test_a_question_is_told_by_its_words(text: str, question: str | None) -> None:
    assert question_on(Screen([message("D’accord."), message(text)])) == question


def test_a_scene_of_the_game_is_a_question() -> None:
    scene = {"type": "scene", "title": "L’atelier", "number": 1, "total": 5}
    assert question_on(Screen([scene])) == "scene"


def test_each_question_of_the_interview_has_wordings_but_the_scenes() -> None:
    assert set(QUESTIONS) - {question for _, question in wordings()} == set()


def story(*steps: Step) -> Story:
    persona = Persona("p", "", {"licence": (Say("oui"), Press("Non"))}, ("Passer",))
    return Story(
        Path("story.yml"), "t", "a", datetime.date(2026, 11, 27), 0, persona, False, False, steps
    )


def saying(one: Saying) -> Step:
    return Step(HERE, saying=one)


LICENCE = message("Avez-vous le permis B, pour conduire une voiture ?", "Oui", "Non")


def test_a_story_is_told_button_by_button() -> None:
    teller = Teller(story(saying(Press("Oui")), saying(Tick(("B",))), saying(Tick())))
    assert teller.next(Screen([LICENCE])) == Sent(places=(0,))
    listed = Screen([options("A", "B")])
    ticked = teller.next(listed)
    assert ticked == Sent(places=(1,), is_list=True)
    assert ticked and ticked.body(listed) == {"choices": ["token-B"]}
    none = teller.next(listed)
    assert none and none.body(listed) == {"choice": "token-none"}
    assert teller.next(listed) is None


def test_a_button_that_is_not_there_is_left_out_and_the_story_goes_on() -> None:
    teller = Teller(story(saying(Press("Absent")), saying(Say("bonjour"))))
    assert teller.next(Screen([LICENCE])) == Sent(text="bonjour")
    assert teller.left_out == 1


def test_a_persona_answers_until_the_question_comes() -> None:
    teller = Teller(story(Step(HERE, until="vehicle"), saying(Say("après"))))
    licence = next(w.pattern for w, q in wordings() if q == "licence")
    on_screen = Screen([message(licence.replace("\\", ""), "Oui", "Non")])
    assert question_on(on_screen) == "licence"
    assert teller.next(on_screen) == Sent(text="oui")
    assert teller.next(on_screen) == Sent(places=(1,))
    vehicle = next(w.pattern for w, q in wordings() if q == "vehicle")
    assert teller.next(Screen([message(vehicle.replace("\\", ""))])) == Sent(text="après")


def test_more_to_read_or_to_type_takes_longer() -> None:
    few, many = Screen([message("Oui ?")]), Screen([message("mot " * 200)])
    times = [
        human_seconds(screen, sent, Random(3))
        for screen, sent in (
            (few, Sent(places=(0,))),
            (few, Sent(text="des mots " * 5)),
            (many, Sent(text="des mots " * 5)),
        )
    ]
    assert times == sorted(times) and times[0] < times[1] < times[2]


def conversation() -> Conversation:
    answers = [[message("Bonjour", "Oui")], [message("Merci")], [message("Au revoir")]]
    sent = [Sent(places=(0,)), Sent(text="bonne journée")]
    said = [None, "Oui", "bonne journée"]
    history = [
        {"turn": place + 1, "you": you, "messages": messages}
        for place, (you, messages) in enumerate(zip(said, answers, strict=True))
    ]
    return Conversation("s", "token", sent, ["id-1", "id-2"], answers, history)


def test_a_conversation_that_is_whole_has_no_fault() -> None:
    whole = conversation()
    assert [*history_faults(whole)] == []
    assert [*event_faults(Kept(whole, "n", ("opening", "id-1", "id-2")))] == []


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("a turn is lost", lambda history: history.pop()),
        ("a turn is doubled", lambda history: history.append({**history[-1], "turn": 4})),
        ("an answer is another one", lambda history: history[1].update(messages=[message("?")])),
        ("other words are answered", lambda history: history[2].update(you="autre chose")),
    ],
)
def test_a_history_that_is_not_what_was_said_is_a_fault(name: str, spoil: Any) -> None:
    spoilt = conversation()
    spoil(spoilt.history)
    assert [*history_faults(spoilt)] != []


@pytest.mark.parametrize(
    ("name", "message_ids", "told"),
    [
        ("lost", ("opening", "id-1"), "1 messages lost, 0 doubled"),
        ("doubled", ("opening", "id-1", "id-1", "id-2"), "0 messages lost, 1 doubled"),
    ],
)
def test_a_message_that_rasa_lost_or_handled_twice_is_told(
    name: str, message_ids: tuple[str, ...], told: str
) -> None:
    (fault,) = event_faults(Kept(conversation(), "n", message_ids))
    assert told in fault


def test_answers_are_compared_without_what_is_drawn_at_random() -> None:
    one, other = message("Bonjour", "Oui"), message("Bonjour", "Oui")
    other["buttons"][0]["choice"] = "another token"
    assert worded([one]) == worded([other])
    assert worded([one]) != worded([message("Bonjour", "Non")])


def test_warm_up_is_no_growth() -> None:
    warming = [
        Sample(turns, {"rasa": 200.0 + min(turns, 2000) / 20}) for turns in range(0, 10_001, 50)
    ]
    assert slopes(warming)["rasa"].is_flat
