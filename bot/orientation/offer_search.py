"""Free text -> support offers: by name, nickname and misspelling, by family, by theme.

A name is recognised when all its telling words are there, close together, each as written, with
the same root, the same sound or a slip of the keyboard. Words of every day ("garage", "permis")
never name an offer alone. A text that asks for an aid of some kind names the whole family.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import OSA

from bot.orientation.offer import ENDED, SUSPENDED, Offer
from bot.orientation.offer_words import (
    AID_AS_A_NOUN,
    ASKED_ONLY,
    ASKING,
    CAPITALS_ONLY,
    EVERYDAY,
    EVERYDAY_PHRASES,
    LINKS,
    NO_AID,
    NO_MISSPELLING,
    OTHER_AID,
    TOPICS,
)
from bot.orientation.stems import sound, stem
from bot.orientation.title_words import CHAT, STOPWORDS
from bot.orientation.vocabulary import STATUSES
from bot.orientation.wording import BREAK, fold, plain, tokens

MOST_WORDS = 60
# How far apart the words of one name may be: so many words between the first and the last.
WORDS_BETWEEN = 4
# Likeness of a typed word to a word of a name, and slips of the keyboard by length of that word.
AS_WRITTEN, SAME_ROOT, SAME_SOUND, SLIP = 1.0, 0.97, 0.92, 0.85
SHORTEST_WITH_SLIP, SHORTEST_WITH_TWO_SLIPS, SHORTEST_SOUND, SHORTEST_ROOT = 5, 7, 4, 4
SHORTEST_JOINED, SHORTEST_ACRONYM = 6, 5
# A weaker name of the same words is dropped below this share of the best one.
AS_GOOD = 0.95

_RANK = {status: rank for rank, status in enumerate(STATUSES)}
_SIGNS = (
    (re.compile(r"\s*€"), " euro "),
    (re.compile(r"\bun euro\b", re.IGNORECASE), "1 euro"),
    (re.compile(r"(?<=\w) ?\+"), " plus "),
    (re.compile(r"\b2 ?(?:e|[eè]me|nde?)\b", re.IGNORECASE), "deuxième"),
    (re.compile(r"\b([A-Za-z])2([A-Za-z])\b"), r"\1deux\2"),
)
_PROPER = r"[A-ZÀ-Ý][\w-]*"
_PROVIDER_AT_THE_END = re.compile(
    rf"^(.+? .+?) (?:de la |de l'|de |du |d'){_PROPER}(?:[ ']{_PROPER})*$"
)


@dataclass(frozen=True)
class FoundOffer:
    """An offer that a text names. how: "name", or "family" when the text only tells its kind."""

    offer: Offer
    how: str


@dataclass(frozen=True)
class _Name:
    """One way to call an offer. words: its telling words, in order; spoken: the same with links.
    common: words in lower case, which have plurals and kin; acronyms: those all in capitals."""

    offer: Offer
    words: tuple[str, ...]
    spoken: str
    common: frozenset[str]
    acronyms: frozenset[str]

    @property
    def is_everyday(self) -> bool:
        """Whether its words are also said without meaning the offer."""
        if self.spoken in EVERYDAY_PHRASES or self.spoken in ASKED_ONLY:
            return True
        (first, *others) = self.words
        return not others and (first in EVERYDAY | CAPITALS_ONLY | ASKED_ONLY | self.common)


@dataclass(frozen=True)
class _Word:
    """A word of the text. places: the words it is made of (two when read joined)."""

    word: str
    places: frozenset[int]
    is_capital: bool


@dataclass(frozen=True)
class _Hit:
    """A name found in the text: on which words of it, and how much those tell."""

    name: _Name
    places: frozenset[int]
    weight: float


class OfferIndex:
    """The names of all offers, ready to be searched; built once, in milliseconds."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self._offers = sorted(offers, key=lambda one: (_RANK[one.status], one.name))
        self._names = [name for offer in self._offers for name in _names(offer)]
        self._weights = _weights(self._names)
        common = frozenset(word for name in self._names for word in name.common)
        self._acronyms = frozenset(word for one in self._names for word in one.acronyms) - common
        self._misspellable = [one for one in self._weights if _may_be_missed(one, self._acronyms)]
        self._by_stem = _grouped(common & self._weights.keys(), stem)
        self._by_singular = _grouped(self._weights, _singular)
        self._by_sound = _grouped(set(self._misspellable) - self._acronyms, sound)
        self._known: dict[str, dict[str, float]] = {}

    def find(self, text: str) -> tuple[FoundOffer, ...]:
        """The offers that a text names, in the order of the text; empty when it names none.

        When it only tells a kind of aid, all offers of that kind: in force first, ended last.
        """
        said = _prepared(text)
        hits = self._hits(said)
        named = {hit.name.offer.offer_id: hit.name.offer for hit in hits}
        family = self._family(said)
        if not family or any(_tells_more(hit) for hit in hits):
            return tuple(FoundOffer(one, "name") for one in named.values())
        found = [one for one in self._offers if one in family or one.offer_id in named]
        found.sort(key=lambda one: (_is_closed(one), one.offer_id not in named))
        return tuple(
            FoundOffer(one, "name" if one.offer_id in named else "family") for one in found
        )

    def about(self, text: str) -> tuple[Offer, ...]:
        """The offers of the themes and publics that a text tells of, in force first: those that
        fit all it tells when there are some, else those that fit some of it."""
        wanted = [codes for pattern, codes in TOPICS if pattern.search(plain(text))]
        fitting = [
            (sum(_fits(offer, codes) for codes in wanted), at, offer)
            for at, offer in enumerate(self._offers)
        ]
        best = max((count for count, _, _ in fitting), default=0)
        if not best:
            return ()
        chosen = [(at, offer) for count, at, offer in fitting if count == best]
        chosen.sort(key=lambda one: (_RANK[one[1].status], not _is_main(one[1], wanted), one[0]))
        return tuple(offer for _, offer in chosen)

    def _family(self, text: str) -> tuple[Offer, ...]:
        said = plain(text)
        asks = OTHER_AID.search(said) or AID_AS_A_NOUN.search(said)
        return self.about(text) if asks else ()

    def _hits(self, text: str) -> list[_Hit]:
        """The best names, each on words of its own; equally good ones on the same words."""
        spelled = _words_of(text)
        found = sorted(
            (hit for name in self._names for hit in self._hits_of(name, spelled, text)),
            key=lambda hit: -hit.weight,
        )
        kept: list[_Hit] = []
        for hit in found:
            rivals = [other for other in kept if other.places & hit.places]
            if all(hit.weight >= AS_GOOD * other.weight for other in rivals):
                kept.append(hit)
        return sorted(kept, key=lambda hit: min(hit.places))

    def _hits_of(self, name: _Name, spelled: Sequence[_Word], text: str) -> Iterator[_Hit]:
        places: set[int] = set()
        weight = 0.0
        used: list[_Word] = []
        for word in name.words:
            likeness, typed = self._best(word, spelled, places)
            if typed is None:
                return
            used.append(typed)
            places |= typed.places
            weight += likeness * self._weights[word]
        if max(places) - min(places) > len(name.words) + WORDS_BETWEEN:
            return
        if name.is_everyday and not _is_meant(name, used, spelled, text):
            return
        yield _Hit(name, frozenset(places), weight)

    def _best(
        self, word: str, spelled: Sequence[_Word], taken: set[int]
    ) -> tuple[float, _Word | None]:
        """The typed word most like a word of a name, near those found already; None: none is."""
        best: tuple[float, _Word | None] = (0.0, None)
        for typed in spelled:
            likeness = self._likenesses(typed).get(word, 0.0)
            if likeness > best[0] and not typed.places & taken:
                best = (likeness, typed)
        return best

    def _likenesses(self, typed: _Word) -> dict[str, float]:
        """Words of names that a typed word may stand for; joined words are never a root."""
        key = f"{typed.word} {len(typed.places)}"
        if key not in self._known:
            self._known[key] = self._like(typed.word, is_joined=len(typed.places) > 1)
        return self._known[key]

    def _like(self, word: str, is_joined: bool) -> dict[str, float]:
        found: dict[str, float] = {}
        if self._may_be_misspelt(word):
            found.update(dict.fromkeys(self._slips(word), SLIP))
            if len(word) >= SHORTEST_SOUND:
                found.update(dict.fromkeys(self._by_sound.get(sound(word), ()), SAME_SOUND))
        if not is_joined and len(word) >= SHORTEST_ROOT:
            found.update(dict.fromkeys(self._by_stem.get(stem(word), ()), SAME_ROOT))
            found.update(dict.fromkeys(self._by_singular.get(_singular(word), ()), SAME_ROOT))
        if word in self._weights:
            found[word] = AS_WRITTEN
        return found

    def _may_be_misspelt(self, word: str) -> bool:
        """A word of every day, or one that is already right, is no misspelling of another."""
        is_right = word in self._weights or word in NO_MISSPELLING
        return not (is_right or word in STOPWORDS or word in CHAT)

    def _slips(self, word: str) -> Iterator[str]:
        """Words of names that differ by one letter, by two when they are long."""
        for known in self._misspellable:
            allowed = _slips_allowed(word, known, known in self._acronyms)
            if allowed and OSA.distance(word, known, score_cutoff=allowed) <= allowed:
                yield known


