"""What comes from outside at the edge of the web app: texts as texts, links only when safe."""

from __future__ import annotations

from typing import Any

import pytest

from bot.web.offers import Offers
from bot.web.shown import safe_url
from tests.fake_conversation import OFFERS, PLACES, VACANCIES, card, jobs


@pytest.mark.parametrize(
    "url",
    [
        "https://candidat.francetravail.fr/offres/recherche?motsCles=D1102&rayon=20",
        "https://example.org",
        "https://www.example.org:8443/a%20b#c",
    ],
)
def test_an_https_address_stays_as_it_is(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        7,
        "http://example.org/",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>1</script>",
        "//example.org/",
        "/api/session",
        "https://",
        "https:///etc/passwd",
        "https://francetravail.fr@example.org/",
        "https://user:secret@example.org/",
        "https://example.org/ javascript:1",
        "https://example.org/\n",
        "https://example.org\\@evil.example/",
        "https://[::1",
        " https://example.org/",
    ],
)
def test_any_other_is_dropped(url: Any) -> None:
    assert safe_url(url) is None


def shown(custom: dict[str, Any]) -> list[dict[str, Any]]:
    return Offers(turn=1).translate([{"custom": custom}])


def test_a_list_of_places_is_handed_over_without_what_is_not_in_the_contract() -> None:
    odd = {**OFFERS["items"][2], "url": "http://example.org/", "payload": "/erase"}
    (message,) = shown({**PLACES, "items": [odd], "secret": "x"})
    parts = {"first": [{"lines": odd["lines"]}], "more": "En savoir plus", "rest": []}
    parts["state"] = ["closed", odd["state_title"]]
    assert message == {
        "type": "places",
        "title": PLACES["title"],
        "source": PLACES["source"],
        "items": [{**OFFERS["items"][2], "url": None, **parts}],
        "heard": f"{PLACES['title']} : {odd['title']}.",
    }


def test_vacancies_of_a_card_keep_a_safe_link_only() -> None:
    for url, kept in ((VACANCIES["url"], VACANCIES["url"]), ("http://example.org/", None)):
        job = card("N1103", "Métier", vacancies={**VACANCIES, "url": url, "payload": "/erase"})
        (message,) = shown(jobs([job])[2]["custom"])
        assert message["cards"][0]["vacancies"] == {**VACANCIES, "url": kept}


def test_a_list_that_breaks_the_contract_is_left_out() -> None:
    assert shown({"type": "places", "title": None, "source": None}) == []
    assert shown({"type": "places", "title": None, "source": None, "items": [{}]}) == []
