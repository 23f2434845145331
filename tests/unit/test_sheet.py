"""The content of a sheet: what was said and nothing else, figures of the catalogue, one page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import wiring
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.evidence import PICTURE, SCENE, Evidence
from bot.orientation.labels import job_label
from bot.orientation.matching import rank
from bot.orientation.profile import PastJob, Profile
from bot.services.sheet import Sheet, fits, sheet
from bot.services.sheet_jobs import Chosen
from bot.services.sheet_said import said_rows
from bot.services.unlock import Person
from tests.personas import PERSONAS, Persona
from tests.sheets import persona, sheet_of, told, with_everything, with_words
from tests.unit.persona_view import DAY, cards, catalogue, offers

NAMES = [one.name for one in PERSONAS]
BY_NAME = pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.name)


def rows_of(profile: Profile, easy: bool = False) -> dict[str, tuple[str, ...]]:
    rows = said_rows(catalogue(), profile, wiring.deck(), easy)
    return {row.code: row.words for row in rows}


def all_texts(made: Sheet) -> Iterator[str]:
    waiting: list[object] = [made.as_dict()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, (list, tuple)):
            waiting += one
        elif isinstance(one, str):
            yield one


def test_what_was_said_is_told_in_the_persons_words() -> None:
    profile = Profile(
        insee_code="38053",
        choices=(
            Evidence(PICTURE, wiring.deck().pictures[0].picture_id, "ça sent le pain", {"A": 1}, 1,
                     is_own_words=True),
            Evidence(PICTURE, wiring.deck().pictures[1].picture_id, "Un atelier", {"R": 1}, 1.0),
            Evidence(SCENE, "door", "aidé une voisine", {"S": 1}, 1.0),
        ),
        statements={"repair": 1.0, "care": 0.5, "sell": -1.0, "quiet": None},
        past_jobs=(PastJob("caissière chez leclerc", "D1505"),),
        has_licence_b=False,
        vehicle="bike",
        has_public_transport=True,
        max_minutes=30,
        hours_refused=frozenset({"night"}),
        conditions_refused=frozenset({"heavy_loads"}),
        training_accepted="short",
    )  # fmt: skip
    rows = rows_of(profile)
    picture = wiring.deck().pictures[0].name
    assert rows == {
        "home": ("Bourgoin-Jallieu (38300)",),
        "own_words": (f"«\u00a0ça sent le pain\u00a0», sur l'image «\u00a0{picture}\u00a0»",),
        "pictures": ("«\u00a0Un atelier\u00a0»",),
        "scenes": ("aidé une voisine",),
        "yes": ("«\u00a0Réparer un objet cassé, ça me plaît\u00a0»",),
        "a_bit": ("«\u00a0Prendre soin d'une personne fragile me semble naturel\u00a0»",),
        "no": ("«\u00a0Convaincre un client, c'est un jeu pour moi\u00a0»",),
        "past": ("«\u00a0caissière chez leclerc\u00a0» : "
                 + job_label(catalogue().job_by_code["D1505"]),),
        "moves": ("pas de permis B", "un vélo", "un bus ou un train près de chez moi"),
        "minutes": ("30 minutes au plus",),
        "training": ("oui, quelques mois",),
        "avoid": ("travailler la nuit", "porter des charges lourdes"),
    }  # fmt: skip


def test_what_was_not_said_has_no_row() -> None:
    assert rows_of(Profile()) == {}
    assert rows_of(Profile(statements={"repair": None}, hours_refused=frozenset())) == {}


@BY_NAME
def test_what_was_told_for_aids_stays_off_the_page(one: Persona) -> None:
    """An age, an income, a recognised handicap: others may see the paper."""
    made = sheet_of(one.name)
    profile_alone = {word for words in rows_of(told(one.name)).values() for word in words}
    assert {word for row in made.said for word in row.words} <= profile_alone
    for aid in made.aids:
        assert not any("C'est bon" in line or "ne convient pas" in line for line in aid.lines)


def _proposed(one: Persona) -> tuple[str, ...]:
    return tuple(card.rome_code for card in cards(one))


@BY_NAME
def test_the_jobs_are_those_proposed_with_the_figures_of_the_catalogue(one: Persona) -> None:
    made = sheet_of(one.name)
    assert [(job.rome_code, job.is_declic) for job in made.jobs] == [
        (card.rome_code, card.is_declic) for card in cards(one)
    ]
    ranking = rank(catalogue(), told(one.name), 0)
    for job in made.jobs:
        around = ranking.match(job.rome_code).around
        assert job.projects == around.projects
        assert around.basin is not None and around.demand is not None
        assert job.basin == catalogue().basin_by_code[around.basin.basin_code].name
        assert job.year == around.demand.year == 2025
        if job.projects is not None:
            count = f"{job.projects:,}".replace(",", "\u202f")
            assert count in job.hiring and str(job.year) in job.hiring and job.basin in job.hiring
        assert f"Environ {job.minutes} minutes" in job.travel
        assert abs(around.basin.minutes - (job.minutes or 0)) <= 5
    assert made.sources and "France Travail, BMO 2025" in made.sources
    assert "estimation" in made.sources


def test_jobs_that_were_kept_come_first_and_are_marked() -> None:
    proposed = [card.rome_code for card in cards(persona("Nadia"))]
    made = sheet_of("Nadia", kept=("K1302", proposed[2]))
    assert [job.rome_code for job in made.jobs] == ["K1302", proposed[2], proposed[0], proposed[1]]
    assert [job.is_kept for job in made.jobs] == [True, True, False, False]
    assert made.jobs[0].marks == ("Je le garde",)


def test_a_job_that_the_catalogue_does_not_know_any_more_is_left_out() -> None:
    assert "Z9999" not in [job.rome_code for job in sheet_of("Nadia", kept=("Z9999",)).jobs]


@BY_NAME
@pytest.mark.parametrize("easy", [False, True], ids=["usual", "easy"])
def test_aids_are_open_or_to_check_each_with_who_asks(one: Persona, easy: bool) -> None:
    made = sheet_of(one.name, easy=easy)
    assert made.aids or "aide" in (made.left or "")
    by_id = {offer.offer_id: offer for offer in offers()}
    for aid in made.aids:
        assert aid.state in ("yes", "to_check")
        told_lines = "\n".join(aid.lines)
        assert "À qui :" in told_lines
        assert ("Qui demande : " in told_lines) is bool(by_id[aid.offer_id].asked_by)
        assert not any(character in told_lines for character in "€%"), "no amount is checked yet"
    has_deadline = [aid.has_deadline for aid in made.aids]
    assert has_deadline == sorted(has_deadline, reverse=True)


@BY_NAME
@pytest.mark.parametrize("easy", [False, True], ids=["usual", "easy"])
def test_a_sheet_fits_and_counts_what_it_leaves_out(one: Persona, easy: bool) -> None:
    made = sheet_of(one.name, easy=easy)
    assert fits(made)
    all_rows = said_rows(catalogue(), told(one.name), wiring.deck(), easy)
    count = sum(len(row.words) for row in all_rows) - sum(len(row.words) for row in made.said)
    assert ("réponse" in (made.left or "")) is (count > 0)
    if count > 0:
        assert f"{count} réponse" in (made.left or "")


@BY_NAME
def test_limits_and_moves_are_never_left_out(one: Persona) -> None:
    profile = with_everything(told(one.name))
    for easy in (False, True):
        made = sheet_of(one.name, easy=easy, profile=profile)
        whole = {
            row.code: row.words for row in said_rows(catalogue(), profile, wiring.deck(), easy)
        }
        kept = {row.code: row.words for row in made.said}
        for code in ("home", "moves", "minutes", "training", "avoid"):
            assert kept.get(code) == whole.get(code), code


def test_words_that_are_too_long_are_cut_and_it_is_said() -> None:
    long = "je rangeais les rayons et je tenais la caisse " * 20
    made = sheet_of("Nadia", profile=with_words(told("Nadia"), long))
    assert made.cut and "la suite est dans la conversation" in made.cut
    own = next(row for row in made.said if row.code == "own_words")
    assert all(len(word) < 300 and "…" in word for word in own.words)
    assert sheet_of("Nadia").cut is None


def test_easy_read_has_fewer_words_and_the_same_jobs() -> None:
    usual, easy = sheet_of("Nadia"), sheet_of("Nadia", easy=True)
    assert [job.rome_code for job in usual.jobs] == [job.rome_code for job in easy.jobs]
    assert sum(map(len, all_texts(easy))) < sum(map(len, all_texts(usual)))


def test_nothing_is_promised() -> None:
    for name in NAMES:
        for text in all_texts(sheet_of(name)):
            assert "avez droit" not in text and "aurez" not in text and "garanti" not in text


def test_before_any_answer_the_sheet_says_that_it_knows_nothing() -> None:
    nobody = Person(Profile(), read_circumstances({}), DAY, 0)
    made = sheet(catalogue(), offers(), wiring.deck(), nobody, Chosen())
    assert (made.said, made.jobs, made.sources) == ((), (), None)
    assert made.nothing_said and made.no_job


def test_the_same_answers_give_the_same_sheet() -> None:
    one = persona("Samira")
    person = Person(told("Samira"), read_circumstances(one.circumstances), DAY, 0)
    again = sheet(catalogue(), offers(), wiring.deck(), person, Chosen((), _proposed(one)))
    assert again == sheet_of("Samira")
