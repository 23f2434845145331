"""A model that does not fit the code of today is refused, with its reason."""

from __future__ import annotations

import io
import json
import tarfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.replay.runs.archives import archives, chosen_model
from bot.replay.runs.facts import WrongData
from bot.settings import ROOT, Settings
from bot.training import model_path

DOMAIN = YAML(typ="safe", pure=False).load((ROOT / "domain.yml").read_text(encoding="utf-8"))


def without(part: str, name: str) -> dict[str, Any]:
    left = DOMAIN[part]
    left = (
        {key: one for key, one in left.items() if key != name}
        if isinstance(left, dict)
        else [one for one in left if one != name]
    )
    assert len(left) == len(DOMAIN[part]) - 1
    return {**DOMAIN, part: left}


def archive(path: Path, domain: dict[str, Any], made_with: str = version("rasa")) -> None:
    told = {"domain": domain, "trained_at": "2026-11-20T08:00:00", "model_id": "x"}
    content = json.dumps({**told, "rasa_open_source_version": made_with}, default=str).encode()
    with tarfile.open(path, "w:gz") as file:
        member = tarfile.TarInfo("metadata.json")
        member.size = len(content)
        file.addfile(member, io.BytesIO(content))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.from_environment({"DECLIC_MODELS": str(tmp_path)})


@pytest.mark.parametrize(
    ("domain", "made_with", "reason"),
    [
        pytest.param(without("slots", "licence"), version("rasa"), "la case licence", id="a slot"),
        pytest.param(
            without("responses", "utter_address_found"),
            version("rasa"),
            "utter_address",
            id="a text",
        ),
        pytest.param(without("intents", "affirm"), version("rasa"), "affirm", id="an intent"),
        pytest.param(DOMAIN, "2.8.0", "Rasa 2.8.0", id="another Rasa"),
    ],
)
def test_a_model_of_another_version_is_refused(
    settings: Settings, domain: dict[str, Any], made_with: str, reason: str
) -> None:
    archive(settings.models / "declic-0123.tar.gz", domain, made_with)
    (found,) = archives(settings)
    assert reason in (found.refusal or "") and found.fingerprint == "0123"
    with pytest.raises(WrongData, match="declic-0123"):
        chosen_model(settings, found.name)


def test_what_is_no_model_is_refused_and_one_that_fits_may_play(settings: Settings) -> None:
    (settings.models / "broken.tar.gz").write_bytes(b"no archive")
    more = {**DOMAIN, "intents": [*DOMAIN["intents"], "of_yesterday"]}
    archive(settings.models / "declic-0456.tar.gz", more)
    first, second = archives(settings)
    assert (first.name, first.refusal) == ("declic-0456.tar.gz", None)
    assert "lire" in (second.refusal or "")
    assert chosen_model(settings, first.name) == settings.models / first.name


def test_the_model_of_the_sources_is_told_and_taken_when_none_is_named(settings: Settings) -> None:
    with pytest.raises(WrongData, match="make train"):
        chosen_model(settings, None)
    archive(model_path(settings), {})
    (found,) = archives(settings)
    assert found.is_current and found.refusal is None
    assert chosen_model(settings, None) == model_path(settings)
    with pytest.raises(WrongData, match="plus là"):
        chosen_model(settings, "../declic.tar.gz")
