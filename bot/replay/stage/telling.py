"""The steps of a story in words, for the list beside the conversation."""

from __future__ import annotations

from collections.abc import Iterator

from bot.replay.comparing import told
from bot.replay.story import (
    ALL,
    ANY,
    END,
    EXACT,
    FIRST,
    PATTERN,
    WITHOUT,
    AsPersona,
    ButtonsCheck,
    Check,
    KeptCheck,
    Menu,
    Pick,
    Press,
    Say,
    Saying,
    Step,
    TextCheck,
)


def lead(step: Step) -> str:
    """Who speaks; "" when the step only looks at the screen."""
    return step.speaker if step.saying is not None or step.until is not None else ""


def words(step: Step) -> str:
    """What is done at this step."""
    if step.until is not None:
        return f"répond jusqu’à {'la fin' if step.until == END else f'« {step.until} »'}"
    if step.saying is None:
        return "vérifie l’écran"
    return _said(step.saying)


def _said(saying: Saying) -> str:
    if isinstance(saying, Say):
        return f"écrit « {saying.text} »" if saying.text else "envoie un message vide"
    if isinstance(saying, Press):
        return f"touche [{saying.title}]"
    if isinstance(saying, Pick):
        return f"choisit les images {', '.join(map(str, saying.numbers))}"
    if isinstance(saying, Menu):
        return f"choisit « {saying.command} » dans le menu"
    if isinstance(saying, AsPersona):
        return f"répond comme son persona à « {saying.question or 'la question posée'} »"
    if saying.word:
        return "coche la première case" if saying.word == FIRST else "garde les cases proposées"
    return f"coche {', '.join(f'[{title}]' for title in saying.titles) or 'rien de tout cela'}"


def checked(step: Step) -> list[str]:
    """What is checked after it."""
    return [line for check in step.checks for line in _check(check)]


def _check(check: Check) -> Iterator[str]:
    if isinstance(check, TextCheck):
        yield f"{_HOW.get(check.how, 'Déclic dit')} {_or(check.texts)}"
    elif isinstance(check, ButtonsCheck):
        shown = ", ".join(f"[{title}]" for title in check.titles)
        yield f"{_BUTTONS.get(check.how, 'il y a')} {shown}"
    elif isinstance(check, KeptCheck):
        yield f"{check.name} = {told(check.expected)}"
    else:
        count = "au moins une ligne" if check.count is None else f"{check.count} ligne(s)"
        yield f"{count} dans {check.table}"


def _or(texts: tuple[str, ...]) -> str:
    return " ou ".join(f"« {text} »" for text in texts)


_HOW = {
    EXACT: "Déclic dit exactement",
    PATTERN: "Déclic suit le motif",
    ANY: "Déclic dit",
    WITHOUT: "Déclic ne dit pas",
}
_BUTTONS = {ALL: "il y a seulement", WITHOUT: "il n’y a pas"}
