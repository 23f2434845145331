"""Free text about work -> ROME jobs: on the bundled catalogue, as people type."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Title
from bot.orientation.titles import Recognition, TitleIndex
from bot.settings import ROOT

CASES = Path(__file__).with_name("title_cases.csv")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> TitleIndex:
    return TitleIndex(catalogue)


def shares(index: TitleIndex, which: str) -> tuple[float, float]:
    """(share found first, share found in five) over the cases of one set."""
    with CASES.open(encoding="utf-8", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["set"] == which]
    first = in_five = 0
    for case in cases:
        expected = case["codes"].split("|")
        found = [candidate.rome_code for candidate in index.search(case["text"], limit=5)]
        first += found[:1] != [] and found[0] in expected
        in_five += any(rome_code in expected for rome_code in found)
    return first / len(cases), in_five / len(cases)


def test_the_cases_are_many_and_name_jobs_of_the_catalogue(catalogue: Catalogue) -> None:
    with CASES.open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    assert len(cases) >= 120
    assert len({case["text"] for case in cases}) == len(cases)
    for case in cases:
        assert any(code in catalogue.job_by_code for code in case["codes"].split("|")), case


def test_hard_cases_used_for_tuning_are_found(index: TitleIndex) -> None:
    first, in_five = shares(index, "tuning")
    assert first >= 0.97
    assert in_five >= 0.99


def test_hard_cases_written_after_tuning_are_found(index: TitleIndex) -> None:
    first, in_five = shares(index, "held_out")
    assert first >= 0.84
    assert in_five >= 0.93


def summed_up(found: Recognition) -> list[tuple[str, str]]:
    """(words, ROME code) of a sure mention, (words, status) of another."""
    return [
        (m.said, m.candidates[0].rome_code if m.status == "sure" else m.status)
        for m in found.mentions
    ]


SENTENCES = {
    "three jobs, one unpaid": (
        "j'ai été caissière puis femme de ménage et j'ai gardé mes parents",
        [("caissière", "D1505"), ("femme de ménage", "K1304"), ("j'ai gardé mes parents", "K1302")],
    ),
    "employer and duration put aside": (
        "j'ai été caissière chez Leclerc pendant 3 ans",
        [("caissière", "D1505")],
    ),
    "employer without a capital": ("caissiere a leclerc", [("caissiere", "D1505")]),
    "dates, brackets, employer": (
        "Cariste (caces 1 3 5) chez Amazon de 2018 à 2021, puis préparateur de commandes",
        [("Cariste", "N1101"), ("préparateur de commandes", "N1103")],
    ),
    "hospital put aside": (
        "aide-soignante de nuit à l'EHPAD de Bourgoin",
        [("aide-soignante", "J1501")],
    ),
    "dictated without commas": (
        "caissière serveuse femme de ménage",
        [("caissière", "D1505"), ("serveuse", "G1803"), ("femme de ménage", "K1304")],
    ),
    "employer, town and task": (
        "j'ai bossé 5 ans chez Renault Trucks à Vénissieux comme soudeur",
        [("soudeur", "H2913")],
    ),
    "employer of two words and its town": (
        "caissière à Carrefour Market de Vienne puis à Lidl",
        [("caissière", "D1505")],
    ),
    "all in capitals": (
        "VENDEUSE EN BOULANGERIE",
        [("VENDEUSE EN BOULANGERIE", "D1106")],
    ),
    "a numbered list": ("1) maçon 2) peintre", [("maçon", "F1703"), ("peintre", "F1606")]),
    "a list of lines": (
        "- cuisinier\n- plongeur",
        [("cuisinier", "G1609"), ("plongeur", "G1605")],
    ),
    "durations between jobs": (
        "3 ans vendeuse en boulangerie 2 ans serveuse",
        [("vendeuse en boulangerie", "D1106"), ("serveuse", "G1803")],
    ),
    "et inside one title": ("secrétaire et comptable", [("secrétaire et comptable", "M1608")]),
    "et between two jobs": (
        "cuisinier et plongeur",
        [("cuisinier", "G1609"), ("plongeur", "G1605")],
    ),
    "SMS": (
        "g fai du baby siting et de la cueillette",
        [("baby siting", "K1303"), ("cueillette", "A1401")],
    ),
    "tasks, not titles": (
        "je faisais le ménage dans les bureaux et je gardais des enfants après l'école",
        [("ménage dans les bureaux", "K2205"), ("je gardais des enfants après l'école", "K1303")],
    ),
    "children at home": (
        "j'ai gardé mes petits frères",
        [("j'ai gardé mes petits frères", "K1303")],
    ),
    "only an employer, one job there": ("j'ai bossé au mcdo", [("mcdo", "G1603")]),
    "only an employer, several jobs there": (
        "j'ai travaillé chez Carrefour",
        [("Carrefour", "which_one")],
    ),
    "a volunteer says where, not what": (
        "bénévole aux Restos du cœur",
        [("Restos du cœur", "which_one")],
    ),
    "a diploma": ("infirmière diplômée d'état", [("infirmière", "J1506")]),
    "training counts": ("j'ai commencé une formation de coiffeuse", [("coiffeuse", "D1202")]),
    "now out of work": (
        "avant j'étais boulanger, maintenant je suis au chômage",
        [("boulanger", "D1102")],
    ),
    "the same job twice": ("serveuse à Lyon, puis serveuse à Vienne", [("serveuse", "G1803")]),
    "a job that nobody has": ("astronaute", [("astronaute", "unknown")]),
    "no word at all": ("xqzt blorp", [("xqzt blorp", "unknown")]),
    "one known, one unknown": (
        "astronaute puis maçon",
        [("astronaute", "unknown"), ("maçon", "F1703")],
    ),
    "a correction": ("non j'étais maçon", [("maçon", "F1703")]),
    "a job one never did": ("je n'ai jamais été caissière", []),
    "a wish": ("j'aimerais être boulanger", []),
    "a greeting": ("bonjour", []),
    "a doubt": ("je ne sais pas", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_is_cut_into_the_jobs_it_names(
    index: TitleIndex, text: str, expected: list[tuple[str, str]]
) -> None:
    found = index.recognise(text)
    assert summed_up(found) == expected
    assert not found.never_worked


NEVER_WORKED = [
    "jamais travaillé",
    "j'ai jamais bossé",
    "je n'ai jamais eu de travail",
    "je n'ai pas d'expérience",
    "aucune expérience professionnelle",
    "rien",
    "rien du tout",
    "j'ai rien fait",
    "ce serait mon premier emploi",
]


@pytest.mark.parametrize("text", NEVER_WORKED)
def test_people_who_never_worked_are_understood(index: TitleIndex, text: str) -> None:
    assert index.recognise(text) == Recognition((), never_worked=True)


def test_unpaid_work_wins_over_no_experience(index: TitleIndex) -> None:
    found = index.recognise("aucune expérience mais j'ai gardé mes petits frères")
    assert summed_up(found) == [("j'ai gardé mes petits frères", "K1303")]
    assert not found.never_worked


KINDS = ["agent", "commercial", "technicien", "vendeuse", "ouvrier", "prof", "employée", "usine"]


@pytest.mark.parametrize("word", KINDS)
def test_a_word_that_names_many_jobs_is_asked_back(index: TitleIndex, word: str) -> None:
    (mention,) = index.recognise(word).mentions
    assert mention.status == "which_one"
    assert len(mention.candidates) == 5
    assert all(candidate.confidence < 0.75 for candidate in mention.candidates)


SECTORS = {
    "restaurants": ("j'ai travaillé dans la restauration", "G1803"),
    "shops": ("dans la vente", "D1505"),
    "building": ("le bâtiment", "F1704"),
    "hospital": ("j'ai travaillé à l'hôpital", "J1501"),
    "town hall": ("à la mairie", "M1602"),
}


@pytest.mark.parametrize(("text", "rome_code"), SECTORS.values(), ids=SECTORS.keys())
def test_a_sector_alone_is_asked_back_with_its_jobs(
    index: TitleIndex, text: str, rome_code: str
) -> None:
    (mention,) = index.recognise(text).mentions
    assert mention.status == "which_one"
    assert mention.candidates[0].rome_code == rome_code
    assert len(mention.candidates) >= 3


AT_WORK = {
    "school": ("surveillante au collège", "surveillante", "K2104"),
    "hospital office": ("secrétaire à l'hôpital", "secrétaire", "M1609"),
    "hospital cleaning": ("ménage à l'hôpital", "ménage", "J1301"),
    "a place that changes nothing": ("cuisinier à l'hôpital", "cuisinier", "G1609"),
    "elderly home": ("animatrice à l'ehpad", "animatrice", "K1206"),
}


@pytest.mark.parametrize(("text", "said", "rome_code"), AT_WORK.values(), ids=AT_WORK.keys())
def test_the_place_of_work_helps_to_decide_and_is_not_shown(
    index: TitleIndex, text: str, said: str, rome_code: str
) -> None:
    (mention,) = index.recognise(text).mentions
    assert mention.said == said
    assert mention.candidates[0].rome_code == rome_code
    assert mention.status == "sure"


NO_JOB = [
    "d'accord",
    "grave",
    "stop",
    "c'est long",
    "j'ai pas de voiture",
    "je n'ai pas le permis",
    "pourquoi vous demandez ça ?",
    "vous servez à quoi",
    "vous êtes un robot",
    "je ne peux plus porter de charges",
    "pas envie d'être aide-soignante",
    "je cherche un emploi",
    "j'habite à Bourgoin-Jallieu",
    "je me suis trompée",
    "il me frappe",
    "à quoi bon vivre",
    "j'ai fait de la prison",
    "mon fils a 3 ans",
    "je suis en formation",
    "Bourgoin",
]


@pytest.mark.parametrize("text", NO_JOB)
def test_words_of_conversation_name_no_job(index: TitleIndex, text: str) -> None:
    assert all(mention.status == "unknown" for mention in index.recognise(text).mentions)


def test_the_jobs_asked_back_bear_the_word_and_the_gender(index: TitleIndex) -> None:
    (mention,) = index.recognise("vendeuse").mentions
    assert all(candidate.title.startswith("Vendeuse") for candidate in mention.candidates)


def test_a_kind_of_job_at_a_known_employer_is_that_job(index: TitleIndex) -> None:
    (mention,) = index.recognise("équipière au McDo").mentions
    assert mention.candidates[0].rome_code == "G1603"


def test_the_title_shown_is_in_the_gender_that_was_typed(index: TitleIndex) -> None:
    assert index.search("caissière")[0].title == "Caissière"
    assert index.search("caissier")[0].title == "Caissier"


def test_a_sure_job_is_clearly_ahead_of_the_next(index: TitleIndex) -> None:
    for text in ("caissière", "femme de ménage", "maçon", "soudeuse", "cariste"):
        (mention,) = index.recognise(text).mentions
        first, *others = mention.candidates
        assert first.confidence >= 0.75
        assert all(first.confidence - other.confidence >= 0.15 for other in others)


def test_candidates_come_best_first_and_no_more_than_asked(index: TitleIndex) -> None:
    found = index.search("agent d'entretien", limit=3)
    assert len(found) == 3
    assert len({candidate.rome_code for candidate in found}) == 3
    assert found[0].confidence == max(candidate.confidence for candidate in found)


def test_nothing_is_found_in_nothing(index: TitleIndex) -> None:
    assert index.search("") == []
    assert index.search("?!") == []


def test_gender_finds_the_same_job_with_the_same_confidence(index: TitleIndex) -> None:
    for masculine, feminine in (
        ("caissier", "caissière"),
        ("boulanger", "boulangère"),
        ("plombier", "plombière"),
        ("infirmier", "infirmière"),
    ):
        one, other = index.search(masculine)[0], index.search(feminine)[0]
        assert one.rome_code == other.rome_code
        assert one.confidence == pytest.approx(other.confidence, abs=0.15)


def test_a_message_as_long_as_allowed_is_read(index: TitleIndex) -> None:
    found = index.recognise("caissier et " * 166)
    assert summed_up(found)[0] == ("caissier", "D1505")


def few_jobs(catalogue: Catalogue, *rome_codes: str) -> Catalogue:
    """The catalogue cut down to some jobs and their titles, quick to index."""
    return replace(
        catalogue,
        jobs=tuple(job for job in catalogue.jobs if job.rome_code in rome_codes),
        titles=tuple(title for title in catalogue.titles if title.rome_code in rome_codes),
    )


def test_a_title_of_an_unknown_job_is_left_out(catalogue: Catalogue) -> None:
    few = few_jobs(catalogue, "A1508", "L1204")
    strange = Title("Dresseur de licornes", "Z9999", is_official=False)
    index = TitleIndex(replace(few, titles=(*few.titles, strange)))
    assert {one.rome_code for one in index.search("dresseur de licornes")} <= {"A1508", "L1204"}


def test_of_two_equal_titles_the_job_that_hires_more_comes_first(catalogue: Catalogue) -> None:
    few = few_jobs(catalogue, "B1602", "D1505")
    twins = tuple(
        Title("Allumeur de réverbères", rome_code, is_official=False)
        for rome_code in ("B1602", "D1505")
    )
    index = TitleIndex(replace(few, titles=(*few.titles, *twins)))
    found = [one.rome_code for one in index.search("allumeur de réverbères")]
    assert found[:2] == ["D1505", "B1602"]


def test_a_catalogue_without_hiring_or_everyday_titles_still_works(catalogue: Catalogue) -> None:
    few = few_jobs(catalogue, "H2913", "H2911", "F1603")
    official = tuple(title for title in few.titles if title.is_official)
    index = TitleIndex(replace(few, titles=official, demand=()))
    assert index.search("soudeuse")[0].rome_code == "H2913"


def test_a_job_is_found_by_its_label_alone(catalogue: Catalogue) -> None:
    few = replace(few_jobs(catalogue, "B1604", "D1505"), titles=())
    assert TitleIndex(few).search("horlogère")[0].rome_code == "B1604"
