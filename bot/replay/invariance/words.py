"""What manners of telling moved, in French: lines, a table, a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from bot.orientation.csv_cells import as_cell
from bot.orientation.labels import listing
from bot.orientation.typography import french
from bot.replay.invariance.manners import GROUP_BY_CODE, GROUPS
from bot.replay.invariance.outcomes import EXPECTED, SAME, TO_LOOK_AT, Outcome
from bot.replay.report.page import read_beside

VERDICTS: Mapping[str, str] = {
    SAME: "rien ne bouge",
    EXPECTED: "bouge comme prévu",
    TO_LOOK_AT: "à regarder",
}
TICK_ONE = "Cochez au moins une histoire."
COLUMNS = (
    "histoire", "personne", "groupe", "façon de dire", "résultat", "métiers partis",
    "métiers venus", "accord des classements", "aides", "réponses perdues ou autres",
    "questions", "incompris avant", "incompris après", "non dit",
)  # fmt: skip


def in_words(found: Sequence[Outcome]) -> list[str]:
    """First each group as a whole, then what is to be looked at, then what moved as expected."""
    if not found:
        return ["Aucune histoire n’a un persona qui va jusqu’aux métiers."]
    lines = [_group_line(code, found) for code in dict.fromkeys(one.group for one in found)]
    for verdict in (TO_LOOK_AT, EXPECTED):
        lines += [line_of(one) for one in found if one.verdict == verdict]
    return [french(line) for line in lines]


def title_of(count: int, first: str) -> str:
    """What a run of so many stories is called; first: the title of the first."""
    return f"Dites autrement : {first if count == 1 else f'{count} histoires'}"


def _group_line(code: str, found: Sequence[Outcome]) -> str:
    mine = [one for one in found if one.group == code]
    wrong = sum(one.verdict == TO_LOOK_AT for one in mine)
    group = GROUP_BY_CODE[code]
    told = f"{wrong} sur {len(mine)} à regarder" if wrong else f"tenu, {len(mine)} fois"
    return f"{group.title} : {told}. {group.promise}"


def line_of(one: Outcome) -> str:
    """One manner of one story, and all that moved."""
    return f"{one.title}, {one.manner_title} : {' ; '.join(moved(one)) or VERDICTS[SAME]}."


def moved(one: Outcome) -> Iterator[str]:
    """What moved, each in a few words."""
    if one.jobs_out:
        yield f"métiers partis : {listing(list(one.jobs_out))}"
    if one.jobs_in:
        yield f"métiers venus : {listing(list(one.jobs_in))}"
    if one.correlation is not None and one.correlation < 1:
        yield f"accord des classements : {_decimal(one.correlation)}"
    if one.offers:
        yield f"aides : {offers_told(one)}"
    if one.facts:
        yield f"réponses retenues autrement : {listing(list(one.facts))}"
    if one.questions:
        yield f"questions : {listing(list(one.questions))}"
    if one.missed[0] != one.missed[1]:
        yield f"messages incompris : {one.missed[1]} au lieu de {one.missed[0]}"
    for told in one.unsaid:
        yield f"impossible à dire : {told}"


def offers_told(one: Outcome) -> str:
    """Each offer with its two states, and whether its age condition explains it."""
    told = (
        f"« {move.name} » {move.before} → {move.after}"
        f"{' (elle a une condition d’âge)' if move.is_expected else ''}"
        for move in one.offers
    )
    return ", ".join(told)


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def as_csv(found: Sequence[Outcome]) -> str:
    """Every manner of every story, as a French spreadsheet reads it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in found:
        writer.writerow([as_cell(cell) for cell in _cells(one)])
    return "\ufeff" + out.getvalue()


def _cells(one: Outcome) -> tuple[object, ...]:
    return (
        one.title,
        one.presentation,
        GROUP_BY_CODE[one.group].title,
        one.manner_title,
        VERDICTS[one.verdict],
        ", ".join(one.jobs_out),
        ", ".join(one.jobs_in),
        None if one.correlation is None else _decimal(one.correlation),
        offers_told(one),
        ", ".join(one.facts),
        ", ".join(one.questions),
        *one.missed,
        " ; ".join(one.unsaid),
    )


def as_html(found: Sequence[Outcome]) -> str:
    """One file to read, without network. All texts are escaped here."""
    sections = "".join(
        _section(group.code, [one for one in found if one.group == group.code]) for group in GROUPS
    )
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Invariance</title>
<style>
{read_beside("page.css")}</style>
</head>
<body>
<header><h1>La même personne, dite autrement</h1></header>
<main>{sections}</main>
</body>
</html>
"""


def _section(code: str, found: Sequence[Outcome]) -> str:
    if not found:
        return ""
    items = "".join(_item(one) for one in found)
    group = GROUP_BY_CODE[code]
    return f"""<section aria-labelledby="g-{code}">
<h2 id="g-{code}">{escape(group.title)}</h2>
<p>{escape(group.promise)}</p>
<ul class="changes">{items}</ul>
</section>
"""


def _item(one: Outcome) -> str:
    told = french(" ; ".join(moved(one)))
    head = french(f"{one.title}, {one.manner_title} : {VERDICTS[one.verdict]}")
    return f"<li>{escape(head)}<small>{escape(told)}</small></li>"
