"""A walk that found something, as a story ready to be played again and kept."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from ruamel.yaml import YAML

from bot.replay.names import MENU
from bot.replay.record import StoryRecord
from bot.replay.story import CANDIDATE, Menu, Pick, Press, Say, Saying, Tick
from bot.replay.transcript import LONGEST_LINE
from bot.replay.walks.walk import Walked

HEAD = """# Trouvé par une personne inventée ou par une attaque, et réduit au plus court.
# Une fois le défaut corrigé, gardez cette histoire avec un titre qui dit ce qu'elle protège.
"""


def as_story(walked: Walked) -> str:
    """The story of a walk that found something."""
    return story_text(walked.record, walked.shortest)


def story_text(record: StoryRecord, sayings: Sequence[Saying]) -> str:
    """What was said, as a story; `toujours: oui` has what must always hold checked again."""
    found = record.differences[0]
    content = {
        "histoire": f"{record.title} : {found.expected}",
        "auteur": record.author,
        "date": record.day,
        "graine": record.seed,
        "toujours": "oui",
        "étapes": _steps(sayings),
    }
    yaml = YAML()
    yaml.width = LONGEST_LINE  # type: ignore[assignment]
    out = io.StringIO()
    yaml.dump(content, out)
    return HEAD + out.getvalue()


def _steps(sayings: Sequence[Saying]) -> list[dict[str, Any]]:
    return [{CANDIDATE: written(saying)} for saying in sayings]


def written(saying: Saying) -> Any:
    """A saying as a story writes it."""
    if isinstance(saying, Say):
        return saying.text
    if isinstance(saying, Press):
        return {"bouton": saying.title}
    if isinstance(saying, Tick):
        return {"cocher": saying.word or list(saying.titles)}
    if isinstance(saying, Pick):
        return {"images": list(saying.numbers)}
    assert isinstance(saying, Menu)
    return {"menu": next(name for name, command in MENU.items() if command == saying.command)}
