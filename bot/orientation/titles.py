"""Free text about work -> ROME jobs, with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz

from bot.orientation.catalogue import Catalogue
from bot.orientation.everyday_names import EVERYDAY_NAMES
from bot.orientation.job import Job, Title
from bot.orientation.job_surroundings import TELLING_PLACES, joined
from bot.orientation.mentions import Candidate, Mention, Recognition, recognise, telling_part
from bot.orientation.spelling import with_mended
from bot.orientation.title_evidence import Rows, TitleEvidence
from bot.orientation.title_fields import JobFields
from bot.orientation.title_letters import Scores
from bot.orientation.title_ranking import Ranked, Ranker, confidences
from bot.orientation.title_readings import Reader, employer_jobs, only_names_employer
from bot.orientation.title_vocabulary import content_words, spelled_out
from bot.orientation.title_words import CHAT, GENERIC, SECTORS, SYNONYMS
from bot.orientation.wording import BREAK, fold, tokens, words

__all__ = ["Candidate", "Mention", "Recognition", "TitleIndex"]

CLOSE_ENOUGH_TO_SHOW = 0.75
SAME_BUT_FOR_GENDER = 0.06
# A first candidate is sure from this confidence on, when it is so far above the second one's;
# below the lower limit no job is near.
SURE_FROM, CLEAR_LEAD, ASKED_FROM = 0.75, 0.15, 0.25
# A candidate is shown beside the first one when it is at least so likely, compared to it.
LEAST_BESIDE_FIRST = 0.08
# Words that name no job: how near a job is whose label begins so, whose other title begins so, or
# that only has the word in a title; and the confidence shared by the jobs shown.
KINSHIP = (0.3, 0.7, 1.0)
NO_JOB_NAMED = 0.7
HIRES_NONE = 0.05
# Words read by a search: nobody names a job in more, and time grows with each.
LONGEST_QUERY = 24


class TitleIndex:
    """All titles of a catalogue, ready to be searched; built once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._titles = _in_job_order(catalogue)
        self._codes = sorted({title.rome_code for title in self._titles})
        position = {code: job for job, code in enumerate(self._codes)}
        jobs = [position[title.rome_code] for title in self._titles]
        self._evidence = TitleEvidence([title.text for title in self._titles], jobs)
        self._title_starts: Rows = np.searchsorted(jobs, np.arange(len(self._codes)))
        self._hiring = _hiring(catalogue, self._codes)
        self._jobs = catalogue.job_by_code
        self._label_phrases = self._phrases_of_labels()
        self._commune_words = _commune_words(catalogue)
        # The names in SECTORS are few, and sought again for each person who tells only a sector.
        self._sought: dict[str, list[Candidate]] = {}
        self._reader = Reader(self._evidence.knows, self._is_town)
        fields = JobFields(catalogue, self._codes)
        self._ranker = Ranker(self._evidence, fields, self._hiring)

    def _phrases_of_labels(self) -> set[int]:
        labels = {(job.rome_code, label) for job in self._jobs.values() for label in _labels(job)}
        return {
            int(self._evidence.phrase_of_title[row])
            for row, title in enumerate(self._titles)
            if (title.rome_code, title.text) in labels
        }

    def _is_town(self, word: str) -> bool:
        return word in self._commune_words and not self._evidence.knows(word)

    def search(self, text: str, limit: int = 5) -> list[Candidate]:
        """The jobs that a text names, best first; empty when no title shares anything with it."""
        core, setting = self.parted(text)
        if self.names_nothing(core):
            return []
        return self._kindred(core, setting, limit) or self._candidates(core, setting, limit)

    def parted(self, text: str) -> tuple[str, str]:
        """The words that say which job it was, and those that say where; no sentence is cut."""
        text = self._mended(text)
        found = [token for token in tokens(text) if token.word != BREAK][:LONGEST_QUERY]
        part = telling_part(found, text)
        return joined(part.core), joined(part.setting)

    def code_of(self, job: int) -> str:
        """ROME code of a job that was ranked."""
        return self._codes[job]

    def recognise(self, text: str) -> Recognition:
        """Every job of a sentence, each sure, to be asked back, or unknown."""
        return recognise(self._mended(text), self._judge)

    def _mended(self, text: str) -> str:
        """Slips of the keyboard put right in words that no title has: "domicle" is "domicile"."""
        return with_mended(text, self._evidence.knows)

    def _judge(self, core: str, setting: str) -> tuple[tuple[Candidate, ...], str]:
        if self.names_nothing(core):
            return (), "unknown"
        kindred = self._kindred(core, setting, limit=5)
        if kindred and TELLING_PLACES.isdisjoint(setting.split()):
            return tuple(kindred), "which_one"
        found = self._candidates(core, setting, limit=5)
        if kindred and not _is_clear(found):
            return tuple(kindred), "which_one"
        if not found or found[0].confidence < ASKED_FROM:
            return (), "unknown"
        least = LEAST_BESIDE_FIRST * found[0].confidence
        likely = tuple(one for one in found if one.confidence >= least)
        is_sure = _is_clear(found) and not only_names_employer(core, setting)
        return likely, "sure" if is_sure else "which_one"

    def ranked(self, core: str, setting: str = "") -> Ranked | None:
        """Jobs by how well they answer spelled-out words; None when no word is left to read."""
        readings = self._reader.readings(core, setting)
        return self._ranker.ranked(readings) if readings else None

    def _candidates(self, core: str, setting: str, limit: int) -> list[Candidate]:
        ranked = self.ranked(core, setting)
        if ranked is None:
            return []
        return [
            Candidate(self._codes[job], self._shown(core, int(job), ranked.by_phrase), confidence)
            for job, confidence in zip(
                ranked.jobs[:limit], confidences(ranked)[:limit], strict=True
            )
        ]

    def names_nothing(self, core: str) -> bool:
        """Whether there is no word, or only words of conversation and names of towns."""
        told = (word for word in content_words(core) if word not in CHAT)
        return all(self._is_town(word) for word in told) and not self._reader.is_rephrased(core)

    def _kindred(self, core: str, setting: str, limit: int) -> list[Candidate]:
        """The jobs of a kind, unless the employer tells which of them."""
        return [] if employer_jobs(setting) else self._of_that_kind(core, limit)

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
        found = [one for name in names[:limit] for one in self._likeliest(name)]
        share = round(NO_JOB_NAMED / max(len(found), 1), 3)
        unique: dict[str, Candidate] = {}
        for one in found:
            unique.setdefault(one.rome_code, replace(one, confidence=share))
        return list(unique.values())

    def _likeliest(self, name: str) -> list[Candidate]:
        if name not in self._sought:
            self._sought[name] = self._candidates(name, "", 1)
        return self._sought[name]

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
                job = self._evidence.job_of_phrase[row]
                begins = self._evidence.begins_with(int(row), word)
                is_label = int(row) in self._label_phrases
                kinship[job] = max(kinship[job], KINSHIP[begins + (begins and is_label)])
        return kinship

    def _shown(self, text: str, job: int, by_phrase: Scores) -> str:
        """The official title nearest to the words and gender used; the job's label when none is."""
        start, next_job = self._title_starts[job], job + 1
        end = self._title_starts[next_job] if next_job < len(self._codes) else len(self._titles)
        official = [row for row in range(start, end) if self._titles[row].is_official]
        scores = by_phrase[self._evidence.phrase_of_title[start:end]]
        best = max(scores[row - start] for row in official)
        if best < CLOSE_ENOUGH_TO_SHOW * scores.max():
            return _label(self._jobs[self._codes[job]], text)
        equal = [row for row in official if scores[row - start] >= best - SAME_BUT_FOR_GENDER]
        nearest = max(equal, key=lambda row: fuzz.ratio(fold(self._titles[row].text), text))
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
    """Every title, both labels of every job as official titles, and everyday names, by job."""
    labels = [
        Title(label, job.rome_code, is_official=True)
        for job in catalogue.jobs
        for label in _labels(job)
    ]
    known = catalogue.job_by_code
    titles = [title for title in catalogue.titles if title.rome_code in known]
    unique = dict.fromkeys([*titles, *labels, *_everyday(titles + labels)])
    return sorted(unique, key=lambda title: title.rome_code)


def _everyday(titles: Sequence[Title]) -> list[Title]:
    """The names that people use for the jobs that have these official titles."""
    return [
        Title(name, title.rome_code, is_official=False)
        for title in titles
        if title.is_official and title.text in EVERYDAY_NAMES
        for name in EVERYDAY_NAMES[title.text].split("|")
    ]


def _commune_words(catalogue: Catalogue) -> frozenset[str]:
    names = spelled_out([" ".join(commune.name for commune in catalogue.communes)])
    return frozenset(word for word in names[0] if len(word) > 3)


def _hiring(catalogue: Catalogue, codes: Sequence[str]) -> Scores:
    """Hiring projects of each job over the catalogue, on a log scale from 0 to 1: its estimated
    share of those that BMO counts by family."""
    projects = np.zeros(len(codes))
    for position, rome_code in enumerate(codes):
        rows = catalogue.demand_by_family.get(catalogue.job_by_code[rome_code].fap_code, {})
        family = sum(row.projects or 0 for row in rows.values())
        projects[position] = family * catalogue.family_share[rome_code]
    scaled = np.log1p(projects)
    return np.asarray(scaled / max(scaled.max(initial=0.0), 1.0))
