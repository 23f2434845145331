"""What changed between two runs, as one HTML file and as CSV, to keep or to send."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from bot.orientation.csv_cells import as_cell
from bot.orientation.labels import upper_first
from bot.orientation.typography import french
from bot.replay.move import by_reason, group_of, notes_of
from bot.replay.move_words import NOTHING_MOVED, reason_in_words, totals_in_words
from bot.replay.moves import LOST, NEW, Comparison, StepMoves, StoryMoves
from bot.replay.report.page import read_beside

STATES = {
    NEW: "Cette histoire est nouvelle : il n’y a rien à comparer.",
    LOST: "Cette histoire n’a pas été rejouée.",
}
COLUMNS = ("histoire", "personne", "étape", "dit", "groupe", "quoi", "avant", "après", "pourquoi")


def title_between(before: str, after: str) -> str:
    """What a report about two runs is called."""
    return french(f"Ce qui a changé entre « {before} » et « {after} »")


def as_html(title: str, lines: Sequence[str], comparison: Comparison) -> str:
    """lines: what is said first, in French. All texts are escaped here."""
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{read_beside("page.css")}</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
{_verdict(comparison)}
<ul class="changes">{"".join(f"<li>{escape(french(line))}</li>" for line in _first(lines))}</ul>
</header>
<main>
<section class="stories" aria-labelledby="histoires">
<h2 id="histoires">Histoire par histoire</h2>
{"".join(_story(story) for story in comparison.changed) or f"<p>{NOTHING_MOVED}</p>"}
</section>
</main>
</body>
</html>
"""


def _first(lines: Sequence[str]) -> list[str]:
    """What stands above the stories: the lines that no story repeats below."""
    return [line for line in lines if not line.startswith(("Pour ", "Dans "))]


def _verdict(comparison: Comparison) -> str:
    lines = totals_in_words(comparison.totals)
    if not comparison.changed:
        return f'<p class="verdict right"><span aria-hidden="true">✓</span> {NOTHING_MOVED}</p>'
    said = escape(french(lines[0] if lines else "Des histoires ont changé."))
    return f'<p class="verdict changed"><span aria-hidden="true">≠</span> {said}</p>'


def _story(story: StoryMoves) -> str:
    steps = "".join(_step(step) for step in story.changed_steps)
    told = f"<p class='facts'>{escape(STATES[story.state])}</p>" if story.state in STATES else ""
    who = f'<p class="who">{escape(story.presentation)}</p>' if story.presentation else ""
    return f"""<details class="story changed" open>
<summary><span class="title">{escape(story.title)}</span></summary>
{who}{told}<ol class="chat">{steps}</ol>
</details>
"""


def _step(step: StepMoves) -> str:
    said = f"« {step.said} »" if step.said else "l’accueil"
    state = {True: " : un tour de plus", False: ""}[step.before is None]
    state = " : un tour qui n’existe plus" if step.after is None else state
    told = [upper_first(reason_in_words(reason)) for reason in by_reason(step.moves)]
    told += map(french, notes_of(step.moves))
    moves = "".join(f"<li>{escape(line)}</li>" for line in told)
    head = escape(french(f"Étape {step.number}, {said}{state}"))
    return f"<li><p><strong>{head}</strong></p><ul>{moves}</ul></li>"


def as_csv(comparison: Comparison) -> str:
    """One line a move, with semicolons, as a French spreadsheet reads it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for story in comparison.changed:
        for step in story.changed_steps:
            for move in step.moves:
                head = (story.title, story.presentation, str(step.number), step.said or "")
                why = " ".join(filter(None, (move.why, move.note)))
                told = (move.what, move.before or "", move.after or "", why)
                writer.writerow([as_cell(one) for one in (*head, group_of(move), *told)])
    return "\ufeff" + out.getvalue()
