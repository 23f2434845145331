"""Cards as the widget draws them: parts to read at once (`first`), and parts to open (`rest`).

A part is a dict with some of: `sign` (an icon that stands for the title), `title`, `notice` (true:
a caution), `lines`, `items` (a list), `link` (url, title, about: what is said after the title to
who listens), `bar` (percents: how far, and the limit). The widget has no word or order of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.orientation.phrases import say
from bot.orientation.typography import french

Part = dict[str, Any]
_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?])\s+")
WHOLE_BAR = 98
"""Percents of the longest bar: the mark of a limit at its end stays whole."""
FEW_LINES = 3
"""Lines of a small card that are read without opening it."""


def job_parts(card: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    """At first what decides: the best reason, the figures, the way there, the first step.

    A job that was in the list before is only named, and all of it opens: what changed was just
    said, and four whole cards are six screens of a phone. `state` is hidden while the job is not
    kept.
    """
    reasons, vacancies = card["reasons"], card["vacancies"]
    told = {
        "hiring": _glance(card["hiring"]["sentence"]),
        "vacancies": _glance(vacancies["sentence"] if vacancies else ""),
        "travel": _glance(card["travel"]["sentence"]),
        "first_step": _glance(card["first_step"]),
    }
    facts = [
        {"sign": name, "title": labels[name], "lines": [sentence]}
        for name, (sentence, _) in told.items()
        if sentence
    ]
    first = [*_listed(None, reasons[:1]), *facts]
    return {
        "kind": "job declic" if card["is_declic"] else "job",
        "flag": [labels["declic"], labels["declic_hint"]] if card["is_declic"] else None,
        "state": ["kept", labels["kept"]],
        "first": [] if card["is_known"] else first,
        "more": labels["more"],
        "rest": [
            *(first if card["is_known"] else []),
            *_told(labels["summary"], card["summary"]),
            *_listed(labels["reasons"], reasons[1:]),
            *([_vacancies(vacancies, card["title"], labels)] if vacancies else []),
            *_told(labels["travel"], *told["travel"][1], *card["travel"]["changes"]),
            *_told(labels["training"], card["training"]["sentence"]),
            *_listed(labels["cautions"], card["cautions"]),
            *_told(labels["first_step"], *told["first_step"][1]),
            *_told(labels["source"], *told["hiring"][1], card["origin"]),
        ],
    }


def _glance(text: str) -> tuple[str, list[str]]:
    """The first sentence, which is read at once, and what explains it."""
    first, *others = _AFTER_A_SENTENCE.split(text, maxsplit=1)
    return first, others


def place_parts(item: Mapping[str, Any]) -> dict[str, Any]:
    """The caution, the first lines, the way to call or to read on; other lines to open."""
    lines, phone, title = item["lines"], item["phone"], item["title"]
    most = len(lines) if len(lines) <= FEW_LINES else FEW_LINES - 1
    more = french(say("card.more"))
    call = [_link(f"tel:{phone['number']}", phone["title"])] if phone else []
    page = [_link(item["url"], item["url_title"] or more, title)] if item["url"] else []
    notice = [{"notice": True, "lines": [item["notice"]]}] if item["notice"] else []
    return {
        "state": [item["state"], item["state_title"]] if item["state"] else None,
        "first": [*notice, {"lines": lines[:most]}, *call, *page],
        "more": more,
        "rest": [{"lines": lines[most:]}] if lines[most:] else [],
    }


def basin_parts(minutes: int | None, lines: Sequence[str], limit: int, most: int) -> dict[str, Any]:
    """The way to a basin as a bar, on a scale of `most` minutes, and in words."""
    percents = [round(WHOLE_BAR * value / most) for value in (minutes or 0, limit)]
    is_over = minutes is not None and minutes > limit
    return {
        "kind": "over" if is_over else "",
        "first": [{"bar": percents, "lines": [" · ".join(lines)]}],
    }


def _told(title: str, *lines: str) -> list[Part]:
    """Lines under their title; nothing without lines."""
    return [{"title": title, "lines": list(lines)}] if lines else []


def _listed(title: str | None, items: Sequence[str]) -> list[Part]:
    """A list under its title; nothing without items."""
    return [{"title": title, "items": items}] if items else []


def _vacancies(found: Mapping[str, Any], job: str, labels: Mapping[str, str]) -> Part:
    """What is published, where to read it, and whose list it is."""
    see = (
        {"link": _link(found["url"], labels["vacancies_link"], job)["link"]} if found["url"] else {}
    )
    told = [found["source"]]
    return {"title": labels["vacancies"], "items": found["titles"], "lines": told, **see}


def _link(url: str, title: str, about: str | None = None) -> Part:
    return {"link": {"url": url, "title": title, "about": f"\u00a0: {about}" if about else ""}}
