"""The tester at the front page of the bench, in windows of several widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.console_pages import console_pages


@contextmanager
def bench_pages(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens the bench at a width, signed in. No error on a page is let through, at the end."""
    with console_pages(browser, site, "tester") as open_console:

        def open_one(width: int, **options: Any) -> Page:
            page = open_console(width, **options)
            page.get_by_role("link", name="Banc d’essai").first.click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Banc d’essai")
            return page

        yield open_one
