"""The report as one HTML file that needs nothing else and opens from a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TypeVar

from bot.replay.coverage import Part
from bot.replay.record import StoryRecord
from bot.replay.report.chat import difference, turns
from bot.replay.report.run import Run

FOLDER = Path(__file__).parent
Item = TypeVar("Item")


def as_html(run: Run) -> str:
    """All texts are escaped here and in bot.replay.report.chat."""
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Conversations rejouées</title>
<style>
{read_beside("page.css")}</style>
</head>
<body>
<header>
<h1>Conversations rejouées</h1>
<p class="when">Le {run.day:%d/%m/%Y}</p>
{_verdict(run)}
<ul class="keys">{_each(_keys(run), _key)}</ul>
</header>
<main>
{_changes(run)}
{_stories("histoires", "Les histoires", run.records)}
{_stories("promenades", "Les personnes inventées", run.walks)}
{_stories("attaques", "Les attaques", run.attacks)}
{_coverage(run)}
</main>
<script>
{read_beside("page.js")}</script>
</body>
</html>
"""


def read_beside(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _each(items: Iterable[Item], render: Callable[[Item], str]) -> str:
    return "\n".join(render(item) for item in items)


def _verdict(run: Run) -> str:
    failed, total = len(run.failed), len(run.all)
    if failed:
        said = f"{failed} conversation{_s(failed)} sur {total} à regarder"
        return f'<p class="verdict changed"><span aria-hidden="true">✗</span> {said}</p>'
    said = "Toutes les conversations sont comme prévu"
    return f'<p class="verdict right"><span aria-hidden="true">✓</span> {said}</p>'


def _s(count: int) -> str:
    return "s" if count > 1 else ""


def _keys(run: Run) -> list[tuple[str, str]]:
    told = [turn for record in run.all for turn in record.turns]
    keys = [(str(len(run.records)), f"histoire{_s(len(run.records))}")]
    if run.walks:
        keys.append((str(len(run.walks)), "personnes inventées"))
    if run.attacks:
        keys.append((str(len(run.attacks)), "conversations attaquées"))
    keys.append((str(sum(turn.said is not None for turn in told)), "messages envoyés"))
    keys.append((str(sum(turn.checks for turn in told)), "vérifications"))
    keys.append((str(sum(len(record.differences) for record in run.all)), "différences"))
    keys.append((f"{run.seconds:.0f} s", "pour tout rejouer"))
    return keys


def _key(key: tuple[str, str]) -> str:
    return f"<li><strong>{escape(key[0])}</strong> {escape(key[1])}</li>"


def _changes(run: Run) -> str:
    """What a tester looks at first."""
    notes = [f"La transcription {path} n’a plus d’histoire." for path in run.unused]
    if not run.failed and not notes:
        return ""
    items = _each(run.failed, _change) + _each(notes, lambda note: f"<li>{escape(note)}</li>")
    return f"""<section aria-labelledby="change">
<h2 id="change">Ce qui a changé</h2>
<ul class="changes">{items}</ul>
</section>"""


def _change(record: StoryRecord) -> str:
    count = len(record.differences)
    wrong = [number for number, turn in enumerate(record.turns) if turn.differences]
    anchor = _anchor(record) + (f"-{wrong[0]}" if wrong else "")
    first = escape(record.differences[0].expected)
    told = f"{count} différence{_s(count)} ; attendu : {first}"
    return f'<li><a href="#{anchor}">{escape(record.title)}</a> <small>{told}</small></li>'


def _anchor(record: StoryRecord) -> str:
    return escape(f"h-{record.name}")


def _stories(anchor: str, title: str, records: Iterable[StoryRecord]) -> str:
    records = list(records)
    if not records:
        return ""
    return f"""<section aria-labelledby="{anchor}" class="stories">
<h2 id="{anchor}">{escape(title)}</h2>
<div class="tools" hidden>
<label class="search">Chercher <input type="search" placeholder="un mot, un prénom…"></label>
<label class="only"><input type="checkbox"> Seulement ce qui a changé</label>
<button type="button" data-open="yes">Tout ouvrir</button>
<button type="button" data-open="no">Tout fermer</button>
</div>
<p class="nothing" role="status" hidden>Aucune conversation ne correspond.</p>
{_each(records, _story)}
</section>"""


def _story(record: StoryRecord) -> str:
    state, mark, word = (
        ("right", "✓", "comme prévu") if record.has_passed else ("changed", "✗", "à regarder")
    )
    count = sum(turn.said is not None for turn in record.turns)
    facts = f"{escape(record.author)} · {count} message{_s(count)} · le {_day(record.day)}"
    return f"""<details class="story {state}" id="{_anchor(record)}">
<summary><span class="mark" aria-hidden="true">{mark}</span>
<span class="title">{escape(record.title)}</span>
<span class="state">{word}</span></summary>
<p class="facts">{facts}<br><code>{escape(record.path)}</code></p>
{_presentation(record)}
{_whole(record)}
<ol class="chat">{turns(record)}</ol>
</details>"""


def _day(iso: str) -> str:
    return "/".join(reversed(escape(iso).split("-")))


def _presentation(record: StoryRecord) -> str:
    return f'<p class="who">{escape(record.presentation)}</p>' if record.presentation else ""


def _whole(record: StoryRecord) -> str:
    return _each(record.whole, lambda one: difference(one, record.path))


def _coverage(run: Run) -> str:
    return f"""<section aria-labelledby="jamais">
<h2 id="jamais">Ce que ces conversations n’atteignent jamais</h2>
<p>Une histoire de plus peut y passer.</p>
{_each(run.parts, _part)}
</section>"""


def _part(part: Part) -> str:
    total = len(part.reached) + len(part.missed)
    share = len(part.reached) / total if total else 1.0
    told = f"{len(part.reached)} sur {total}"
    missed = _each(part.missed, lambda one: f"<li>{escape(one)}</li>")
    rest = f"<ul>{missed}</ul>" if part.missed else "<p>Tout est atteint.</p>"
    return f"""<details class="part">
<summary><span class="title">{escape(part.title)}</span> <span class="count">{told}</span>
<span class="bar" aria-hidden="true"><span style="width:{100 * share:.1f}%"></span></span></summary>
<p>{escape(part.title)} {escape(part.meaning)} : {told}. Jamais :</p>
{rest}
</details>"""
