"""The files of the deck of pictures, and nothing else of its folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.adapters.picture_images import MEDIA_TYPES
from bot.orientation.pictures import Deck
from bot.web.errors import ApiError

HEADERS = {
    "Cache-Control": "public, max-age=86400",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}
"""Kept a day: a picture that is drawn again is seen soon, and none is loaded twice in a
conversation. A drawing may hold markup: opened alone, it runs nothing and loads nothing."""


class PictureFiles:
    """`/pictures/<deck id>/<file>`."""

    def __init__(self, deck: Deck, folder: Path) -> None:
        self._deck_id = deck.deck_id
        self._files: Collection[str] = frozenset(picture.file for picture in deck.pictures)
        self._folder = folder

    def routes(self) -> list[Route]:
        return [Route("/pictures/{deck_id}/{file}", self.picture, methods=["GET"])]

    async def picture(self, request: Request) -> Response:
        name = request.path_params["file"]
        if request.path_params["deck_id"] != self._deck_id or name not in self._files:
            raise ApiError("not_found")
        path = self._folder / name
        return FileResponse(path, headers=HEADERS, media_type=MEDIA_TYPES[path.suffix.lower()])
