"""A stage with the real Rasa: a story step by step, back, left by hand; and stages that end."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from bot import processes
from bot.replay.record import StoryRecord
from bot.replay.record_json import from_json
from bot.replay.runs.spec import DataChoice
from bot.replay.stage.keeping import FAILED, IDLE, READY, Hosted, NoRoom, Refused, Stages
from bot.replay.stage.timing import PARTS
from bot.settings import ROOT, Settings
from bot.training import train_if_needed

NADIA = ROOT / "tests" / "replays" / "nadia.yml"
OPENING_SECONDS = 90.0
WRONG = """\
histoire: Une histoire qui attend autre chose
auteur: test
date: 2026-11-27
persona: nadia
étapes:
  - Déclic: un robot
  - Candidat: {bouton: C’est parti}
    Déclic: des mots que personne ne dit
  - Candidat: {bouton: Un bouton qui n’existe pas}
  - Candidat: bourgoin jalieu
    Retenu: {commune: "38053"}
"""
Made = TypeVar("Made")
State = dict[str, Any]


def settings_in(folder: Path) -> Settings:
    """Those of an installation whose local state is in a folder."""
    return Settings.from_environment({**os.environ, "DECLIC_VAR": str(folder)})


class Keeper:
    """Stages, and the event loop that they belong to."""

    def __init__(self, folder: Path, **limits: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.folder = folder
        self.stages = Stages(settings_in(folder), **limits)

    def run(self, work: Coroutine[Any, Any, Made]) -> Made:
        return self.loop.run_until_complete(work)

    def start(self, owner: str, story: Path | None = None) -> Hosted:
        async def begin() -> Hosted:
            return self.stages.start(owner, "declic/nadia", story, DataChoice())

        return self.run(begin())

    def opened(self, owner: str, story: Path | None = None) -> Hosted:
        hosted = self.start(owner, story)
        self.wait_until(lambda: hosted.state in (READY, FAILED))
        assert hosted.state == READY, (hosted.folder / "stage.log").read_text()
        return hosted

    def wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + OPENING_SECONDS
        while not condition():
            assert time.monotonic() < deadline, "waited for too long"
            self.run(asyncio.sleep(0.1))

    def close(self) -> None:
        self.run(self.stages.close())
        self.loop.close()


@pytest.fixture(scope="module", autouse=True)
def model() -> None:
    train_if_needed(Settings.from_environment(), print)


@pytest.fixture(scope="module")
def keeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeper]:
    made = Keeper(tmp_path_factory.mktemp("stages"))
    yield made
    made.close()


class Actor:
    """Somebody who has a stage."""

    def __init__(self, keeper: Keeper, hosted: Hosted) -> None:
        self.keeper, self.hosted = keeper, hosted

    def order(self, order: str, **given: Any) -> State:
        return self.keeper.run(self.keeper.stages.order(self.hosted, order, **given))

    def load(self, story: Path | None) -> State:
        name = story.stem if story else None
        self.keeper.run(self.keeper.stages.load(self.hosted, name, story))
        return self.order("state")

    def post(self, content: dict[str, Any]) -> httpx.Response:
        """As the widget does, through the web app."""
        return httpx.post(
            f"http://127.0.0.1:{self.hosted.port}{self.hosted.root}/api/messages",
            json={"message_id": str(uuid.uuid4()), **content},
            headers={
                "Authorization": f"Bearer {self.order('state')['token']}",
                "X-Declic-Secret": self.hosted.secret,
            },
            timeout=30,
        )


@pytest.fixture(scope="module")
def hosted(keeper: Keeper) -> Hosted:
    return keeper.opened("noa", NADIA)


@pytest.fixture
def nadia(keeper: Keeper, hosted: Hosted) -> Actor:
    """The stage, at the welcome of Nadia's story."""
    actor = Actor(keeper, hosted)
    actor.load(NADIA)
    return actor


def record_of(state: State) -> StoryRecord:
    return from_json(state["record"])


def texts(state: State) -> list[list[str | None]]:
    """What was said and heard, turn by turn."""
    turns = record_of(state).turns
    return [[turn.said, *(message.get("text") for message in turn.messages)] for turn in turns]


def test_a_story_goes_forward_one_thing_at_a_time_to_its_end(nadia: Actor) -> None:
    state, counts = nadia.order("state"), []
    while not state["is_over"]:
        before = len(state["acts"])
        state = nadia.order("advance")
        counts.append(len(state["acts"]) - before)
    assert set(counts) == {0, 1}, "a step that only looks says nothing; no step says two things"
    assert state["at"] == len(state["steps"])
    assert [step["found"] for step in state["steps"]] == [[]] * len(state["steps"])


