"""Free text -> support offers: by name, nickname and misspelling, by family, by theme.

A name is recognised when all its telling words are there, close together, each as written, with
the same root, the same sound or a slip of the keyboard. Words of every day ("garage", "permis")
never name an offer alone. A text that asks for an aid of some kind names the whole family.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.offer import ENDED, SUSPENDED, Offer
from bot.orientation.offer_names import (
    OfferName,
    TypedWord,
    is_meant,
    names_of,
    prepared,
    words_of,
)
from bot.orientation.offer_spelling import NameSpelling
from bot.orientation.offer_words import (
    AID_AS_A_NOUN,
    ASKED_ONLY,
    EVERYDAY_PHRASES,
    HELPING,
    LINKS,
    OTHER_AID,
    TOPICS,
)
from bot.orientation.vocabulary import STATUSES
from bot.orientation.wording import plain

# How far apart the words of one name may be: so many words between the first and the last.
WORDS_BETWEEN = 4
# A weaker name of the same words is dropped below this share of the best one.
AS_GOOD = 0.95

_RANK = {status: rank for rank, status in enumerate(STATUSES)}


@dataclass(frozen=True)
class FoundOffer:
    """An offer that a text names. how: "name", or "family" when the text only tells its kind."""

    offer: Offer
    how: str


@dataclass(frozen=True)
class _Hit:
    """A name found in the text: on which words of it, and how much those tell."""

    name: OfferName
    places: frozenset[int]
    weight: float


# A typed word, and how like it is to words of names.
_Likely = tuple[TypedWord, Mapping[str, float]]


class OfferIndex:
    """The names of all offers, ready to be searched; built once, in milliseconds."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self._offers = sorted(offers, key=lambda one: (_RANK[one.status], one.name))
        self._names = [name for offer in self._offers for name in names_of(offer)]
        self._spelling = NameSpelling(self._names)
        called = (name for offer in self._offers for name in (offer.name, *offer.nicknames))
        self._bare = {name for name in map(plain, called) if len(name.split()) > 1}
        self._bare -= EVERYDAY_PHRASES | ASKED_ONLY

    def find(self, text: str) -> tuple[FoundOffer, ...]:
        """The offers that a text names, in the order of the text; empty when it names none.

        When it only tells a kind of aid, all offers of that kind: in force first, ended last.
        """
        said = prepared(text)
        hits = self._hits(said)
        named = {hit.name.offer.offer_id: hit.name.offer for hit in _told_most(hits)}
        family = self._family(said)
        if not family or any(_tells_more(hit) for hit in hits):
            return tuple(FoundOffer(one, "name") for one in named.values())
        found = [one for one in self._offers if one in family or one.offer_id in named]
        found.sort(key=lambda one: (_is_closed(one), one.offer_id not in named))
        return tuple(
            FoundOffer(one, "name" if one.offer_id in named else "family") for one in found
        )

    def is_bare_name(self, text: str) -> bool:
        """Whether the whole text is a name or nickname of two words or more, and nothing else;
        one that people also say without meaning the offer does not count."""
        return plain(text) in self._bare

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
        said = HELPING.sub(" ", plain(text))
        asks = OTHER_AID.search(said) or AID_AS_A_NOUN.search(said)
        return self.about(text) if asks else ()

    def _hits(self, text: str) -> list[_Hit]:
        """The best names, each on words of its own; equally good ones on the same words."""
        typed = [(word, self._spelling.likenesses(word)) for word in words_of(text)]
        hits = (hit for name in self._names if (hit := self._hit(name, typed, text)))
        found = sorted(hits, key=lambda hit: -hit.weight)
        kept: list[_Hit] = []
        for hit in found:
            rivals = [other for other in kept if other.places & hit.places]
            if all(hit.weight >= AS_GOOD * other.weight for other in rivals):
                kept.append(hit)
        return sorted(kept, key=lambda hit: min(hit.places))

    def _hit(self, name: OfferName, typed: Sequence[_Likely], text: str) -> _Hit | None:
        """The name in the text; None when one of its words is missing, or far from the others."""
        places: set[int] = set()
        weight = 0.0
        used: list[TypedWord] = []
        for word in name.words:
            likeness, best = _most_like(word, typed, places)
            if best is None:
                return None
            used.append(best)
            places |= best.places
            weight += likeness * self._spelling.weights[word]
        if max(places) - min(places) > len(name.words) + WORDS_BETWEEN:
            return None
        others = [word for word, _ in typed if not word.places & places]
        if name.is_everyday and not is_meant(name, used, others, text):
            return None
        return _Hit(name, frozenset(places), weight)


def _most_like(
    word: str, typed: Sequence[_Likely], taken: set[int]
) -> tuple[float, TypedWord | None]:
    """The typed word most like a word of a name, among those not taken; None: none is."""
    best: tuple[float, TypedWord | None] = (0.0, None)
    for one, likenesses in typed:
        likeness = likenesses.get(word, 0.0)
        if likeness > best[0] and not one.places & taken:
            best = (likeness, one)
    return best


def _tells_more(hit: _Hit) -> bool:
    """Whether the name has words beyond those that ask for any aid of that kind."""
    rest = OTHER_AID.sub(" ", hit.name.spoken)
    for pattern, _ in TOPICS:
        rest = pattern.sub(" ", rest)
    return not LINKS.union(("aide", "aides", "b", "pret")).issuperset(rest.split())


def _told_most(hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """Of names that share words of the text, those whose offer other words name too: "la location
    du FASTT" is not the child care of the same FASTT."""
    times = Counter(offer for offer, _ in {(hit.name.offer.offer_id, hit.places) for hit in hits})
    for hit in hits:
        rivals = [other for other in hits if other.places & hit.places]
        if times[hit.name.offer.offer_id] == max(times[one.name.offer.offer_id] for one in rivals):
            yield hit


def _is_closed(offer: Offer) -> bool:
    return offer.status in (SUSPENDED, ENDED)


def _fits(offer: Offer, codes: Sequence[str]) -> bool:
    return any(_has(offer, code) for code in codes)


def _has(offer: Offer, code: str) -> bool:
    if code.endswith("--"):
        return any(theme.startswith(code) for theme in offer.themes)
    return code in offer.themes or code in offer.publics


def _is_main(offer: Offer, wanted: Sequence[Sequence[str]]) -> bool:
    """Whether the first theme of the offer is one that is wanted."""
    return any(offer.themes[0].startswith(code) for codes in wanted for code in codes)
