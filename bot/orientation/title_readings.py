"""What a person's words about a job may stand for: the words themselves, and other wordings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.orientation.job_surroundings import SHIFTS, TELLING_PLACES
from bot.orientation.title_vocabulary import Weighted, content_words
from bot.orientation.title_words import EMPLOYERS, GENERIC, PHRASINGS, SYNONYMS

PREPOSITIONS = frozenset({"dans", "chez", "au", "aux", "a", "en", "pour", "sur", "avec"})
FIRST_WORD, LATER_WORD, SETTING_WORD, SHIFT_WORD = 1.0, 0.8, 0.6, 0.2
OTHER_READING, WITHOUT_SETTING = 0.97, 0.93
EMPLOYER_ALONE, EMPLOYER_BESIDE, KIND_AT_EMPLOYER = 0.95, 0.6, 0.8
LESS_COMMON_THERE = 0.02

_PHRASINGS = tuple((re.compile(pattern), meant) for pattern, meant in PHRASINGS)
_EMPLOYERS = tuple((re.compile(rf"\b(?:{name})\b"), meant) for name, meant in EMPLOYERS.items())
_ANY_EMPLOYER = re.compile(rf"\b(?:{'|'.join(EMPLOYERS)})\b")


@dataclass(frozen=True)
class Reading:
    """One wording: its weighted content words, and the share of its score that it keeps."""

    query: tuple[Weighted, ...]
    share: float


class Reader:
    """Reads words with the help of what the titles hold: is_known tells whether a title has a
    word, is_town whether it is a part of a commune's name and nothing else."""

    def __init__(self, is_known: Callable[[str], bool], is_town: Callable[[str], bool]) -> None:
        self._is_known = is_known
        self._is_town = is_town

    def readings(self, core: str, setting: str) -> list[Reading]:
        """The person's own wording first. `core` says what the job is, `setting` where."""
        telling = content_words(core)
        whole = f"{core} {setting}".strip()
        at_employer = employer_jobs(whole) and not beside_employer(core, telling)
        own = KIND_AT_EMPLOYER if at_employer else 1.0
        found = [Reading(self._weighted(core, setting), own)]
        if setting and not GENERIC.issuperset(telling):
            found.append(Reading(self._weighted(core), own * WITHOUT_SETTING))
        others = _other_wordings(whole, telling)
        found += [Reading(self._weighted(wording), share) for wording, share in others]
        return [reading for reading in found if reading.query]

    def is_rephrased(self, core: str) -> bool:
        """Whether the words together say what each of them does not ("garder mes parents")."""
        return any(pattern.search(core) for pattern, _ in _PHRASINGS)

    def _weighted(self, core: str, setting: str = "") -> tuple[Weighted, ...]:
        """The first word of a trade weighs most, what follows "dans" or "chez" less. The name of an
        employer or a town weighs nothing: only the kind of place and the shift tell of the job."""
        weighted: list[Weighted] = []
        weight = FIRST_WORD
        telling = {word for word in content_words(core) if not self._is_town(word)}
        for word in core.split():
            if word in PREPOSITIONS and weighted:
                weight = SETTING_WORD
            elif word in telling and (weight > SETTING_WORD or self._is_known(word)):
                weighted.append((word, weight))
                weight = min(weight, LATER_WORD)
        aside = setting.split()
        weighted += [(word, SETTING_WORD) for word in aside if word in TELLING_PLACES]
        weighted += [(word, SHIFT_WORD) for word in aside if word in SHIFTS]
        return tuple(weighted)


def employer_jobs(text: str) -> tuple[str, ...]:
    """What people do at the employer that a text names; empty when it names none that we know."""
    if not _ANY_EMPLOYER.search(text):
        return ()
    return next((jobs for pattern, jobs in _EMPLOYERS if pattern.search(text)), ())


def beside_employer(text: str, telling: Sequence[str]) -> set[str]:
    """The words that name a job of their own: neither the employer's name, nor "agent", nor what
    people do at that employer ("livreur" at Deliveroo)."""
    names = " ".join(found.group() for found in _ANY_EMPLOYER.finditer(text))
    done_there = " ".join(employer_jobs(text))
    return set(telling) - set(names.split()) - set(done_there.split()) - GENERIC


def only_names_employer(core: str, setting: str) -> bool:
    """Whether the words name an employer where several jobs are usual, and no job."""
    whole = f"{core} {setting}".strip()
    done_there = " ".join(employer_jobs(whole)).split()
    if len(employer_jobs(whole)) < 2 or not set(done_there).isdisjoint(content_words(core)):
        return False
    return not beside_employer(whole, content_words(core))


def _other_wordings(text: str, telling: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Other wordings that the text may stand for, each with the share of its score it keeps."""
    for pattern, meant in _PHRASINGS:
        if pattern.search(text):
            yield meant, OTHER_READING
    replaced = " ".join(SYNONYMS.get(word, word) for word in text.split())
    if replaced != text:
        yield replaced, OTHER_READING
    jobs = employer_jobs(text)
    if jobs:
        share = EMPLOYER_BESIDE if beside_employer(text, telling) else EMPLOYER_ALONE
        yield from ((meant, share - LESS_COMMON_THERE * rank) for rank, meant in enumerate(jobs))
