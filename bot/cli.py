"""The `declic` command."""

from __future__ import annotations

import importlib

import click

COMMANDS = (
    "serve",
    "talk",
    "understand",
    "jobs",
    "match",
    "data",
    "pack",
    "offers",
    "feedback",
    "advisor",
    "pictures",
    "game",
    "live",
    "bench",
    "evaluate",
    "replay",
    "watch",
    "invariance",
    "sentences",
    "purge",
    "doctor",
)


class LazyCommands(click.Group):
    """Loads a command's module only when it is called, so that `declic --help` needs no Rasa."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"bot.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyCommands)
@click.version_option(package_name="declic")
def main() -> None:
    """Déclic: jobs that recruit near you, that you had not thought of."""
