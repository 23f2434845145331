"""Free text about work -> ROME jobs, with how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job, Title
from bot.orientation.job_surroundings import SHIFTS, TELLING_PLACES
from bot.orientation.mentions import Candidate, Mention, Recognition, recognise
from bot.orientation.title_evidence import Rows, Scores, TitleEvidence, Weighted, content_words
from bot.orientation.title_words import CHAT, EMPLOYERS, GENERIC, PHRASINGS, SECTORS, SYNONYMS
from bot.orientation.wording import plain, words

__all__ = ["Candidate", "Mention", "Recognition", "TitleIndex"]

PREPOSITIONS = frozenset({"dans", "chez", "au", "aux", "a", "en", "pour", "sur", "avec"})
FIRST_WORD, LATER_WORD, SETTING_WORD, SHIFT_WORD = 1.0, 0.8, 0.6, 0.2
OTHER_READING, WITHOUT_SETTING = 0.97, 0.93
EMPLOYER_ALONE, EMPLOYER_BESIDE, KIND_AT_EMPLOYER = 0.95, 0.6, 0.8
CLOSE_ENOUGH_TO_SHOW = 0.75
SAME_BUT_FOR_GENDER = 0.06
# A first candidate is sure from this confidence on, when it is so far above the second one's;
# below the lower limit no job is near.
SURE_FROM, CLEAR_LEAD, ASKED_FROM = 0.75, 0.15, 0.12
# A candidate is shown beside the first one when it is at least so likely, compared to it.
LEAST_BESIDE_FIRST = 0.08
# Words that name no job: how near a job is whose label begins so, whose other title begins so, or
# that only has the word in a title; and the confidence shared by the jobs shown.
KINSHIP = (0.3, 0.7, 1.0)
NO_JOB_NAMED = 0.7
HIRES_NONE = 0.05
# Confidence is logistic in a job's score and in its lead over the best other job; the weights were
# fitted on perturbed titles and on the cases of tests/unit/title_cases.csv marked "tuning".
CERTAINTY, FIT_CERTAINTY, LEAD_CERTAINTY = -5.6, 7.0, 8.2
# Words read by a search: nobody names a job in more, and time grows with each.
LONGEST_QUERY = 24
# Two titles that fit equally well: the job that hires more comes first.
HIRING_SHARE = 0.03

_PHRASINGS = tuple((re.compile(pattern), meant) for pattern, meant in PHRASINGS)
_EMPLOYERS = tuple((re.compile(rf"\b(?:{name})\b"), meant) for name, meant in EMPLOYERS.items())


class TitleIndex:
    """All titles of a catalogue, ready to be searched; built once, takes about two seconds."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._titles = _in_job_order(catalogue)
        self._evidence = TitleEvidence([title.text for title in self._titles])
        self._spelled_out = [" ".join(title) for title in self._evidence.vocabulary.spelled_out]
        codes = [title.rome_code for title in self._titles]
        self._codes = sorted(set(codes))
        self._starts: Rows = np.searchsorted(codes, self._codes).astype(np.intp)
        self._hiring = _hiring(catalogue, self._codes)
        self._jobs = catalogue.job_by_code
        self._towns = {
            word
            for commune in catalogue.communes
            for word in words(commune.name)
            if len(word) > 3 and not self._evidence.knows(word)
        }

    def search(self, text: str, limit: int = 5) -> list[Candidate]:
        """The jobs that a text names, best first; empty when no title shares anything with it."""
        core = " ".join(words(text)[:LONGEST_QUERY])
        if not core:
            return []
        return self._of_that_kind(core, limit) or self._candidates(core, "", limit)

    def recognise(self, text: str) -> Recognition:
        """Every job of a sentence, each sure, to be asked back, or unknown."""
        return recognise(text, self._judge)

    def _judge(self, core: str, setting: str) -> tuple[tuple[Candidate, ...], str]:
        if set(content_words(core)) <= CHAT | self._towns:
            return (), "unknown"
        kindred = [] if _employer_jobs(setting) else self._of_that_kind(core, limit=5)
        if kindred and TELLING_PLACES.isdisjoint(setting.split()):
            return tuple(kindred), "which_one"
        found = self._candidates(core, setting, limit=5)
        if kindred and not _is_clear(found):
            return tuple(kindred), "which_one"
        if not found or found[0].confidence < ASKED_FROM:
            return (), "unknown"
        least = LEAST_BESIDE_FIRST * found[0].confidence
        likely = tuple(one for one in found if one.confidence >= least)
        return likely, "sure" if _is_clear(found) else "which_one"

    def _candidates(self, text: str, setting: str, limit: int) -> list[Candidate]:
        by_title = self._title_scores(text, setting)
        by_job = np.maximum.reduceat(by_title, self._starts)
        ranked = by_job + HIRING_SHARE * by_job * self._hiring
        best = np.argsort(-ranked, kind="stable")[: limit + 1]
        confidences = _confidences(by_job[best])
        return [
            Candidate(self._codes[job], self._shown(text, int(job), by_title), confidence)
            for job, confidence in zip(best[:limit], confidences, strict=False)
            if by_job[job] > 0
        ]

    def _of_that_kind(self, text: str, limit: int) -> list[Candidate]:
        """For "agent" or "usine" alone: jobs so called or of that sector, none of them likely.
        Empty when the words name a job."""
        telling = content_words(text)
        if len(telling) != 1:
            return []
        if telling[0] in SECTORS:
            return self._in_sector(SECTORS[telling[0]], limit)
        return self._so_called(text, limit) if telling[0] in GENERIC else []

    def _in_sector(self, names: Sequence[str], limit: int) -> list[Candidate]:
        """The job that each name finds, once; a catalogue may lack some of them."""
        found = [one for name in names[:limit] for one in self._candidates(name, "", 1)]
        share = round(NO_JOB_NAMED / max(len(found), 1), 3)
        unique: dict[str, Candidate] = {}
        for one in found:
            unique.setdefault(one.rome_code, replace(one, confidence=share))
        return list(unique.values())

    def _so_called(self, text: str, limit: int) -> list[Candidate]:
        """The jobs that bear the word, those that hire most first."""
        rank = (HIRES_NONE + self._hiring) * self._kinship(text)
        best = [int(job) for job in np.argsort(-rank, kind="stable")[:limit] if rank[job] > 0]
        total = rank[best].sum()
        return [
            Candidate(
                self._codes[job],
                _label(self._jobs[self._codes[job]], text),
                round(float(NO_JOB_NAMED * rank[job] / total), 3),
            )
            for job in best
        ]

    def _kinship(self, text: str) -> Scores:
        """1 for a job whose label begins with the word, less when only another title has it."""
        kinship = np.zeros(len(self._codes))
        said = content_words(text)[0]
        for word in {said, SYNONYMS.get(said, said)}:
            for row in self._evidence.rows_with(word):
                job = int(np.searchsorted(self._starts, row, side="right")) - 1
                begins = self._evidence.begins_with(int(row), word)
                is_label = self._titles[row].text in _labels(self._jobs[self._codes[job]])
                kinship[job] = max(kinship[job], KINSHIP[begins + (begins and is_label)])
        return kinship

    def _title_scores(self, text: str, setting: str) -> Scores:
        """The best of the person's wording and of the other readings of it."""
        core = plain(text)
        telling = content_words(core)
        scores = self._evidence.scores(self._weighted(core, setting))
        if setting and not GENERIC.issuperset(telling):
            alone = self._evidence.scores(self._weighted(core))
            scores = np.maximum(scores, WITHOUT_SETTING * alone)
        if _employer_jobs(f"{core} {setting}") and not _beside_employer(core, telling):
            scores = scores * KIND_AT_EMPLOYER
        for reading, share in _other_readings(f"{core} {setting}", telling):
            scores = np.maximum(scores, share * self._evidence.scores(self._weighted(reading)))
        return scores

    def _weighted(self, core: str, setting: str = "") -> list[Weighted]:
        """The first word of a trade weighs most, what follows "dans" or "chez" less. The name of an
        employer or a town weighs nothing: only the kind of place and the shift tell of the job."""
        weighted: list[Weighted] = []
        weight = FIRST_WORD
        telling = set(content_words(core)) - self._towns
        for word in core.split():
            if word in PREPOSITIONS and weighted:
                weight = SETTING_WORD
            elif word in telling and (weight > SETTING_WORD or self._evidence.knows(word)):
                weighted.append((word, weight))
                weight = min(weight, LATER_WORD)
        aside = setting.split()
        weighted += [(word, SETTING_WORD) for word in aside if word in TELLING_PLACES]
        return weighted + [(word, SHIFT_WORD) for word in aside if word in SHIFTS]

    def _shown(self, text: str, job: int, by_title: Scores) -> str:
        """The official title nearest to the words and gender used; the job's label when none is."""
        start = self._starts[job]
        end = self._starts[job + 1] if job + 1 < len(self._starts) else len(self._titles)
        official = [row for row in range(start, end) if self._titles[row].is_official]
        best = by_title[official].max()
        if best < CLOSE_ENOUGH_TO_SHOW * by_title[start:end].max():
            return _label(self._jobs[self._codes[job]], text)
        equal = [row for row in official if by_title[row] >= best - SAME_BUT_FOR_GENDER]
        nearest = max(equal, key=lambda row: fuzz.ratio(self._spelled_out[row], plain(text)))
        return self._titles[nearest].text


