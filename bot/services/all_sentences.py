"""Every sentence that the bot can say, in one list: for its editor, and to be measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.game import Story
from bot.orientation.phrases import PHRASES
from bot.orientation.phrases.examples import EXAMPLES
from bot.orientation.pictures import Deck
from bot.orientation.readability import (
    longest_line,
    longest_sentence,
    our_words,
    reading_ease,
    words,
)
from bot.orientation.statements import STATEMENTS

RARE_ZIPF = 3.3
"""A word is rare under two uses in a million words (Zipf scale: log10 of uses in a billion)."""

_HOLE = re.compile(r"\{(\w+)\}")
_PARTS = re.compile(r"[-'’·]")


@dataclass(frozen=True)
class Response:
    """A response of the domain. texts: said by chance. easy: said instead to who reads easy-read
    French; empty when the texts are easy already. buttons: their titles."""

    name: str
    texts: tuple[str, ...]
    easy: tuple[str, ...]
    buttons: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """What is said under a code, in the usual and in easy-read French, holes filled with usual
    facts. kind: "response", "phrase", "title", "question", "statement", "picture", "story"."""

    code: str
    kind: str
    text: str
    easy: str


@dataclass(frozen=True)
class Measured:
    """ease, easy_ease: of the two ways. rare: words of ours that are seldom used; None when no
    list of frequencies is at hand."""

    sentence: Sentence
    ease: float
    easy_ease: float
    longest_sentence: int
    longest_easy_line: int
    rare: tuple[str, ...] | None


def all_sentences(responses: Iterable[Response], deck: Deck, story: Story) -> tuple[Sentence, ...]:
    """The responses, the phrases of the core, the questions about aids, then the contents."""
    return (
        *(sentence for response in responses for sentence in _of_response(response)),
        *_phrases(),
        *_questions_of_aids(),
        *(Sentence(one.statement_id, "statement", one.text, one.text) for one in STATEMENTS),
        *_pictures(deck),
        *_scenes(story),
    )


def filled(text: str) -> str:
    """The text with a usual fact in each hole; a hole without an example stays as it is."""
    return _HOLE.sub(lambda hole: EXAMPLES.get(hole[1], hole[0]), text)


def measured(sentence: Sentence, zipf: Callable[[str], float] | None) -> Measured:
    """zipf: how often a word is used, on the Zipf scale; None when there is no such list."""
    return Measured(
        sentence,
        reading_ease(sentence.text),
        reading_ease(sentence.easy),
        longest_sentence(sentence.text),
        longest_line(sentence.easy),
        None if zipf is None else rare_words(f"{sentence.text}\n{sentence.easy}", zipf),
    )


def rare_words(text: str, zipf: Callable[[str], float]) -> tuple[str, ...]:
    """The words of ours under RARE_ZIPF, each once; numbers and acronyms are none."""
    parts = (part for word in our_words(text) if not word.isupper() for part in _PARTS.split(word))
    seen = dict.fromkeys(part.lower() for part in parts if len(part) > 1 and part.isalpha())
    return tuple(part for part in seen if zipf(part) < RARE_ZIPF)


def _of_response(response: Response) -> Iterator[Sentence]:
    """Each usual text with an easy one; those left over with the first of the other way."""
    easy = response.easy or response.texts
    for place in range(max(len(response.texts), len(easy))):
        text = response.texts[min(place, len(response.texts) - 1)]
        simple = easy[min(place, len(easy) - 1)]
        code = response.name if place == 0 else f"{response.name} {place + 1}"
        yield Sentence(code, "response", filled(text), filled(simple))
    for title in response.buttons:
        yield Sentence(f"{response.name} : {title}", "title", title, title)


def _phrases() -> Iterator[Sentence]:
    for code, phrase in PHRASES.items():
        text, easy = filled(phrase.text), filled(phrase.in_style(easy=True))
        if words(text) and not code.startswith("circumstance."):
            yield Sentence(code, "title" if code.startswith("title.") else "phrase", text, easy)


def _questions_of_aids() -> Iterator[Sentence]:
    for fact, circumstance in CIRCUMSTANCES.items():
        own = PHRASES.get(f"circumstance.{fact}")
        easy = own.text if own else circumstance.question
        yield Sentence(f"question {fact}", "question", circumstance.question, easy)


def _pictures(deck: Deck) -> Iterator[Sentence]:
    for picture in deck.pictures:
        told = f"{picture.name}.\n{picture.description}"
        yield Sentence(f"image {picture.number}", "picture", told, told)


def _scenes(story: Story) -> Iterator[Sentence]:
    for ending in story.endings:
        yield Sentence(f"histoire {ending.ending_id}", "story", ending.text, ending.easy)
    for scene in story.scenes:
        yield Sentence(f"histoire {scene.scene_id}", "story", scene.text, scene.easy)
        for choice in scene.choices:
            code = f"histoire {scene.scene_id} {choice.choice_id}"
            yield Sentence(code, "story", choice.title, choice.title)
            yield Sentence(f"{code} ensuite", "story", choice.then, choice.then)
