"""`declic data fetch`: download the official files from their producers."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from bot.adapters.downloads.fetch import Fetched
from bot.adapters.downloads.fetch import fetch as fetch_files
from bot.adapters.downloads.fetched_data_sets import DATA_GOUV, FETCHED, FetchedDataSet
from bot.adapters.downloads.resumable_download import in_french
from bot.settings import SettingError, Settings

OFFLINE = "Aucun site ne répond : vérifiez la connexion à Internet, rien n'a changé."


def fetch_command(
    data_sets: Sequence[FetchedDataSet] = FETCHED,
    data_gouv_url: str = DATA_GOUV,
    plain_http: frozenset[str] = frozenset(),
    sleep: Callable[[float], None] = time.sleep,
) -> click.Command:
    """The command for these data sets; the arguments let it ask a local server."""

    @click.command("fetch")
    @click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the files; DECLIC_VAR/downloads without it.",
    )
    def fetch(folder: Path | None) -> None:
        """Download the newest official files from their producers.

        What is there and has not changed stays; what was cut is resumed. Then run
        `declic data import`. Exit codes: 0 all are there, 1 a file is missing or no network.
        """
        to = folder or _default_folder()
        results = fetch_files(
            to, datetime.date.today(), data_sets, data_gouv_url, plain_http, _say, sleep
        )
        automatic = [one for one in results if not one.is_by_hand]
        if automatic and all(one.is_unreachable for one in automatic):
            raise click.ClickException(OFFLINE)
        for one in results:
            click.echo(_line(one))
        if any(one.path for one in results):
            click.echo(f"Ensuite : declic data import {to}")
        if any(one.problem for one in results):
            raise SystemExit(1)

    return fetch


fetch = fetch_command()


def _default_folder() -> Path:
    try:
        return Settings.from_environment().var / "downloads"
    except SettingError as error:
        raise click.UsageError(str(error)) from error


def _say(data_set: FetchedDataSet, step: str) -> None:
    click.echo(f"{data_set.name} : {step}.")


def _line(one: Fetched) -> str:
    name, by_hand = one.data_set.name, _by_hand(one.data_set)
    if one.path:
        state = "nouveau" if one.is_new else "déjà à jour"
        return f"{name} : {one.path.name}, {in_french(one.path.stat().st_size)}, {state}."
    if one.problem:
        return f"{name} : échec, {one.problem}.\n{by_hand}"
    return f"{name} : aucune adresse sûre n'est connue.\n{by_hand}"


def _by_hand(data_set: FetchedDataSet) -> str:
    return f"  À prendre à la main : {data_set.wanted_file}\n  sur {data_set.page}"
