"""The panel "Comprendre": lines with their words, corrections, what is unknown, tastes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.adapters.sql.accompaniments import Accompaniment
from bot.services.understanding import Understanding
from bot.settings import ROOT
from tests.fake_rasa import FakeRasa
from tests.integration.console.conftest import Chair
from tests.recalled import Recalled, nadia


@pytest.fixture(scope="module", autouse=True)
def bundled() -> Iterator[None]:
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
    yield
    patch.undo()


class Panel:
    """The panel of one accompaniment, as its advisor sees it."""

    def __init__(self, chair: Chair, own: Accompaniment, rasa: FakeRasa) -> None:
        self.path = f"/console/entretiens/{own.accompaniment_id}/comprendre"
        self.chair, self.rasa = chair, rasa

    def recalls(self, told: Recalled) -> Panel:
        self.rasa.recalled = {"slots": told.slots, "events": told.events}
        return self

    def text(self, query: str = "") -> str:
        answer = self.chair.get(self.path + query)
        assert answer.status_code == 200, answer.text
        plain = re.sub(r"<[^>]+>", " ", answer.text)
        return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(plain))

    def seen(self, fact: str) -> str:
        page = self.chair.get(self.path).text
        found = re.search(
            rf'value="{re.escape(fact)}">\s*<input[^>]*name="seen" value="(\w*)"', page
        )
        return found.group(1) if found else ""

    def post(self, act: str, fields: dict[str, Any]):  # type: ignore[no-untyped-def]
        return self.chair.post(f"{self.path}/{act}", fields, on=self.path)

    def correct(self, fact: str, **fields: Any):  # type: ignore[no-untyped-def]
        return self.post("corriger", {"fact": fact, "seen": self.seen(fact), **fields})

    @property
    def sent(self) -> dict[str, Any]:
        """The last message that the conversation got."""
        return dict(self.rasa.handled[-1])

    def entities(self) -> dict[str, Any]:
        entities: dict[str, Any] = json.loads(self.sent["payload"].removeprefix("/answer"))
        return entities


@pytest.fixture
def panel(sit: Callable[[str], Chair], accompaniment: Accompaniment, rasa: FakeRasa) -> Panel:
    return Panel(sit("advisor"), accompaniment, rasa).recalls(nadia())


def test_each_line_has_the_words_it_came_from_and_who_said_them(panel) -> None:
    text = panel.text()
    assert "Permis B non" in text and "non, et j'ai pas de voiture je crois" in text
    assert "la personne, échange 7, sur le permis" in text
    assert "j'étais caissière chez leclerc accompagnement , échange 5" in text
    assert "dit sans certitude" in text


def test_what_is_unknown_says_what_it_would_change(panel) -> None:
    text = panel.text()
    assert "Avez-vous un bus ou un train près de chez vous ?" in text and "question passée" in text
    told = [int(one) for one in re.findall(r"Environ (\d+) % de la liste", text)]
    assert told and told == sorted(told, reverse=True)
    assert "dans les 14 premiers métiers" in text
    assert "Quel âge avez-vous ?" in text and "aides, dont" in text


def test_tastes_are_drawn_and_told_in_a_table(panel) -> None:
    page = panel.chair.get(panel.path).text
    assert 'class="d-hexagon"' in page and "aider et écouter" in page
    assert "pas encore connu" in panel.text()


def test_open_questions_suit_the_moment(panel) -> None:
    assert "En voyant cette liste, qu’est-ce que vous vous dites ?" in panel.text()


def test_a_conversation_that_begins_has_an_empty_panel_that_says_so(panel) -> None:
    panel.recalls(Recalled().asked("consent"))
    text = panel.text()
    assert "Rien n’est encore noté" in text and "Aucun goût n’est encore connu" in text
    assert "Ajouter un métier" not in text


@pytest.mark.parametrize(
    ("fact", "fields", "value", "you"),
    [
        ("licence", {"value": "yes"}, "yes", "Correction : permis B, oui"),
        ("licence", {"value": "declined"}, "declined", "je préfère ne pas répondre"),
        ("max_minutes", {"value": " 50 "}, "50", "50 minutes"),
        ("hours_refused", {"values": ["night", "weekend"]}, ["night", "weekend"], "week-end"),
        ("hours_refused", {}, [], "tous les horaires"),
        ("commune", {"value": "38185"}, "38185", "Grenoble"),
        ("statements.care", {"value": "-1"}, -1.0, "non"),
        ("past_jobs.D1505", {"value": "D1102", "said": "boulangère"},
         {"rome_code": "D1102", "said": "boulangère"}, "boulangère"),
        ("past_jobs", {"value": "D1102", "said": "pain"},
         {"rome_code": "D1102", "said": "pain"}, "pain"),
        ("choices", {"value": "j'aime la musique"}, "j'aime la musique", "musique"),
        ("circumstances.age", {"value": "26"}, "26", "26 ans"),
    ],
)  # fmt: skip
def test_a_correction_goes_through_the_conversation(panel, fact, fields, value, you) -> None:
    answer = panel.correct(fact, **fields)
    assert answer.status_code == 200 and you in unescape(answer.text).replace("\u00a0", " ")
    entities = panel.entities()
    assert (entities["question"], entities["fact"]) == ("correction", fact)
    assert entities["value"] == value
    assert you in panel.sent["title"].replace("\u00a0", " ")


def test_a_line_is_taken_back(panel) -> None:
    panel.post("retirer", {"fact": "licence", "seen": panel.seen("licence")})
    assert panel.entities()["value"] is None
    assert panel.sent["title"] == "Correction : permis B, sans réponse"


@pytest.mark.parametrize(
    ("fact", "fields", "said"),
    [
        ("licence", {"value": "maybe"}, "Choisissez-en une"),
        ("licence", {"value": ""}, "Choisissez-en une"),
        ("max_minutes", {"value": "beaucoup"}, "Choisissez-en une"),
        ("hours_refused", {"values": ["never"]}, "Choisissez-en une"),
        ("statements.care", {"value": "x"}, "Choisissez-en une"),
        ("circumstances.age", {"value": "vieille"}, "écrivez un nombre"),
        ("choices", {"value": "tralala"}, "aucun goût"),
        ("consent", {"value": "no"}, "ne se corrige pas"),
        ("", {}, "ne se corrige pas"),
        ("past_jobs", {"value": "Z1111", "said": "x"}, "pas dans la liste"),
    ],
)
def test_a_wrong_value_is_refused_in_clear_words_and_nothing_is_sent(
    panel, fact, fields, said
) -> None:
    before = len(panel.rasa.handled)
    answer = panel.correct(fact, **fields)
    assert answer.status_code == 422 and said in unescape(answer.text)
    assert 'role="alert"' in answer.text and len(panel.rasa.handled) == before


def test_a_line_that_changed_since_it_was_read_is_not_corrected(panel) -> None:
    seen = panel.seen("licence")
    panel.recalls(nadia().typed("j'ai le permis").set(licence="yes"))
    before = len(panel.rasa.handled)
    answer = panel.post("corriger", {"fact": "licence", "value": "no", "seen": seen})
    assert answer.status_code == 422 and "a changé entre-temps" in answer.text
    assert len(panel.rasa.handled) == before


def test_nothing_is_corrected_before_the_person_agrees(panel) -> None:
    panel.recalls(Recalled().asked("consent"))
    answer = panel.post("corriger", {"fact": "licence", "value": "no", "seen": ""})
    assert answer.status_code == 422 and "accord" in answer.text


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("?commune=saint-martin-d'hères", "Saint-Martin-d’Hères (38400)"),
        ("?commune=zzzzzz", "Aucune commune ne porte ce nom"),
        ("?metier_de=D1505&metier=boulangere", "Boulangère ou boulanger"),
        ("?metier_de=&metier=macon", "maçon"),
        ("?metier_de=&metier=%25%25", "Aucun métier ne ressemble"),
        ("?metier_de=Z9&metier=macon", "Ce qui est compris"),
        ("?commune=", "Ce qui est compris"),
    ],
)
def test_places_and_jobs_are_searched_in_the_panel(panel, query, there) -> None:
    assert there in panel.text(query)


def test_an_open_question_of_the_interview_is_asked_in_the_conversation(panel) -> None:
    panel.post("demander", {"question": "public_transport"})
    assert panel.sent["payload"] == '/go_back{"question": "public_transport"}'
    assert panel.sent["title"].startswith("Parlons de ceci : avez-vous un bus")


def test_a_question_on_aids_is_asked_in_the_conversation(panel) -> None:
    panel.post("demander", {"question": "circumstances.age"})
    assert panel.sent["payload"] == '/tell_circumstance{"fact": "age"}'


def test_an_answer_for_the_aids_is_noted_where_its_question_stands(panel) -> None:
    assert 'name="fact" value="circumstances.age"' not in panel.chair.get(panel.path).text
    page = panel.chair.get(f"{panel.path}?noter=circumstances.age").text
    assert re.search(
        r'name="fact" value="circumstances.age">\s*<input[^>]*name="seen" value=""', page
    )
    assert "Noter" in panel.text("?noter=circumstances.shoe")


@pytest.mark.parametrize("question", ["licence", "conditions_refused", "x", ""])
def test_what_is_not_open_is_not_asked(panel, question) -> None:
    before = len(panel.rasa.handled)
    assert panel.post("demander", {"question": question}).status_code == 409
    assert len(panel.rasa.handled) == before


def test_a_question_that_would_jump_over_what_waits_is_not_asked(panel) -> None:
    panel.recalls(nadia().set(training=None, licence=None).asked("licence"))
    assert panel.post("demander", {"question": "training"}).status_code == 409
    assert "à son tour" in panel.text() and "posée en ce moment" in panel.text()


def test_what_a_person_wrote_is_never_markup(panel) -> None:
    told = nadia().typed("<script>alert(1)</script> 20 minutes").set(max_minutes=20)
    page = panel.recalls(told).chair.get(panel.path).text
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page


def test_a_part_alone_is_the_panel_without_its_page(panel) -> None:
    part = panel.chair.get(panel.path, **{"Declic-Part": "1"}).text
    assert part.lstrip().startswith('<div class="told"') and "<html" not in part