def test_back_and_forth_is_the_same_conversation(nadia: Actor) -> None:
    end = nadia.order("jump", step=6)
    middle = nadia.order("jump", step=3)
    assert texts(middle) == texts(end)[: len(middle["acts"])]
    assert middle["round"] != end["round"], "the widget holds a conversation that began anew"
    assert middle["token"] == end["token"], "a page that was open before is no stranger"
    back = nadia.order("back")
    assert texts(back) == texts(middle)[:-1]
    assert texts(nadia.order("advance")) == texts(middle)
    assert texts(nadia.order("jump", step=6)) == texts(end)


def test_a_page_that_was_open_is_no_stranger_while_a_story_goes_back(nadia: Actor) -> None:
    state, is_over, statuses = nadia.order("jump", step=2), threading.Event(), set()
    root = f"http://127.0.0.1:{nadia.hosted.port}{nadia.hosted.root}/api/session"
    headers = {
        "Authorization": f"Bearer {state['token']}",
        "X-Declic-Secret": nadia.hosted.secret,
    }

    def look() -> None:
        """A page reads the conversation, and listens to it until it is told something."""
        while not is_over.is_set():
            statuses.add(httpx.get(root, headers=headers, timeout=30).status_code)
            with httpx.stream("GET", f"{root}/live", headers=headers, timeout=30) as stream:
                statuses.add(stream.status_code)
                next(stream.iter_raw(), None)

    pages = [threading.Thread(target=look) for _ in range(2)]
    for page in pages:
        page.start()
    try:
        for back in (1, 2, 3):
            assert nadia.order("back")["moves"] == state["moves"] - back
    finally:
        is_over.set()
        for page in pages:
            page.join()
    assert statuses == {200}


def test_a_turn_is_seen_from_inside(nadia: Actor) -> None:
    state = nadia.order("jump", step=2)
    turn, act = record_of(state).turns[-1], state["acts"][-1]
    assert turn.said == "bourgoin jalieu"
    assert turn.kept["commune"] == "38053"
    assert turn.trace.intent == "answer" and 0 < turn.trace.confidence <= 1
    assert any(spoke.action == "place_form" and spoke.rule for spoke in turn.trace.spoke)
    by_table = {table["table"]: table for table in act["rows"]}
    assert by_table["events"]["added"] > 0 and by_table["web_turns"]["added"] == 1
    assert by_table["events"]["rows"][0][0] == "+"
    assert set(act["seconds"]) == set(PARTS)
    assert all(seconds > 0 for seconds in act["seconds"].values())
    assert sum(act["seconds"].values()) >= turn.seconds > 0


def test_what_ranked_the_jobs_is_given_apart(nadia: Actor) -> None:
    shown = record_of(nadia.order("jump", step=5))
    whole = nadia.keeper.run(nadia.keeper.stages.record(nadia.hosted))
    assert any(turn.ranked for turn in whole.turns)
    assert not any(turn.ranked or turn.offers for turn in shown.turns)
    assert [turn.messages for turn in whole.turns] == [turn.messages for turn in shown.turns]


def test_a_press_is_not_understood_so_it_takes_no_time_to_understand(nadia: Actor) -> None:
    state = nadia.order("jump", step=6)
    assert state["acts"][-1]["seconds"]["understanding"] == 0
    assert record_of(state).turns[-1].trace.payload


def test_the_tester_takes_over_and_the_story_waits(nadia: Actor) -> None:
    before = nadia.order("jump", step=1)
    answer = nadia.post({"text": "j'habite à Lyon 3"})
    assert answer.status_code == 200
    taken = nadia.order("state")
    assert taken["is_taken"] and taken["at"] == before["at"]
    assert taken["acts"][-1]["saying"] == {"Candidat": "j'habite à Lyon 3"}
    assert record_of(taken).turns[-1].kept["commune"] == "69383"
    button = answer.json()["messages"][-1]["buttons"][-1]
    nadia.post({"choice": button["choice"]})
    assert nadia.order("state")["acts"][-1]["saying"] == {"Candidat": {"bouton": button["title"]}}
    with pytest.raises(Refused, match="Revenez d’abord à l’histoire"):
        nadia.order("advance")
    assert texts(nadia.order("give_back")) == texts(before)
    assert not nadia.order("state")["is_taken"]


def test_what_the_web_app_refuses_is_no_turn(nadia: Actor) -> None:
    before = nadia.order("state")
    assert nadia.post({"text": "x" * 2001}).status_code == 422
    after = nadia.order("state")
    assert len(after["acts"]) == len(before["acts"]) and not after["is_taken"]


