"""Nothing of a person stays in a story: what they typed is replaced, or shown to be looked at."""

from __future__ import annotations

import pytest

from bot.adapters.catalogue_files import read
from bot.replay.recording.communes import Communes
from bot.replay.recording.scrub import Scrubber
from bot.settings import ROOT

HOME = "38348"
"""Ruy-Montceau, beside Bourgoin-Jallieu, which is the largest of its basin."""


@pytest.fixture(scope="module")
def communes() -> Communes:
    return Communes(read(ROOT / "data" / "catalogue"))


def test_the_commune_of_these_tests_is_not_the_largest_of_its_basin(communes: Communes) -> None:
    instead = communes.instead_of(HOME)
    assert instead and instead.insee_code != HOME


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        # E-mail
        ("nadia.b+job@gmail.com", "camille@exemple.fr"),
        ("c'est nadia arobase orange point fr merci", "c'est camille@exemple.fr merci"),
        # Telephone
        ("mon 06 12 34 56 78", "mon 01 99 00 12 34"),
        ("0612345678", "01 99 00 12 34"),
        ("+33 6.12.34.56.78 !", "01 99 00 12 34 !"),
        ("le 3949 ne répond pas", "le 3949 ne répond pas"),
        ("appelez le 115", "appelez le 115"),
        # Numbers and links
        ("ma sécu 2 85 05 38 185 001 55", "ma sécu 000000000000000"),
        ("identifiant 1234567A", "identifiant 0000000"),
        ("FR76 3000 1007 9412 3456 7890 185", "numéro de compte"),
        ("immatriculée AB-123-CD", "immatriculée AA-000-AA"),
        ("voir https://facebook.com/nadia.b", "voir https://exemple.fr"),
        ("payé 1800 euros en 2019", "payé 1800 euros en 2019"),
        # Dates of birth
        ("née le 12/03/1987", "née le 01/01/1990"),
        ("12-3-87", "01/01/1990"),
        ("je suis né le 5 août 1979", "je suis né le 01/01/1990"),
        ("né en 1987", "né en 1990"),
        ("j'ai 54 ans", "j'ai 54 ans"),
        # Addresses
        ("12 rue des Lilas", "1 rue de la Mairie"),
        ("j'habite 3 bis avenue Jean Jaurès, au calme", "j'habite 1 rue de la Mairie, au calme"),
        # Names
        ("je m'appelle nadia benali", "je m'appelle Camille benali"),
        ("Je m’appelle Nadia Benali", "Je m’appelle Camille"),
        ("moi c'est Kevin", "moi c'est Camille"),
        ("moi c'est pareil", "moi c'est pareil"),
        ("moi c'est le bruit", "moi c'est le bruit"),
        ("madame Durand m'a dit non", "madame Camille m'a dit non"),
        ("oui madame", "oui madame"),
        ("je garde mon fils Léo", "je garde mon fils Camille"),
        ("ma fille est malade", "ma fille est malade"),
        ("Thierry Martin", "Camille"),
        # Not personal
        ("j'étais caissière chez leclerc", "j'étais caissière chez leclerc"),
        ("non j'ai pas le permis", "non j'ai pas le permis"),
        ("une demi-heure en bus, pas plus", "une demi-heure en bus, pas plus"),
        ("je suis au RSA", "je suis au RSA"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_personal_is_replaced(communes: Communes, typed: str, kept: str) -> None:
    assert Scrubber(communes).text(typed).text == kept


@pytest.mark.parametrize(
    ("typed", "question", "kept"),
    [
        ("Ruy-Montceau", "commune", "Bourgoin-Jallieu"),
        ("j'habite à ruy montceau ici", None, "j'habite à Bourgoin-Jallieu ici"),
        ("Bourgoin-Jallieu", "commune", "Bourgoin-Jallieu"),
        ("rui montseau", "commune", "Bourgoin-Jallieu"),
        ("je travaille à Lyon", None, "je travaille à Lyon"),
        ("je suis vif et rapide", "past_job", "je suis vif et rapide"),
        ("3 rue Zola 38300 Ruy-Montceau", None, "1 rue de la Mairie 38300 Bourgoin-Jallieu"),
        ("Lyon 8e", "commune", "Lyon 3e"),
    ],
)  # fmt: skip
def test_a_small_commune_gives_way_to_the_largest_of_its_basin(
    communes: Communes, typed: str, question: str | None, kept: str
) -> None:
    assert Scrubber(communes, HOME).text(typed, question).text == kept


def test_somebody_keeps_the_same_name_all_along(communes: Communes) -> None:
    scrubber = Scrubber(communes)
    texts = ["je m'appelle Nadia", "avec ma soeur Samira", "Nadia, oui", "Samira aussi"]
    kept = [scrubber.text(text).text for text in texts]
    assert kept == [
        "je m'appelle Camille", "avec ma soeur Dominique", "Camille, oui", "Dominique aussi",
    ]  # fmt: skip
    assert {(one.instead, one.count) for one in scrubber.replaced} == {
        ("Camille", 2), ("Dominique", 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("je bosse pour les Zythologues du coin", "Zythologues"),
        ("alors voilà " * 30, "long"),
        ("dossier 48213 là", "nombre"),
    ],
)
def test_what_may_be_personal_is_shown_to_the_tester(
    communes: Communes, typed: str, doubt: str
) -> None:
    (found, *_) = Scrubber(communes).text(typed).doubts
    assert doubt in found


@pytest.mark.parametrize(
    "typed", ["non j'ai pas le permis", "Bonjour, j'habite à Lyon", "je suis au RSA", "C'est parti"]
)
def test_plain_answers_raise_no_doubt(communes: Communes, typed: str) -> None:
    assert Scrubber(communes).text(typed).doubts == ()
