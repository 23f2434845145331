"""A trial of five invented people for the tests of its figures and its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.adapters.protocol_files import read
from bot.services.trial_records import (
    Gathered,
    Idea,
    Input,
    Note,
    Participant,
    TaskDone,
    Trial,
)
from bot.settings import ROOT

START = datetime(2026, 11, 27, 9, 0)
LATE = START + timedelta(minutes=30)
PROTOCOL = read(ROOT / "data" / "protocols" / "premier-essai.yml")
TRIAL = Trial(
    "t" * 16, "o" * 16, "a" * 16, "Essai du jeudi à Voiron", date(2026, 11, 27), 6, PROTOCOL,
    False, START, START, LATE,
)  # fmt: skip


def participant(number: int, **known: object) -> Participant:
    came = Participant(
        f"p{number}", TRIAL.trial_id, number, f"h{number}", seat_hash="s", entered_at=START
    )
    return replace(came, **known)  # type: ignore[arg-type]


PEOPLE = (
    participant(1, is_observed=True, is_for_story=True, finished_at=LATE, step="thanks"),
    participant(2, is_observed=True, step="task:2"),
    participant(3, is_observed=True, finished_at=LATE, step="thanks"),
    participant(4, finished_at=LATE, step="thanks"),
    participant(5, is_observed=True, is_for_story=True, finished_at=LATE, step="thanks"),
    Participant("p6", TRIAL.trial_id, 6, "h6"),
)
_SAID: tuple[tuple[str, str, str, int | None, str | None, str | None], ...] = (
    ("p1", "confused", "task:0", None, "Je ne sais pas ce qu’est un bassin.", "Votre bassin ?"),
    ("p1", "liked", "task:1", None, None, None),
    ("p1", "answer", "questions", 0, "Oui", None),
    ("p1", "answer", "questions", 2, "Les images, elles parlent.", None),
    ("p1", "keep", "sheet", None, "Le ton, on se sent accueilli.", None),
    ("p1", "improve", "sheet", None, "C’est un peu long avant les métiers.", None),
    ("p2", "liked", "task:1", None, None, None),
    ("p2", "unheard", "task:2", None, "Une urgence à la maison.", None),
    ("p3", "wrong", "task:1", None, "Ce bus ne passe plus le dimanche.", "35 minutes en bus"),
    ("p3", "answer", "questions", 0, "Non", None),
    ("p3", "start", "sheet", None, "Une carte avec les arrêts.", None),
    ("p3", "word", "word", None, "Je reviendrai avec ma fille.", None),
    ("p1", "nothing", "word", None, None, None),
    ("p4", "nothing", "word", None, None, None),
    ("p5", "stop", "sheet", None, "Les sigles.", None),
    ("p5", "aloud", "thanks", None, "J’ai eu peur de me tromper, puis plus du tout.", None),
)
INPUTS = tuple(
    Input(number, *some[:4], some[4], START, turn=3 if some[5] else None, said=some[5])
    for number, some in enumerate(_SAID, 1)
)
TASKS = (
    *(TaskDone("p1", task, "done", 90 + 60 * task, 4, 1 if task == 1 else 0) for task in range(4)),
    TaskDone("p2", 0, "done", 120, 5, 0),
    TaskDone("p2", 1, "blocked", 300, 7, 3),
    *(TaskDone("p3", task, "done", 100, None, None) for task in range(3)),
    TaskDone("p3", 3, "left", 20, None, None),
    *(TaskDone("p4", task, "skipped", 15, 1, 0) for task in range(4)),
    *(TaskDone("p5", task, "done", 200, 6, 0) for task in range(4)),
)
NOTES = (
    Note(1, "p1", "task:0", "does", "Relit deux fois la question du bassin.", START),
    Note(2, "p5", "task:0", "feels", "Hésite, sourit aux métiers.", START),
    Note(3, "p3", "task:1", "says", "« Ma mère faisait ça. »", START),
    Note(4, "p1", "task:1", None, "Passe la question du temps de trajet.", START),
)
IDEAS = (
    Idea(1, "Dire « bassin » autrement", 3, 1, "Réécrire les trois questions.", "La rédaction",
         date(2026, 12, 15), frozenset({1, 15}), 7),
    Idea(2, "Vérifier les bus du dimanche", 3, 3, None, None, None, frozenset({9}), 4),
    Idea(3, "Montrer une carte", None, None, None, None, None, frozenset({11}), 1),
)  # fmt: skip
FOUND = Gathered(
    TRIAL, PEOPLE, INPUTS, TASKS, NOTES, IDEAS, frozenset({"p1", "p2", "p4", "p5"})
)  # fmt: skip
