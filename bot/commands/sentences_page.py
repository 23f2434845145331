"""All sentences as one page without network: to read, print and search."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from bot.orientation.typography import french
from bot.services.all_sentences import Measured

KINDS = {
    "response": "Messages",
    "phrase": "Phrases remplies par des faits",
    "title": "Boutons et cases",
    "question": "Questions sur les aides",
    "statement": "Phrases sur les goûts",
    "picture": "Images",
    "story": "Histoire",
}
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:auto;padding:1rem;color:#1d1d2b}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #ccc;padding:.5rem;text-align:left;vertical-align:top}
td.said{white-space:pre-line;width:36%}
td.code{font:13px/1.4 monospace;word-break:break-word;width:14%}
caption{text-align:left;font-weight:bold;font-size:1.3rem;padding:1.5rem 0 .5rem}
"""
HEADER = ("Code", "Texte", "Facile à lire", "Lisibilité", "Mots rares")


def as_html(found: Sequence[Measured], summary: str) -> str:
    """The page: a table for each kind of sentence."""
    ordered = sorted(found, key=lambda one: list(KINDS).index(one.sentence.kind))
    tables = (
        _table(KINDS[kind], list(some))
        for kind, some in groupby(ordered, key=lambda one: one.sentence.kind)
    )
    title = "Tout ce que Déclic peut dire"
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style><h1>{title}</h1><p>{escape(french(summary))}</p>"
        f"{''.join(tables)}</html>\n"
    )


def _table(caption: str, some: Sequence[Measured]) -> str:
    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in HEADER)
    rows = "".join(_row(one) for one in some)
    return f"<table><caption>{caption} ({len(some)})</caption><tr>{header}</tr>{rows}</table>"


def _row(one: Measured) -> str:
    said = one.sentence
    easy = "" if said.easy == said.text else french(said.easy)
    rare = "—" if one.rare is None else ", ".join(one.rare)
    return (
        f'<tr><td class="code">{escape(said.code)}</td>'
        f'<td class="said">{escape(french(said.text))}</td><td class="said">{escape(easy)}</td>'
        f"<td>{one.ease:.0f} → {one.easy_ease:.0f}</td><td>{escape(rare)}</td></tr>"
    )
