"""The house stays as designed: who imports whom, what the core leaves alone, what must exist."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NUMERIC = frozenset({"numpy", "scipy", "sklearn", "rapidfuzz"})
PURE_STDLIB = frozenset(
    "__future__ abc bisect collections copy dataclasses datetime decimal difflib enum fractions "
    "functools hashlib heapq itertools math operator re statistics string textwrap types typing "
    "unicodedata".split()
)
OUTSIDE_WORLD = frozenset("os pathlib random shutil socket sqlite3 subprocess time urllib".split())


@dataclass(frozen=True)
class Layer:
    """What the files below `folder` may import: top-level packages, and parts of the project."""

    folder: str
    packages: frozenset[str] | None = None
    parts: tuple[str, ...] = ()
    refused: frozenset[str] = field(default=frozenset())
    is_pure: bool = False

    def allows(self, module: str) -> bool:
        """`module` is a full dotted name, such as `bot.adapters.sql.engine`."""
        top = module.partition(".")[0]
        if top in ("bot", "actions"):
            return any(f"{module}.".startswith(f"{part}.") for part in self.parts)
        return top not in self.refused and (self.packages is None or top in self.packages)


STDLIB = frozenset(sys.stdlib_module_names)
RASA = frozenset({"rasa", "rasa_sdk"})
LAYERS = (
    Layer("bot/orientation", PURE_STDLIB | NUMERIC, ("bot.orientation",), is_pure=True),
    Layer(
        "bot/evaluation",
        PURE_STDLIB | NUMERIC,
        ("bot.orientation", "bot.evaluation"),
        is_pure=True,
    ),
    Layer(
        "bot/services",
        (STDLIB - OUTSIDE_WORLD) | NUMERIC,
        ("bot.orientation", "bot.services"),
    ),
    Layer(
        "bot/adapters",
        parts=("bot.orientation", "bot.services", "bot.adapters", "bot.settings"),
        refused=RASA | {"starlette", "click"},
    ),
    Layer(
        "bot/web",
        parts=tuple(f"bot.{part}" for part in ("orientation", "services", "adapters", "web"))
        + ("bot.settings", "bot.secret", "bot.traces", "bot.wiring", "bot.logs"),
        refused=RASA,
    ),
    # The pages of the bench show what the replay keeps; what plays is a process of its own.
    Layer(
        "bot/web/console/bench",
        parts=tuple(f"bot.{part}" for part in ("orientation", "services", "adapters", "web"))
        + ("bot.replay", "bot.settings", "bot.secret", "bot.traces", "bot.wiring", "bot.logs"),
        refused=RASA,
    ),
    Layer(
        "bot/replay",
        parts=tuple(f"bot.{part}" for part in ("orientation", "services", "adapters", "web"))
        + tuple(f"bot.{part}" for part in ("rasa_process", "channel", "replay", "wiring"))
        + ("bot.settings", "bot.preparation", "bot.checks", "bot.processes", "bot.training")
        + ("bot.watch_hint",),
        refused=frozenset({"click", "starlette", "rasa_sdk"}),
    ),
    Layer(
        "actions",
        STDLIB | {"rasa_sdk"},
        ("actions", "bot.orientation", "bot.services", "bot.wiring"),
    ),
    # Everything else of the product: anything but the actions.
    Layer("bot", parts=("bot",)),
)
HOUSE = """
README.md CONTRIBUTING.md CHANGELOG.md LICENSE Makefile pyproject.toml uv.lock .python-version
config.yml domain.yml endpoints.yml credentials.yml
bot/orientation bot/services bot/adapters/sql bot/adapters/official_files bot/web bot/web/static
bot/web/templates bot/channel.py bot/cli.py bot/settings.py bot/wiring.py
bot/replay actions data/nlu data/rules data/stories data/catalogue/SOURCES.md models/README.md
tests/unit tests/integration tests/actions tests/conversations tests/replays tests/browser
deploy docs/decisions .ci/run
""".split()
MACHINE_PATHS = ("/" + "work/", "/" + "root/", "/" + "home/")


def modules_imported(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules; `from package import name` gives `package.name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def impurities(tree: ast.AST) -> Iterator[str]:
    """Calls that read a file, the clock, or chance without a seed."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            seeded = name.endswith("default_rng") and (node.args or node.keywords)
            if name.split(".")[-1] in ("open", "now", "today", "utcnow", "print", "input"):
                yield f"calls {name}()"
            elif ".random." in name and not seeded:
                yield f"calls {name}() without a seed"


