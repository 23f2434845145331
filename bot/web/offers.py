"""Rasa's messages, as the widget may see them: every payload stays here, under a random token.

A token is valid for the turn that showed it. The buttons of cards stay valid until a newer set of
cards is shown, since people come back to a job some turns later.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from bot.adapters.sql.sessions import Choice, Turn
from bot.web.errors import ApiError

logger = logging.getLogger(__name__)

PICTURES = "/pictures/"
"""Where the pictures of the photolangage are served from."""

CARD_FACTS = (
    "rome_code",
    "title",
    "is_declic",
    "summary",
    "reasons",
    "hiring",
    "vacancies",
    "travel",
    "training",
    "cautions",
    "first_step",
)


class Offers:
    """Turns the messages of one turn into what the widget shows, and keeps the choices made."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        self.choices: list[Choice] = []

    def translate(self, messages: Iterable[Any]) -> list[dict[str, Any]]:
        """The messages of a turn; one that is not in the channel's contract is left out."""
        shown = []
        for message in messages:
            try:
                shown.append(self._message(message))
            except (KeyError, TypeError, AttributeError):
                logger.warning("message_left_out turn=%d", self.turn)
        return shown

    def _message(self, message: dict[str, Any]) -> dict[str, Any]:
        if "custom" not in message:
            buttons = self._buttons("button", message.get("buttons", ()))
            return {"type": "text", "text": str(message["text"]), "buttons": buttons}
        custom = message["custom"]
        translators = {
            "multiple": self._multiple,
            "pictures": self._pictures,
            "picture": _picture,
            "scene": _scene,
            "reading": _reading,
            "progress": _progress,
            "cards": self._cards,
            "places": _places,
        }
        return translators[custom["type"]](custom)

    def _multiple(self, custom: dict[str, Any]) -> dict[str, Any]:
        question = custom["question"]
        options = [self._option(question, option) for option in custom["options"]]
        none = self._offer("button", custom["none_title"], _option_payload(question, []))
        return {
            "type": "multiple",
            "options": options,
            "none": none,
            "others": self._buttons("button", custom.get("others", ())),
            "submit_title": str(custom["submit_title"]),
        }

    def _option(self, question: str, option: dict[str, Any]) -> dict[str, Any]:
        payload = _option_payload(question, [option["value"]])
        is_ticked = bool(option.get("selected"))
        return {**self._offer("option", option["title"], payload), "ticked": is_ticked}

    def _pictures(self, custom: dict[str, Any]) -> dict[str, Any]:
        """A list to tick from, whose options are pictures."""
        listed = self._multiple(custom)
        for option, given in zip(listed["options"], custom["options"], strict=True):
            option.update(_drawn(given))
        return {**listed, "type": "pictures", "most": int(custom["most"])}

    def _cards(self, custom: dict[str, Any]) -> dict[str, Any]:
        return {"type": "cards", "cards": [self._card(card) for card in custom["cards"]]}

    def _card(self, card: dict[str, Any]) -> dict[str, Any]:
        shown = {key: card[key] for key in CARD_FACTS}
        shown["vacancies"] = _vacancies(card["vacancies"])
        return {**shown, "buttons": self._buttons("card", card.get("buttons", ()), card["title"])}

    def _buttons(
        self, kind: str, buttons: Iterable[dict[str, Any]], job: str | None = None
    ) -> list[dict[str, str]]:
        return [self._offer(kind, button["title"], button["payload"], job) for button in buttons]

    def _offer(self, kind: str, title: str, payload: str, job: str | None = None) -> dict[str, str]:
        """What is left to the widget: the title and a token. `job` says of which card it was."""
        said = f"{job}\u00a0: {title[:1].lower()}{title[1:]}" if job else str(title)
        choice = Choice(secrets.token_urlsafe(16), self.turn, kind, said, str(payload))
        self.choices.append(choice)
        return {"title": str(title), "choice": choice.token}


def _progress(custom: dict[str, Any]) -> dict[str, Any]:
    """`step` None: the questions are over."""
    step = custom["step"]
    total = int(custom["total"])
    return {"type": "progress", "step": None if step is None else int(step), "total": total}


def _picture(custom: dict[str, Any]) -> dict[str, Any]:
    """One picture to look at again."""
    return {"type": "picture", "title": str(custom["title"]), **_drawn(custom)}


