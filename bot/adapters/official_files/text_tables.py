"""CSV text as a table: encoding, delimiter and header found from the content."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from bot.adapters.official_files.table import OfficialFileError, Table

DELIMITERS = (",", ";", "\t", "|")
# Bytes that mean a control character in ISO-8859-15, and a letter or a quote in Windows' cp1252.
WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
# € Š š Ž ž Œ œ Ÿ of ISO-8859-15, where cp1252 has signs that no French table needs.
LATIN_9_ONLY = re.compile(rb"[\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
# ROME has a few letters of cp1252 that were made UTF-8 as if they were controls: œ as U+009C.
WINDOWS_LETTER = re.compile(r"[\x80-\x9f]")
# UTF-8 that was read as cp1252 and saved again: é as Ã©, ' as â€™.
DECODED_TWICE = re.compile(r"Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ]|â€[™œ“”˜¦]|Â[«»°\u00a0]")
SAVE_AS_UTF8 = "enregistrez-le en CSV UTF-8, ou téléchargez-le de nouveau"

csv.field_size_limit(1_000_000)


def read(data: bytes, origin: str, container: str) -> Table:
    """The table of a CSV file. Raises OfficialFileError."""
    text = decoded(data)
    if text.lstrip()[:1] in ("<", "{", "["):
        raise OfficialFileError("c'est une page web ou du JSON, pas un tableau")
    text = re.sub(r"\Asep=.\r?\n", "", text)
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter)
    header = next(rows, (0, []))[1]
    return Table(origin, container, tuple(header), rows, is_cut=not text.endswith(("\n", "\r")))


def decoded(data: bytes) -> str:
    """UTF-8 with or without mark, cp1252 or ISO-8859-15. Raises OfficialFileError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4000]:
        raise OfficialFileError(f"le texte est en UTF-16 ou n'en est pas : {SAVE_AS_UTF8}")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise OfficialFileError(f"le codage du texte est inconnu : {SAVE_AS_UTF8}") from error
    text = WINDOWS_LETTER.sub(_windows_letter, text)
    if CONTROL.search(text):
        raise OfficialFileError(f"le texte contient des caractères interdits : {SAVE_AS_UTF8}")
    if DECODED_TWICE.search(text):
        raise OfficialFileError(f"les accents ont été abîmés (« Ã© ») : {SAVE_AS_UTF8}")
    return text


def _windows_letter(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1252", errors="replace")


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
        return "utf-8-sig"
    except UnicodeDecodeError:
        pass
    if WINDOWS_ONLY.search(data) or not LATIN_9_ONLY.search(data):
        return "cp1252"
    return "iso-8859-15"


def _delimiter(text: str) -> str:
    first = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    return max(DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row that is not empty; a quoted cell may hold line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        what = (
            f"ligne {reader.line_num} : un guillemet n'est pas fermé, ou une case est trop longue"
        )
        raise OfficialFileError(what) from error
