"""Slips of the keyboard are put right, real words, towns, jobs and names are left alone."""

from __future__ import annotations

import csv
import re

import pytest
from ruamel.yaml import YAML

from bot.orientation.danger_words import read_danger
from bot.orientation.sayings import heard
from bot.orientation.spelling import mended
from bot.orientation.spelling_words import FREQUENT, REAL
from bot.orientation.told_facts import told_facts
from bot.orientation.wording import fold, tokens
from bot.settings import ROOT

SLIPS = {
    "permos": "permis", "oermis": "permis", "permiis": "permis", "permsi": "permis",
    "voitire": "voiture", "voitrue": "voiture", "vioture": "voiture", "coiture": "voiture",
    "voitur": "voiture", "travial": "travail", "trvail": "travail", "tracail": "travail",
    "travzil": "travail", "scootrr": "scooter", "scooer": "scooter", "maisob": "maison",
    "minytes": "minutes", "mibutes": "minutes", "minutrs": "minutes", "heyres": "heures",
    "trebte": "trente", "vinft": "vingt", "quarznte": "quarante", "formatoin": "formation",
    "formayion": "formation", "fornation": "formation", "frmation": "formation",
    "gratuut": "gratuit", "gratiut": "gratuit", "combein": "combien", "combirn": "combien",
    "pourqoui": "pourquoi", "pourqupi": "pourquoi", "pouruqoi": "pourquoi", "qurstion": "question",
    "quesiton": "question", "bonjpur": "bonjour", "bnojour": "bonjour", "merxi": "merci",
    "samefi": "samedi", "dimznche": "dimanche", "dimnache": "dimanche", "toujiurs": "toujours",
    "toujuors": "toujours", "jamzis": "jamais", "beaycoup": "beaucoup", "beuacoup": "beaucoup",
    "donnéed": "donnees", "confidentirl": "confidentiel", "recomebcer": "recommencer",
    "recommecner": "recommencer", "conprends": "comprends", "cpmprends": "comprends",
    "comrpends": "comprends", "finalemnt": "finalement", "finaleemnt": "finalement",
    "tronpé": "trompe", "plutpt": "plutot", "conseilelr": "conseiller", "conseilker": "conseiller",
    "handciap": "handicap", "handicao": "handicap", "mourrir": "mourir", "mouriir": "mourir",
    "moirir": "mourir", "suicidzr": "suicider", "transporst": "transports",
    "tranpsorts": "transports", "oas": "pas", "ouo": "oui", "teletrvaial": "teletravail",
    "prmis": "permis", "peris": "permis", "voture": "voiture", "voitre": "voiture",
    "acun": "aucun", "auun": "aucun", "aucn": "aucun", "acune": "aucune", "sulement": "seulement",
    "huere": "heure", "préfèère": "prefere", "tmps": "temps", "vigt": "vingt", "cniq": "cinq",
    "ouii": "oui", "compraer": "comparer", "compaer": "compare", "coparer": "comparer",
    "premère": "premiere", "optoin": "option", "réponre": "repondre",
}  # fmt: skip
LEFT_ALONE = (
    "permet permit pire pure cage gage page rage sage nage bage lion lyon bron dole sens auch"
    " nantes nancy nimes roanne privas aubenas voiron vichy tours troyes rodez mende gap albi agen"
    " caristes grutier soudeur lad vigile parqueteur tourneur fraiseur marin meunier tanneur"
    " marie mario carole karim rachid noel lina lola muriel ahmed fatou awa ines"
    " mouler mourra nourrir pourrir bourrin sourire pas bas mas dois doit toit trois trente tente"
    " rente vente vingt vint quai quoi"
    " quad fiat yaris momes papys mamies crame grade comprimer villas remorque internat document"
    " documents critique hate hure eure cole semi"
).split()


@pytest.mark.parametrize(("slip", "word"), SLIPS.items())
def test_a_slip_becomes_the_word_that_was_meant(slip: str, word: str) -> None:
    assert mended(fold(slip)) == word


@pytest.mark.parametrize("word", LEFT_ALONE)
def test_a_real_word_a_town_a_job_a_name_stays(word: str) -> None:
    assert mended(word) == word


def test_what_is_near_two_words_stays() -> None:
    assert mended("prter") == "prter", "prêter, or porter"


def test_numbers_and_marks_stay() -> None:
    assert [mended(word) for word in ("69100", ",", "3x8", "")] == ["69100", ",", "3x8", ""]


def test_no_word_of_the_examples_is_touched() -> None:
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path)["nlu"]:
            words = {token.word for token in tokens(block["examples"])}
            assert {word: mended(word) for word in words if mended(word) != word} == {}, path.name


def test_no_town_of_the_catalogue_is_touched() -> None:
    with (ROOT / "data" / "catalogue" / "communes.csv").open(encoding="utf-8") as lines:
        names = {word for row in csv.DictReader(lines) for word in _words(row["name"])}
    assert len(names) > 100
    assert {name: mended(name) for name in names if mended(name) != name} == {}


def test_a_word_is_in_one_list_only_and_spelled_as_heard() -> None:
    assert not FREQUENT & REAL
    assert all(re.fullmatch("[a-z]{3,}", word) for word in FREQUENT | REAL)


def _words(name: str) -> list[str]:
    return re.findall("[a-z]+", fold(name))


@pytest.mark.parametrize(
    ("said", "danger"),
    [
        ("jveux mourrir", "distress"),
        ("je veux en finit avec la vie je veux moirir", "distress"),
        ("j'ai envie de me suicidzr", "distress"),
        ("mon mari me frzppe", "violence"),
        ("je voudrais nourrir mes enfants", None),
        ("je veux mourir de rire", None),
    ],
)
def test_danger_is_heard_through_slips(said: str, danger: str | None) -> None:
    assert read_danger(said) == danger


def test_facts_are_read_through_slips() -> None:
    told = told_facts("j'ai le permos mais pas de voitrue et je peux pas le samefi")
    assert (told.licence, told.vehicle) == ("yes", "none")
    assert told.hours == {"weekend": True}


def test_a_heard_message_is_mended_once_for_all() -> None:
    assert heard("J'ai un scootrr, oas de voitire") == "j ai un scooter , pas de voiture"
