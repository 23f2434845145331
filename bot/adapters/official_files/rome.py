"""ROME 4.0 as the compilation asks for it: one edition, by job."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.records import RomeItem, RomeJob


@dataclass(frozen=True)
class Rome:
    """The jobs of one edition and what is said of each."""

    edition: Edition

    @property
    def name(self) -> str:
        """Version number and date, as in "4.0 version 60 (18/09/2025)"."""
        date = f" ({self.edition.published_on})" if self.edition.published_on else ""
        return f"4.0 version {self.edition.number}{date}"

    @cached_property
    def jobs(self) -> dict[str, RomeJob]:
        return {job.rome_code: job for job in self.edition.parts["rome_jobs"]}

    @cached_property
    def riasec(self) -> dict[str, tuple[str, str | None]]:
        """Major and minor RIASEC letter of each job; there may be no minor one."""
        return {r.rome_code: (r.major, r.minor) for r in self.edition.parts["rome_riasec"]}

    @cached_property
    def titles(self) -> dict[str, list[str]]:
        """The official appellations of each job, in full words."""
        return _grouped(self.edition.parts["rome_titles"], lambda title: title.label)

    @cached_property
    def items(self) -> dict[str, list[str]]:
        """OGR codes linked to each job: skills, knowledge, work contexts."""
        return _grouped(self.edition.parts["rome_job_items"], lambda item: item.ogr_code)

    @cached_property
    def skill_items(self) -> dict[str, RomeItem]:
        """OGR code -> skill, macro-competences too; empty when the edition came without them."""
        return {item.ogr_code: item for item in self.edition.parts.get("rome_skills", ())}

    @cached_property
    def macro_letters(self) -> dict[str, tuple[str | None, str | None]]:
        """Major and minor RIASEC letter of each macro-competence, if any; empty as above."""
        letters = self.edition.parts.get("rome_macro_riasec", ())
        return {one.ogr_code: (one.major, one.minor) for one in letters}

    @cached_property
    def core_items(self) -> dict[str, list[str]]:
        """OGR codes that ROME says are at the heart of each job; empty as above."""
        items = self.edition.parts.get("rome_core_items", ())
        return _grouped((i for i in items if i.importance == "Principale"), lambda i: i.ogr_code)

    @cached_property
    def near(self) -> dict[str, list[str]]:
        """Near jobs of each job, in the official order."""
        ordered = sorted(self.edition.parts["rome_near"], key=lambda near: near.rank)
        return _grouped(ordered, lambda near: near.near_code)

    @cached_property
    def access_texts(self) -> dict[str, str]:
        """The text on access to each job: material for access.py."""
        return self._texts("acces_metier")

    @cached_property
    def definitions(self) -> dict[str, str]:
        """What ROME says that a job is. Never to be put into the project: for a database only.

        Some of its sentences lack their full stop.
        """
        return self._texts("definition", closed=True)

    @cached_property
    def domain_labels(self) -> dict[str, str]:
        return {row.domain: row.label for row in self.edition.parts["rome_domains"]}

    def _texts(self, kind: str, closed: bool = False) -> dict[str, str]:
        texts = [text for text in self.edition.parts["rome_texts"] if text.kind == kind]
        texts.sort(key=lambda text: text.position)
        sentences = _grouped(texts, lambda text: _closed(text.text) if closed else text.text)
        return {rome_code: " ".join(parts) for rome_code, parts in sentences.items()}


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", ":", ";", "…")) else f"{sentence}."


def _grouped(records: Iterable[Any], value: Callable[[Any], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for record in records:
        groups[record.rome_code].append(value(record))
    return dict(groups)
