"""Two years of communes, told to the person in charge of a territory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bot.adapters.official_files.place_differences import PlaceDifference
from bot.commands.data_compare_words import (
    NOTHING,
    line,
    list_document,
    list_rows,
    list_sections,
    named,
    section,
)

HEADER = ["changement", "code_avant", "nom_avant", "code_maintenant", "nom_maintenant"]


@dataclass(frozen=True)
class PlaceReport:
    """A difference between two lists of communes, for people, a spreadsheet, a program."""

    difference: PlaceDifference

    def text(self, limit: int) -> str:
        d = self.difference
        moves = [
            f"{named(one.commune)} : de {one.before.name} à {one.now.name}"
            for one in d.basin_moves or ()
        ]
        lines = [
            *list_sections(d.communes, "Communes", limit),
            *section("Communes passées à un autre bassin d'emploi", moves, limit),
        ]
        unknown = "Les bassins d'emploi de ces deux éditions ne sont pas connus."
        note = ["", line(unknown)] if d.basin_moves is None else []
        title = line(f"Communes ({d.data_set}) : ce qui change de {d.before} à {d.now}")
        return "\n".join([title, *(lines or ["", NOTHING]), *note])

    def rows(self) -> Iterator[list[str]]:
        yield from list_rows(self.difference.communes)
        for one in self.difference.basin_moves or ():
            what = f"bassin d'emploi de {named(one.commune)}"
            yield [what, one.before.code, one.before.name, one.now.code, one.now.name]

    def document(self) -> dict[str, Any]:
        return {**asdict(self.difference), "communes": list_document(self.difference.communes)}
