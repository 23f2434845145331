"""A whole installation with live services: vacancies, an exact address, help near home.

The services are local servers that enforce the contract of the real ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.conversations.test_people import LIVES, in_words
from tests.interview_steps import FIRST_WAY
from tests.live import contracts
from tests.live.france_travail_server import (
    CLIENT_ID,
    CLIENT_SECRET,
    TOKEN_PATH,
    Answer,
    Fault,
    FranceTravailServer,
)
from tests.live.server import Asked, LocalServer, Reply
from tests.stack import Person, Stack, plain

IN_GRENOBLE = replace(LIVES[1], home="Grenoble", commune=("j'habite à Grenoble", "38000"))
ADDRESS = "5 rue Thiers 38000 Grenoble"
FOUND = {
    **contracts.SIAM,
    "geometry": {"type": "Point", "coordinates": [5.7266, 45.1886]},
    "properties": {
        **contracts.SIAM["properties"],  # type: ignore[dict-item]
        "label": "5 Rue Thiers 38000 Grenoble",
        "citycode": "38185",
        "city": "Grenoble",
        "postcode": "38000",
    },
}
GARAGE = contracts.service(1)
LICENCE = contracts.service(
    2, nom="Auto-école sociale", thematiques=["mobilite--preparer-un-permis"]
)


def geocoding(asked: Asked) -> Reply:
    refused = contracts.geocoding(asked)
    is_ours = "thiers" in asked.query["q"][0].lower()
    return Reply(200, {"features": [FOUND]}) if refused.status == 200 and is_ours else refused


@pytest.fixture(scope="module")
def france_travail() -> Iterator[FranceTravailServer]:
    with FranceTravailServer() as running:
        yield running


@pytest.fixture(scope="module")
def others() -> Iterator[LocalServer]:
    services = contracts.data_inclusion((GARAGE, 2), (LICENCE, 3))
    with LocalServer(
        {"/geocodage/search": geocoding, "/api/v1/search/services": services}
    ) as running:
        yield running


@pytest.fixture(scope="module")
def connected(
    tmp_path_factory: pytest.TempPathFactory,
    france_travail: FranceTravailServer,
    others: LocalServer,
) -> Iterator[Stack]:
    """An installation that has all keys."""
    running = Stack(
        tmp_path_factory.mktemp("connected"),
        {
            "DECLIC_FRANCE_TRAVAIL_ID": CLIENT_ID,
            "DECLIC_FRANCE_TRAVAIL_SECRET": CLIENT_SECRET,
            "DECLIC_FRANCE_TRAVAIL_URL": f"{france_travail.url}/partenaire",
            "DECLIC_FRANCE_TRAVAIL_LOGIN_URL": (
                f"{france_travail.url}{TOKEN_PATH}?realm=%2Fpartenaire"
            ),
            "DECLIC_GEOCODING": "on",
            "DECLIC_GEOCODING_URL": f"{others.url}/geocodage",
            "DECLIC_DATA_INCLUSION_TOKEN": contracts.TOKEN,
            "DECLIC_DATA_INCLUSION_URL": f"{others.url}/api/v1",
        },
    )
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture
def person(connected: Stack) -> Person:
    return connected.person()


def places(person: Person) -> list[dict[str, Any]]:
    return [item for m in person.messages if m["type"] == "places" for item in m["items"]]


def test_an_address_is_sent_on_a_yes_only(person: Person, others: LocalServer) -> None:
    person.choose("C’est parti")
    before = len(others.asked)
    person.say(f"j'habite {ADDRESS}, je vis avec ma mère")
    assert "service public des adresses : 5 rue thiers 38000 Grenoble." in person.texts
    assert len(others.asked) == before
    person.choose("Oui")
    assert "C’est trouvé" in person.texts and "Thiers" not in person.texts
    (sent,) = others.asked[before:]
    assert sent.query["q"] == ["5 rue thiers 38000 Grenoble"]
    assert FIRST_WAY in person.buttons, "the interview goes on"


def test_an_address_that_is_not_wanted_goes_nowhere(person: Person, others: LocalServer) -> None:
    person.choose("C’est parti")
    before = len(others.asked)
    person.say(ADDRESS)
    person.say("non merci")
    assert len(others.asked) == before
    assert FIRST_WAY in person.buttons
    person.send({"command": "go_back"})
    assert "Où habitez-vous" in person.texts


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("c'est quoi Wimoov ?", "Wimoov"),
        ("une aide pour le permis", "permis"),
        ("y a-t-il une aide pour la garde d'enfants", "garde d'enfants"),
    ],
)
def test_a_question_about_help_comes_back_to_the_question(
    person: Person, question: str, named: str
) -> None:
    for answer, asked in (("oui", "Où habitez-vous"), ("Grenoble", "Parlons de ce qui vous")):
        assert asked not in person.texts
        if answer != "oui":
            person.say(question)
            assert named in plain(str(places(person))).replace("’", "'")
            assert "Où habitez-vous" in person.texts
        person.say(answer)
        assert asked in person.texts


def test_vacancies_companies_and_help_in_one_conversation(
    person: Person, france_travail: FranceTravailServer
) -> None:
    in_words(person, IN_GRENOBLE)
    for card in person.cards:
        assert "km" in plain(card["vacancies"]["sentence"])
        assert card["vacancies"]["source"].startswith("France Travail, offres du")
    assert {one.query["codeROME"][0] for one in france_travail.asked(
        "/partenaire/offresdemploi")} >= {card["rome_code"] for card in person.cards}  # fmt: skip
    person.choose("Où l’essayer ?")
    assert "l’immersion" in person.texts
    assert places(person)
    person.say("une association pour passer le permis près de chez moi")
    assert [item["title"] for item in places(person)] == ["Auto-école sociale"]
    person.say("la prime à la conversion")
    assert places(person)[0]["notice"]


def test_without_france_travail_the_jobs_come_all_the_same(
    connected: Stack, france_travail: FranceTravailServer
) -> None:
    away = Fault(Answer(503))
    france_travail.misbehave("/partenaire/offresdemploi", *[away] * 60)
    other = connected.person()
    in_words(other, LIVES[0])
    assert other.cards and all(card["vacancies"] is None for card in other.cards)
    assert other.texts.count("ne répondent pas") == 1
