"""Territory packs in the console: an admin sends, takes in, lets go, makes; a tester looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters import protocol_files
from bot.adapters.packs.sealed import opened
from bot.adapters.protocol_files import ProtocolShelf
from bot.adapters.sql import catalogue_store, pack_store
from bot.adapters.sql.console_tables import console_audit
from bot.adapters.sql.pack_tables import pack_uploads, packs
from bot.replay.packs import CATALOGUE
from bot.settings import ROOT, Settings
from tests import pack_source
from tests.integration.console.conftest import Chair

PACKS = "/console/banc/mallettes"
Sit = Callable[[str], Chair]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings.from_environment({}), var=tmp_path, stories=tmp_path / "stories")


@pytest.fixture
def admin(sit: Sit, engine: Engine) -> Chair:
    catalogue_store.fill(engine, CATALOGUE)
    return sit("admin")


def send(chair: Chair, content: bytes, follow: bool = True) -> httpx.Response:
    page = chair.get(PACKS).text
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    files = {"fichier": ("mallette.declic", content, "application/octet-stream")}
    fields = {"csrf": found.group(1)}
    return chair.web.post(f"{PACKS}/envoi", data=fields, files=files, follow_redirects=follow)


def acts(engine: Engine) -> list[tuple[str, str]]:
    with engine.connect() as connection:
        rows = connection.execute(sa.select(console_audit.c.act, console_audit.c.detail))
        return [(row.act, row.detail) for row in rows if row.act.startswith("pack")]


def count(engine: Engine, table: sa.Table) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def test_a_pack_is_sent_read_compared_and_taken_in_then_let_go(
    admin: Chair, engine: Engine
) -> None:
    pack = pack_source.pack()
    shown = send(admin, pack.content)
    assert shown.status_code == 200 and "Petite Bretagne" in shown.text
    assert pack.signer.fingerprint in shown.text and "clé inconnue" in shown.text
    assert "Finistère : 1 de plus" in shown.text and "bzh-aide.yml" in shown.text
    assert count(engine, packs) == 0
    here = shown.url.path
    fields: dict[str, str | list[str]] = {"fingerprint": pack.signer.fingerprint, "act": "import"}
    refused = admin.post(here, fields, on=here)
    assert refused.status_code == 422 and "Comparez" in refused.text and count(engine, packs) == 0
    done = admin.post(here, {**fields, "compared": "oui", "trust-as": "Bretagne"}, on=here)
    assert done.url.path == PACKS and "est là" in done.text
    told = re.search(r"Importée le [^<]*", done.text)
    assert told and "Mission locale" in told[0] and "Maxime" not in told[0]
    assert count(engine, packs) == 1 and count(engine, pack_uploads) == 0
    assert send(admin, pack.content).text.count("déjà là") == 1
    leave = f"{PACKS}/installee/petite-bretagne/retirer"
    assert "Finistère : 1 de moins" in admin.get(leave).text
    assert "Retirer Petite Bretagne ?" in admin.post(leave, on=leave).text
    assert count(engine, packs) == 1
    assert "est retirée" in admin.post(leave, {"oui": "1"}, on=leave).text
    assert count(engine, packs) == 0
    assert acts(engine) == [
        ("pack_key_trusted", pack.signer.fingerprint),
        ("pack_imported", "petite-bretagne 2026.11"),
        ("pack_removed", "petite-bretagne"),
    ]


def test_a_wrong_pack_is_refused_with_its_reasons_and_nothing_is_kept(
    admin: Chair, engine: Engine
) -> None:
    changed = bytearray(pack_source.pack().content)
    changed[len(changed) // 2] ^= 1
    for content in (b"", b"rien", bytes(changed)):
        answer = send(admin, content)
        assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert count(engine, pack_uploads) == count(engine, packs) == 0


def test_a_body_that_is_too_large_or_no_such_form_is_refused(admin: Chair) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    for body, status in (
        (b"0" * 25_000_001, 413),
        (b"--x", 422),
        (b"--x\r\n\r\n--x--", 422),
        (b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nabc\r\n--x--\r\n', 403),
    ):
        answer = admin.web.post(f"{PACKS}/envoi", content=body, headers=headers)
        assert answer.status_code == status, answer.text
    assert admin.post(f"{PACKS}/envoi", on=PACKS).status_code == 422
    assert admin.web.post(f"{PACKS}/envoi", json={}).status_code == 415


def test_who_may_not_send_a_pack_is_told_whatever_is_sent(sit: Sit) -> None:
    tester = sit("tester")
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = tester.web.post(f"{PACKS}/envoi", content=b"no such form", headers=headers)
    assert answer.status_code == 403
    assert "Recevoir une mallette" not in tester.get(PACKS).text


def test_pictures_of_a_pack_are_offered_and_chosen(admin: Chair, engine: Engine) -> None:
    pack = pack_source.pack()
    shown = send(admin, pack.content)
    fields: dict[str, str | list[str]] = {"fingerprint": pack.signer.fingerprint, "act": "import"}
    admin.post(shown.url.path, {**fields, "compared": "oui"}, on=shown.url.path)
    assert "Les images" in admin.get(PACKS).text
    choice: dict[str, str | list[str]] = {"kind": "pictures", "pack": "petite-bretagne"}
    assert "prochain démarrage" in admin.post(f"{PACKS}/usages", choice, on=PACKS).text
    with engine.connect() as connection:
        assert pack_store.uses(connection) == {"pictures": "petite-bretagne"}
    admin.post(f"{PACKS}/usages", {"kind": "pictures", "pack": "declic"}, on=PACKS)
    with engine.connect() as connection:
        assert pack_store.uses(connection) == {}


def written(settings: Settings) -> None:
    """Two stories of here, one of a real conversation, one with what it needs; and a protocol."""
    settings.stories.mkdir()
    own = pack_source.STORY.replace("Équipe de Bretagne", "Camille Testeuse")
    needs = own.replace("persona: direct", "persona: voisine")
    (settings.stories / "aura-aide.yml").write_text(needs, "utf-8")
    recorded = settings.stories / "enregistrees"
    recorded.mkdir()
    (recorded / "conversation-1.yml").write_text(own.replace("Demander", "Entendue"), "utf-8")
    personas = settings.stories / "personas"
    personas.mkdir()
    for name in ("voisine", "inutile"):
        text = f"persona: {name}\ncomme: direct\nprésentation: inventée\nréponses: {{}}\n"
        (personas / f"{name}.yml").write_text(text, "utf-8")
    ours = protocol_files.read(ROOT / "data" / "protocols" / "premier-essai.yml")
    tried = replace(ours, title="Essai d’ici", author="Camille Testeuse")
    ProtocolShelf.of(settings).add(tried)


def test_only_the_stories_and_protocols_that_were_ticked_go_with_a_region(
    admin: Chair, settings: Settings
) -> None:
    asked: dict[str, str | list[str]] = {"region": "84", "version": "2026.11"}
    refused = admin.post(f"{PACKS}/exporter", asked, on=PACKS)
    assert refused.status_code == 422 and "pas encore de clé" in refused.text
    assert "Empreinte de notre clé" in admin.post(f"{PACKS}/cle", on=PACKS).text
    written(settings)
    page = admin.get(PACKS).text
    shown = re.search(r"<legend>Vos histoires</legend>.*?</fieldset>", page, re.S)
    assert shown and shown[0].count('type="checkbox"') == 2 and "checked" not in shown[0]
    assert page.count("vient d’une vraie conversation") == 1
    assert "Faites-la relire" in page and "Relire" not in page, "an admin reads no story"
    nothing = opened(admin.post(f"{PACKS}/exporter", asked, on=PACKS).content).files
    assert not [name for name in nothing if name.startswith(("stories/", "protocols/"))]
    ticked = {**asked, "histoire": ["aura-aide"], "protocole": ["essai-d-ici"]}
    made = admin.post(f"{PACKS}/exporter", ticked, on=PACKS)
    assert made.status_code == 200, made.text
    assert made.headers["content-disposition"].endswith('auvergne-rhone-alpes-2026.11.declic"')
    files = opened(made.content).files
    assert [name for name in files if name.startswith(("stories/", "protocols/"))] == [
        "protocols/essai-d-ici.yml",
        "stories/aura-aide.yml",
        "stories/personas/voisine.yml",
    ]
    assert b"Camille" not in made.content
    assert 'auteur: "Mission locale' in files["stories/aura-aide.yml"].decode()
    assert "offers/css.yml" not in files, "an offer of the whole country"
    assert "offers/aura-permis-200.yml" in files
    assert len(files["catalogue/communes.csv"].splitlines()) == 4035


def test_a_text_that_cannot_go_is_told_and_what_was_ticked_stays_ticked(
    admin: Chair, settings: Settings
) -> None:
    admin.post(f"{PACKS}/cle", on=PACKS)
    written(settings)
    phone = pack_source.STORY.replace("bonjour", "06 12 34 56 78")
    (settings.stories / "aura-aide.yml").write_text(phone, "utf-8")
    asked: dict[str, str | list[str]] = {"region": "84", "version": "7", "histoire": "aura-aide"}
    answer = admin.post(f"{PACKS}/exporter", asked, on=PACKS)
    assert answer.status_code == 422 and "numéro de téléphone" in answer.text
    assert 'value="aura-aide" checked' in answer.text and 'value="7"' in answer.text
    elsewhere = {**asked, "histoire": "../../declic/nadia"}
    answer = admin.post(f"{PACKS}/exporter", elsewhere, on=PACKS)
    assert answer.status_code == 422 and "n’est pas ici" in answer.text


def test_a_key_is_trusted_and_no_longer(admin: Chair) -> None:
    public = pack_source.key().public
    assert "à qui est" in admin.post(f"{PACKS}/cles", {"key": public.text}, on=PACKS).text
    assert "pas une clé" in admin.post(f"{PACKS}/cles", {"key": "x", "name": "y"}, on=PACKS).text
    trusted = admin.post(f"{PACKS}/cles", {"key": public.text, "name": "Bretagne"}, on=PACKS)
    assert "est de confiance" in trusted.text and public.fingerprint in trusted.text
    gone = admin.post(f"{PACKS}/cles", {"forget": public.fingerprint}, on=PACKS)
    assert public.fingerprint not in gone.text
