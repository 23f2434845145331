"""`declic feedback`: what people told the team, for its editors and testers."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bot.adapters.sql.answer_cache import utc_now
from bot.adapters.sql.team_reading import TeamReading
from bot.commands.data_session import database, refuse_other_schema, told_errors
from bot.commands.feedback_exports import Table, as_csv, as_html, as_json
from bot.commands.feedback_text import (
    PRIVACY,
    as_detail,
    as_line,
    as_period,
    as_subject,
    period_table,
    subject_table,
    word_table,
)
from bot.services import clock
from bot.services.team_words import (
    OPINION,
    PERIODS,
    REPORT,
    Closure,
    TeamWord,
    periods,
    to_check_first,
)

KINDS = {"avis": OPINION, "signalements": REPORT}
DAY = click.DateTime(["%Y-%m-%d"])
FILE = click.Path(path_type=Path, dir_okay=False)
WRITERS: dict[str, Callable[[Table], str]] = {"csv": as_csv, "json": as_json, "html": as_html}


@click.group()
def command() -> None:
    """What people told the team: opinions, and what is no longer true."""


def period_options(function: Callable[..., Any]) -> Callable[..., Any]:
    until = click.option("--until", type=DAY, metavar="DATE", help="Until this day, included.")
    return click.option("--since", type=DAY, metavar="DATE", help="From this day.")(until(function))


def export_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--csv, --json, --html: each a file to write instead of the terminal."""
    for name in reversed(WRITERS):
        option = click.option(f"--{name}", type=FILE, metavar="FILE", help=f"Write {name} there.")
        function = option(function)
    return function


@command.command("list")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only opinions, or only reports.")
@click.option("--open", "only_open", is_flag=True, help="Only what nobody has handled.")
@period_options
@export_options
def list_command(
    kind: str | None,
    only_open: bool,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
    **files: Path | None,
) -> None:
    """List what was told, one line each, newest last.

    Exit codes: 0 some listed, 1 none or no database, 2 something cannot be used.
    """
    kinds = KINDS[kind] if kind else OPINION + REPORT
    words = _words(kinds, since, until)
    words = [word for word in words if not only_open or word.closure is None]
    lines = [as_line(word) for word in words]
    _tell(lines, word_table(words), files, "Rien n'a été dit à l'équipe sur cette période.")


@command.command()
@click.argument("reference", metavar="ID")
def show(reference: str) -> None:
    """Show all of one word: ID is A12 for an opinion, S7 for a report.

    Exit codes: 0 shown, 1 no such word or no database.
    """
    with _reading() as reading:
        word = reading.one(reference)
    click.echo(PRIVACY, err=True)
    click.echo(as_detail(_found(word, reference)))


@command.command()
@click.option("--by", type=click.Choice(list(PERIODS)), default="mois", show_default=True)
@period_options
@export_options
def summary(
    by: str,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
    **files: Path | None,
) -> None:
    """Faces, and what to keep, improve, start and stop, period by period.

    Exit codes: 0 some, 1 none or no database, 2 something cannot be used.
    """
    found = periods(_words(OPINION, since, until), by)
    texts = [as_period(period) for period in found]
    _tell(texts, period_table(found), files, "Aucun avis sur cette période.")


@command.command()
@period_options
@export_options
def reports(
    since: datetime.datetime | None, until: datetime.datetime | None, **files: Path | None
) -> None:
    """What to check first: offers and jobs by open reports, then by how long they wait.

    Exit codes: 0 some, 1 none or no database, 2 something cannot be used.
    """
    today = clock.today()
    found = to_check_first(_words(REPORT, since, until))
    lines = [as_subject(subject, today) for subject in found]
    if lines and not any(files.values()):
        click.echo("À vérifier d'abord :")
    _tell(lines, subject_table(found, today), files, "Aucun signalement ne reste à traiter.")


@command.command()
@click.argument("references", metavar="ID...", nargs=-1, required=True)
@click.option("--decision", required=True, help="What was decided, in a sentence.")
@click.option("--by", default=None, metavar="NAME", help="Who decided; the session's user.")
def close(references: tuple[str, ...], decision: str, by: str | None) -> None:
    """Mark words as handled, with who, when and what was decided.

    Exit codes: 0 all noted, 1 one is not there or was handled before, 2 no decision.
    """
    if not decision.strip():
        raise click.BadParameter("dites en une phrase ce qui est décidé.", param_hint="--decision")
    closure = Closure(utc_now(), (by or getpass.getuser()).strip(), decision.strip())
    with _reading() as reading:
        for reference in references:
            word = _found(reading.one(reference), reference)
            if not reading.close(reference, closure):
                raise click.ClickException(_handled(word))
            click.echo(f"{word.reference} : traité par {closure.by}.")


def _handled(word: TeamWord) -> str:
    done = word.closure
    said = f" le {done.at:%d/%m/%Y} par {done.by} : {done.decision}" if done else ""
    return f"{word.reference} est déjà traité{said}"


def _found(word: TeamWord | None, reference: str) -> TeamWord:
    if word is None:
        sentence = f"« {reference} » n'existe pas. Essayez « declic feedback list »."
        raise click.ClickException(sentence)
    return word


@contextmanager
def _reading() -> Iterator[TeamReading]:
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        yield TeamReading(engine)


def _words(
    kinds: str, since: datetime.datetime | None, until: datetime.datetime | None
) -> list[TeamWord]:
    if since and until and since > until:
        raise click.BadParameter("ce jour est après celui de --until.", param_hint="--since")
    with _reading() as reading:
        return reading.words(kinds, since and since.date(), until and until.date())


def _tell(texts: Sequence[str], table: Table, files: dict[str, Path | None], nothing: str) -> None:
    chosen = {name: path for name, path in files.items() if path}
    for name, path in chosen.items():
        _write(path, WRITERS[name](table))
    if not texts:
        click.echo(nothing)
        raise click.exceptions.Exit(1)
    click.echo(PRIVACY, err=True)
    if not chosen:
        click.echo("\n".join(texts))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} : écriture impossible ({error.strerror}).") from error
    click.echo(f"{path} : écrit.")
