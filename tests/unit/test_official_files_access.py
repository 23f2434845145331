from __future__ import annotations

import pytest

from bot.adapters.official_files.access import access_of, needs_licence_b
from bot.adapters.official_files.work_contexts import CONTEXTS_BY_OGR, contexts_of
from bot.orientation.job import CONTEXTS
from bot.orientation.profile import CONDITIONS, HOURS

ACCESS = {
    "no diploma": ("On est pris sans diplôme particulier.", "none"),
    "with or without": ("Accessible avec ou sans qualification préalable.", "none"),
    "no diploma, and what would help": (
        "Accessible sans qualification, mais un CAP serait un plus. Un BTS peut aussi aider.",
        "none",
    ),
    "a CAP": ("Accessible avec un CAP de boulanger.", "short"),
    "a CAP up to Bac+2": ("Accessible avec un diplôme de niveau CAP/BEP à Bac +2.", "short"),
    "the Bac": ("Accessible avec un diplôme de niveau Bac à Bac+2.", "short"),
    "a titre professionnel": ("Accessible avec un Titre Professionnel de conseil.", "short"),
    "a State diploma of one year": ("Il faut le Diplôme d'Etat d'Aide-Soignant.", "short"),
    "a State diploma of three years": ("Il faut le Diplôme d'État d'infirmier.", "long"),
    "Bac+2": ("Accessible à partir d'un Bac + 2 en commerce.", "long"),
    "a master": ("Accessible avec un Master en droit.", "long"),
    "the word but is not the diploma BUT": ("Le but est de servir du public.", None),
    "experience instead of a diploma": (
        "Accessible avec un BTS. Également accessible avec une expérience, sans diplôme.",
        "long",
    ),
    "a diploma with experience is the only way": (
        "Accessible avec un Bac+2, complété par une expérience. "
        "Également accessible avec un CAP complété par une expérience.",
        "long",
    ),
    "no diploma, nor experience": ("Accessible sans diplôme ni expérience.", "none"),
    "no diploma but a heavy licence": (
        "Ouvert à tous les niveaux de qualification. Cependant, le permis C est obligatoire.",
        "short",
    ),
    "a public examination is another door": (
        "Accessible avec un Bac+2. On entre dans l'administration sur concours avec un CAP.",
        "long",
    ),
    "a certificate": ("Accessible avec un certificat de toiletteur.", "short"),
    "a certificate after the Bac": ("Accessible avec le certificat de capacité (Bac+5).", "long"),
    "a doctor's speciality": ("Il faut un Diplôme d'Etudes Spécialisées.", "long"),
    "practised without training": ("Il peut être pratiqué sans formation initiale.", "none"),
    "no particular training": ("Aucune formation spécifique n'est requise.", "none"),
    "only what is liked": ("Un CAP est apprécié. Un BTS peut être un atout.", None),
    "silence": ("", None),
}


@pytest.mark.parametrize(("text", "level"), ACCESS.values(), ids=ACCESS.keys())
def test_the_lowest_route_that_the_text_says_is_enough_wins(text: str, level: str | None) -> None:
    assert access_of("X0000", text) == level


LICENCE = {
    "required by the text": ([], "Il faut le permis de conduire catégorie B.", True),
    "a heavier one implies it": ([], "Accessible avec un Permis D, obligatoire.", True),
    "among the official certificates": (["123456"], "", True),
    "of another kind": ([], "Un permis d'exploitation est obligatoire.", False),
    "boats do not count": ([], "Le permis de conduire un bateau est exigé.", False),
    "a motorcycle does not count": (["123455"], "", False),
    "only useful": ([], "Le permis B peut être demandé.", False),
    "not mentioned": ([], "Accessible sans diplôme.", False),
}


@pytest.mark.parametrize(("skills", "text", "needed"), LICENCE.values(), ids=LICENCE.keys())
def test_the_licence_is_needed_only_when_the_job_says_so(
    skills: list[str], text: str, needed: bool
) -> None:
    assert needs_licence_b("X0000", skills, text) is needed


def test_every_context_code_given_is_one_of_the_core() -> None:
    assert {code for codes in CONTEXTS_BY_OGR.values() for code in codes} <= set(CONTEXTS)


def test_every_refusable_hour_and_condition_has_an_official_item() -> None:
    given = {code for codes in CONTEXTS_BY_OGR.values() for code in codes}
    assert given >= {*HOURS, *CONDITIONS}


def test_hours_that_school_hours_cannot_hold_are_said_so() -> None:
    for codes in CONTEXTS_BY_OGR.values():
        if {"night", "weekend", "shifted"} & set(codes):
            assert "outside_school" in codes


def test_unknown_items_are_left_out() -> None:
    assert contexts_of(["23376", "000000"]) == {"weekend", "outside_school"}
