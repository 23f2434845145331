"""A JSON file given to a command, such as the profile of a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.commands.catalogue_choice import Unusable


def read_json(path: Path) -> Any:
    """What the file holds. Raises Unusable, which says what to do."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unusable(f"{path} : lecture impossible ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise Unusable(f"{path} : enregistrez ce fichier en UTF-8.") from error
    except json.JSONDecodeError as error:
        place = f"ligne {error.lineno}, colonne {error.colno}"
        raise Unusable(f"{path} : ce n'est pas du JSON ({place}).") from error
