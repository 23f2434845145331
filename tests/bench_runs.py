"""A run of the bench that was played, without playing: for the pages that show one."""

from __future__ import annotations

import datetime
from pathlib import Path

from bot.replay.coverage import Part
from bot.replay.record import Difference, Spoke, StoryRecord, Trace, TurnRecord
from bot.replay.runs.desk import Author, RunDesk
from bot.replay.runs.engine import STORY, WALK, Played
from bot.replay.runs.folder import DONE, Progress
from bot.replay.runs.spec import STORIES, RunSpec
from bot.replay.story import Place

STORY_IDS = ("declic/nadia", "declic/sofiane")
FOUND = """histoire: Une personne inventée
auteur: promenade au hasard
date: 2026-11-27
toujours: oui
étapes:
  - Candidat: bonjour
"""
NOW = datetime.datetime(2026, 11, 27, 10, 0)


def turn(said: str | None, answer: str) -> TurnRecord:
    message = {"type": "text", "text": answer, "buttons": [{"title": "Oui", "choice": "x"}]}
    spoke = Spoke("validate", "RulePolicy", "la question en cours", ("utter_ask_licence",))
    trace = Trace("licence", "answer", 0.9, (), None, (spoke,)) if said else Trace()
    return TurnRecord(said=said, messages=[message], trace=trace, checks=1)


def record(name: str, title: str, *answers: str) -> StoryRecord:
    turns = [turn(None if at == 0 else f"réponse {at}", one) for at, one in enumerate(answers)]
    path = f"tests/replays/{name}.yml"
    return StoryRecord(name, title, "Équipe", path, "2026-11-27", 1, "Une personne.", turns)


def wrong(one: StoryRecord) -> StoryRecord:
    place = Place(Path(one.path), 12)
    one.turns[-1].differences.append(Difference(place, "les mots « permis »", "<b>rien</b>"))
    return one


PLAYED = (
    Played(STORY, wrong(record("nadia", "Nadia & le permis", "Bonjour.", "Et ensuite ?"))),
    Played(STORY, record("sofiane", "Sofiane", "Bonjour.", "Voici.")),
    Played(WALK, wrong(record("promenade-1-4", "Personne inventée n° 4", "Bonjour.", "…")), FOUND),
)


def ended_run(desk: RunDesk, title: str = "Histoires du matin") -> str:
    """Launched by Noa, played to its end: one story and one walk are to be looked at."""
    spec = RunSpec(STORIES, STORY_IDS)
    author = Author("Noa", "Mission locale du Rhône")
    run = desk.launch(spec, title, "Données livrées avec Déclic", author)
    folder = desk.folder(run.run_id)
    for one in PLAYED:
        folder.add(one)
    parts = [
        Part("Questions", "posées au moins une fois", ("licence",), ("vehicle", "commune")),
        Part("Déclic", "un métier inattendu est montré", ("déclic montré",), ()),
    ]
    folder.keep_coverage(parts)
    folder.tell(Progress(DONE, 3, 3, 2, 4.2))
    values = {"state": DONE, "total": 3, "done": 3, "failed": 2, "ended_at": NOW}
    desk.runs.change(run.run_id, started_at=NOW, **values)
    return run.run_id
