"""What one likes, told in several ways in the real conversation, checked and corrected."""

from __future__ import annotations

from tests.interview_steps import FIRST_STATEMENT, FIRST_WAY, agree
from tests.stack import Person


def test_statements_stop_at_the_first_one_and_it_is_said_that_nothing_is_known(
    settled: Person,
) -> None:
    settled.choose("Passer à la suite")
    assert "Je ne sais pas encore ce qui vous plaît" in settled.texts
    assert "C’est juste" not in settled.buttons and "Enlever quelque chose" not in settled.buttons
    settled.choose("Continuer")
    assert "Quels métiers" in settled.texts


def test_tastes_are_passed_over_and_asked_again_on_the_way_back(settled: Person) -> None:
    settled.say("retour")
    settled.choose("Passer")
    assert "Quels métiers" in settled.texts
    settled.say("retour")
    assert FIRST_WAY in settled.buttons


def test_the_portrait_is_corrected_in_words_then_agreed_with(settled: Person) -> None:
    while FIRST_STATEMENT in settled.buttons:
        is_there = any(word in settled.texts for word in ("Dehors", "Bouger", "animaux", "cassé"))
        settled.choose(FIRST_STATEMENT if is_there else "Non")
    settled.say("non pas dehors, j'aime pas les machines, et aussi la musique")
    assert "C’est noté : pas dehors et la musique." in settled.texts
    assert "ceci ne vous plaît pas : les machines" in settled.texts
    assert "à l’intérieur" in settled.texts and "plutôt dehors" not in settled.texts
    settled.say("oui c'est ça")
    assert "Quels métiers" in settled.texts


def test_what_was_said_is_listed_and_taken_away(settled: Person) -> None:
    for _ in range(3):
        settled.choose(FIRST_STATEMENT)
    settled.say("stop")
    settled.choose("Enlever quelque chose")
    listed = settled.options
    assert len(listed) == 3
    settled.tick(*listed[:1])
    assert "C’est enlevé" in settled.texts
    settled.choose("Enlever quelque chose")
    assert settled.options == listed[:1]
    settled.tick()
    assert "Je ne sais pas encore ce qui vous plaît" in settled.texts
    agree(settled)
    assert "Quels métiers" in settled.texts


def test_at_the_portrait_a_digression_comes_back_and_nonsense_is_asked_again(
    settled: Person,
) -> None:
    settled.choose(FIRST_STATEMENT)
    settled.say("stop")
    settled.say("c'est gratuit ?")
    assert "C’est gratuit" in settled.texts and "Enlever quelque chose" in settled.buttons
    settled.say("pourquoi cette question ?")
    assert "vérifier avec vous" in settled.texts
    settled.say("xyzzy plugh")
    assert "Je n’ai pas compris" in settled.texts
    settled.say("non")
    assert "Qu’est-ce qui n’est pas juste" in settled.texts
