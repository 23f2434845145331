"""Passwords: long enough and not guessed first; those for one use are easy to dictate."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from bot.services import lock_out
from bot.services.password_rule import LEAST_BITS, bits, fault, one_use

KNOWN = ("nadia.benali@mission-locale.fr", "Nadia Benali", "Mission locale du Bugey")


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("la boulangère joue du tuba", id="words of one's own"),
        pytest.param("trombone7lavande", id="two words and a figure"),
        pytest.param("xKq4!pTz9#Lm", id="twelve random signs"),
        pytest.param("vqhzkwrtmbnd", id="twelve letters"),
        pytest.param("éléphant-ardoise", id="accents"),
        pytest.param("日本語のパスワードは強い", id="another writing"),
        pytest.param("declic avec un tuba mauve", id="a common word among others"),
    ],
)
def test_a_password_that_others_do_not_guess_may_be_chosen(password: str) -> None:
    assert fault(password, *KNOWN) is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        pytest.param("", "short", id="nothing"),
        pytest.param("xKq4!pTz9#L", "short", id="eleven signs"),
        pytest.param("a9!" * 43, "long", id="more than 128 signs"),
        pytest.param("493028174056", "simple", id="digits alone"),
        pytest.param("aaaaaaaaaaaaaaa", "simple", id="one sign"),
        pytest.param("abababababababab", "simple", id="two signs"),
        pytest.param("motdepasse2026", "guessed", id="the word itself"),
        pytest.param("M0tDeP@sse!2026", "guessed", id="the word itself, dressed up"),
        pytest.param("azertyuiop123!", "guessed", id="a row of the keyboard"),
        pytest.param("abcdefghijklmnop", "guessed", id="the alphabet"),
        pytest.param("ponmlkjihgfedcba", "guessed", id="the alphabet, backwards"),
        pytest.param("poiuytrezaAZERTY", "guessed", id="keys, backwards"),
        pytest.param("tuba5tuba5tuba5", "simple", id="a word again and again"),
        pytest.param("tapis tapis tapis", "guessed", id="another one"),
        pytest.param("Nadia.Benali2026", "guessed", id="one's name"),
        pytest.param("missionlocale01!", "guessed", id="one's work"),
        pytest.param("Bugey-Nadia-2026", "guessed", id="town and name"),
        pytest.param("Declic2026!Declic", "guessed", id="the name of the tool"),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(password: str, why: str) -> None:
    assert fault(password, *KNOWN) == why


def test_a_password_for_one_use_is_long_random_and_without_look_alikes() -> None:
    made = {one_use() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        assert bits(password) > LEAST_BITS and fault(password, *KNOWN) is None
        assert [len(group) for group in password.split("-")] == [4, 4, 4, 4]
        assert not set(password) & set("AEIOUBSZ01l")


def test_a_password_for_one_use_follows_its_chance() -> None:
    first, second = (one_use(random.Random(7).choice) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(0, None), (4, None), (5, 1), (6, 2), (7, 4), (9, 16), (10, 32), (11, 60), (5_000, 60)],
)
def test_the_wait_doubles_after_five_wrong_passwords_up_to_an_hour(
    failures: int, minutes: int | None
) -> None:
    wait = lock_out.wait_after(failures)
    assert wait == (None if minutes is None else timedelta(minutes=minutes))


def test_an_account_opens_again_when_the_wait_is_over() -> None:
    until = datetime(2026, 11, 27, 10, 0)
    assert lock_out.is_closed(until, until - timedelta(seconds=1))
    assert not lock_out.is_closed(until, until)
    assert not lock_out.is_closed(None, until)
