"""The menu of the widget and its dialogs: what each entry says, and what it does.

An entry has a title and one thing to do: `command` (said to the bot), `ask` (a dialog, whose
actions are entries too), `request` (of this API), `own` (what the widget does by itself), or
`entries` under it. kind: "" or "alert", or "stay" when the menu stays open.

What follows a request is in its `then`: `ask`, `end` (the conversation is over, and why), `save`
(the name of a file), `say`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.orientation.dates import day
from bot.orientation.phrases import say
from bot.orientation.phrases.screens import SCREENS
from bot.orientation.typography import french
from bot.services import consent
from bot.web.export import EXPORT_FILE
from bot.web.requests import ADVISOR_COMMANDS, COMMANDS

Entry = dict[str, Any]

SAID = ("go_back", "why_question", "sheet", "feedback", "human", "help", "restart")
"""Commands of the menu in their order, those of the way of writing apart."""


async def menu(request: Request) -> Response:
    """The menu in the way of writing `?reading=`, of a conversation that is `?shared=` or not.

    An advisor (`?seat=advisor`) may neither give the code, copy nor erase, and reads one way.
    """
    words = Words(is_easy=request.query_params.get("reading") == "easy")
    if request.query_params.get("seat") == "advisor":
        return JSONResponse({"entries": advisor_entries(words), "live": live_words(words)})
    is_shared = request.query_params.get("shared") == "true"
    return JSONResponse(
        {
            "entries": entries(words, is_shared),
            "live": live_words(words),
            "code": code_dialog(words),
            "dictation": dictation_dialog(words),
            "consent": consent_dialog(words),
        }
    )


ROUTE = Route("/api/menu", menu, methods=["GET"])


class Words:
    """Phrases of the widget in one way of writing."""

    def __init__(self, is_easy: bool) -> None:
        self.is_easy = is_easy

    def __call__(self, name: str, **facts: str) -> str:
        return french(say(f"widget.{name}", self.is_easy, **facts))

    def entry(self, name: str, kind: str = "", **action: Any) -> Entry:
        return {"name": name, "title": self(name), "kind": kind, **action}

    def dialog(self, name: str, actions: list[Entry], **more: str) -> Entry:
        return {"title": self(name), "text": self(f"{name}_text"), "actions": actions, **more}


def entries(words: Words, is_shared: bool) -> list[Entry]:
    """Few at first: what one says to the bot, how one reads, then one's data."""
    other_way = "standard" if words.is_easy else "easy"
    commands = [name for name in (*SAID, other_way) if name in COMMANDS]
    return [
        *({"title": COMMANDS[name][0], "kind": "", "command": name} for name in commands),
        {"title": words("display"), "entries": display_entries(words)},
        *data_entries(words, is_shared),
    ]


def advisor_entries(words: Words) -> list[Entry]:
    """What one says to the bot; how this screen reads, and the way of writing, are the person's."""
    return [{"title": COMMANDS[name][0], "kind": "", "command": name} for name in ADVISOR_COMMANDS]


def display_entries(words: Words) -> list[Entry]:
    return [
        words.entry("aloud", own="aloud"),
        words.entry("larger", "stay", own="larger"),
        words.entry("smaller", "stay", own="smaller"),
        words.entry("dark", own="dark"),
    ]


def data_entries(words: Words, is_shared: bool) -> list[Entry]:
    """On a shared computer no code is given: the next person could read it."""
    share = request("PATCH", "", {"shared": not is_shared}, say=words(_shared(not is_shared)))
    way = "easy" if words.is_easy else "standard"
    code = f"/code?reading={way}"
    later = request("POST", code, ask=later_dialog(words))
    given = request("POST", code, ask=accompany_dialog(words))
    accompany = words.entry("accompany", request=given, own="accompany")
    return [
        *([] if is_shared else [accompany, words.entry("later", request=later)]),
        words.entry("export", request=request("GET", "/export", save=EXPORT_FILE)),
        words.entry("shared", request=share),
        words.entry("erase", "alert", ask=erasure_dialog(words)),
    ]


def _shared(is_on: bool) -> str:
    return "shared_on" if is_on else "shared_off"


def request(method: str, path: str, body: Entry | None = None, **then: Any) -> Entry:
    return {"method": method, "path": f"/api/session{path}", "body": body, "then": then}


def later_dialog(words: Words) -> Entry:
    """Its code and its text, which tells a date, come with the answer to the request."""
    other = {"title": words("code"), "ask": code_dialog(words)}
    return {"title": words("later"), "actions": [{"title": words("close")}, other]}


def accompany_dialog(words: Words) -> Entry:
    """Its code comes with the answer; the request of who is given it takes its place."""
    return words.dialog("accompany", [{"title": words("close")}])


def live_words(words: Words) -> dict[str, Any]:
    """What two screens of a conversation say of each other; the widget fills their {holes}."""
    holes = {name: f"{{{name}}}" for name in ("name", "title", "text")}
    said = {name: french(say(f"screen.{name}", words.is_easy, **holes)) for name in SCREENS}
    return {**said, "is_easy": words.is_easy}


def later_text(is_easy: bool, expires: date) -> str:
    """What the code is for, and its last day."""
    return Words(is_easy)("later_text", day=day(expires))


def code_dialog(words: Words) -> Entry:
    resume = {"method": "POST", "path": "/api/resume", "body": None}
    go: Entry = {"title": words("code_go"), "request": resume}
    actions = [go, {"title": words("cancel")}]
    return words.dialog("code", actions, field=words("code_field"))


def erasure_dialog(words: Words) -> Entry:
    """To keep comes first: it has the focus, and pressing Enter twice erases nothing."""
    erase = {
        "title": words("erase_go"),
        "request": request("DELETE", "", end=words("erased")),
    }
    return {
        "title": words("erase_title"),
        "text": words("erase_text"),
        "actions": [{"title": words("keep")}, erase],
    }


def dictation_dialog(words: Words) -> Entry:
    actions = [{"title": words("dictation_go"), "own": "listen"}, {"title": words("cancel")}]
    return words.dialog("dictation", actions)


def consent_dialog(words: Words) -> Entry:
    version = {"version": consent.VERSION}
    agree = {"title": words("agree"), "request": request("POST", "/consent", version)}
    erase = {"title": words("erase"), "ask": erasure_dialog(words)}
    return words.dialog("consent", [agree, erase])
