"""The database: reachable, migrated, filled, and how old its data are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.adapters import catalogue_files
from bot.adapters.sql import catalogue_store, catalogue_tables, migrate, official_store, pack_store
from bot.adapters.sql.engine import connect
from bot.diagnosis.finding import Finding
from bot.settings import ROOT, Settings

CURRENT_FOR_YEARS = 1
_PREPARED_BY_RUN = "make run s'en charge."


def database(settings: Settings) -> Iterator[Finding]:
    """Findings about the database; an SQLite file that does not exist yet is not made."""
    try:
        url = make_url(settings.database_url)
    except ArgumentError:
        yield Finding("Base de données", "fault", "URL illisible", "Vérifiez DECLIC_DATABASE_URL.")
        return
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        yield Finding("Base de données", "attention", f"{shown} : à créer", _PREPARED_BY_RUN)
        return
    try:
        with closing(connect(settings.database_url).connect()) as connection:
            yield Finding("Base de données", "ok", shown)
            yield from _content(connection)
    except (SQLAlchemyError, ImportError) as error:
        value = f"{shown} : {type(error).__name__}"
        yield Finding("Base de données", "fault", value, "Vérifiez DECLIC_DATABASE_URL.")


def freshness(name: str, edition: str, this_year: int) -> Finding:
    """Recruiting figures (BMO) come out every year: an older edition deserves attention."""
    year = int(edition) if edition.isdecimal() else None
    if name == "BMO" and year is not None and this_year - year > CURRENT_FOR_YEARS:
        advice = "Importez l'enquête BMO la plus récente : declic data fetch, puis import."
        return Finding(f"Données {name}", "attention", f"édition {edition}", advice)
    return Finding(f"Données {name}", "ok", f"édition {edition}")


def _content(connection: Connection) -> Iterator[Finding]:
    schema = migrate.schema(connection)
    if schema.state == migrate.NEWER:
        value = f"version {schema.present}, inconnue de ce Déclic ({schema.newest})"
        yield Finding("Tables", "fault", value, "Mettez Déclic à jour.")
        return
    if schema.state == migrate.OLDER:
        value = f"version {schema.present or 'aucune'}, attendue {schema.newest}"
        yield Finding("Tables", "attention", value, _PREPARED_BY_RUN)
        return
    yield Finding("Tables", "ok", f"version {schema.present}")
    yield from _catalogue(connection)


def _catalogue(connection: Connection) -> Iterator[Finding]:
    stored = connection.execute(sa.select(catalogue_tables.fills.c.content_hash)).scalar()
    imported = official_store.newest(official_store.stored(connection))
    bundled = catalogue_files.content_hash(ROOT / "data" / "catalogue")
    packs = pack_store.stored(connection)
    if stored != catalogue_store.wanted_hash(bundled, imported, packs):
        value = "pas à jour" if stored else "vide"
        yield Finding("Catalogue", "attention", value, _PREPARED_BY_RUN)
    elif imported:
        yield Finding("Catalogue", "ok", f"fichiers officiels : {', '.join(sorted(imported))}")
    else:
        yield Finding("Catalogue", "ok", "celui de data/catalogue")
    this_year = datetime.date.today().year
    for row in connection.execute(sa.select(catalogue_tables.editions)).mappings():
        yield freshness(row["name"], row["edition"], this_year)
