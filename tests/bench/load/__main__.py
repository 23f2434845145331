"""The product under load and faults, on the loopback of this machine: `python -m tests.bench.load`.

    pairs    50 persons and their advisors, whose screens follow each other
    people   1, 20 and 50 people at human pace and flat out
    memory   memory of each process over 10,000 turns
    scale    two processes of each kind against one, on PostgreSQL and Redis
    kills    kill -9 of a process, again and again, during a load
    stock    CPU of a turn against the same bot on stock Rasa, in pairs

Each has --quick (about two minutes), --json FILE and --seed. Nothing is asserted: on a busy machine
only the ratios of pairs count.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.replay.reading import read_stories
from bot.replay.story import Story
from bot.settings import ROOT
from tests.bench import turns
from tests.bench.load import kills, memory, pairs, people, scale
from tests.bench.timing import machine

FULL_KILLS, QUICK_KILLS = 100, 8
FULL_ROUNDS, QUICK_ROUNDS = 10, 3
STORIES = ROOT / "tests" / "replays"


def stories() -> tuple[Story, ...]:
    """All stories of tests/replays. SystemExit when one cannot be read."""
    found, problems = read_stories([STORIES])
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return tuple(found)


def _people(options: argparse.Namespace, folder: Path) -> Any:
    print(people.head())
    rounds = people.measure(stories(), folder, options.seed, options.quick, options.servers)
    return people.as_dicts(rounds)


def _pairs(options: argparse.Namespace, folder: Path) -> Any:
    found = pairs.measure(
        stories(), folder, options.seed, options.quick, options.servers, options.pairs
    )
    print("\n".join(pairs.as_lines(found)))
    return pairs.as_dict(found)


def _memory(options: argparse.Namespace, folder: Path) -> Any:
    found = memory.measure(stories(), folder, options.seed, options.quick)
    print("\n".join(memory.as_lines(found)))
    return memory.as_dict(found)


def _scale(options: argparse.Namespace, folder: Path) -> Any:
    print(f"           {people.head()}")
    found = scale.measure(stories(), folder, options.seed, options.quick)
    print("\n".join(scale.as_lines(found)))
    return scale.as_dict(found)


def _kills(options: argparse.Namespace, folder: Path) -> Any:
    count = options.kills or (QUICK_KILLS if options.quick else FULL_KILLS)
    found = kills.measure(stories(), folder, options.seed, count, people=6)
    print("\n".join(kills.as_lines(found)))
    return kills.as_dict(found)


def _stock(options: argparse.Namespace, folder: Path) -> Any:
    return turns.compare(folder, QUICK_ROUNDS if options.quick else FULL_ROUNDS, options.python)


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace, Path], Any], str]] = {
    "pairs": (_pairs, "50 persons and their advisors, whose screens follow each other"),
    "people": (_people, "1, 20 and 50 people at human pace and flat out"),
    "memory": (_memory, "memory of each process over 10,000 turns"),
    "scale": (_scale, "two processes of each kind against one, on PostgreSQL and Redis"),
    "kills": (_kills, "kill -9 of a process, again and again, during a load"),
    "stock": (_stock, "CPU of a turn against the same bot on stock Rasa, in pairs"),
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
        _options_of(name, command)
    return parser


def _options_of(name: str, command: argparse.ArgumentParser) -> None:
    if name == "pairs":
        command.add_argument("--pairs", type=int, default=pairs.PAIRS)
        command.add_argument(
            "--servers", action="store_true", help="two of each process on PostgreSQL and Redis"
        )
    elif name == "people":
        command.add_argument("--servers", action="store_true", help="on PostgreSQL and Redis")
    elif name == "kills":
        command.add_argument("--kills", type=int, help=f"{FULL_KILLS}, or {QUICK_KILLS} if quick")
    elif name == "stock":
        command.add_argument("--python", default=sys.executable, help="one with stock Rasa")


if __name__ == "__main__":
    main()
