"""What the person sees after a turn: the messages as the widget gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Message = Mapping[str, Any]
_TYPED = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'", "‘": "'"})


def plain(text: str) -> str:
    """Text as one types it: ordinary spaces and apostrophes."""
    return text.translate(_TYPED)


@dataclass(frozen=True)
class Choice:
    """Something that can be pressed (`is_option` False) or ticked; number: of a picture."""

    title: str
    token: str
    is_option: bool = False
    is_ticked: bool = False
    number: int | None = None


@dataclass(frozen=True)
class Screen:
    """The messages of the last turn. cards: shown earlier, and whose buttons still answer."""

    messages: Sequence[Message] = ()
    cards: Message | None = None

    def then(self, messages: Sequence[Message]) -> Screen:
        """What is seen after the next turn: cards stay until others come."""
        return Screen(messages, self._newest_cards or self.cards)

    @property
    def _newest_cards(self) -> Message | None:
        shown = [message for message in self.messages if _has_buttons(message)]
        return shown[-1] if shown else None

    @property
    def pressable(self) -> list[Choice]:
        """Every button, also those of cards shown earlier while there are no newer ones."""
        none = [self.none] if self.none else []
        older = self.cards if self.cards and not self._newest_cards else None
        return [*self.buttons, *none, *(map(_choice, _buttons(older)) if older else ())]

    @property
    def bubbles(self) -> list[str]:
        """What is read, bubble by bubble; a set of cards is one bubble."""
        return [text for text in map(_bubble, self.messages) if text]

    @property
    def text(self) -> str:
        return "\n".join(self.bubbles)

    @property
    def buttons(self) -> list[Choice]:
        """What one press answers: buttons, also those of cards and below a list."""
        return [_choice(one) for message in self.messages for one in _buttons(message)]

    @property
    def options(self) -> list[Choice]:
        """What can be ticked in the lists on screen."""
        return [
            Choice(one["title"], one["choice"], True, bool(one.get("ticked")), one.get("number"))
            for message in self.messages
            for one in message.get("options", ())
        ]

    @property
    def none(self) -> Choice | None:
        """The button of a list that says none of it; None when there is no list."""
        found = [message["none"] for message in self.messages if message.get("none")]
        return _choice(found[0]) if found else None

    @property
    def titles(self) -> list[str]:
        """All that can be pressed or ticked."""
        none = [self.none] if self.none else []
        return [one.title for one in (*self.buttons, *self.options, *none)]

    @property
    def step(self) -> int | None:
        """How far the progress bar says one is; None when it says nothing."""
        found = [message["step"] for message in self.messages if message["type"] == "progress"]
        return found[-1] if found else None


def named(choices: Sequence[Choice], title: str) -> Choice | None:
    """The choice of this title, else the only one that begins like it."""
    wanted = plain(title).casefold()
    titles = [plain(one.title).casefold() for one in choices]
    if wanted in titles:
        return choices[titles.index(wanted)]
    begun = [one for one, name in zip(choices, titles, strict=True) if name.startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _choice(button: Mapping[str, Any]) -> Choice:
    return Choice(button["title"], button["choice"])


def _buttons(message: Message) -> list[Mapping[str, Any]]:
    cards = (*message.get("cards", ()), *message.get("items", ()))
    of_cards = [button for card in cards for button in card.get("buttons", ())]
    return [*message.get("buttons", ()), *of_cards, *message.get("others", ())]


def _has_buttons(message: Message) -> bool:
    return any(card["buttons"] for card in message.get("cards", ()))


def _bubble(message: Message) -> str:
    """The words of one message; "" when it has none."""
    if message["type"] == "cards":
        return "\n\n".join(map(card_text, message["cards"]))
    if message["type"] == "places":
        lines = [message["title"], *map(_place_text, message["items"])]
        return "\n".join(filter(None, [*lines, message["source"]]))
    if message["type"] == "comparison":
        return "\n".join([message["title"], *message["columns"], *map(_row_text, message["rows"])])
    if message["type"] == "reach":
        return "\n".join([message["title"], *map(_basin_text, message["items"]), message["source"]])
    return str(message.get("text") or message.get("title") or "")


def card_text(card: Mapping[str, Any]) -> str:
    """A job card, line by line."""
    facts = [card[part]["sentence"] for part in ("hiring", "travel", "training")]
    vacancies = [card["vacancies"]["sentence"]] if card["vacancies"] else []
    lines = [("✨ " if card["is_declic"] else "") + card["title"], card["summary"]]
    lines += [f"+ {reason}" for reason in card["reasons"]]
    lines += [f"! {caution}" for caution in card["cautions"]]
    return "\n".join([*lines, *facts, *vacancies, *card["travel"]["changes"], card["first_step"]])


def _row_text(row: Mapping[str, Any]) -> str:
    return "\n".join([row["title"], *row["cells"]])


def _basin_text(basin: Mapping[str, Any]) -> str:
    lines = (line for part in basin["first"] for line in part["lines"])
    return "\n".join([basin["title"], *lines])


def _place_text(place: Mapping[str, Any]) -> str:
    state, phone = place.get("state_title"), place.get("phone")
    called = phone["title"] if phone else None
    return "\n".join(
        filter(None, [place["title"], state, *place["lines"], called, place["notice"]])
    )
