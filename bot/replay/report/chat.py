"""A conversation as bubbles: what was said, what could be pressed, what was kept, what differs."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from bot.replay.record import Difference, StoryRecord, Trace, TurnRecord
from bot.replay.report.labels import kept_in_words
from bot.replay.screen import Screen, card_text
from bot.replay.story import ADVISOR, CANDIDATE

NAMES = {CANDIDATE: "La personne", ADVISOR: "La conseillère ou le conseiller"}


def turns(record: StoryRecord) -> str:
    """Every turn; of its choices, those that the next turn pressed are marked."""
    told = [*record.turns, None]
    return "\n".join(
        _turn(record, number, turn, told[number + 1]) for number, turn in enumerate(record.turns)
    )


def _turn(record: StoryRecord, number: int, turn: TurnRecord, following: TurnRecord | None) -> str:
    pressed = set((following.said or "").split(", ")) if following else set()
    pressed |= {following.said or ""} if following else set()
    messages = "\n".join(_message(message, pressed) for message in turn.messages)
    wrong = "\n".join(difference(one, record.path) for one in turn.differences)
    refused = f'<p class="refused">Refusé : {escape(turn.refusal)}</p>' if turn.refusal else ""
    state = ' class="wrong"' if turn.differences else ""
    return f"""<li{state} id="h-{escape(record.name)}-{number}">
{_said(turn)}{refused}
{messages}
{_kept(turn)}
{wrong}
{_source(turn)}
</li>"""


def _said(turn: TurnRecord) -> str:
    if turn.said is None:
        return ""
    text = escape(turn.said) or "<em>(un message vide)</em>"
    side = "advisor" if turn.speaker == ADVISOR else "person"
    name = f'<span class="name">{NAMES[turn.speaker]}</span>'
    return f'<div class="bubble {side}">{name}{_lines(text)}</div>'


def _lines(escaped: str) -> str:
    return escaped.replace("\n", "<br>")


def _message(message: Mapping[str, Any], pressed: set[str]) -> str:
    screen = Screen([message])
    if message["type"] == "progress":
        return _progress(message)
    if message["type"] == "cards":
        words = "".join(_card(card, pressed) for card in message["cards"])
        return f'<div class="cards">{words}</div>'
    text = _lines(escape(screen.text))
    bubble = f'<div class="bubble bot"><span class="name">Déclic</span>{text}</div>' if text else ""
    ticks = "".join(_chip(o.title, pressed, "☑" if o.is_ticked else "☐") for o in screen.options)
    none = [screen.none] if screen.none else []
    chips = ticks + "".join(_chip(one.title, pressed) for one in (*none, *screen.buttons))
    return bubble + (f'<ul class="chips">{chips}</ul>' if chips else "")


def _progress(message: Mapping[str, Any]) -> str:
    if message["step"] is None:
        return ""
    return f'<p class="progress">Question {message["step"]} sur {message["total"]}</p>'


def _chip(title: str, pressed: set[str], tick: str = "") -> str:
    is_pressed = title in pressed
    mark = "✓ " if is_pressed else f"{tick} " if tick else ""
    note = '<span class="hidden">choisi : </span>' if is_pressed else ""
    state = ' class="pressed"' if is_pressed else ""
    return f"<li{state}>{note}{mark}{escape(title)}</li>"


def _card(card: Mapping[str, Any], pressed: set[str]) -> str:
    first, summary, *rest = card_text(card).split("\n")
    told = _lines(escape("\n".join(rest)))
    facts = f"<details><summary>Toute la carte</summary><p>{told}</p></details>"
    chips = "".join(_chip(one["title"], pressed) for one in card["buttons"])
    buttons = f'<ul class="chips">{chips}</ul>' if chips else ""
    lead = f'<p class="job">{escape(first)}</p><p>{escape(summary)}</p>'
    return f'<div class="card">{lead}{facts}{buttons}</div>'


def _kept(turn: TurnRecord) -> str:
    told = "".join(
        f"<span><b>{escape(label)}</b> {escape(value)}</span>"
        for label, value in kept_in_words(turn.kept)
    )
    return f'<p class="kept"><span class="lead">Retenu :</span> {told}</p>' if told else ""


def difference(found: Difference, path: str) -> str:
    """What was expected beside what came, with the place where it is written."""
    place = ""
    if found.place:
        file = "" if str(found.place.path) == path else f"{found.place.path}, "
        place = f'<p class="place">{escape(file)}ligne {found.place.line} de l’histoire</p>'
    return f"""<div class="difference"><dl>
<dt>Attendu</dt><dd>{_lines(escape(found.expected))}</dd>
<dt>Reçu</dt><dd>{_lines(escape(found.received))}</dd></dl>{place}</div>"""


def _source(turn: TurnRecord) -> str:
    """How Rasa came to its answer, folded unless the turn differs."""
    rows = "".join(f"<li>{escape(line)}</li>" for line in source_lines(turn.trace))
    if not rows:
        return ""
    is_open = " open" if turn.differences else ""
    lead = f'<details class="source"{is_open}><summary>D’où cela vient</summary>'
    return f"{lead}<ul>{rows}</ul></details>"


def source_lines(trace: Trace) -> list[str]:
    """What was understood, then each rule or form with its action and its texts."""
    lines = []
    if trace.question:
        lines.append(f"Question posée avant : {trace.question}")
    if trace.intent:
        facts = ", ".join(f"{name} = {value}" for name, value in trace.entities)
        how = "un bouton" if trace.payload else f"sûr à {100 * trace.confidence:.0f} %"
        lines.append(f"Compris : {trace.intent} ({how}){f', {facts}' if facts else ''}")
    for one in trace.spoke:
        led = f"Règle « {one.rule} »" if one.rule else f"Choix de {one.policy}"
        texts = f", textes : {', '.join(one.responses)}" if one.responses else ""
        lines.append(f"{led} → {one.action}{texts}")
    return lines
