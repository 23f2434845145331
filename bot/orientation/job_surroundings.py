"""What surrounds the name of a job in a sentence: dates, contract, employer, place, shift."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bot.orientation.title_words import EMPLOYERS
from bot.orientation.wording import Token

_NUMBER = r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)"
_YEAR = r"(?:19|20)\d\d"
TIME = re.compile(
    rf"\b(?:(?:pendant|durant|depuis|il y a|environ|presque|pour|sur|en|dans|de|plus de|moins de)"
    rf" )*(?:les |mes )?(?:{_NUMBER}|quelques|plusieurs|demi)(?: (?:bonnes?|petites?|longues?|a|ou"
    rf"|{_NUMBER}|dernieres?|derniers))* (?:ans?|annees?|mois|semaines?|jours?|saisons?|etes"
    r"|heures)"
    rf"(?: et demie?)?\b"
    rf"|\b(?:en |depuis |de |entre |jusqu en |a partir de |vers )?{_YEAR}"
    rf"(?: (?:a|et|jusqu en|jusqu a) (?:{_YEAR}|maintenant|aujourd hui))?\b"
    r"|\bl (?:an|annee|ete|hiver) (?:derniere?|passee?)\b"
    r"|\b(?:tous les|l|cet|chaque|un|en|pendant les|pendant l) etes?\b|\bavant ca\b"
    r"|\bpendant les vacances\b|\bquand j etais (?:jeune|petite?|etudiante?|ado)\b"
    r"|\b(?:a |au |en |un |une |des |par )?(?:mi temps|temps plein|temps partiel|plein temps|cdi"
    r"|cdd|interim|extras?|stages?|apprentissage|alternance|contrat pro|noir|black|saison)\b"
)
# Places of work that say which job it was ("surveillante au collège"), and places that do not.
TELLING_PLACES = frozenset(
    """
    hopital hopitaux hosto clinique ehpad mairie ecole ecoles college lycee universite fac creche
    aeroport gare prison prefecture tribunal chu camping palace
    """.split()
)
PLACES = TELLING_PLACES | frozenset(
    "usine usines supermarche hypermarche magasin magasins marche marches etranger cabinet".split()
)
NAMED = frozenset({"chez", "a", "au", "aux", "pour", "sur", "avec", "vers", "dans", "en"})
# "ménage à l'hôpital" is ménage; "vendeuse en boulangerie" is left whole.
LOCATING = frozenset({"a", "au", "aux", "pour", "sur", "dans", "en"})
ARTICLES = frozenset(
    "l la le les un une des du de d mon ma mes son sa ses leur leurs ce cette".split()
)
SHIFTS = frozenset({"nuit", "nuits", "jour"})
SHIFT = re.compile(rf"\bde (?:{'|'.join(SHIFTS)})\b")
EMPLOYER = re.compile(
    rf"\b(?:(?:chez|a|au|aux|pour|de|du|dans) )?(?:(?:l|la|le|les) )?(?:{'|'.join(EMPLOYERS)})\b"
)
ASIDE = re.compile(
    r"\b(?:(?:commence|fait|suivi|fini|eu|passe) )*(?:(?:un|une|ma|mon) )?(?:formation|diplome|cap"
    r"|bep|bac pro|bac|bts|stage) (?:de |d |en |pour (?:etre |devenir )?)?|\bdiplomee? d etat\b"
)


@dataclass(frozen=True)
class Part:
    """One job's words: `core` says what it is, `setting` (employer, place) only helps to decide."""

    core: tuple[Token, ...]
    setting: tuple[Token, ...] = field(default=())


def cut_setting(clause: Sequence[Token], text: str) -> Part:
    """Take out dates, contracts and diplomas; put aside the employer, the place and the shift."""
    kept = without(without(clause, TIME), ASIDE)
    known = [a or b for a, b in zip(inside(kept, EMPLOYER), inside(kept, SHIFT), strict=True)]
    core: list[Token] = []
    setting: list[Token] = []
    position = length = 0
    while position < len(kept):
        goes_on = _capitals(kept, position, text) or _town_length(kept, position, text)
        length = (
            int(known[position])
            or _setting_length(kept, position, text)
            or (goes_on if length else 0)
        )
        (setting if length else core).extend(kept[position : position + max(length, 1)])
        position += max(length, 1)
    return Part(tuple(core), tuple(setting))


def _setting_length(found: Sequence[Token], position: int, text: str) -> int:
    """How many tokens from here name an employer or a place: "chez" and a bare name, "à" and a
    capital, "à l'hôpital (de Privas)". 0 when none do."""
    if found[position].word not in NAMED:
        return 0
    start = position + 1
    if found[position].word == "chez":
        return _bare_name_length(found, start)
    while start < len(found) and found[start].word in ("l", "la", "le", "les", "un", "une"):
        start += 1
    end = start + _capitals(found, start, text)
    if end == start and found[position].word in LOCATING:
        end += int(start < len(found) and found[start].word in PLACES)
    if end == start:
        return 0
    return end - position + _town_length(found, end, text)


def _bare_name_length(found: Sequence[Token], start: int) -> int:
    """Length of "chez" and a name of up to three words; 0 for "chez des particuliers"."""
    if start >= len(found) or found[start].word in ARTICLES:
        return 0
    end = start
    while end < min(len(found), start + 3) and found[end].word not in NAMED | {"comme"}:
        end += 1
    return 1 + end - start


def _town_length(found: Sequence[Token], position: int, text: str) -> int:
    """Length of "de Privas" behind an employer or a place; 0 when there is no such name."""
    if position >= len(found) or found[position].word not in ("de", "du", "d", "a"):
        return 0
    capitals = _capitals(found, position + 1, text)
    return 1 + capitals if capitals else 0


def _capitals(found: Sequence[Token], start: int, text: str) -> int:
    """How many tokens from `start` the person wrote with a capital."""
    end = start
    while end < len(found) and text[found[end].start].isupper() and _names_stand_out(text):
        end += 1
    return end - start


def _names_stand_out(text: str) -> bool:
    """Not when everything is typed in capitals, or each word begins with one."""
    starts = [word[0] for word in text.split()]
    return sum(start.isupper() for start in starts) <= max(1, len(starts) // 2)


def without(found: Sequence[Token], pattern: re.Pattern[str]) -> list[Token]:
    """The tokens outside the pattern's matches."""
    return [t for t, is_in in zip(found, inside(found, pattern), strict=True) if not is_in]


def inside(found: Sequence[Token], pattern: re.Pattern[str]) -> list[bool]:
    """For each token, whether it lies in a match of the pattern, sought in the joined words."""
    spans = [match.span() for match in pattern.finditer(joined(found))]
    ends = accumulate(len(token.word) + 1 for token in found)
    offsets = [end - len(token.word) - 1 for end, token in zip(ends, found, strict=True)]
    return [any(start <= offset < end for start, end in spans) for offset in offsets]


def joined(some: Iterable[Token]) -> str:
    """The words as one plain text."""
    return " ".join(token.word for token in some)
