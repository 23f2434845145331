"""Free text -> communes of the catalogue: names as typed, postcodes, arrondissements, homonyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.orientation.catalogue import Catalogue
from bot.orientation.place_text import (
    departments_in,
    is_department,
    names_a_place_elsewhere,
    part_of_lyon,
    postcodes,
    spelled,
    with_lyon_number,
    without_leading,
)
from bot.orientation.place_words import (
    ARTICLES,
    EVERYDAY,
    LEADING,
    LOCATING,
    NEVER_A_PLACE_ALONE,
)
from bot.orientation.stems import sound
from bot.orientation.territory import Commune

MAX_ASKED_BACK = 5
LONGEST_NAME = 8
# What is read of a message: a place is told in less.
MOST_WORDS = 60
# A misspelt name must be this like the real one (edit ratio, 0-100), short names more so.
LIKE_A_NAME, LIKE_A_SHORT_NAME, SHORT_NAME = 82.0, 88.0, 5
SAME_SOUND_BONUS, OTHER_FIRST_LETTER = 6.0, 8.0
CLOSE_RIVAL = 5.0
# "Villefranche" is Villefranche-sur-Saône: the others are so many times smaller.
DOMINANT = 10

Spelled = tuple[str, ...]


@dataclass(frozen=True)
class PlaceAnswer:
    """status: "found" (one commune), "several" (ask which, biggest first), "outside" (a place that
    the catalogue does not cover), "unknown" (no place was read; communes is empty)."""

    status: str
    communes: tuple[Commune, ...] = ()


UNKNOWN = PlaceAnswer("unknown")
OUTSIDE = PlaceAnswer("outside")


@dataclass(frozen=True)
class Named:
    """A stretch of the text that names communes, and where it begins."""

    start: int
    length: int
    communes: tuple[Commune, ...]


class PlaceIndex:
    """The communes of a catalogue by name, first words, sound and postcode; built once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_name: dict[Spelled, list[Commune]] = defaultdict(list)
        self._by_beginning: dict[Spelled, list[Commune]] = defaultdict(list)
        self._by_postcode: dict[str, list[Commune]] = defaultdict(list)
        self._by_last_word: dict[str, list[Commune]] = defaultdict(list)
        self._by_code = catalogue.commune_by_code
        self._departments = {commune.department for commune in catalogue.communes}
        for commune in catalogue.communes:
            self._learn(commune)
        beginnings = {n: c for n, c in self._by_beginning.items() if len(" ".join(n)) > SHORT_NAME}
        self._by_any_name = {**beginnings, **self._by_name}
        self._written = [" ".join(name) for name in self._by_any_name]

    def _learn(self, commune: Commune) -> None:
        name = tuple(spelled(commune.name))
        self._by_name[name].append(commune)
        if name[0] in ARTICLES and not set(name[1:]) <= EVERYDAY:
            self._by_beginning[name[1:]].append(commune)
        for length in range(1, len(name)):
            if name[:length] not in _TOO_VAGUE and name[length - 1] not in LINKS:
                self._by_beginning[name[:length]].append(commune)
        if len(name) == 2 and len(name[-1]) > 5 and name[0] not in ("saint", "sainte"):
            self._by_last_word[name[-1]].append(commune)
        for postcode in commune.postcodes:
            self._by_postcode[postcode].append(commune)

    def find(self, text: str) -> PlaceAnswer:
        """The commune that a text names, the few it may mean, or why there is none."""
        said = with_lyon_number(spelled(text)[:MOST_WORDS])
        typed = postcodes(said)
        if typed:
            return self._at_postcode(said, typed[-1])
        named = self._named(said)
        if not named and (names_a_place_elsewhere(said) or self._names_another_department(said)):
            return OUTSIDE
        part = part_of_lyon(said)
        if part and {commune.name for one in named for commune in one.communes} <= {"Lyon"}:
            named = self._named(part)
        if named:
            return _answer(self._chosen(named, said), said)
        return _answer(self._misspelt(said), said)

    def _at_postcode(self, said: Sequence[str], postcode: str) -> PlaceAnswer:
        here = self._by_postcode.get(postcode, [])
        named = {c.insee_code for one in self._named(said) for c in one.communes}
        both = [commune for commune in here if commune.insee_code in named]
        if both:
            return _answer(both, said)
        if here:
            return _answer(_most_like(said, here) or here, said)
        if not self._covers(postcode):
            return OUTSIDE if postcode[:2] in FRENCH_DEPARTMENTS else UNKNOWN
        if named:
            return _answer([self._by_code[insee_code] for insee_code in sorted(named)], said)
        return _answer(self._chief_town(postcode), said)

    def _chief_town(self, postcode: str) -> list[Commune]:
        """People write 69000 for Lyon, whose own postcodes are those of its arrondissements."""
        if not postcode.endswith("000"):
            return []
        there = [c for c in self._by_code.values() if c.department == postcode[:2]]
        return [max(there, key=_size)]

    def _covers(self, postcode: str) -> bool:
        return postcode[:2] in self._departments

    def _named(self, said: Sequence[str]) -> list[Named]:
        """Names in the text, exact or by their first words; a longer one hides what it contains."""
        found: list[Named] = []
        for length in range(min(LONGEST_NAME, len(said)), 0, -1):
            for start in range(len(said) - length + 1):
                communes = self._communes_at(said, start, length)
                if communes and not any(_overlap(one, start, length) for one in found):
                    found.append(Named(start, length, tuple(communes)))
        return sorted(found, key=lambda one: one.start)

    def _communes_at(self, said: Sequence[str], start: int, length: int) -> list[Commune]:
        name = tuple(said[start : start + length])
        exact, longer = self._by_name.get(name, []), self._by_beginning.get(name, [])
        if not exact and not longer and length == 1:
            longer = self._by_last_word.get(name[0], [])
        if not (exact or longer) or not _reads_as_a_name(said, start, length, bool(exact)):
            return []
        if exact and _biggest(exact) >= _biggest(longer):
            return exact
        return _unique([*exact, *_dominant(longer)] if exact else _dominant(longer))

    def _chosen(self, named: Sequence[Named], said: Sequence[str]) -> list[Commune]:
        """The place one lives in, when several are named; all of them when nothing tells."""
        homes = [one for one in named if set(_before(said, one, 2)) & _LIVING]
        away = [one for one in named if set(_before(said, one, 3)) & _ELSEWHERE]
        kept = homes[-1:] if homes and "entre" not in said else []
        kept = kept or [one for one in named if one not in away] or list(named)
        return _unique(commune for one in kept for commune in one.communes)

    def _names_another_department(self, said: Sequence[str]) -> bool:
        """ "dans le 93", when the catalogue has no commune of that department."""
        number = re.search(r"\b(?:dans le|du|departement) (\d\d)\b", " ".join(said))
        return number is not None and not self._covers(number.group(1))

    def _misspelt(self, said: Sequence[str]) -> list[Commune]:
        core = without_leading(said)
        if not core or len(core) > LONGEST_NAME or set(core) & EVERYDAY or is_department(core):
            return []
        written = " ".join(core)
        if len(written) < SHORT_NAME:
            return []
        near = process.extract(written, self._written, scorer=fuzz.ratio, limit=12, score_cutoff=70)
        likeness = {name: _likeness(written, name) for name, _, _ in near}
        needed = LIKE_A_SHORT_NAME if len(written) <= SHORT_NAME else LIKE_A_NAME
        needed = max(needed, max(likeness.values(), default=0.0) - CLOSE_RIVAL)
        kept = [name for name in likeness if likeness[name] >= needed]
        communes = [c for name in kept for c in self._by_any_name[tuple(name.split())]]
        return _dominant(communes)