def _drawn(custom: dict[str, Any]) -> dict[str, Any]:
    """KeyError when the picture is not one of our own: the message is left out."""
    if not custom["url"].startswith(PICTURES):
        raise KeyError("url")
    return {
        "number": int(custom["number"]),
        "url": str(custom["url"]),
        "description": str(custom["description"]),
    }


def _scene(custom: dict[str, Any]) -> dict[str, Any]:
    """Where one is in the story."""
    number, total = int(custom["number"]), int(custom["total"])
    return {"type": "scene", "title": str(custom["title"]), "number": number, "total": total}


def _reading(custom: dict[str, Any]) -> dict[str, Any]:
    return {"type": "reading", "is_easy": custom["reading"] == "easy"}


def _places(custom: dict[str, Any]) -> dict[str, Any]:
    """A list of small cards: support offers, companies, services. Nothing in it is a choice."""
    items = [_place(item) for item in custom["items"]]
    return {"type": "places", "title": custom["title"], "items": items, "source": custom["source"]}


def _place(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": str(item["title"]),
        "lines": [str(line) for line in item["lines"]],
        "url": safe_url(item["url"]),
        "url_title": item["url_title"],
        "notice": item["notice"],
    }


def _vacancies(found: dict[str, Any] | None) -> dict[str, Any] | None:
    return found and {
        "sentence": str(found["sentence"]),
        "titles": [str(title) for title in found["titles"]],
        "url": safe_url(found["url"]),
        "source": str(found["source"]),
    }


def safe_url(url: Any) -> str | None:
    """An https address without credentials, as it stands; None for anything else.

    Addresses come from outside: a link never runs a script, and never shows a name that hides
    where it leads.
    """
    if not isinstance(url, str) or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_plain = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    return url if is_plain and "\\" not in url else None


def _option_payload(question: str, values: list[str]) -> str:
    return "/answer" + json.dumps({"question": question, "values": values}, ensure_ascii=False)


def chosen(found: Sequence[Choice], is_list: bool) -> tuple[str, str]:
    """What the person sees themselves say, and the payload, for choices of one turn.

    Several options of a list become one payload with all their values. ApiError: no choice, or
    choices that do not go together.
    """
    if not found or any((choice.kind == "option") != is_list for choice in found):
        raise ApiError("unknown_choice")
    if not is_list:
        return found[0].title, found[0].payload
    answers = [json.loads(choice.payload.removeprefix("/answer")) for choice in found]
    values = [value for answer in answers for value in answer["values"]]
    if len({answer["question"] for answer in answers}) > 1:
        raise ApiError("unknown_choice")
    title = ", ".join(choice.title for choice in found)
    return title, _option_payload(answers[0]["question"], values)


def is_valid(choice: Choice, last_turn: int, newest_cards_turn: int | None) -> bool:
    """Whether a choice may still be pressed after `last_turn`."""
    return choice.turn == (newest_cards_turn if choice.kind == "card" else last_turn)


def history(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """All turns for the widget: only what may still be pressed has buttons."""
    answered = [turn for turn in turns if turn.messages is not None]
    newest_cards = max((turn.number for turn in answered if _has_cards(turn)), default=None)
    last = turns[-1].number
    return [_shown(turn, turn.number == last, turn.number == newest_cards) for turn in turns]


def _has_cards(turn: Turn) -> bool:
    """As SessionStore.newest_cards_turn sees it: cards without a button do not replace any."""
    cards = (card for message in turn.messages or () for card in message.get("cards", ()))
    return any(card["buttons"] for card in cards)


def _shown(turn: Turn, is_last: bool, has_newest_cards: bool) -> dict[str, Any]:
    messages = [_inert(message, is_last, has_newest_cards) for message in turn.messages or ()]
    return {"turn": turn.number, "you": turn.you, "messages": messages}


def _inert(message: dict[str, Any], is_last: bool, has_newest_cards: bool) -> dict[str, Any]:
    """The message without the choices that cannot be pressed any more."""
    if message["type"] == "cards" and not has_newest_cards:
        return {**message, "cards": [{**card, "buttons": []} for card in message["cards"]]}
    if message["type"] == "text" and not is_last:
        return {**message, "buttons": []}
    if message["type"] in ("multiple", "pictures") and not is_last:
        return {**message, "options": [], "none": None, "others": []}
    return message
