"""Somebody of an organisation at the console, in windows of several widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.conftest import HEIGHTS
from tests.integration.console.conftest import ACCOUNTS, PASSWORD


@contextmanager
def console_pages(browser: Browser, site: str, kind: str) -> Iterator[Callable[..., Page]]:
    """Opens the console at a width, signed in with the account of a kind. No error on a page is let
    through, at the end."""
    contexts, errors = [], []

    def open_one(width: int, **options: Any) -> Page:
        viewport = {"width": width, "height": HEIGHTS[width]}
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{site}/console")
        page.get_by_label("Identifiant").fill(ACCOUNTS[kind].login)
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Sortir").wait_for()
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []
