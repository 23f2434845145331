"""The sheet in two voices: what it says, and its print opened again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

import pypdfium2
import pytest

from bot import wiring
from bot.adapters.printing.font_coverage import printable
from bot.adapters.printing.sheet import FONT
from bot.adapters.printing.two_voices import ROOMS, printed_two_voices
from bot.channel import typeset
from bot.orientation.appointment import Appointment
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.phrases import say
from bot.orientation.prescription import ASKED, PROPOSED
from bot.services.sheet_back import WayBack, with_way_back
from bot.services.sheet_jobs import Chosen
from bot.services.two_voices import (
    MOST_OFFERS,
    MOST_SIGNS,
    MOST_STEPS,
    Agreed,
    Told,
    links_message,
    two_voices,
)
from bot.services.unlock import Person
from tests.personas import PERSONAS
from tests.sheets import HOSTILE, WAY, persona, told, with_everything
from tests.unit.persona_view import DAY, cards, catalogue
from tests.unit.test_picture_cards import A4_POINTS, codes, rendered
from tests.unit.test_printed_sheet import (
    SMALLEST,
    SMALLEST_WHEN_EASY,
    WAYS,
    sizes,
    squeezed,
    words,
)

NAMES = [one.name for one in PERSONAS]
ASKED_ON = datetime.date(2026, 11, 20)
AGREED = Agreed(
    "Camille Duroc",
    "Mission locale d’Aubenas",
    "Vous cherchez un travail près de chez vous, avec du monde.",
    ("J’appelle le garage solidaire.", "Je prépare mon permis."),
    ("Je demande la bourse de la route.",),
    "04 75 00 00 00",
    Appointment(datetime.date(2026, 12, 5), datetime.time(14, 30), "3 rue Haute", "Mon permis"),
    (Told("Bourse de la route", ASKED, ASKED_ON), Told("Un vélo prêté", PROPOSED, ASKED_ON)),
)


def long(words: str, code: str) -> str:
    """The longest text of its kind, made of words."""
    return (words * 40)[: MOST_SIGNS[code]].strip()


FULLEST = replace(
    AGREED,
    understood=long("Vous avez envie de changer. ", "understood"),
    person_steps=(long("Je téléphone, puis je note la réponse. ", "step"),) * MOST_STEPS,
    advisor_steps=(long("Je demande et je vous dis la réponse. ", "step"),) * MOST_STEPS,
    contact=long("Accueil du lundi au vendredi, 04 75 00 00 00, ", "contact"),
    appointment=Appointment(
        datetime.date(2026, 12, 30),
        datetime.time(14, 30),
        long("Mission locale, salle du fond, 3 rue Haute, ", "place"),
        long("Apporter le permis et la facture. ", "words"),
    ),
    offers=tuple(Told(f"Aide au long nom {n} de la région", ASKED, ASKED_ON) for n in range(9)),
)


def content(
    name: str, easy: bool = False, agreed: Agreed = AGREED, kept: int = 0, is_full: bool = False
) -> dict[str, Any]:
    one = persona(name)
    proposed = tuple(card.rome_code for card in cards(one))
    profile = with_everything(told(name)) if is_full else told(name)
    who = Person(profile, read_circumstances(one.circumstances), DAY, 0, easy)
    made = two_voices(catalogue(), wiring.deck(), who, Chosen(proposed[:kept], proposed), agreed)
    return typeset(with_way_back(made, WAY))


@cache
def printed(name: str, easy: bool = False, is_full: bool = False) -> pypdfium2.PdfDocument:
    agreed = FULLEST if is_full else AGREED
    return pypdfium2.PdfDocument(printed_two_voices(content(name, easy, agreed, is_full=is_full)))


@WAYS
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_full", [False, True], ids=["usual", "everything at its longest"])
def test_it_is_one_page_of_type_that_is_large_enough(name: str, easy: bool, is_full: bool) -> None:
    document = printed(name, easy, is_full)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A4_POINTS, abs=0.1)
    assert min(sizes(document)) >= (SMALLEST_WHEN_EASY if easy else SMALLEST)


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_what_was_agreed_on_is_on_the_paper_whole(name: str, easy: bool) -> None:
    for is_full, agreed in ((False, AGREED), (True, FULLEST)):
        made, text = content(name, easy, agreed), words(printed(name, easy, is_full))
        told_texts = [
            made["title"],
            made["day"],
            made["back"]["code"],
            made["advisor"]["understood"],
        ]
        told_texts += [*made["person"]["steps"], *made["advisor"]["steps"]]
        told_texts += [*made["appointment"]["lines"], *made["contact"]["lines"]]
        told_texts += made["kept"]["lines"]
        lacking = [one for one in told_texts if squeezed(printable(one, FONT)) not in text]
        assert lacking == []


def test_what_has_no_room_is_counted() -> None:
    text = words(printed("Nadia", True, is_full=True))
    assert squeezed("Sans place ici") in text


def test_the_code_on_the_paper_opens_the_conversation() -> None:
    assert codes(rendered(printed("Nadia"), 0)) == [WAY.code.url]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_typed_is_set_as_text(hostile: str) -> None:
    cut = hostile[:140]
    agreed = replace(AGREED, understood=cut, person_steps=(cut,), contact=cut)
    document = pypdfium2.PdfDocument(printed_two_voices(content("Nadia", agreed=agreed)))
    assert squeezed(printable(typeset(cut), FONT)) in words(document)


def test_without_the_advisors_words_there_is_room_to_write() -> None:
    made = content("Nadia", agreed=Agreed("Camille Duroc", "Mission locale"))
    assert made["advisor"]["understood"] is None
    assert made["no_offer"] and not made["appointment"]["is_set"]
    text = words(pypdfium2.PdfDocument(printed_two_voices(made)))
    assert text.count(squeezed(say("leave.blank"))) >= 3


def test_jobs_kept_come_alone_and_those_shown_only_while_none_is_kept() -> None:
    assert len(content("Nadia", kept=1)["jobs"]) == 1
    assert content("Nadia", kept=1)["jobs"][0]["is_kept"]
    assert len(content("Nadia")["jobs"]) > 1


def test_the_newest_offers_are_told_with_their_state_and_day() -> None:
    made = content("Nadia", agreed=FULLEST)
    assert len(made["offers"]) == MOST_OFFERS
    assert made["offers"][-1]["name"].startswith("Aide au long nom 8")
    assert made["offers"][-1]["state"] == "demandée le 20 novembre 2026"


def test_a_shared_computer_has_no_way_back_on_the_paper() -> None:
    made = content("Nadia")
    bare = {key: value for key, value in made.items() if key not in ("back", "kept")}
    shared = with_way_back(bare, WayBack("declic.exemple.fr", None))
    assert len(pypdfium2.PdfDocument(printed_two_voices(shared))) == 1


def test_the_links_lead_to_the_page_the_print_and_the_calendar() -> None:
    links = links_message("t1cket", True, False)["links"]
    assert [one["url"] for one in links] == [
        "/fiche/t1cket",
        "/fiche/t1cket.pdf",
        "/fiche/t1cket.ics",
    ]
    assert len(links_message("t1cket", False, False)["links"]) == 2


def test_rooms_go_from_the_most_to_the_least() -> None:
    for more, less in zip(ROOMS, ROOMS[1:], strict=False):
        assert (more.words, more.jobs, more.offers) >= (less.words, less.jobs, less.offers)
