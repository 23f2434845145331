"""`declic pictures`: the deck of pictures, checked and printed as cards."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from bot.adapters import picture_files
from bot.commands.catalogue_choice import FOLDER, Unusable
from bot.orientation.deck_check import check_deck
from bot.settings import Settings


@click.group()
def command() -> None:
    """The deck of pictures: check it, print it."""


def _chosen(folder: Path | None) -> Path:
    return folder or Settings.from_environment().pictures


def _address(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """The address without its final slash, so that a path can follow. BadParameter otherwise."""
    if given is None:
        return Settings.from_environment().given_public_url
    if not _opens_a_page(given.strip()):
        raise click.BadParameter("écrivez une adresse entière, comme https://declic.exemple.fr")
    return given.strip().rstrip("/")


def _opens_a_page(address: str) -> bool:
    """Whether a path can follow the address: a host, maybe a port, no question and no anchor."""
    try:
        parts = urlsplit(address)
        is_reached = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_reached and parts.scheme in ("http", "https") and not (parts.query or parts.fragment)


@command.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Say what makes a deck unusable (errors) and what could be better (remarks).

    Without FOLDER: DECLIC_PICTURES. Exit codes: 0 it can be used, 1 it cannot.
    """
    deck, problems = picture_files.read_all(_chosen(folder))
    remarks = check_deck(deck) if deck and not problems else []
    for line in [*map(str, problems), *(f"à améliorer : {remark}" for remark in remarks)]:
        click.echo(line)
    count = len(deck.pictures) if deck else 0
    click.echo(f"{count} images, {len(problems)} erreurs, {len(remarks)} remarques.")
    if problems:
        raise click.exceptions.Exit(1)


@command.command("print")
@click.argument("output", metavar="OUT.pdf", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--address",
    metavar="URL",
    callback=_address,
    help="Where Déclic is, instead of DECLIC_PUBLIC_URL; each card then has a QR code that chooses "
    "its picture.",
)
@click.option("--folder", type=FOLDER, help="Folder of the deck, instead of DECLIC_PICTURES.")
def print_command(output: Path, address: str | None, folder: Path | None) -> None:
    """Write the deck as an A4 PDF: a page of advice, then six cards to cut out a page.

    Exit codes: 0 written, 1 the file cannot be written, 2 the deck cannot be used.
    """
    # Here, since only this command needs the libraries that set pages.
    from bot.adapters.printing.pdf import NotPrintable
    from bot.adapters.printing.picture_cards import printed_deck

    chosen = _chosen(folder)
    try:
        deck = picture_files.read(chosen)
        pages = printed_deck(deck, chosen, address)
    except (picture_files.BrokenDeck, NotPrintable) as error:
        raise Unusable(f"{error}\nLancez « declic pictures check ».") from error
    try:
        output.write_bytes(pages)
    except OSError as error:
        raise click.ClickException(f"{output} : écriture impossible ({error.strerror}).") from error
    codes = f"avec des codes vers {address}" if address else "sans code ; « --address » en ajoute"
    click.echo(f"{output} : {len(deck.pictures)} cartes, {codes}.")
