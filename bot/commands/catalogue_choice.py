"""The catalogue a command works on: a folder of CSV files when one is given, else the database."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import catalogue_files
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.orientation.catalogue import Catalogue
from bot.settings import SettingError, Settings

FOLDER = click.Path(path_type=Path, file_okay=False)


class Unusable(click.ClickException):
    """What was given cannot be used; the message says what to do."""

    exit_code = 2


def chosen_catalogue(folder: Path | None) -> Catalogue:
    """The facts to work on. Raises Unusable when the folder or the database is not ready."""
    try:
        return _from_database() if folder is None else catalogue_files.read(folder)
    except (BrokenCatalogue, SettingError) as error:
        raise Unusable(str(error)) from error


def _from_database() -> Catalogue:
    # Here, so that --catalogue needs neither the database nor its driver.
    from bot import wiring
    from bot.adapters.sql.catalogue_store import CatalogueMissing

    try:
        return wiring.load_catalogue(Settings.from_environment())
    except (CatalogueMissing, OSError, SQLAlchemyError) as error:
        raise Unusable(
            "la base de données n'est pas prête. Lancez « declic data fill », "
            "ou ajoutez --catalogue data/catalogue."
        ) from error
