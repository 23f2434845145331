"""The parts of the bench, for its menu and its front page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.web.console.pages import Pages
from bot.web.console.seats import ADMIN, TESTER, Seat

BENCH, TITLE = "/console/banc", "Banc d’essai"
ROLES = frozenset({TESTER, ADMIN})


@dataclass(frozen=True)
class Tab:
    """purpose: what one does there, for who sees the bench for the first time."""

    title: str
    path: str
    purpose: str
    roles: frozenset[str] = frozenset({TESTER})


TABS: tuple[Tab, ...] = (
    Tab(
        "Histoires",
        f"{BENCH}/histoires",
        "Chercher une histoire, en écrire une, ou garder une conversation.",
    ),
    Tab(
        "Scène",
        f"{BENCH}/scene",
        "Jouer une histoire pas à pas, et voir ce que Déclic comprend et décide.",
    ),
    Tab(
        "Passages",
        f"{BENCH}/passages",
        "Rejouer des conversations, et voir ce qui n’est plus comme prévu.",
    ),
    Tab(
        "Surveiller",
        f"{BENCH}/surveillance",
        "Après un import ou un entraînement, lire ce qui a changé pour les personnes.",
    ),
    Tab(
        "Invariance",
        f"{BENCH}/invariance",
        "Redire la même personne autrement, et voir ce qui bouge.",
    ),
    Tab(
        "Essais",
        f"{BENCH}/essais",
        "Faire essayer Déclic à des personnes, les écouter, décider avec elles.",
    ),
    Tab(
        "Réactions",
        f"{BENCH}/reactions",
        "Lire ce que l’équipe dit d’une étape, et noter ce qui est décidé.",
    ),
    Tab(
        "Mallettes",
        f"{BENCH}/mallettes",
        "Recevoir ce qu’une autre région sait, ou lui donner ce que l’on sait.",
        frozenset({TESTER, ADMIN}),
    ),
)
"""In the order of the work: a story is found or recorded, played, checked, compared, tried."""


def tabs_of(seat: Seat) -> list[Tab]:
    """The parts that a seat may open."""
    return [tab for tab in TABS if tab.roles & seat.roles]


class BenchPages:
    """Draws the pages of the bench, with its menu."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def page(
        self, request: Request, seat: Seat, template: str, status: int = 200, **content: object
    ) -> Response:
        """The template `console/bench/<template>.html`, which extends `console/bench/page.html`."""
        given: Mapping[str, object] = {"tabs": tabs_of(seat), **content}
        name = f"console/bench/{template}.html"
        return self._pages.page(request, seat, name, status, **given)
