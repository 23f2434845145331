"""Fits the weights of title search, to be copied into bot/orientation/title_ranking.py.

    python -m tests.bench.fit_titles [--catalogue FOLDER] [--names 1500]

Learns from the cases marked "tuning" in tests/evaluation/title_cases.csv and tests/unit/
title_cases.csv, and from official titles that a seeded hand misspells and shortens: the same
command gives the same weights. Ranking: logistic choice of a right job among those looked at
closely. Confidence: logistic in the first score, its lead and the share of its title that was said,
on the tuning cases, and on what people say to the chat that names no job (data/nlu), for which no
job is right. Nothing marked "held_out" is read.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize

from bot.commands.catalogue_choice import chosen_catalogue
from bot.orientation import title_ranking
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import TitleIndex
from bot.settings import ROOT

CASES = (
    ROOT / "tests" / "evaluation" / "title_cases.csv",
    ROOT / "tests" / "unit" / "title_cases.csv",
)
TALK = ("humans.yml", "navigation.yml", "questions.yml", "interview.yml")
# A case as people write weighs as much as so many made-up misspellings.
REAL_CASE = 3.0
# Pulls the weights towards those of the score alone.
PULL = 2.0
SHOWN = 5
Floats = npt.NDArray[np.float64]
Choice = tuple[Floats, Floats, float]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalogue", type=Path)
    parser.add_argument("--names", type=int, default=1500)
    asked = parser.parse_args()
    catalogue = chosen_catalogue(asked.catalogue)
    index = TitleIndex(catalogue)
    real = list(_choices(index, _tuning_cases(), REAL_CASE))
    made_up = list(_choices(index, _misspelt(catalogue, asked.names), 1.0))
    weights = _ranking_weights(real + made_up)
    print("WEIGHTS =", ", ".join(f"{weight:.3f}" for weight in weights))
    for name, some in (("real", real), ("misspelt", made_up)):
        print(f"right first, {name}: {_right(some, weights):.3f}")
    talk = [(text, set[str]()) for text in _talk()]
    facts = real + list(_choices(index, talk, 1.0))
    for name, places in (("FIRST", slice(1)), ("LATER", slice(1, SHOWN))):
        print(name, "=", np.round(_confidence_weights(facts, weights, places), 2))


def _tuning_rows() -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for path in CASES:
        with path.open(encoding="utf-8", newline="") as file:
            found += [row for row in csv.DictReader(file) if row["set"] == "tuning"]
    return found


def _tuning_cases() -> list[tuple[str, set[str]]]:
    rows = (row for row in _tuning_rows() if row["kind"] not in ("no_job", "which_one"))
    return [(row["text"], set(row["codes"].split("|"))) for row in rows]


def _talk() -> list[str]:
    """Texts that name no job: cases, and what is said to the chat beside answers."""
    texts = [row["text"] for row in _tuning_rows() if row["kind"] == "no_job"]
    for name in TALK:
        content = yaml.safe_load((ROOT / "data" / "nlu" / name).read_text(encoding="utf-8"))
        for intent in content["nlu"]:
            if intent["intent"] != "answer":
                texts += [_without_marks(line[2:]) for line in intent["examples"].splitlines()]
    return texts


def _without_marks(example: str) -> str:
    return re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", example)


def _misspelt(catalogue: Catalogue, count: int) -> list[tuple[str, set[str]]]:
    hand = random.Random(4)  # noqa: S311 - the same misspellings in every run
    codes: dict[str, set[str]] = {}
    for title in catalogue.titles:
        if title.is_official:
            codes.setdefault(title.text, set()).add(title.rome_code)
    chosen = hand.sample(sorted(codes), count)
    return [(_changed(title, hand), codes[title]) for title in chosen]


def _changed(title: str, hand: random.Random) -> str:
    """One or two faults of the fingers, sometimes a word dropped from a long title."""
    words = title.lower().split()
    if len(words) > 3 and hand.random() < 0.5:
        del words[hand.randrange(1, len(words))]
    text = " ".join(words)
    for _ in range(hand.choice((1, 1, 2))):
        at = hand.randrange(1, max(2, len(text) - 1))
        text = hand.choice(
            (text[:at] + text[at + 1 :], text[:at] + text[at - 1] + text[at:], _swapped(text, at))
        )
    return text


def _swapped(text: str, at: int) -> str:
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def _choices(
    index: TitleIndex, cases: Sequence[tuple[str, set[str]]], weight: float
) -> Iterator[Choice]:
    """Features of the jobs looked at closely, which of them are right, and the case's weight; a
    case without any right job teaches nothing on order but is one on confidence."""
    for text, codes in cases:
        core, setting = index.parted(text)
        ranked = None if index.names_nothing(core) else index.ranked(core, setting)
        if ranked is not None and len(ranked.jobs):
            right = np.array([index.code_of(job) in codes for job in ranked.jobs])
            yield ranked.features, right, weight


def _ranking_weights(choices: Sequence[Choice]) -> Floats:
    useful = [one for one in choices if one[1].any()]
    start = np.zeros(len(title_ranking.FEATURES))
    start[0] = 10.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = PULL * float(((weights - start) ** 2).sum()), 2 * PULL * (weights - start)
        for features, right, share in useful:
            odds = features @ weights
            likely = np.exp(odds - odds.max())
            likely /= likely.sum()
            among = np.where(right, likely, 0.0)
            total -= share * float(np.log(max(among.sum(), 1e-12)))
            slope = slope + share * features.T @ (likely - among / max(among.sum(), 1e-12))
        return total, slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return np.asarray(found / found[0])


def _right(choices: Sequence[Choice], weights: Floats) -> float:
    return float(np.mean([right[int((f @ weights).argmax())] for f, right, _ in choices]))


def _confidence_weights(choices: Sequence[Choice], weights: Floats, places: slice) -> Floats:
    """Of the first job (its lead over the second), or of those after it (behind the first)."""
    rows, labels = [], []
    for features, right, _ in choices:
        scores = features @ weights
        order = np.argsort(-scores, kind="stable")[:SHOWN]
        said = features[:, title_ranking.FEATURES.index("title")]
        for place in range(len(order))[places]:
            rival = order[0] if place else order[1] if len(order) > 1 else None
            lead = scores[order[place]] - (0.0 if rival is None else scores[rival])
            rows.append((1.0, scores[order[place]], lead, said[order[place]]))
            labels.append(right[order[place]])
    facts, truth = np.array(rows), np.array(labels, dtype=float)

    def loss(certainty: Floats) -> float:
        odds = facts @ certainty
        return float(np.logaddexp(0, odds).sum() - truth @ odds + 0.05 * (certainty**2).sum())

    return np.asarray(minimize(loss, np.zeros(4)).x)


if __name__ == "__main__":
    main()
