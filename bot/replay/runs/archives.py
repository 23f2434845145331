"""The trained models of an installation: which there are, and which of them may play a run."""

from __future__ import annotations

import datetime
import json
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.orientation.labels import others
from bot.replay.runs.facts import WrongData
from bot.settings import ROOT, Settings
from bot.training import model_path

METADATA = "metadata.json"
MOST_METADATA_BYTES = 5_000_000
MOST_NAMED = 3
PARTS = {
    "slots": "la case",
    "intents": "l’intention",
    "entities": "le repère",
    "forms": "le formulaire",
    "actions": "l’action",
    "responses": "le texte",
}
"""What the code of today counts on, and its name for a tester."""


@dataclass(frozen=True)
class Archive:
    """A model of the models folder. fingerprint: of its sources, from its name; "": it has none.
    trained_at: UTC. refusal: why it may not play; None: it may. is_current: it matches the
    sources."""

    name: str
    fingerprint: str
    trained_at: datetime.datetime | None
    refusal: str | None
    is_current: bool


def archives(settings: Settings) -> tuple[Archive, ...]:
    """All of them, the newest first."""
    current = model_path(settings).name
    found = [
        _archive(path, path.stat().st_mtime_ns, current)
        for path in settings.models.glob("*.tar.gz")
    ]
    first = datetime.datetime.min
    return tuple(sorted(found, key=lambda one: one.trained_at or first, reverse=True))


def chosen_model(settings: Settings, name: str | None) -> Path:
    """The archive of this name; None: that of the sources. Raises WrongData with the reason why it
    may not play."""
    path = model_path(settings)
    if name is None or name == path.name:
        if not path.exists():
            raise WrongData("Aucun modèle entraîné ne correspond aux sources. Lancez : make train")
        return path
    found = next((one for one in archives(settings) if one.name == name), None)
    if found is None:
        raise WrongData(f"Le modèle « {name} » n’est plus là. Choisissez-en un autre.")
    if found.refusal:
        raise WrongData(f"{name} : {found.refusal}")
    return settings.models / name


def _archive(path: Path, _stamp: int, current: str) -> Archive:
    told = _metadata(path, _stamp)
    fingerprint = path.name.removesuffix(".tar.gz").rpartition("-")[2]
    if told is None:
        reason = "ce fichier n’est pas un modèle de Rasa que l’on peut lire."
        return Archive(path.name, fingerprint, None, reason, False)
    trained_at = datetime.datetime.fromisoformat(told["trained_at"])
    is_current = path.name == current
    refusal = None if is_current else _refusal(told)
    return Archive(path.name, fingerprint, trained_at, refusal, is_current)


@lru_cache(maxsize=32)
def _metadata(path: Path, _stamp: int) -> Mapping[str, Any] | None:
    """None: it cannot be read, or is no model."""
    try:
        with tarfile.open(path) as archive:
            member = archive.extractfile(METADATA)
            if member is None:
                return None
            told = json.loads(member.read(MOST_METADATA_BYTES))
        datetime.datetime.fromisoformat(told["trained_at"])
        return told if isinstance(told["domain"], dict) else None
    except (OSError, EOFError, tarfile.TarError, KeyError, TypeError, ValueError):
        return None


def _refusal(told: Mapping[str, Any]) -> str | None:
    made_with = told.get("rasa_open_source_version")
    if made_with != version("rasa"):
        return f"il vient de Rasa {made_with}, et cette installation a Rasa {version('rasa')}."
    missing = list(_missing(told["domain"]))
    if not missing:
        return None
    named = ", ".join(missing[:MOST_NAMED])
    more = f" et {others(rest)}" if (rest := len(missing) - MOST_NAMED) > 0 else ""
    return f"il vient d’une autre version de Déclic. Il ne connaît pas {named}{more}."


def _missing(of_archive: Mapping[str, Any]) -> Iterator[str]:
    """What the domain of today has and the archive has not."""
    domain = _domain((ROOT / "domain.yml").stat().st_mtime_ns)
    for part, word in PARTS.items():
        has = _names(of_archive.get(part) or ())
        yield from (f"{word} {name}" for name in _names(domain.get(part) or ()) if name not in has)


@lru_cache(maxsize=1)
def _domain(_stamp: int) -> Mapping[str, Any]:
    text = (ROOT / "domain.yml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = YAML(typ="safe", pure=False).load(text)
    return read


def _names(part: Any) -> dict[str, None]:
    """Entries are names, or mappings of one name to its settings."""
    return dict.fromkeys(
        str(next(iter(one))) if isinstance(one, dict) else str(one) for one in part
    )