_LIVING = frozenset({"habite", "habitons", "vis", "reside", "loge", "demeure"})
# "Saint-Priest, dans la banlieue de Lyon" is Saint-Priest.
_ELSEWHERE = frozenset(
    {"banlieue", "pres", "proche", "cote", "loin", "travaille", "minutes", "pas"}
)
FRENCH_DEPARTMENTS = frozenset(f"{n:02d}" for n in (*range(1, 96), 97, 98))
# "Saint-Priest en Ardèche" does not begin Saint-Priest-en-Jarez.
LINKS = frozenset("en de du des d sur sous les la le l et aux au a".split())
_TOO_VAGUE = frozenset({("saint",), ("sainte",), ("la",), ("le",), ("les",), ("l",), ("mont",)})


def _reads_as_a_name(said: Sequence[str], start: int, length: int, is_exact: bool) -> bool:
    """An everyday or very short word is a place only when it is all, or behind "à", "vers"."""
    name = said[start : start + length]
    before = said[start - 1] if start else ""
    is_behind = before in ("de", "d") and not LOCATING.isdisjoint(said[:start])
    is_located = is_behind or before in LOCATING
    is_all = without_leading(said) == list(name)
    is_everyday = set(name) <= EVERYDAY | ARTICLES | LEADING
    if is_everyday and not is_exact:
        return False
    if length > 1:
        return is_located or is_all or is_exact or not is_everyday
    if name[0] in LEADING or name[0] in ARTICLES or name[0].isdecimal():
        return False
    if name[0] in EVERYDAY:
        is_alone = len(said) == 1 and name[0] not in NEVER_A_PLACE_ALONE
        return is_exact and (is_alone or (is_located and before not in ("au", "aux")))
    return is_located or is_all or (is_exact and len(name[0]) > 3) or len(name[0]) > 6


