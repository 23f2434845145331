"""Somebody without a licence looks at what would open jobs, answers for an aid, wants surprises."""

from __future__ import annotations

import pytest

from tests.interview_steps import a_bit, answer_statements, now_and_then
from tests.stack import Person, plain


@pytest.fixture
def without_licence(settled: Person) -> Person:
    answer_statements(settled, now_and_then)
    settled.choose("Je n’ai jamais travaillé")
    settled.choose("Non")
    settled.choose("Un scooter ou une moto")
    while "Oui" in settled.buttons:
        settled.choose("Non")
    settled.choose("30 minutes")
    settled.tick()
    settled.tick()
    settled.choose("Oui, quelques mois")
    assert settled.cards
    return settled


def test_the_licence_an_answer_and_a_surprise(without_licence: Person) -> None:
    person = without_licence
    before = [card["rome_code"] for card in person.cards]
    pressed = next(title for title in person.buttons if title.startswith("Le permis : "))
    person.choose(pressed)
    assert "Avec le permis : " in person.texts
    assert "vos réponses sur les métiers ne changent pas" in person.texts
    assert person.cards and not set(before) & {card["rome_code"] for card in person.cards}
    aids = next(m["items"] for m in person.messages if m["type"] == "places")
    assert aids and "Quel âge avez-vous ?" in person.texts

    person.say("trente-quatre ans")
    assert "seulement" in person.texts and "des aides" in person.texts
    person.choose("Répondre à une autre question")
    assert "Je ne sais pas" in person.buttons and "Quel âge" not in person.texts
    person.say("je sais pas")
    assert "Cette réponse ne change rien" in person.texts

    person.choose("Revenir à ma liste")
    assert [card["rome_code"] for card in person.cards] == before

    person.say("surprenez-moi")
    assert "Je vous surprends" in person.texts and len(person.cards) == 4
    assert 1 <= sum(card["is_declic"] for card in person.cards) <= 3


def test_in_words_a_what_if_and_a_why_not(without_licence: Person) -> None:
    person = without_licence
    person.say("et si j'avais le permi et une voiture ?")
    assert "Avec le permis et une voiture : " in person.texts and person.cards
    person.say("pourquoi pas infirmière ?")
    assert "infirmi" in person.texts.lower() and "Sources" in person.texts
    person.say("une aide pour le permis")
    assert "aide" in plain(person.texts) and not person.cards


def test_at_a_question_another_job_is_still_an_answer(settled: Person) -> None:
    answer_statements(settled, a_bit)
    settled.say("j'ai été caissière")
    settled.tick(*settled.options[:1])
    settled.say("et boulanger")
    assert any("oulang" in option for option in settled.options)
