"""The panels "Prescrire" and "Repartir avec", the packet, the follow-up list."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pypdfium2
import pytest
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.prescriptions import PrescriptionStore, Shelf
from bot.orientation.prescription import ASKED, PROPOSED, Step
from bot.services import clock
from bot.services.understanding import Understanding
from bot.settings import ROOT
from bot.web.tokens import now
from tests.fake_rasa import FakeRasa
from tests.integration.console.conftest import ACCOUNTS, MISSION, Chair
from tests.integration.web.person import Person

Sit = Callable[[str], Chair]
OFFER = "microcredit-accompagne"
SLOTS: dict[str, Any] = {
    "commune": "38053",
    "licence": "no",
    "vehicle": "none",
    "public_transport": "yes",
    "max_minutes": 30,
    "training": "short",
    "past_jobs": [{"said": "caissière chez leclerc", "rome_code": "D1505"}],
    "circumstances": {"registered_jobseeker": "yes"},
    "kept": ["D1507"],
    "proposed": ["D1507"],
}
EVENTS = [
    {"event": "user", "text": "oui depuis mars"},
    {"event": "slot", "name": "circumstances", "value": {"registered_jobseeker": "yes"}},
]


@pytest.fixture(scope="module", autouse=True)
def bundled() -> Iterator[None]:
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
    yield
    patch.undo()


class Interview:
    """The interview of one accompaniment, as its advisor sees it."""

    def __init__(self, chair: Chair, own: Accompaniment, rasa: FakeRasa) -> None:
        self.chair, self.own, self.rasa = chair, own, rasa
        self.path = f"/console/entretiens/{own.accompaniment_id}"

    def page(self, where: str) -> str:
        answer = self.chair.get(f"{self.path}/{where}")
        assert answer.status_code == 200, answer.text
        return answer.text

    def text(self, where: str) -> str:
        return plain(self.page(where))

    def post(self, act: str, status: int = 200, **fields: Any) -> str:
        panel = act.split("/")[0]
        answer = self.chair.post(f"{self.path}/{act}", fields, on=f"{self.path}/{panel}")
        assert answer.status_code == status, answer.text
        return plain(answer.text)

    def propose(self, offer: str = OFFER, day: datetime.date | None = None) -> str:
        day = day or clock.today()
        return self.post("prescrire/proposer", offre=offer, jour=day.isoformat())

    def prescribed(self) -> str:
        """The id of the only prescription."""
        (found,) = set(re.findall(r'id="suivi-(\w{16})"', self.page("prescrire")))
        return found

    def step(self, kind: str, day: datetime.date, status: int = 200, **more: str) -> str:
        fields = {"aide": self.prescribed(), "etape": kind, "jour": day.isoformat(), **more}
        return self.post("prescrire/etape", status, **fields)

    @property
    def sent(self) -> dict[str, Any]:
        """The last message that the conversation got."""
        return dict(self.rasa.handled[-1])


def plain(html: str) -> str:
    text = unescape(re.sub(r"<[^>]+>", " ", html))
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)


def days_ago(count: int) -> datetime.date:
    return clock.today() - datetime.timedelta(days=count)


@pytest.fixture
def interview(sit: Sit, accompaniment: Accompaniment, rasa: FakeRasa) -> Interview:
    rasa.recalled = {"slots": SLOTS, "events": EVENTS}
    return Interview(sit("advisor"), accompaniment, rasa)


def test_offers_stand_in_three_states_with_what_decides(interview: Interview) -> None:
    text = interview.text("prescrire")
    for heading in ("A priori pour la personne", "À vérifier", "Pas pour elle pour l’instant"):
        assert heading in text
    assert "La question qui décide :" in text
    assert "Demande par un professionnel" in text
    assert "Question délicate." in text
    assert "métiers de plus, par exemple" in text


@pytest.mark.parametrize(
    "query", ["theme=mobilite", "levier=licence", "pro=1", "theme=mobilite&levier=licence"]
)
def test_filters_keep_some_of_them(interview: Interview, query: str) -> None:
    def shown(page: str) -> set[str]:
        return set(re.findall(r'id="aide-([\w-]+)"', page))

    every, some = shown(interview.page("prescrire")), shown(interview.page(f"prescrire?{query}"))
    assert some and some < every


@pytest.mark.parametrize("query", ["theme=%3Cscript%3E", "levier=avion", "metier=Z9999"])
def test_a_filter_that_nothing_has_shows_no_offer(interview: Interview, query: str) -> None:
    page = interview.page(f"prescrire?{query}")
    assert 'id="aide-' not in page and "<script>" not in page.replace("<script src", "")


def test_the_life_of_a_prescription(interview: Interview) -> None:
    assert "L’aide est gardée comme proposée" in interview.propose(day=days_ago(40))
    assert "La demande est gardée" in interview.step("asked", days_ago(35))
    text = interview.text("prescrire")
    assert "À relancer (30 jours)" in text and "35 jours sans réponse." in text
    assert "À relancer" not in interview.step("chased", days_ago(2))
    refused = interview.step("refused", days_ago(1), raison="no_means", mots="budget fini")
    assert "plus d’argent ou plus de place (budget fini)" in refused
    undone = interview.post("prescrire/annuler", aide=interview.prescribed(), numero="4")
    assert "Annulé par Camille" in undone and "35 jours sans réponse." in undone


@pytest.mark.parametrize(
    ("kind", "days", "more", "told"),
    [
        ("accepted", 1, {}, "Cette étape n’est plus possible"),
        ("asked", -1, {}, "Ce jour n’est pas encore passé"),
        ("asked", 9, {}, "Ce jour vient trop tôt"),
        ("refused", 0, {}, "Cette étape n’est plus possible"),
        ("asked", 0, {"mots": "x" * 501}, "Ce texte est trop long : 500 signes"),
        ("asked", 0, {"jour": "demain"}, "Choisissez un jour"),
        ("asked", 0, {"aide": "f" * 16}, "Cette étape n’est plus possible"),
    ],
    ids=["out of order", "tomorrow", "before", "not asked", "too long", "no day", "of nobody"],
)
def test_a_wrong_step_is_told_and_changes_nothing(
    interview: Interview, kind: str, days: int, more: dict[str, str], told: str
) -> None:
    interview.propose(day=days_ago(5))
    before = interview.text("prescrire")
    fields = {"aide": interview.prescribed(), "etape": kind, "jour": days_ago(days).isoformat()}
    assert told in interview.post("prescrire/etape", 422, **{**fields, **more})
    assert interview.text("prescrire") == before


def test_an_offer_is_followed_once(interview: Interview) -> None:
    interview.propose()
    day = clock.today().isoformat()
    told = interview.post("prescrire/proposer", 422, offre=OFFER, jour=day)
    assert "déjà suivie" in told
    assert "ne peut pas" in interview.post("prescrire/proposer", 422, offre="rien", jour=day)


def test_the_question_is_asked_in_the_conversation_by_the_seat(interview: Interview) -> None:
    assert "La question est posée" in interview.post("prescrire/question", offre=OFFER)
    assert json.loads(interview.sent["payload"].removeprefix("/tell_circumstance")) == {
        "offer_id": OFFER
    }
    assert "Une question pour" in interview.sent["title"]


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"fait": "working", "reponse": "yes"}, "yes"),
        ({"fait": "age", "nombre": "34"}, "34"),
        ({"fait": "disability_recognised", "reponse": "declined"}, "declined"),
    ],
    ids=["a button", "a number", "a sensitive question that one does not answer"],
)
def test_an_answer_given_aloud_is_written_into_the_conversation(
    interview: Interview, fields: dict[str, str], value: str
) -> None:
    interview.post("prescrire/reponse", **fields)
    told = json.loads(interview.sent["payload"].removeprefix("/tell_circumstance"))
    assert told == {"fact": fields["fait"], "value": value}


@pytest.mark.parametrize(
    "fields",
    [{"fait": "rien", "reponse": "yes"}, {"fait": "age", "nombre": "vieux"}, {"fait": "working"}],
    ids=["no such fact", "no number", "no answer"],
)
def test_a_wrong_answer_is_not_written(interview: Interview, fields: dict[str, str]) -> None:
    said = len(interview.rasa.handled)
    assert "Choisissez une réponse" in interview.post("prescrire/reponse", 422, **fields)
    assert len(interview.rasa.handled) == said


def test_the_packet_tells_each_condition_and_who_said_it(interview: Interview) -> None:
    text = interview.text(f"dossier/{OFFER}")
    assert "Conditions" in text and "À faire d’abord" in text and "Papiers" in text
    assert "« caissière chez leclerc »" in text and "Bourgoin-Jallieu" in text
    known = [one for one in wiring.offers().by_id if "registered_jobseeker" in _facts(one)]
    told = [interview.chair.get(f"{interview.path}/dossier/{one}").text for one in known]
    assert any("<q>oui depuis mars</q>" in page for page in told)


def _facts(offer_id: str) -> str:
    return str(wiring.offers().by_id[offer_id].conditions)


def test_the_packet_of_no_offer_is_not_there(interview: Interview) -> None:
    assert interview.chair.get(f"{interview.path}/dossier/rien").status_code == 404


def test_the_request_is_a_file_with_the_summary_as_it_was_edited(interview: Interview) -> None:
    path = f"{interview.path}/dossier/{OFFER}"
    answer = interview.chair.post(f"{path}/json", {"projet": "Mon texte"}, on=path)
    assert answer.headers["content-disposition"].endswith(f'"demande-{OFFER}.json"')
    content = json.loads(answer.text)
    assert content["orientation_reasons"] == "Mon texte"
    assert content["service"]["id"] == f"declic--{OFFER}"
    assert content["beneficiary_commune"] == "Bourgoin-Jallieu"
    assert content["referent_structure"] == MISSION.name
    assert content["beneficiary_reference"] is None


WRITTEN = {
    "compris": "Vous voulez <b>bouger</b>.",
    "personne": "J’appelle le garage.\nJe prépare mon permis.",
    "accompagnement": "Je demande l’aide.",
    "contact": "04 75 00 00 00",
}


def test_what_the_advisor_writes_is_on_the_sheet(interview: Interview) -> None:
    interview.propose()
    interview.post("partir/garder", **WRITTEN)
    day = (clock.today() + datetime.timedelta(days=9)).isoformat()
    interview.post("partir/rendez-vous", jour=day, heure="14:30", lieu="3 rue Haute")
    page = interview.page("fiche")
    assert "Vous voulez &lt;b&gt;bouger&lt;/b&gt;." in page
    text = plain(page)
    for told in (
        "J’appelle le garage.",
        "Je demande l’aide.",
        "14 h 30",
        "3 rue Haute",
        "proposée le",
    ):
        assert told in text
    assert MISSION.name in text and "Camille" in text
    document = pypdfium2.PdfDocument(interview.chair.get(f"{interview.path}/fiche.pdf").content)
    assert len(document) == 1
    calendar = interview.chair.get(f"{interview.path}/fiche.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert f"DTSTART:{day.replace('-', '')}T143000" in calendar.text


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("garder", {"compris": "x" * 401}, "400 signes"),
        ("garder", {"personne": "a\nb\nc\nd"}, "3 lignes"),
        ("garder", {"accompagnement": "x" * 121}, "120 signes"),
        ("rendez-vous", {"jour": "2020-01-01"}, "Ce jour est passé"),
        ("rendez-vous", {"jour": "2030-01-01", "heure": "25:00"}, "Écrivez une heure"),
        ("rendez-vous", {}, "Choisissez un jour"),
    ],
    ids=["understood", "too many steps", "a long step", "a past day", "no hour", "no day"],
)
def test_what_cannot_be_kept_is_told(
    interview: Interview, act: str, fields: dict[str, str], told: str
) -> None:
    assert told in interview.post(f"partir/{act}", 422, **fields)


def test_an_appointment_may_be_taken_back(interview: Interview) -> None:
    interview.post("partir/rendez-vous", jour="2030-01-02")
    assert "2 janvier 2030" in interview.text("partir")
    assert "retiré" in interview.post("partir/sans-rendez-vous")
    assert "2 janvier 2030" not in interview.text("partir")
    assert interview.chair.get(f"{interview.path}/fiche.ics").status_code == 404


def test_the_person_gets_the_sheet_through_the_conversation(
    interview: Interview, person: Person
) -> None:
    interview.post("partir/garder", **WRITTEN)
    interview.post("partir/rendez-vous", jour="2030-01-02")
    assert "La fiche est dans la conversation" in interview.post("partir/partager")
    asked = json.loads(interview.sent["payload"].removeprefix("/ask_sheet"))
    kind, ticket, *files = asked["value"].split(":")
    assert (kind, files) == ("shared", ["ics"])
    page = person.web.get(f"/fiche/{ticket}")
    assert page.status_code == 200 and "J’appelle le garage." in page.text
    assert person.web.get(f"/fiche/{ticket}.ics").text.startswith("BEGIN:VCALENDAR")
    assert len(pypdfium2.PdfDocument(person.web.get(f"/fiche/{ticket}.pdf").content)) == 1
    person.erase()
    assert person.web.get(f"/fiche/{ticket}").status_code == 404


def test_a_reference_is_only_for_organisations_that_have_one(interview: Interview) -> None:
    assert "Référence" not in interview.text("partir")
    interview.post("partir/reference", 404, reference="D-12")


def test_the_list_has_what_is_due_first_and_no_name(interview: Interview) -> None:
    interview.propose(day=days_ago(20))
    interview.step("asked", days_ago(12))
    text = plain(interview.chair.get("/console/suivi").text)
    assert "À relancer (10 jours)" in text and "1 personne." in text
    assert re.search(r"[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}", text)
    assert plain(interview.chair.get("/console/suivi?relances=1").text).count("À relancer (10") == 1
    assert "Personne ne correspond" in plain(
        interview.chair.get("/console/suivi?etat=refused").text
    )


def test_the_list_is_the_advisors_own(interview: Interview, sit: Sit) -> None:
    interview.propose()
    for kind in ("colleague", "stranger"):
        chair = sit(kind)
        assert "Personne ne correspond" in plain(chair.get("/console/suivi").text)
        assert "microcr" not in chair.get("/console/suivi.csv").text.casefold()
        for where in ("prescrire", "partir", "fiche", "fiche.pdf", f"dossier/{OFFER}"):
            assert chair.get(f"{interview.path}/{where}").status_code == 404


def test_the_file_has_a_line_for_each_aid(interview: Interview) -> None:
    interview.propose(day=days_ago(20))
    interview.step("asked", days_ago(12))
    answer = interview.chair.get("/console/suivi.csv")
    assert answer.text.startswith("\ufeff")
    (line,) = csv.DictReader(io.StringIO(answer.text[1:]), delimiter=";")
    assert line["état"] == "demandée" and line["à relancer (jours)"] == "10"
    assert line["depuis le"] == days_ago(12).isoformat()
    assert line["métiers gardés"] and "référence" not in line


def test_without_rasa_the_list_still_tells_what_is_due(
    interview: Interview, person: Person
) -> None:
    interview.propose(day=days_ago(20))
    interview.step("asked", days_ago(12))
    person.say("bonjour")
    interview.rasa.unavailable = True
    text = plain(interview.chair.get("/console/suivi").text)
    assert "À relancer (10 jours)" in text and "Indisponible pour l’instant" in text


def test_the_list_recalls_only_conversations_that_went_on(
    interview: Interview, person: Person
) -> None:
    def listed() -> str:
        return plain(interview.chair.get("/console/suivi").text)

    shelf_stacker = "Employé ou employée de rayon libre-service"
    assert shelf_stacker in listed()
    interview.rasa.unavailable = True
    assert shelf_stacker in listed(), "nothing was said: what was counted is still so"
    interview.rasa.unavailable = False
    person.say("bonjour")
    interview.rasa.recalled = {"slots": {**SLOTS, "kept": []}, "events": EVENTS}
    assert shelf_stacker not in listed()


def test_an_ended_accompaniment_is_not_in_the_list(interview: Interview, engine: Engine) -> None:
    AccompanimentStore(engine).end(interview.own.accompaniment_id, now())
    assert "Personne ne correspond" in plain(interview.chair.get("/console/suivi").text)


def test_delays_of_the_organisation_show_from_five_answers(
    interview: Interview, engine: Engine
) -> None:
    store = PrescriptionStore(engine)
    shelf = Shelf(interview.own.conversation_id, MISSION.org_id)
    for waited in (4, 8, 12, 20, 30):
        assert "réponses)" not in interview.text("prescrire")
        first = Step(1, PROPOSED, days_ago(60), "Camille")
        store.begin(shelf, OFFER, "Aide", first, now())
        one = next(one for one in store.of(shelf) if one.state == PROPOSED)
        asked = Step(2, ASKED, days_ago(50), "Camille")
        store.change(shelf, one.prescription_id, lambda _, asked=asked: asked, now())
        given = Step(3, "accepted", days_ago(50 - waited), "Camille")
        store.change(shelf, one.prescription_id, lambda _, given=given: given, now())
    text = interview.text("prescrire")
    assert "demande en 10 jours en médiane (5 demandes)" in text
    assert "réponse en 12 jours en médiane (5 réponses)" in text


def test_the_copy_of_the_person_has_what_was_prescribed_and_written(
    interview: Interview, person: Person
) -> None:
    interview.propose()
    interview.post("prescrire/note", aide=interview.prescribed(), note="préfère le matin")
    interview.post("partir/garder", **WRITTEN)
    kept = person.web.get("/api/session/export", headers=person.headers).json()
    assert kept["aides proposées"][0]["note"] == "préfère le matin"
    assert kept["étapes des aides"][0]["notée par"] == ACCOUNTS["advisor"].name
    assert kept["fiche à deux voix"][0]["contact"] == WRITTEN["contact"]
    assert kept["accompagnements"][0]["état"] == OPEN