def _most_like(said: Sequence[str], communes: Sequence[Commune]) -> list[Commune]:
    """Of the communes of one postcode, those that the other words name, rightly spelled or not."""
    others = [word for word in said if not word.isdecimal()]
    core = " ".join(without_leading(others) or others)
    if not core:
        return []
    likeness = {c: _likeness(core, " ".join(spelled(c.name))) for c in communes}
    best = max(likeness.values())
    return [c for c in communes if likeness[c] == best] if best >= LIKE_A_NAME else []


def _likeness(written: str, name: str) -> float:
    """Edit ratio (0-100), more when both sound the same, less when the first letters differ."""
    heard = SAME_SOUND_BONUS if _sounds(written) == _sounds(name) else 0.0
    other_start = OTHER_FIRST_LETTER if written[0] != name[0] else 0.0
    return min(99.0, fuzz.ratio(written, name) + heard - other_start)


def _sounds(text: str) -> list[str]:
    return [sound(word) for word in text.split()]


def _size(commune: Commune) -> float:
    """Population for comparing: Lyon has no figure and no postcode of its own, being counted by
    arrondissement; a former commune without a figure is small."""
    is_whole_city = commune.population is None and not commune.postcodes
    return float("inf") if is_whole_city else float(commune.population or 0)


def _biggest(communes: Iterable[Commune]) -> float:
    return max((_size(commune) for commune in communes), default=0.0)


def _dominant(communes: Sequence[Commune]) -> list[Commune]:
    """The biggest commune alone when it dwarfs the others, else all, biggest first."""
    by_size = sorted(_unique(communes), key=_size, reverse=True)
    if len(by_size) > 1 and _size(by_size[0]) >= DOMINANT * max(1.0, _size(by_size[1])):
        return by_size[:1]
    return by_size


def _before(said: Sequence[str], one: Named, count: int) -> Sequence[str]:
    return said[max(0, one.start - count) : one.start]


def _unique(communes: Iterable[Commune]) -> list[Commune]:
    return list({commune.insee_code: commune for commune in communes}.values())


def _overlap(one: Named, start: int, length: int) -> bool:
    return start < one.start + one.length and one.start < start + length


def _answer(communes: Sequence[Commune], said: Sequence[str]) -> PlaceAnswer:
    """One commune is found; several are told apart by a department in the text, else asked back."""
    named = departments_in(said)
    kept = [commune for commune in communes if commune.department in named] or list(communes)
    if not kept:
        return UNKNOWN
    if len(kept) == 1:
        return PlaceAnswer("found", tuple(kept))
    by_size = sorted(kept, key=lambda commune: (-_size(commune), commune.insee_code))
    return PlaceAnswer("several", tuple(by_size[:MAX_ASKED_BACK]))
