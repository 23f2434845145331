"""deploy/bootstrap.sh on machines where something is missing: one clear sentence each time.

Each test runs the real script in a copy of the project, on a PATH that holds only what it chooses.
The set-up that succeeds is what `.ci/run` does on a clean clone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = ("uv.lock", "pyproject.toml", ".python-version")
COPIED = (*SOURCES, "deploy/bootstrap.sh", "Makefile")
TOOLS = "awk cat cksum df dirname env grep head kill mkdir printf rm sh sleep tail make".split()
NOWHERE = "http://127.0.0.1:1"
OFFLINE = {
    "HTTPS_PROXY": NOWHERE,
    "UV_HTTP_RETRIES": "0",
    "UV_PYTHON_INSTALL_MIRROR": NOWHERE,
    "PIP_INDEX_URL": NOWHERE,
    "PIP_RETRIES": "0",
}


@dataclass
class Machine:
    """A machine with nothing but POSIX tools, no network, and the project's set-up files."""

    project: Path
    programs: Path
    environment: dict[str, str] = field(default_factory=dict)

    def has(self, name: str, program: str | Path) -> None:
        (self.programs / name).symlink_to(program)

    def answers(self, name: str, script: str) -> None:
        """Puts a stand-in for a program: what this machine's own would answer."""
        path = self.programs / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def bootstrap(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "deploy/bootstrap.sh"],
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    project, programs, home = tmp_path / "declic", tmp_path / "bin", tmp_path / "home"
    for folder in (project / "deploy", programs, home):
        folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copy(ROOT / name, project / name)
    environment = {"PATH": str(programs), "HOME": str(home), "LC_ALL": "C.UTF-8", **OFFLINE}
    machine = Machine(project, programs, environment)
    for name in TOOLS:
        found = shutil.which(name)
        assert found, f"{name} is missing on this machine"
        machine.has(name, found)
    return machine


@pytest.fixture
def uv() -> Path:
    own = ROOT / "var" / "tools" / "uv" / "bin" / "uv"
    found = own if own.exists() else shutil.which("uv")
    if not found:
        pytest.skip("uv is missing: run `make environment`")
    return Path(found)


def make_up_to_date(project: Path) -> None:
    """An environment that works, marked as made from the project's files."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", project / ".venv"], check=True)
    sums = subprocess.run(
        ["cksum", *SOURCES], cwd=project, check=True, capture_output=True, text=True
    )
    (project / ".venv" / "declic-sources").write_text(f"{project}\n{sums.stdout}")


def assert_says(run: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert run.returncode == 1, run
    assert sentence in run.stderr
    assert len(run.stderr.splitlines()) <= 2, run.stderr


def test_without_any_python_it_names_the_package(machine: Machine) -> None:
    assert_says(machine.bootstrap(), "Python manque. Sur Debian : apt-get install python3-venv")


def test_without_venv_and_pip_it_names_the_package(machine: Machine) -> None:
    machine.answers("python3", '[ "$1" = -c ]')
    run = machine.bootstrap()
    assert_says(run, "Il manque venv ou pip. Sur Debian : apt-get install python3-venv")


def test_without_network_uv_cannot_come(machine: Machine) -> None:
    machine.has("python3", sys.executable)
    assert_says(machine.bootstrap(), "Le réseau ne répond pas.")


def test_an_old_uv_is_not_used(machine: Machine) -> None:
    machine.answers("uv", "echo 'uv 0.4.30'")
    assert_says(machine.bootstrap(), "Python manque.")


def test_without_python_3_10_and_without_network_it_says_how_to_get_it(
    machine: Machine, uv: Path
) -> None:
    machine.has("uv", uv)
    assert_says(machine.bootstrap(), "Il faut Python 3.10")


def test_a_python_3_10_of_pyenv_is_found_off_the_path(machine: Machine, uv: Path) -> None:
    machine.has("uv", uv)
    pyenv = Path(machine.environment["HOME"]) / ".pyenv/versions/3.10.99/bin"
    pyenv.mkdir(parents=True)
    (pyenv / "python3.10").symlink_to(sys.executable)
    run = machine.bootstrap()
    assert "J'installe l'environnement Python" in run.stdout
    assert_says(run, "Le réseau ne répond pas.")


def test_a_full_disk_is_told_before_anything_is_fetched(machine: Machine) -> None:
    table = "Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/a 9 9 5000 99% /"
    machine.answers("df", f"printf '{table}\\n'")
    assert_says(machine.bootstrap(), "Le disque est presque plein : 5 Mo libres")


def test_a_disk_that_fills_up_on_the_way_is_told(machine: Machine, uv: Path) -> None:
    machine.has("python3.10", sys.executable)
    script = f'[ "$1" != sync ] || {{ echo "os error 28" >&2; exit 2; }}\nexec {uv} "$@"'
    machine.answers("uv", script)
    assert_says(machine.bootstrap(), "Le disque est plein")


def test_a_folder_that_cannot_be_written_is_named(machine: Machine) -> None:
    (machine.project / "var").write_text("a file where the folder should be")
    run = machine.bootstrap()
    assert run.returncode == 1
    assert f"Impossible d'écrire dans {machine.project}/var." in run.stderr


def test_an_unknown_failure_shows_the_end_of_its_log(machine: Machine, uv: Path) -> None:
    machine.has("python3.10", sys.executable)
    script = f'[ "$1" != sync ] || {{ echo "a strange day" >&2; exit 2; }}\nexec {uv} "$@"'
    machine.answers("uv", script)
    run = machine.bootstrap()
    assert run.returncode == 1
    assert run.stderr.endswith("a strange day\n")


def test_an_environment_that_is_up_to_date_is_left_alone(machine: Machine) -> None:
    make_up_to_date(machine.project)
    run = machine.bootstrap()
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert not (machine.project / "var").exists()


@pytest.mark.parametrize("changed", SOURCES)
def test_a_changed_source_makes_the_environment_again(machine: Machine, changed: str) -> None:
    make_up_to_date(machine.project)
    with (machine.project / changed).open("a") as source:
        source.write("\n# changed\n")
    assert machine.bootstrap().returncode == 1


def test_an_environment_that_was_moved_is_made_again(
    machine: Machine, uv: Path, tmp_path: Path
) -> None:
    """With a Python that is still there once the old environment is gone."""
    machine.has("python3.10", sys.executable)
    script = f'[ "$1" = sync ] || exec {uv} "$@"\n"$UV_PYTHON" -m venv --without-pip .venv'
    machine.answers("uv", script)
    make_up_to_date(machine.project)
    machine.project = machine.project.rename(tmp_path / "elsewhere")
    run = machine.bootstrap()
    assert (run.returncode, run.stderr) == (0, "")
    made_from = (machine.project / ".venv" / "declic-sources").read_text()
    assert made_from.splitlines()[0] == str(machine.project)


def test_make_alone_lists_the_targets(machine: Machine) -> None:
    listed = subprocess.run(
        ["make"], cwd=machine.project, env=machine.environment, capture_output=True, text=True
    )
    assert listed.returncode == 0
    assert "make run " in listed.stdout and "make test " in listed.stdout
