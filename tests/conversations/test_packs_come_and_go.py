"""A pack is taken in, then let go, while Déclic runs: people hear of it without a restart, and a
conversation in progress goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import pack_source
from tests.interview_steps import FIRST_WAY
from tests.stack import Person, Stack

DECLIC = "from bot.cli import main; main()"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Stack]:
    """An installation of its own: others must not see its packs."""
    stack = Stack(tmp_path).start()
    yield stack
    stack.stop()


def declic(stack: Stack, *words: str) -> None:
    command = [sys.executable, "-c", DECLIC, "pack", *words]
    subprocess.run(command, env={**os.environ, **stack.environment}, check=True)


def at_brest(stack: Stack) -> Person:
    person = stack.person()
    person.choose("C’est parti")
    person.say("Brest")
    return person


def test_people_hear_of_a_pack_without_a_restart(running: Stack, tmp_path: Path) -> None:
    def is_known() -> bool:
        return FIRST_WAY in at_brest(running).buttons

    before = at_brest(running)
    assert FIRST_WAY not in before.buttons
    pack, archive = pack_source.pack(), tmp_path / "b.declic"
    archive.write_bytes(pack.content)
    declic(running, "import", str(archive), "--accept", pack.signer.fingerprint, "--yes")
    running.wait_until(is_known)
    before.say("Brest")
    assert FIRST_WAY in before.buttons
    declic(running, "remove", "petite-bretagne", "--yes")
    running.wait_until(lambda: not is_known())
    before.choose(FIRST_WAY)
    assert before.messages
    before.say("je veux changer de commune")
    before.say("Bourgoin-Jallieu")
    assert before.messages
    assert "Traceback" not in running.log.read_text(errors="replace")
