"""The person of a command: a profile and what they told for aids, read from JSON files."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.catalogue_choice import Unusable, chosen_catalogue
from bot.commands.json_file import read_json
from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import Circumstances, WrongAnswer, read_circumstances
from bot.orientation.profile import Profile
from bot.services.profile_json import WrongProfile, profile_from_json

profile_option = click.option(
    "--profile", "path", type=click.Path(path_type=Path), required=True, metavar="FILE"
)
circumstances_option = click.option(
    "--circumstances",
    "told_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help='Answers such as {"age": 34, "receives_rsa": "declined"}.',
)


def chosen_profile(path: Path, folder: Path | None) -> tuple[Profile, Catalogue]:
    """The profile, and the catalogue that it speaks of; folder: as in chosen_catalogue.

    Raises Unusable, with the field that is wrong.
    """
    given = read_json(path)
    catalogue = chosen_catalogue(folder)
    try:
        return profile_from_json(given, catalogue), catalogue
    except WrongProfile as error:
        raise Unusable(f"{path} : {error}.") from error


def chosen_circumstances(path: Path | None) -> Circumstances:
    """Nothing told without a file. Raises Unusable, with the fact that is wrong."""
    if path is None:
        return Circumstances()
    given = read_json(path)
    try:
        return read_circumstances(given)
    except WrongAnswer as error:
        raise Unusable(f"{path} : {error}.") from error
