"""What is said when words are not understood several times in a row, and when they point."""

from __future__ import annotations

import pytest

from bot.orientation.list_answers import read_rank_among
from bot.services import interview
from bot.services.questions import DECLINED, Message, Outcome, Situation
from bot.services.understanding import Understanding
from tests.unit.small_world import WORLD

TOWN, WORK = WORLD.communes[0].name, WORLD.titles[0].text


def answered(question: str, message: Message, misses: int = 0) -> Outcome:
    situation = Situation(question, message, {"misses": misses}, Understanding.of(WORLD))
    return interview.answer(situation)


@pytest.mark.parametrize(
    ("question", "misses", "said"),
    [
        ("licence", 0, ["utter_ask_licence_again"]),
        ("licence", 1, ["utter_ask_licence_again", "utter_offer_human"]),
        ("licence", 2, ["utter_ask_licence_again", "utter_offer_skip"]),
        ("licence", 5, ["utter_ask_licence_again", "utter_offer_skip"]),
        ("consent", 2, ["utter_ask_consent_again", "utter_offer_human"]),
    ],
)
def test_the_second_time_a_person_is_offered_the_third_to_skip(question, misses, said) -> None:
    outcome = answered(question, Message("xyzzy plugh"), misses)
    assert [reply.response for reply in outcome.replies] == said
    assert outcome.slots == {"misses": misses + 1}


def test_the_button_that_skips_leaves_the_question_aside() -> None:
    outcome = answered("licence", Message("", "skip_question", 1.0), 3)
    assert outcome.slots == {"licence": DECLINED, "misses": 0}


def test_an_unsure_wish_to_skip_is_not_one() -> None:
    assert "licence" not in answered("licence", Message("hmm", "skip_question", 0.3)).slots


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("le deuxième ne me plaît pas", 2),
        ("je l'ai déjà fait, enlevez le premier s'il vous plaît", 1),
        ("la dernière proposition non merci", 4),
        ("le 3 non", 3),
        ("numéro deux bof", 2),
        ("la dernière fois c'était bien", None),
        ("le premier et le troisième", None),
        ("le cinquième", None),
        ("une heure, pas 2", None),
    ],
)
def test_a_rank_is_read_in_a_sentence_of_any_length(text: str, rank: int | None) -> None:
    assert read_rank_among(text, 4) == rank


@pytest.mark.parametrize(
    ("question", "text", "slot", "expected"),
    [
        pytest.param("commune", f"{TOWN}, merci à toi", "commune", True, id="tu"),
        pytest.param("commune", f"{TOWN} merci beaucoup !", "commune", True, id="much"),
        pytest.param("commune", f"{TOWN}, merci d’avance", "commune", True, id="in advance"),
        pytest.param("past_job", f"{WORK}, merci à vous", "past_job_candidates", True, id="job"),
        pytest.param("commune", "merci", "commune", False, id="nothing else"),
        pytest.param("commune", "merci beaucoup", "commune", False, id="much of nothing else"),
        pytest.param("commune", "c'est gentil, merci", "commune", False, id="no place"),
        pytest.param("past_job", "parfait merci", "past_job_candidates", False, id="no job"),
    ],
)
def test_an_answer_said_with_thanks_is_an_answer(
    question: str, text: str, slot: str, expected: bool
) -> None:
    outcome = answered(question, Message(text, "thanks", 0.97))
    assert bool(outcome.slots.get(slot)) == expected
    assert outcome.is_digression != expected