def _may_be_missed(word: str, acronyms: Collection[str]) -> bool:
    """Whether a misspelling may stand for the word: not for short acronyms and everyday words."""
    least = SHORTEST_ACRONYM if word in acronyms else SHORTEST_SOUND
    return len(word) >= least and word not in EVERYDAY | CAPITALS_ONLY | ASKED_ONLY


def _slips_allowed(word: str, known: str, is_acronym: bool) -> int:
    """One for a word that is not short, two for a long one that begins and ends alike; letters
    without meaning (acronyms, words run together) are near too many words for two."""
    if len(known) < SHORTEST_WITH_SLIP:
        return 0
    is_alike = word[0] == known[0] and (word[-1] == known[-1] or word[:4] == known[:4])
    return 2 if len(known) >= SHORTEST_WITH_TWO_SLIPS and is_alike and not is_acronym else 1


def _names(offer: Offer) -> Iterator[_Name]:
    """Each way to call an offer, once; a name of two words also written as one."""
    seen = set()
    for text in map(_prepared, _ways_to_call(offer)):
        name = _name(offer, text)
        if name.words not in seen:
            seen.add(name.words)
            yield name
        joined = "".join(name.words)
        is_proper = len(name.words) == 2 and not name.common.issuperset(name.words)
        if is_proper and len(joined) >= SHORTEST_JOINED and (joined,) not in seen:
            seen.add((joined,))
            yield _Name(offer, (joined,), joined, frozenset(), frozenset({joined}))


