"""Brings the database up to date: its tables, and the bundled catalogue in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from alembic.util import CommandError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from bot.adapters import pack_folders
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.checks import NEEDED_MB, CannotStart, make_private, write_errors_told
from bot.settings import ROOT, Settings


def prepare_database(settings: Settings) -> None:
    """Runs missing migrations and loads the bundled catalogue where it is not loaded yet.

    The folder of local state becomes its owner's alone: conversations are in it.

    Raises CannotStart.
    """
    with _database_errors_told(settings), write_errors_told(settings.var):
        make_private(settings.var)
        engine = connect(settings.database_url)
        try:
            migrate.upgrade(engine)
            catalogue_store.fill(engine, ROOT / "data" / "catalogue")
            pack_folders.sweep_copies(settings)
        finally:
            engine.dispose()


@contextmanager
def _database_errors_told(settings: Settings) -> Iterator[None]:
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise CannotStart("DECLIC_DATABASE_URL : cette URL ne peut pas être utilisée.") from error
    except CommandError as error:
        raise CannotStart(
            "La base de données vient d'une version plus récente de Déclic. Mettez Déclic à jour."
        ) from error
    except BrokenCatalogue as error:
        raise CannotStart(str(error)) from error
    except DBAPIError as error:
        raise CannotStart(_database_sentence(settings, error)) from error


def _database_sentence(settings: Settings, error: DBAPIError) -> str:
    if "disk is full" in str(error.orig):
        return f"Le disque est plein : libérez {NEEDED_MB} Mo."
    where = make_url(settings.database_url).render_as_string(hide_password=True)
    reason = str(error.orig).strip().splitlines()[0]
    return f"La base de données ne répond pas ({where}) : {reason}. Voyez DECLIC_DATABASE_URL."


def main() -> int:
    """`python -m bot.preparation`: prints one sentence and gives 1 when it cannot be done."""
    try:
        prepare_database(Settings.from_environment())
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
