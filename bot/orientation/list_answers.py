"""Answers to a list on screen: which one of it, or that nothing more is to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from bot.orientation.opinions import read_yes_no
from bot.orientation.spelling import mended
from bot.orientation.wording import plain

_RANKS = (
    re.compile(r"\b(?:1|1er|1ere|1re|premier|premiere)\b"),
    re.compile(r"\b(?:2|2e|2eme|deuxieme|second|seconde)\b"),
    re.compile(r"\b(?:3|3e|3eme|troisieme)\b"),
    re.compile(r"\b(?:4|4e|4eme|quatrieme)\b"),
    re.compile(r"\b(?:5|5e|5eme|cinquieme)\b"),
)
_LAST = re.compile(r"\b(?:dernier|derniere)\b")
_AROUND = re.compile(
    r"\b(?:oui|non|bon|euh|ben|bah|et|alors|plutot|c est|ce serait|pour|pourquoi|moi|me|m|"
    r"je (?:prends|choisis|veux|dirais|pense)|le|la|l|du|au|de|celui|celle|numero|num|n|choix|"
    r"option|reponse|metier|job|proposition|facon|maniere|case|ligne|bouton|truc|commune|ville|plait|interesse|svp|stp|merci|"
    r"s il (?:vous|te)|er|ere|re|e|eme)\b"
)
"""What may stand around a rank that is a whole answer."""
_POINTED = tuple(
    re.compile(rf"\b(?:le|la|l|du|au|celui|numero|num|n|metier|choix|proposition) {named}\b")
    for named in (
        r"(?:1|1er|1ere|1re|premiere?)", r"(?:2|2e|2eme|deuxieme|seconde?|deux)",
        r"(?:3|3e|3eme|troisieme|trois)",
        r"(?:4|4e|4eme|quatrieme|quatre)", r"(?:5|5e|5eme|cinquieme)",
    )
)  # fmt: skip
_POINTED_LAST = re.compile(r"\b(?:le|la|du|au) derniere?(?! fois)\b")
_ALL = re.compile(
    r"\b(?:tous|toutes|tout|les (?:deux|trois|quatre)|l un et l autre|c est tout bon)\b"
)
_NOT_ALL = re.compile(r"\b(?:pas|aucune?|rien|c est tout|sauf)\b")
_SHORT = 30
Option = TypeVar("Option")
_DONE = re.compile(
    r"\b(?:c est (?:bon|tout|fini|ok)|voila|ca ira|ca suffit|rien d autre|pas d autres?|"
    r"plus rien|termine|fini|stop|j ai fini)\b"
)


def read_rank(text: str) -> int | None:
    """Rank in the list (1 is the first), when a short answer is nothing but one: "j'ai 2 enfants"
    and "mon premier emploi" name none."""
    said = _bare(text)
    named = (rank for rank, pattern in enumerate(_RANKS, start=1) if pattern.fullmatch(said))
    return next(named, None)


def _plainly(text: str) -> str:
    """The words in plain letters, slips of the keyboard put right: "le preimer" is the first."""
    return " ".join(map(mended, plain(text).split()))


def _bare(text: str) -> str:
    """A short answer without what may stand around a rank; "" for a long one."""
    said = _plainly(text)
    return " ".join(_AROUND.sub(" ", said).split()) if len(said) <= _SHORT else ""


def ranked(text: str, options: Sequence[Option]) -> Option | None:
    """The option of a list on screen that a short answer names by its rank: "la deuxième", "le
    dernier"; None when it names none, or more than there are."""
    if options and _LAST.fullmatch(_bare(text)):
        return options[-1]
    rank = read_rank(text)
    return options[rank - 1] if rank and rank <= len(options) else None


def read_rank_among(text: str, count: int) -> int | None:
    """Rank that words of any length name in a list of `count` things: "le deuxième ne me va pas".

    "Le dernier" is the last of them; None when no rank of the list is named, or several are.
    """
    ranks = _pointed(text, count)
    rank = ranks.pop() if len(ranks) == 1 else None
    return rank if rank is not None and 1 <= rank <= count else None


def read_ranks_among(text: str, count: int) -> tuple[int, ...]:
    """All the ranks that words of any length name in a list of `count` things: "le premier et le
    dernier", "les deux premiers"; () when none of the list is."""
    if first := _FIRST_ONES.search(_plainly(text)):
        return tuple(range(1, min(count, _RANK_WORDS[first[1]]) + 1))
    return tuple(sorted(rank for rank in _pointed(text, count) if 1 <= rank <= count))


def _pointed(text: str, count: int) -> set[int]:
    said = _plainly(text)
    named = {rank for rank, pattern in enumerate(_POINTED, start=1) if pattern.search(said)}
    return named | ({count} if _POINTED_LAST.search(said) else set())


_RANK_WORDS = {
    word: rank
    for rank, words in enumerate(
        (
            "1 1er 1ere 1re un une premier premiere",
            "2 2e 2eme deux deuxieme second seconde",
            "3 3e 3eme trois troisieme",
            "4 4e 4eme quatre quatrieme",
            "5 5e 5eme cinq cinquieme",
        ),
        start=1,
    )
    for word in words.split()
}
_FIRST_ONES = re.compile(r"(?:(?:les|la|le) )?(deux|trois|quatre|2|3|4) premier(?:e?s)")
_LISTED = re.compile(
    r"\b(?:(?:oui|euh|bon|alors|je (?:prends|choisis|coche|dirais)|les?|la|l|numeros?|du|celui|et|"
    r"aussi|puis|svp|merci) )+"
)


def ranked_many(text: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """The options of a list on screen that a short answer names by their ranks: "la 1 et la 3",
    "les deux premières"; () when it names none or says anything else."""
    said = _plainly(text)
    if one := ranked(text, options):
        return (one,)
    if first := _FIRST_ONES.fullmatch(said):
        return tuple(options[: _RANK_WORDS[first[1]]])
    words = _LISTED.sub(" ", f" {said} ").split() if len(said) <= _SHORT else []
    ranks = {_RANK_WORDS.get(word, 0) for word in words}
    is_list = len(ranks) > 1 and min(ranks) >= 1 and max(ranks) <= len(options)
    return tuple(options[rank - 1] for rank in sorted(ranks)) if is_list else ()


def read_all(text: str) -> bool:
    """Whether a short answer takes the whole list: "les deux", "tout est juste"."""
    said = _plainly(text)
    is_all = _ALL.search(said) and not _NOT_ALL.search(said.replace("c est tout bon", "tous"))
    return bool(is_all) and len(said) <= _SHORT


def read_done(text: str) -> bool:
    """Whether the person has nothing to add: "non", "c'est bon", "voilà"."""
    said = _plainly(text)
    return read_yes_no(text) is False or (len(said) <= _SHORT and bool(_DONE.search(said)))
