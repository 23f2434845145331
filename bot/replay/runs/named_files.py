"""Things that testers keep under a name: the name as that of a file, which leads nowhere else."""

from __future__ import annotations

import re

from bot.adapters.file_names import file_name
from bot.replay.runs.facts import WrongData

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(name: str) -> str:
    """ "Avant l’import" gives "avant-l-import". Raises WrongData: nothing is left of the name."""
    slug = file_name(name)
    if not slug:
        raise WrongData("Donnez un nom, avec des lettres ou des chiffres.")
    return slug
