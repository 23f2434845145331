"""The names of the communes: where a text has one, whole, by its first words, or misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel, Levenshtein

from bot.orientation.departments import department_numbers
from bot.orientation.place_text import MASK, spelled, without_leading
from bot.orientation.place_words import (
    ARTICLES,
    EVERYDAY,
    ISLANDS,
    LANDSCAPE,
    LEADING,
    LINKS,
    LOCATING,
    NEVER_A_PLACE_ALONE,
    OTHER_NAMES,
    TALK,
)
from bot.orientation.stems import sound
from bot.orientation.territory import Commune

LONGEST_NAME = 9
# A misspelt name must be this like the real one (edit ratio, 0-100); one word more so, because
# many an ordinary word looks like some commune.
LIKE_A_NAME, LIKE_ONE_WORD, SHORT_NAME = 82.0, 88.0, 5
SHORTEST_MISSPELT = 4
# Names looked at closely: those nearest by the plain edit ratio, which counts a swap twice.
LOOKED_AT, LEAST_RATIO = 40, 70
# Of two likely errors, a small place is the less likely one to be meant.
SMALL, SMALL_PLACE = 2_000, 8.0
SAME_SOUND_BONUS, OTHER_FIRST_LETTER = 6.0, 8.0
CLOSE_RIVAL = 5.0
# "Villefranche" is Villefranche-sur-Saône: the others are so many times smaller.
DOMINANT = 10
# "Au port" is Le Port (33,000 people), "au temple" is no commune.
LARGE = 5_000

Spelled = tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A stretch of the text that names communes, and where it begins.

    communes: those that are meant when nothing else is said. For a text that also tells the
    department: whole, those of exactly this name, and others, those whose names begin so too
    ("Clermont, Hérault").
    """

    start: int
    length: int
    communes: tuple[Commune, ...]
    whole: tuple[Commune, ...]
    others: tuple[Commune, ...]


