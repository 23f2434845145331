"""Who wrote a story that is kept here, and for whom: people of another organisation are not named.

The file of a story has a name only; the organisation of whoever kept it in the browser stands
beside the files. A story that came otherwise has none known, and its author is named to nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from bot.adapters.whole_files import write_whole

ORGANISATIONS = ".organisations.json"
UNKNOWN = "un autre organisme"
_AUTHOR = re.compile(r"^[\"']?auteur[\"']?[ \t]*:.*(?:\n[ \t]+\S.*)*", re.MULTILINE)
"""The head's line, with those that go on with it."""


def organisations(folder: Path) -> Mapping[str, str]:
    """Path of a story without ".yml" -> name of the organisation; empty when nothing is noted."""
    try:
        found = json.loads((folder / ORGANISATIONS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def note_organisation(folder: Path, name: str, organisation: str | None) -> None:
    """None: the story is gone, or nobody knows. Whoever calls holds the folder alone."""
    noted = {**organisations(folder), name: organisation}
    left = {name: one for name, one in sorted(noted.items()) if one}
    write_whole(folder / ORGANISATIONS, json.dumps(left, ensure_ascii=False, indent=1))


def without_author(text: str, shown: str) -> str:
    """The file of a story with other words in the place of its author's name."""
    line = f"auteur: {json.dumps(shown, ensure_ascii=False)}"
    return _AUTHOR.sub(lambda _: line, text, count=1)


def with_author_again(text: str, shown: str, original: str) -> str:
    """A text that was edited without its author's name; who typed another name means it."""
    found, own = _AUTHOR.search(text), _AUTHOR.search(original)
    if found is None or own is None or _value(found[0]) != shown:
        return text
    return text[: found.start()] + own[0] + text[found.end() :]


def has_same_author(text: str, other: str) -> bool:
    found, own = _AUTHOR.search(text), _AUTHOR.search(other)
    return found is not None and own is not None and _value(found[0]) == _value(own[0])


def _value(line: str) -> str:
    return line.partition(":")[2].strip().strip("\"'")
