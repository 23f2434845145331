"""The options that commands about support offers share, and what they choose."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from bot.adapters import offer_files
from bot.commands.catalogue_choice import FOLDER, Unusable
from bot.orientation.offer import Offer
from bot.settings import ROOT

OFFERS = ROOT / "data" / "offers"
DAY = click.DateTime(["%Y-%m-%d"])
folder_option = click.option(
    "--folder", type=FOLDER, default=OFFERS, help="Folder of the offers, instead of data/offers."
)
day_option = click.option(
    "--on", "day", type=DAY, metavar="DATE", help="As on this day (2026-11-22), not today."
)
json_option = click.option("--json", "as_json", is_flag=True, help="For a program to read.")


def chosen_offers(folder: Path) -> tuple[Offer, ...]:
    """All offers of the folder. Raises Unusable with every fault."""
    try:
        return offer_files.read(folder)
    except offer_files.BrokenOffers as error:
        raise Unusable(f"{error}\nLancez « declic offers check ».") from error


def chosen_day(given: datetime.datetime | None) -> datetime.date:
    return given.date() if given else datetime.date.today()
