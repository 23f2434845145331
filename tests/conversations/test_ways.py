"""Digressions come back, one can go back, start over, refuse, ask why, and reach humans."""

from __future__ import annotations

import uuid

import pytest
import sqlalchemy as sa

from bot.adapters.sql.engine import connect
from tests.interview_steps import (
    FIRST_STATEMENT,
    FIRST_WAY,
    a_bit,
    answer_statements,
    now_and_then,
)
from tests.stack import Person, plain


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("c'est gratuit ?", "C’est gratuit"),
        ("vous êtes un robot ?", "un robot"),
        ("pourquoi cette question ?", "chercher ce qui recrute"),
        ("qui peut lire mes réponses ?", "30 jours"),
        ("c'est long ?", "dix minutes"),
        ("aide", "avec vos mots"),
        ("je voudrais parler à un conseiller", "39 49"),
        ("c'est quoi le ROME ?", "liste officielle"),
        ("je peux faire du télétravail ?", "chaque employeur"),
        ("je suis découragée", "personne"),
        ("combien de questions encore ?", "Il reste environ"),
        ("vous pouvez répéter ?", "re"),
        ("quelle est la capitale du Pérou ?", "métiers"),
    ],
)
def test_a_digression_is_answered_and_comes_back(person: Person, question, answer) -> None:
    person.choose("C’est parti")
    person.say(question)
    assert answer in person.texts
    assert "Où habitez-vous" in person.texts
    person.say("Privas")
    assert FIRST_WAY in person.buttons


def test_without_agreement_nothing_is_asked(person: Person) -> None:
    person.choose("Non merci")
    assert "Sans votre accord" in person.texts
    assert "C’est parti" in person.buttons
    person.say("bon d'accord")
    assert "Où habitez-vous" in person.texts


def test_a_question_comes_back_once_after_a_misunderstanding(person: Person) -> None:
    person.choose("C’est parti")
    person.say("xyzzy plugh")
    assert "Je n’ai pas trouvé cette commune" in person.texts
    assert person.texts.count("Où habitez-vous") == 1
    person.say("qsdfgh jklm")
    assert "une personne peut vous aider" in person.texts


def test_communes_of_the_same_postcode_are_asked_back(person: Person) -> None:
    person.choose("C’est parti")
    person.say("07000")
    assert "plusieurs" in person.texts and len(person.buttons) >= 2
    person.choose(next(title for title in person.buttons if title.startswith("Privas")))
    assert "Privas, c’est noté" in person.texts


def test_a_commune_outside_the_region_is_said_to_be_so(person: Person) -> None:
    person.choose("C’est parti")
    person.say("Marseille")
    assert "Auvergne-Rhône-Alpes" in person.texts
    assert "Où habitez-vous" in person.texts


def test_one_goes_back_one_question_at_a_time(settled: Person) -> None:
    first = settled.texts
    settled.choose("Un peu")
    settled.say("retour")
    assert settled.texts.splitlines()[-1] in first
    settled.say("revenir en arrière")
    assert FIRST_WAY in settled.buttons
    settled.say("retour")
    assert "Où habitez-vous" in settled.texts
    settled.say("Aurillac")
    assert FIRST_WAY in settled.buttons


def test_one_goes_back_across_forms(settled: Person) -> None:
    answer_statements(settled, a_bit)
    settled.choose("Je n’ai jamais travaillé")
    settled.choose("Oui")
    settled.say("je me suis trompée")
    assert "permis" in settled.texts
    settled.say("question précédente")
    assert "Quels métiers" in settled.texts
    settled.say("retour")
    assert "Je comprends" in settled.texts or "Vos réponses" in settled.texts
    settled.say("retour")
    assert FIRST_STATEMENT in settled.buttons


def test_one_starts_over(settled: Person) -> None:
    settled.choose("Un peu")
    settled.say("je veux tout recommencer")
    assert "on repart du début" in settled.texts
    assert "Où habitez-vous" in settled.texts


def test_words_of_distress_lead_to_humans_and_nothing_else(settled: Person) -> None:
    settled.say("je veux mourir")
    assert "3114" in settled.texts
    assert FIRST_STATEMENT not in settled.buttons, "the interview waits"
    settled.choose("Continuer la conversation")
    assert FIRST_STATEMENT in settled.buttons


def test_past_jobs_are_shown_back_and_can_be_dropped(settled: Person) -> None:
    answer_statements(settled, lambda _: "Je ne sais pas")
    settled.say("j'ai été caissière puis femme de ménage")
    assert len(settled.options) >= 2
    settled.tick()
    assert "je n’en garde aucun" in settled.texts
    settled.choose("Passer")
    assert "permis" in settled.texts


@pytest.fixture
def at_training(settled: Person) -> Person:
    """Somebody with a car who is asked the last question."""
    answer_statements(settled, now_and_then)
    settled.choose("Je n’ai jamais travaillé")
    settled.choose("Oui")
    settled.choose("Une voiture")
    settled.choose("45 minutes")
    settled.tick()
    settled.tick()
    return settled


