"""The product under load and faults, on the loopback of this machine: `python -m tests.bench.load`.

    people   1, 20 and 50 people at human pace and flat out

Each has --quick (about two minutes), --json FILE and --seed. Nothing is asserted: on a busy machine
only the ratios of pairs count.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.replay.reading import read_stories
from bot.replay.story import Story
from bot.settings import ROOT
from tests.bench.load import people
from tests.bench.timing import machine

STORIES = ROOT / "tests" / "replays"


def stories() -> tuple[Story, ...]:
    """All stories of tests/replays. SystemExit when one cannot be read."""
    found, problems = read_stories([STORIES])
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return tuple(found)


def _people(options: argparse.Namespace, folder: Path) -> Any:
    print(people.head())
    return people.as_dicts(
        people.measure(stories(), folder, options.seed, options.quick, options.servers)
    )


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace, Path], Any], str]] = {
    "people": (_people, "1, 20 and 50 people at human pace and flat out"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    before = machine()
    print(f"graine {options.seed} ; {before['processors']} processeurs, ", end="")
    print(f"charge {before['load_1_minute']} avant la mesure", flush=True)
    with tempfile.TemporaryDirectory(prefix="declic-load-") as folder:
        found = COMMANDS[options.command][0](options, Path(folder))
    if options.json:
        report = {"command": options.command, "seed": options.seed, **before, "found": found}
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.load",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, meaning) in COMMANDS.items():
        command = commands.add_parser(name, help=meaning, description=meaning)
        command.add_argument("--quick", action="store_true", help="about two minutes")
        command.add_argument("--json", type=Path, metavar="FILE", help="also as JSON")
        command.add_argument("--seed", type=int, default=1)
        if name == "people":
            command.add_argument("--servers", action="store_true", help="on PostgreSQL and Redis")
    return parser


if __name__ == "__main__":
    main()
