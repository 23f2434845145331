"""Nothing that is said can become code, and the widget stays small and alone."""

from __future__ import annotations

import gzip
from typing import Any

from playwright.sync_api import expect

from bot.web.app import FOLDER
from tests.browser.conftest import OpenChat
from tests.fake_conversation import answer_button, card
from tests.fake_rasa import FakeRasa

MOST_BYTES = 15 * 1024
PAYLOADS = [
    "<script>window.harmed = 1</script>",
    "<img src=x onerror='window.harmed = 1'>",
    "<svg onload='window.harmed = 1'></svg>",
    '"><svg/onload=window.harmed=1>',
    "'><img src=x onerror=window.harmed=1>",
    "<iframe srcdoc='<script>parent.harmed = 1</script>'></iframe>",
    "<a href='javascript:window.harmed=1'>ici</a>",
    "javascript:window.harmed=1",
    "<style>*{display:none}</style>",
    "<details open ontoggle=window.harmed=1>",
    "</textarea><script>window.harmed=1</script>",
    "</script><script>window.harmed=1</script>",
    "{{constructor.constructor('window.harmed=1')()}}",
    "${window.harmed=1}",
    "<declic-chat></declic-chat>",
    "&lt;b&gt; &amp; &#x3C;script&#x3E;",
]


def everywhere(harm: str) -> list[dict[str, Any]]:
    """The same string in every field that a message has."""
    multiple = {
        "type": "multiple",
        "question": harm,
        "options": [{"title": harm, "value": harm}],
        "none_title": harm,
        "submit_title": harm,
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
        travel={"sentence": harm, "minutes": 1, "mode": harm},
        training={"sentence": harm},
        vacancies={"sentence": harm, "titles": [harm], "url": harm, "source": harm},
        buttons=[{"title": harm, "payload": "/help"}],
    )
    item = {"title": harm, "lines": [harm], "url": harm, "url_title": harm, "notice": harm}
    return [
        {"text": harm, "buttons": [answer_button(harm, "licence", "yes")]},
        {"custom": multiple},
        {"custom": {"type": "cards", "cards": [job]}},
        {"custom": {"type": "places", "title": harm, "items": [item], "source": harm}},
    ]


def test_markup_from_anywhere_is_shown_as_text(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    for harm in PAYLOADS:
        rasa.replies = lambda turn, harm=harm: everywhere(harm)
        chat.say(harm)
        assert chat.said_by_bot()[-1] == harm
        job = chat.page.get_by_role("article").last
        expect(job.get_by_role("heading", level=2)).to_have_text(harm)
        expect(job.get_by_role("button")).to_have_text(harm)
        chat.page.get_by_role("checkbox").check()
        chat.page.locator(".multiple button[type=submit]").click()
        chat.wait_for_answer()
    said = [harm for harm in PAYLOADS for _ in range(2)]
    assert chat.said_by_person() == said
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said_by_person() == said
    assert chat.page.evaluate("window.harmed") is None
    strange = "a, iframe, script, style, svg, img:not(.mark)"
    assert chat.page.locator(".turns").locator(strange).count() == 0


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
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= MOST_BYTES


def test_the_widget_never_parses_markup() -> None:
    source = (FOLDER / "static" / "declic-chat.js").read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in source
