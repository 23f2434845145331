"""A territory pack is read whole or refused whole, with what to do."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters import catalogue_files
from bot.adapters.packs import archive
from bot.adapters.packs.contents import Around, PackContents, read_contents
from bot.adapters.packs.file_names import MANIFEST, SIGNATURE
from bot.adapters.packs.keys import OwnKey, PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import about_of, opened
from bot.adapters.packs.source import files_of
from bot.replay.packs import bundled_around
from bot.settings import ROOT
from tests import pack_source

Changes = Mapping[str, "str | bytes | None"]


@pytest.fixture(scope="module")
def around() -> Around:
    return bundled_around()


def read(around: Around, changes: Changes | None = None) -> PackContents:
    files = pack_source.files(changes)
    return read_contents(about_of(files), files, around)


def refusals(around: Around, changes: Changes) -> str:
    with pytest.raises(RefusedPack) as refused:
        read(around, changes)
    return "\n".join(refused.value.reasons)


def test_a_whole_pack_is_read_with_all_it_brings(around: Around) -> None:
    contents = read(around)
    assert contents.about.title == "Petite Bretagne"
    assert [one.name for one in contents.part.catalogue.communes] == ["Brest"]
    assert contents.part.notes == {"D1505": "Vous encaissez face à la mer."}
    assert list(contents.offers) == ["bzh-essai"]
    assert contents.deck and len(contents.deck.pictures) == 3
    assert contents.game and list(contents.stories) == ["stories/bzh-aide.yml"]


def test_the_same_folder_makes_the_same_bytes(tmp_path: Path) -> None:
    folders = [pack_source.write_folder(tmp_path / name) for name in ("a", "b")]
    os.utime(folders[1] / "pack.yml", (0, 0))
    made = {pack_source.seal(files_of(folder), pack_source.key()).content for folder in folders}
    assert len(made) == 1


def test_an_archive_opens_as_it_was_made() -> None:
    made = pack_source.pack()
    again = opened(made.content)
    assert (again.about, again.files, again.signer) == (made.about, made.files, made.signer)
    assert again.file_name == "petite-bretagne-2026.11.declic"


def test_a_changed_bit_anywhere_refuses_the_whole() -> None:
    content = pack_source.pack().content
    chance = random.Random(8)  # noqa: S311 (which bits are tried)
    places = {0, len(content) - 1, *chance.sample(range(len(content)), 300)}
    for place in sorted(places):
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        with pytest.raises(RefusedPack):
            opened(bytes(changed))


def test_a_cut_or_longer_archive_is_refused() -> None:
    content = pack_source.pack().content
    for cut in (0, 1, 30, len(content) // 2, len(content) - 1):
        with pytest.raises(RefusedPack):
            opened(content[:cut])
    for longer in (content + b"\0", b"\0" + content, content + content):
        with pytest.raises(RefusedPack):
            opened(longer)


def _zip(entries: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for entry, content in entries:
            made.writestr(entry, content)
    return packed.getvalue()


def _entry(name: str, mode: int = 0o100644, compress: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system, entry.external_attr, entry.compress_type = 3, mode << 16, compress
    return entry


NAMES = {
    "absolute": "/etc/passwd",
    "above": "../pack.yml",
    "above, inside": "stories/../../x.yml",
    "backslash": "stories\\x.yml",
    "drive": "C:/pack.yml",
    "another folder": "bin/x.yml",
    "another ending": "stories/x.py",
    "hidden": "stories/.x.yml",
    "empty part": "stories//x.yml",
    "accent": "stories/é.yml",
    "full width dots": "stories/\uff0e\uff0e/x.yml",
    "too long": f"stories/{'x' * 200}.yml",
    "folder": "stories/",
    "line end": "stories/x.yml\n",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_that_has_no_place_in_a_pack_is_refused(name: str) -> None:
    with pytest.raises(RefusedPack, match="n’a pas sa place"):
        archive.read(_zip([(_entry(name), b"x")]))


def test_the_same_name_twice_is_refused_also_by_case() -> None:
    with pytest.raises(RefusedPack, match="deux fois"):
        archive.read(_zip([(_entry("game/a.yml"), b"1"), (_entry("game/A.yml"), b"2")]))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = _zip([(_entry("game/a.yml"), b"1"), (_entry("game/a.yml"), b"2")])
    with pytest.raises(RefusedPack, match="deux fois"):
        archive.read(twice)


def test_links_and_compressed_files_are_refused() -> None:
    link = _zip([(_entry("game/a.yml", stat.S_IFLNK | 0o777), b"/etc/passwd")])
    with pytest.raises(RefusedPack, match="un lien"):
        archive.read(link)
    bomb = _zip([(_entry("game/a.yml", compress=zipfile.ZIP_DEFLATED), b"\0" * 50_000_000)])
    assert len(bomb) < 100_000
    with pytest.raises(RefusedPack, match="compressée"):
        archive.read(bomb)


def test_too_large_or_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedPack, match="24 Mo"):
        archive.read(b"PK" + bytes(archive.MOST_BYTES))
    with pytest.raises(RefusedPack, match="24 Mo"):
        archive.write({"game/a.yml": bytes(archive.MOST_FILE_BYTES + 1)})
    with pytest.raises(RefusedPack, match="2000 fichiers"):
        archive.write({f"stories/a{number}.yml": b"" for number in range(2001)})


def _signed(manifest: Mapping[str, object], seed: int = 1) -> bytes:
    """An archive whose manifest is whatever one wants, signed all the same."""
    own = pack_source.key(seed)
    written = json.dumps(manifest, indent=1, sort_keys=True).encode() + b"\n"
    signature = base64.b64encode(own.sign(written)) + b"\n"
    return archive.write({**pack_source.files(), MANIFEST: written, SIGNATURE: signature})


def _manifest() -> dict[str, object]:
    found: dict[str, object] = json.loads(archive.read(pack_source.pack().content)[MANIFEST])
    return found


def test_another_version_of_the_format_says_what_to_update() -> None:
    with pytest.raises(RefusedPack, match="mettez Déclic à jour"):
        opened(_signed({**_manifest(), "schema": 2}))
    with pytest.raises(RefusedPack, match="trop ancienne"):
        opened(_signed({**_manifest(), "schema": 0}))


def test_a_wrong_key_or_manifest_is_refused() -> None:
    with pytest.raises(RefusedPack, match="a été changée"):
        opened(_signed(_manifest(), seed=2))
    with pytest.raises(RefusedPack, match="manifeste"):
        opened(_signed({**_manifest(), "files": {}}))
    with pytest.raises(RefusedPack, match="pas signée"):
        opened(archive.write(pack_source.files()))


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    own = OwnKey.made_in(tmp_path)
    assert OwnKey.made_in(tmp_path).public == own.public
    assert stat.S_IMODE((tmp_path / "pack-key").stat().st_mode) == 0o600
    assert PublicKey.of_text(own.public.text) == own.public
    assert len(own.public.fingerprint.split()) == 8


@pytest.mark.parametrize("text", ["", "rien", "declic-pack-key !", "declic-pack-key QUJD", "a b c"])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(RefusedPack, match="clé"):
        PublicKey.of_text(text)


BROKEN: dict[str, tuple[Changes, str]] = {
    "no pack.yml": ({"pack.yml": None}, "pack.yml manque"),
    "schema to come": ({"pack.yml": pack_source.ABOUT.replace("schema: 1", "schema: 9")}, "à jour"),
    "no such region": ({"pack.yml": pack_source.ABOUT.replace('"53"', '"99"')}, "region"),
    "version in words": ({"pack.yml": pack_source.version("dernière")}, "version"),
    "a key more": ({"pack.yml": pack_source.ABOUT + "x: 1\n"}, "n'existe pas"),
    "family nowhere": (
        {"catalogue/demand.csv": pack_source.FILES["catalogue/demand.csv"].replace("R1X60", "ZZ")},
        "families.csv",
    ),
    "another region's basin": (
        {"catalogue/basins.csv": "basin_code,name,region\n5301,Brest,84\n"},
        "n’est pas de la région Bretagne",
    ),
    "another region's commune": (
        {
            "catalogue/communes.csv": pack_source.FILES["catalogue/communes.csv"].replace(
                ",29,48", ",69,48"
            )
        },
        "n’est pas de la région Bretagne",
    ),
    "a code that is none": (
        {"catalogue/families.csv": "fap_code,label\nR1X60,Caissiers\nlong-code,x\n"},
        "n’est pas un code",
    ),
    "no edition": ({"catalogue/editions.csv": None}, "ajoutez l’édition BMO"),
    "a figure beyond all": (
        {"catalogue/demand.csv": pack_source.FILES["catalogue/demand.csv"].replace("120", "9" * 9)},
        "pas possible",
    ),
    "a broken offer": ({"offers/bzh-essai.yml": "offer_id: bzh-essai\n"}, "offers/bzh-essai.yml"),
    "an offer of another name": (
        {"offers/autre.yml": pack_source.FILES["offers/bzh-essai.yml"]},
        "autre.yml",
    ),
    "a drawing that runs": (
        {"pictures/pont.svg": "<svg viewBox='0 0 1 1'><script/></svg>"},
        "script",
    ),
    "a picture too many": ({"pictures/autre.svg": "<svg viewBox='0 0 1 1'/>"}, "Retirez-la"),
    "two games": ({"game/autre.yml": pack_source.FILES["game/jeu.yml"]}, "Gardez-en une"),
    "a broken game": ({"game/jeu.yml": "story: x\n"}, "game/jeu.yml"),
    "a broken story": ({"stories/bzh-aide.yml": "histoire: x\n"}, "stories/bzh-aide.yml"),
    "a story of Déclic": ({"stories/nadia.yml": pack_source.STORY}, "porte déjà ce nom"),
    "a broken protocol": ({"protocols/essai.yml": "protocole: x\n"}, "protocols/essai.yml"),
    "a telephone number": (
        {"stories/bzh-aide.yml": pack_source.STORY.replace("bonjour", "06 12 34 56 78")},
        "Retirez-le",
    ),
    "a hidden sign": ({"SOURCES.md": "a\u202eb"}, "signe invisible"),
    "not UTF-8": ({"SOURCES.md": b"\xff"}, "UTF-8"),
}


@pytest.mark.parametrize(("changes", "reason"), BROKEN.values(), ids=BROKEN)
def test_broken_contents_are_refused_with_their_reason(
    around: Around, changes: Changes, reason: str
) -> None:
    told = refusals(around, changes)
    assert reason in told
    assert "declic-pack-" not in told, "the temporary folder is nobody's affair"


def test_all_reasons_are_told_at_once(around: Around) -> None:
    told = refusals(
        around,
        {
            "offers/bzh-essai.yml": "offer_id: bzh-essai\n",
            "stories/bzh-aide.yml": "histoire: x\n",
            "game/jeu.yml": "story: x\n",
            "SOURCES.md": b"\xff",
        },
    )
    for name in ("offers/", "stories/", "game/", "SOURCES.md"):
        assert name in told


def test_an_empty_pack_is_refused(around: Around) -> None:
    files = {"pack.yml": pack_source.ABOUT.encode()}
    with pytest.raises(RefusedPack, match="vide"):
        read_contents(about_of(files), files, around)


def test_a_folder_with_a_link_is_no_source(tmp_path: Path) -> None:
    folder = pack_source.write_folder(tmp_path)
    (folder / "SOURCES.md").symlink_to("/etc/hostname")
    with pytest.raises(RefusedPack, match="c’est un lien"):
        files_of(folder)


def test_a_part_may_refer_to_what_stands_beside_it(tmp_path: Path) -> None:
    beside = catalogue_files.read(ROOT / "data" / "catalogue")
    part = catalogue_files.read_part(tmp_path, beside)
    assert part.catalogue == catalogue_files.NOTHING_ELSE and part.notes == {}
