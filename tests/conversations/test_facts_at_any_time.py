"""Facts said at any moment are kept, said back and not asked again; corrections change the list."""

from __future__ import annotations

import pytest

from tests.interview_steps import FIRST_STATEMENT, FIRST_WAY, answer_statements, now_and_then
from tests.stack import Person, plain

THREE_FACTS = "j'ai le permis mais plus de voiture et je garde mes enfants le mercredi"


def test_three_facts_at_the_consent_question_are_never_asked_again(person: Person) -> None:
    person.say(THREE_FACTS)
    assert "J’ai noté : permis, pas de voiture, pas en dehors des heures d’école." in person.texts
    assert "C’est parti" in person.buttons, "the question comes back"
    person.choose("C’est parti")
    person.say("Bourgoin-Jallieu")
    answer_statements(person, now_and_then)
    person.choose("Je n’ai jamais travaillé")
    assert "permis B" not in person.texts and "à votre disposition" not in person.texts
    assert "bus" in person.texts
    person.choose("Non")
    person.choose("30 minutes")
    assert "éviter" in person.texts, "hours are known"


def test_without_agreement_nothing_told_is_kept(person: Person) -> None:
    person.say("j'ai le permis")
    person.choose("Non merci")
    person.say("bon d'accord")
    person.say("Bourgoin-Jallieu")
    answer_statements(person, now_and_then)
    person.choose("Je n’ai jamais travaillé")
    assert "permis B" in person.texts


def test_a_home_and_a_yes_at_the_consent_question_lead_to_the_spark(person: Person) -> None:
    person.say("oui d'accord, j'habite à Privas et j'ai pas le permis")
    assert "Privas, c’est noté" in person.texts and "J’ai noté : pas de permis" in person.texts
    assert FIRST_WAY in person.buttons


def test_a_fact_in_the_middle_of_the_statements_answers_none_of_them(settled: Person) -> None:
    statement = settled.texts.splitlines()[-1]
    settled.say("en fait j'ai une voiture et la nuit je peux pas")
    assert "J’ai noté : une voiture, pas la nuit." in settled.texts
    assert settled.texts.splitlines()[-1] == statement


def test_a_fact_beside_a_question_to_the_robot_is_kept_too(person: Person) -> None:
    person.choose("C’est parti")
    person.say("j'ai pas de voiture. c'est gratuit ?")
    assert "J’ai noté : pas de voiture" in person.texts
    assert "Où habitez-vous" in person.texts


def test_the_commune_is_corrected_at_a_later_question(settled: Person) -> None:
    settled.say("pardon je voulais dire Vienne")
    assert "Vienne, c’est noté" in settled.texts
    assert FIRST_STATEMENT in settled.buttons
    settled.say("non pas Vienne, Lyon 8e")
    assert "Lyon 8e" in settled.texts and "c’est noté" in settled.texts


def test_a_commune_is_chosen_by_its_rank_even_the_last(person: Person) -> None:
    person.choose("C’est parti")
    person.say("07000")
    last = [title for title in person.buttons if title != "Aucune de celles-ci"][-1]
    person.say("la dernière")
    assert last.split(" (")[0].split(",")[0] in person.texts
    assert "c’est noté" in person.texts


@pytest.fixture
def with_jobs(settled: Person) -> Person:
    """Somebody without a vehicle, on foot, who sees jobs."""
    answer_statements(settled, now_and_then)
    settled.choose("Je n’ai jamais travaillé")
    settled.say("j'ai le permis")
    settled.say("plus de voiture")
    settled.say("non pas de bus")
    settled.choose("30 minutes")
    settled.tick()
    settled.tick()
    settled.choose("Oui, quelques mois")
    assert settled.cards
    return settled


def test_a_correction_after_the_jobs_changes_the_list_and_says_so(with_jobs: Person) -> None:
    before = {card["rome_code"] for card in with_jobs.cards}
    with_jobs.say("en fait j'ai une voiture")
    assert "J’ai noté : une voiture." in with_jobs.texts
    after = {card["rome_code"] for card in with_jobs.cards}
    assert after and after != before
    assert "Nouveau dans la liste" in with_jobs.texts
    with_jobs.say("je me suis trompée, 45 minutes")
    assert "J’ai noté : 45 minutes de trajet." in with_jobs.texts and with_jobs.cards
    with_jobs.say("finalement la nuit je peux pas")
    assert "J’ai noté : pas la nuit." in with_jobs.texts and with_jobs.cards


def test_a_new_home_after_the_jobs_makes_the_list_again(with_jobs: Person) -> None:
    with_jobs.say("non pas Bourgoin, Aurillac")
    assert "Aurillac, c’est noté" in with_jobs.texts and with_jobs.cards


def test_a_question_is_asked_again_by_its_name(settled: Person) -> None:
    answer_statements(settled, now_and_then)
    settled.choose("Je n’ai jamais travaillé")
    settled.say("je veux changer ma commune")
    assert "Où habitez-vous" in settled.texts
    settled.say("Aurillac")
    assert "Aurillac, c’est noté" in settled.texts and "permis B" in settled.texts


def test_after_the_jobs_a_question_is_asked_again_by_its_name(with_jobs: Person) -> None:
    with_jobs.say("je veux changer mes horaires")
    assert "Quels horaires" in with_jobs.texts
    with_jobs.say("pas la nuit")
    assert with_jobs.cards


def test_a_job_on_screen_is_named_by_its_rank(with_jobs: Person) -> None:
    title = plain(with_jobs.cards[1]["title"])
    with_jobs.say("pourquoi le deuxième ?")
    assert title.lower() in with_jobs.texts.lower() and "Source" in with_jobs.texts
