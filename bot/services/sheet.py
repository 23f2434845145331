"""The sheet that a person takes to an appointment: one page, made from what they said.

Figures are those of the cards, recomputed from the catalogue. Nothing is promised, what is not
known is not told, and what has no room is counted in `left`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.french_values import day
from bot.orientation.labels import listing
from bot.orientation.local_facts import estimate_words, hiring_source
from bot.orientation.offer import Offer
from bot.orientation.phrases import say, say_count
from bot.orientation.pictures import Deck
from bot.services.job_cards import Card
from bot.services.sheet_aids import SheetAid, sheet_aids
from bot.services.sheet_jobs import Chosen, sheet_cards
from bot.services.sheet_room import (
    ALL_WORDS,
    PAGE,
    PAGE_WHEN_EASY,
    ROOMS,
    ROOMS_WHEN_EASY,
    WHOLE_SIGNS,
    Room,
    lines_of,
    tallest,
)
from bot.services.sheet_said import Row, said_rows
from bot.services.unlock import Person

TASTES = frozenset({"own_words", "pictures", "scenes", "yes", "a_bit", "no"})
"""Rows on what one likes; the others tell of one's situation."""
CUT = TASTES | {"past", "put_aside"}
"""Rows that may be long; a limit of what one can do is never left out."""
LESS = frozenset({"a_bit", "no", "put_aside"})
"""Of these, half as many things."""


@dataclass(frozen=True)
class SheetJob:
    """A job with the facts of its card. projects: None = masked or not published."""

    rome_code: str
    title: str
    is_kept: bool
    is_declic: bool
    marks: tuple[str, ...]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    hiring: str
    projects: int | None
    basin: str | None
    year: int | None
    source: str
    travel: str
    minutes: int | None
    training: str


@dataclass(frozen=True)
class Step:
    """words: what to do. blanks: what the person fills in by hand."""

    title: str
    words: str
    blanks: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """All that is read on the page, in French; the way back to the conversation is added when it
    is shown. aids: those with a deadline first. left: what had no room; None when all is there.
    cut: that words were shortened."""

    is_easy: bool
    date: str
    title: str
    day: str
    intro: str
    said_title: str
    said: tuple[Row, ...]
    nothing_said: str | None
    jobs_title: str
    jobs: tuple[SheetJob, ...]
    no_job: str | None
    caution_title: str
    sources: str | None
    aids_title: str
    aids: tuple[SheetAid, ...]
    step: Step
    notes_title: str
    left: str | None
    cut: str | None

    def as_dict(self) -> dict[str, Any]:
        """For the channel, and for programs."""
        return asdict(self)


@dataclass(frozen=True)
class Material:
    """What the sheet is made from."""

    catalogue: Catalogue
    offers: tuple[Offer, ...]
    deck: Deck
    person: Person
    chosen: Chosen


def sheet(
    catalogue: Catalogue, offers: Iterable[Offer], deck: Deck, person: Person, chosen: Chosen
) -> Sheet:
    """The fullest sheet that fits on a page."""
    material = Material(catalogue, tuple(offers), deck, person, chosen)
    cards = sheet_cards(catalogue, person, chosen)
    aids = sheet_aids(catalogue, material.offers, person)
    rooms = ROOMS_WHEN_EASY if person.easy else ROOMS

    def made(room: Room) -> Sheet:
        return _sheet(material, cards, aids, room)

    room = next((room for room in rooms if fits(made(room))), rooms[-1])
    more_said = (replace(room, words=words, signs=signs) for signs, words in _more(room))
    return next((fuller for more in more_said if fits(fuller := made(more))), made(room))


def _more(room: Room) -> Iterator[tuple[int, int]]:
    """More of what was said, which may have room beside what is longer: from the most down."""
    for signs in (WHOLE_SIGNS, room.signs):
        for words in range(ALL_WORDS, room.words - 1, -1):
            yield signs, words


def fits(one: Sheet) -> bool:
    """Whether the page holds it all at its smallest type, with room to write by hand."""
    page = PAGE_WHEN_EASY if one.is_easy else PAGE
    tastes = [_row_text(row) for row in one.said if row.code in TASTES]
    facts = [_row_text(row) for row in one.said if row.code not in TASTES]
    said = tallest([tastes, facts], page.half, 2)
    jobs = tallest([_job_texts(job) for job in one.jobs], page.half, 2)
    columns = 2 if one.is_easy else 3
    width = page.half if one.is_easy else page.third
    aids = tallest([(aid.name, aid.state_title, *aid.lines) for aid in one.aids], width, columns)
    ends = sum(lines_of(text, 2 * page.half) for text in (one.left, one.cut, one.sources) if text)
    return page.fixed + page.line * (said + jobs + aids + ends) <= page.height


def _row_text(row: Row) -> str:
    return f"{row.title} {', '.join(row.words)}"


