"""What is taken from scripts and styles before they travel: nothing that a browser would miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.web.kept_files import as_sent

CASES = {
    "a comment of one line": ("a();\n  // why\n  b();\n", "a();\nb();\n"),
    "a comment of several lines": ("/**\n * Why.\n */\na();\n", "a();\n"),
    "two comments with code between": ("/* a */\nx();\n/* b */\ny();\n", "x();\ny();\n"),
    "an address": ('const a = "https://x";\n', 'const a = "https://x";\n'),
    "a comment behind code": ("a(); // kept\n", "a(); // kept\n"),
    "empty lines": ("a();\n\n\n    b();\n", "a();\nb();\n"),
}


@pytest.mark.parametrize(("written", "sent"), CASES.values(), ids=CASES.keys())
def test_only_what_readers_need_stays_here(tmp_path: Path, written: str, sent: str) -> None:
    path = tmp_path / "a.js"
    path.write_text(written, encoding="utf-8")
    assert as_sent(path) == sent.encode()


def test_a_page_is_sent_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>\n  // text\n", encoding="utf-8")
    assert as_sent(path) == path.read_bytes()
