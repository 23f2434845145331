"""What must hold before anything starts: ports that are free, folders that can be written."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import Settings

NEEDED_MB = 200
_HIGHEST_PORT = 65535
_OWNER_ONLY = 0o700


class CannotStart(RuntimeError):
    """Something outside the program is in the way; the message says what, and what to do."""


def check_ports(settings: Settings) -> None:
    """Raises CannotStart for the first port that another program listens on, or may not be used."""
    _check_port("DECLIC_PORT", settings.host, settings.port)
    _check_port("DECLIC_RASA_PORT", "127.0.0.1", settings.rasa_port)
    if settings.metrics_port:
        _check_port("DECLIC_METRICS_PORT", "127.0.0.1", settings.metrics_port)
    ports = [settings.port, settings.rasa_port, settings.metrics_port]
    if len(set(ports)) < len(ports):
        names = "DECLIC_PORT, DECLIC_RASA_PORT et DECLIC_METRICS_PORT"
        raise CannotStart(f"{names} doivent être différents.")


def make_private(folder: Path) -> None:
    """Makes the folder, or changes it, so that only its owner may look inside."""
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    # A mounted folder may be another user's, who decides on its rights.
    if folder.stat().st_uid == os.geteuid():
        folder.chmod(_OWNER_ONLY)


def check_folders(settings: Settings) -> None:
    """Raises CannotStart when local state or models cannot be written, for rights or for space."""
    with write_errors_told(settings.var):
        make_private(settings.var)
    for folder in (settings.var, settings.models):
        with write_errors_told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
            free_mb = shutil.disk_usage(folder).free // 1_000_000
        if free_mb < NEEDED_MB:
            raise CannotStart(
                f"Le disque est presque plein : {free_mb} Mo libres dans {folder}, "
                f"il en faut {NEEDED_MB}."
            )


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
def write_errors_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CannotStart(f"Le disque est plein : libérez {NEEDED_MB} Mo.") from error
        raise CannotStart(f"Impossible d'écrire dans {folder} : {error.strerror}.") from error
