"""`declic purge`: erases what has been kept long enough, as `declic serve` does every minute."""

from __future__ import annotations

import asyncio
import math
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import click
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient, Turns
from bot.adapters.sql.leftovers import Leftovers, RasaInDatabase
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.scrub import scrub
from bot.adapters.sql.sessions import SessionStore
from bot.commands.data_session import database, refuse_other_schema, told_errors
from bot.replay.recording.desk import RecordingDesk
from bot.secret import shared_secret
from bot.settings import Settings
from bot.web.conversations import Conversations
from bot.web.retention import ALONE_IN_RASA, TOLD_RETENTION, Retention
from bot.web.rights import SHARED_IDLE
from bot.web.tokens import now

OLD = "conversations dont la durée est finie"
SHARED = "conversations sur un ordinateur partagé, après 30 minutes sans message"
ALONE = "restes de conversations dans Rasa"
TOLD = "avis, essais, réactions, signalements et délais d’aides de plus d’un an"
DRAFTS = "enregistrements à relire de plus de 30 jours"
LOGS = "journaux de plus de 30 jours"

LOGS_KEPT = timedelta(days=30)

Counts = dict[str, int]


@click.command()
@click.option("--dry-run", is_flag=True, help="Count what would be erased, and erase nothing.")
def command(dry_run: bool) -> None:
    """Erase conversations, sheets, answers of services, drafts and logs whose time is over.

    Exit codes: 0 all is erased, 1 something is still there, 2 wrong usage or setting.
    """
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        settings, at = Settings.from_environment(), now()
        counted = count(engine, settings, at)
        if dry_run:
            _tell("À effacer", counted)
            return
        erased = asyncio.run(erase(engine, settings, at))
        _tell("Effacé", erased)
        is_clean = scrub(engine, rewrite=True, largest_bytes=math.inf)
    _end(_missing(counted, erased), is_clean)


def count(engine: Engine, settings: Settings, at: datetime) -> Counts:
    """What is to be erased at a moment (UTC) -> how many."""
    rights, leftovers = RightsStore(engine), Leftovers(engine)
    return {
        OLD: len(rights.over(at)),
        SHARED: len(rights.shared_and_idle_since(at - SHARED_IDLE)),
        ALONE: len(leftovers.in_rasa_alone(at - ALONE_IN_RASA)),
        TOLD: rights.told_before(at - TOLD_RETENTION),
        **{f"{title} sans validité": many for title, many in leftovers.expired(at).items()},
        DRAFTS: len(RecordingDesk.of(settings).old(at)),
        LOGS: len(list(old_logs(settings.var, at))),
    }


async def erase(engine: Engine, settings: Settings, at: datetime) -> Counts:
    """Erases it; what it was -> how many. Through Rasa when it runs, so that no turn is cut."""
    client = RasaClient(settings.rasa_url, shared_secret(settings))
    try:
        rasa: Turns = client if await client.is_ready() else RasaInDatabase(engine)
        conversations = Conversations(SessionStore(engine), rasa)
        retention = Retention(RightsStore(engine), Leftovers(engine), conversations, rasa)
        return await _erased(retention, settings, at)
    finally:
        await client.close()


async def _erased(retention: Retention, settings: Settings, at: datetime) -> Counts:
    expired = await retention.erase_expired(at)
    return {
        OLD: await retention.end(retention.rights.over(at)),
        SHARED: await retention.end(retention.rights.shared_and_idle_since(at - SHARED_IDLE)),
        ALONE: await retention.erase_alone_in_rasa(at),
        TOLD: await retention.erase_told(at),
        **{f"{title} sans validité": many for title, many in expired.items()},
        DRAFTS: RecordingDesk.of(settings).erase_old(at),
        LOGS: _delete(old_logs(settings.var, at)),
    }


def old_logs(var: Path, at: datetime) -> Iterator[Path]:
    """Logs that were set aside and not written to for 30 days. They say nothing of people."""
    oldest = (at - LOGS_KEPT).replace(tzinfo=timezone.utc).timestamp()
    for log in sorted((var / "log").glob("*.log.[0-9]")):
        if log.stat().st_mtime < oldest:
            yield log


def _delete(files: Iterator[Path]) -> int:
    found = list(files)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _tell(title: str, counts: Mapping[str, int]) -> None:
    click.echo(f"{title} :")
    for what, many in counts.items():
        click.echo(f"{many:6}  {what}")


def _missing(counted: Mapping[str, int], erased: Mapping[str, int]) -> int:
    """How many of those that were counted are still there."""
    return sum(max(many - erased.get(what, 0), 0) for what, many in counted.items())


def _end(missing: int, is_clean: bool) -> None:
    if missing:
        click.echo(f"Reste à effacer : {missing}. Relancez la commande dans un instant.", err=True)
    if not is_clean:
        sentence = "La base est occupée : ses fichiers ne sont pas encore nettoyés."
        click.echo(f"{sentence} Relancez la commande dans un instant.", err=True)
    sys.exit(1 if missing or not is_clean else 0)
