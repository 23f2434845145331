"""Answers that many questions have in common: yes, no, one of a few values, none at all."""

from __future__ import annotations

import re
from typing import Any

from bot.orientation import answers
from bot.orientation.wording import fold, plain
from bot.services.questions import DECLINED, SURE_OF_DIGRESSION, UNKNOWN, Situation

PLAIN_YES = frozenset({
    "oui", "ouais", "ok", "okay", "d accord", "daccord", "bien sur", "volontiers", "avec plaisir",
    "vas y", "allez y", "je veux bien", "je suis d accord", "j accepte", "vous pouvez", "tu peux",
    "oui oui", "oui merci", "oui ok", "oui d accord", "oui bien sur", "oui volontiers", "oui svp",
    "oui s il vous plait", "oui s il te plait", "oui avec plaisir", "oui vas y", "oui allez y",
    "oui je veux bien", "oui je suis d accord", "oui j accepte", "oui vous pouvez", "oui tu peux",
    "ouais vas y", "ouais ok", "ok vas y", "ok allez y", "ok merci", "ok d accord",
    "d accord merci", "d accord vas y", "d accord allez y", "bien sur vas y", "bien sur allez y",
})  # fmt: skip
_PUNCTUATION = re.compile(r"[.,;:!…'\"«»()-]+")
_SIGNS_OF_NO = re.compile(
    r"\b(?:pas|non|ni|rien|jamais|aucune?|stop|stoppez|annule[rsz]?|refus\w*|arret\w*"
    r"|laisse[rsz]? tomber|surtout|interdi\w*)\b"
)
_NO_REFUSAL = re.compile(
    r"\b(?:pourquoi pas|pas de (?:soucis?|problemes?)|pas (?:bien |tout )?compris|comprends? pas)\b"
)


def plain_consent(situation: Situation) -> str | None:
    """A consent to send something out: "yes" is the button, or nothing but a yes of PLAIN_YES.

    What was guessed of the words (the intent, a yes among others) is no consent. Any sign of a no
    is a "no"; "unknown" and "declined" as everywhere; None is to be asked again.
    """
    if situation.chosen in ("yes", "no"):
        return str(situation.chosen)
    text = situation.message.text
    if " ".join(_PUNCTUATION.sub(" ", fold(text)).split()) in PLAIN_YES:
        return "yes"
    given_up = unanswered(situation)
    if given_up:
        return given_up
    said = _NO_REFUSAL.sub(" ", plain(text))
    is_no = answers.read_yes_no(text) is False and not _NO_REFUSAL.search(plain(text))
    return "no" if is_no or _SIGNS_OF_NO.search(said) else None


def yes_no(situation: Situation) -> str | None:
    if situation.chosen in ("yes", "no"):
        return str(situation.chosen)
    given_up = unanswered(situation)
    if given_up:
        return given_up
    said = answers.read_yes_no(situation.message.text)
    if said is None and not situation.message.entities:
        said = {"affirm": True, "deny": False}.get(situation.message.intent or "")
    return None if said is None else ("yes" if said else "no")


def one_of(situation: Situation, allowed: tuple[str, ...]) -> str | None:
    return situation.chosen if situation.chosen in allowed else None


def unanswered(situation: Situation) -> str | None:
    if doubts(situation):
        return UNKNOWN
    return DECLINED if declines(situation) else None


def doubts(situation: Situation) -> bool:
    return situation.chosen == UNKNOWN or answers.read_dont_know(situation.message.text)


def declines(situation: Situation) -> bool:
    """A button, words, or the sure wish to leave the question aside."""
    message = situation.message
    is_skipped = message.intent == "skip_question" and message.confidence >= SURE_OF_DIGRESSION
    return situation.chosen == DECLINED or is_skipped or answers.read_prefer_not(message.text)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
