"""What is taken from scripts and styles before they travel: nothing that a browser would miss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.web.app import FOLDER
from bot.web.kept_files import as_sent

SCRIPTS = {
    "a comment of one line": ("a();\n  // why\n  b();\n", "a();b();"),
    "a comment of several lines": ("/**\n * Why.\n */\na();\n", "a();"),
    "an address": ('const a = "https://x";\n', 'const a="https://x";'),
    "spaces in a text": ("const a = `${b}  c\n  // d`;\n", "const a=`${b}  c\n  // d`;"),
    "a regular expression": ("a.split(/\\s*\\/\\/ */);\n", "a.split(/\\s*\\/\\/ */);"),
    "what is the class's own": ("class A {\n  #b = 1;\n}\n", "class A{#b=1;}"),
}
STYLES = {
    "a comment": ("/* why */\na {\n  color: red;\n}\n", "a{color:red}"),
    "a sum": ("a {\n  width: calc(1px + 2px);\n}\n", "a{width:calc(1px + 2px)}"),
    "a text": ('a::before {\n  content: "a  b" / "";\n}\n', 'a::before{content:"a  b" / ""}'),
}


@pytest.mark.parametrize(("written", "sent"), SCRIPTS.values(), ids=SCRIPTS.keys())
def test_only_what_readers_of_a_script_need_stays_here(
    tmp_path: Path, written: str, sent: str
) -> None:
    assert sent_of(tmp_path / "a.js", written) == sent


@pytest.mark.parametrize(("written", "sent"), STYLES.values(), ids=STYLES.keys())
def test_only_what_readers_of_a_style_sheet_need_stays_here(
    tmp_path: Path, written: str, sent: str
) -> None:
    assert sent_of(tmp_path / "a.css", written) == sent


def sent_of(path: Path, written: str) -> str:
    path.write_text(written, encoding="utf-8")
    return as_sent(path).decode().strip()


def test_a_page_is_sent_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>\n  // text\n", encoding="utf-8")
    assert as_sent(path) == path.read_bytes()


def test_old_browsers_have_every_colour_of_the_day() -> None:
    sheet = (FOLDER / "static" / "declic-chat.css").read_text(encoding="utf-8")
    tokens, _, rest = sheet.partition("@supports not")
    fallback = rest.partition("/* The frame")[0]
    days = re.findall(r"(--declic-[a-z-]+: [^;]*?)light-dark\((#[0-9a-f]+)", tokens)
    assert len(days) > 15
    assert [start + day for start, day in days if f"{start}{day};" not in fallback] == []
