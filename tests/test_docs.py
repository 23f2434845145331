"""What a person may type or set is documented, and links of the documents lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import main
from bot.settings import SETTINGS

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md")


@pytest.fixture(scope="module")
def documented() -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS)


def make_targets() -> list[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE)


def commands(group: click.Group, name: str = "declic") -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name; of a group, its own commands only."""
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command, f"{name} {word} is listed and does not exist"
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def missing(names: list[str], text: str) -> list[str]:
    return [name for name in names if not re.search(rf"\b{re.escape(name)}\b", text)]


def test_every_make_target_is_documented(documented: str) -> None:
    assert make_targets()
    assert missing([f"make {target}" for target in make_targets()], documented) == []


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)
    assert phony and sorted(phony.group(1).split()) == sorted(make_targets())
    assert len(makefile.splitlines()) < 60


def test_every_command_is_documented(documented: str) -> None:
    assert missing([name for name, _ in commands(main)], documented) == []


def test_every_command_says_what_it_does() -> None:
    assert [name for name, command in commands(main) if not command.help] == []


def test_every_setting_is_documented(documented: str) -> None:
    assert missing([setting.name for setting in SETTINGS], documented) == []


def test_no_document_names_a_setting_that_does_not_exist(documented: str) -> None:
    known = {setting.name for setting in SETTINGS} | {"DECLIC_REQUIRE_ALL", "DECLIC_REFERENCE"}
    assert set(re.findall(r"DECLIC_[A-Z_]+", documented)) - known == set()


def test_every_link_to_a_file_leads_somewhere() -> None:
    dead = []
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
            if not (document.parent / target).exists():
                dead.append(f"{document.relative_to(ROOT)}: {target}")
    assert dead == []
