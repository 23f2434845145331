"""Local services, through the real client and a local data·inclusion."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.adapters.live.authorisation import BearerToken
from bot.adapters.live.data_inclusion import KEEP_SECONDS, DataInclusion, essence
from bot.adapters.live.http_api import HttpApi
from bot.adapters.sql import migrate
from bot.adapters.sql.answer_cache import SqlAnswerCache, live_answers
from bot.adapters.sql.engine import connect
from bot.services.ports import LocalService, Place, RequestRefused
from tests.live.contracts import TOKEN, data_inclusion, found, service
from tests.live.server import LocalServer, answers
from tests.live.stopped_time import StoppedTime

GRENOBLE = Place("38185", 45.18253, 5.72441)
GARAGE = "mobilite--entretenir-reparer-son-vehicule"
LICENCE = "mobilite--preparer-un-permis"
RESULTS = (
    (service(1, contact_nom_prenom="Camille Essai", courriel="camille@essai.example"), 2),
    (service(2, thematiques=[LICENCE], nom="Auto-école sociale"), 4),
    (service(3, structure={"nom": "Association 1"}, nom="GARAGE solidaire 1"), 5),
    (service(4, commune=None, telephone="", thematiques=None, date_maj=None), None),
)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer({"/api/v1/search/services": data_inclusion(*RESULTS)}) as running:
        yield running


@pytest.fixture
def search(server: LocalServer) -> DataInclusion:
    return opened(server, TOKEN)


def opened(server: LocalServer, token: str, cache: SqlAnswerCache | None = None) -> DataInclusion:
    return DataInclusion(
        HttpApi(
            "data·inclusion",
            f"{server.url}/api/v1",
            authorisation=BearerToken(token),
            cache=cache,
            essence=essence,
            time=StoppedTime().time,
        )
    )


def test_a_service_is_read_whole(search: DataInclusion) -> None:
    assert search.near(GRENOBLE, [GARAGE])[0] == LocalService(
        service_id="dora--service-1",
        name="Garage solidaire 1",
        structure="Association 1",
        city="Grenoble",
        phone="0400000000",
        url="https://dora.example/services/1",
        themes=(GARAGE,),
        distance_km=2.0,
        updated_on=datetime.date(2026, 10, 5),
    )


def test_the_nearest_come_first_each_once_and_not_more_than_asked(search: DataInclusion) -> None:
    ids = [one.service_id for one in search.near(GRENOBLE, [])]
    assert ids == ["dora--service-1", "dora--service-2", "dora--service-4"]
    assert len(search.near(GRENOBLE, [], count=1)) == 1


def test_what_a_source_does_not_know_is_none(search: DataInclusion) -> None:
    last = search.near(GRENOBLE, [])[-1]
    unknown = (last.city, last.phone, last.distance_km, last.updated_on)
    assert unknown == (None, None, None, None) and last.themes == ()


def test_a_service_without_a_name_is_left_out(search: DataInclusion, server: LocalServer) -> None:
    server.misbehave(answers(200, found((service(1, nom=""), 1), (service(2), 2))))
    assert [one.service_id for one in search.near(GRENOBLE, [])] == ["dora--service-2"]


def test_what_cannot_be_seen_in_a_name_is_not_shown(
    search: DataInclusion, server: LocalServer
) -> None:
    hidden = service(1, nom="Garage\u202e solidaire\x00\n\ud800", telephone="\u200b")
    server.misbehave(answers(200, found((hidden, 1))))
    shown = search.near(GRENOBLE, [])[0]
    assert (shown.name, shown.phone) == ("Garage solidaire", None)


def test_several_themes_are_asked_together(search: DataInclusion, server: LocalServer) -> None:
    assert len(search.near(GRENOBLE, [LICENCE, GARAGE, GARAGE])) == 2
    assert server.asked[0].query["thematiques"] == [GARAGE, LICENCE]


def test_the_place_is_told_to_a_kilometre_only(search: DataInclusion, server: LocalServer) -> None:
    search.near(GRENOBLE, [GARAGE])
    query = server.asked[0].query
    assert (query["code_commune"], query["lat"], query["lon"]) == (["38185"], ["45.18"], ["5.72"])


def test_nothing_near_is_empty(server: LocalServer) -> None:
    server.services["/api/v1/search/services"] = data_inclusion()
    assert opened(server, TOKEN).near(GRENOBLE, [GARAGE]) == ()


@pytest.mark.parametrize(
    ("token", "place", "theme"),
    [
        pytest.param("wrong", GRENOBLE, GARAGE, id="a wrong key"),
        pytest.param(TOKEN, Place("99999", 45.0, 5.0), GARAGE, id="no such commune"),
        pytest.param(TOKEN, GRENOBLE, "mobilite--voler", id="no such theme"),
    ],
)
def test_what_the_service_refuses_is_final(
    server: LocalServer, token: str, place: Place, theme: str
) -> None:
    with pytest.raises(RequestRefused) as caught:
        opened(server, token).near(place, [theme])
    assert len(server.asked) == 1
    assert token not in str(caught.value) and place.insee_code not in str(caught.value)


@pytest.mark.parametrize(
    ("links", "url"),
    [
        pytest.param(("https://a.example", "https://b.example"), "https://a.example", id="first"),
        pytest.param((None, "https://b.example"), "https://b.example", id="the source's page"),
        pytest.param(("demandez à Paul", "https://b.example"), "https://b.example", id="words"),
        pytest.param(("javascript:alert(1)", None), None, id="a script"),
        pytest.param(("", ""), None, id="empty"),
    ],
)
def test_a_link_is_a_web_address_or_none(
    search: DataInclusion, server: LocalServer, links: tuple[str | None, str | None], url: str
) -> None:
    shown = service(1, lien_mobilisation=links[0], lien_source=links[1])
    server.misbehave(answers(200, found((shown, 1))))
    assert search.near(GRENOBLE, [])[0].url == url


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"detail": "bonjour"}, id="no items"),
        pytest.param({"items": [{"distance": 1}]}, id="no service"),
        pytest.param(found((service(1, date_maj="hier"), 1)), id="a date that is none"),
        pytest.param(found((service(1), "près")), id="a distance that is none"),  # type: ignore[arg-type]
        pytest.param(found((service(1), "nan")), id="a distance without a number"),  # type: ignore[arg-type]
        pytest.param(found((service(1), "1e999")), id="a distance without an end"),  # type: ignore[arg-type]
        pytest.param([], id="a list"),
    ],
)
def test_an_answer_of_another_shape_is_a_refusal(
    search: DataInclusion, server: LocalServer, document: Any
) -> None:
    server.misbehave(answers(200, document))
    with pytest.raises(RequestRefused):
        search.near(GRENOBLE, [])


def test_a_day_long_the_same_question_is_asked_once(server: LocalServer, tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    migrate.upgrade(engine)
    time = StoppedTime()
    cache = SqlAnswerCache(engine, lambda: time.now().replace(tzinfo=None))
    first = opened(server, TOKEN, cache).near(GRENOBLE, [GARAGE])
    elsewhere = Place("38185", 45.18111, 5.72222)
    assert opened(server, TOKEN, cache).near(elsewhere, [GARAGE]) == first
    assert len(server.asked) == 1
    with engine.connect() as connection:
        kept = str(connection.execute(sa.select(live_answers.c.answer)).all())
    assert "Garage" in kept and "Camille" not in kept and "38185" not in kept
    time.pass_by(KEEP_SECONDS + 1)
    opened(server, TOKEN, cache).near(GRENOBLE, [GARAGE])
    assert len(server.asked) == 2


def test_the_made_up_services_have_the_fields_of_the_reference() -> None:
    folder = os.environ.get("DECLIC_REFERENCE")
    if not folder:
        pytest.skip("needs the reference files: DECLIC_REFERENCE")
    name = "sample_services_api_v1_les-emplois-mock.json"
    sample = json.loads((Path(folder) / "data_inclusion" / name).read_text(encoding="utf-8"))
    ours = service(1).keys() - {"score_qualite", "structure"}
    assert ours == sample["items"][0].keys()
