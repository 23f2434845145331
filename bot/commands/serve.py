"""`declic serve`: prepares everything, runs the web app and Rasa, and keeps them running."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from bot import checks, processes, training
from bot.settings import ROOT, SettingError, Settings
from bot.supervisor import CannotKeepRunning, Program, keep_running


class StopRequested(BaseException):
    """The person, or the system, asked the program to stop."""


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port of the web app, instead of DECLIC_PORT."
)
@click.option("--no-train", is_flag=True, help="Fail when the model is not up to date.")
@click.option("--demo", is_flag=True, help="Make a first account when there is none, to try.")
@click.option("--with-parent", is_flag=True, help="Stop when the program that started it ends.")
def command(port: int | None, no_train: bool, demo: bool, with_parent: bool) -> None:
    """Start Déclic (web app, Rasa, actions) and keep it running until Ctrl-C.

    Exit codes: 0 stopped by the user, 1 could not start, 2 wrong usage or setting.
    """
    environment = {**training.rasa_environment(), "PYTHONUNBUFFERED": "1"}
    environment.setdefault("PYTHONWARNINGS", "ignore")  # Rasa's libraries fill the log otherwise
    if port:
        environment["DECLIC_PORT"] = str(port)
    try:
        settings = Settings.from_environment(environment)
    except SettingError as error:
        raise click.UsageError(str(error)) from error
    with _stopped_by_signals():
        if with_parent:
            processes.stop_with_parent()
        try:
            _prepare(settings, environment, no_train)
            told = _first_account(settings, environment) if demo else []
            _run(settings, environment, told)
        except StopRequested:
            _say("Déclic est arrêté.")
        except (checks.CannotStart, training.TrainingFailed, CannotKeepRunning) as error:
            click.echo(str(error), err=True)
            sys.exit(1)


def _prepare(settings: Settings, environment: Mapping[str, str], no_train: bool) -> None:
    checks.check_ports(settings)
    checks.check_folders(settings)
    if no_train and not training.model_path(settings).exists():
        raise checks.CannotStart("Le modèle n'est pas à jour. Lancez : make train")
    _prepare_database(environment)
    training.train_if_needed(settings, _say)


def _prepare_database(environment: Mapping[str, str]) -> None:
    _say("Je prépare la base de données…")
    returned, output = _apart("bot.preparation", environment)
    if returned != 0:
        raise checks.CannotStart(output.strip())


def _apart(module: str, environment: Mapping[str, str]) -> tuple[int, str]:
    """In a process of its own, so that what it loads does not stay in this one: its exit code, and
    what it printed."""
    child = processes.spawn([sys.executable, "-m", module], subprocess.PIPE, environment)
    try:
        output, _ = child.communicate()
    finally:
        processes.stop([child])
    return child.returncode, output.decode(errors="replace")


def _first_account(settings: Settings, environment: Mapping[str, str]) -> list[str]:
    """What to say of it at the end, where it is read; nothing when there were accounts before."""
    returned, output = _apart("bot.demonstration", environment)
    made = output.splitlines()[-1].split() if output.strip() else []
    if returned != 0 or len(made) != 2:
        return []
    login, password = made
    return [
        f"Console d'accompagnement, pour essayer : {settings.web_url}/console",
        f"  identifiant : {login}    mot de passe, pour une seule fois : {password}",
        f"  Il ne sera plus montré. Pour un autre : declic advisor reset {login}",
    ]


def _run(settings: Settings, environment: dict[str, str], told: Sequence[str]) -> None:
    _say("Je démarre le moteur de conversation et le site web…")
    keep_running(programs(settings), environment, _say, lambda: _announce(settings, told))


def programs(settings: Settings) -> tuple[Program, Program]:
    """The two processes of the default house; the actions run inside the first."""
    logs = settings.var / "log"
    rasa_health = f"http://127.0.0.1:{settings.rasa_port}/webhooks/declic/health"
    web_health = f"{settings.web_url}/healthz"
    return (
        Program.module("Le moteur de conversation", "bot.rasa_process", rasa_health, logs),
        Program.module("Le site web", "bot.web", web_health, logs),
    )


def _announce(settings: Settings, told: Sequence[str]) -> None:
    logs = settings.var / "log"
    shown = logs.relative_to(ROOT) if logs.is_relative_to(ROOT) else logs
    _say("")
    _say(f"Déclic est prêt : {settings.web_url}")
    for line in told:
        _say(line)
    _say(f"Pour arrêter : Ctrl-C. Journaux : {shown}")


def _say(line: str) -> None:
    print(line, flush=True)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Turns the first signal to stop into StopRequested; further ones cannot break the clean-up."""
    previous: dict[signal.Signals, Any] = {}
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN:
            continue  # started by nohup
        previous[number] = signal.signal(number, _stopper(previous))
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _stopper(handled: dict[signal.Signals, Any]) -> Callable[[int, Any], None]:
    def stop(_number: int, _frame: Any) -> None:
        for number in handled:
            signal.signal(number, signal.SIG_IGN)
        raise StopRequested

    return stop
