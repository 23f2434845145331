"""The report as one HTML file that needs nothing else: no script, no font, no picture to fetch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TypeVar

from bot.evaluation_report.parts import Bar, Chart, Key, Report, Section, Table

Part = TypeVar("Part")
STYLE = Path(__file__).parent / "page.css"
TALL = 10
"""Height of a bar's drawing, in the units of its 0-100 width."""


def as_html(report: Report) -> str:
    """All texts are escaped here and nowhere else."""
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<header>
<h1>{escape(report.title)}</h1>
<dl class="facts">{_each(report.facts, _fact)}</dl>
<p>Chaque chiffre est suivi, entre parenthèses, de son intervalle à 95 % :
la vraie valeur y est presque toujours.</p>
</header>
<main>
<section aria-labelledby="bref">
<h2 id="bref">En bref</h2>
<ul class="keys">{_each(report.keys, _key)}</ul>
<nav aria-label="Parties du rapport"><ol>{_each(report.sections, _link)}</ol></nav>
</section>
{_each(report.sections, _section)}
<section aria-labelledby="hypotheses">
<h2 id="hypotheses">{escape(report.assumptions_title)}</h2>
<ul>{_each(report.assumptions, _item)}</ul>
</section>
</main>
</body>
</html>
"""


def _each(parts: Iterable[Part], render: Callable[[Part], str]) -> str:
    return "\n".join(render(part) for part in parts)


def _fact(fact: tuple[str, str]) -> str:
    return f"<div><dt>{escape(fact[0])}</dt><dd>{escape(fact[1])}</dd></div>"


def _key(key: Key) -> str:
    figure = f"<strong>{escape(key.figure)}</strong> <small>{escape(key.interval)}</small>"
    return f"<li>{figure}<span>{escape(key.label)}</span></li>"


def _link(section: Section) -> str:
    return f'<li><a href="#{escape(section.anchor)}">{escape(section.title)}</a></li>'


def _item(text: str) -> str:
    return f"<li>{escape(text)}</li>"


def _section(section: Section) -> str:
    anchor = escape(section.anchor)
    note = f'<p class="note">{escape(section.note)}</p>' if section.note else ""
    return f"""<section aria-labelledby="{anchor}">
<h2 id="{anchor}">{escape(section.title)}</h2>
<p>{escape(section.meaning)}</p>
<p class="good"><strong>Ce qui serait bien :</strong> {escape(section.good)}</p>
{_each(section.blocks, _block)}
{note}
</section>"""


def _block(block: Chart | Table) -> str:
    return _chart(block) if isinstance(block, Chart) else _table(block)


def _chart(chart: Chart) -> str:
    """Figures are text; drawings only repeat them, and are hidden from screen readers."""
    caption = f"<figcaption>{escape(chart.caption)}</figcaption>"
    return f'<figure>{caption}<ul class="bars">{_each(chart.bars, _bar)}</ul></figure>'


def _bar(bar: Bar) -> str:
    words = f"<span>{escape(bar.label)}</span> <b>{escape(bar.text)}</b>"
    return f"<li>{words}{_drawing(bar)}</li>"


def _drawing(bar: Bar) -> str:
    kind = "ours" if bar.is_ours else "other"
    return (
        f'<svg class="{kind}" viewBox="0 0 100 {TALL}" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false">'
        f'<rect class="ground" width="100" height="{TALL}"/>'
        f'<rect class="value" width="{100 * bar.value:.2f}" height="{TALL}"/>{_whisker(bar)}</svg>'
    )


def _whisker(bar: Bar) -> str:
    if bar.low is None or bar.high is None:
        return ""
    start, end, middle = 100 * bar.low, 100 * bar.high, TALL / 2
    return f'<path d="M{start:.2f} {middle}H{end:.2f}"/>'


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    return f"""<div class="wide" tabindex="0" role="region" aria-label="{escape(table.caption)}">
<table><caption>{escape(table.caption)}</caption>
<thead><tr>{heads}</tr></thead>
<tbody>{_each(table.rows, _row)}</tbody></table></div>"""


def _row(row: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
    return f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>'
