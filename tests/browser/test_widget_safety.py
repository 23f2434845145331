"""Nothing that is said can become code, and the widget stays small and alone."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from bot.services.jobs_message import jobs_message
from bot.web.app import FOLDER
from bot.web.kept_files import as_sent
from bot.web.requests import clean_text
from tests.browser.conftest import OpenChat
from tests.browser.hostile_texts import FAMILIES
from tests.browser.test_widget_pictures import serve_drawings
from tests.fake_conversation import a_picture, answer_button, button, card, place
from tests.fake_rasa import FakeRasa

MOST_BYTES = 15 * 1024


def everywhere(harm: str) -> list[dict[str, Any]]:
    """The same string in every field that a message has."""
    multiple = {
        "type": "multiple",
        "question": harm,
        "options": [{"title": harm, "value": harm}],
        "none_title": harm,
        "submit_title": harm,
        "others": [answer_button(harm, "licence", "unknown")],
    }
    job = card(
        harm,
        harm,
        is_declic=True,
        summary=harm,
        reasons=[harm],
        cautions=[harm],
        first_step=harm,
        hiring={"sentence": harm, "projects": 1, "basin": harm, "year": 2025, "source": harm},
        travel={"sentence": harm, "minutes": 1, "mode": harm, "changes": [harm]},
        training={"sentence": harm},
        vacancies={"sentence": harm, "titles": [harm], "url": harm, "source": harm},
        buttons=[{"title": harm, "payload": "/help"}],
    )
    cards = jobs_message([job])
    cards["labels"] = dict.fromkeys(cards["labels"], harm)
    item = place(
        harm,
        *[harm] * 5,
        url=harm,
        url_title=harm,
        notice=harm,
        state="open",
        state_title=harm,
        phone={"title": harm, "number": harm},
        buttons=[button(harm, "/help")],
    )
    basin = {"name": harm, "minutes": 5, "share": 0.5, "projects": 1}
    row = {"title": harm, "cells": [harm, harm]}
    return [
        {"text": harm, "buttons": [answer_button(harm, "licence", "yes")]},
        {"custom": {**a_picture(3), "type": "picture", "title": harm, "description": harm}},
        {"custom": {**a_picture(3), "type": "picture", "url": harm}},
        {"custom": {"type": "scene", "title": harm, "number": 1, "total": 8}},
        {"custom": cards},
        {"custom": {"type": "places", "title": harm, "items": [item], "source": harm}},
        {"custom": {"type": "links", "title": harm, "links": [{"title": harm, "url": harm}]}},
        {
            "custom": {
                "type": "comparison",
                "title": harm,
                "columns": [harm, harm],
                "rows": [row],
            }
        },
        {
            "custom": {
                "type": "reach",
                "title": harm,
                "limit": 30,
                "basins": [basin],
                "source": harm,
            }
        },
        {"custom": multiple},
    ]


@pytest.mark.parametrize("texts", FAMILIES.values(), ids=FAMILIES)
def test_markup_from_anywhere_is_shown_as_text(
    open_chat: OpenChat, site: str, rasa: FakeRasa, texts: list[str]
) -> None:
    chat = open_chat(site)
    serve_drawings(chat)
    chat.wait_for_answer()
    for harm in texts:
        rasa.replies = lambda turn, harm=harm: everywhere(harm)
        chat.say(harm)
        assert chat.said_by_bot()[-1] == harm
        job = chat.page.locator(".card.job").last
        assert job.get_by_role("heading", level=2).text_content() == harm
        assert job.get_by_role("button").last.text_content() == harm
        chat.page.get_by_role("checkbox").check()
        chat.page.locator(".multiple button[type=submit]").click()
        chat.wait_for_answer()
    said = [clean_text(harm) for harm in texts for _ in range(2)]
    assert [clean_text(text) for text in chat.said_by_person()] == said
    chat.page.reload()
    chat.wait_for_answer()
    assert [clean_text(text) for text in chat.said_by_person()] == said
    assert chat.page.evaluate("window.harmed") is None
    transcript = chat.page.locator(".turns")
    strange = "a, iframe, script, style, svg:not([viewBox]), video, object"
    assert transcript.locator(strange).count() == 0
    pictures = transcript.locator("img:not(.mark)").evaluate_all("all => all.map((one) => one.src)")
    assert all("/pictures/" in address or "/static/" in address for address in pictures)


def test_the_page_asks_for_its_own_files_only(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    paths = {url.removeprefix(site) for url in chat.requests}
    assert paths == {
        "",
        "api/sessions",
        "static/declic-chat.css",
        "static/declic-chat.js",
        "static/declic.svg",
        "static/page.css",
    }
    assert chat.page.context.cookies() == []


def test_the_widget_weighs_less_than_fifteen_kilobytes() -> None:
    files = [FOLDER / "static" / name for name in ("declic-chat.js", "declic-chat.css")]
    assert sum(len(gzip.compress(as_sent(path))) for path in files) <= MOST_BYTES


def test_the_widget_never_parses_markup() -> None:
    source = (FOLDER / "static" / "declic-chat.js").read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in source
