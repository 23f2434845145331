"""One spelling for what people type, and what two spellings of a trade have in common."""

from __future__ import annotations

import pytest

from bot.orientation.stems import sound, stem
from bot.orientation.wording import BREAK, fold, plain, tokens, words

SPELLED_OUT = {
    "typed with care": ("J'ai été caissière", "j ai ete caissiere"),
    "phone apostrophe": ("J’ai l’habitude", "j ai l habitude"),
    "no apostrophe": ("jai une voiture", "j ai une voiture"),
    "SMS for j'ai": ("g le permis", "j ai le permis"),
    "SMS for c'est": ("c loin", "c est loin"),
    "c est dictated in two words": ("c est loin", "c est loin"),
    "c'était keeps its c": ("c'était bien", "c etait bien"),
    "SMS of several words": ("jsp pk", "je sais pas pourquoi"),
    "capital letters": ("PAS DE PERMIS", "pas de permis"),
    "ligatures": ("Œuvre, cœur, lætitia", "oeuvre coeur laetitia"),
    "hyphens": ("aide-soignante", "aide soignante"),
    "2 for de": ("femme 2 ménage", "femme de menage"),
    "2 for two": ("2 enfants", "2 enfants"),
    "digits stuck to letters": ("1h30, 30mn", "1 h 30 30 minutes"),
    "decimal comma": ("7,5 km", "7.5 km"),
    "week-end": ("le we, le weekend, le week-end", "le week end le week end le week end"),
    "everyday verlan": ("c'est relou", "c est penible"),
    "emoji that answer": ("👍", "oui"),
    "emoji with a skin tone": ("👍🏽", "oui"),
    "full-width letters": ("ｏｕｉ", "oui"),
    "only punctuation": ("?!…", ""),
    "control characters": ("\x00oui\x00", "oui"),
    "lone surrogate": ("\ud800oui", "oui"),
}


@pytest.mark.parametrize(("typed", "expected"), SPELLED_OUT.values(), ids=SPELLED_OUT.keys())
def test_people_are_read_in_one_spelling(typed: str, expected: str) -> None:
    assert plain(typed) == expected


@pytest.mark.parametrize(("typed", "expected"), SPELLED_OUT.values(), ids=SPELLED_OUT.keys())
def test_reading_again_what_was_spelled_out_changes_nothing(typed: str, expected: str) -> None:
    assert plain(expected) == expected


def test_a_token_knows_where_it_was_in_the_text() -> None:
    text = "Oui, j’ai été caissière."
    by_word = {token.word: text[token.start : token.end] for token in tokens(text)}
    assert by_word["caissiere"] == "caissière"
    assert by_word[BREAK] in ",."


def test_punctuation_cuts_but_is_no_word() -> None:
    assert [token.word for token in tokens("maçon, plombier")] == ["macon", BREAK, "plombier"]
    assert words("maçon, plombier") == ["macon", "plombier"]


def test_a_dash_between_spaces_cuts_and_a_hyphen_does_not() -> None:
    assert BREAK in [token.word for token in tokens("maçon - plombier")]
    assert BREAK not in [token.word for token in tokens("aide-maçon")]


def test_folding_keeps_punctuation() -> None:
    assert fold("  Été,   L’œuf ! ") == "ete, l'oeuf !"


ONE_FAMILY = {
    "gender": "caissier caissiere caisse",
    "euse": "vendeur vendeuse vendre vendais vente",
    "trice": "animateur animatrice animer animation",
    "verb, noun, person": "nettoyer nettoyage nettoyeuse nettoye",
    "ien and ique": "mecanicien mecanicienne mecanique",
    "doubled letter": "macon maconne maconnerie",
    "place of the trade": "boulanger boulangere boulangerie boulange",
    "irregular verb": "conduire conduisais conducteur conductrice",
    "sewing": "coudre couture couturiere",
    "accounts": "comptable comptabilite compta",
}


@pytest.mark.parametrize("family", ONE_FAMILY.values(), ids=ONE_FAMILY.keys())
def test_forms_of_a_trade_share_a_root(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


STRANGERS = [
    ("chauffeur", "chauffage"),
    ("facteur", "facture"),
    ("eleve", "elever"),
    ("animal", "animer"),
    ("agent", "agence"),
]


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_words_that_only_look_related_keep_their_roots_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


SOUND_ALIKE = [
    ("maçon", "masson"),
    ("chauffeur", "chofeur"),
    ("auxiliaire", "oxiliaire"),
    ("caissière", "kaissière"),
    ("accueil", "acceuil"),
    ("concierge", "consierge"),
    ("carrossier", "carossier"),
    ("bâtiment", "batimen"),
]


@pytest.mark.parametrize(("right", "heard"), SOUND_ALIKE)
def test_words_written_as_they_sound_are_alike(right: str, heard: str) -> None:
    unaccented = [fold(word.replace("ç", "ss")) for word in (right, heard)]
    assert sound(unaccented[0]) == sound(unaccented[1])


def test_words_that_sound_different_are_not_alike() -> None:
    assert sound("boucher") != sound("coucher")
    assert sound("peintre") != sound("plombier")
