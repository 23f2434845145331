"""The ways people call a support offer, and the words of a text that may be one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.orientation.offer import Offer
from bot.orientation.offer_words import (
    ASKED_ONLY,
    ASKING,
    CAPITALS_ONLY,
    EVERYDAY,
    EVERYDAY_PHRASES,
    LEFT_OUT,
    LINKS,
    NO_AID,
)
from bot.orientation.title_words import STOPWORDS
from bot.orientation.wording import BREAK, fold, plain, tokens

MOST_WORDS = 60
SHORTEST_JOINED, SHORTEST_TELLING_ACRONYM = 6, 3

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
class OfferName:
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
class TypedWord:
    """A word of the text. places: the words it is made of (two when read joined)."""

    word: str
    places: frozenset[int]
    is_capital: bool


def names_of(offer: Offer) -> Iterator[OfferName]:
    """Each way to call an offer, once, and the ways people shorten it."""
    seen = set()
    for text in map(prepared, _ways_to_call(offer)):
        name = _name(offer, text)
        for one in (name, *_shortened(name)) if name.words else ():
            if one.words not in seen:
                seen.add(one.words)
                yield one


def _shortened(name: OfferName) -> Iterator[OfferName]:
    """Two words written as one, and a name with an acronym without its first word."""
    joined = "".join(name.words)
    has_proper = not name.common.issuperset(name.words)
    if len(name.words) == 2 and has_proper and len(joined) >= SHORTEST_JOINED:
        yield replace(
            name,
            words=(joined,),
            spoken=joined,
            common=frozenset(),
            acronyms=frozenset({joined}),
        )
    first, *rest = name.words
    acronyms = {word for word in name.acronyms if len(word) >= SHORTEST_TELLING_ACRONYM}
    if first in LEFT_OUT and len(rest) > 1 and not acronyms.isdisjoint(rest):
        yield replace(name, words=tuple(rest), spoken=" ".join(rest))


def _name(offer: Offer, text: str) -> OfferName:
    """The telling words of a name; all of its words when only one, in small letters, would tell."""
    spoken = plain(text)
    typed = {one.word: text[one.start : one.end] for one in tokens(text)}
    no_aid = _no_aid(spoken)
    telling = (word for at, word in enumerate(spoken.split()) if at not in no_aid)
    words = tuple(word for word in telling if word not in LINKS)
    if len(words) < 2 and not any(typed[word].isupper() for word in words):
        words = tuple(spoken.split())
    common = frozenset(word for word in words if typed[word].islower())
    acronyms = frozenset(word for word in words if typed[word].isupper())
    return OfferName(offer, words, spoken, common, acronyms)


def _ways_to_call(offer: Offer) -> Iterator[str]:
    """The name, without its parenthesis, its parenthesis alone, its first part, without the
    provider at its end, and the nicknames."""
    name = re.sub(r"\s*\(.*?\)", "", offer.name)
    yield name
    yield from re.findall(r"\(([A-Z0-9-]{2,})\)", offer.name)
    yield from re.findall(r"^(.+?)(?:,| :)", name)
    yield from _PROVIDER_AT_THE_END.findall(name)
    yield from offer.nicknames


def prepared(text: str) -> str:
    """Signs that tell names apart, one way: 1 €, Lignes+, 2e chance, E2C."""
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    return text


def words_of(text: str) -> list[TypedWord]:
    """The words of a prepared text, each also read joined to the next ("wi moov"); an "aide" that
    is a verb or a trade is left out."""
    typed = [one for one in tokens(text) if one.word != BREAK][:MOST_WORDS]
    capitals_tell = text.upper() != text or sum(len(one.word) > 1 for one in typed) == 1
    single = [
        TypedWord(one.word, frozenset({at}), capitals_tell and text[one.start : one.end].isupper())
        for at, one in enumerate(typed)
    ]
    joined = [
        TypedWord(
            _joined(text[typed[at].start : typed[at + 1].end]), frozenset({at, at + 1}), False
        )
        for at in range(len(typed) - 1)
    ]
    no_aid = _no_aid(" ".join(one.word for one in typed))
    return [one for at, one in enumerate(single) if at not in no_aid] + joined


def _no_aid(said: str) -> set[int]:
    """Which words of a plain text are an "aide" that is a verb or a trade."""
    found = (match for rule in NO_AID for match in rule.finditer(said))
    return {said[: match.start("aid")].count(" ") for match in found}


def _joined(text: str) -> str:
    """Letters and digits only, as typed: a shorthand is not spelled out inside a name."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def is_meant(
    name: OfferName, used: Sequence[TypedWord], others: Sequence[TypedWord], text: str
) -> bool:
    """Whether words of every day mean the offer here. others: the rest of the text's words."""
    is_capital = all(typed.is_capital for typed in used)
    if CAPITALS_ONLY.issuperset(name.words):
        return is_capital
    if ASKING.search(plain(text)):
        return True
    is_alone = LINKS.union(STOPWORDS).issuperset(one.word for one in others)
    if name.spoken in ASKED_ONLY:
        return is_capital and is_alone
    return is_capital or is_alone