def _is_clear(found: Sequence[Candidate]) -> bool:
    """Whether the first job is likely, and far enough ahead of the second."""
    if not found or found[0].confidence < SURE_FROM:
        return False
    return len(found) == 1 or found[0].confidence - found[1].confidence >= CLEAR_LEAD


def _label(job: Job, text: str) -> str:
    """The job's label in the gender the person used, in both when the words do not show it."""
    masculine, feminine = (set(words(label)) for label in (job.label_masculine, job.label_feminine))
    said = set(words(text))
    if said & (feminine - masculine):
        return job.label_feminine
    if said & (masculine - feminine):
        return job.label_masculine
    return " / ".join(_labels(job))


def _labels(job: Job) -> tuple[str, ...]:
    return tuple(dict.fromkeys((job.label_masculine, job.label_feminine)))


def _in_job_order(catalogue: Catalogue) -> list[Title]:
    """Every title, and both labels of every job as official titles, by job."""
    labels = (
        Title(label, job.rome_code, is_official=True)
        for job in catalogue.jobs
        for label in _labels(job)
    )
    known = catalogue.job_by_code
    titles = [title for title in catalogue.titles if title.rome_code in known]
    unique = dict.fromkeys([*titles, *labels])
    return sorted(unique, key=lambda title: title.rome_code)