def faults(layer: Layer, source: str) -> list[str]:
    tree = ast.parse(source)
    refused = [f"imports {name}" for name in modules_imported(tree) if not layer.allows(name)]
    return refused + (list(impurities(tree)) if layer.is_pure else [])


def layer_named(folder: str) -> Layer:
    return next(layer for layer in LAYERS if layer.folder == folder)


def files_of(layer: Layer) -> Iterator[Path]:
    """Those below its folder, but for those of a layer that lies in it."""
    for path in sorted((ROOT / layer.folder).rglob("*.py")):
        inner = (ROOT / one.folder for one in LAYERS if one.folder.startswith(f"{layer.folder}/"))
        # Whatever holds for all of the product holds for its parts too.
        if layer.folder == "bot" or not any(path.is_relative_to(folder) for folder in inner):
            yield path


def test_every_file_imports_only_what_its_layer_may() -> None:
    found = []
    for layer in LAYERS:
        for path in files_of(layer):
            wrong = faults(layer, path.read_text(encoding="utf-8"))
            found += [f"{path.relative_to(ROOT)} {fault}" for fault in wrong]
    assert found == []


@pytest.mark.parametrize(
    ("folder", "source"),
    [
        pytest.param("bot/orientation", "import os", id="the core asks the system"),
        pytest.param("bot/orientation", "import time", id="the core reads the clock"),
        pytest.param("bot/orientation", "import random", id="the core uses chance"),
        pytest.param("bot/orientation", "from rasa.core import agent", id="the core knows Rasa"),
        pytest.param("bot/orientation", "import sqlalchemy as sa", id="the core knows SQL"),
        pytest.param("bot/orientation", "from bot.services import profile", id="core to services"),
        pytest.param("bot/orientation", "from bot import adapters", id="core to adapters, short"),
        pytest.param("bot/orientation", "def f():\n    import requests", id="hidden in a function"),
        pytest.param("bot/orientation", "open('x')", id="the core opens a file"),
        pytest.param("bot/orientation", "date.today()", id="the core asks for the day"),
        pytest.param("bot/orientation", "np.random.rand(3)", id="chance without a seed"),
        pytest.param("bot/orientation", "np.random.default_rng()", id="generator without a seed"),
        pytest.param("bot/services", "from bot.adapters.sql import engine", id="services to SQL"),
        pytest.param("bot/services", "from bot.web import app", id="services to the web"),
        pytest.param("bot/services", "import httpx", id="services to HTTP"),
        pytest.param("bot/adapters", "from bot import wiring", id="adapters to wiring"),
        pytest.param("bot/adapters", "from bot.web.app import create_app", id="adapters to web"),
        pytest.param("bot/web", "from rasa.core.agent import Agent", id="the web loads Rasa"),
        pytest.param("bot/web", "from bot.channel import read_message", id="web to Rasa's channel"),
        pytest.param("bot/web", "from bot.replay import story", id="the web to the replay"),
        pytest.param("bot/web/console/bench", "from rasa.core import agent", id="bench to Rasa"),
        pytest.param("bot/replay", "from bot.commands import serve", id="the replay to commands"),
        pytest.param("bot/replay", "from actions.forms import validate", id="replay to actions"),
        pytest.param("actions", "from bot.adapters.sql import sessions", id="actions to SQL"),
        pytest.param("bot", "from actions.forms import read", id="somebody imports actions"),
        pytest.param("bot", "import actions", id="somebody imports actions, short"),
    ],
)
def test_a_wrong_import_or_call_is_found(folder: str, source: str) -> None:
    assert faults(layer_named(folder), source)


@pytest.mark.parametrize(
    ("folder", "source"),
    [
        pytest.param("bot/orientation", "import numpy.typing as npt", id="numbers in the core"),
        pytest.param("bot/orientation", "np.random.default_rng(7)", id="chance with a seed"),
        pytest.param("bot/services", "from bot.orientation.job import Job", id="inwards"),
        pytest.param("bot", "from bot.commands import serve", id="commands"),
    ],
)
def test_a_right_import_or_call_is_accepted(folder: str, source: str) -> None:
    assert faults(layer_named(folder), source) == []


def test_the_web_app_starts_without_rasa() -> None:
    """Also through what its modules import in their turn."""
    look = "import sys, bot.web.app; print([name for name in sys.modules if name == 'rasa'])"
    told = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, check=True)
    assert told.stdout.decode().strip() == "[]"


def test_every_room_of_the_house_exists() -> None:
    assert [name for name in HOUSE if not (ROOT / name).exists()] == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        found += [f"{name}: {place}" for place in MACHINE_PATHS if place.encode() in content]
    assert found == []