class NameIndex:
    """Communes by name, first words, last word and sound; built once."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        self.exact: dict[Spelled, list[Commune]] = defaultdict(list)
        self._by_beginning: dict[Spelled, list[Commune]] = defaultdict(list)
        self._by_last_word: dict[str, list[Commune]] = defaultdict(list)
        by_code = {commune.insee_code: commune for commune in communes}
        for commune in by_code.values():
            self._learn(commune)
        for other_name, insee_codes in (ISLANDS | OTHER_NAMES).items():
            there = [by_code[code] for code in insee_codes.split() if code in by_code]
            if there:
                self.exact[tuple(other_name.split())].extend(there)
        beginnings = {n: c for n, c in self._by_beginning.items() if len(" ".join(n)) > SHORT_NAME}
        self._by_any_name = {**beginnings, **self.exact}
        self._written = [" ".join(name) for name in self._by_any_name]

    def _learn(self, commune: Commune) -> None:
        name = tuple(spelled(commune.name))
        self.exact[name].append(commune)
        if name[0] in ARTICLES and not set(name[1:]) <= EVERYDAY:
            self._by_beginning[name[1:]].append(commune)
        for length in range(1, len(name)):
            last = name[length - 1]
            if name[:length] not in _TOO_VAGUE and last not in LINKS and not last.isdecimal():
                self._by_beginning[name[:length]].append(commune)
        if len(name) == 2 and len(name[-1]) > 5 and name[0] not in ("saint", "sainte"):
            self._by_last_word[name[-1]].append(commune)

    def whole_name_from(self, said: Sequence[str], start: int) -> int:
        """Words from `start` that are the whole name of a commune, at most; 0 when none are."""
        lengths = range(min(LONGEST_NAME, len(said) - start), 0, -1)
        return next((n for n in lengths if tuple(said[start : start + n]) in self.exact), 0)

    def named(self, said: Sequence[str]) -> list[Named]:
        """Names in the text, exact or by their first words; a longer one hides what it contains."""
        found: list[Named] = []
        for length in range(min(LONGEST_NAME, len(said)), 0, -1):
            for start in range(len(said) - length + 1):
                if any(_overlap(one, start, length) for one in found):
                    continue
                one = self._named_at(said, start, length)
                if one:
                    found.append(one)
        return sorted(found, key=lambda one: one.start)

    def _named_at(self, said: Sequence[str], start: int, length: int) -> Named | None:
        name = tuple(said[start : start + length])
        if length > 1 and name not in self.exact:
            name = (_CONTRACTED.get(name[0], name[0]), *name[1:])
        exact, longer = self.exact.get(name, []), self._by_beginning.get(name, [])
        if not exact and not longer and length == 1:
            longer = self._by_last_word.get(name[0], [])
        if not exact and not longer:
            return None
        is_large = biggest([*exact, *longer]) >= LARGE
        if not _reads_as_a_name(said, start, length, exact, is_large):
            return None
        return Named(start, length, tuple(_meant(exact, longer)), tuple(exact), tuple(longer))

    def misspelt(
        self, core: Sequence[str], departments: Collection[str], needed: float = LIKE_A_NAME
    ) -> list[Commune]:
        """The communes that these words resemble (`needed`: 0-100) when taken together; of
        `departments` only, when any is given."""
        if not core or len(core) > LONGEST_NAME or set(core) & TALK or set(core) <= _NO_NAME:
            return []
        written = " ".join(core)
        if len(written) < SHORTEST_MISSPELT:
            return []
        near = process.extract(
            written, self._written, scorer=fuzz.ratio, limit=LOOKED_AT, score_cutoff=LEAST_RATIO
        )
        likeness = {
            name: likeness_of(written, name) - self._doubt(name)
            for name, _, _ in near
            if not departments or self._is_in(name, departments)
        }
        needed = max(needed, LIKE_ONE_WORD if len(core) == 1 else LIKE_A_NAME)
        needed = max(needed, max(likeness.values(), default=0.0) - CLOSE_RIVAL)
        kept = [name for name in likeness if likeness[name] >= needed]
        communes = [c for name in kept for c in self._called(name, departments)]
        return communes if len(kept) == 1 else dominant(communes)

    def _called(self, name: str, departments: Collection[str]) -> list[Commune]:
        """What a name means rightly spelled: "Sint-Maurice" is any Saint-Maurice-…, like
        "Saint-Maurice"; within `departments` only, when any is given."""
        exact = self.exact.get(tuple(name.split()), [])
        longer = self._by_beginning.get(tuple(name.split()), [])
        if not departments:
            return _meant(exact, longer)
        return dominant([c for c in [*exact, *longer] if c.department in departments])

    def _doubt(self, name: str) -> float:
        communes = self._by_any_name[tuple(name.split())]
        return SMALL_PLACE if biggest(communes) < SMALL else 0.0

    def _is_in(self, name: str, departments: Collection[str]) -> bool:
        return any(c.department in departments for c in self._by_any_name[tuple(name.split())])


def _meant(exact: Sequence[Commune], longer: Sequence[Commune]) -> list[Commune]:
    """Those of exactly this name; those that begin so as well, when one of them is bigger."""
    if exact and biggest(exact) >= biggest(longer):
        return list(exact)
    return unique([*exact, *dominant(longer)])


_TOO_VAGUE = frozenset({("saint",), ("sainte",), ("la",), ("le",), ("les",), ("l",), ("mont",)})
_NO_NAME = EVERYDAY | ARTICLES | LEADING
# "au Tampon", "aux Abymes" are Le Tampon, Les Abymes.
_CONTRACTED = {"au": "le", "aux": "les"}


def _reads_as_a_name(
    said: Sequence[str], start: int, length: int, exact: Sequence[Commune], is_large: bool
) -> bool:
    """An everyday or very short word is a place only when it is all, or behind "à", "vers".

    is_large: one of the communes that the words may mean is of some size.
    """
    name = list(said[start : start + length])
    before = said[start - 1] if start else ""
    is_behind = before in ("de", "d") and not LOCATING.isdisjoint(said[:start])
    is_located = is_behind or before in LOCATING or (length > 1 and name[0] in _CONTRACTED)
    if exact and _is_typed_with_its_department(said, name, exact):
        return True
    if length > 1 and set(name) <= _NO_NAME:
        return bool(exact) and _is_meant(said, name, is_located, is_large)
    if length > 1:
        return True
    if name[0] in LEADING or name[0] in ARTICLES or name[0].isdecimal() or name[0] == MASK:
        return False
    if name[0] in EVERYDAY:
        is_alone = len(said) == 1 and name[0] not in NEVER_A_PLACE_ALONE
        return bool(exact) and (is_alone or (is_located and before not in ("au", "aux")))
    is_all = without_leading(said) == name
    if not exact:
        return is_located or (is_all and is_large)
    return is_located or is_all or len(name[0]) > 3


def _is_meant(said: Sequence[str], name: Sequence[str], is_located: bool, is_large: bool) -> bool:
    """Whether everyday words ("la montagne", "le port") are a commune's name here."""
    if list(said) == name:
        return True
    if len(name) > 2:
        return is_located or without_leading(said) == name
    is_name = without_leading(said) == name or (
        is_located and (is_large or name[0] not in ARTICLES)
    )
    return is_name and (LANDSCAPE.isdisjoint(name) or name[0] not in ARTICLES | {"entre"})


