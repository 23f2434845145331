"""`python -m bot.replay.stage FOLDER`: one stage, on a free port of the loopback.

The environment tells where the facts of this installation are; the stage makes a database of its
own of them in FOLDER, and then knows no other. FOLDER/asked.json says what is played, over which
facts; FOLDER/ready.json then tells the port.
"""

from __future__ import annotations

import asyncio
import datetime
import os
import socket
import sys
import warnings
from pathlib import Path
from typing import Any, cast

import uvicorn

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.adapters.sql.sessions import SessionStore
from bot.checks import CannotStart
from bot.rasa_process.local_agent import open_agent
from bot.replay.looking import Looking
from bot.replay.player import Player
from bot.replay.rasa_here import STORE
from bot.replay.rules import read_rules
from bot.replay.runs.archives import chosen_model
from bot.replay.runs.data import environment, prepare_data
from bot.replay.runs.facts import WrongData
from bot.replay.stage.acting import CannotPlay, Stage
from bot.replay.stage.asked import Asked, say_failed, say_ready
from bot.replay.stage.door import StageDoor
from bot.replay.stage.rasa_apart import RasaApart
from bot.replay.stage.timing import measure
from bot.replay.tracing import Tracing
from bot.settings import ROOT, Settings
from bot.web.app import create_app

LOOK_SECONDS = 0.02


def main() -> None:
    folder = Path(sys.argv[1])
    asked = Asked.read(folder)
    try:
        model = _settle(folder, asked)
        asyncio.run(_serve(folder, asked, model))
    except (CannotStart, CannotPlay, WrongData) as error:
        say_failed(folder, str(error))
        sys.exit(1)


def _settle(folder: Path, asked: Asked) -> Path:
    """A database and offers of its own; from then on nothing leads to those of the installation.
    Gives the model."""
    installation = Settings.from_environment()
    model = chosen_model(installation, asked.model)
    own = prepare_data(asked.data, installation, folder)
    variables = environment(folder, own)
    if asked.public_url:
        variables["DECLIC_PUBLIC_URL"] = asked.public_url
    os.environ.clear()
    os.environ.update(variables)
    return model


async def _serve(folder: Path, asked: Asked, model: Path) -> None:
    door = await _door(asked, model)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        cast(Any, door), access_log=False, log_config=None, ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not serving.done():
        await asyncio.sleep(LOOK_SECONDS)
    say_ready(folder, listening.getsockname()[1])
    await serving


async def _door(asked: Asked, model: Path) -> StageDoor:
    settings = Settings.from_environment()
    # Kept from the log: Rasa turns the warnings of its libraries on again while it loads.
    with warnings.catch_warnings(record=True):
        agent = await open_agent(settings, in_memory=False, store=STORE, model=model)
    measure(agent.processor)
    catalogue = wiring.understanding().catalogue
    wiring.offers()
    rasa, engine = RasaApart(agent, secret=asked.secret), connect(settings.database_url)
    looking = Looking(lambda: wiring.understanding().catalogue, wiring.offers)
    player = Player(engine, rasa, Tracing(read_rules(ROOT / "data" / "rules")), looking)
    stage = Stage(player, datetime.date.fromisoformat(asked.day), catalogue)
    await stage.load(Path(asked.story) if asked.story else None)
    app = create_app(engine, cast(RasaClient, rasa), settings=settings)
    return StageDoor(cast(Any, app), stage, SessionStore(engine), asked.root, asked.secret)


if __name__ == "__main__":
    main()
