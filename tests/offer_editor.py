"""What an editor does at the console with an offer, as a browser would send it."""

from __future__ import annotations

import re
from html import unescape

from tests.integration.console.conftest import Chair

QUEUE = "/console/offres"
PERMIT = "aura-permis-200"
HERE = f"{QUEUE}/{PERMIT}"
Fields = dict[str, list[str]]


def fields_on(page: str) -> Fields:
    """What a browser would send of the form of an offer."""
    found: Fields = {}
    form = page[page.index('class="offer-form"') :]
    for tag in re.findall(r"<input [^>]*>", form):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if told.get("type") == "checkbox" and not re.search(r"\bchecked\b", tag):
            continue
        found.setdefault(told["name"], []).append(unescape(told.get("value", "")))
    for name, text in re.findall(
        r'<textarea [^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S
    ):
        found.setdefault(name, []).append(unescape(text))
    for name, options in re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        values = re.findall(r'<option value="([^"]*)"( selected)?', options)
        chosen = [value for value, is_selected in values if is_selected]
        found.setdefault(name, []).append((chosen or [values[0][0]])[0])
    found.pop("csrf", None)
    return found


def typed(chair: Chair, which: str = PERMIT, act: str = "", **changes: str | list[str]) -> str:
    """Types into the form of an offer and presses a button; the page that follows."""
    path = f"{QUEUE}/{which}/modifier"
    fields = fields_on(chair.get(path).text)
    for name, text in changes.items():
        fields[name.replace("__", "-")] = [text] if isinstance(text, str) else text
    answer = chair.post(path, {**fields, "act": act}, on=path)
    assert answer.status_code == 200, answer.text
    return answer.text


def published(chair: Chair, offer_id: str = PERMIT, why: str = "la page dit 300 €") -> str:
    """Reads the preview and publishes; the page that follows."""
    path = f"{QUEUE}/{offer_id}/apercu"
    page = chair.get(path).text
    seen = re.search(r'name="seen" value="(\w+)"', page)
    fields: dict[str, str | list[str]] = {"why": why, "seen": seen.group(1) if seen else ""}
    return chair.post(f"{QUEUE}/{offer_id}/publier", fields, on=path).text