def _job_texts(job: SheetJob) -> Sequence[str]:
    told = (job.hiring, job.travel, job.training)
    return (" ".join((job.title, *job.marks)), *job.reasons, *job.cautions, *told)


def _sheet(
    material: Material, cards: Sequence[Card], aids: Sequence[SheetAid], room: Room
) -> Sheet:
    easy, today = material.person.easy, material.person.today
    profile, catalogue = material.person.profile, material.catalogue
    rows = said_rows(catalogue, profile, material.deck, easy, room.signs)
    said = _cut_rows(rows, room)
    jobs = tuple(sheet_job(card, material.chosen, room, easy) for card in cards)
    left = _left(rows, said, cards, jobs, len(aids) - room.aids, easy)
    return Sheet(
        is_easy=easy,
        date=today.isoformat(),
        title=say("sheet.title", easy),
        day=say("sheet.day", easy, day=day(today.isoformat())),
        intro=say("sheet.intro", easy),
        said_title=say("sheet.said", easy),
        said=said,
        nothing_said=None if said else say("sheet.said.nothing", easy),
        jobs_title=say("sheet.jobs", easy),
        jobs=jobs,
        no_job=None if jobs else say("sheet.jobs.none", easy),
        caution_title=say("sheet.caution", easy),
        sources=sources_of(material.catalogue, jobs, easy),
        aids_title=say("sheet.aids", easy),
        aids=tuple(sorted(aids[: room.aids], key=lambda aid: not aid.has_deadline)),
        step=_step(easy),
        notes_title=say("sheet.notes", easy),
        left=left,
        cut=_cut(said, jobs, easy),
    )


def _cut_rows(rows: Sequence[Row], room: Room) -> tuple[Row, ...]:
    limits = {code: room.words // 2 if code in LESS else room.words for code in CUT}
    some = (replace(row, words=row.words[: limits.get(row.code)]) for row in rows)
    return tuple(row for row in some if row.words)


def sheet_job(card: Card, chosen: Chosen, room: Room, easy: bool) -> SheetJob:
    """A job with as many reasons and cautions as there is room for."""
    is_kept = card.rome_code in chosen.kept
    marks = {"kept": is_kept, "declic": card.is_declic}
    return SheetJob(
        rome_code=card.rome_code,
        title=card.title,
        is_kept=is_kept,
        is_declic=card.is_declic,
        marks=tuple(say(f"sheet.mark.{mark}", easy) for mark, holds in marks.items() if holds),
        reasons=card.reasons[: room.reasons],
        cautions=card.cautions[: room.cautions],
        hiring=_hiring(card, easy),
        projects=card.hiring.projects,
        basin=card.hiring.basin,
        year=card.hiring.year,
        source=card.hiring.source,
        travel=_travel(card, easy),
        minutes=card.travel.minutes,
        training=card.training,
    )


def _hiring(card: Card, easy: bool) -> str:
    """In easy-read French the figure alone: that it counts several jobs is told once for all."""
    is_figure = card.hiring.projects is not None
    return card.hiring.sentence.split("\n")[0] if easy and is_figure else card.hiring.sentence


def _travel(card: Card, easy: bool) -> str:
    """Without what makes it an estimate, which is told once for all."""
    told = estimate_words(card.travel.mode, easy)
    return card.travel.sentence.replace(told, "").replace("  ", " ").replace("\n\n", "\n").strip()


def sources_of(catalogue: Catalogue, jobs: Sequence[SheetJob], easy: bool) -> str | None:
    """Where the figures come from, once for all jobs; None without any job."""
    if not jobs:
        return None
    names = dict.fromkeys(hiring_source(catalogue, job.year) for job in jobs)
    return say("sheet.sources", easy, source=", ".join(names))


def _step(easy: bool) -> Step:
    blanks = tuple(say(f"sheet.step.{blank}", easy) for blank in ("day", "whom"))
    return Step(say("sheet.step", easy), say("sheet.step.words", easy), blanks)


def _left(
    rows: Sequence[Row],
    said: Sequence[Row],
    cards: Sequence[Card],
    jobs: Sequence[SheetJob],
    aids: int,
    easy: bool,
) -> str | None:
    told = sum(len(card.reasons) + len(card.cautions) for card in cards)
    kept = sum(len(job.reasons) + len(job.cautions) for job in jobs)
    counts = {
        "words": sum(len(row.words) for row in rows) - sum(len(row.words) for row in said),
        "details": told - kept,
        "aids": aids,
    }
    things = [
        say_count(f"sheet.left.{what}", count, easy) for what, count in counts.items() if count > 0
    ]
    return say("sheet.left", easy, things=listing(things)) if things else None


def _cut(said: Sequence[Row], jobs: Sequence[SheetJob], easy: bool) -> str | None:
    """Said when something that the person wrote is not there whole."""
    shown = [
        *(word for row in said for word in row.words),
        *(r for job in jobs for r in job.reasons),
    ]
    return say("sheet.cut", easy) if any("…" in text for text in shown) else None
