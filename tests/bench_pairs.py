"""Ended runs made without playing: two to compare, and one of the same people told otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from bot.orientation.catalogue import Catalogue
from bot.replay.invariance.manners import GROUPS
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.runs.desk import Author, RunDesk
from bot.replay.runs.engine import STORY, TELLING, Played
from bot.replay.runs.folder import DONE, Progress
from bot.replay.runs.spec import INVARIANCE, STORIES, RunSpec
from tests.personas import NADIA
from tests.unit.small_records import (
    WELCOME,
    listed,
    offers,
    record,
    said,
    with_projects,
)

AUTHOR = Author("Noa", "Mission locale du Rhône")
HOSTILE = "<script>alert(1)</script>"


def ended(desk: RunDesk, kind: str, records: Sequence[StoryRecord], title: str, hour: int) -> str:
    """A run that has ended, at an hour of the day."""
    run = desk.launch(RunSpec(kind), title, "Données livrées avec Déclic", AUTHOR)
    folder = desk.folder(run.run_id)
    for one in records:
        folder.add(Played(TELLING if kind == INVARIANCE else STORY, one))
    folder.tell(Progress(DONE, len(records), len(records), 0, 1.0))
    at = datetime.datetime(2026, 11, 27, hour, 0)
    values = {"state": DONE, "total": len(records), "done": len(records), "created_at": at}
    desk.runs.change(run.run_id, started_at=at, ended_at=at, **values)
    return run.run_id


def broken(known: Catalogue) -> Catalogue:
    """The first job of Nadia recruits no more around her home."""
    first = listed(known, NADIA.profile).ranked
    assert first is not None
    family = known.job_by_code[first.shown[0]].fap_code
    return with_projects(known, family, known.commune_by_code["38053"].basin_code, 0)


def two_runs(desk: RunDesk, known: Catalogue) -> tuple[str, str]:
    """Before and after a hiring figure was broken; an aid ended, a question came in between."""
    aid = said("une aide pour le permis", offers=offers("a", a="check"))
    ended_aid = said("une aide pour le permis", offers=offers("", a="ended"))
    asked = said("Passer", "Et le bus ?", question="public_transport")
    home = said("Bourgoin", question="commune")
    before = [WELCOME, home, listed(known, NADIA.profile), aid]
    after = [WELCOME, home, asked, listed(broken(known), NADIA.profile), ended_aid]
    same = record([WELCOME, said("oui")], "sofiane", "Sofiane, 19 ans, de Vénissieux.")
    hostile = record([WELCOME, said(HOSTILE, "Bien.")], "hostile", "")
    other = record([WELCOME, said(HOSTILE, "Bravo à toutes et à tous !")], "hostile", "")
    return (
        ended(desk, STORIES, [record(before), same, hostile], "Le matin", 9),
        ended(desk, STORIES, [record(after), same, other], "Le soir", 18),
    )


def told_otherwise(desk: RunDesk, known: Catalogue) -> str:
    """Every manner of Nadia: a man is shown another list, an age moves an aid."""
    far = listed(broken(known), NADIA.profile)
    records = []
    for group in GROUPS:
        for manner in group.manners:
            turns: list[TurnRecord] = [WELCOME, listed(known, NADIA.profile)]
            if manner.code == "genre-homme":
                turns = [WELCOME, far]
            state = "open" if manner.code == "age-24" else "check"
            turns.append(said("et si j'avais le permis ?", offers=offers("a", a=state)))
            one = record(turns, f"nadia--{manner.code}")
            one.title = f"Nadia : {manner.title}"
            records.append(one)
    return ended(desk, INVARIANCE, records, "Dites autrement : Nadia", 12)
