"""Two hundred broken downloads: each is refused with a reason, and the database does not change."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy.engine import Engine

from bot.adapters import official_import
from bot.adapters.official_files import sources
from bot.adapters.official_import import Wanted
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from tests import reference_excerpt
from tests.integration.test_data_import import NOW, everything

Breaking = Callable[[bytes, random.Random], bytes]
SEEDS = 8


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def cut_in_a_line(data: bytes, chance: random.Random) -> bytes:
    """A download that stopped somewhere behind the header, in the middle of a line."""
    lines = _lines(data)
    n = chance.randrange(1, len(lines))
    body = lines[n].rstrip(b"\r\n")
    return b"".join(lines[:n]) + body[: chance.randrange(1, max(2, len(body) - 1))]


def another_column_name(data: bytes, chance: random.Random) -> bytes:
    """A needed column under another name: the producer changed the layout."""
    header, *rest = _lines(data)
    separator = b";" if header.count(b";") > header.count(b",") else b","
    names = header.strip(b"\xef\xbb\xbf\r\n").split(separator)
    return separator.join([b"nouvelle_colonne", *names[1:]]) + b"\n" + b"".join(rest)


def a_cell_too_many(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    n = chance.randrange(1, len(lines))
    separator = b";" if lines[0].count(b";") > lines[0].count(b",") else b","
    lines[n] = lines[n].rstrip(b"\r\n") + separator + b"intruse\n"
    return b"".join(lines)


def a_cell_too_few(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    n = chance.randrange(1, len(lines))
    separator = b";" if lines[0].count(b";") > lines[0].count(b",") else b","
    lines[n] = lines[n].rstrip(b"\r\n").rpartition(separator)[0] + b"\n"
    return b"".join(lines)


def a_formula(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    n = chance.randrange(1, len(lines))
    separator = b";" if lines[0].count(b";") > lines[0].count(b",") else b","
    cells = lines[n].rstrip(b"\r\n").split(separator)
    formula = chance.choice([b"=1+1", b"=HYPERLINK(A1)", b"=cmd|' /C calc'!A0"])
    cells[chance.randrange(len(cells))] = formula
    lines[n] = separator.join(cells) + b"\n"
    return b"".join(lines)


def an_open_quote(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    n = chance.randrange(1, len(lines))
    lines[n] = b'"' + lines[n].replace(b'"', b"")
    return b"".join(lines)


def utf_16(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8-sig").encode("utf-16")


def decoded_twice(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8-sig").replace("e", "é", 1 + chance.randrange(3))
    header, _, body = text.replace("é", "e").partition("\n")
    return (header + "\n" + body.replace("e", "Ã©", 3).replace("a", "Ã ", 1)).encode()


def control_characters(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) // 2, len(data))
    return data[:place] + bytes([chance.choice([0, 1, 7, 27, 127])]) + data[place:]


def bytes_of_no_encoding(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) // 2, len(data))
    return data[:place] + bytes([0x81, 0x8D, 0xFF, 0x9D]) + data[place:]


def no_line_at_all(data: bytes, chance: random.Random) -> bytes:
    return _lines(data)[0]


def a_web_page(data: bytes, chance: random.Random) -> bytes:
    return b"<!DOCTYPE html>\n<html><body>Service momentan\xc3\xa9ment indisponible</body></html>\n"


def a_contradiction(data: bytes, chance: random.Random) -> bytes:
    """One row twice, the second time with another last cell."""
    lines = _lines(data)
    row = lines[chance.randrange(1, len(lines))].rstrip(b"\r\n")
    separator = b";" if lines[0].count(b";") > lines[0].count(b",") else b","
    start, _, last = row.rpartition(separator)
    other = b'"9"' if last.strip(b'"') != b"9" else b'"8"'
    return data + start + separator + other + b"\n"


OF_TEXT: tuple[Breaking, ...] = (
    cut_in_a_line,
    another_column_name,
    a_cell_too_many,
    a_cell_too_few,
    a_formula,
    an_open_quote,
    utf_16,
    decoded_twice,
    control_characters,
    bytes_of_no_encoding,
    no_line_at_all,
    a_web_page,
)
BMO, JOBS, NEAR, COMMUNES = (
    "bmo/bmo_2025.csv.gz",
    "rome_v460/unix_referentiel_code_rome_v460_utf8.csv",
    "rome_v460/unix_rubrique_mobilite_v460_utf8.csv",
    "geo/communes_2026_derive.csv",
)
Files = dict[str, bytes]


def newer(name: str) -> bytes:
    """A file of the excerpt as its next edition."""
    text = reference_excerpt.FILES[name].replace("2025,", "2026,")
    return text.replace("BE25", "BE26").encode()


def delivery(base: str, data: bytes) -> Files:
    """What the user downloaded of the next edition: the file, with the others of its ROME."""
    if not base.startswith("rome"):
        return {"communes_2027.csv" if base == COMMUNES else "f.csv": data}
    rome = [name for name in reference_excerpt.FILES if name.startswith("rome") and "csv" in name]
    files = {name: data if name == base else newer(name) for name in rome}
    return {
        name.rpartition("/")[2].replace("_v460", "_v461").removesuffix(".gz"): content
        for name, content in files.items()
    }


def broken_texts() -> Iterator[tuple[str, Files]]:
    seen = set()
    for base in (BMO, JOBS, NEAR, COMMUNES):
        seen.add(newer(base))  # some cannot be broken in some ways
        for breaking in OF_TEXT:
            for seed in range(SEEDS):
                data = breaking(newer(base), random.Random(seed))
                if data not in seen:
                    seen.add(data)
                    yield f"{breaking.__name__}, {base}, {seed}", delivery(base, data)
    for seed in range(2):
        data = a_contradiction(newer(NEAR), random.Random(seed))
        yield f"a_contradiction, {seed}", delivery(NEAR, data)


def zipped(data: bytes, name: str = "bmo_2025.csv", how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def declaring(data: bytes, size: int) -> bytes:
    """An archive that declares `size` bytes for its file, whatever it holds."""
    broken = bytearray(zipped(data))
    local, central = broken.find(b"PK\x03\x04"), broken.find(b"PK\x01\x02")
    broken[local + 22 : local + 26] = size.to_bytes(4, "little")
    broken[central + 24 : central + 28] = size.to_bytes(4, "little")
    return bytes(broken)


def declaring_10_gb() -> bytes:
    """A true zip64 entry: 10,000,000,000 bytes announced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        info = zipfile.ZipInfo("bmo_2025.csv")
        with archive.open(info, "w", force_zip64=True) as member:
            member.write(newer(BMO))
        archive.filelist[0].file_size = 10_000_000_000
    return stream.getvalue()


