"""The proposal: cards with their facts, what limits removed, what changed, why a job."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.orientation.phrases import say
from bot.orientation.profile import Profile, Refusal
from bot.services.explain import explain_job
from bot.services.job_cards import Card, card_as_dict
from bot.services.propose import Proposal, propose
from tests.unit.small_world import CASHIER, DRIVER, NARROW, WORLD, demand

PERSON = replace(
    DRIVER,
    past_jobs=(CASHIER,),
    statements={"repair": 1.0, "tidy": 0.5, "care": 0.5, "crowd": 1.0, "draw": -1.0},
)


def card(rome_code: str, proposal: Proposal) -> Card:
    return next(one for one in proposal.cards if one.rome_code == rome_code)


def test_three_jobs_then_one_declic() -> None:
    proposal = propose(WORLD, PERSON, seed=1)
    assert [one.is_declic for one in proposal.cards] == [False, False, False, True]
    assert len({one.rome_code for one in proposal.cards}) == 4


def test_the_same_conversation_gets_the_same_proposal() -> None:
    assert propose(WORLD, PERSON, seed=5) == propose(WORLD, PERSON, seed=5)


def test_a_card_has_exactly_the_keys_of_the_channel() -> None:
    shown = card_as_dict(card("I1604", propose(WORLD, PERSON, seed=1)))
    assert set(shown) == {
        "rome_code",
        "title",
        "is_declic",
        "kept",
        "summary",
        "reasons",
        "hiring",
        "vacancies",
        "travel",
        "training",
        "cautions",
        "first_step",
        "buttons",
    }
    assert set(shown["hiring"]) == {"sentence", "projects", "basin", "year", "source"}
    assert set(shown["travel"]) == {"sentence", "minutes", "mode", "changes"}
    assert set(shown["training"]) == {"sentence"}
    assert json.loads(json.dumps(shown)) == shown


def test_buttons_carry_the_job_in_their_payload() -> None:
    buttons = card_as_dict(card("I1604", propose(WORLD, PERSON, seed=1)))["buttons"]
    assert buttons == [
        {"title": "Pourquoi ce métier ?", "payload": '/why_job{"rome_code": "I1604"}'},
        {"title": "Garder", "payload": '/keep_job{"rome_code": "I1604"}'},
        {"title": "Pas pour moi", "payload": '/refuse_job{"rome_code": "I1604"}'},
        {"title": "Où l'essayer ?", "payload": '/try_job{"rome_code": "I1604"}'},
    ]


def test_a_card_shows_the_figure_of_the_catalogue_with_basin_year_and_source() -> None:
    hiring = card("I1604", propose(WORLD, PERSON, seed=1)).hiring
    assert (hiring.projects, hiring.basin, hiring.year) == (1240, "Bourg-le-Bassin", 2025)
    assert hiring.source.startswith("France Travail, BMO 2025.")
    assert "projets d'embauche déclarés par les employeurs" in hiring.source
    assert f"1{NARROW}240" in hiring.sentence


def test_minutes_of_the_card_are_those_of_its_sentence() -> None:
    travel = card("I1604", propose(WORLD, PERSON, seed=1)).travel
    assert travel.mode == "car"
    assert f"{travel.minutes} minutes en voiture" in travel.sentence


def test_reasons_are_the_persons_own_words() -> None:
    reasons = " ".join(card("I1604", propose(WORLD, PERSON, seed=1)).reasons)
    assert "Réparer un objet cassé" in reasons
    again = explain_job(WORLD, PERSON, "D1507", seed=1)
    assert any("caissière chez Leclerc" in line for line in again)


def test_the_first_step_is_short_on_a_card_since_immersion_is_told_below() -> None:
    steps = {one.first_step for one in propose(WORLD, PERSON, seed=1).cards}
    assert steps == {"Essayez-le quelques jours."}
    told = say("list.note.first_step")
    assert "immersion" in told and "PMSMP" not in told
    assert "votre conseiller ou conseillère" in told


FOUR_LETTERS = ("repair", "care", "tidy", "sell")
NOTES: list[tuple[dict[str, object], str]] = [
    ({"statements": {}}, "Je connais peu vos goûts"),
    ({"statements": dict.fromkeys(FOUR_LETTERS, 1.0)}, "aucun goût ne se détache"),
    ({"statements": {"crowd": 1.0, "quiet": 1.0}}, "dans deux sens"),
    (
        {"statements": {"outside": 1.0}, "conditions_refused": frozenset({"outdoors"})},
        "Je garde cette limite",
    ),
    ({"max_minutes": None}, "30 minutes de trajet"),
    ({"insee_code": None}, "Sans votre commune"),
]


@pytest.mark.parametrize(("changes", "note"), NOTES)
def test_what_is_missing_is_said(changes: dict[str, object], note: str) -> None:
    notes = propose(WORLD, replace(PERSON, **changes), seed=1).notes  # type: ignore[arg-type]
    assert any(note in one for one in notes)


def test_who_says_yes_to_everything_is_not_told_of_contradictions_too() -> None:
    everything = dict.fromkeys((*FOUR_LETTERS, "crowd", "quiet"), 1.0)
    notes = propose(WORLD, replace(PERSON, statements=everything), seed=1).notes
    assert any("aucun goût ne se détache" in note for note in notes)
    assert not any("dans deux sens" in note for note in notes)


def test_nothing_is_said_to_be_missing_when_all_is_known() -> None:
    contrasted = replace(PERSON, statements={**PERSON.statements, "care": -1.0})
    notes = propose(WORLD, contrasted, seed=1).notes
    assert not [note for note in notes if "surprise" not in note]


def test_a_person_of_whom_nothing_is_known_still_gets_jobs() -> None:
    proposal = propose(WORLD, Profile(), seed=1)
    assert len(proposal.cards) == 3
    for one in proposal.cards:
        assert one.hiring.projects is one.travel.minutes is None
        assert "votre commune" in one.hiring.sentence


def test_limits_that_leave_nothing_are_said() -> None:
    nowhere = replace(DRIVER, vehicle="none", insee_code="38003", max_minutes=1)
    proposal = propose(WORLD, nowhere, seed=1)
    assert proposal.cards == ()
    assert "Aucun métier ne respecte toutes vos limites." in proposal.notes
    assert "Aucun autre métier ne respecte toutes vos limites." not in proposal.notes
    assert "Trajet trop long : 12." in proposal.removed[1]


def test_when_all_was_shown_no_other_job_is_left() -> None:
    shown = [match.job.rome_code for match in rank(WORLD, DRIVER, 1).matches]
    proposal = propose(WORLD, DRIVER, seed=1, shown=shown)
    assert proposal.cards == ()
    assert "Aucun autre métier ne respecte toutes vos limites." in proposal.notes
    assert "Aucun métier ne respecte toutes vos limites." not in proposal.notes


def test_more_jobs_are_other_jobs() -> None:
    first = {one.rome_code for one in propose(WORLD, PERSON, seed=1).cards}
    more = propose(WORLD, PERSON, seed=1, shown=first)
    assert more.cards and not first & {one.rome_code for one in more.cards}


def test_a_refusal_tells_what_left_what_changes_and_what_came() -> None:
    before = [one.rome_code for one in propose(WORLD, PERSON, seed=1).cards]
    refused = replace(PERSON, refusals=(Refusal(before[0], "hours"),))
    after = propose(WORLD, refused, seed=1, before=before)
    assert before[0] not in [one.rome_code for one in after.cards]
    assert after.changes[0].startswith("J'ai retiré «")
    assert after.changes[0].endswith("les horaires ne vont pas.")
    assert after.changes[1] == "Je ne connais pas ses horaires : je retire seulement ce métier."
    came = [one.title for one in after.cards if one.rome_code not in before]
    assert came and all(any(title in line for line in after.changes) for title in came)


def test_without_a_list_on_screen_no_change_is_told() -> None:
    refused = replace(PERSON, refusals=(Refusal("I1604", "hours"),))
    assert propose(WORLD, refused, seed=1).changes == ()
    assert propose(WORLD, refused, seed=1, before=["M1607"]).changes == ()


def test_why_this_job_gives_reasons_for_and_against_figures_and_sources() -> None:
    person = replace(PERSON, statements={"repair": 1.0, "care": -1.0, "outside": 1.0})
    lines = explain_job(WORLD, person, "K1304", seed=1)
    text = "\n".join(lines)
    assert "Vous avez dit non à" in text
    assert "Au moins 200 embauches" in text
    assert "minutes en voiture" in text
    assert lines[-1] == "Sources : France Travail, BMO 2025."


def test_why_not_this_job_says_what_stands_against_it() -> None:
    person = replace(PERSON, conditions_refused=frozenset({"heavy_loads"}))
    assert "Ce métier demande : port de charges." in explain_job(WORLD, person, "A1203", seed=1)


def test_a_job_that_does_not_exist_is_said_kindly() -> None:
    assert explain_job(WORLD, PERSON, "Z9999", seed=1) == [
        "Je ne trouve pas ce métier dans ma liste."
    ]


def masked() -> Catalogue:
    return replace(WORLD, demand=(demand("garage", "b1", None),))


def test_a_masked_figure_is_never_a_number_on_a_card() -> None:
    hiring = card("I1604", propose(masked(), PERSON, seed=1)).hiring
    assert hiring.projects is None
    assert "n'est pas publié" in hiring.sentence


def test_near_a_border_the_jobs_across_are_said_not_to_be_counted() -> None:
    assert not [note for note in propose(WORLD, DRIVER, 0).notes if "emplois en" in note]
    at_annemasse = replace(DRIVER, home_point=(46.193, 6.234))
    assert "Je ne compte pas les emplois en Suisse." in propose(WORLD, at_annemasse, 0).notes


def test_a_job_asked_about_when_nothing_is_left_to_show_is_told_what_is_missing() -> None:
    walker = replace(PERSON, has_licence_b=False, vehicle="none")
    assert "Il manque : le permis B." in explain_job(WORLD, walker, "N4105", 1, shown=())
    assert "Il manque : le permis B." not in explain_job(WORLD, walker, "N4105", 1)
