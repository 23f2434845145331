"""Easy-read French: asked for at any question, kept, and left again."""

from __future__ import annotations

from tests.interview_steps import a_bit, answer_statements
from tests.stack import Person

QUESTION, EASY_QUESTION = "combien de temps de trajet", "Quelle durée acceptez-vous"


def at_minutes(settled: Person) -> None:
    answer_statements(settled, a_bit)
    settled.choose("Je n’ai jamais travaillé")
    settled.choose("Oui")
    settled.choose("Une voiture")


def test_the_question_is_asked_again_in_easy_words_and_back(settled: Person) -> None:
    at_minutes(settled)
    assert QUESTION in settled.texts
    settled.say("écrivez plus simplement")
    assert {"type": "reading", "is_easy": True} in settled.messages
    assert EASY_QUESTION in settled.texts and QUESTION not in settled.texts
    assert "30 minutes" in settled.buttons
    settled.say("texte normal")
    assert {"type": "reading", "is_easy": False} in settled.messages
    assert QUESTION in settled.texts


def test_it_works_at_the_very_first_question_and_where_any_text_may_be_an_answer(
    person: Person,
) -> None:
    person.say("facile à lire")
    assert "Je garde vos messages 30 jours." in person.texts.splitlines()
    person.choose("C’est parti")
    person.say("texte habituel")
    assert "Écrivez votre commune ou votre code postal" in person.texts
    person.say("Facile à lire")
    assert "Écrivez le nom de votre ville ou village." in person.texts


def test_the_menu_changes_it_too(person: Person) -> None:
    person.send({"command": "easy"})
    assert {"type": "reading", "is_easy": True} in person.messages
    assert "Je garde vos messages 30 jours." in person.texts


def test_it_outlives_a_new_start(settled: Person) -> None:
    settled.say("mode facile")
    settled.say("je veux tout recommencer")
    assert "On recommence au début." in settled.texts
    assert "Écrivez le nom de votre ville ou village." in settled.texts


def test_jobs_are_shown_again_with_fewer_lines_and_the_same_facts(settled: Person) -> None:
    at_minutes(settled)
    settled.choose("45 minutes")
    settled.tick()
    settled.tick()
    settled.choose("Oui, quelques mois")
    usual = {card["rome_code"]: card for card in settled.cards}
    settled.say("c'est trop compliqué à lire")
    easy = {card["rome_code"]: card for card in settled.cards}
    assert usual and easy.keys() == usual.keys()
    for code, card in easy.items():
        assert len(card["reasons"]) <= 3 and len(card["cautions"]) <= 2
        sources = [one["hiring"]["source"] for one in (card, usual[code])]
        assert all(source.startswith("France Travail, BMO 2025.") for source in sources)
        assert all("employeurs" in source for source in sources), "what the figure counts"
        assert card["hiring"]["projects"] == usual[code]["hiring"]["projects"]
        assert card["travel"]["minutes"] == usual[code]["travel"]["minutes"]
