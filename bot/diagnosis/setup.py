"""Versions, settings, the trained model and the pictures."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version

from bot import tensorflow_standin, training
from bot.adapters import picture_files
from bot.diagnosis.finding import Finding
from bot.settings import ROOT, SETTINGS, Settings

_READ_BY_TESTS = {"DECLIC_REQUIRE_ALL", "DECLIC_REFERENCE"}
_SECRET_ENDINGS = ("_SECRET", "_TOKEN", "_TRAVAIL_ID")
_NEEDS_TENSORFLOW = re.compile(r"name:\s*[\"']?(DIETClassifier|TEDPolicy|ResponseSelector)\b")


def versions() -> Iterator[Finding]:
    """Versions of what a bug report needs."""
    python = platform.python_version()
    if python.startswith("3.10."):
        yield Finding("Python", "ok", python)
    else:
        yield Finding("Python", "fault", python, "Il faut Python 3.10 : lancez make run.")
    for name, package in (("Déclic", "declic"), ("Rasa", "rasa"), ("SQLAlchemy", "sqlalchemy")):
        yield Finding(name, "ok", version(package))
    yield _tensorflow()


def given_settings(environment: Mapping[str, str] | None = None) -> Iterator[Finding]:
    """Each DECLIC_ variable with its value or its default; misspelt ones are told."""
    environment = os.environ if environment is None else environment
    for setting in SETTINGS:
        given = environment.get(setting.name, "").strip()
        value = masked(setting.name, given) if given else f"{setting.default or 'vide'} (défaut)"
        yield Finding(setting.name, "ok", value)
    known = {setting.name for setting in SETTINGS} | _READ_BY_TESTS
    for name in sorted(environment):
        if name.startswith("DECLIC_") and name not in known:
            yield Finding(name, "attention", "réglage inconnu", "Vérifiez son orthographe.")


def model(settings: Settings) -> Iterator[Finding]:
    """Whether the model that matches the sources has been trained."""
    path = training.model_path(settings)
    if path.exists():
        yield Finding("Modèle", "ok", path.name)
    else:
        advice = "Lancez make train ; make run le fait aussi."
        yield Finding("Modèle", "attention", "à entraîner", advice)


def pictures(settings: Settings) -> Iterator[Finding]:
    """Whether the deck of the settings can be used; else the bundled one is shown."""
    deck, problems = picture_files.read_all(settings.pictures)
    if deck is None or problems:
        value = f"{settings.pictures} ne convient pas, celles de Déclic sont montrées"
        advice = f"Lancez declic pictures check {settings.pictures}"
        yield Finding("Images", "attention", value, advice)
    else:
        yield Finding("Images", "ok", f"{len(deck.pictures)} dans {settings.pictures}")


def masked(name: str, value: str) -> str:
    """The value without its secrets: the whole of a key, the password in a URL."""
    if name.endswith(_SECRET_ENDINGS):
        return "***"
    value = re.sub(r"(://[^/@]*?:)[^/]*@", r"\1***@", value)
    return re.sub(r"([?&]password=)[^&]*", r"\1***", value)


def _tensorflow() -> Finding:
    if not tensorflow_standin.is_standing_in():
        return Finding("TensorFlow", "ok", "installé")
    needing = _NEEDS_TENSORFLOW.search((ROOT / "config.yml").read_text(encoding="utf-8"))
    if needing:
        value = f"absent, mais config.yml utilise {needing.group(1)}"
        return Finding("TensorFlow", "fault", value, "Lancez make tensorflow.")
    return Finding("TensorFlow", "ok", "remplacé par bot/tensorflow_standin.py")
