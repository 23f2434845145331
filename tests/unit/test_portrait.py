"""What was understood is told in one plain sentence, and honestly when there is little to tell."""

from __future__ import annotations

import itertools
import re

import pytest

from bot.orientation.evidence import Evidence
from bot.orientation.interests import evidence_of, interest_profile
from bot.orientation.portrait import Portrait, portrait_of
from bot.orientation.portrait_sentences import portrait_sentences
from bot.orientation.profile import Profile
from bot.orientation.statements import LETTERS, SETTINGS, STATEMENTS
from bot.orientation.taste_words import read_tastes, taste_evidence

PICTURE = Evidence("picture", "garden", "un potager", {"outdoors": 0.5, "R": 0.25}, 1.0)

ALL_LETTERS = [one.statement_id for one in STATEMENTS if next(iter(one.weights)) in LETTERS]


def told(*choices: Evidence, words: str = "", **statements: float | None) -> Portrait:
    named = tuple(taste_evidence(taste) for taste in read_tastes(words))
    evidence = evidence_of(Profile(statements=statements, choices=(*choices, *named)))
    return portrait_of(evidence, interest_profile(evidence))


@pytest.mark.parametrize(
    ("portrait", "sentences"),
    [
        pytest.param(
            told(repair=1.0, outside=1.0, together=1.0),
            ["Je comprends que vous aimez réparer et fabriquer, plutôt dehors, en équipe."],
            id="one taste and two settings",
        ),
        pytest.param(
            told(repair=1.0, build=1.0, care=1.0),
            [
                "Je comprends que vous aimez réparer, fabriquer, aider et écouter. "
                "Avec vos mains, avec du monde."
            ],
            id="two tastes",
        ),
        pytest.param(
            told(PICTURE),
            ["Je comprends ceci de votre travail idéal : plutôt dehors."],
            id="a picture alone tells its main axis only",
        ),
        pytest.param(
            told(quiet=1.0, together=-1.0, own_task=1.0, words="plutôt dedans"),
            ["Je comprends ceci de votre travail idéal : plutôt à l'intérieur, en autonomie."],
            id="a setting that was named comes first",
        ),
        pytest.param(
            told(words="et aussi la musique, pas les machines"),
            ["Vous avez cité : la musique.", "Vous dites non à ceci : les machines."],
            id="things named are told by their name",
        ),
        pytest.param(
            told(),
            ["Je ne sais pas encore ce qui vous plaît. Une autre façon de répondre peut aider."],
            id="nothing given",
        ),
        pytest.param(
            told(repair=None, care=None),
            ["Je ne sais pas encore ce qui vous plaît. Une autre façon de répondre peut aider."],
            id="only doubts",
        ),
        pytest.param(
            told(repair=-1.0, care=-1.0),
            ["Pour l'instant, je sais surtout ce qui ne vous plaît pas."],
            id="only refusals",
        ),
        pytest.param(
            told(**dict.fromkeys(ALL_LETTERS, 0.5)),
            [
                "Vos réponses se ressemblent : aucun goût ne se détache encore. "
                "Ce n'est pas grave.",
                "Je comprends ceci de votre travail idéal : avec du monde.",
            ],
            id="flat, with a setting",
        ),
        pytest.param(
            told(repair=1.0, outside=1.0, inside=1.0),
            [
                "Je comprends que vous aimez réparer et fabriquer, avec vos mains.",
                "Sur un point, vos réponses vont dans deux sens : "
                "plutôt dehors ou plutôt à l'intérieur ?",
            ],
            id="torn between two ends",
        ),
        pytest.param(
            told(repair=1.0, outside=1.0, inside=1.0, words="plutôt dehors"),
            ["Je comprends que vous aimez réparer et fabriquer, plutôt dehors, avec vos mains."],
            id="a correction settles it",
        ),
    ],
)
def test_the_portrait_says(portrait: Portrait, sentences: list[str]) -> None:
    assert list(portrait_sentences(portrait)) == sentences


def test_every_portrait_is_short_and_complete() -> None:
    ends = list(itertools.product(SETTINGS, (1, -1)))
    styles = itertools.product(
        itertools.permutations(LETTERS, 2), itertools.combinations(ends, 2), (True, False)
    )
    for letters, settings, easy in styles:
        portrait = Portrait(letters, settings, torn="R", has_evidence=True)
        for sentence in portrait_sentences(portrait, easy):
            for part in re.split(r"(?<=[.?])\s", sentence):
                assert len(re.findall(r"[\w'-]+", part)) <= 15, part
                assert part.endswith((".", "?"))


def test_an_agreement_is_asked_only_for_something_that_is_told() -> None:
    assert told(repair=1.0).is_clear
    assert told(words="la musique").is_clear
    assert not told(repair=-1.0).is_clear
    assert not told().is_clear
