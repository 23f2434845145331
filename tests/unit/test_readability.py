"""Syllables as they are spoken, words and sentences as counted, and the index they make."""

from __future__ import annotations

import pytest

from bot.orientation.readability import (
    LEAST_WORDS,
    longest_line,
    longest_sentence,
    our_words,
    reading_ease,
    sentences,
    syllables,
    words,
)

SYLLABLES = {
    1: "le de je que bien mieux vie rue fille ville oui huit nuit guide langue type yeux main eau "
    "peu deux train bus aide seuil août l’aide suis ouest vieille",
    2: "métier métiers travail travaille maison voiture permis famille client jouer louer payer "
    "voyage moyen bonjour réponse souvent argent vraiment tranquille oreille meilleur juillet "
    "accueil question nation pays emploi minutes facile week-end d’accord nager mangeons vélos "
    "commune recrutent",
    3: "ouvrier février conseiller conseillère formation préférer maintenant étudiant étudient "
    "essayer écrivez recommence réunion covoiture manuel oublier expérience hôpitaux téléphone "
    "travailler immersion difficile entreprise",
    4: "situation estimation conversation département",
    5: "individuel",
}
COUNTED = [(word, count) for count, some in SYLLABLES.items() for word in some.split()]


@pytest.mark.parametrize(("word", "count"), COUNTED, ids=[word for word, _ in COUNTED])
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_figures_and_acronyms_are_read_sign_by_sign() -> None:
    assert (syllables("30"), syllables("2025"), syllables("RSA")) == (2, 4, 3)
    assert (syllables("ROME"), syllables("ASPA")) == (1, 2)


def test_words_and_sentences_are_those_a_reader_counts() -> None:
    text = "Il y a 1\u202f240 emplois près d’ici. C’est « tout près » !\nVoulez-vous voir ?"
    assert words("l’aide de 1\u202f240 euros, au week-end") == [
        "l’aide", "de", "1\u202f240", "euros", "au", "week-end",
    ]  # fmt: skip
    assert len(sentences(text)) == 3
    assert our_words("C’est « tout près » !") == ["C’est"]
    assert longest_sentence(text) == 7
    assert longest_line("Un.\nDeux mots.") == 2


def test_the_index_is_that_of_kandel_and_moles() -> None:
    """Twenty words of one syllable in two sentences: 207 - 1.015 x 10 - 73.6."""
    text = "Le chat dort sous la table de bois de pin. " * 2
    spoken = sum(syllables(word) for word in words(text)) / 20
    assert len(words(text)) == 20 > LEAST_WORDS
    assert reading_ease(text) == pytest.approx(207 - 10.15 - 73.6 * spoken)


def test_long_words_and_long_sentences_lower_it() -> None:
    plain = "Vous avez le permis. Vous allez au travail en voiture. Le trajet dure dix minutes."
    hard = plain.replace("voiture", "automobile individuelle")
    long = plain.replace(".", ",")
    assert reading_ease(plain) > reading_ease(hard)
    assert reading_ease(plain) > reading_ease(long)


def test_three_words_do_not_hang_on_one() -> None:
    assert reading_ease("Conversation effacée.") > 50 > 207 - 2 * 1.015 - 73.6 * 3.5


def test_no_words_have_no_index() -> None:
    with pytest.raises(ValueError, match="without words"):
        reading_ease("…")
