"""The actions about what helps: vacancies on cards, immersions, support offers, services near."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot import wiring
from bot.orientation.phrases import say
from bot.services.ports import FoundAddress, Live, LocalService
from tests.actions.test_actions import BOURGOIN, WITH_JOBS, run, said
from tests.live_ports import Addresses, Companies, Down, Services, Vacant, company

SERVICE = LocalService(
    "1", "Conseil en mobilité", "Mobilité pour tous", "Bourgoin-Jallieu", "04 74 00 00 00",
    "https://example.org/", ("mobilite--financer-ma-mobilite",), 2.4, None,
)  # fmt: skip
Answered = Callable[..., tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]]


@pytest.fixture(autouse=True)
def live(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def switch(**ports: Any) -> None:
        monkeypatch.setattr(wiring, "live", lambda: Live(**ports))

    switch()
    return switch


def cards(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    customs = [m["custom"] for m in messages if m.get("custom")]
    return next((c["cards"] for c in customs if c["type"] == "cards"), [])


def places(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    customs = [m["custom"] for m in messages if m.get("custom")]
    return [item for c in customs if c["type"] == "places" for item in c["items"]]


def titles(messages: list[dict[str, Any]]) -> list[str]:
    return [b["title"] for m in messages for b in m.get("buttons") or ()]


def texts(messages: list[dict[str, Any]]) -> str:
    return "\n".join(m["text"] for m in messages if m.get("text"))


def test_without_keys_cards_say_nothing_of_vacancies(executor: ActionExecutor) -> None:
    _, messages, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    assert cards(messages) and all(card["vacancies"] is None for card in cards(messages))
    assert say("job.vacancies.none_answered") not in texts(messages)


def test_cards_have_the_vacancies_of_their_job(executor: ActionExecutor, live) -> None:
    port = Vacant()
    live(vacancies=port)
    slots, messages, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    assert {code for code, _, _ in port.asked} == set(slots["proposed"])
    assert {(place.insee_code, radius) for _, place, radius in port.asked} == {(BOURGOIN, 30)}
    assert all(c["vacancies"]["sentence"].startswith("12 offres") for c in cards(messages))


@pytest.mark.parametrize("action", ["action_propose_jobs", "action_more_jobs"])
def test_vacancies_that_do_not_answer_are_said_once(executor, live, action) -> None:
    live(vacancies=Down())
    _, messages, _ = run(executor, action, {**WITH_JOBS, "proposed": []})
    assert texts(messages).count(say("job.vacancies.none_answered")) == 1
    assert cards(messages) and all(card["vacancies"] is None for card in cards(messages))


def test_somebody_without_a_home_gets_no_vacancy(executor, live) -> None:
    port = Vacant()
    live(vacancies=port)
    run(executor, "action_propose_jobs", {**WITH_JOBS, "commune": "declined"})
    assert port.asked == []


def test_trying_a_job_shows_companies(executor, live) -> None:
    live(companies=Companies((company("FOURNIL", 10, 19), company("PETIT PAIN", 1, None, 0.4))))
    _, messages, _ = run(
        executor, "action_try_job", WITH_JOBS, intent="try_job", entities={"rome_code": "D1102"}
    )
    assert said(messages) == ["utter_try_job", "utter_companies_found"]
    first, second = places(messages)
    assert first["title"] == "FOURNIL"
    assert first["lines"] == [
        "BOURGOIN-JALLIEU, à 3 km environ", "Boulangerie", "Entre 10 et 19 personnes",
    ]  # fmt: skip
    assert second["lines"][0].endswith("à moins de 1 km")
    assert second["lines"][-1] == "1 personne ou plus"


@pytest.mark.parametrize(
    ("port", "first"),
    [
        (None, []),
        (Companies(), ["utter_companies_none"]),
        (Down(), ["utter_companies_unavailable"]),
    ],
    ids=["off", "nothing near", "away"],
)
def test_without_companies_one_is_told_whom_to_ask(executor, live, port, first) -> None:
    live(companies=port)
    _, messages, _ = run(
        executor, "action_try_job", WITH_JOBS, intent="try_job", entities={"rome_code": "D1102"}
    )
    assert said(messages) == ["utter_try_job", *first, "utter_try_job_whom"]
    (fiche,) = places(messages)
    assert "Immersion" in fiche["title"] and "https://immersion" in fiche["url"]


def test_which_job_to_try_is_asked_back(executor) -> None:
    shown, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    slots = {**WITH_JOBS, **shown}
    _, messages, _ = run(executor, "action_try_job", slots, "où faire une immersion ?", "try_job")
    assert said(messages) == ["utter_immersion", "utter_which_job"]
    assert all("/try_job" in b["payload"] for b in messages[-1]["buttons"])


def test_before_the_jobs_an_immersion_is_explained_all_the_same(executor) -> None:
    _, messages, _ = run(executor, "action_try_job", {}, "où faire une immersion ?", "try_job")
    assert said(messages) == ["utter_immersion", "utter_jobs_first"]


def ask(executor, text="", entities=None, slots=None):  # type: ignore[no-untyped-def]
    home = {"commune": BOURGOIN} if slots is None else slots
    _, messages, _ = run(
        executor, "action_support_offer", home, text, "ask_support_offer", entities
    )
    return messages


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("c'est quoi Wimoov ?", "Wimoov"),
        ("c koi wimov", "Wimoov"),
        ("le microcrédit Adie", "Adie"),
        ("la garantie vizale", "Visale"),
    ],
)
def test_an_offer_is_known_by_its_name(executor, text, named) -> None:
    messages = ask(executor, text)
    (fiche,) = places(messages)
    assert named in fiche["title"] and fiche["lines"]


def test_a_subject_gives_short_cards_and_a_button_for_each(executor) -> None:
    messages = ask(executor, "une aide pour le permis")
    assert said(messages) == ["utter_offers_found", "utter_which_offer"]
    assert 2 <= len(places(messages)) <= 4
    assert all(len(item["lines"]) <= 3 for item in places(messages))
    opened = ask(executor, entities={"offer_id": offer_id_of(messages[-1]["buttons"][0])})
    assert places(opened)[0]["title"] == titles(messages)[0]


def offer_id_of(button: dict[str, str]) -> str:
    return button["payload"].split('"offer_id": "')[1].split('"')[0]


@pytest.mark.parametrize("button", ["mobilité", "permis", "voiture", "garde d'enfants",
                                    "logement", "formation"])  # fmt: skip
def test_every_subject_has_something_to_show_here(executor, button) -> None:
    assert places(ask(executor, entities={"theme": button}))


def test_an_offer_of_elsewhere_is_not_proposed_but_known_by_its_name(executor) -> None:
    in_brest = {"commune": "29019"}
    of_region = "Aide de la Région au permis de conduire"
    assert of_region in [i["title"] for i in places(ask(executor, "une aide pour le permis"))]
    there = places(ask(executor, "une aide pour le permis", slots=in_brest))
    assert of_region not in [item["title"] for item in there]
    (by_name,) = places(ask(executor, "c'est quoi l'aide permis ardèche ?", slots=in_brest))
    assert "pas prévue pour votre commune" in by_name["lines"][0]


def test_an_ended_offer_says_so_with_what_replaced_it(executor) -> None:
    (fiche,) = places(ask(executor, "la prime à la conversion"))
    assert "n'existe plus" in fiche["notice"] or "arrêtée" in fiche["notice"]
    assert fiche["lines"]


def test_what_comes_from_memory_only_says_whom_to_ask(executor) -> None:
    hidden = next(o for o in wiring.offers().by_id.values() if o.confidence == "memory"
                  and o.status != "ended")  # fmt: skip
    messages = ask(executor, entities={"offer_id": hidden.offer_id})
    (fiche,) = places(messages)
    assert said(messages) == ["utter_offer_hidden"]
    assert "pas de source sûre" in fiche["notice"] and fiche["lines"][0].startswith("À qui")
    assert hidden.gives not in str(fiche)


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("quelles aides je peux avoir ?", "utter_offer_themes"),
        ("l'aide tartempion", "utter_offer_unknown"),
    ],
)
def test_without_a_name_or_a_subject_the_subjects_are_offered(executor, text, response) -> None:
    messages = ask(executor, text)
    assert said(messages) == [response] and len(titles(messages)) == 6


def near(executor, text, slots, entities=None):  # type: ignore[no-untyped-def]
    _, messages, _ = run(executor, "action_local_help", slots, text, "ask_local_help", entities)
    return messages


def test_services_near_home_on_what_is_asked(executor, live) -> None:
    port = Services((SERVICE,))
    live(services=port)
    messages = near(executor, "une association pour le permis", {"commune": BOURGOIN})
    assert said(messages) == ["utter_local_help_found"]
    assert port.asked == [("mobilite--preparer-un-permis",)]
    (item,) = places(messages)
    assert item["lines"] == ["Mobilité pour tous", "Bourgoin-Jallieu, à 2 km environ"]
    assert item["phone"]["number"] == "04 74 00 00 00"


@pytest.mark.parametrize(
    ("slots", "theme"),
    [
        ({"licence": "no"}, "mobilite--preparer-un-permis"),
        ({"vehicle": "none", "public_transport": "no"}, "mobilite--financer-ma-mobilite"),
        ({"hours_refused": ["outside_school"]}, "famille--garde-denfants"),
    ],
)
def test_what_holds_someone_back_tells_the_subject(executor, live, slots, theme) -> None:
    port = Services((SERVICE,))
    live(services=port)
    near(executor, "qui peut m'aider ?", {"commune": BOURGOIN, **slots})
    assert theme in port.asked[0]


@pytest.mark.parametrize(
    ("port", "first"),
    [
        (None, []),
        (Services(), ["utter_local_help_none"]),
        (Down(), ["utter_local_help_unavailable"]),
    ],
    ids=["off", "nothing near", "away"],
)
def test_without_services_an_advisor_and_the_offers_of_the_subject(
    executor, live, port, first
) -> None:
    live(services=port)
    messages = near(executor, "une association pour le permis", {"commune": BOURGOIN})
    assert said(messages)[: len(first) + 1] == [*first, "utter_local_help_whom"]
    assert places(messages)


def test_help_without_a_subject_asks_for_one(executor, live) -> None:
    live(services=Services((SERVICE,)))
    messages = near(executor, "qui peut m'aider ?", {"commune": BOURGOIN})
    assert said(messages) == ["utter_local_help_whom", "utter_local_help_subject"]
    assert all("/ask_local_help" in b["payload"] for b in messages[-1]["buttons"])
    chosen = near(executor, "", {"commune": BOURGOIN}, {"theme": "logement"})
    assert places(chosen)


def test_an_address_is_asked_about_then_placed(executor, live) -> None:
    found = FoundAddress("12 Rue des Lilas 38300 Bourgoin-Jallieu", BOURGOIN, "x", 45.6, 5.27, 0.9)
    port = Addresses(found)
    live(addresses=port)
    slots = {"consent": "yes", "requested_slot": "commune"}
    first, messages, _ = run(
        executor, "validate_place_form", slots, "12 rue des Lilas 38300 Bourgoin-Jallieu",
        loop="place_form",
    )  # fmt: skip
    assert first["commune"] == BOURGOIN and first["exact_address"] is None
    assert messages[0]["custom"]["step"] == 1, "the address belongs to the first step"
    slots = {**slots, **first, "requested_slot": "exact_address"}
    second, messages, _ = run(
        executor, "validate_place_form", slots, intent="answer", loop="place_form",
        entities={"question": "exact_address", "value": "yes"},
    )  # fmt: skip
    assert second["home_point"] == {"latitude": 45.6, "longitude": 5.27}
    assert second["address_text"] is None
    assert said(messages) == ["utter_address_found"]
    assert len(port.asked) == 1
