"""What the bot shows beside text, as lines of a terminal: cards, offers, tables, basins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Shown = Mapping[str, Any]


def as_text(custom: Shown) -> str:
    """The message in lines; "" when it has nothing to read."""
    lines = LINES.get(custom.get("type", ""), _nothing)(custom)
    return "\n".join(line for line in lines if line)


def card_as_text(card: Shown) -> str:
    """A job card as a few lines of text; one of the list before is only named."""
    star = "✨ Votre déclic : " if card["is_declic"] else "• "
    if card.get("is_known"):
        return f"{star}{card['title']}"
    lines = [f"\n{star}{card['title']}", f"  {card['summary']}"]
    lines += [f"  + {reason}" for reason in card["reasons"]]
    lines += [f"  ! {caution}" for caution in card["cautions"]]
    lines += [f"  {card[part]['sentence']}" for part in ("hiring", "travel", "training")]
    lines += [f"  {change}" for change in card["travel"]["changes"]]
    return "\n".join([*lines, f"  → {card['first_step']}"])


def _places(custom: Shown) -> Iterator[str]:
    yield custom["title"] or ""
    for item in custom["items"]:
        state, phone = item.get("state_title"), item.get("phone")
        yield f"\n• {item['title']}" + (f" ({state})" if state else "")
        yield from (f"  {line}" for line in item["lines"])
        yield f"  {phone['title']}" if phone else ""
        yield f"  {item['url']}" if item["url"] else ""
    yield custom["source"] or ""


def _comparison(custom: Shown) -> Iterator[str]:
    """Row by row: a terminal is too narrow for sentences side by side."""
    yield f"\n{custom['title']}"
    for row in custom["rows"]:
        yield f"\n{row['title']}"
        for column, cell in zip(custom["columns"], row["cells"], strict=True):
            yield f"  {column} : {' '.join(cell.split())}"


def _reach(custom: Shown) -> Iterator[str]:
    yield f"\n{custom['title']}"
    for basin in custom["basins"]:
        minutes = basin["minutes"]
        far = f"environ {minutes} minutes {basin['mode']}" if minutes else "hors de portée"
        figure = basin["projects"]
        hiring = "" if figure is None else f", {figure} embauches prévues"
        yield f"  {basin['name']} : {far}{hiring}"
    yield f"  {custom['source']}"


def _cards(custom: Shown) -> Iterator[str]:
    return (card_as_text(card) for card in custom["cards"])


def _nothing(custom: Shown) -> Iterable[str]:
    return ()


LINES = {"cards": _cards, "places": _places, "comparison": _comparison, "reach": _reach}


def buttons_of(custom: Shown) -> Iterator[tuple[str, str]]:
    """Title, with the name of the card, and payload of each button of cards and offers."""
    for card in (*custom.get("cards", ()), *custom.get("items", ())):
        for one in card.get("buttons", ()):
            yield f"{one['title']} ({card['title']})", one["payload"]
