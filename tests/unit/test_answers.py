"""What holds for every reader of answers: any text is read, whatever its length and spelling."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation import answers, profile

READERS = [getattr(answers, name) for name in answers.__all__]
SAID = (
    "oui non pas plus de la le permis voiture vélo bus nuit week-end dimanche mais ni je j'ai ne "
    "sais peux veux formation mois ans heure heures demi quart minutes 1h30 45 trop loin ça me va "
    "dérange porter debout du tout jamais aucun rien seulement école enfants et , . ? 3x8 1/2"
).split()
CHAINS = st.lists(st.sampled_from(SAID), max_size=60).map(" ".join)


@pytest.mark.parametrize("reader", READERS, ids=answers.__all__)
@given(text=st.one_of(st.text(max_size=300), CHAINS))
def test_no_text_makes_a_reader_fail(reader, text):
    reader(text)


@given(text=CHAINS)
def test_what_is_read_is_a_value_of_the_profile(text):
    assert answers.read_vehicle(text) in (*profile.VEHICLES, None)
    assert answers.read_training(text) in (*profile.TRAINING, None)
    assert answers.read_refusal_reason(text) in (*profile.REFUSAL_REASONS, None)
    assert answers.read_agreement(text) in (1.0, 0.5, -1.0, None)
    assert (answers.read_hours_refused(text) or frozenset()) <= set(profile.HOURS)
    assert (answers.read_conditions_refused(text) or frozenset()) <= set(profile.CONDITIONS)
    assert 5 <= (answers.read_minutes(text) or 5) <= 180


@pytest.mark.parametrize("reader", READERS, ids=answers.__all__)
@pytest.mark.parametrize("word", ["du tout ", "pas de ", "permis ", "je ne ", "é", "1", "🙂", ","])
def test_a_very_long_message_is_read(reader, word):
    reader(word * 2_000)


@pytest.mark.parametrize("reader", READERS, ids=answers.__all__)
@pytest.mark.parametrize("text", ["", " ", "?", "…", "\n", "🙂", "中文", "12345678901234567890"])
def test_a_message_without_words_is_no_answer(reader, text):
    assert not reader(text)


@pytest.mark.parametrize(
    "text",
    [
        "oui",
        "non",
        "j'ai le permis",
        "pas la nuit",
        "une demi-heure",
        "je dois plus porter",
        "ça me plaît",
        "à vélo",
    ],
)
def test_capitals_and_missing_accents_change_nothing(text):
    bare = re.sub("[éèê]", "e", text.replace("à", "a").replace("ç", "c").replace("î", "i"))
    for reader in READERS:
        assert reader(text) == reader(text.upper()) == reader(bare)


def test_a_word_of_health_leaves_only_the_condition_to_avoid():
    assert answers.read_conditions_refused("j'ai une hernie discale") == {"heavy_loads"}
    assert answers.read_conditions_refused("je suis enceinte et diabétique") is None
