"""What the commands of `declic data` share: the database, and errors told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from alembic.util import CommandError
from sqlalchemy.engine import Engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.settings import ROOT, SettingError, Settings

CATALOGUE = ROOT / "data" / "catalogue"
NEWER_DATABASE = "La base vient d'une version plus récente de Déclic. Mettez Déclic à jour."
FOLDER = click.Path(path_type=Path, file_okay=False)


@contextmanager
def database() -> Iterator[Engine]:
    """The database of the settings; told_errors must be around."""
    engine = connect(Settings.from_environment().database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def refuse_other_schema(engine: Engine) -> None:
    """For commands that only read: they cannot read tables of another version of Déclic."""
    with engine.connect() as connection:
        state = migrate.schema(connection).state
    if state == migrate.OLDER:
        raise click.ClickException("La base n'est pas prête. Lancez : declic data fill")
    if state == migrate.NEWER:
        raise click.ClickException(NEWER_DATABASE)


@contextmanager
def told_errors() -> Iterator[None]:
    """One sentence and exit code 1 instead of a stack trace."""
    try:
        yield
    except (BrokenCatalogue, OfficialFileError, catalogue_store.CatalogueMissing) as error:
        raise click.ClickException(str(error)) from error
    except SettingError as error:
        raise click.UsageError(str(error)) from error
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        sentence = "DECLIC_DATABASE_URL : cette URL ne peut pas être utilisée."
        raise click.ClickException(sentence) from error
    except CommandError as error:
        raise click.ClickException(NEWER_DATABASE) from error
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        sentence = f"La base de données ne répond pas ({reason}). Vérifiez DECLIC_DATABASE_URL."
        raise click.ClickException(sentence) from error
