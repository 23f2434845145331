"""A site of somebody else, on another origin, that has the widget in its pages.

Its style sheet undoes everything that it can reach, and its policy allows Déclic's files only, with
Trusted Types: what works here works on a careful site and on a careless one.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

HOSTILE = """
* { all: unset !important; }
html { font-size: 62.5% !important; font-family: fantasy; color: red; letter-spacing: 0.5em; }
declic-chat { display: none !important; opacity: 0.1 !important; transform: scale(0.2) !important; }
button, input, div { display: none !important; text-transform: uppercase !important; }
"""
PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A host</title>
    <link rel="stylesheet" href="/hostile.css">
  </head>
  <body>
    <main><h1>A host</h1><p>Something else.</p>{tag}</main>
  </body>
</html>"""


def policy(declic: str) -> str:
    """The host's Content-Security-Policy: what docs/integrer-le-widget.md asks for, no more."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {declic}",
            f"style-src 'self' {declic}",
            f"img-src {declic}",
            f"connect-src {declic}",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def host_app(declic: str) -> Starlette:
    """`/inline` and `/floating` have the tag; the query adds `data-` attributes.

    twice: the page has the tag two times.
    """

    async def page(request: Request) -> Response:
        data = {"mode": request.path_params["mode"], **request.query_params}
        times = 2 if data.pop("twice", "") else 1
        attributes = " ".join(f'data-{name}="{value}"' for name, value in data.items())
        tag = f'<script src="{declic}/static/declic-chat.js" {attributes} defer></script>'
        headers = {"Content-Security-Policy": policy(declic)}
        return HTMLResponse(PAGE.replace("{tag}", tag * times), headers=headers)

    async def hostile(request: Request) -> Response:
        return Response(HOSTILE, media_type="text/css")

    return Starlette(routes=[Route("/hostile.css", hostile), Route("/{mode}", page)])
