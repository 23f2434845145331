"""What a message shows and nobody can choose: facts and links, checked at the edge.

A value of another type than the contract's is an error (the message is left out, or the link), a
text or a list without end is cut: the page stays usable whatever comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.orientation.french_values import number as in_figures
from bot.orientation.phrases import say, say_count
from bot.orientation.typography import french
from bot.web.parts import basin_parts, job_parts, place_parts

PICTURES = "/pictures/"
"""Where the pictures of the photolangage are served from."""

MOST_SIGNS, MOST_ITEMS = 2_000, 200
STATES = ("open", "check", "closed")
"""Whether a support offer is for the person: it is, something is to be checked, it is not."""

_OWN_PAGE = re.compile(r"/[a-z]+/[\w~-][\w.~-]*", re.ASCII)
_PHONE = re.compile(r"\+?\d{2,15}", re.ASCII)


def text(value: Any) -> str:
    """A text, at most MOST_SIGNS long. TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value if len(value) <= MOST_SIGNS else f"{value[:MOST_SIGNS]}…"


def optional(value: Any) -> str | None:
    """The same; None when there is none."""
    return None if value is None else text(value)


def whole(value: Any) -> int:
    """A whole number. TypeError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value


def listed(value: Any) -> list[Any]:
    """The first MOST_ITEMS of a list. TypeError for anything else."""
    if not isinstance(value, list | tuple):
        raise TypeError("not a list")
    return list(value[:MOST_ITEMS])


def texts(value: Any) -> list[str]:
    return [text(one) for one in listed(value)]


def progress(custom: Mapping[str, Any]) -> dict[str, Any]:
    """`step` None: the questions are over."""
    step = custom["step"]
    is_over = step is None
    return {
        "type": "progress",
        "step": None if is_over else whole(step),
        "total": whole(custom["total"]),
    }


def picture(custom: Mapping[str, Any]) -> dict[str, Any]:
    """One picture to look at again."""
    return {"type": "picture", "title": text(custom["title"]), **drawn(custom)}


def drawn(custom: Mapping[str, Any]) -> dict[str, Any]:
    """KeyError when the picture is not one of our own."""
    if not custom["url"].startswith(PICTURES):
        raise KeyError("url")
    return {
        "number": whole(custom["number"]),
        "url": text(custom["url"]),
        "description": text(custom["description"]),
    }


def scene(custom: Mapping[str, Any]) -> dict[str, Any]:
    """Where one is in the story."""
    number, total = whole(custom["number"]), whole(custom["total"])
    return {"type": "scene", "title": text(custom["title"]), "number": number, "total": total}


def reading(custom: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "reading", "is_easy": custom["reading"] == "easy"}


def job(card: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    """The facts of a job card, then the same as parts to draw."""
    facts = _job_facts(card)
    return {**facts, **job_parts(facts, labels)}


def _job_facts(card: Mapping[str, Any]) -> dict[str, Any]:
    travel = card["travel"]
    plain = ("rome_code", "title", "place", "summary", "origin", "first_step")
    return {
        **{name: text(card[name]) for name in plain},
        "is_declic": bool(card["is_declic"]),
        "kept": bool(card.get("kept")),
        "is_known": bool(card.get("is_known")),
        "reasons": texts(card["reasons"]),
        "hiring": card["hiring"] | {"sentence": text(card["hiring"]["sentence"])},
        "vacancies": _vacancies(card["vacancies"]),
        "travel": travel
        | {"sentence": text(travel["sentence"]), "changes": texts(travel["changes"])},
        "training": {"sentence": text(card["training"]["sentence"])},
        "cautions": texts(card["cautions"]),
    }


def _vacancies(found: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return (
        None
        if found is None
        else {
            "sentence": text(found["sentence"]),
            "titles": texts(found["titles"]),
            "url": safe_url(found["url"]),
            "source": text(found["source"]),
        }
    )


def place(item: Mapping[str, Any]) -> dict[str, Any]:
    """A support offer, a company or a service, then the same as parts to draw."""
    facts = _place_facts(item)
    return {**facts, **place_parts(facts)}


def _place_facts(item: Mapping[str, Any]) -> dict[str, Any]:
    """`state` None: whether it is for the person is not the matter."""
    state, phone = item.get("state"), item.get("phone")
    if state not in (None, *STATES):
        raise KeyError("state")
    return {
        "title": text(item["title"]),
        "lines": texts(item["lines"]),
        "url": safe_url(item["url"]),
        "url_title": optional(item["url_title"]),
        "notice": optional(item["notice"]),
        "state": state,
        "state_title": text(item["state_title"]) if state else None,
        "phone": phone and _phone(phone),
    }


def _phone(given: Mapping[str, Any]) -> dict[str, Any] | None:
    """A number that a telephone can call; None for anything else."""
    number = re.sub(r"[\s.()-]", "", text(given["number"]))
    is_callable = _PHONE.fullmatch(number)
    return {"title": text(given["title"]), "number": number} if is_callable else None


def links(custom: Mapping[str, Any]) -> dict[str, Any]:
    """Links to pages of this server, or of others over https. KeyError when none is left."""
    found = [
        {"title": text(one["title"]), "url": url}
        for one in listed(custom["links"])
        if (url := own_page(one["url"]) or safe_url(one["url"]))
    ]
    if not found:
        raise KeyError("links")
    return {"type": "links", "title": optional(custom["title"]), "links": found}


def comparison(custom: Mapping[str, Any]) -> dict[str, Any]:
    """Jobs side by side, a column each. KeyError when a row has not a cell for each."""
    columns = texts(custom["columns"])
    rows = [
        {"title": text(row["title"]), "cells": texts(row["cells"])}
        for row in listed(custom["rows"])
    ]
    if any(len(row["cells"]) != len(columns) for row in rows):
        raise KeyError("cells")
    return {
        "type": "comparison",
        "title": text(custom["title"]),
        "columns": columns,
        "rows": rows,
    }


def reach(custom: Mapping[str, Any]) -> dict[str, Any]:
    """How far basins are, in minutes, beside the limit of the person; each also in words."""
    limit = whole(custom["limit"])
    basins = listed(custom["basins"])
    far = [whole(basin["minutes"]) for basin in basins if basin["minutes"] is not None]
    most = max(1, limit, *far)
    return {
        "type": "reach",
        "title": text(custom["title"]),
        "hint": french(say("card.reach.limit", minutes=limit)),
        "items": [_basin(basin, limit, most) for basin in basins],
        "source": text(custom["source"]),
    }


def _basin(basin: Mapping[str, Any], limit: int, most: int) -> dict[str, Any]:
    minutes = basin["minutes"]
    told = [french(line) for line in _basin_lines(basin)]
    return {"title": text(basin["name"]), **basin_parts(minutes, told, limit, most)}


def _basin_lines(basin: Mapping[str, Any]) -> Iterable[str]:
    """minutes None: out of reach. mode, share, projects None: nothing is said of them."""
    minutes, share, projects = basin["minutes"], basin["share"], basin["projects"]
    if minutes is None:
        yield say("card.reach.away")
    else:
        mode = optional(basin.get("mode"))
        yield " ".join([say("card.reach.minutes", minutes=minutes), *([mode] if mode else [])])
    if minutes is not None and share is not None:
        yield say("card.reach.share", count=round(100 * share))
    if projects is not None:
        yield say_count("card.reach.projects", whole(projects), figure=in_figures(projects))


def kept(custom: Mapping[str, Any]) -> dict[str, Any]:
    """Which jobs are kept now: cards shown before follow."""
    return {"type": "kept", "rome_codes": texts(custom["rome_codes"])}


def own_page(url: Any) -> str | None:
    """The path of a page of this server, as it stands; None for anything else."""
    return url if isinstance(url, str) and _OWN_PAGE.fullmatch(url) else None


def safe_url(url: Any) -> str | None:
    """An https address without credentials, as it stands; None for anything else.

    Addresses come from outside: a link never runs a script, and never shows a name that hides
    where it leads.
    """
    if not isinstance(url, str) or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_plain = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    return url if is_plain and "\\" not in url else None


def heard(message: Mapping[str, Any]) -> str | None:
    """What a message sounds like: its words, then what can be seen or answered. None: nothing is
    said of it, or its text as it stands."""
    names = ", ".join(_names(message))
    kind = message["type"]
    if kind in ("picture", "scene", "pictures"):
        facts = {**message, "count": len(message.get("options", ()))}
        facts["text"] = message.get("description")
        return say(f"web.heard.{kind}", **facts)
    if kind == "text" and names:
        return say("web.heard.answers", text=message["text"], names=names)
    if names and kind != "text":
        title = message.get("title") or message.get("labels", {}).get("list")
        title = title or say("web.heard.untitled")
        return say("web.heard.list", title=title, names=names)
    return None


def _names(message: Mapping[str, Any]) -> Iterable[str]:
    if message["type"] == "comparison":
        return list(message["columns"])
    kinds = ("cards", "items", "options", "links", "buttons")
    return [one["title"] for kind in kinds for one in message.get(kind, ())]
