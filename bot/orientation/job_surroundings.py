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
PLACES = frozenset(
    """
    hopital hopitaux hosto clinique ehpad mairie ecole ecoles college lycee universite fac creche
    usine aeroport gare prison supermarche hypermarche magasin marche chu etranger prefecture
    tribunal cabinet camping palace
    """.split()
)
NAMED = frozenset({"chez", "a", "au", "aux", "pour", "sur", "avec", "vers", "dans", "en"})
# "ménage à l'hôpital" is ménage; "vendeuse en boulangerie" and "dans un bar" say which job it is.
LOCATING = frozenset({"a", "au", "aux", "pour", "sur"})
ARTICLES = frozenset(
    "l la le les un une des du de d mon ma mes son sa ses leur leurs ce cette".split()
)
SHIFT = re.compile(r"\bde (?:nuits?|jour)\b")
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
    setting: list[Token] = []
    for pattern in (EMPLOYER, SHIFT):
        setting += [t for t, is_in in zip(kept, inside(kept, pattern), strict=True) if is_in]
        kept = without(kept, pattern)
    core: list[Token] = []
    position = 0
    while position < len(kept):
        length = _setting_length(kept, position, text)
        (setting if length else core).extend(kept[position : position + max(length, 1)])
        position += max(length, 1)
    return Part(tuple(core), tuple(setting))


def _setting_length(found: Sequence[Token], position: int, text: str) -> int:
    """How many tokens from here name an employer or a place: "chez" and a bare name, "à" and a
    capital, "à l'hôpital (de Privas)". 0 when none do."""
    if found[position].word not in NAMED:
        return 0
    start = position + 1
    if found[position].word == "chez" and start < len(found):
        bare = found[start].word not in ARTICLES
        return 1 + min(len(found) - start, 3) if bare else 0
    while start < len(found) and found[start].word in ("l", "la", "le", "les", "un", "une"):
        start += 1
    end = start + _capitals(found, start, text)
    if end == start and found[position].word in LOCATING:
        end += int(start < len(found) and found[start].word in PLACES)
    if end == start:
        return 0
    of_a_town = end + 1 < len(found) and found[end].word in ("de", "du", "d")
    more = _capitals(found, end + 1, text) if of_a_town else 0
    return end - position + (1 + more if more else 0)


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
