"""Pictures chosen in words, by their numbers or by what they show, and pictures taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.orientation.durations import with_digits
from bot.orientation.near_words import Nameable
from bot.orientation.pictures import Deck
from bot.orientation.sayings import heard, phrases

QUOTED = 80
"""Characters of the person's words that a card can quote."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s*[.,;:/+&-]+\s*(?=\d)")
_ORDINALS = {
    f"{root}ieme": number
    for number, root in {
        "deux": "deux", "trois": "trois", "quatre": "quatr", "cinq": "cinqu", "six": "six",
        "sept": "sept", "huit": "huit", "neuf": "neuv", "dix": "dix", "onze": "onz",
        "douze": "douz", "treize": "treiz", "quatorze": "quatorz", "quinze": "quinz",
        "seize": "seiz", "vingt": "vingt", "trente": "trent", "un": "un",
    }.items()
} | {"premier": "1", "premiere": "1", "second": "2", "seconde": "2"}  # fmt: skip
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b")
_AMONG_NUMBERS = frozenset(
    "un une et puis la le les l je prends choisis veux voudrais aime mets numero numeros n num "
    "image images photo photos carte cartes er ere eme e ieme svp merci alors ,".split()
)
_REMOVES = phrases(
    "(?:sans|sauf|enleve[rsz]?|retire[rsz]?|supprime[rsz]?|(?:mais )?(?:plus|pas)|finalement pas)"
)
_TURN = re.compile(r" (?:mais|et plutot|plutot|a la place) ")
_SEPARATORS = re.compile(r" , | et | puis | avec ")
_REJECTS = phrases(
    "(?:ca|elle|cela)? ?(?:me )?(?:fait|font) (?:un peu |trop |tres |plutot )?(?:peur|flipper)",
    "(?:je me suis|j me suis) trompee?|(?:c est|c etait) (?:une|par) erreur|erreur",
    "(?:j |je )?(?:aime|veux|voulais|prends|garde) (?:pas|plus)(?: (?:trop|vraiment|du tout|en "
    "fait|finalement))*(?: (?:celle ci|celle la|cette (?:image|photo)|ca))?$",
    "pas (?:celle ci|celle la|cette (?:image|photo))",
    "(?:enleve|retire|supprime)[rsz]?(?: moi)?(?: (?:la|le|ca|celle ci|celle la|cette image))?$",
    "(?:elle|ca) me plait (?:pas|plus)|(?:j |je )?(?:la )?deteste",
)
_ONLY_NO = phrases(
    "(?:en fait |finalement |ah |bah |euh |bon )*(?:non|bof|beurk|pas du tout)(?: (?:en fait|"
    "finalement|merci|pas du tout))*"
)
_NOTHING_TO_SAY = phrases(
    "(?:je sais pas|rien(?: de special| de particulier)?|pas d idees?|aucune idee|comme ca|"
    "pour rien|au hasard|passe[rz]?|suivante?|la suivante|on passe|sais pas)"
    "(?: (?:trop|vraiment|cette image|celle ci|pourquoi|quoi dire|merci|svp))*"
)
_ALL_PASSED = phrases(
    "(?:.* )?(?:passe[rz]?|passons|saute[rz]?)(?: .*)? (?:tout|toutes|les autres|tout ca)",
    "(?:j )?(?:en )?(?:ai )?rien a (?:ajouter|dire)(?: sur (?:les autres|aucune))",
)


@dataclass(frozen=True)
class PicturesSaid:
    """chosen, removed: ids of pictures, in the order said. unknown: numbers of no picture."""

    chosen: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()


def read_pictures(text: str, deck: Deck) -> PicturesSaid:
    """The pictures that a message names, by number ("7, 12 et 23", "la première") or by what they
    show ("le potager")."""
    line = heard(_BETWEEN_DIGITS.sub(" , ", text))
    line = f" {_ORDINAL.sub(lambda found: _ORDINALS[found.group()], line)} "
    names = Nameable({picture.picture_id: picture.name for picture in deck.pictures})
    removed: list[str] = []
    chosen: list[str] = []
    unknown: list[int] = []
    for part in _TURN.split(line):
        before, is_removal, after = _cut(part)
        _read_part(before, deck, names, chosen, unknown)
        if is_removal:
            _read_part(after, deck, names, removed, unknown)
    kept = dict.fromkeys(one for one in chosen if one not in removed)
    return PicturesSaid(tuple(kept), tuple(dict.fromkeys(removed)), tuple(unknown))


def rejects(text: str) -> bool:
    """Whether the words take the picture back: "en fait non", "ça me fait peur"."""
    line = heard(text).replace(" , ", " ").strip(" ,")
    return bool(_ONLY_NO.fullmatch(line) or _REJECTS.search(line))


def has_nothing_to_say(text: str) -> bool:
    """Whether the picture is kept without a word on it."""
    return bool(_NOTHING_TO_SAY.fullmatch(heard(text).replace(" , ", " ").strip(" ,")))


def passes_all(text: str) -> bool:
    """ "Passe toutes les autres"."""
    return bool(_ALL_PASSED.fullmatch(heard(text).strip(" ,")))


def quotable(text: str) -> str:
    """The person's words on one line, cut at a word when a card cannot quote them all."""
    line = " ".join(text.split())
    if len(line) <= QUOTED:
        return line
    return f"{line[:QUOTED].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"


def _cut(part: str) -> tuple[str, bool, str]:
    """What comes before the first word that removes, whether there is one, what comes after."""
    found = _REMOVES.search(part)
    return (part[: found.start()], True, part[found.end() :]) if found else (part, False, "")


def _read_part(part: str, deck: Deck, names: Nameable, ids: list[str], unknown: list[int]) -> None:
    """Number words are numbers only among numbers: "trois" is one, "les trois cuisiniers" none."""
    if _is_numbers_only(with_digits(part)):
        _read_numbers(with_digits(part), deck, ids, unknown)
        return
    for words in _SEPARATORS.split(part):
        numbers = with_digits(words)
        is_number = _is_numbers_only(numbers)
        _read_numbers(numbers if is_number else words, deck, ids, unknown)
        named = None if is_number else names.named_in(re.sub(r"\d+", " ", words))
        if named is not None:
            ids.append(named)


def _is_numbers_only(words: str) -> bool:
    """Whether nothing but numbers is said; word by word, which no length makes slow."""
    return all(word.isdecimal() or word in _AMONG_NUMBERS for word in words.split())


def _read_numbers(words: str, deck: Deck, ids: list[str], unknown: list[int]) -> None:
    for number in map(int, re.findall(r"(?<![\d.])\d{1,3}(?![\d.])", words)):
        picture = deck.by_number.get(number)
        if picture is None:
            unknown.append(number)
        else:
            ids.append(picture.picture_id)
