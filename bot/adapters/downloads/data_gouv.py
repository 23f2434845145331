"""Which resource of a data.gouv.fr data set to download: the newest that fits.

The API answers what a producer typed: a title is never a file name, a value may be missing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.adapters.downloads.fetched_data_sets import Address, FetchedDataSet

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
DIGITS = {"md5": 32, "sha1": 40, "sha256": 64}


@dataclass(frozen=True)
class Published:
    """A file that a producer offers. None: the producer does not say.

    year: of the edition. checksum: "sha1:…", "sha256:…" or "md5:…", in lower case. changed_on: as
    the API writes it, to be compared with itself only.
    """

    url: str
    format: str
    year: str | None = None
    size: int | None = None
    checksum: str | None = None
    changed_on: str | None = None


def newest(document: Any, wanted: FetchedDataSet) -> Published | None:
    """The fitting resource of the latest year, then of the latest change; None: none fits."""
    resources = document.get("resources") if isinstance(document, dict) else None
    listed = resources if isinstance(resources, list) else []
    fitting = [one for one in listed if isinstance(one, dict) and _fits(one, wanted)]
    if not fitting:
        return None
    return _published(max(fitting, key=lambda one: (_edition(one), _text(one, "last_modified"))))


def direct(address: Address, wanted: FetchedDataSet) -> Published:
    """A file at a known address, of which nobody says more."""
    return Published(address.url, wanted.formats[0], address.year)


def _fits(resource: dict[str, Any], wanted: FetchedDataSet) -> bool:
    said = f"{_text(resource, 'title')} {_file_name(_text(resource, 'url'))}"
    return (
        _text(resource, "format").lower() in wanted.formats
        and re.search(wanted.title, _plain(said)) is not None
        and bool(_text(resource, "url"))
    )


def _edition(resource: dict[str, Any]) -> str:
    """The latest year of the title, else of the file name; "" when neither has one."""
    of_title = YEAR.findall(_text(resource, "title"))
    return max(of_title or YEAR.findall(_file_name(_text(resource, "url"))), default="")


def _published(resource: dict[str, Any]) -> Published:
    changed_on = _text(resource, "last_modified")
    changed_in = YEAR.match(changed_on)
    size = resource.get("filesize")
    return Published(
        _text(resource, "url"),
        _text(resource, "format").lower(),
        _edition(resource) or (changed_in[0] if changed_in else None),
        size if isinstance(size, int) and size > 0 else None,
        _checksum(resource.get("checksum")),
        changed_on or None,
    )


def _checksum(said: Any) -> str | None:
    """None also for a kind that cannot be computed here, such as a CRC."""
    if not isinstance(said, dict):
        return None
    kind, value = _text(said, "type").lower(), _text(said, "value").lower()
    is_whole = len(value) == DIGITS.get(kind) and re.fullmatch(r"[0-9a-f]+", value)
    return f"{kind}:{value}" if is_whole else None


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def _file_name(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).rpartition("/")[2]
    except ValueError:
        return ""


def _plain(text: str) -> str:
    """Small letters without accents."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
