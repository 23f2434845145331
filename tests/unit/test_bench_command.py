"""`declic bench core` runs and tells its figures; no time is judged here."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from bot.adapters import catalogue_files
from bot.commands.bench import command
from bot.settings import ROOT
from tests.bench.measures import place_texts
from tests.bench.scaling import Scaling, Size, multiplied
from tests.bench.timing import Result, Times, measure, percentile
from tests.unit.small_world import WORLD


def test_a_quick_run_tells_every_figure_and_writes_it_as_json(tmp_path: Path) -> None:
    path = tmp_path / "bench.json"
    given = ["core", "--quick", "--bundled", "--seed", "3", "--json", str(path)]
    result = CliRunner().invoke(command, given, catch_exceptions=False)
    assert result.exit_code == 0
    for said in ("graine 3", "Une seule région", "liste classée", "Chargement", "exposant"):
        assert said in result.output
    figures = json.loads(path.read_text(encoding="utf-8"))
    assert set(figures) == {"facts", "times", "loading", "scaling"}
    assert [one["times"] for one in figures["scaling"]["sizes"]] == [1, 2]
    assert figures["times"][0]["plain"]["wall_ms"]


def test_without_the_tests_folder_the_command_says_where_measures_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "tests.bench.core", None)
    monkeypatch.setitem(sys.modules, "tests.bench", ModuleType("tests.bench"))
    result = CliRunner().invoke(command, ["core", "--quick", "--bundled"])
    assert result.exit_code == 2
    assert "copie du projet" in result.output


def test_the_percentile_is_one_of_the_values() -> None:
    assert percentile([5, 1, 4, 2, 3], 95) == 5
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7], 50) == 7


def test_both_versions_run_on_each_sample_in_turned_order() -> None:
    done: list[str] = []
    fast = [lambda n=n: done.append(f"fast {n}") for n in range(2)]
    plain = [lambda n=n: done.append(f"plain {n}") for n in range(2)]
    result = measure("name", 10, fast, plain)
    assert done[-4:] == ["fast 0", "plain 0", "plain 1", "fast 1"]
    assert len(result.ratios) == 2


def test_a_target_is_met_up_to_it() -> None:
    assert Result("name", 10, Times((9, 10), (1, 1))).is_met
    assert not Result("name", 10, Times((9, 11), (1, 1))).is_met
    assert Result("name", None, Times((9, 11), (1, 1))).is_met is None


def test_the_exponent_tells_linear_from_constant_and_from_square() -> None:
    sizes = tuple(
        Size(times, 1, 1, 1, {"linear": 3.0 * times, "constant": 5.0, "square": 2.0 * times**2})
        for times in (1, 2, 4, 8)
    )
    found = Scaling(sizes)
    expected = {"linear": 1.0, "constant": 0.0, "square": 2.0}
    assert {name: found.exponent(name) for name in found.names} == pytest.approx(expected)


def test_a_multiplied_catalogue_has_new_codes_and_jobs_near_their_own_copies() -> None:
    bigger = multiplied(WORLD, 3)
    for one, times in ((bigger.jobs, len(WORLD.jobs)), (bigger.communes, len(WORLD.communes))):
        assert len(one) == 3 * times
    assert len(bigger.job_by_code) == 3 * len(WORLD.jobs)
    assert bigger.job_by_code["D1505-2"].near == ("D1507-2",)
    assert bigger.demand_by_family_and_basin["caisse-1", "b1"].projects == 80
    assert {one.basin_code for one in bigger.communes} == {one.basin_code for one in WORLD.communes}


def test_places_are_typed_in_several_ways() -> None:
    catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    texts = place_texts(catalogue, 20, seed=1)
    assert any(text.isdigit() for text in texts)
    assert any(text.startswith("j'habite à ") for text in texts)
    assert texts == place_texts(catalogue, 20, seed=1)