def test_a_story_that_fails_goes_on_and_says_where(nadia: Actor, tmp_path: Path) -> None:
    path = tmp_path / "autre.yml"
    path.write_text(WRONG, encoding="utf-8")
    nadia.load(path)
    state = nadia.order("jump", step=3)
    found = [len(step["found"]) for step in state["steps"]]
    assert found == [0, 1, 1, 0], "what differs is told at its own step"
    assert state["is_over"] and record_of(state).turns[-1].kept["commune"] == "38053"
    assert "des mots que personne ne dit" in state["steps"][1]["found"][0]["expected"]
    assert "pas de bouton" in state["steps"][2]["found"][0]["received"]


def test_a_story_with_faults_is_refused_and_the_stage_stays(nadia: Actor, tmp_path: Path) -> None:
    path = tmp_path / "faux.yml"
    path.write_text("histoire: x\n", encoding="utf-8")
    with pytest.raises(Refused, match="Cette histoire a des fautes"):
        nadia.load(path)
    assert nadia.order("advance")["at"] == 1


def test_a_conversation_without_a_story_is_recorded_too(nadia: Actor) -> None:
    nadia.load(None)
    nadia.post({"text": "oui d'accord"})
    state = nadia.order("state")
    assert state["story"] is None and state["steps"] == []
    assert [act["saying"] for act in state["acts"]] == [None, {"Candidat": "oui d'accord"}]
    assert len(nadia.order("restart")["acts"]) == 1


def test_only_what_was_done_by_hand_and_not_recorded_would_be_lost(nadia: Actor) -> None:
    stages, hosted = nadia.keeper.stages, nadia.hosted
    nadia.order("jump", step=1)

    def lost() -> int:
        return nadia.keeper.run(stages.unrecorded(hosted))

    assert lost() == 0, "a story is played again when one likes"
    nadia.post({"text": "j'habite à Lyon 3"})
    assert lost() == 1
    recorded = nadia.keeper.run(stages.turns_to_record(hosted))
    assert recorded[-1].said == "j'habite à Lyon 3" and lost() == 0
    nadia.post({"text": "non, à Privas"})
    assert lost() == 1
    nadia.order("restart")
    assert lost() == 0
    nadia.post({"text": "oui d'accord"})
    assert lost() == 1, "another conversation than the one that was recorded"


def test_nothing_answers_without_the_secret(hosted: Hosted) -> None:
    for path in ("/stage/state", "/healthz", f"{hosted.root}/api/menu"):
        answer = httpx.get(f"http://127.0.0.1:{hosted.port}{path}")
        assert answer.status_code == 404, path


def test_the_stage_has_a_database_of_its_own(keeper: Keeper, hosted: Hosted) -> None:
    assert (hosted.folder / "declic.db").exists()
    assert not (keeper.folder / "declic.db").exists()


def test_one_more_than_there_is_room_for_is_refused(tmp_path: Path) -> None:
    full = Keeper(tmp_path, most=1)
    first = full.start("noa")
    with pytest.raises(NoRoom):
        full.start("lou")
    assert full.stages.of("lou") is None and full.stages.of("noa") is first
    full.run(full.stages.end(first))
    second = full.start("lou")
    assert second.child.poll() is None
    full.close()
    assert second.child.poll() is not None and first.child.poll() is not None
    assert list((tmp_path / "bench" / "scenes").iterdir()) == []


def test_a_stage_that_nobody_uses_ends_and_its_tester_is_told(tmp_path: Path) -> None:
    left = Keeper(tmp_path, idle_seconds=0.2)
    hosted = left.start("noa")
    left.wait_until(lambda: left.stages.of("noa") is None)
    left.wait_until(lambda: hosted.child.poll() is not None and not hosted.folder.exists())
    assert left.stages.told("noa") == IDLE
    assert left.stages.told("noa") is None
    left.close()


ORPHAN = """
import asyncio, sys
from bot.replay.runs.spec import DataChoice
from bot.replay.stage.keeping import Stages
from bot.settings import Settings
async def main():
    made = Stages(Settings.from_environment()).start("noa", None, None, DataChoice())
    print(made.child.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux ends the child")
def test_a_stage_ends_with_a_killed_parent_and_its_folder_with_the_next(tmp_path: Path) -> None:
    environment = {**os.environ, "DECLIC_VAR": str(tmp_path)}
    command = [sys.executable, "-W", "ignore", "-c", ORPHAN]
    parent = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, cwd=ROOT)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert processes.is_running(child)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    later = Keeper(tmp_path)
    later.wait_until(lambda: _has_ended(child))
    left = list((tmp_path / "bench" / "scenes").iterdir())
    assert len(left) == 1
    hosted = later.start("lou")
    assert list((tmp_path / "bench" / "scenes").iterdir()) == [hosted.folder]
    later.close()


def _has_ended(process_id: int) -> bool:
    """Gone, or waiting for whoever adopted it to look."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"
