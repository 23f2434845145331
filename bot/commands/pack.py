"""`declic pack`: territory packs, what a region shares with others in one signed archive."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.adapters.pack_desk import Installed, PackDesk, unknown_signer
from bot.adapters.packs.archive import MOST_BYTES, TOO_LARGE
from bot.adapters.packs.contents import read_contents
from bot.adapters.packs.keys import NO_KEY, OwnKey, PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import about_of, seal
from bot.adapters.packs.source import files_of
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.pack_store import KINDS, TrustedKey
from bot.commands.data_session import CATALOGUE, database, told_errors
from bot.commands.pack_text import KINDS as PACK_PARTS
from bot.commands.pack_text import (
    SAME,
    about_lines,
    arrival_lines,
    kept_lines,
    preview_lines,
    signer_line,
)
from bot.settings import Settings
from bot.web.tokens import now

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
HERE = "ligne de commande"
FOLLOWS = "Communes, métiers et chiffres suivent dans la minute, sans redémarrage."


@click.group()
def command() -> None:
    """Territory packs: what a region shares with others, signed."""


@contextmanager
def _told() -> Iterator[None]:
    """Each reason on its line, and exit code 1."""
    try:
        with told_errors():
            yield
    except RefusedPack as error:
        reasons = "\n".join(f"- {reason}" for reason in error.reasons)
        raise click.ClickException(
            f"la mallette est refusée, rien n’a changé.\n{reasons}"
        ) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename} : {error.strerror}.") from error


@contextmanager
def _desk() -> Iterator[PackDesk]:
    # Here, since keys and archives need neither the replay nor the database.
    from bot.replay.packs import pack_desk

    with _told(), database() as engine:
        migrate.upgrade(engine)
        catalogue_store.fill(engine, CATALOGUE)
        yield pack_desk(engine, Settings.from_environment())


@command.command()
@click.option("--to", type=FILE, help="Writes the public key there, to give to other regions.")
def key(to: Path | None) -> None:
    """Make the key that signs packs here, once, and show its fingerprint.

    Exit codes: 0 there is a key, 1 it cannot be read or written.
    """
    with _told():
        public = OwnKey.made_in(Settings.from_environment().var).public
        if to is not None:
            to.write_text(public.text + "\n", encoding="ascii")
    click.echo(f"Empreinte de la clé d’ici : {public.fingerprint}")


@command.command()
@click.argument("file", type=FILE)
@click.option("--name", required=True, help="Who signs with it, as you want to read it.")
def trust(file: Path, name: str) -> None:
    """Trust the public key of FILE: its packs are imported without asking again.

    Exit codes: 0 trusted, 1 no key, or the database cannot be used.
    """
    with _desk() as desk:
        public = PublicKey.of_text(file.read_text(encoding="utf-8", errors="replace"))
        desk.keys.trust(TrustedKey(public.fingerprint, public.text, name.strip(), HERE, now()))
    click.echo(f"{name.strip()} est de confiance ici : {public.fingerprint}")


@command.command()
@click.argument("fingerprint")
def distrust(fingerprint: str) -> None:
    """Trust a key no longer; packs that it signed stay.

    Exit codes: 0 done, 1 no such key.
    """
    with _desk() as desk:
        if not desk.keys.forget(fingerprint.strip()):
            raise click.ClickException("cette clé n’est pas connue. Voyez : declic pack list")
    click.echo("Cette clé n’est plus de confiance.")


@command.command()
@click.argument("folder", type=FOLDER)
@click.option("--to", type=FILE, help="The archive; without it, the folder is checked only.")
def make(folder: Path, to: Path | None) -> None:
    """Check FOLDER (pack.yml, catalogue/, offers/, …) and sign it as one archive.

    Exit codes: 0 made, 1 something is wrong in it.
    """
    from bot.replay.packs import bundled_around

    with _told():
        files = files_of(folder)
        about = about_of(files)
        read_contents(about, files, bundled_around())
        if to is None:
            click.echo(f"{about.title} : tout est en ordre, {len(files)} fichiers.")
            return
        own = OwnKey.in_folder(Settings.from_environment().var)
        if own is None:
            raise click.ClickException(NO_KEY)
        pack = seal(files, own)
        to.write_bytes(pack.content)
    click.echo(f"{to} : {len(files)} fichiers, {len(pack.content)} octets.")
    click.echo(signer_line(pack, "cette installation"))


@command.command()
@click.option("--region", required=True, help="INSEE code of the region, such as 84.")
@click.option("--to", type=FILE, required=True, help="The archive.")
@click.option("--version", required=True, help="Numbers and points, such as 2026.11.1.")
@click.option("--made-by", required=True, help="Who gives it, as others read it.")
@click.option("--id", "pack_id", help="By default, the name of the region.")
@click.option("--title", help="By default, the name of the region.")
@click.option("--story", "stories", multiple=True, help="A story written here that goes with it.")
@click.option("--protocol", "protocols", multiple=True, help="The same for a protocol.")
def export(
    region: str,
    to: Path,
    version: str,
    made_by: str,
    pack_id: str | None,
    title: str | None,
    stories: tuple[str, ...],
    protocols: tuple[str, ...],
) -> None:
    """Make the pack of a region of this installation: what is known here, nobody's data.

    Hiring, communes, local offers as they are in use, notes, pictures and game if they are not
    Déclic's; of the stories and protocols written here, those that you name, signed by --made-by.
    Exit codes: 0 made, 1 something stands against it.
    """
    from bot.replay.own_texts import OwnTexts
    from bot.replay.packs import Asked, region_pack

    with _told(), database() as engine:
        migrate.upgrade(engine)
        catalogue_store.fill(engine, CATALOGUE)
        asked = Asked(region, version, made_by, pack_id, title, stories, protocols)
        settings, today = Settings.from_environment(), datetime.date.today()
        pack = region_pack(engine, settings, asked, today)
        to.write_bytes(pack.content)
        own = OwnTexts(settings)
        kept = list(kept_lines(own.stories(), own.protocols(), asked))
    click.echo(f"{to} : {len(pack.files)} fichiers, {len(pack.content)} octets.")
    click.echo("\n".join([signer_line(pack, "cette installation"), *kept]))


@command.command()
@click.argument("file", type=FILE)
def show(file: Path) -> None:
    """Say who made and signed the pack of FILE, and what it would change here.

    Exit codes: 0 it could be imported, 1 it is refused.
    """
    with _desk() as desk:
        arrival = desk.read(_content(file))
        for line in arrival_lines(arrival, desk.preview(arrival)):
            click.echo(line)


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--accept", help="Fingerprint of an unknown signer, once you compared it.")
@click.option("--yes", is_flag=True, help="Does not ask after showing what changes.")
def import_(file: Path, accept: str | None, yes: bool) -> None:
    """Show what the pack of FILE changes, then take it in, whole or not at all.

    Exit codes: 0 imported or already there, 1 refused, or not wanted.
    """
    with _desk() as desk:
        arrival = desk.read(_content(file))
        if arrival.is_there:
            click.echo(SAME)
            return
        for line in arrival_lines(arrival, desk.preview(arrival)):
            click.echo(line)
        if arrival.known_as is None and accept != arrival.sealed.signer.fingerprint:
            told = f'Puis ajoutez : --accept "{arrival.sealed.signer.fingerprint}"'
            raise RefusedPack(f"{unknown_signer(arrival.sealed.signer)} {told}")
        if not yes:
            click.confirm("Importer cette mallette ?", abort=True)
        desk.install(arrival, HERE, now(), accept)
    click.echo(f"{arrival.contents.about.title} est là. {FOLLOWS}")


@command.command("list")
def list_() -> None:
    """Show the installed packs and the trusted keys.

    Exit codes: 0 shown, 1 the database cannot be used.
    """
    with _desk() as desk:
        uses = desk.uses()
        packs, keys = desk.installed(), desk.keys.all()
    if not packs:
        click.echo("Mallettes : aucune.")
    for one in packs:
        used = [kind for kind in KINDS if uses.get(kind) == one.stored.pack_id]
        click.echo("\n".join(_pack_lines(one, used)))
    if not keys:
        click.echo("Clés de confiance : aucune.")
    for trusted in keys:
        click.echo(f"Clé de confiance : {trusted.name}, {trusted.fingerprint}")


@command.command()
@click.argument("pack_id")
@click.option("--yes", is_flag=True, help="Does not ask after showing what changes.")
def remove(pack_id: str, yes: bool) -> None:
    """Show what changes without a pack, then let it go with all it brought.

    Exit codes: 0 removed, 1 no such pack, or not wanted.
    """
    with _desk() as desk:
        try:
            preview = desk.preview_removal(pack_id)
        except LookupError:
            raise click.ClickException(_no_such(pack_id)) from None
        for line in preview_lines(preview):
            click.echo(line)
        if not yes:
            click.confirm("Retirer cette mallette ?", abort=True)
        kept = desk.remove(pack_id)
    for offer_id in kept:
        click.echo(f"Votre version de l’aide {offer_id} reste.")
    click.echo(f"La mallette {pack_id} est retirée. {FOLLOWS}")


@command.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("pack_id")
def use(kind: str, pack_id: str) -> None:
    """Use the pictures or the game of a pack; PACK_ID declic: those of Déclic again.

    Exit codes: 0 chosen, 1 no such pack, or it has none.
    """
    with _desk() as desk:
        try:
            desk.use(kind, None if pack_id == "declic" else pack_id)
        except LookupError:
            raise click.ClickException(_no_such(pack_id)) from None
    click.echo("C’est noté. Redémarrez Déclic.")


def _pack_lines(one: Installed, used: list[str]) -> Iterator[str]:
    if one.about is None or one.signer is None:
        yield f"{one.stored.pack_id} : illisible par ce Déclic. Retirez-la, puis redemandez-la."
        return
    yield from about_lines(one.about)
    yield f"  importée le {one.stored.imported_at:%d/%m/%Y} par {one.stored.imported_by}"
    yield f"  clé : {one.signer.fingerprint}"
    if used:
        yield f"  utilisées : {', '.join(PACK_PARTS[kind].lower() for kind in used)}"


def _no_such(pack_id: str) -> str:
    return f"la mallette « {pack_id} » n’est pas là. Voyez : declic pack list"


def _content(file: Path) -> bytes:
    if file.stat().st_size > MOST_BYTES:
        raise RefusedPack(TOO_LARGE)
    return file.read_bytes()
