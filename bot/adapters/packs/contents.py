"""What a pack holds, read by the readers that read the same files elsewhere; all its faults."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters import catalogue_files, game_files, offer_files, picture_files, protocol_files
from bot.adapters.catalogue_files import NOTHING_ELSE, CataloguePart
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.packs import file_names as names
from bot.adapters.packs.about import About
from bot.adapters.packs.catalogue_checks import part_faults
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.source import lay_out
from bot.adapters.packs.text_checks import text_faults
from bot.adapters.yaml_records import BrokenContent, Problem
from bot.orientation.catalogue import Catalogue
from bot.orientation.game import Story
from bot.orientation.offer import Offer
from bot.orientation.pictures import Deck

StoryCheck = Callable[[Path], Sequence[Problem]]
"""What is wrong in the stories of a folder; the replay knows, and is not asked from here."""
ABOUT_ONLY = frozenset({names.ABOUT, names.SOURCES})
MOST_REASONS = 200


@dataclass(frozen=True)
class PackOffer:
    """A support offer of a pack, and its file."""

    offer: Offer
    content: str


@dataclass(frozen=True)
class PackContents:
    """All that a pack brings. deck, game: None: it has none. stories, protocols: file -> text."""

    about: About
    part: CataloguePart = field(default_factory=lambda: CataloguePart(NOTHING_ELSE, {}))
    offers: Mapping[str, PackOffer] = field(default_factory=dict)
    deck: Deck | None = None
    game: Story | None = None
    stories: Mapping[str, str] = field(default_factory=dict)
    protocols: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Around:
    """What a pack is read beside. bundled: the catalogue of the project. offer_ids: the support
    offers that there are."""

    bundled: Catalogue
    offer_ids: Collection[str]
    story_check: StoryCheck

    @classmethod
    def of_folders(cls, catalogue: Path, offers: Path, story_check: StoryCheck) -> Around:
        """Where there is no database: the project's own files."""
        offer_ids = frozenset(path.stem for path in offers.glob("*.yml"))
        return cls(catalogue_files.read(catalogue), offer_ids, story_check)


def read_contents(about: About, files: Mapping[str, bytes], around: Around) -> PackContents:
    """All that the files hold. RefusedPack with every fault."""
    if not set(files) - ABOUT_ONLY:
        raise RefusedPack("Cette mallette est vide. Ajoutez ce qu’elle doit partager.")
    with tempfile.TemporaryDirectory(prefix="declic-pack-") as place:
        folder = Path(place).resolve()
        lay_out(files, folder)
        reader = _Reader(about, files, folder, around)
        contents = reader.read()
    if reader.faults:
        raise RefusedPack(fault.replace(f"{folder}/", "") for fault in reader.faults[:MOST_REASONS])
    return contents


@dataclass
class _Reader:
    about: About
    files: Mapping[str, bytes]
    folder: Path
    around: Around
    faults: list[str] = field(default_factory=list)

    def read(self) -> PackContents:
        self.faults += text_faults(self.files)
        return PackContents(
            about=self.about,
            part=self._part(),
            offers=self._offers(),
            deck=self._deck(),
            game=self._game(),
            stories=self._stories(),
            protocols=self._protocols(),
        )

    def _part(self) -> CataloguePart:
        try:
            part = catalogue_files.read_part(self.folder / names.CATALOGUE, self.around.bundled)
        except BrokenCatalogue as error:
            self.faults.append(str(error))
            return CataloguePart(NOTHING_ELSE, {})
        self.faults += part_faults(part, self.about.region)
        return part

    def _offers(self) -> dict[str, PackOffer]:
        found = dict(self._read_offers())
        known = {*self.around.offer_ids, *found}
        for offer_id, one in found.items():
            for other in one.offer.replaced_by:
                if other not in known:
                    reason = f"« {other} » n’a pas de fiche ; ajoutez offers/{other}.yml"
                    self.faults.append(f"offers/{offer_id}.yml, replaced_by : {reason}")
        return found

    def _read_offers(self) -> Iterator[tuple[str, PackOffer]]:
        for name in self._in(names.OFFERS):
            offer, problems = offer_files.read_one(Path(name), self.files[name])
            self._note(problems)
            if offer is not None:
                yield offer.offer_id, PackOffer(offer, self.files[name].decode())

    def _deck(self) -> Deck | None:
        held = self._in(names.PICTURES)
        if not held:
            return None
        deck, problems = picture_files.read_all(self.folder / names.PICTURES)
        self._note(problems)
        used = {"deck.yml", *(picture.file for picture in deck.pictures)} if deck else set()
        for name in held:
            if deck and name.partition("/")[2] not in used:
                self.faults.append(f"{name} : aucune image ne s’en sert. Retirez-la.")
        return deck

    def _game(self) -> Story | None:
        held = self._in(names.GAME)
        if not held:
            return None
        if len(held) > 1:
            self.faults.append("game/ : une seule histoire de jeu par mallette. Gardez-en une.")
        found = game_files.read_all(self.folder / held[0])
        self._note(found.problems)
        return found.story

    def _stories(self) -> dict[str, str]:
        if self._in(names.STORIES):
            self._note(self.around.story_check(self.folder / names.STORIES))
        return self._texts(names.STORIES)

    def _protocols(self) -> dict[str, str]:
        for name in self._in(names.PROTOCOLS):
            try:
                protocol_files.read_bytes(Path(name), self.files[name])
            except BrokenContent as error:
                self._note(error.problems)
        return self._texts(names.PROTOCOLS)

    def _texts(self, kind: str) -> dict[str, str]:
        held = self._in(kind)
        return {name: self.files[name].decode(errors="replace") for name in held}

    def _in(self, kind: str) -> list[str]:
        return sorted(name for name in self.files if name.startswith(f"{kind}/"))

    def _note(self, problems: Sequence[Problem]) -> None:
        self.faults += map(str, problems)
