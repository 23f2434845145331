"""The next question: the one whose answer can still change most of what the person will be shown.

Every plausible answer is tried, and the jobs are ranked again as they would be. A question is worth
the part of the first list that changes, on average over its answers; "I do not know" changes
nothing. One question at a time: what two answers change only together is not seen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.criteria import CRITERIA
from bot.orientation.evidence import scores
from bot.orientation.finding import Column
from bot.orientation.interests import InterestProfile, settled
from bot.orientation.job_table import Numbers
from bot.orientation.matching import Ranking, Scores, ranking_of, scores_of
from bot.orientation.plausible_answers import (
    AGREEMENTS,
    PLAUSIBLE,
    STATEMENT,
    Answer,
    open_statements,
)
from bot.orientation.profile import Profile
from bot.orientation.shown_list import change, first_jobs, first_jobs_of
from bot.orientation.situation import past_of, situation_of, under
from bot.orientation.statements import (
    LETTERS,
    LONGEST,
    SETTINGS,
    STATEMENT_BY_ID,
    Statement,
    statement_evidence,
)
from bot.orientation.unlocking import LONGEST_TRIP

WORTH_ASKING = 0.1
"""Less than one of the four cards on average. On 60 synthetic people of all of France, the first
list is that of the full answers for 0.817 when all LONGEST are asked, 0.813 (11.4 asked) with 0.1,
0.789 (10.3 asked) with 0.15; with statements chosen to fill each axis instead, 0.727 (11.1)."""
SHORTEST = 8
"""Before this many statements the interview never stops of itself: a list that no single answer
moves may still move with two."""
TASTES = ("letters", "field", "settings")
"""Criteria that a statement can change."""
ON_THE_WAY = ("hiring", "trip", "reach", "licence")
CHANGED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("licence", "vehicle", "public_transport", "max_minutes"), ON_THE_WAY),
    "past_job": ("experience", "skills", "training"),
    "hours_refused": ("hours",),
    "conditions_refused": ("conditions",),
    "training": ("training",),
}
"""The criteria that an answer can change; another home may change them all."""
COLUMNS = {criterion.name: criterion.column for criterion in CRITERIA}


@dataclass(frozen=True)
class Question:
    """name: a question of the interview. statement: which one, when it is a statement."""

    name: str
    statement: Statement | None = None

    @property
    def key(self) -> str:
        return self.statement.statement_id if self.statement else self.name


@dataclass(frozen=True)
class NextQuestion:
    """What one open question is worth.

    value: 0 to 1, part of the first list that its answer changes on average. jobs_depending: how
    many jobs of all are ruled out by some plausible answers and not by others.
    """

    question: Question
    value: float
    jobs_depending: int


def next_question(
    catalogue: Catalogue, profile: Profile, asked: Collection[str], seed: int
) -> NextQuestion | None:
    """The question worth most; None when no answer can change enough to be worth asking.

    asked: names of questions and ids of statements not to ask (again). Equal: interview order.
    """
    first = next(iter(value_of_each(catalogue, profile, asked, seed)), None)
    return first if first and first.value >= WORTH_ASKING else None


def value_of_each(
    catalogue: Catalogue, profile: Profile, asked: Collection[str], seed: int
) -> tuple[NextQuestion, ...]:
    """Every open question, the one worth most first, those worth nothing too."""
    ranking = ranking_of(situation_of(catalogue, profile), seed)
    statements = [] if STATEMENT in asked else open_statements(profile)
    found = [
        *value_of_statements(ranking, [s for s in statements if s not in asked], seed),
        *(value_of(ranking, name, seed) for name in PLAUSIBLE if name not in asked),
    ]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.value))


def value_of(ranking: Ranking, name: str, seed: int) -> NextQuestion | None:
    """What one question of PLAUSIBLE is worth; None when its answer is known."""
    situation = ranking.situation
    answers = tuple(PLAUSIBLE[name](situation.catalogue, situation.profile))
    if not answers:
        return None
    rankings = [_ranking_after(ranking, name, answer, seed) for answer in answers]
    ranked = Scores(
        *(np.array(each) for each in zip(*(one.scores for one in rankings), strict=True))
    )
    possible = np.array([one.is_possible for one in rankings])
    after = first_jobs(situation.table, ranked, possible)
    weights = np.array([answer.weight for answer in answers])
    depending = int((possible.any(axis=0) & ~possible.all(axis=0)).sum())
    return _worth(Question(name), weights, first_jobs_of(ranking), after, depending)


def can_change(catalogue: Catalogue, profile: Profile, name: str, seed: int) -> bool:
    """Whether an answer to the question of PLAUSIBLE can change the first jobs at all, even for a
    person who would travel far: the minutes may be asked later."""
    farthest = replace(
        profile, max_minutes=LONGEST_TRIP if profile.max_minutes is None else profile.max_minutes
    )
    rankings = (ranking_of(situation_of(catalogue, person), seed) for person in (profile, farthest))
    worth = (value_of(ranking, name, seed) for ranking in rankings)
    return any(one is not None and one.value > 0 for one in worth)


def value_of_statements(
    ranking: Ranking, statement_ids: Sequence[str], seed: int
) -> Iterator[NextQuestion]:
    """What each statement is worth; all answers to all of them are ranked in one go."""
    if not statement_ids:
        return
    situation, before = ranking.situation, first_jobs_of(ranking)
    tried = [(name, agreement) for name in statement_ids for agreement in AGREEMENTS]
    columns = [_tastes_after(ranking, name, agreement) for name, agreement in tried]
    changed = {
        name: Column(np.array([one[place] for one in columns])) for place, name in enumerate(TASTES)
    }
    ranked = scores_of(situation, {**ranking.columns, **changed}, seed)
    after = first_jobs(situation.table, ranked, ranking.is_possible)
    weights = np.array(list(AGREEMENTS.values()))
    for place, name in enumerate(statement_ids):
        rows = slice(place * len(weights), (place + 1) * len(weights))
        question = Question(STATEMENT, STATEMENT_BY_ID[name])
        yield _worth(question, weights, before, after[rows], 0)


def _tastes_after(ranking: Ranking, name: str, agreement: float) -> list[Numbers]:
    """The columns of TASTES for the person who has answered the statement."""
    situation = ranking.situation
    (piece,) = statement_evidence({name: agreement})
    evidence = settled((*situation.evidence, piece))
    interests = InterestProfile(scores(evidence), {})
    after = replace(situation, evidence=evidence, interests=interests)
    told = {
        "letters": not piece.told.keys().isdisjoint(LETTERS),
        "field": bool(piece.domains),
        "settings": not piece.told.keys().isdisjoint(SETTINGS),
    }
    return [
        (COLUMNS[taste](after) if told[taste] else ranking.columns[taste]).values
        for taste in TASTES
    ]


def _ranking_after(ranking: Ranking, name: str, answer: Answer, seed: int) -> Ranking:
    """Only what the answer can change is worked out again."""
    situation, changed = ranking.situation, CHANGED.get(name)
    if changed is None:
        return ranking_of(situation_of(situation.catalogue, answer.profile), seed)
    if changed == ON_THE_WAY:
        after = under(situation, answer.profile)
    else:
        past = past_of(situation.catalogue, answer.profile)
        after = replace(situation, profile=answer.profile, past=past)
    kept = {one: column for one, column in ranking.columns.items() if one not in changed}
    return ranking_of(after, seed, kept)


def _worth(
    question: Question, weights: Numbers, before: Numbers, after: Numbers, depending: int
) -> NextQuestion:
    return NextQuestion(question, float(weights @ change(before, after)), depending)


def statement_to_ask(catalogue: Catalogue, profile: Profile, seed: int) -> Statement | None:
    """The statement worth most; None when it is time to stop."""
    open_ids = open_statements(profile)
    if not open_ids or len(profile.statements) >= LONGEST:
        return None
    ranking = ranking_of(situation_of(catalogue, profile), seed)
    best = max(value_of_statements(ranking, open_ids, seed), key=lambda one: one.value)
    if best.value < WORTH_ASKING and len(profile.statements) >= SHORTEST:
        return None
    return best.question.statement
