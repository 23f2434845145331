"""An aid that is no longer true: reported, edited, published, told in the chat and in the files."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import httpx
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from bot.adapters.offer_files import read
from bot.adapters.sql.engine import connect
from bot.adapters.sql.offer_tables import offer_changes
from bot.settings import ROOT
from tests.accounts import have_account
from tests.integration.console.conftest import MISSION, PASSWORD, Chair, account
from tests.offer_editor import HERE, PERMIT, QUEUE, published, typed
from tests.stack import Person, Stack

SECONDS = 20


@pytest.fixture
def editor(stack: Stack) -> Iterator[Chair]:
    """An editor at the console of the real installation; what they publish goes afterwards."""
    engine = connect(stack.settings.database_url)
    one = account("relecture", MISSION, "editor")
    have_account(engine, one)
    with httpx.Client(base_url=stack.url, follow_redirects=True, timeout=60) as client:
        chair = Chair(cast(TestClient, client))
        assert chair.enter(one.login, PASSWORD).status_code == 200
        yield chair
    with engine.begin() as connection:
        connection.execute(sa.delete(offer_changes))
    engine.dispose()


def declic(stack: Stack, *words: object) -> subprocess.CompletedProcess[str]:
    start = "from bot.cli import main; main()"
    command = [sys.executable, "-W", "ignore", "-c", start, *(str(word) for word in words)]
    environment = {**os.environ, **stack.environment, "PYTHONPATH": str(ROOT)}
    return subprocess.run(  # noqa: S603
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether it is so before long: each process looks once a second."""
    deadline = time.monotonic() + SECONDS
    while not (found := is_so()) and time.monotonic() < deadline:
        time.sleep(0.3)
    return found


def test_from_a_report_in_the_chat_to_the_new_facts_in_the_chat_and_in_the_files(
    stack: Stack, settled: Person, editor: Chair, tmp_path: Path
) -> None:
    settled.say("c'est quoi l'aide de la Région au permis de conduire ?")
    assert "300" not in str(settled.messages)
    settled.say("cette aide a changé, le montant n'est plus bon")
    settled.say("stop")

    queue = editor.get(QUEUE).text
    assert "Dite fausse ou finie" in queue[queue.index("<tbody>") :][:1500]
    page = editor.get(HERE).text
    assert "Signalements à traiter" in page
    typed(
        editor,
        amounts__1__value="300",
        verified_on=datetime.date.today().isoformat(),
        expires="2099-01-01",
    )
    assert "C’est publié." in published(editor)

    somebody = stack.person()
    somebody.choose("C’est parti")
    somebody.say("Bourgoin-Jallieu")

    def is_told() -> bool:
        somebody.say("c'est quoi l'aide de la Région au permis de conduire ?")
        return "300\u00a0€" in str(somebody.messages) or "300 €" in str(somebody.messages)

    assert soon(is_told), somebody.messages

    reference = page[page.index('name="reference" value="') :].split('"')[3]
    fields: dict[str, str | list[str]] = {"reference": reference, "decision": "montant changé"}
    assert "est clos." in editor.post(f"{HERE}/signalements", fields, on=HERE).text

    folder = shutil.copytree(ROOT / "data" / "offers", tmp_path / "offers")
    written = declic(stack, "offers", "write", "--to", folder)
    assert written.returncode == 0, written.stderr
    assert declic(stack, "offers", "check", "--folder", folder).returncode == 0
    (offer,) = (one for one in read(folder) if one.offer_id == PERMIT)
    assert offer.amounts[0].value == 300
    before = (ROOT / "data" / "offers" / f"{PERMIT}.yml").read_text(encoding="utf-8")
    after = (folder / f"{PERMIT}.yml").read_text(encoding="utf-8")
    changed = set(after.splitlines()) ^ set(before.splitlines())
    assert {line.split(":")[0].strip("- {") for line in changed} == {
        "what", "verified_on", "expires",
    }  # fmt: skip


def test_a_change_outlives_a_kill_of_each_process(stack: Stack, editor: Chair) -> None:
    typed(editor, how_to_ask="Demandez à la girafe de la Région.")
    assert "C’est publié." in published(editor)
    for name in ("rasa", "web"):
        stack.kill(name)
        stack.launch(name)
    stack.wait_until_ready()
    somebody = stack.person()
    somebody.choose("C’est parti")

    def is_told() -> bool:
        somebody.say("c'est quoi l'aide de la Région au permis de conduire ?")
        return "girafe" in str(somebody.messages)

    assert soon(is_told), somebody.messages
