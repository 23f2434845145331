"""Personal data in what people typed, replaced by invented ones that a story can live with.

Surely personal: ways to reach somebody, numbers, addresses, dates of birth, names after words that
announce them, communes. What only might be is left for a person to look at, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.orientation.address_text import address_in
from bot.orientation.wording import fold
from bot.replay.recording.communes import Communes
from bot.replay.recording.scrub_words import (
    CALLED,
    FIRST_NAMES,
    INSTEAD_NAMES,
    KNOWN_CAPITALS,
    MONTHS,
    NO_NAMES,
    RELATIVES,
    TITLES,
)

EMAIL = "camille@exemple.fr"
PHONE = "01 99 00 12 34"
"""A number that the regulator keeps for fiction."""
ADDRESS = "1 rue de la Mairie"
DATE, YEAR = "01/01/1990", "1990"
LINK = "https://exemple.fr"
LONG_TEXT_WORDS = 40

_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\barobase\b|\(at\))\s?[\w-]+(?:\s?(?:\.|\bpoint\b)\s?[\w-]+)+", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)\s?33[\s.()/-]*(?:0[\s.)/-]*)?|0)[1-79](?:[\s./-]*\d){8}(?!\d)"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){4,7}(?:\s?[A-Z0-9]{1,3})?\b")
_PLATE = re.compile(r"\b[A-Z]{2}[-\s]\d{3}[-\s][A-Z]{2}\b", re.IGNORECASE)
_LONG = re.compile(r"(?<![\d.,])\d(?:[\s.-]?\d){6,}\s?[A-Z]?(?!\d)")
_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?:19|20)?\d{{2}}(?!\d)"
    rf"|(?<!\d)(?:\d{{1,2}}|1er)\s+(?:{MONTHS})\s+(?:19|20)\d{{2}}(?!\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(\bn[ée]e?s?(?:\(e\))?\s+(?:le\s+|en\s+)?)((?:19|20)\d{2})(?!\d)", re.IGNORECASE
)
_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_CALLED = re.compile(rf"(?:{'|'.join(CALLED)})\s+({_WORD})(?:\s+({_WORD}))?")
_TITLED = re.compile(rf"(?<!\w)(?:{'|'.join(TITLES)})\s+({_WORD})")
_RELATIVE = re.compile(rf"(?<!\w)(?:{'|'.join(RELATIVES)})\s+({_WORD})")


@dataclass(frozen=True)
class Replaced:
    """kind: in French; instead: what stands there now. The original is nowhere."""

    kind: str
    instead: str
    count: int = 1


@dataclass(frozen=True)
class Scrubbed:
    """A text as it may be kept. doubts: why a person should look at it, in French."""

    text: str
    doubts: tuple[str, ...] = ()


class Scrubber:
    """Replaces in all texts of one conversation: a name has the same substitute everywhere.

    home: INSEE code of the commune of the person; None: not known.
    """

    def __init__(self, communes: Communes, home: str | None = None) -> None:
        self._communes = communes
        self._home = home
        self._names: dict[str, str] = {}
        self._count: Counter[tuple[str, str]] = Counter()

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """All that was replaced so far."""
        return tuple(Replaced(*key, count) for key, count in self._count.items())

    def text(self, typed: str, question: str | None = None) -> Scrubbed:
        """Typed words, said at a question of the interview."""
        text = self._with_contacts(typed)
        text = self._with_address(text)
        text = self._with_dates(text)
        text = self._with_names(text)
        told, text = text, self._with_communes(text, question)
        is_rewritten = False
        if question == "commune" and text == told and self._is_home_misspelt(text):
            text, is_rewritten = self._instead_of_home(), True
        return Scrubbed(text, tuple(self._doubts(text, is_rewritten)))

    def title(self, title: str) -> str:
        """Of a button: only a commune may be personal there."""
        return self._with_communes(title, "commune")

    def _note(self, kind: str, instead: str) -> str:
        self._count[(kind, instead)] += 1
        return instead

    def _with_contacts(self, text: str) -> str:
        for pattern, kind, instead in (
            (_EMAIL, "adresse e-mail", EMAIL),
            (_LINK, "lien", LINK),
            (_IBAN, "numéro", "numéro de compte"),
            (_PLATE, "plaque", "AA-000-AA"),
        ):
            text = pattern.sub(_always(self._note, kind, instead), text)
        text = _PHONE.sub(self._phone, text)
        return _DATE.sub(_always(self._note, "date", DATE), _LONG.sub(self._number, text))

    def _phone(self, found: re.Match[str]) -> str:
        return self._note("numéro de téléphone", PHONE)

    def _number(self, found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found[0])
        # Numbers of services, and those that stand there already instead of somebody's.
        if len(digits) == 10 and digits.startswith(("08", "019900")):
            return found[0]
        if _DATE.fullmatch(found[0].strip()):
            return found[0]
        return self._note("numéro", "0" * len(digits))

    def _with_address(self, text: str) -> str:
        address = address_in(text)
        if address is None:
            return text
        begins = fold(text).find(address.split(",")[0][:12])
        way = _span_of_address(text, max(begins, 0))
        if way is None:
            return text
        return text[: way[0]] + self._note("adresse", ADDRESS) + text[way[1] :]

    def _with_dates(self, text: str) -> str:
        return _BORN.sub(lambda found: found[1] + self._note("année de naissance", YEAR), text)

    def _with_names(self, text: str) -> str:
        plain = _same_length(text)
        spans: dict[tuple[int, int], str] = {}
        for start, end in (
            *_called(plain, text),
            *_titled(plain, text),
            *_first_names(plain, text),
        ):
            if not any(start < b and a < end for a, b in spans):
                spans[(start, end)] = plain[start:end]
        for start, end in sorted(spans, reverse=True):
            instead = self._note("prénom ou nom", self._name(plain[start:end]))
            text = text[:start] + instead + text[end:]
        return text

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            known = INSTEAD_NAMES[len(self._names) % len(INSTEAD_NAMES)]
            self._names[name] = known
        return known

    def _with_communes(self, text: str, question: str | None) -> str:
        for mention in reversed(self._communes.mentions(text, question, self._home)):
            if mention.instead != mention.commune:
                name = self._note("commune", mention.instead.name)
                text = text[: mention.start] + name + text[mention.end :]
        return _POSTCODE.sub(self._postcode, text)

    def _postcode(self, found: re.Match[str]) -> str:
        instead = self._communes.postcode_instead(found[0], self._home)
        return found[0] if instead == found[0] else self._note("code postal", instead)

    def _is_home_misspelt(self, text: str) -> bool:
        """Whether the commune was told in letters that no list knows, and has to be replaced."""
        home = self._communes.instead_of(self._home)
        if home is None or home.insee_code == self._home:
            return False
        return self._communes.read(text) == self._home

    def _instead_of_home(self) -> str:
        home = self._communes.instead_of(self._home)
        assert home is not None
        return self._note("commune", home.name)

    def _doubts(self, text: str, is_rewritten: bool) -> Iterator[str]:
        if is_rewritten:
            yield "ce message a été réécrit : il ne dit plus que la commune"
        if len(text.split()) > LONG_TEXT_WORDS:
            yield "ce texte est long : il peut raconter la vie de quelqu’un"
        if words := self._capitals(text):
            yield f"des noms propres, peut-être : {', '.join(words)}"
        if re.search(r"\d{4,}", re.sub(r"\b(?:19|20)\d{2}\b|01 99 00 12 34", "", text)):
            yield "un nombre à relire"

    def _capitals(self, text: str) -> list[str]:
        """Words with a capital inside a sentence that nobody here knows."""
        known = {*map(fold, INSTEAD_NAMES), *KNOWN_CAPITALS, "mairie", "exemple"}
        places = [(one.start, one.end) for one in self._communes.mentions(text, None, self._home)]
        found = []
        for word in re.finditer(rf"(?<=[^.!?\s] ){_WORD}", text):
            is_known = fold(word[0]) in known or (word[0].isupper() and len(word[0]) <= 5)
            is_place = any(a <= word.start() < b for a, b in places)
            if word[0][0].isupper() and not is_known and not is_place:
                found.append(word[0])
        return list(dict.fromkeys(found))


def _always(note: Callable[[str, str], str], kind: str, instead: str) -> Callable[[object], str]:
    return lambda _: note(kind, instead)


def _same_length(text: str) -> str:
    """Lower case without accents, each sign in its place."""
    return "".join(one if len(one := fold(sign)) == 1 else sign for sign in text)


def _span_of_address(text: str, start: int) -> tuple[int, int] | None:
    """From the number to the end of the name of the way: a comma, a postcode, "à", the end."""
    found = re.compile(
        r"\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?,?\s+[^\W\d_]+\.?"
        r"(?:\s+(?!\d{5}|à\b|a\b|aux?\b|mais\b|et\b|avec\b|je\b|j['’]|chez\b)[^\s,.;!?\n()]+){0,6}",
        re.IGNORECASE,
    ).search(text, start)
    return (found.start(), found.end()) if found else None


def _is_name(word: str, plain: str) -> bool:
    return plain in FIRST_NAMES or (word[:1].isupper() and plain not in NO_NAMES)


def _called(plain: str, text: str) -> Iterator[tuple[int, int]]:
    """Names that are announced: "je m'appelle nadia benali", also without a capital."""
    for found in _CALLED.finditer(plain.replace("’", "'")):
        start, end = found.span(1)
        is_announced = "appel" in found[0] or "nom" in found[0] or "signe" in found[0]
        if found[1] in NO_NAMES or not (is_announced or _is_name(text[start:end], found[1])):
            continue
        second = found.span(2)
        takes_second = (
            found[2] and found[2] not in NO_NAMES and _is_name(text[slice(*second)], found[2])
        )
        yield (start, second[1] if takes_second else end)


def _titled(plain: str, text: str) -> Iterator[tuple[int, int]]:
    """ "Madame Durand", "mon fils Léo": with a capital, or a first name that everybody knows."""
    for pattern in (_TITLED, _RELATIVE):
        for found in pattern.finditer(plain):
            start, end = found.span(1)
            if _is_name(text[start:end], found[1]):
                yield (start, end)


def _first_names(plain: str, text: str) -> Iterator[tuple[int, int]]:
    """First names that everybody knows, with a capital, and the name behind them."""
    words: Sequence[re.Match[str]] = list(re.finditer(_WORD, plain))
    for word in words:
        start, end = word.span()
        if word[0] in FIRST_NAMES and text[start].isupper():
            behind = re.compile(rf" ({_WORD})").match(plain, end)
            takes = behind and text[behind.start(1)].isupper() and behind[1] not in NO_NAMES
            yield (start, behind.end() if behind and takes else end)
