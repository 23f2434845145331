"""What must hold before the programs start: free ports, a folder to write in, a filled database."""

from __future__ import annotations

import errno
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.settings import ROOT, Settings

NEEDED_MB = 200
_HIGHEST_PORT = 65535


class CannotStart(RuntimeError):
    """Something outside the program is in the way; the message says what, and what to do."""


def check_ports(settings: Settings) -> None:
    """Raises CannotStart for the first port that another program listens on, or may not be used."""
    _check_port("DECLIC_PORT", settings.host, settings.port)
    _check_port("DECLIC_RASA_PORT", "127.0.0.1", settings.rasa_port)
    if settings.port == settings.rasa_port:
        raise CannotStart("DECLIC_PORT et DECLIC_RASA_PORT doivent être différents.")


def check_folders(settings: Settings) -> None:
    """Raises CannotStart when local state or models cannot be written, for rights or for space."""
    for folder in (settings.var, settings.models):
        with _written_errors_told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
            free_mb = shutil.disk_usage(folder).free // 1_000_000
        if free_mb < NEEDED_MB:
            raise CannotStart(
                f"Le disque est presque plein : {free_mb} Mo libres dans {folder}, "
                f"il en faut {NEEDED_MB}."
            )


def prepare_database(settings: Settings, say: Callable[[str], None]) -> None:
    """Brings the tables up to date and loads the bundled catalogue where it is not loaded yet."""
    say("Je prépare la base de données…")
    with _database_errors_told(settings), _written_errors_told(settings.var):
        engine = connect(settings.database_url)
        try:
            migrate.upgrade(engine)
            catalogue_store.fill(engine, ROOT / "data" / "catalogue")
        finally:
            engine.dispose()


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now. Raises OSError when it never could."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return False
    return True


def _check_port(setting: str, host: str, port: int) -> None:
    try:
        free = is_free(host, port)
    except OSError as error:
        raise CannotStart(
            f"Impossible d'écouter sur {host}, port {port} : {error.strerror}. "
            f"Changez DECLIC_HOST ou {setting}."
        ) from error
    if not free:
        raise CannotStart(
            f"Le port {port} est déjà pris. Fermez l'autre programme ou lancez : "
            f"{setting}={_next_free(host, port)} make run"
        )


def _next_free(host: str, port: int) -> int:
    candidates = range(port + 1, min(port + 100, _HIGHEST_PORT))
    return next((candidate for candidate in candidates if is_free(host, candidate)), port + 1)


@contextmanager
def _written_errors_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotStart(f"Le disque est plein : libérez {NEEDED_MB} Mo.") from error
        raise CannotStart(f"Impossible d'écrire dans {folder} : {error.strerror}.") from error


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
        raise CannotStart(f"Le catalogue (data/catalogue) a une erreur : {error}") from error
    except DBAPIError as error:
        raise CannotStart(_database_sentence(settings, error)) from error


def _database_sentence(settings: Settings, error: DBAPIError) -> str:
    if "disk is full" in str(error.orig):
        return f"Le disque est plein : libérez {NEEDED_MB} Mo."
    where = make_url(settings.database_url).render_as_string(hide_password=True)
    reason = str(error.orig).strip().splitlines()[0]
    return f"La base de données ne répond pas ({where}) : {reason}. Voyez DECLIC_DATABASE_URL."