def _name(offer: Offer, text: str) -> _Name:
    """The telling words of a name; all of its words when only one, in small letters, would tell."""
    spoken = plain(text)
    typed = {one.word: text[one.start : one.end] for one in tokens(text)}
    words = tuple(word for word in spoken.split() if word not in LINKS)
    if len(words) < 2 and not any(typed[word].isupper() for word in words):
        words = tuple(spoken.split())
    common = frozenset(word for word in words if typed[word].islower())
    acronyms = frozenset(word for word in words if typed[word].isupper())
    return _Name(offer, words, spoken, common, acronyms)


def _ways_to_call(offer: Offer) -> Iterator[str]:
    """The name, without its parenthesis, its parenthesis alone, its first part, without the
    provider at its end, and the nicknames."""
    name = re.sub(r"\s*\(.*?\)", "", offer.name)
    yield name
    yield from re.findall(r"\(([A-Z0-9-]{2,})\)", offer.name)
    yield from re.findall(r"^(.+?)(?:,| :)", name)
    yield from _PROVIDER_AT_THE_END.findall(name)
    yield from offer.nicknames


def _prepared(text: str) -> str:
    """Signs that tell names apart, one way: 1 €, Lignes+, 2e chance, E2C."""
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    return text


def _tells_more(hit: _Hit) -> bool:
    """Whether the name has words beyond those that ask for any aid of that kind."""
    rest = OTHER_AID.sub(" ", hit.name.spoken)
    for pattern, _ in TOPICS:
        rest = pattern.sub(" ", rest)
    return not LINKS.union(("aide", "aides", "b", "pret")).issuperset(rest.split())


def _is_closed(offer: Offer) -> bool:
    return offer.status in (SUSPENDED, ENDED)


def _singular(word: str) -> str:
    return word.rstrip("sx")


def _weights(names: Sequence[_Name]) -> dict[str, float]:
    """How much a word tells: more when few names have it or its plural."""
    by_name = [(name.words, {stem(word) for word in name.words}) for name in names]
    counts = Counter(root for _, roots in by_name for root in roots)
    words = {word for words, _ in by_name for word in words}
    return {word: 1 + log(len(names) / counts[stem(word)]) for word in words}


def _grouped(words: Iterable[str], key: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for word in words:
        groups[key(word)] = (*groups.get(key(word), ()), word)
    return groups


def _words_of(text: str) -> list[_Word]:
    """The words of a prepared text, each also read joined to the next ("wi moov"); an "aide" that
    is a verb or a trade is left out."""
    typed = [one for one in tokens(text) if one.word != BREAK][:MOST_WORDS]
    capitals_tell = text.upper() != text or len(typed) == 1
    single = [
        _Word(one.word, frozenset({at}), capitals_tell and text[one.start : one.end].isupper())
        for at, one in enumerate(typed)
    ]
    joined = [
        _Word(_joined(text[typed[at].start : typed[at + 1].end]), frozenset({at, at + 1}), False)
        for at in range(len(typed) - 1)
    ]
    said = " ".join(one.word for one in typed)
    no_aid = {
        said[: match.start("aid")].count(" ") for rule in NO_AID for match in rule.finditer(said)
    }
    return [one for at, one in enumerate(single) if at not in no_aid] + joined


def _joined(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _is_meant(name: _Name, used: Sequence[_Word], spelled: Sequence[_Word], text: str) -> bool:
    """Whether words of every day mean the offer here."""
    is_capital = all(typed.is_capital for typed in used)
    if CAPITALS_ONLY.issuperset(name.words):
        return is_capital
    if ASKING.search(plain(text)):
        return True
    places = frozenset(place for typed in used for place in typed.places)
    others = (one.word for one in spelled if not one.places & places)
    is_alone = LINKS.union(STOPWORDS).issuperset(others)
    if name.spoken in ASKED_ONLY:
        return is_capital and is_alone
    return is_capital or is_alone


def _fits(offer: Offer, codes: Sequence[str]) -> bool:
    return any(_has(offer, code) for code in codes)


def _has(offer: Offer, code: str) -> bool:
    if code.endswith("--"):
        return any(theme.startswith(code) for theme in offer.themes)
    return code in offer.themes or code in offer.publics


def _is_main(offer: Offer, wanted: Sequence[Sequence[str]]) -> bool:
    """Whether the first theme of the offer is one that is wanted."""
    return any(offer.themes[0].startswith(code) for codes in wanted for code in codes)