@pytest.fixture
def with_jobs(at_training: Person) -> Person:
    at_training.choose("Oui, quelques mois")
    assert at_training.cards
    return at_training


def test_an_answer_that_was_missing_can_be_given_after_the_jobs(at_training: Person) -> None:
    at_training.choose("Je ne sais pas")
    assert at_training.cards and "Une formation est-elle possible ?" in at_training.texts
    at_training.choose("Répondre à cette question")
    at_training.choose("Oui, quelques mois")
    assert at_training.cards and "Répondre à cette question" not in at_training.buttons


def test_a_missing_answer_can_be_left_out(at_training: Person) -> None:
    at_training.choose("Je ne sais pas")
    at_training.choose("Non merci")
    assert "Comme vous voulez" in at_training.texts


def test_a_refused_job_leaves_and_the_change_is_said(with_jobs: Person) -> None:
    before = [card["rome_code"] for card in with_jobs.cards]
    title = plain(with_jobs.cards[0]["title"])
    with_jobs.choose("Pas pour moi")
    assert "Pourquoi pas ce métier" in with_jobs.texts
    with_jobs.choose("Ça ne m’attire pas")
    after = [card["rome_code"] for card in with_jobs.cards]
    assert before[0] not in after and after
    assert title.lower() in with_jobs.texts.lower()


def test_a_job_is_explained_by_button_and_in_words(with_jobs: Person) -> None:
    title = plain(with_jobs.cards[0]["title"])
    with_jobs.choose("Pourquoi ce métier ?")
    assert title.lower() in with_jobs.texts.lower() and "Source" in with_jobs.texts
    with_jobs.say("pourquoi ce métier ?")
    assert "De quel métier parlez-vous" in with_jobs.texts
    with_jobs.choose(with_jobs.buttons[0])
    assert "Source" in with_jobs.texts


def test_more_jobs_are_other_jobs(with_jobs: Person) -> None:
    before = {card["rome_code"] for card in with_jobs.cards}
    with_jobs.say("montrez-m'en d'autres")
    assert with_jobs.cards and not before & {card["rome_code"] for card in with_jobs.cards}


def test_after_the_jobs_one_goes_back_and_changes_an_answer(with_jobs: Person) -> None:
    with_jobs.say("retour")
    assert "formation" in with_jobs.texts
    with_jobs.choose("Non, travailler vite")
    assert with_jobs.cards


def test_the_same_message_twice_counts_once(settled: Person) -> None:
    before = len(settled.history())
    message_id = str(uuid.uuid4())
    first = settled.post({"text": "un peu"}, message_id)
    second = settled.post({"text": "un peu"}, message_id)
    assert first.status_code == 200, first.text
    assert first.json() == second.json()
    assert len(settled.history()) == before + 1


def test_erasing_leaves_nothing(stack, settled: Person) -> None:
    settled.say("phrase-que-personne-d-autre-n-ecrit")
    engine = connect(stack.settings.database_url)
    assert _rows_with(engine, "phrase-que-personne") > 0
    assert settled.erase().status_code == 204
    assert _rows_with(engine, "phrase-que-personne") == 0
    assert settled.post({"text": "oui"}).status_code == 401
    assert sa.inspect(engine).has_table("events")


def _rows_with(engine, words: str) -> int:
    found = 0
    tables = sa.MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        for table in tables.sorted_tables:
            for row in connection.execute(sa.select(table)):
                found += any(words in str(value) for value in row)
    return found


def test_the_back_button_never_answers(settled: Person) -> None:
    answer_statements(settled, a_bit)
    settled.choose("Je n’ai jamais travaillé")
    assert "permis B" in settled.texts
    settled.send({"command": "go_back"})
    assert "Quels métiers" in settled.texts


def test_the_logs_hold_nothing_that_was_said(stack, with_jobs: Person) -> None:
    with_jobs.say("phrase-tres-personnelle-du-journal")
    log = stack.log.read_text(encoding="utf-8", errors="replace")
    for said in ("phrase-tres-personnelle", "38053", "Bourgoin", "heavy_loads"):
        assert said not in log


def test_a_place_that_could_be_two_is_asked_back(person: Person) -> None:
    person.choose("C’est parti")
    person.say("lyon ou villeurbanne")
    assert any(title.startswith("Lyon") for title in person.buttons)
    person.say("la première")
    assert "Lyon, c’est noté" in person.texts


def test_old_cards_do_nothing_after_starting_over(with_jobs: Person) -> None:
    old = with_jobs.cards[0]["buttons"][1]["choice"]
    with_jobs.say("je veux tout recommencer")
    with_jobs.send({"choice": old})
    assert not with_jobs.cards
    assert "Où habitez-vous" in with_jobs.texts


def test_the_place_can_be_kept_to_oneself(person: Person) -> None:
    person.choose("C’est parti")
    person.choose("Je préfère ne pas répondre")
    assert FIRST_WAY in person.buttons
