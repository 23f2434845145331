"""Small files of text, kept in memory as they are and gzipped.

They are compressed once, as well as gzip can; a file that has changed on the disk is read again.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.errors import ApiError

ASK_AGAIN_IF_CHANGED = {"Cache-Control": "no-cache"}
"""Browsers keep the file and ask each time whether it has changed: a site that shows the widget has
a new one at once, and never a new script beside old styles."""
BEST = 9
MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
"""Not those of the machine: a site in another encoding must still read a script as UTF-8."""
LEAN: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}
"""What only readers need is left out on the way: comments, indentation. Names stay as they are."""


class KeptFile:
    """One file. Its tag is the same with and without gzip, hence weak."""

    def __init__(self, path: Path, headers: Mapping[str, str] = ASK_AGAIN_IF_CHANGED) -> None:
        self._path = path
        self._headers = {"Vary": "Accept-Encoding", **headers}
        self._media_type = MEDIA_TYPES[path.suffix.lower()]
        self._read()

    def response(self, request: Request) -> Response:
        """The file, gzipped where that is smaller and the browser takes it; 304 where it has it."""
        if self._path.stat().st_mtime_ns != self._changed_at:
            self._read()
        headers = {**self._headers, "ETag": f'W/"{self._tag}"'}
        if self._is_known(request.headers):
            return Response(status_code=304, headers=headers)
        if len(self._gzipped) < len(self._content) and takes_gzip(request.headers):
            headers["Content-Encoding"] = "gzip"
            return Response(self._gzipped, headers=headers, media_type=self._media_type)
        return Response(self._content, headers=headers, media_type=self._media_type)

    def _read(self) -> None:
        self._changed_at = self._path.stat().st_mtime_ns
        self._content = as_sent(self._path)
        self._gzipped = gzip.compress(self._content, BEST, mtime=0)
        self._tag = hashlib.sha256(self._content).hexdigest()[:32]

    def _is_known(self, headers: Headers) -> bool:
        tags = [tag.strip() for tag in headers.get("if-none-match", "").split(",")]
        return "*" in tags or self._tag in {tag.removeprefix("W/").strip('"') for tag in tags}


def as_sent(path: Path) -> bytes:
    """The file as browsers get it: a script or a style sheet leaves what only its readers need."""
    lean = LEAN.get(path.suffix)
    return lean(path.read_text(encoding="utf-8")).encode() if lean else path.read_bytes()


class KeptFiles:
    """`/<prefix>/<name>`: the files of a folder, without those of its folders."""

    def __init__(self, prefix: str, folder: Path) -> None:
        self._prefix = prefix
        paths = (path for path in folder.iterdir() if path.is_file())
        self._files = {path.name: KeptFile(path) for path in paths}

    def routes(self) -> list[Route]:
        return [Route(f"/{self._prefix}/{{name}}", self.file, methods=["GET"])]

    async def file(self, request: Request) -> Response:
        found = self._files.get(request.path_params["name"])
        if found is None:
            raise ApiError("not_found")
        return found.response(request)


def takes_gzip(headers: Headers) -> bool:
    """Whether Accept-Encoding names gzip, and not with a weight of zero."""
    for offer in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
