"""`declic offers`: the support offers, as the public and as their editors see them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from bot.adapters import offer_files, web_addresses
from bot.adapters.data_inclusion_export import export, faults
from bot.commands.catalogue_choice import FOLDER, Unusable, chosen_catalogue
from bot.commands.offers_choice import (
    DAY,
    chosen_day,
    chosen_offers,
    day_option,
    folder_option,
    json_option,
)
from bot.commands.offers_for import offers_for_command
from bot.commands.offers_report import (
    as_editor,
    as_json_text,
    as_text,
    listed,
    problems_as_dicts,
    report,
)
from bot.commands.offers_reported import reported
from bot.commands.offers_write import write_command
from bot.orientation.offer import Offer
from bot.orientation.offer_check import ERROR, WARNING, Finding, check_offers
from bot.orientation.offer_search import OfferIndex
from bot.orientation.offer_sentences import card
from bot.orientation.publication import publish
from bot.orientation.vocabulary import STATUSES, THEMES
from bot.settings import ROOT

CATALOGUE = ROOT / "data" / "catalogue"


@click.group()
def command() -> None:
    """Support offers: list, show, find, for a person, check, export, write."""


command.add_command(offers_for_command)
command.add_command(write_command)


@command.command("list")
@click.option("--theme", help="Start of a data·inclusion theme, such as mobilite.")
@click.option("--status", type=click.Choice(list(STATUSES)), help="Only offers in this state.")
@day_option
@folder_option
@json_option
def list_command(
    theme: str | None,
    status: str | None,
    day: datetime.datetime | None,
    folder: Path,
    as_json: bool,
) -> None:
    """List the offers with their state and what the public sees of them.

    Exit codes: 0 some listed, 1 none, 2 something cannot be used.
    """
    if theme and not any(code.startswith(theme) for code in THEMES):
        raise click.BadParameter(f"« {theme} » ne commence aucun thème.", param_hint="--theme")
    chosen = [
        offer
        for offer in chosen_offers(folder)
        if (theme is None or any(code.startswith(theme) for code in offer.themes))
        and (status is None or offer.status == status)
    ]
    click.echo(listed(chosen, chosen_day(day), as_json))
    if not chosen:
        raise click.exceptions.Exit(1)


@command.command()
@click.argument("offer_id", metavar="ID")
@click.option("--all", "everything", is_flag=True, help="All of the fiche, as an editor sees it.")
@day_option
@folder_option
@json_option
def show(
    offer_id: str, everything: bool, day: datetime.datetime | None, folder: Path, as_json: bool
) -> None:
    """Show the offer ID as the public sees it.

    Exit codes: 0 shown, 1 no such offer, 2 something cannot be used.
    """
    by_id = {offer.offer_id: offer for offer in chosen_offers(folder)}
    offer = by_id.get(offer_id)
    if offer is None:
        raise click.ClickException(f"« {offer_id} » n'existe pas. Essayez « declic offers list ».")
    published = publish(offer, chosen_day(day), by_id)
    if everything:
        click.echo(as_json_text(offer) if as_json else as_editor(offer, published.level))
        return
    shown = card(published)
    answer = {"offer_id": offer_id, "level": published.level, **shown.as_item()}
    click.echo(as_json_text(answer) if as_json else as_text(shown))


@command.command()
@click.argument("text", metavar="TEXTE")
@folder_option
@json_option
def find(text: str, folder: Path, as_json: bool) -> None:
    """Find the offers that TEXTE names, or the kind of aid it asks for.

    Exit codes: 0 found, 1 nothing found, 2 something cannot be used.
    """
    if not text.strip():
        raise click.BadParameter("écrivez le nom d'une aide, par exemple « wimoov ».")
    found = OfferIndex(chosen_offers(folder)).find(text)
    rows = [{"offer_id": f.offer.offer_id, "name": f.offer.name, "how": f.how} for f in found]
    lines = [f"{row['offer_id']:32} {row['name']}" for row in rows]
    click.echo(as_json_text(rows) if as_json else "\n".join(lines) or "Aucune aide reconnue.")
    if not found:
        raise click.exceptions.Exit(1)


@command.command()
@click.option("--online", is_flag=True, help="Also ask each official page whether it answers.")
@click.option("--today", "day", type=DAY, metavar="DATE", help="Check as on this day.")
@click.option("--catalogue", type=FOLDER, default=CATALOGUE, help="CSV folder of the communes.")
@folder_option
@json_option
def check(
    online: bool, day: datetime.datetime | None, catalogue: Path, folder: Path, as_json: bool
) -> None:
    """Say what is wrong in the offers (errors) and what editors have to do (warnings).

    Also what people reported as no longer true, when the database is there.
    Exit codes: 0 no error, 1 errors, 2 something cannot be used.
    """
    offers, problems = offer_files.read_all(folder)
    insee_codes = {commune.insee_code for commune in chosen_catalogue(catalogue).communes}
    findings = check_offers(offers, chosen_day(day), insee_codes)
    if online:
        findings += _pages_away(offers)
    findings += reported({offer.offer_id for offer in offers}, chosen_day(day))
    if as_json:
        click.echo(as_json_text({"files": problems_as_dicts(problems), "findings": findings}))
    else:
        click.echo(report(offers, problems, findings))
    if problems or any(finding.severity == ERROR for finding in findings):
        raise click.exceptions.Exit(1)


@command.command("export")
@click.option("--output", type=click.Path(path_type=Path), help="File; without it, the screen.")
@day_option
@folder_option
def export_command(output: Path | None, day: datetime.datetime | None, folder: Path) -> None:
    """Write what may be published as data·inclusion JSON: structures and services.

    Exit codes: 0 written, 1 the file cannot be written, 2 the offers cannot be used.
    """
    document = export(chosen_offers(folder), chosen_day(day))
    if wrong := faults(document):
        raise Unusable("\n".join(wrong))
    if output is None:
        click.echo(as_json_text(document))
        return
    try:
        output.write_text(as_json_text(document) + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{output} : écriture impossible ({error.strerror}).") from error
    click.echo(f"{output} : {len(document['services'])} services.")


def _pages_away(offers: Iterable[Offer]) -> list[Finding]:
    pages = {offer.offer_id: offer.official_url for offer in offers if offer.official_url}
    reasons = web_addresses.unreachable(pages.values())
    return [
        Finding(offer_id, WARNING, "page_away", f"{url} : {reasons[url]}")
        for offer_id, url in pages.items()
        if url in reasons
    ]
