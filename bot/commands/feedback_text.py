"""What was told to the team, in French: for the terminal, and as rows of a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from bot.commands.feedback_exports import Table
from bot.orientation.phrases import say
from bot.services.ports import Feedback, StaleReport
from bot.services.team_words import COLUMNS, Period, Subject, TeamWord

PRIVACY = "Ces textes viennent de personnes, et peuvent contenir des noms : ne les diffusez pas."
FACES = {
    "very_good": "😀 très bien",
    "good": "🙂 bien",
    "mixed": "😐 moyen",
    "bad": "🙁 pas bien",
    "very_bad": "😞 pas bien du tout",
}
SAID = {"keep": "garder", "improve": "améliorer", "start": "commencer", "stop": "arrêter"}
SUBJECTS = {"offer": "aide", "job": "métier", None: "sujet inconnu"}
MOST_CHARACTERS = 70


def reason(code: str | None) -> str:
    """What is wrong, as its button says it."""
    return "raison non dite" if code is None else say(f"title.report.{code}").lower()


def as_line(word: TeamWord) -> str:
    """One line: reference, day, state, the beginning of what was told."""
    state = "traité" if word.closure else "ouvert"
    told = _short(_told(word.told))
    return f"{word.reference:>6}  {word.given_at:%Y-%m-%d}  {state}  {told}"


def _told(told: Feedback | StaleReport) -> str:
    if isinstance(told, StaleReport):
        name = told.shown.name or SUBJECTS[told.shown.kind]
        return " · ".join(part for part in (name, reason(told.reason), told.detail) if part)
    said = (f"{SAID[name]} : {text}" for name in COLUMNS if (text := getattr(told, name)))
    return " · ".join([_face(told), *said])


def _face(told: Feedback) -> str:
    return FACES[told.face] if told.face else "sans note"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_CHARACTERS else f"{line[: MOST_CHARACTERS - 1]}…"


def as_detail(word: TeamWord) -> str:
    """Every field that is known, one a line."""
    return "\n".join(f"{name} : {value}" for name, value in _fields(word) if value)


def _fields(word: TeamWord) -> Iterator[tuple[str, object]]:
    yield "référence", word.reference
    yield "dit le", f"{word.given_at:%Y-%m-%d %H:%M} UTC"
    yield "moment", word.moment
    yield "données", word.editions
    yield from _fields_told(word.told)
    if word.closure:
        yield "traité", f"le {word.closure.at:%Y-%m-%d} par {word.closure.by}"
        yield "décision", word.closure.decision


def _fields_told(told: Feedback | StaleReport) -> Iterator[tuple[str, object]]:
    if isinstance(told, Feedback):
        yield "note", _face(told)
        yield from ((SAID[name], getattr(told, name)) for name in COLUMNS)
        return
    shown = told.shown
    yield SUBJECTS[shown.kind], " ".join(one for one in (shown.name, shown.subject_id) if one)
    yield "raison", reason(told.reason)
    yield "précision", told.detail
    yield "phrase montrée", shown.sentence
    yield "source", shown.source
    yield "vérifiée le", shown.verified_on


def as_period(period: Period) -> str:
    """A period: faces, then the four columns with their verbatims."""
    lines = [f"{period.name} : {_count(period.count, 'avis', 'avis')}. {_faces(period.faces)}"]
    for name in COLUMNS:
        said = period.said[name]
        lines.append(f"  {SAID[name].capitalize()} ({len(said)})")
        lines += (f"    {reference:>6}  {' '.join(text.split())}" for reference, text in said)
    return "\n".join(lines)


def _faces(faces: Mapping[str, int]) -> str:
    return ", ".join(f"{FACES[face]} {count}" for face, count in faces.items())


def as_subject(subject: Subject, today: datetime.date) -> str:
    """One line: how many reports, since when, on what, and why."""
    count = _count(len(subject.references), "signalement", "signalements")
    days = _count(subject.days(today), "jour", "jours")
    why = f"{reasons_told(subject)} ({_references(subject)})"
    return f"{count:>15}, depuis {days:>8}  {_name(subject)} : {why}"


def reasons_told(subject: Subject) -> str:
    """ "le lien ne marche pas 2, l'aide n'existe plus 1": most frequent first."""
    return ", ".join(f"{reason(code)} {number}" for code, number in subject.reasons.items())


def _name(subject: Subject) -> str:
    known = [one for one in (subject.name, subject.subject_id) if one]
    return f"{SUBJECTS[subject.kind]} {' · '.join(known)}".strip()


def _references(subject: Subject) -> str:
    return " ".join(subject.references)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number < 2 else many}"


def word_table(words: Sequence[TeamWord]) -> Table:
    """All fields of all words; the columns of the other kind stay empty."""
    rows = [dict(_fields(word)) for word in words]
    for row, word in zip(rows, words, strict=True):
        row["état"] = "traité" if word.closure else "ouvert"
    return Table("Ce qui a été dit à l’équipe", PRIVACY, rows)


def period_table(found: Sequence[Period]) -> Table:
    """One row a period: counts by face, and the verbatims of the four columns."""
    rows: list[dict[str, object]] = []
    for period in found:
        faces = {FACES[face]: count for face, count in period.faces.items()}
        said = {
            SAID[name]: "\n".join(f"{reference} {text}" for reference, text in period.said[name])
            for name in COLUMNS
        }
        rows.append({"période": period.name, "avis": period.count, **faces, **said})
    return Table("Les avis, par période", PRIVACY, rows)


def subject_table(found: Sequence[Subject], today: datetime.date) -> Table:
    """One row for each offer or job with open reports, the first to check first."""
    rows: list[dict[str, object]] = [
        {
            "sujet": _name(subject),
            "signalements": len(subject.references),
            "depuis (jours)": subject.days(today),
            "vérifiée le": subject.verified_on,
            "raisons": reasons_told(subject),
            "références": _references(subject),
        }
        for subject in found
    ]
    return Table("À vérifier d’abord", PRIVACY, rows)
