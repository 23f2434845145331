"""How well free words find ROME jobs, on cases written by hand, beside a plain baseline.

A case names one job (several codes may be right), no job at all, or a word so wide that the answer
must be "which one?". The baseline is cosine over TF-IDF of character groups of the official titles,
nothing else: what a search box gives without any work on French or on jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.evaluation.calibration import Calibration, calibration
from bot.evaluation.share import Share
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import Mention, Recognition, TitleIndex

NO_JOB, WHICH_ONE = "no_job", "which_one"
SHOWN = 5
# A search: a text -> ROME codes, best first.
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class TitleCase:
    """One text and the codes that answer it. kind: NO_JOB (no code), WHICH_ONE (a good question
    offers one of the codes), or how the text names its job ("sms", "verb", "employer"…)."""

    text: str
    rome_codes: frozenset[str]
    kind: str

    @property
    def names_a_job(self) -> bool:
        return self.kind not in (NO_JOB, WHICH_ONE)


@dataclass(frozen=True)
class Found:
    """Of texts that name a job: the right code comes first, or among the five shown."""

    first: Share
    in_five: Share


@dataclass(frozen=True)
class TitleSearchQuality:
    """searched, baseline: on the texts that name a job, whole; by_kind: the same, by kind.
    understood: the first code of what a conversation recognises is right; offered: it is among the
        candidates shown; sure: when the answer is certain, it is right.
    rejected: texts without a job in which none is seen. asked_back: wide words answered by a
        question that offers a right job. calibration: confidence in the first code searched.
    """

    searched: Found
    baseline: Found
    by_kind: Mapping[str, Found]
    understood: Share
    offered: Share
    sure: Share
    rejected: Share
    asked_back: Share
    calibration: Calibration


def evaluate(
    catalogue: Catalogue, index: TitleIndex, cases: Sequence[TitleCase]
) -> TitleSearchQuality:
    """Quality over the cases; one without a code of the catalogue is left out."""
    named = [case for case in cases if case.names_a_job and _is_known(catalogue, case)]
    wide = [case for case in cases if case.kind == WHICH_ONE and _is_known(catalogue, case)]
    mentions = [(case, _main(index.recognise(case.text))) for case in named]
    return TitleSearchQuality(
        searched=_found(_codes_of(index), named),
        baseline=_found(plain_search(catalogue), named),
        by_kind={kind: _found(_codes_of(index), some) for kind, some in _by_kind(named).items()},
        understood=Share.of(_is_right(case, mention, shown=1) for case, mention in mentions),
        offered=Share.of(_is_right(case, mention, SHOWN) for case, mention in mentions),
        sure=Share.of(
            _is_right(case, mention, shown=1)
            for case, mention in mentions
            if mention is not None and mention.status == "sure"
        ),
        rejected=Share.of(
            all(mention.status == "unknown" for mention in index.recognise(case.text).mentions)
            for case in cases
            if case.kind == NO_JOB
        ),
        asked_back=Share.of(_asks_back(case, index.recognise(case.text)) for case in wide),
        calibration=calibration([_confidence(index, case) for case in named]),
    )


def plain_search(catalogue: Catalogue) -> Search:
    """The baseline: groups of 2 to 5 characters inside words, official titles only."""
    official = [title for title in catalogue.titles if title.is_official]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))
    vectors = vectorizer.fit_transform([title.text for title in official])

    def search(text: str) -> list[str]:
        scores = np.asarray((vectors @ vectorizer.transform([text]).T).todense()).ravel()
        ranked = (official[row].rome_code for row in np.argsort(-scores, kind="stable"))
        return _first_distinct(ranked, SHOWN)

    return search


def _first_distinct(codes: Iterable[str], count: int) -> list[str]:
    kept: dict[str, None] = {}
    for code in codes:
        kept.setdefault(code)
        if len(kept) == count:
            break
    return list(kept)


def _is_known(catalogue: Catalogue, case: TitleCase) -> bool:
    return not case.rome_codes.isdisjoint(catalogue.job_by_code)


def _codes_of(index: TitleIndex) -> Search:
    return lambda text: [one.rome_code for one in index.search(text, limit=SHOWN)]


def _found(search: Search, cases: Sequence[TitleCase]) -> Found:
    answers = [(case, search(case.text)) for case in cases]
    return Found(
        Share.of(not case.rome_codes.isdisjoint(codes[:1]) for case, codes in answers),
        Share.of(not case.rome_codes.isdisjoint(codes) for case, codes in answers),
    )


def _by_kind(cases: Iterable[TitleCase]) -> dict[str, list[TitleCase]]:
    kinds: dict[str, list[TitleCase]] = {}
    for case in cases:
        kinds.setdefault(case.kind, []).append(case)
    return dict(sorted(kinds.items()))


def _main(found: Recognition) -> Mention | None:
    """The likeliest of the jobs recognised; None when there is none."""
    named = [mention for mention in found.mentions if mention.candidates]
    return max(named, key=lambda mention: mention.candidates[0].confidence, default=None)


def _is_right(case: TitleCase, mention: Mention | None, shown: int) -> bool:
    if mention is None:
        return False
    return not case.rome_codes.isdisjoint(one.rome_code for one in mention.candidates[:shown])


def _asks_back(case: TitleCase, found: Recognition) -> bool:
    mention = _main(found)
    return mention is not None and mention.status == "which_one" and _is_right(case, mention, SHOWN)


def _confidence(index: TitleIndex, case: TitleCase) -> tuple[float, bool]:
    found = index.search(case.text, limit=1)
    if not found:
        return 0.0, False
    return found[0].confidence, found[0].rome_code in case.rome_codes
