"""What the `declic live` commands share: the services that are on, a place, told failures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.adapters.live.build import build_live
from bot.adapters.live.limits import Limits
from bot.commands.catalogue_choice import Unusable, chosen_catalogue
from bot.services.ports import Live, LiveError, Place
from bot.settings import SettingError, Settings

PATIENT = Limits(budget_seconds=10.0, connect_seconds=4.0, read_seconds=8.0)
"""Somebody at a terminal can wait; a conversation cannot."""


def live_services() -> Live:
    """The services that the settings allow, without a cache: a command asks for today's answer."""
    try:
        return build_live(Settings.from_environment().live, limits=PATIENT)
    except SettingError as error:
        raise Unusable(str(error)) from error


def switched_on(port_name: str) -> Any:
    """The port of `Live` by its name. Raises Unusable when it is off."""
    port = getattr(live_services(), port_name)
    if port is None:
        raise Unusable("ce service est éteint. « declic doctor » dit comment l'allumer.")
    return port


def place_of(insee_code: str, folder: Path | None) -> Place:
    """The centre of a commune of the catalogue. Raises Unusable when it is not there."""
    commune = chosen_catalogue(folder).commune_by_code.get(insee_code.upper())
    if commune is None:
        raise Unusable(f"aucune commune {insee_code} dans le catalogue (code INSEE, pas postal).")
    return Place(commune.insee_code, commune.latitude, commune.longitude)


@contextmanager
def told_errors() -> Iterator[None]:
    """A service that does not answer, or refuses, ends the command with its message."""
    try:
        yield
    except LiveError as error:
        raise Unusable(str(error)) from error
