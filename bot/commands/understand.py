"""`declic understand "texte"`: what Rasa understands of a sentence."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import click

from bot.settings import Settings


@click.command()
@click.argument("text", metavar="TEXTE")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(text: str, as_json: bool) -> None:
    """Show the intent, its confidence and the entities of a sentence.

    Exit code: 0 understood, 1 not understood, 2 usage or no model.
    """
    from bot.rasa_process.local_agent import NoModel

    try:
        parsed = asyncio.run(_parse(text))
    except NoModel as error:
        raise click.UsageError(str(error)) from error
    click.echo(json.dumps(parsed, ensure_ascii=False, indent=2) if as_json else _as_text(parsed))
    raise SystemExit(1 if parsed["intent"] == "nlu_fallback" else 0)


async def _parse(text: str) -> dict[str, Any]:
    from bot.rasa_process.local_agent import open_agent

    agent = await open_agent(Settings.from_environment(), in_memory=True)
    parsed = await agent.parse_message(text.lstrip("/ "))
    return {
        "text": text,
        "intent": parsed["intent"]["name"],
        "confidence": round(parsed["intent"]["confidence"], 3),
        "entities": parsed["entities"],
        "ranking": [
            {"intent": other["name"], "confidence": round(other["confidence"], 3)}
            for other in parsed.get("intent_ranking", [])[:5]
        ],
    }


def _as_text(parsed: dict[str, Any]) -> str:
    ranking = ", ".join(f"{r['intent']} {r['confidence']:.2f}" for r in parsed["ranking"])
    entities = ", ".join(f"{e['entity']}={e['value']}" for e in parsed["entities"]) or "none"
    return (
        f"intent      {parsed['intent']} ({parsed['confidence']:.2f})\n"
        f"entities    {entities}\n"
        f"ranking     {ranking}"
    )
