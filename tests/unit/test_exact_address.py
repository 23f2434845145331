"""A street address typed as the answer to "where": noted, asked about, sent out on a yes only."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from bot.services import exact_address, interview
from bot.services.ports import AddressFinder, FoundAddress
from bot.services.profile import profile_from_slots
from bot.services.questions import FORMS, Message, Outcome, Reply, Situation
from bot.services.understanding import Understanding
from tests.live_ports import Addresses, Down
from tests.unit.small_world import WORLD

TYPED = "12 rue des Lilas 38000 Bourg, je vis avec ma mère"
SENT = "12 rue des lilas 38000 Bourg"
HERE = FoundAddress("12 Rue des Lilas 38000 Bourg", "38001", "Bourg", 45.61049, 5.27951, 0.96)
WAITING = {"commune": "38001", "address_text": SENT, "exact_address": None}


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(WORLD)


@pytest.fixture
def say(understanding: Understanding):  # type: ignore[no-untyped-def]
    def said(
        question: str,
        text: str = "",
        slots: dict[str, Any] | None = None,
        addresses: AddressFinder | None = None,
        value: str | None = None,
        intent: str = "answer",
    ) -> Outcome:
        entities = {"question": question, "value": value} if value else {}
        message = Message(text, intent, 1.0, entities)
        situation = Situation(question, message, slots or {}, understanding, addresses)
        return interview.answer(situation)

    return said


def test_an_address_notes_the_commune_and_waits(say) -> None:
    port = Addresses(HERE)
    slots = say("commune", TYPED, addresses=port).slots
    assert slots["commune"] == "38001"
    assert slots["address_text"] == SENT, "what the person adds is left out"
    assert slots["exact_address"] is None, "the question is asked"
    assert port.asked == [], "nothing is sent before the yes"


@pytest.mark.parametrize(
    ("text", "addresses"), [(TYPED, None), ("Bourg", Addresses(HERE))], ids=["off", "no address"]
)
def test_otherwise_the_question_is_skipped(say, text, addresses) -> None:
    slots = say("commune", text, addresses=addresses).slots
    assert slots["commune"] == "38001"
    assert slots["exact_address"] == "skipped" and slots["address_text"] is None


@pytest.mark.parametrize(("text", "value"), [("", "yes"), ("oui allez-y", None), ("ok", None)])
def test_a_yes_looks_it_up_and_forgets_the_text(say, text, value) -> None:
    port = Addresses(HERE)
    outcome = say("exact_address", text, WAITING, port, value)
    assert [asked for asked, _ in port.asked] == [SENT]
    assert port.asked[0][1] is not None and port.asked[0][1].insee_code == "38001"
    about_100_metres = {"latitude": 45.61, "longitude": 5.28}
    assert outcome.slots["home_point"] == about_100_metres
    assert outcome.slots["address_text"] is None
    assert outcome.replies == (Reply("utter_address_found"),), "the address is not repeated"
    slots = {**WAITING, **outcome.slots}
    assert profile_from_slots(slots).home_point == (45.61, 5.28)


@pytest.mark.parametrize(
    "text", ["non", "non merci", "je préfère ne pas répondre", "je ne sais pas"]
)
def test_without_a_yes_nothing_is_sent_and_the_text_goes(say, text) -> None:
    port = Addresses(HERE)
    outcome = say("exact_address", text, WAITING, port)
    assert port.asked == []
    assert outcome.slots["exact_address"] not in (None, "yes")
    assert outcome.slots["address_text"] is None and not outcome.slots.get("home_point")


@pytest.mark.parametrize(
    "text",
    ["Oui", "oui !", "oui merci", "oui svp", "D’accord", "ok", "OK.", "vas-y", "allez-y", "ouais",
     "oui, vas-y", "bien sûr", "Oui, bien sûr !"],
)  # fmt: skip
def test_nothing_but_a_yes_is_a_consent(say, text) -> None:
    port = Addresses(HERE)
    assert say("exact_address", text, WAITING, port).slots["exact_address"] == "yes"
    assert len(port.asked) == 1


@pytest.mark.parametrize("intent", ["affirm", "answer"])
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("oui mais pas mon adresse exacte", "no"),
        ("ok mais ne l'envoyez pas", "no"),
        ("oui je refuse", "no"),
        ("c'est bon laisse tomber", "no"),
        ("ok stop", "no"),
        ("oui pour la commune, pas pour l'adresse", "no"),
        ("envoyez rien du tout", "no"),
        ("nn", "no"),
        ("d'accord mais gardez-la pour vous", None),
        ("oui ? pourquoi ?", None),
        ("oui ?", None),
        ("oui mais plus tard", None),
        ("j'ai pas compris", None),
        ("je ne comprends pas", None),
        ("pourquoi pas", None),
        ("allez", None),
        ("", None),
    ],
)
def test_a_yes_among_other_words_or_a_guessed_one_sends_nothing(say, text, answer, intent) -> None:
    port = Addresses(HERE)
    outcome = say("exact_address", text, WAITING, port, intent=intent)
    assert port.asked == []
    assert outcome.slots.get("exact_address") == answer
    if answer is None:
        assert [r.response for r in outcome.replies] == ["utter_ask_exact_address_again"]
        assert "address_text" not in outcome.slots, "the question still has its address"


@pytest.mark.parametrize(
    ("port", "response"),
    [
        (Down(), "utter_address_unavailable"),
        (Addresses(None), "utter_address_not_found"),
        (Addresses(FoundAddress("x", "38001", "x", 45.6, 5.27, 0.3)), "utter_address_not_found"),
        (Addresses(FoundAddress("x", "75056", "x", 48.8, 2.3, 0.99)), "utter_address_not_found"),
    ],
    ids=["away", "nothing", "unlike", "in another region"],
)
def test_what_is_not_found_is_said_and_the_centre_counts(say, port, response) -> None:
    outcome = say("exact_address", "oui", WAITING, port)
    assert [reply.response for reply in outcome.replies] == [response]
    assert outcome.replies[0].facts == {"commune_name": "Bourg"}
    assert outcome.slots["exact_address"] == "yes" and outcome.slots["address_text"] is None
    assert profile_from_slots({**WAITING, **outcome.slots}).home_point is None


def test_an_address_across_the_border_of_the_commune_moves_the_home(say) -> None:
    near = FoundAddress("1 Rue du Pont 38010 Voisine", "38002", "Voisine", 45.62, 5.30, 0.9)
    assert say("exact_address", "oui", WAITING, Addresses(near)).slots["commune"] == "38002"


def test_an_address_in_a_commune_that_we_do_not_know_keeps_ours(say) -> None:
    unknown = FoundAddress("1 Rue Neuve", "38999", "Neuve", 45.61, 5.28, 0.9)
    slots = say("exact_address", "oui", WAITING, Addresses(unknown)).slots
    assert "commune" not in slots and slots["home_point"]


def test_other_words_are_asked_again_and_sent_nowhere(say) -> None:
    port = Addresses(HERE)
    outcome = say("exact_address", "bleu ciel", WAITING, port)
    assert [r.response for r in outcome.replies] == ["utter_ask_exact_address_again"]
    assert port.asked == [] and "exact_address" not in outcome.slots


def test_a_late_service_is_not_waited_for(say, monkeypatch: pytest.MonkeyPatch) -> None:
    free = threading.Event()

    class Late:
        def find(self, *_: object) -> FoundAddress:
            free.wait(10)
            return HERE

    monkeypatch.setattr(exact_address, "SECONDS", 0.05)
    outcome = say("exact_address", "oui", WAITING, Late())
    free.set()
    assert outcome.replies[0].response == "utter_address_unavailable"


def test_the_address_is_no_step_of_its_own() -> None:
    total = interview.progress({})[1]
    assert interview.progress({"consent": "yes", **WAITING}) == (1, total)
    done = {**WAITING, "address_text": None, "exact_address": "no"}
    assert interview.progress({"consent": "yes", **done}) == (2, total)
    assert FORMS["place_form"][-1] == "exact_address"


@pytest.mark.parametrize("question", ["exact_address", "spark_way"])
def test_going_back_from_the_address_or_after_asks_the_commune_again(question) -> None:
    slots = {**WAITING, "home_point": {"latitude": 1.0, "longitude": 2.0}}
    reopened = interview.step_back(question, slots)
    assert reopened == dict.fromkeys(
        ("commune", "exact_address", "address_text", "home_point"), None
    )
    assert interview.reopened_question(reopened) == "commune"


def test_an_address_is_kept_while_the_commune_is_asked_back(say, understanding) -> None:
    waiting = {"commune_candidates": ["38001", "38002"], "address_text": "12 rue des lilas"}
    slots = say("commune", "", waiting, Addresses(HERE), value="38002").slots
    assert slots["address_text"] == "12 rue des lilas Voisine"
    other = say("commune", "", waiting, Addresses(HERE), value="other").slots
    assert other["address_text"] is None
    named = say("commune", "Lointaine", waiting, Addresses(HERE)).slots
    assert named["address_text"] is None and named["exact_address"] == "skipped"


def test_declining_the_commune_skips_the_address(say) -> None:
    slots = say("commune", "", {}, Addresses(HERE), value="declined").slots
    assert slots["commune"] == "declined" and slots["exact_address"] == "skipped"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("12 rue des Lilas 38000 Bourg, mon ex Paul me frappe", SENT),
        ("12 rue des Lilas 38000 Bourg mon ex Paul me frappe", SENT),
        ("12 rue des Lilas, Bourg, 06 12 34 56 78", "12 rue des lilas Bourg"),
        ("12 rue des Lilas 38000 Bourg paul.x@exemple.fr", SENT),
        ("12 rue des Lilas c'est un foyer pour femmes battues 38000 Bourg", SENT),
        ("12 rue des Lilas foyer pour femmes battues 38000 Bourg", SENT),
        ("12 rue des Lilas 0612345678 38000 Bourg", SENT),
        ("3 bis avenue de la Gare à Bourg", "3 bis avenue de la gare Bourg"),
        ("1 rue du 8 mai 1945 38000 Bourg", "1 rue du 8 mai 1945 38000 Bourg"),
        ("12 rue de Bourg 38000", "12 rue de bourg 38000 Bourg"),
    ],
)
def test_nothing_but_the_address_goes_out(say, typed, sent) -> None:
    port = Addresses(HERE)
    waiting = say("commune", typed, addresses=port).slots
    assert waiting["address_text"] == sent, "shown in the question"
    say("exact_address", "oui", waiting, port)
    assert [asked for asked, _ in port.asked] == [sent]


def test_an_address_without_a_town_asks_for_it_and_waits(say) -> None:
    port = Addresses(HERE)
    first = say("commune", "12 rue de la République", addresses=port)
    assert first.replies == (Reply("utter_address_without_town"),)
    assert first.slots["commune"] is None
    second = say("commune", "Bourg", dict(first.slots), port).slots
    assert second["commune"] == "38001"
    assert second["address_text"] == "12 rue de la republique Bourg"
    assert port.asked == []


def test_an_address_without_a_town_is_not_kept_when_nothing_can_look_it_up(say) -> None:
    first = say("commune", "12 rue de la République")
    assert first.replies == (Reply("utter_address_without_town"),)
    assert first.slots["address_text"] is None
