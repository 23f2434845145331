"""What the panel "Explorer" sends into the conversation, and who may open it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot import wiring
from bot.adapters.sql.accompaniments import Accompaniment
from tests.fake_rasa import FakeRasa
from tests.integration.console.test_doors import Sit
from tests.persona_slots import slots_of
from tests.personas import PERSONAS
from tests.unit.persona_view import catalogue

NADIA = PERSONAS[0].profile
PROPOSED = ("D1507", "K1304")


@pytest.fixture(autouse=True)
def _bundled(rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The bundled catalogue, and Nadia, who has her list. Before the app takes the catalogue."""
    monkeypatch.setattr(wiring, "catalogue", catalogue)
    rasa.recalled = {"slots": slots_of(NADIA, PROPOSED, ()), "events": []}
    yield
    rasa.recalled = None


@pytest.fixture
def path(_bundled: None, accompaniment: Accompaniment) -> str:
    return f"/console/entretiens/{accompaniment.accompaniment_id}/explorer"


def sent(rasa: FakeRasa) -> tuple[str, dict[str, str]]:
    """The words and the payload of the last turn."""
    turn = rasa.handled[-1]
    intent, _, entities = turn["payload"].removeprefix("/").partition("{")
    return f"{intent}|{turn['title']}", json.loads("{" + entities)


def test_a_job_is_shown_in_the_conversation(sit: Sit, path: str, rasa: FakeRasa) -> None:
    answer = sit("advisor").post(f"{path}/montrer", {"metier": "D1102"}, on=f"{path}?vue=metiers")
    assert "C’est dans la conversation." in answer.text
    said, entities = sent(rasa)
    assert said == "why_job|Regarder ce métier\u00a0: Boulangère ou boulanger"
    assert entities == {"rome_code": "D1102", "view": "card"}
    assert rasa.handled[-1]["author"] == "advisor"


def test_a_what_if_is_spoken_of_and_the_profile_stays(sit: Sit, path: str, rasa: FakeRasa) -> None:
    levers = ["car", "licence", "<b>"]
    answer = sit("advisor").post(f"{path}/parler", {"et_si": levers}, on=f"{path}?vue=et-si")
    assert answer.status_code == 200
    said, entities = sent(rasa)
    assert said == "what_if|Et si j’avais le permis et une voiture\u202f?"
    assert entities == {"levers": "licence+car"}


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        pytest.param("montrer", {"metier": "Z0000"}, "n’est pas dans le catalogue", id="no job"),
        pytest.param("montrer", {}, "n’est pas dans le catalogue", id="nothing chosen"),
        pytest.param("parler", {}, "Cochez d’abord", id="no switch"),
        pytest.param("parler", {"et_si": "fusée"}, "Cochez d’abord", id="a switch of no lever"),
    ],
)
def test_what_cannot_be_sent_is_told_and_nothing_is_said(
    sit: Sit, path: str, rasa: FakeRasa, act: str, fields: dict[str, str], told: str
) -> None:
    before = len(rasa.handled)
    answer = sit("advisor").post(f"{path}/{act}", dict(fields), on=path)
    assert told in answer.text and len(rasa.handled) == before


def test_before_the_jobs_were_shown_nothing_is_sent(sit: Sit, path: str, rasa: FakeRasa) -> None:
    assert rasa.recalled is not None
    rasa.recalled["slots"]["proposed"] = None
    before = len(rasa.handled)
    answer = sit("advisor").post(f"{path}/montrer", {"metier": "D1102"}, on=path)
    assert "La liste n’est pas encore montrée" in answer.text and len(rasa.handled) == before
    assert "disabled" in sit("advisor").get(f"{path}?vue=metier&metier=D1102").text


@pytest.mark.parametrize("kind", ["colleague", "stranger", "editor", "tester", "admin"])
@pytest.mark.parametrize("act", ["montrer", "parler"])
def test_only_the_advisor_of_the_interview_speaks_in_it(
    sit: Sit, path: str, rasa: FakeRasa, kind: str, act: str
) -> None:
    before = len(rasa.handled)
    fields: dict[str, str | list[str]] = {"metier": "D1102", "et_si": "licence"}
    answer = sit(kind).post(f"{path}/{act}", fields)
    assert answer.status_code in (403, 404) and len(rasa.handled) == before


def test_a_panel_alone_has_no_page_around_it(sit: Sit, path: str) -> None:
    answer = sit("advisor").get(f"{path}?vue=et-si&et_si=licence", **{"Declic-Part": "1"})
    assert "<html" not in answer.text and "Ce que cela ouvre ensemble" in answer.text
