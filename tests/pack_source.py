"""A territory pack of a small region of our own making, whole, for tests to change and to break."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.adapters.packs.keys import OwnKey
from bot.adapters.packs.sealed import SealedPack, seal
from bot.settings import ROOT
from tests.unit.small_deck import DECK, SVG, photo

ABOUT = """\
schema: 1
id: petite-bretagne
version: "2026.11"
title: Petite Bretagne
region: "53"
licence: Licence Ouverte 2.0
made_by: Équipe de Bretagne
made_on: 2026-11-27
provenance:
  - what: embauches
    source: France Travail, BMO
    edition: "2025"
    licence: Licence Ouverte 2.0
    url: null
"""
OFFER_FILE = ROOT / "data" / "offers" / "mission-locale.yml"
STORY = """\
histoire: Demander de l’aide à Brest, tout de suite
auteur: Équipe de Bretagne
date: 2026-11-27
persona: direct
étapes:
  - Candidat: bonjour
"""
FILES = {
    "pack.yml": ABOUT,
    "catalogue/basins.csv": "basin_code,name,region\n5301,Brest,53\n",
    "catalogue/communes.csv": "insee_code,name,postcodes,department,latitude,longitude,population,"
    "basin_code\n29019,Brest,29200|29240,29,48.3904,-4.4861,139456,5301\n",
    "catalogue/demand.csv": "fap_code,basin_code,year,projects,hard,seasonal,is_minimum\n"
    "R1X60,5301,2025,120,30,,0\n",
    "catalogue/editions.csv": "name,edition,source,rows\n"
    "BMO,2025,France Travail,1\nCOG,2026,INSEE,1\n",
    "catalogue/families.csv": "fap_code,label\nR1X60,Caissiers\n",
    "catalogue/notes.csv": "rome_code,summary,everyday_titles\n"
    "D1505,Vous encaissez face à la mer.,caissier de port\n",
    "offers/bzh-essai.yml": OFFER_FILE.read_text("utf-8").replace(
        "offer_id: mission-locale", "offer_id: bzh-essai"
    ),
    "pictures/deck.yml": DECK,
    "pictures/pont.svg": SVG,
    "game/jeu.yml": (ROOT / "data" / "game" / "workshop.yml").read_text("utf-8"),
    "stories/bzh-aide.yml": STORY,
}


def files(changes: Mapping[str, str | bytes | None] | None = None) -> dict[str, bytes]:
    """The files of the pack, some of them changed; None: without this one."""
    found: dict[str, str | bytes] = {
        **FILES,
        "pictures/mer.jpg": photo("JPEG"),
        "pictures/bal.png": photo("PNG"),
    }
    for name, content in (changes or {}).items():
        found.pop(name, None)
        if content is not None:
            found[name] = content
    return {
        name: content.encode() if isinstance(content, str) else content
        for name, content in found.items()
    }


def version(number: str) -> str:
    """pack.yml of another version."""
    return ABOUT.replace('"2026.11"', f'"{number}"')


def key(seed: int = 1) -> OwnKey:
    return OwnKey(Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


def pack(changes: Mapping[str, str | bytes | None] | None = None, seed: int = 1) -> SealedPack:
    return seal(files(changes), key(seed))


def write_folder(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    for name, content in files(changes).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