def encrypted(data: bytes) -> bytes:
    broken = bytearray(zipped(data))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        broken[broken.find(mark) + offset] |= 1
    return bytes(broken)


def _bomb_workbook() -> bytes:
    """A workbook whose texts take 200 MB once unpacked."""
    stream = io.BytesIO(workbook())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings2.xml", b"0" * 200_000_000)
    return stream.getvalue()


def workbook(formula: str | None = None, rows: int = 3, column: int | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    lines = newer(BMO).decode().splitlines()
    for n, line in enumerate(lines):
        cells: list[object] = [int(c) if c.isdecimal() else c for c in line.split(",")]
        if formula and n == rows:
            cells[-1] = formula
        sheet.append(cells)
    if column is not None:
        sheet.cell(2, column, "au loin")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def damaged(data: bytes, seed: int) -> bytes:
    """A few bytes of an archive changed somewhere in its compressed data."""
    chance, broken = random.Random(seed), bytearray(data)
    for place in chance.sample(range(40, max(60, len(broken) // 2)), 12):
        broken[place] ^= 0xFF
    return bytes(broken)


def archives() -> Iterator[tuple[str, str, bytes]]:
    good = newer(BMO)
    zeros = b"annee;" + b"0" * 30_000_000
    yield "zip bomb", "f.zip", zipped(zeros)
    yield "gzip bomb", "f.csv.gz", gzip.compress(b"0" * (sources.MOST_BYTES + 1))
    yield "zip with a lie about its size", "f.zip", declaring(good, 4_000_000_000)
    yield "zip that declares 10 GB", "f.zip", declaring_10_gb()
    yield "zip with a password", "f.zip", encrypted(good)
    yield "zip of 2,001 files", "f.zip", _many()
    yield "gzip in a gzip", "f.csv.gz", gzip.compress(gzip.compress(good))
    yield "empty gzip", "f.csv.gz", gzip.compress(b"")
    yield "old workbook", "f.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "pdf", "f.csv", b"%PDF-1.7\n" + good
    yield "empty file", "f.csv", b""
    yield "json", "f.csv", b'{"erreur": "quota"}\n'
    yield "workbook with a formula", "f.xlsx", workbook("=SUM(A1:A3)")
    yield "workbook with an error", "f.xlsx", workbook("#REF!")
    packed, archived, book = gzip.compress(good), zipped(good), workbook()
    for cut in (0.3, 0.6, 0.9):
        yield f"gzip cut at {cut}", "f.csv.gz", packed[: int(len(packed) * cut)]
        yield f"zip cut at {cut}", "f.zip", archived[: int(len(archived) * cut)]
        yield f"workbook cut at {cut}", "f.xlsx", book[: int(len(book) * cut)]
    for seed in range(8):
        yield f"damaged workbook {seed}", "f.xlsx", damaged(book, seed)
    yield "zip compressed by lzma", "f.zip", damaged(zipped(good, how=zipfile.ZIP_LZMA), 0)
    yield "bomb in a workbook in a zip", "f.zip", zipped(_bomb_workbook(), "f.xlsx")
    yield "workbook of 16,384 columns", "f.xlsx", workbook(column=16_384)
    for seed in range(3):
        yield f"damaged gzip {seed}", "f.csv.gz", damaged(packed, seed)
        yield f"damaged zip {seed}", "f.zip", damaged(archived, seed)


def _many() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for n in range(sources.MOST_FILES + 1):
            archive.writestr(f"{n}.csv", b"a")
    return stream.getvalue()


BROKEN = [*broken_texts(), *((what, {name: data}) for what, name, data in archives())]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Path]]:
    """A database with an import of the whole excerpt in it, and its bundled catalogue."""
    folder = tmp_path_factory.mktemp("corrupted")
    reference = reference_excerpt.write_reference(folder / "reference")
    (folder / "bundled").mkdir()
    bundled = reference_excerpt.write_catalogue(
        reference, reference_excerpt.write_notes(folder / "bundled")
    )
    engine = connect(f"sqlite:///{folder / 'declic.db'}")
    migrate.upgrade(engine)
    catalogue_store.fill(engine, bundled)
    official_import.import_files(engine, [reference], bundled, NOW, Wanted(is_extract=True))
    yield engine, bundled
    engine.dispose()


def put(engine: Engine, bundled: Path, folder: Path, files: Files) -> official_import.Imported:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    paths = [folder] if len(files) > 1 else [folder / name for name in files]
    return official_import.import_files(engine, paths, bundled, NOW, Wanted(is_extract=True))


def test_there_are_two_hundred_of_them_all_different() -> None:
    assert len({tuple(files.values()) for _, files in BROKEN}) == len(BROKEN) >= 200


WHOLE = {
    **{base: delivery(base, newer(base)) for base in (BMO, JOBS, COMMUNES)},
    "zip": {"f.zip": zipped(newer(BMO))},
    "workbook": {"f.xlsx": workbook()},
}


@pytest.mark.parametrize("files", WHOLE.values(), ids=WHOLE.keys())
def test_the_same_files_unbroken_are_imported(
    prepared: tuple[Engine, Path], tmp_path: Path, files: Files
) -> None:
    engine, bundled = prepared
    result = put(engine, bundled, tmp_path, files)
    assert result.is_complete and len(result.imported) == 1, (result.reports, result.refused)
    (one,) = result.imported
    official_import.forget(engine, one.data_set, one.number, bundled)


@pytest.mark.parametrize("files", [b[1] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_file_is_refused_with_its_reason_and_changes_nothing(
    prepared: tuple[Engine, Path], tmp_path: Path, files: Files
) -> None:
    engine, bundled = prepared
    before = everything(engine)
    result = put(engine, bundled, tmp_path, files)
    reasons = [report.problem or report.refused for report in result.reports if report.is_refused]
    reasons += [one.reason for one in result.refused]
    assert not result.is_complete and result.imported == [], result.imported
    assert reasons and all(reasons), result.reports
    assert everything(engine) == before
