"""All that the bot says with facts, by code: "topic.name" -> Phrase. One table a topic, no rule.

What is said as it is, without facts of the core, is in the responses of domain.yml; pictures,
scenes and support offers are data. Apostrophes and no-break spaces are put right once, when a
message leaves (bot/orientation/typography.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.accompany import ACCOMPANY
from bot.orientation.phrases.accounts import ACCOUNTS
from bot.orientation.phrases.aids import AIDS
from bot.orientation.phrases.cards import CARDS
from bot.orientation.phrases.circumstances import QUESTIONS_OF_AIDS
from bot.orientation.phrases.compare import COMPARE, KEPT
from bot.orientation.phrases.conditions import CONDITIONS
from bot.orientation.phrases.explore import EXPLORE
from bot.orientation.phrases.jobs import JOBS
from bot.orientation.phrases.leave import LEAVE
from bot.orientation.phrases.levers import LEVERS
from bot.orientation.phrases.lists import LISTS
from bot.orientation.phrases.nearby import NEARBY, WHERE
from bot.orientation.phrases.offers import OFFERS
from bot.orientation.phrases.open_questions import OPEN_QUESTIONS
from bot.orientation.phrases.packet import FOLLOW, PACKET, PRESCRIPTION
from bot.orientation.phrases.phrase import Phrase
from bot.orientation.phrases.portrait import PORTRAIT
from bot.orientation.phrases.questions import QUESTIONS
from bot.orientation.phrases.reasons import REASONS
from bot.orientation.phrases.screens import SCREENS
from bot.orientation.phrases.sheet import SHEET
from bot.orientation.phrases.titles import TITLES
from bot.orientation.phrases.told import TOLD
from bot.orientation.phrases.trial import TRIAL
from bot.orientation.phrases.understood import UNDERSTOOD
from bot.orientation.phrases.web import WEB
from bot.orientation.phrases.widget import WIDGET
from bot.orientation.phrases.workshop import WORKSHOP

TOPICS: Mapping[str, Mapping[str, Phrase]] = {
    "accompany": ACCOMPANY,
    "account": ACCOUNTS,
    "aid": AIDS,
    "card": CARDS,
    "circumstance": QUESTIONS_OF_AIDS,
    "compare": COMPARE,
    "condition": CONDITIONS,
    "explore": EXPLORE,
    "follow": FOLLOW,
    "job": JOBS,
    "kept": KEPT,
    "leave": LEAVE,
    "lever": LEVERS,
    "list": LISTS,
    "nearby": NEARBY,
    "offer": OFFERS,
    "open": OPEN_QUESTIONS,
    "packet": PACKET,
    "portrait": PORTRAIT,
    "prescription": PRESCRIPTION,
    "question": QUESTIONS,
    "reason": REASONS,
    "screen": SCREENS,
    "sheet": SHEET,
    "title": TITLES,
    "web": WEB,
    "where": WHERE,
    "widget": WIDGET,
    "told": TOLD,
    "trial": TRIAL,
    "understood": UNDERSTOOD,
    "workshop": WORKSHOP,
}
PHRASES: Mapping[str, Phrase] = {
    f"{topic}.{name}": phrase for topic, table in TOPICS.items() for name, phrase in table.items()
}


def say(code: str, easy: bool = False, **facts: object) -> str:
    """The words of a code, filled with facts. KeyError: no such code, or a fact is missing."""
    return PHRASES[code].in_style(easy).format(**facts)


def say_count(code: str, count: int, easy: bool = False, **facts: object) -> str:
    """The words for one or for many: "code.one" up to one, as French has it, else "code.many"."""
    return say(f"{code}.{'one' if count < 2 else 'many'}", easy, count=count, **facts)


def is_said(code: str) -> bool:
    """Whether the code has words of its own."""
    return code in PHRASES
