"""Addresses, through the real client and a local Géoplateforme."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.adapters.live.geocoding import LONGEST, Geoplateforme
from bot.adapters.live.http_api import HttpApi
from bot.services.ports import FoundAddress, Place, RequestRefused, ServiceUnavailable
from tests.live.contracts import SIAM, geocoding
from tests.live.server import Handler, LocalServer, answers
from tests.live.stopped_time import StoppedTime

BREST = Place("29019", 48.40123, -4.50234)
RUE_DE_SIAM = FoundAddress(
    "12 Rue de Siam 29200 Brest", "29019", "Brest", 48.388147, -4.488741, 0.9712
)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer({"/geocodage/search": geocoding}) as running:
        yield running


@pytest.fixture
def finder(server: LocalServer) -> Geoplateforme:
    api = HttpApi("La Géoplateforme", f"{server.url}/geocodage", time=StoppedTime().time)
    return Geoplateforme(api)


def test_an_address_is_found(finder: Geoplateforme) -> None:
    assert finder.find("12 rue de Siam, Brest") == RUE_DE_SIAM


def test_what_is_like_no_address_is_none(finder: Geoplateforme) -> None:
    assert finder.find("nulle part ailleurs") is None


def test_a_place_is_told_to_a_kilometre_only(finder: Geoplateforme, server: LocalServer) -> None:
    assert finder.find("rue de Siam", near=BREST) == RUE_DE_SIAM
    assert server.asked[0].query == {
        "q": ["rue de Siam"],
        "limit": ["1"],
        "index": ["address"],
        "lat": ["48.4"],
        "lon": ["-4.5"],
    }


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        pytest.param("  12 rue\tde  Siam\n", "12 rue de Siam", id="blanks"),
        pytest.param("« rue de Siam »", "rue de Siam »", id="quotes first"),
        pytest.param("- rue de Siam", "rue de Siam", id="a dash first"),
        pytest.param("école rue de Siam", "école rue de Siam", id="an accent first"),
        pytest.param("rue\x00 de Siam\u202e", "rue de Siam", id="characters that are not seen"),
        pytest.param("siam " * 100, ("siam " * 100)[:LONGEST].strip(), id="too long"),
    ],
)
def test_a_text_is_sent_as_the_service_takes_it(
    finder: Geoplateforme, server: LocalServer, text: str, sent: str
) -> None:
    assert finder.find(text) == RUE_DE_SIAM
    assert server.asked[0].query["q"] == [sent]


@pytest.mark.parametrize("text", ["", "   ", "12", "?!", "…" * 50, "- -", "\x00\x00\x00"])
def test_a_text_that_is_no_address_is_not_sent(
    finder: Geoplateforme, server: LocalServer, text: str
) -> None:
    assert finder.find(text) is None
    assert server.asked == []


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The answer, after a change of its only feature."""
    feature = copy.deepcopy(SIAM)
    change(feature)
    return {"type": "FeatureCollection", "features": [feature]}


def test_an_address_that_is_hardly_alike_is_none(
    finder: Geoplateforme, server: LocalServer
) -> None:
    server.misbehave(answers(200, changed(lambda f: f["properties"].update(score=0.39))))
    assert finder.find("rue de Siam") is None


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(None, id="nothing"),
        pytest.param([], id="a list"),
        pytest.param({"message": "bonjour"}, id="no features"),
        pytest.param({"features": [None]}, id="a feature that is none"),
        pytest.param(changed(lambda f: f.pop("geometry")), id="no geometry"),
        pytest.param(changed(lambda f: f["geometry"].update(coordinates=[])), id="no point"),
        pytest.param(changed(lambda f: f["geometry"].update(coordinates=["a", "b"])), id="words"),
        pytest.param(changed(lambda f: f["geometry"].update(coordinates=["nan", 4])), id="nan"),
        pytest.param(changed(lambda f: f["properties"].pop("citycode")), id="no commune"),
        pytest.param(changed(lambda f: f["properties"].update(score=None)), id="no score"),
    ],
)
def test_an_answer_of_another_shape_is_a_refusal_without_the_text(
    finder: Geoplateforme, server: LocalServer, document: Any
) -> None:
    server.misbehave(answers(200, document))
    with pytest.raises(RequestRefused) as caught:
        finder.find("12 rue de Siam")
    assert "Siam" not in str(caught.value)


def test_a_blocked_address_is_left_alone_as_asked(
    finder: Geoplateforme, server: LocalServer
) -> None:
    """Over 50 requests per second, the service answers 429 for 5 seconds."""
    server.misbehave(answers(429, Retry_After="5"))
    for _ in range(2):
        with pytest.raises(ServiceUnavailable):
            finder.find("rue de Siam")
    assert len(server.asked) == 1


def test_what_a_person_typed_is_not_logged(
    finder: Geoplateforme, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    finder.find("12 rue de Siam, Brest", near=BREST)
    assert "La Géoplateforme 200" in caplog.text
    assert not [word for word in ("Siam", "Brest", "48.4") if word in caplog.text]


def test_a_malformed_header_reveals_nothing_either(
    finder: Geoplateforme, server: LocalServer, caplog: pytest.LogCaptureFixture
) -> None:
    """urllib3 has a warning for it, with the whole address of the request."""
    caplog.set_level(logging.DEBUG)
    server.misbehave(sends_a_header_without_a_colon)
    assert finder.find("12 rue de Siam, Brest", near=BREST) is None
    assert "La Géoplateforme 200" in caplog.text
    assert not [word for word in ("Siam", "Brest", "48.4", "rue") if word in caplog.text]


def sends_a_header_without_a_colon(handler: Handler) -> None:
    body = b'{"features": []}'
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Type: application/json\r\n\r\n"
    )
    handler.wfile.write(body)
    handler.close_connection = True
