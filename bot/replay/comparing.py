"""What a story expects beside what came: differences told in French."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from rapidfuzz import fuzz
from sqlalchemy.engine import Engine

from bot.orientation.catalogue import Catalogue
from bot.replay.in_french import check_in_french, kept_received, lines_in_french
from bot.replay.names import TABLES, names
from bot.replay.record import Difference
from bot.replay.screen import Screen, plain
from bot.replay.story import (
    ALL,
    ANY,
    EXACT,
    PATTERN,
    WITHOUT,
    ButtonsCheck,
    KeptCheck,
    RowsCheck,
    TextCheck,
)
from bot.services.profile import profile_from_slots

NOTHING = "(rien)"
LONGEST_VALUE = 300
LONGEST_SAID = 500


def compare_text(check: TextCheck, screen: Screen) -> Difference | None:
    """None when the bot said what was expected."""
    bubbles = [plain(bubble) for bubble in screen.bubbles]
    wanted, said = [plain(text) for text in check.texts], "\n".join(map(plain, screen.bubbles))
    if _is_said(check.how, wanted, bubbles, said):
        return None
    return Difference(check.place, _expected(check), _nearest(check, screen) or NOTHING)


def _nearest(check: TextCheck, screen: Screen) -> str:
    """All that was said; when that is long, the line that comes nearest to what was expected."""
    if len(screen.text) <= LONGEST_SAID:
        return screen.text
    lines = screen.text.splitlines()
    wanted = plain(check.texts[0])
    near = max(lines, key=lambda line: fuzz.partial_ratio(wanted, plain(line)))
    return f"{len(lines)} lignes, dont la plus proche : {near}"


def _is_said(how: str, wanted: Sequence[str], bubbles: Sequence[str], said: str) -> bool:
    if how == EXACT:
        return wanted[0].strip() in [bubble.strip() for bubble in bubbles]
    if how == PATTERN:
        return re.search(wanted[0], said) is not None
    if how == ANY:
        return any(text in said for text in wanted)
    return (wanted[0] in said) != (how == WITHOUT)


def _expected(check: TextCheck) -> str:
    texts = " ou ".join(f"« {text} »" for text in check.texts)
    lead = {
        EXACT: "une bulle qui dit exactement",
        PATTERN: "des mots qui suivent le motif",
        ANY: "au moins un de ces textes :",
        WITHOUT: "rien qui dise",
    }.get(check.how, "les mots")
    return f"{lead} {texts}"


def compare_buttons(check: ButtonsCheck, screen: Screen) -> Difference | None:
    """None when the buttons and options on screen are as expected."""
    shown = [plain(title) for title in screen.titles]
    wanted = [plain(title) for title in check.titles]
    if check.how == ALL:
        is_right = sorted(shown) == sorted(wanted)
    elif check.how == WITHOUT:
        is_right = not set(wanted) & set(shown)
    else:
        is_right = set(wanted) <= set(shown)
    if is_right:
        return None
    lead = {ALL: "ces boutons et aucun autre", WITHOUT: "aucun bouton"}.get(
        check.how, "les boutons"
    )
    return Difference(check.place, f"{lead} : {_list(check.titles)}", _list(screen.titles))


def _list(titles: Sequence[str]) -> str:
    return ", ".join(f"[{title}]" for title in titles) or NOTHING


def compare_kept(
    check: KeptCheck, slots: Mapping[str, Any], catalogue: Catalogue | None = None
) -> Difference | None:
    """None when the slot or the fact of the profile holds at least what was expected.

    catalogue: for the names of communes and jobs in what is told.
    """
    if check.name in names().facts:
        value = getattr(profile_from_slots(slots), check.name)
    else:
        value = slots.get(check.name)
    if holds(value, check.expected):
        return None
    received = kept_received(check.name, value, catalogue)
    return Difference(check.place, check_in_french(check, catalogue), received)


def holds(value: Any, expected: Any) -> bool:
    """Whether a value has all that is expected of it; single values are compared as text."""
    if expected is None or value is None:
        return value is None and expected in (None, "null")
    if isinstance(expected, Mapping):
        given = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
        return all(holds(given.get(name), one) for name, one in expected.items())
    if isinstance(expected, list):
        is_many = isinstance(value, (list, tuple, set, frozenset))
        return is_many and all(any(holds(item, one) for item in value) for one in expected)
    return plain(_single(value)) == plain(str(expected))


def _single(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def told(value: Any) -> str:
    """A value for people, cut when it is long."""
    if value is None:
        return NOTHING
    plain_value = sorted(value) if isinstance(value, (set, frozenset)) else value
    text = json.dumps(plain_value, ensure_ascii=False, default=str)
    text = text[1:-1] if isinstance(value, str) else text
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def compare_rows(check: RowsCheck, engine: Engine, conversation_id: str) -> Difference | None:
    """None when the conversation has the rows that are expected."""
    rows = conversation_rows(engine, check.table, conversation_id)
    unknown = set(check.fields) - set(rows[0]) if rows else set()
    if unknown:
        received = f"la base de données n’a pas de colonne {', '.join(sorted(unknown))}"
        return Difference(check.place, check_in_french(check), received)
    found = [row for row in rows if _is_meant(check, row)]
    if len(found) == check.count or (check.count is None and found):
        return None
    received = lines_in_french(len(found))
    if len(rows) != len(found):
        received = f"{received}, sur {len(rows)} de cette conversation"
    return Difference(check.place, check_in_french(check), received)


def conversation_rows(engine: Engine, table: str, conversation_id: str) -> list[dict[str, Any]]:
    """The rows of a table of TABLES that belong to a conversation."""
    reflected = sa.Table(table, sa.MetaData(), autoload_with=engine)
    query = sa.select(reflected).where(reflected.c[TABLES[table]] == conversation_id)
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _is_meant(check: RowsCheck, row: Mapping[str, Any]) -> bool:
    fits = all(holds(row[name], wanted) for name, wanted in check.fields.items())
    return fits and (check.words is None or any(check.words in _readable(v) for v in row.values()))


def _readable(value: Any) -> str:
    """A cell as text; Rasa keeps its events as JSON without accents."""
    if isinstance(value, str) and value.startswith("{"):
        value = json.loads(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
