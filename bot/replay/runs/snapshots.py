"""Copies of this installation's facts, kept under a name: what was true before an import can be
played again after it.
"""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.file_names import LONGEST
from bot.checks import make_private
from bot.replay.json_values import as_plain, made
from bot.replay.runs.facts import WrongData
from bot.replay.runs.named_files import SLUG, slug_of
from bot.settings import Settings

MOST = 20


@dataclass(frozen=True)
class Snapshot:
    """slug: its name as a file name. folder: where its files are."""

    slug: str
    name: str
    day: datetime.date
    folder: Path

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.folder / 'declic.db'}"

    @property
    def offers(self) -> Path:
        return self.folder / "offers"


class Snapshots:
    """The copies of a folder, each in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, settings: Settings) -> Snapshots:
        return cls(settings.var / "bench" / "data")

    def all(self) -> tuple[Snapshot, ...]:
        """By name."""
        found = (self._read(path.parent) for path in self._folder.glob("*/about.json"))
        return tuple(sorted((one for one in found if one), key=lambda one: one.name))

    def find(self, slug: str) -> Snapshot:
        """Raises WrongData; no name leads out of the folder."""
        found = self._read(self._folder / slug) if SLUG.fullmatch(slug) else None
        if found is None:
            raise WrongData(f"La copie « {slug} » n’est plus là. Choisissez d’autres données.")
        return found

    def free_slug(self, name: str) -> str:
        """Its folder's name. Raises WrongData: no name, or taken, or too many copies."""
        slug = slug_of(name)
        if (self._folder / slug).exists():
            raise WrongData(f"« {name} » existe déjà. Choisissez un autre nom.")
        if len(self.all()) >= MOST:
            raise WrongData(f"Il y a déjà {MOST} copies. Effacez-en une d’abord.")
        return slug

    def keep(self, name: str, day: datetime.date, settings: Settings) -> Snapshot:
        """A copy of what this installation uses now. Raises WrongData, SQLAlchemyError."""
        # Here, since data.py plays over these copies too.
        from bot.replay.runs.data import prepare_data
        from bot.replay.runs.spec import HERE, DataChoice

        slug = self.free_slug(name)
        make_private(self._folder)
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".making-") as making:
            folder = Path(making) / slug
            prepare_data(DataChoice(HERE), settings, folder)
            kept = Snapshot(slug, name.strip()[:LONGEST], day, self._folder / slug)
            (folder / "about.json").write_text(json.dumps(as_plain(kept)), encoding="utf-8")
            folder.rename(self._folder / slug)
        return kept

    def forget(self, slug: str) -> None:
        """Raises WrongData."""
        shutil.rmtree(self.find(slug).folder)

    def _read(self, folder: Path) -> Snapshot | None:
        try:
            plain = json.loads((folder / "about.json").read_text(encoding="utf-8"))
            kept: Snapshot = made(Snapshot, {**plain, "folder": str(folder)})
        except (OSError, ValueError):
            return None
        return kept
