"""Where a person turns the dial of surprise, in their own words, and what is answered."""

from __future__ import annotations

import pytest

from bot.orientation.dial_words import dial_sentence, read_dial
from bot.orientation.phrases import say
from bot.orientation.profile import SURPRISE

SAID = {
    "surprise me": ("surprenez moi", "surprise"),
    "surprise me, misspelt": ("suprenez-moi", "surprise"),
    "amaze me": ("étonnez-moi", "surprise"),
    "quite different": ("quelque chose de complètement différent", "surprise"),
    "nothing to do with it": ("un métier qui n'a rien à voir", "surprise"),
    "stay near my job": ("restons proche de mon métier", "near"),
    "nearer to what I know": ("plus proche de ce que je connais", "near"),
    "like before": ("un boulot comme avant", "near"),
    "the same field": ("dans le même domaine svp", "near"),
    "no surprise": ("pas de surprise", "near"),
    "less surprising": ("moins surprenant", "near"),
    "a little more open": ("un peu plus ouvert", "open"),
    "a little surprise": ("un peu de surprise", "open"),
    "a mix": ("un mélange des deux", "open"),
    "nothing of it": ("bonjour", None),
}


@pytest.mark.parametrize(("text", "position"), SAID.values(), ids=SAID)
def test_the_dial_is_read_from_words(text: str, position: str | None) -> None:
    assert read_dial(text) == position


@pytest.mark.parametrize("position", SURPRISE)
def test_each_position_is_read_from_its_own_button(position: str) -> None:
    assert read_dial(say(f"title.dial.{position}")) == position


@pytest.mark.parametrize("position", SURPRISE)
def test_each_position_tells_what_the_list_does(position: str) -> None:
    assert len(dial_sentence(position, has_past_jobs=True).split()) <= 15
    assert (dial_sentence(position, False) == say("list.dial.near_without_past")) == (
        position == "near"
    )
