"""Trains the Rasa model when its sources have changed, and only then.

A model is named by the fingerprint of its sources: a file of that name is up to date, whatever
its date. It is trained in a folder beside and moved into place when complete, so that a
half-written model never counts.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from bot import processes
from bot.settings import ROOT, Settings
from bot.watch_hint import watch_hint

TRAINING_DATA = ("data/nlu", "data/rules", "data/stories")
LEARNT_WITH = tuple(
    f"bot/orientation/{name}.py" for name in ("cue_words", "sayings", "sentence_model", "wording")
)
"""What decides how sentences are counted, beside the modules that config.yml names."""
KEPT_MODELS = 3
_SAID_EVERY_SECONDS = 10.0
_LINES_SHOWN = 15
_UNFINISHED = ".training-"


class TrainingFailed(RuntimeError):
    """Rasa could not train; the message ends with the last lines it printed."""


def model_path(settings: Settings) -> Path:
    """The model that matches the sources as they are now, whether it has been trained or not."""
    return settings.models / f"declic-{fingerprint(ROOT)}.tar.gz"


def train_if_needed(settings: Settings, say: Callable[[str], None]) -> Path:
    """The up-to-date model, trained first when it is missing. Raises TrainingFailed."""
    model = model_path(settings)
    if not model.exists():
        started = time.monotonic()
        say("J'entraîne le modèle de conversation (moins d'une minute)…")
        _train(model, say)
        say(f"Modèle prêt en {time.monotonic() - started:.0f} s.")
        if hint := watch_hint(settings):
            say(hint)
        _remove_old(settings.models)
    return model


def fingerprint(root: Path) -> str:
    """Twelve hex digits that change when the configuration, the domain, the training data, the
    project's own Rasa components or Rasa itself change."""
    digest = hashlib.sha256(version("rasa").encode())
    for path in _sources(root):
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _sources(root: Path) -> Iterator[Path]:
    yield root / "config.yml"
    yield root / "domain.yml"
    for folder in TRAINING_DATA:
        yield from sorted((root / folder).rglob("*.yml"))
    yield from _own_components(root)
    yield from (root / name for name in LEARNT_WITH if (root / name).exists())


def _own_components(root: Path) -> Iterator[Path]:
    """Modules of components that config.yml names by path, such as `bot.nlu.spelling.Speller`."""
    config = (root / "config.yml").read_text(encoding="utf-8")
    for module in sorted(set(re.findall(r"name:\s*[\"']?(bot(?:\.\w+)+)\.\w+", config))):
        path = root.joinpath(*module.split("."))
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def _train(model: Path, say: Callable[[str], None]) -> None:
    model.parent.mkdir(parents=True, exist_ok=True)
    _remove_interrupted(model.parent)
    prefix = f"{_UNFINISHED}{os.getpid()}-"
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=prefix) as folder:
        output = Path(folder) / "output"
        code = _run_rasa(model, Path(folder), output, say)
        trained = Path(folder) / model.name
        if code != 0 or not trained.exists():
            last = output.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES_SHOWN:]
            raise TrainingFailed("\n".join(["L'entraînement du modèle a échoué :", *last]))
        trained.replace(model)


def _run_rasa(model: Path, folder: Path, output: Path, say: Callable[[str], None]) -> int:
    with output.open("wb") as log:
        child = processes.spawn(_command(model, folder), log, rasa_environment())
        try:
            return _wait(child, say)
        finally:
            processes.stop([child])


def _command(model: Path, folder: Path) -> list[str]:
    name = model.name.removesuffix(".tar.gz")
    rasa_train = [sys.executable, "-m", "rasa", "train", "--out", str(folder)]
    return [*rasa_train, "--fixed-model-name", name, "--data", *TRAINING_DATA]


def rasa_environment() -> dict[str, str]:
    """This process's environment, plus: no telemetry, no banner about SQLAlchemy 2.0."""
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    return {**os.environ, **quiet}


def _wait(child: subprocess.Popen[bytes], say: Callable[[str], None]) -> int:
    started = time.monotonic()
    while True:
        try:
            return child.wait(_SAID_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            say(f"… {time.monotonic() - started:.0f} s")


def _remove_old(models: Path) -> None:
    """Leaves the last models: going back to the sources of one of them needs no training."""
    trained = sorted(models.glob("declic-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for path in trained[:-KEPT_MODELS]:
        path.unlink(missing_ok=True)


def _remove_interrupted(models: Path) -> None:
    """Removes what a training that was killed has left, unless that training still runs."""
    for folder in models.glob(f"{_UNFINISHED}*"):
        owner = int(folder.name.removeprefix(_UNFINISHED).split("-")[0])
        if not processes.is_running(owner):
            shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """`python -m bot.training`: trains if needed; with --path it only prints the model's path."""
    settings = Settings.from_environment()
    if "--path" in sys.argv[1:]:
        print(model_path(settings))
        return 0
    try:
        train_if_needed(settings, lambda line: print(line, flush=True))
    except TrainingFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
