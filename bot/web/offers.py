"""Rasa's messages, as the widget may see them: every payload stays here, under a random token.

A token is valid for the turn that showed it. The buttons of job cards stay valid until a newer set
of cards is shown, since people come back to a job some turns later; those of places always do.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from bot.adapters.sql.live import ADVISOR
from bot.adapters.sql.sessions import Choice, Turn
from bot.adapters.sql.sheets import NewSheet
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.web import shown
from bot.web.errors import ApiError
from bot.web.sheet_tickets import links_and_sheet

logger = logging.getLogger(__name__)

KEEP_TITLES = [french(say(f"title.job.{way}")) for way in ("keep", "drop")]
"""What the button of a job says while it is not kept, and once it is."""


class Offers:
    """Turns the messages of one turn into what the widget shows, and keeps the choices made,
    and the sheets to open."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        self.choices: list[Choice] = []
        self.sheets: list[NewSheet] = []

    def translate(self, messages: Iterable[Any]) -> list[dict[str, Any]]:
        """The messages of a turn; one that is not in the channel's contract is left out."""
        told = []
        for message in messages:
            try:
                told.append(self._heard(message))
            except (KeyError, TypeError, AttributeError, ValueError, OverflowError):
                logger.warning("message_left_out turn=%d", self.turn)
        return told

    def _heard(self, message: Any) -> dict[str, Any]:
        """The message, and what it sounds like when that is more than its text."""
        told = self._message(message)
        sound = shown.heard(told)
        return {**told, "heard": sound} if sound else told

    def _message(self, message: dict[str, Any]) -> dict[str, Any]:
        if "custom" not in message:
            buttons = self._buttons("button", message.get("buttons", ()))
            return {"type": "text", "text": shown.text(message["text"]), "buttons": buttons}
        custom = message["custom"]
        translators = {
            "multiple": self._multiple,
            "pictures": self._pictures,
            "picture": shown.picture,
            "scene": shown.scene,
            "reading": shown.reading,
            "progress": shown.progress,
            "cards": self._cards,
            "places": self._places,
            "comparison": shown.comparison,
            "reach": shown.reach,
            "links": shown.links,
            "kept": shown.kept,
            "sheet": self._sheet,
        }
        return translators[custom["type"]](custom)

    def _multiple(self, custom: dict[str, Any]) -> dict[str, Any]:
        question = custom["question"]
        options = [self._option(question, option) for option in shown.listed(custom["options"])]
        none = self._offer("button", custom["none_title"], _option_payload(question, []))
        return {
            "type": "multiple",
            "title": french(say("web.multiple")),
            "hint": french(say("web.multiple.hint", none=none["title"])),
            "options": options,
            "none": none,
            "others": self._buttons("button", custom.get("others", ())),
            "submit_title": shown.text(custom["submit_title"]),
        }

    def _option(self, question: str, option: dict[str, Any]) -> dict[str, Any]:
        payload = _option_payload(question, [option["value"]])
        is_ticked = bool(option.get("selected"))
        return {**self._offer("option", option["title"], payload), "ticked": is_ticked}

    def _pictures(self, custom: dict[str, Any]) -> dict[str, Any]:
        """A list to tick from, whose options are pictures."""
        most, multiple = shown.whole(custom["most"]), self._multiple(custom)
        for option, given in zip(multiple["options"], custom["options"], strict=False):
            option.update(shown.drawn(given))
        title = french(say("web.pictures"))
        too_many = french(say("web.pictures.too_many", most=most))
        return {
            **multiple,
            "type": "pictures",
            "title": title,
            "most": most,
            "too_many": too_many,
        }

    def _cards(self, custom: dict[str, Any]) -> dict[str, Any]:
        """Jobs, and the words around their facts."""
        labels = {str(name): shown.text(label) for name, label in custom["labels"].items()}
        cards = [self._card(card, labels) for card in shown.listed(custom["cards"])]
        return {"type": "cards", "labels": labels, "cards": cards}

    def _card(self, card: dict[str, Any], labels: dict[str, str]) -> dict[str, Any]:
        buttons = [self._job_button(button, card["title"]) for button in card.get("buttons", ())]
        return {**shown.job(card, labels), "buttons": buttons}

    def _job_button(self, button: dict[str, Any], job: str) -> dict[str, Any]:
        """`titles`: of a button that keeps a job, before and after."""
        offered = self._offer("card", button["title"], button["payload"], job)
        is_keeping = button["payload"].startswith("/keep_job")
        return {**offered, "titles": KEEP_TITLES} if is_keeping else offered

    def _places(self, custom: dict[str, Any]) -> dict[str, Any]:
        """A list of small cards: support offers, companies, services."""
        items = [self._place(item) for item in shown.listed(custom["items"])]
        title, source = shown.optional(custom["title"]), shown.optional(custom["source"])
        return {"type": "places", "title": title, "items": items, "source": source}

    def _place(self, item: dict[str, Any]) -> dict[str, Any]:
        buttons = self._buttons("place", item.get("buttons", ()), item["title"])
        return {**shown.place(item), "buttons": buttons}

    def _sheet(self, custom: dict[str, Any]) -> dict[str, Any]:
        """Its content stays here, behind links."""
        links, sheet = links_and_sheet(custom)
        self.sheets.append(sheet)
        return links

    def _buttons(
        self, kind: str, buttons: Iterable[dict[str, Any]], card: str | None = None
    ) -> list[dict[str, str]]:
        return [self._offer(kind, button["title"], button["payload"], card) for button in buttons]

    def _offer(
        self, kind: str, title: str, payload: str, card: str | None = None
    ) -> dict[str, str]:
        """What is left to the widget: the title and a token. `card` says of which one it was."""
        title = shown.text(title)
        said = f"{shown.text(card)}\u00a0: {title[:1].lower()}{title[1:]}" if card else title
        choice = Choice(secrets.token_urlsafe(16), self.turn, kind, said, str(payload))
        self.choices.append(choice)
        return {"title": title, "choice": choice.token}


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
    """Whether a choice may still be pressed after `last_turn`.

    What is pressed on a place tells of that place alone: it is true at any time.
    """
    if choice.kind == "place":
        return True
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
    return {
        "turn": turn.number,
        "you": turn.you,
        "messages": messages,
        "author": ADVISOR if turn.author else None,
        "proposed": turn.is_proposed,
        "asked": turn.asked,
    }


def _inert(message: dict[str, Any], is_last: bool, has_newest_cards: bool) -> dict[str, Any]:
    """The message without the choices that cannot be pressed any more."""
    if message["type"] == "cards" and not has_newest_cards:
        return {**message, "cards": [{**card, "buttons": []} for card in message["cards"]]}
    if message["type"] == "text" and not is_last:
        return {**message, "buttons": []}
    if message["type"] in ("multiple", "pictures") and not is_last:
        return {**message, "options": [], "none": None, "others": []}
    return message


def has_begun(messages: list[dict[str, Any]]) -> bool:
    """Whether the bot asks its questions: it only does once the person has agreed."""
    return any(message["type"] == "progress" for message in messages)
