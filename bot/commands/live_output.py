"""How the `declic live` commands write what they found: for people, or as JSON."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import click

from bot.commands.catalogue_choice import FOLDER

NOTHING_FOUND = 1
JSON_OPTION = click.option("--json", "as_json", is_flag=True, help="For a program to read.")
CATALOGUE_OPTION = click.option(
    "--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database."
)


def _rome_code(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]\d{4}", value, re.ASCII):
        raise click.BadParameter("écrivez une lettre et quatre chiffres, comme D1102.")
    return value.upper()


ROME_ARGUMENT = click.argument("rome_code", metavar="ROME", callback=_rome_code)


def show(
    context: click.Context, found: Sequence[Any], as_json: bool, lines: Callable[[Any], str]
) -> None:
    """Prints what was found, as JSON or by `lines`; ends with 1 when nothing was."""
    if as_json:
        click.echo(as_document([asdict(one) for one in found]))
    else:
        click.echo("\n".join(lines(one) for one in found) if found else "Rien trouvé.")
    if not found:
        context.exit(NOTHING_FOUND)


def as_document(value: Any) -> str:
    """JSON; dates as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_written)


def _written(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
