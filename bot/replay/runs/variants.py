"""Variants: facts broken on purpose, kept under a name, to be played over any data."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.adapters.file_names import LONGEST
from bot.adapters.whole_files import alone, write_whole
from bot.checks import make_private
from bot.replay.json_values import as_plain, made
from bot.replay.runs.facts import WrongData
from bot.replay.runs.named_files import SLUG, slug_of
from bot.replay.runs.spec import Fact, FactChange
from bot.settings import Settings

MOST, MOST_CHANGES = 100, 50


@dataclass(frozen=True)
class Variant:
    """slug: its name as that of a file."""

    slug: str
    name: str
    day: datetime.date
    changes: tuple[FactChange, ...] = ()

    def with_change(self, change: FactChange) -> Variant:
        """In the place of the change of the same fact, if there is one. Raises WrongData."""
        others = self.without(change.fact).changes
        if len(others) >= MOST_CHANGES:
            raise WrongData(f"Une variante a {MOST_CHANGES} changements au plus.")
        return replace(self, changes=(*others, change))

    def without(self, fact: Fact) -> Variant:
        """Without the change of this fact, wherever it stands; the same when none changes it."""
        return replace(self, changes=tuple(one for one in self.changes if one.fact != fact))


class Variants:
    """The variants of a folder, a file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, settings: Settings) -> Variants:
        return cls(settings.var / "bench" / "variants")

    def all(self) -> tuple[Variant, ...]:
        """By name."""
        found = (self._read(path) for path in self._folder.glob("*.json"))
        return tuple(sorted((one for one in found if one), key=lambda one: one.name))

    def find(self, slug: str) -> Variant:
        """Raises WrongData; no name leads out of the folder."""
        found = self._read(self._path(slug)) if SLUG.fullmatch(slug) else None
        if found is None:
            raise WrongData(f"La variante « {slug} » n’est plus là. Choisissez-en une autre.")
        return found

    def make(self, name: str, day: datetime.date) -> Variant:
        """An empty one. Raises WrongData: no name, taken, or too many."""
        slug = slug_of(name)
        make_private(self._folder)
        with alone(self._folder):
            if self._path(slug).exists():
                raise WrongData(f"« {name} » existe déjà. Choisissez un autre nom.")
            if len(self.all()) >= MOST:
                raise WrongData(f"Il y a déjà {MOST} variantes. Effacez-en une d’abord.")
            return self._written(Variant(slug, name.strip()[:LONGEST], day))

    def change(self, slug: str, changed: Callable[[Variant], Variant]) -> Variant:
        """Keeps what `changed` makes of the variant as it is now, so that nobody's change is lost.
        Raises WrongData."""
        self.find(slug)
        with alone(self._folder):
            return self._written(changed(self.find(slug)))

    def forget(self, slug: str) -> None:
        """Raises WrongData."""
        self.find(slug)
        with alone(self._folder):
            self._path(slug).unlink(missing_ok=True)

    def _written(self, variant: Variant) -> Variant:
        write_whole(self._path(variant.slug), json.dumps(as_plain(variant), ensure_ascii=False))
        return variant

    def _path(self, slug: str) -> Path:
        return self._folder / f"{slug}.json"

    def _read(self, path: Path) -> Variant | None:
        try:
            variant: Variant = made(Variant, json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return None
        return variant
