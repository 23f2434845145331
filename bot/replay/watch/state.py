"""What the bot rested on when stories were played: data, offers, stories, model, code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from bot.orientation.catalogue import Catalogue
from bot.orientation.offer import Offer
from bot.replay.json_values import as_plain
from bot.settings import ROOT, Settings
from bot.training import model_path

CODE = ("bot", "actions")
CONTENT = ("data/game", "data/pictures")
LENGTH = 12


@dataclass(frozen=True)
class State:
    """editions: data set -> edition. data, offers, stories, code: hashes of the facts, of the
    offers in use, of the golden stories and of our sources. model: fingerprint of its sources."""

    editions: Mapping[str, str]
    data: str
    offers: str
    stories: str
    model: str
    code: str
    version: str


def state_of(
    settings: Settings, catalogue: Catalogue, offers: Iterable[Offer], stories: Iterable[str]
) -> State:
    """stories: the text of each golden story."""
    return state_with(settings, catalogue, mark_of_facts(catalogue), offers, stories)


def mark_of_facts(catalogue: Catalogue) -> str:
    """Of jobs, hiring and places; the slow part of a state."""
    facts = (catalogue.jobs, catalogue.demand, catalogue.communes, catalogue.basins)
    # Not repr: a set is told in another order by each process.
    return _hash(json.dumps(as_plain(one)) for table in facts for one in table)


def state_with(
    settings: Settings,
    catalogue: Catalogue,
    mark: str,
    offers: Iterable[Offer],
    stories: Iterable[str],
) -> State:
    """mark: that of the catalogue's facts."""
    return State(
        editions={one.name: one.edition for one in catalogue.editions},
        data=mark,
        offers=_hash(sorted(map(repr, offers))),
        stories=_hash(stories),
        model=model_path(settings).name.removeprefix("declic-").removesuffix(".tar.gz"),
        code=_hash(_sources()),
        version=version("declic"),
    )


def _sources() -> Iterator[str]:
    """Our modules and the contents that no training reads, each with its path."""
    files = [path for folder in CODE for path in (ROOT / folder).rglob("*.py")]
    files += [path for folder in CONTENT for path in (ROOT / folder).rglob("*.yml")]
    for path in sorted(files):
        yield f"{path.relative_to(ROOT).as_posix()}\n{path.read_text(encoding='utf-8')}"


def _hash(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:LENGTH]


def state_in_words(before: State, after: State) -> list[str]:
    """What changed of what the bot rests on, most telling first; one line that says so when
    nothing did."""
    lines = [*_data(before, after)]
    if before.offers != after.offers:
        lines.append("Aides : elles ont changé.")
    if before.model != after.model:
        lines.append(f"Modèle : il a changé ({before.model} → {after.model}).")
    if before.code != after.code:
        versions = f"{before.version} → {after.version}"
        told = f" ({versions})" if before.version != after.version else ""
        lines.append(f"Code de Déclic : il a changé{told}.")
    if before.stories != after.stories:
        lines.append("Histoires repères : elles ont changé.")
    return lines or ["Données, aides, modèle et code sont ceux de la référence."]


def _data(before: State, after: State) -> Iterator[str]:
    names = dict.fromkeys((*before.editions, *after.editions))
    changed = [
        f"{name} {before.editions.get(name, 'absent')} → {after.editions.get(name, 'absent')}"
        for name in names
        if before.editions.get(name) != after.editions.get(name)
    ]
    if changed:
        yield f"Données : {', '.join(changed)}."
    elif before.data != after.data:
        yield "Données : mêmes éditions, mais des faits ont changé."
