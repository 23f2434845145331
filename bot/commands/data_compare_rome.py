"""Two versions of ROME, told to those who keep the jobs of Déclic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.adapters.official_files.differences import Change, Entry
from bot.adapters.official_files.rome_differences import (
    ForReview,
    GoneJob,
    MovedTitle,
    RomeDifference,
)
from bot.commands.data_compare_words import NOTHING, change_row, counted, line, named, section
from bot.orientation.labels import number

HEADER = ["changement", "code_avant", "libelle_avant", "code_maintenant", "libelle_maintenant"]

GONE = "ce métier n'existe plus"
UNCOMPARED_SKILLS = "Compétences : non comparées, une des versions est importée sans elles."


@dataclass(frozen=True)
class RomeReport:
    """A difference between two versions of ROME, for people, for a spreadsheet, for a program."""

    difference: RomeDifference

    def text(self, limit: int) -> str:
        d = self.difference
        title = line(f"Métiers (ROME) : ce qui change de la version {d.before} à la {d.now}")
        lines = [
            *section("À RELIRE : nos résumés de ces métiers", _reviews(d), limit),
            *section("Codes qui désignent un autre métier", _changes(d.changed_meaning), limit),
            *section("Métiers en moins", [_gone(one) for one in d.went], limit),
            *section("Métiers en plus", [named(one) for one in d.appeared], limit),
            *section("Nouveau nom, même métier", _changes(d.renamed), limit),
            *section("Appellations passées à un autre métier", _moves(d.moved_titles), limit),
            *section(
                "Lettres RIASEC changées",
                [f"{named(one.job)} : {one.before} devient {one.now}" for one in d.riasec],
                limit,
            ),
            *self._counts(),
        ]
        told = lines or ["", NOTHING]
        silent = ["", line(UNCOMPARED_SKILLS)] if d.skills is None else []
        return "\n".join([title, *told, *silent])

    def _counts(self) -> list[str]:
        d = self.difference
        told = []
        if d.titles_appeared or d.titles_went:
            told.append(
                f"Appellations : {number(d.titles_appeared)} en plus, "
                f"{number(d.titles_went)} en moins."
            )
        if d.near_jobs:
            told.append(
                f"Métiers proches : ils changent pour {number(d.near_jobs)} métiers "
                f"({number(d.near_appeared)} liens en plus, {number(d.near_went)} en moins)."
            )
        if d.skills:
            gained = sum(len(one.gained) for one in d.skills)
            lost = sum(len(one.lost) for one in d.skills)
            told.append(
                f"Compétences : elles changent pour {counted(len(d.skills), 'métier', 'métiers')} "
                f"({counted(gained, 'lien', 'liens')} en plus, {number(lost)} en moins)."
            )
        return ["", *map(line, told)] if told else []

    def rows(self) -> Iterator[list[str]]:
        d = self.difference
        for one in d.appeared:
            yield ["métier en plus", "", "", one.code, one.name]
        for gone in d.went:
            yield ["métier en moins", gone.job.code, gone.job.name, *_joined(gone.near)]
        yield from (change_row("autre métier", change) for change in d.changed_meaning)
        yield from (change_row("nouveau nom", change) for change in d.renamed)
        for moved in d.moved_titles:
            what = f"appellation : {moved.title.name}"
            yield [what, *_joined(moved.left), *_joined(moved.joined)]
        for letters in d.riasec:
            yield ["RIASEC", letters.job.code, letters.before, letters.job.code, letters.now]
        for skills in d.skills or ():
            job = skills.job
            lost, gained = (_joined(some)[1] for some in (skills.lost, skills.gained))
            yield ["compétences", job.code, lost, job.code, gained]
        for review in d.for_review:
            now = (review.now,) if review.now else ()
            yield ["à relire", review.ours.code, review.ours.name, *_joined(now)]

    def document(self) -> dict[str, Any]:
        return {"data_set": "ROME", **asdict(self.difference)}


def _reviews(difference: RomeDifference) -> list[str]:
    return [_review(one) for one in difference.for_review]


def _review(one: ForReview) -> str:
    return f"{named(one.ours)} : {f'ce code veut dire {one.now.name}' if one.now else GONE}"


def _changes(changes: Iterable[Change]) -> list[str]:
    return [f"{named(one.before)} devient {one.now.name}" for one in changes]


def _gone(one: GoneJob) -> str:
    if not one.near:
        return f"{named(one.job)}. Aucun métier proche n'est connu."
    return f"{named(one.job)}. À proposer : {' ; '.join(map(named, one.near))}."


def _moves(moved: Iterable[MovedTitle]) -> list[str]:
    return [
        f"{one.title.name} : de {', '.join(map(named, one.left))} "
        f"à {', '.join(map(named, one.joined))}"
        for one in moved
    ]


def _joined(entries: Sequence[Entry]) -> list[str]:
    return ["|".join(one.code for one in entries), "|".join(one.name for one in entries)]
