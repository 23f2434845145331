"""Figures of what is understood: the model of sentences, noise, what counts as right."""

from __future__ import annotations

import numpy as np
import pytest

from bot.evaluation import noise
from bot.evaluation.understood import Heard, intents, understood
from bot.orientation.cue_words import cues
from bot.orientation.sayings import heard
from bot.orientation.sentence_model import train

EXAMPLES = [
    ("c'est gratuit", "ask_price"),
    ("combien ça coûte", "ask_price"),
    ("je dois payer quelque chose", "ask_price"),
    ("raconte une blague", "joke"),
    ("vous avez de l'humour", "joke"),
    ("faites-moi rire", "joke"),
]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("il y a des frais ?", "ask_price"),
        ("KOMBIEN SA COUTE", "ask_price"),
        ("c est gratuti", "ask_price"),
        ("t'as pas une devinette", "joke"),
    ],
)
def test_a_sentence_never_seen_goes_with_its_family_of_words(text: str, intent: str) -> None:
    model = train(EXAMPLES)
    row = model.confidences([text])[0]
    assert model.intents[int(row.argmax())] == intent
    assert row.sum() == pytest.approx(1)


def test_the_same_examples_give_the_same_model() -> None:
    texts = ["c'est payant ?", "une blague"]
    assert np.array_equal(train(EXAMPLES).confidences(texts), train(EXAMPLES).confidences(texts))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("y a un abonnement ?", "price"),
        ("c koi le ROME", "rome"),
        ("et cariste ?", "and_job"),
        ("je touche l'AAH", "disabled"),
    ],
)
def test_cues_are_found_in_words_as_they_are_typed(text: str, named: str) -> None:
    assert named in cues(heard(text))


def test_noise_is_the_same_for_the_same_seed_and_changes_what_it_says() -> None:
    text = "J'ai été caissière à Vénissieux pendant dix ans"
    assert noise.without_accents(text, 0) == "j'ai ete caissiere a venissieux pendant dix ans"
    assert noise.as_sms("c'est quoi, je suis pas d'ici", 0) == "c koi, jsui pa d'ici"
    slipped = noise.with_slips(text, 3)
    assert slipped == noise.with_slips(text, 3) != noise.with_slips(text, 4)
    assert sum(a != b for a, b in zip(text, slipped, strict=True)) == 1
    assert noise.with_slips("7, 12", 0) == "7, 12"


def one(expected: str, got: str, right: bool | None = None) -> Heard:
    return Heard("texte", "plain", expected, got, 0.9, right)


@pytest.mark.parametrize(
    ("heard_sentence", "is_right"),
    [
        (one("ask_price", "ask_price"), True),
        (one("ask_price", "answer"), False),
        (one("out_of_scope", "not_understood"), True),
        (one("out_of_scope", "joke"), False),
        (one("answer", "answer", False), False),
        (one("answer", "answer", True), True),
    ],
)
def test_what_counts_as_right(heard_sentence: Heard, is_right: bool) -> None:
    assert heard_sentence.is_right is is_right


def test_the_figures_add_up() -> None:
    sentences = [
        one("ask_price", "ask_price"),
        one("ask_price", "joke"),
        one("joke", "joke"),
        one("out_of_scope", "not_understood"),
        one("distress", "distress"),
        one("answer", "answer", False),
    ]
    found = understood(sentences, {"sms": sentences[:1]}, frozenset({"distress"}))
    assert (found.right.count, found.right.total) == (4, 6)
    assert (found.slots.count, found.slots.total) == (0, 1)
    assert found.off_topic.value == found.danger.value == found.noise["sms"].value == 1.0
    assert found.intents.confusions == (("ask_price", "joke", 1),)
    assert [failure.understood for failure in found.failures] == ["joke", "answer"]
    assert intents(sentences).macro.value == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 + 1) / 5)