def _is_typed_with_its_department(
    said: Sequence[str], name: Sequence[str], exact: Sequence[Commune]
) -> bool:
    """ "Vers 46", "Seul, Gironde": the name, and beside it nothing but where it is."""
    bare = [word for word in said if word != MASK]
    numbers = department_numbers(bare)
    is_told = MASK in said or any(commune.department in numbers for commune in exact)
    tail = [word for word in bare[len(name) :] if not (word.isdecimal() or word in ("a", "b"))]
    return is_told and bare[: len(name)] == name and not tail


def most_like(said: Sequence[str], communes: Sequence[Commune]) -> list[Commune]:
    """Of the communes of one postcode, those that the other words name, rightly spelled or not."""
    others = [word for word in said if not word.isdecimal() and word != MASK]
    if not others:
        return []
    texts = [" ".join(others), " ".join(without_leading(others) or others)]
    likeness = {
        c: max(likeness_of(text, " ".join(spelled(c.name))) for text in texts) for c in communes
    }
    best = max(likeness.values())
    return [c for c in communes if likeness[c] == best] if best >= LIKE_A_NAME else []


def likeness_of(written: str, name: str) -> float:
    """Edit ratio (0-100), more when both sound the same, less when the first letters differ."""
    heard = SAME_SOUND_BONUS if _sounds(written) == _sounds(name) else 0.0
    other_start = OTHER_FIRST_LETTER if written[0] != name[0] else 0.0
    return min(99.0, _edit_ratio(written, name) + heard - other_start)


def _edit_ratio(written: str, name: str) -> float:
    """rapidfuzz's edit ratio (0-100), where two letters that changed places are one slip, as one
    that was lost."""
    swaps = Levenshtein.distance(written, name) - OSA.distance(written, name)
    edits = Indel.distance(written, name) - swaps
    return 100.0 * (1 - edits / (len(written) + len(name)))


def _sounds(text: str) -> list[str]:
    return [sound(word) for word in text.split()]


def size(commune: Commune) -> float:
    """Population for comparing: a city counted by arrondissement has no figure and no postcode of
    its own; a commune without a figure is small."""
    is_whole_city = commune.population is None and not commune.postcodes
    return float("inf") if is_whole_city else float(commune.population or 0)


def biggest(communes: Iterable[Commune]) -> float:
    """Size of the biggest of some communes; 0 when there is none."""
    return max((size(commune) for commune in communes), default=0.0)


def dominant(communes: Sequence[Commune]) -> list[Commune]:
    """The biggest commune alone when it dwarfs the others, else all, biggest first."""
    by_size = sorted(unique(communes), key=size, reverse=True)
    if len(by_size) > 1 and size(by_size[0]) >= DOMINANT * max(1.0, size(by_size[1])):
        return by_size[:1]
    return by_size


def unique(communes: Iterable[Commune]) -> list[Commune]:
    """The communes once each, in their order."""
    return list({commune.insee_code: commune for commune in communes}.values())


def _overlap(one: Named, start: int, length: int) -> bool:
    return start < one.start + one.length and one.start < start + length
