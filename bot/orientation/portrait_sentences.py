"""The portrait in French: one sentence to correct, and honest ones when there is little to tell."""

from __future__ import annotations

from bot.orientation.evidence import Evidence
from bot.orientation.labels import listing, quote, upper_first
from bot.orientation.phrases import say
from bot.orientation.portrait import Portrait
from bot.orientation.statements import LETTERS


def portrait_sentences(portrait: Portrait, easy: bool = False) -> tuple[str, ...]:
    """What was understood, the things named, then the point on which answers disagree."""
    told = (
        say("portrait.flat", easy) if portrait.is_flat else "",
        _likes(portrait, easy),
        _named("named", portrait.named, easy),
        _named("refused", portrait.refused, easy),
        _torn(portrait, easy),
    )
    return tuple(sentence for sentence in told if sentence)


def piece_title(piece: Evidence, easy: bool = False) -> str:
    """One piece in the person's words, or in ours that they agreed with."""
    return say(f"portrait.piece.{piece.quoted_as}", easy, text=piece.text, quoted=quote(piece.text))


def _likes(portrait: Portrait, easy: bool) -> str:
    verbs = listing([verb for letter in portrait.letters for verb in _verbs(letter, easy)])
    where = ", ".join(_where(axis, end, easy) for axis, end in portrait.settings)
    if verbs and where:
        code = "likes_where" if len(portrait.letters) == 1 else "likes_many_where"
        facts = {"verbs": verbs, "where": where, "Where": upper_first(where)}
        return say(f"portrait.{code}", easy, **facts)
    if verbs:
        return say("portrait.likes", easy, verbs=verbs)
    if where:
        return say("portrait.where", easy, where=where)
    return "" if portrait.named or portrait.is_flat else _little(portrait, easy)


def _little(portrait: Portrait, easy: bool) -> str:
    if not portrait.has_evidence:
        return say("portrait.nothing", easy)
    return say("portrait.unsure" if portrait.has_liking else "portrait.only_refused", easy)


def _named(code: str, things: tuple[str, ...], easy: bool) -> str:
    return say(f"portrait.{code}", easy, things=listing(things)) if things else ""


def _torn(portrait: Portrait, easy: bool) -> str:
    """A setting is asked about by its two ends; a letter is only told."""
    axis = portrait.torn
    if axis is None:
        return ""
    if axis in LETTERS:
        return say("portrait.torn.letter", easy, verbs=" ou ".join(_verbs(axis, easy)))
    more, less = (_where(axis, end, easy) for end in (1, -1))
    return say("portrait.torn.setting", easy, more=more, less=less)


def _verbs(letter: str, easy: bool) -> list[str]:
    return say(f"portrait.like.{letter}", easy).split("|")


def _where(axis: str, end: int, easy: bool) -> str:
    return say(f"portrait.where.{axis}.{'more' if end > 0 else 'less'}", easy)
