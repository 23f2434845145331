"""What a person says they like or dislike, in their own words, and what it tells.

"Non pas dehors", "j'aime pas les machines", "et aussi la musique": a thing that is named is liked,
unless a word before it, or after the last thing of the clause, says the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.orientation.evidence import WORDS, Evidence
from bot.orientation.sayings import heard
from bot.orientation.statements import SETTINGS
from bot.orientation.taste_topics import TOPICS, Topic

_NO = (
    "pas|jamais|sans|ni|aucune?|deteste\\w*|hais|horreur|peur|evite\\w*|moins|surtout pas|sauf|"
    "(?:je |j )?(?:aime|veux|supporte|voudrais|peux) plus(?! de? )|au lieu|plutot que|"
    "bof|beurk|nulle?s?|"
    "(?:enleve|retire|supprime|oublie)[rsz]?|non merci|m en passe"
)
_YES = (
    "(?:j )?(?:aime|adore|kiffe|prefere)(?: bien| trop| beaucoup)?|plutot|plait|plairait|"
    "(?:je )?(?:veux|voudrais|aimerais)(?: bien)?|aussi|ajoute[rz]?"
)
_TURN = ",|mais|sinon|par contre|en revanche"
_NOT_A_NO = re.compile(
    r"\b(?:pas (?:que|seulement|mal)|pourquoi pas|sans (?:doute|souci)|(?:deteste|hais) pas)\b"
)
_RATHER_THAN = re.compile(r"\b((?:plutot|prefere)\b[^,]*?) que\b")
_PATTERN = re.compile(
    rf"(?P<turn>{_TURN})(?!\w)|\b(?:"
    + "|".join(f"(?P<topic{n}>{topic.said})" for n, topic in enumerate(TOPICS))
    + rf"|(?P<no>{_NO})|(?P<yes>{_YES}))\b"
)


@dataclass(frozen=True)
class Taste:
    """A thing that was named, and whether it is liked."""

    topic: Topic
    is_liked: bool

    @property
    def name(self) -> str:
        """As it is quoted: "la musique"; "pas dehors" for a setting that is refused."""
        return self.topic.name if self.is_liked else self.topic.opposite or self.topic.name


def read_tastes(text: str) -> tuple[Taste, ...]:
    """Each thing named, once, in the order it was; said both ways, the last counts."""
    line = _RATHER_THAN.sub(r"\1 pas ", _NOT_A_NO.sub(" ", heard(text)))
    found: dict[str, Taste] = {}
    for taste in _tastes(line):
        found.pop(taste.topic.topic_id, None)
        found[taste.topic.topic_id] = taste
    return tuple(found.values())


def names_setting(text: str) -> bool:
    """Whether a setting is named outright ("dehors", "en équipe")."""
    return any(taste.topic.opposite for taste in read_tastes(text))


def _tastes(line: str) -> Iterator[Taste]:
    for clause in _clauses(line):
        topics = [(place, said) for place, (kind, said) in enumerate(clause) if kind == "topic"]
        for place, topic in topics:
            before = [kind for kind, _ in clause[:place] if kind != "topic"]
            after = [kind for kind, _ in clause[topics[-1][0] + 1 :]]
            yield Taste(TOPICS[int(topic)], "no" not in (*before[-1:], *after[-1:]))


def _clauses(line: str) -> list[list[tuple[str, str]]]:
    """What each clause names and how it is judged, in order: ("topic", number), ("no", "")."""
    clauses: list[list[tuple[str, str]]] = [[]]
    for found in _PATTERN.finditer(line):
        kind = str(found.lastgroup)
        if kind == "turn":
            clauses.append([])
        elif kind.startswith("topic"):
            clauses[-1].append(("topic", kind.removeprefix("topic")))
        else:
            clauses[-1].append((kind, ""))
    return _with_late_judgement(clauses)


def _with_late_judgement(clauses: list[list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    """ "Les machines, j'aime pas": a clause that only judges goes with the one before it, if that
    one has not judged yet ("j'aime la musique mais pas trop fort")."""
    joined: list[list[tuple[str, str]]] = []
    for clause in clauses:
        judges_only = clause and all(kind != "topic" for kind, _ in clause)
        is_unjudged = joined and joined[-1] and all(kind == "topic" for kind, _ in joined[-1])
        if judges_only and is_unjudged and clause[-1][0] == "no":
            joined[-1].extend(clause)
        else:
            joined.append(clause)
    return joined


def taste_evidence(taste: Taste) -> Evidence:
    """What naming it tells. A setting has two ends: refusing one is wanting the other.

    A setting keeps one piece for both ends, so that the last word on it is the only one.
    """
    axis = taste.topic.topic_id.lstrip("-")
    if axis in SETTINGS:
        end = taste.topic.weights[axis] * (1 if taste.is_liked else -1)
        return Evidence(WORDS, axis, taste.name, {axis: end}, 1.0, is_own_words=True)
    return Evidence(
        kind=WORDS,
        source_id=taste.topic.topic_id,
        text=taste.name,
        weights=taste.topic.weights,
        agreement=1.0 if taste.is_liked else -1.0,
        domains=taste.topic.domains,
        is_own_words=True,
    )
