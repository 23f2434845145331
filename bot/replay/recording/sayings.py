"""What somebody pressed, ticked or typed, as a story writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.replay.names import ERASE, MENU
from bot.replay.recording.heard import Heard
from bot.replay.screen import Screen, named, plain
from bot.replay.story import Menu, Pick, Press, Say, Saying, Tick
from bot.web.requests import COMMANDS


def saying_of(heard: Heard, screen: Screen) -> Saying | None:
    """`screen`: as it was before. None: it was made by the server, and no person can say it."""
    if heard.is_erasure:
        return Menu(ERASE)
    said = heard.said or ""
    if heard.payload is None:
        return Say(said)
    return _ticked(said, screen) or _pressed(said, screen) or _of_the_menu(said, heard.payload)


def _of_the_menu(said: str, payload: str) -> Menu | None:
    for command, (title, wanted) in COMMANDS.items():
        if command in MENU.values() and (title, wanted) == (said, payload):
            return Menu(command)
    return None


def _ticked(said: str, screen: Screen) -> Tick | Pick | None:
    """Titles of a list, as they are told: joined by commas, in their order."""
    if screen.none and said == screen.none.title:
        return Tick()
    titles = [option.title for option in screen.options]
    chosen = _among(said, titles)
    if not chosen:
        return None
    numbers = [option.number for option in screen.options if option.title in chosen]
    if all(number is not None for number in numbers):
        return Pick(tuple(number for number in numbers if number is not None))
    return Tick(tuple(chosen))


def _among(said: str, titles: Sequence[str]) -> list[str] | None:
    """Which titles make this text; None when they do not."""
    if not said:
        return []
    for place, title in enumerate(titles):
        if said == title:
            return [title]
        if said.startswith(f"{title}, "):
            rest = _among(said[len(title) + 2 :], [*titles[:place], *titles[place + 1 :]])
            if rest is not None:
                return [title, *rest]
    return None


def _pressed(said: str, screen: Screen) -> Press | None:
    """The button, by its title when it is the one that this title means, else by its place."""
    told = list(_told(screen))
    wanted = plain(said)
    place = next((place for place, one in enumerate(told) if plain(one) == wanted), None)
    buttons = screen.pressable
    if place is None:
        # A replay tells the title alone, without the card that it stands on.
        first = named(buttons, said)
        return Press(first.title) if first and plain(first.title) == wanted else None
    choice = buttons[place]
    return Press(choice.title if named(buttons, choice.title) is choice else place + 1)


def _told(screen: Screen) -> Iterator[str]:
    """What one says by pressing each of `screen.pressable`, in its order."""
    newest = [m for m in screen.messages if any(c["buttons"] for c in m.get("cards", ()))]
    for message in screen.messages:
        yield from _of_message(message)
    if screen.none:
        yield screen.none.title
    if screen.cards and not newest:
        yield from _of_message(screen.cards)


def _of_message(message: Mapping[str, Any]) -> Iterator[str]:
    yield from _titles(message.get("buttons", ()))
    for card in (*message.get("cards", ()), *message.get("items", ())):
        for title in _titles(card.get("buttons", ())):
            yield f"{card['title']}\u00a0: {title[:1].lower()}{title[1:]}"
    yield from _titles(message.get("others", ()))


def _titles(buttons: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield from (button["title"] for button in buttons)
