"""Communes in what people typed, and the commune that stands for each: the largest of its basin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.orientation.catalogue import Catalogue
from bot.orientation.place_words import LOCATING
from bot.orientation.places import PlaceIndex
from bot.orientation.territory import Commune
from bot.orientation.wording import fold

_WORD = re.compile(r"[^\W_]+")
_BEFORE = LOCATING | {"de", "commune", "ville", "village", "depuis"}
SHORT_ANSWER_WORDS = 4


@dataclass(frozen=True)
class Mention:
    """Where a text names a commune, and the one that may be named instead."""

    start: int
    end: int
    commune: Commune
    instead: Commune


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    plain: str
    has_capital: bool


class Communes:
    """The communes of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def instead_of(self, insee_code: str | None) -> Commune | None:
        """The most populated commune of the same basin; None: the commune is not known."""
        commune = self.catalogue.commune_by_code.get(insee_code or "")
        return self._largest[commune.basin_code] if commune else None

    def named(self, name: str) -> Commune | None:
        """The commune that a person means by this name alone; None: none, or several."""
        answer = self._index.find(name)
        return answer.communes[0] if answer.status == "found" else None

    def read(self, text: str) -> str | None:
        """The INSEE code of the commune that a text names, misspelt or not."""
        found = self.named(text)
        return found.insee_code if found else None

    def postcode_instead(self, postcode: str, home: str | None) -> str:
        """The postcode of the commune that stands for those of this one; unknown: as it is."""
        there = self._at_postcode.get(postcode, [])
        if not there:
            return postcode
        own = next((one for one in there if one.insee_code == home), there[0])
        instead = self._largest[own.basin_code]
        return postcode if instead in there else instead.postcodes[0]

    def mentions(self, text: str, question: str | None, home: str | None) -> list[Mention]:
        """Where communes are named, in order. A name that is an everyday word too counts with a
        capital, after a word of place, or as a short answer to the question on the commune."""
        words = [_word(found) for found in _WORD.finditer(text)]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            size, commune = self._at(words, at, text, question, home)
            if commune is None:
                at += 1
                continue
            start, end = words[at].start, words[at + size - 1].end
            # A city that is told by its parts (Lyon) stands for itself: nobody lives in all of it.
            is_divided = commune.population is None
            instead = commune if is_divided else self._largest[commune.basin_code]
            found.append(Mention(start, end, commune, instead))
            at += size
        return found

    def _at(
        self, words: Sequence[_Word], at: int, text: str, question: str | None, home: str | None
    ) -> tuple[int, Commune | None]:
        for name in self._names.get(words[at].plain, ()):
            said = tuple(word.plain for word in words[at : at + len(name)])
            if said != name:
                continue
            commune = self._nearest(name, home)
            if self._is_meant(words, at, len(name), text, question, commune.insee_code == home):
                return len(name), commune
        return 1, None

    def _is_meant(
        self, words: Sequence[_Word], at: int, size: int, text: str, question: str | None, own: bool
    ) -> bool:
        if size > 1 or own or words[at].has_capital:
            return True
        if at and words[at - 1].plain in _BEFORE:
            return True
        return question == "commune" and len(words) <= SHORT_ANSWER_WORDS

    def _nearest(self, name: tuple[str, ...], home: str | None) -> Commune:
        same = self._by_name[name]
        own = [one for one in same if one.insee_code == home]
        return (own or sorted(same, key=_people, reverse=True))[0]

    @cached_property
    def _index(self) -> PlaceIndex:
        return PlaceIndex(self.catalogue)

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], list[Commune]]:
        found: dict[tuple[str, ...], list[Commune]] = {}
        for commune in self.catalogue.communes:
            name = tuple(_spelled(word) for word in _WORD.findall(commune.name))
            if name:
                found.setdefault(name, []).append(commune)
        return found

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, ...]]]:
        """By first word, the longest names first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(self._by_name, key=len, reverse=True):
            found.setdefault(name[0], []).append(name)
        return found

    @cached_property
    def _largest(self) -> dict[str, Commune]:
        found: dict[str, Commune] = {}
        for commune in sorted(self.catalogue.communes, key=_people):
            found[commune.basin_code] = commune
        return found

    @cached_property
    def _at_postcode(self) -> dict[str, list[Commune]]:
        found: dict[str, list[Commune]] = {}
        for commune in sorted(self.catalogue.communes, key=_people, reverse=True):
            for postcode in commune.postcodes:
                found.setdefault(postcode, []).append(commune)
        return found


def _word(found: re.Match[str]) -> _Word:
    return _Word(found.start(), found.end(), _spelled(found[0]), found[0][0].isupper())


def _spelled(word: str) -> str:
    plain = fold(word)
    return {"st": "saint", "ste": "sainte"}.get(plain, plain)


def _people(commune: Commune) -> int:
    return commune.population or 0
