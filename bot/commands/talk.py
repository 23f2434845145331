"""`declic talk`: the conversation in the terminal, with the real Rasa and the real actions."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

import click

from bot.commands.talk_text import as_text, buttons_of
from bot.services.choices import payload
from bot.settings import Settings

Choice = tuple[str, str]
HELP = "(Écrivez votre réponse, ou le numéro d’un choix ; « q » pour quitter.)"


@click.command()
def command() -> None:
    """Talk with Déclic in the terminal. Nothing is kept: the conversation lives in this process.

    Exit code: 0, or 2 when no trained model matches the sources.
    """
    from bot.rasa_process.local_agent import NoModel

    try:
        asyncio.run(_talk())
    except NoModel as error:
        raise click.UsageError(str(error)) from error
    except (EOFError, KeyboardInterrupt, click.Abort):
        click.echo("\nÀ bientôt !")


async def _talk() -> None:
    from bot import wiring
    from bot.channel import MAX_TEXT
    from bot.rasa_process.local_agent import open_agent
    from bot.services.ports import ForgetfulBox

    click.echo("Déclic se prépare…")
    wiring.use_team_box(ForgetfulBox())
    agent = await open_agent(Settings.from_environment(), in_memory=True)
    click.echo(HELP)
    conversation = secrets.token_hex(16)
    said: dict[str, Any] = {"payload": "/greet"}
    while True:
        messages = await _turn(agent, conversation, said)
        choices: list[Choice] = []
        for message in messages:
            choices += show(message, len(choices), click.echo)
        text = click.prompt("Vous", prompt_suffix=" > ").strip()
        if text.lower() == "q":
            return
        if len(text) > MAX_TEXT:
            click.echo(f"(C’est trop long : {MAX_TEXT} caractères au plus.)")
            said = {"payload": "/resume"}
            continue
        said = what_was_said(text, choices)


async def _turn(agent: Any, conversation: str, said: dict[str, Any]) -> list[dict[str, Any]]:
    from bot.channel import read_message

    body = {"conversation_id": conversation, "message_id": secrets.token_hex(8), **said}
    message = read_message(body)
    await agent.handle_message(message)
    return list(message.output_channel.messages)


def what_was_said(text: str, choices: list[Choice]) -> dict[str, Any]:
    """Numbers of shown choices become their payload ("1, 3" where several are allowed)."""
    numbers = [int(n) for n in text.replace(",", " ").split()] if _is_numbers(text) else []
    if not numbers or not all(1 <= n <= len(choices) for n in numbers):
        return {"text": text}
    chosen = [choices[n - 1] for n in numbers]
    if chosen[0][1].startswith("/"):
        return {"payload": chosen[0][1], "title": chosen[0][0]}
    question = chosen[0][1].partition("=")[0]
    values = [value.partition("=")[2] for _, value in chosen]
    values = [value for value in values if value]
    title = ", ".join(title for title, _ in chosen)
    return {"payload": payload("answer", question=question, values=values), "title": title}


def _is_numbers(text: str) -> bool:
    return bool(text) and text.replace(",", " ").replace(" ", "").isdecimal()


def show(message: dict[str, Any], already: int, say: Callable[[str], Any]) -> list[Choice]:
    """Prints one message of the bot; returns its choices, numbered after the `already` shown."""
    custom = message.get("custom") or {}
    choices: list[Choice] = [(b["title"], b["payload"]) for b in message.get("buttons", ())]
    if message.get("text"):
        say(f"\nDéclic > {message['text']}")
    if custom.get("type") == "progress":
        say(f"\n[{custom['step']} sur {custom['total']}]")
    if custom.get("type") in ("picture", "scene"):
        say(f"\n[{custom['number']}. {custom['title']}]")
    if custom.get("type") in ("multiple", "pictures"):
        question = custom["question"]
        choices += [(_option_title(o), f"{question}={o['value']}") for o in custom["options"]]
        choices.append((custom["none_title"], f"{question}="))
    if text := as_text(custom):
        say(text)
    choices += buttons_of(custom)
    for number, (title, _) in enumerate(choices, start=already + 1):
        say(f"   {number}. {title}")
    return choices


def _option_title(option: dict[str, Any]) -> str:
    """A picture is told by what it shows."""
    return " — ".join(option[part] for part in ("title", "description") if part in option)
