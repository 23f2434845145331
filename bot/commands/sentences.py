"""`declic sentences`: all that the bot can say, in one list, for who edits or reviews it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import fmean

import click

from bot import wiring
from bot.adapters.domain_responses import read_responses
from bot.commands.sentences_page import as_html
from bot.services.all_sentences import Measured, all_sentences, measured
from bot.settings import ROOT

FILE = click.Path(path_type=Path, dir_okay=False)
COLUMNS = (
    "code", "nature", "texte", "facile à lire", "lisibilité", "lisibilité facile",
    "phrase la plus longue", "ligne facile la plus longue", "mots rares",
)  # fmt: skip


@click.command()
@click.argument("word", required=False)
@click.option("--html", "html", type=FILE, metavar="FILE", help="A page to read, print or search.")
@click.option("--csv", "as_csv", type=FILE, metavar="FILE", help="The same as a table.")
def command(word: str | None, html: Path | None, as_csv: Path | None) -> None:
    """List every sentence the bot can say, with its easy-read way, and measure them.

    With WORD, only those that have it in their code or text. Holes are shown filled with usual
    facts. Exit codes: 0 listed, 1 none has the word.
    """
    zipf = word_frequencies()
    found = [one for one in every_sentence(zipf) if word is None or _has(one, word)]
    if html:
        html.write_text(as_html(found, summary(found)), encoding="utf-8")
    if as_csv:
        as_csv.write_text(as_table(found), encoding="utf-8")
    if not html and not as_csv:
        click.echo("\n\n".join(as_text(one) for one in found))
    click.echo(summary(found) if found else "Aucune phrase n'a ce mot.")
    if not found:
        raise click.exceptions.Exit(1)


def every_sentence(zipf: Callable[[str], float] | None) -> tuple[Measured, ...]:
    """All sentences of the project, measured."""
    responses = read_responses(ROOT / "domain.yml")
    sentences = all_sentences(responses, wiring.deck(), wiring.story())
    return tuple(measured(sentence, zipf) for sentence in sentences)


def word_frequencies() -> Callable[[str], float] | None:
    """How often a French word is used, on the Zipf scale; None without the list, which is a tool
    of development."""
    try:
        from wordfreq import zipf_frequency
    except ImportError:
        return None
    return lambda word: float(zipf_frequency(word, "fr"))


def summary(found: Sequence[Measured]) -> str:
    """How many, how easy to read on average, and the hardest one."""
    if not found:
        return ""
    hardest = min(found, key=lambda one: one.ease)
    return (
        f"{len(found)} phrases. Lisibilité moyenne (Kandel-Moles) : "
        f"{fmean(one.ease for one in found):.0f}, "
        f"en facile à lire {fmean(one.easy_ease for one in found):.0f}. "
        f"La plus difficile : {hardest.sentence.code} ({hardest.ease:.0f})."
    )


def as_text(one: Measured) -> str:
    """One sentence for the terminal."""
    said = one.sentence
    lines = [f"{said.code}  [{one.ease:.0f} → {one.easy_ease:.0f}]", *_indented(said.text)]
    if said.easy != said.text:
        lines += ["  facile :", *_indented(said.easy)]
    if one.rare:
        lines.append(f"  mots rares : {', '.join(one.rare)}")
    return "\n".join(lines)


def as_table(found: Iterable[Measured]) -> str:
    """CSV with a header, one line a sentence."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for one in found:
        said = one.sentence
        ease = (f"{one.ease:.0f}", f"{one.easy_ease:.0f}")
        lengths = (one.longest_sentence, one.longest_easy_line)
        rare = " ".join(one.rare or ())
        table.writerow((said.code, said.kind, said.text, said.easy, *ease, *lengths, rare))
    return written.getvalue()


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.split("\n")]


def _has(one: Measured, word: str) -> bool:
    said = one.sentence
    return any(word.lower() in text.lower() for text in (said.code, said.text, said.easy))
