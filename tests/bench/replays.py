"""How long stories take to replay: two processes against one, in pairs.

    uv run python -m tests.bench.replays [--stories 100] [--rounds 2]

Each story is 15 turns with buttons and typed words, from the welcome to the jobs. Both ways play
the same stories, in turn (A B A B …); the start of the processes counts. The target is 100 stories
in at most 90 s on two cores.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from bot.replay.story import Persona, Place, Press, Say, Saying, Step, Story, Tick
from bot.replay.workshop import workshop
from bot.settings import Settings
from bot.training import train_if_needed

TURNS: Sequence[Saying] = (
    Press("C’est parti"),
    Say("Bourgoin-Jallieu"),
    Press("Passer"),
    Say("j'étais caissière chez leclerc"),
    Tick(word="premier"),
    Press("Non, c’est tout"),
    Say("non j'ai pas le permis"),
    Press("Un vélo"),
    Press("Oui"),
    Say("une demi-heure maximum"),
    Tick(),
    Tick(("Le bruit",)),
    Press("Oui, quelques mois"),
    Say("pourquoi ce métier ?"),
    Say("montrez-m'en d'autres"),
)
DAY = datetime.date(2026, 11, 27)


def story(number: int) -> Story:
    """The same sayings; the seed makes it another conversation."""
    path = Path(f"bench-{number}.yml")
    steps = tuple(Step(Place(path, 1), saying=saying) for saying in TURNS)
    nobody = Persona("", "", {})
    return Story(path, path.stem, "bench", DAY, number, nobody, False, False, steps)


def seconds(stories: Sequence[Story], jobs: int) -> float:
    """From nothing to all the stories played. SystemExit: one could not be said to its end."""
    begun = time.monotonic()
    with workshop(Settings.from_environment(), jobs) as opened:
        records = list(opened.play(stories))
    wrong = [record for record in records if not record.has_passed]
    if wrong or any(len(record.turns) != len(TURNS) + 1 for record in records):
        raise SystemExit(f"{len(wrong)} stories could not be played: {wrong[0].differences[:2]}")
    return time.monotonic() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    train_if_needed(Settings.from_environment(), print)
    stories = [story(number) for number in range(options.stories)]
    two, one = [], []
    for _ in range(options.rounds):
        two.append(seconds(stories, 2))
        one.append(seconds(stories, 1))
        print(f"two processes {two[-1]:6.1f} s   one process {one[-1]:6.1f} s", flush=True)
    ratios = [a / b for a, b in zip(two, one, strict=True)]
    print(f"{options.stories} stories of {len(TURNS)} turns: median {statistics.median(two):.1f} s")
    print(f"two / one: median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
