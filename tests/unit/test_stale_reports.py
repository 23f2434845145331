"""What a report is about, with the words that were shown of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.orientation.feedback_words import JOB_REASONS, OFFER_REASONS
from bot.services.choices import stale_button
from bot.services.ports import Shown
from bot.services.questions import SKIPPED, Message
from bot.services.small_cards import item, places
from bot.services.stale_reports import (
    on_screen,
    reason_buttons,
    report_of,
    shown,
    subject_buttons,
    subject_of,
)
from bot.services.understanding import Understanding
from bot.settings import ROOT

OFFERS = wiring.offers()
UNDERSTANDING = Understanding.of(read(ROOT / "data" / "catalogue"))
CATALOGUE = UNDERSTANDING.catalogue
CARDS = {
    "type": "cards",
    "cards": [
        {"rome_code": "D1106", "hiring": {"sentence": "40 projets ici.", "source": "BMO 2025"}},
        {"rome_code": "H2913", "hiring": {"sentence": "12 projets ici.", "source": "BMO 2025"}},
    ],
}


def offers_shown(*offer_ids: str, line: str = "Un prêt.") -> dict[str, Any]:
    items = [{**item(one, [line]), "buttons": [stale_button(offer_id=one)]} for one in offer_ids]
    return places(items)


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        (Message("", "report_stale", 1.0, {"offer_id": "visale"}), "offer:visale"),
        (Message("", "report_stale", 1.0, {"rome_code": "D1106"}), "job:D1106"),
        (Message("", "report_stale", 1.0, {"offer_id": "<script>"}), None),
        (Message("la garantie Visale n'existe plus"), "offer:visale"),
        (Message("cette aide n'existe plus"), None),
        (Message("le chiffre est faux"), None),
    ],
)
def test_a_subject_is_named_by_a_button_or_in_words(message: Message, subject: Any) -> None:
    assert subject_of(message, OFFERS, UNDERSTANDING, ()) == subject


def test_what_is_on_screen_is_what_was_shown_last() -> None:
    assert on_screen([CARDS, offers_shown("visale", "acre")]) == ["offer:visale", "offer:acre"]
    assert on_screen([offers_shown("visale"), CARDS]) == ["job:D1106", "job:H2913"]
    assert on_screen([offers_shown("visale"), {"type": "progress", "step": 1}]) == ["offer:visale"]
    assert on_screen([]) == []


def test_an_offer_comes_with_the_words_last_shown_of_it() -> None:
    contents = [offers_shown("visale", line="L'ancien texte."), offers_shown("visale")]
    about = shown("offer:visale", contents, OFFERS, CATALOGUE)
    assert about.sentence == "Un prêt."
    assert about.verified_on == OFFERS.by_id["visale"].verified_on
    assert about.source and about.name


def test_a_job_comes_with_its_figure_and_where_that_is_from() -> None:
    about = shown("job:H2913", [CARDS], OFFERS, CATALOGUE)
    assert (about.sentence, about.source) == ("12 projets ici.", "BMO 2025")


@pytest.mark.parametrize("subject", [None, "offer:gone", "job:X9999", SKIPPED])
def test_a_subject_nobody_knows_is_nothing(subject: str | None) -> None:
    assert shown(subject, [CARDS], OFFERS, CATALOGUE) == Shown()


def test_without_a_subject_the_opening_words_are_its_only_trace() -> None:
    slots = {"report_reason": "ended", "report_detail": "depuis mai"}
    report = report_of(slots, Shown(), "le coup de pouce machin existe plus")
    assert report is not None
    assert report.detail == "le coup de pouce machin existe plus\ndepuis mai"
    assert report_of({}, Shown(), "") is None


def test_buttons_name_the_subjects_then_the_ways_out() -> None:
    buttons = subject_buttons(["offer:visale", "job:D1106"], OFFERS, CATALOGUE)
    values = [json.loads(one["payload"].removeprefix("/answer"))["value"] for one in buttons]
    assert values == ["offer:visale", "job:D1106", SKIPPED, "stop"]


@pytest.mark.parametrize(
    ("subject", "reasons"), [("offer:visale", OFFER_REASONS), ("job:D1106", JOB_REASONS)]
)
def test_reasons_fit_what_is_spoken_of(subject: str, reasons: tuple[str, ...]) -> None:
    values = [
        json.loads(one["payload"].removeprefix("/answer"))["value"]
        for one in reason_buttons(subject)
    ]
    assert values == [*reasons, "stop"]