def _hiring(catalogue: Catalogue, codes: Sequence[str]) -> Scores:
    """Hiring projects of each job over the catalogue, on a log scale from 0 to 1; BMO counts them
    by family, shared here in equal parts between the jobs of the family."""
    projects = np.zeros(len(codes))
    for position, rome_code in enumerate(codes):
        fap_code = catalogue.job_by_code[rome_code].fap_code
        rows = catalogue.demand_by_family.get(fap_code, {}).values()
        family = sum(row.projects or 0 for row in rows)
        projects[position] = family / len(catalogue.jobs_by_family[fap_code])
    scaled = np.log1p(projects)
    return np.asarray(scaled / max(scaled.max(initial=0.0), 1.0))


def _other_readings(text: str, telling: Sequence[str]) -> list[tuple[str, float]]:
    """Other wordings that the text may stand for, each with the share of its score it keeps."""
    readings = [(meant, OTHER_READING) for pattern, meant in _PHRASINGS if pattern.search(text)]
    replaced = " ".join(SYNONYMS.get(word, word) for word in text.split())
    if replaced != text:
        readings.append((replaced, OTHER_READING))
    jobs = _employer_jobs(text)
    if jobs:
        share = EMPLOYER_BESIDE if _beside_employer(text, telling) else EMPLOYER_ALONE
        readings.extend((meant, share - 0.02 * rank) for rank, meant in enumerate(jobs))
    return readings


def _employer_jobs(text: str) -> tuple[str, ...]:
    """What people do at the employer that a text names; empty when it names none that we know."""
    return next((jobs for pattern, jobs in _EMPLOYERS if pattern.search(text)), ())


def _beside_employer(text: str, telling: Sequence[str]) -> set[str]:
    """The words that name a job of their own: neither the employer's name, nor "agent", nor what
    people do at that employer ("livreur" at Deliveroo)."""
    names = " ".join(found.group() for pattern, _ in _EMPLOYERS for found in pattern.finditer(text))
    done_there = " ".join(_employer_jobs(text))
    return set(telling) - set(names.split()) - set(done_there.split()) - GENERIC


def _confidences(scores: Scores) -> list[float]:
    """Confidence in each of the best jobs: how well it fits, and how far the next one is."""
    first, second = scores[0], scores[1] if len(scores) > 1 else 0.0
    rivals = np.where(np.arange(len(scores)) == 0, second, first)
    odds = CERTAINTY + FIT_CERTAINTY * scores + LEAD_CERTAINTY * (scores - rivals)
    return [round(float(value), 3) for value in 1 / (1 + np.exp(-odds))]
