"""`declic data compare` on a database: small files through the import, editions put in by hand, and
the whole official files for whoever has them.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.adapters import catalogue_files, official_import
from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files import reading
from bot.adapters.official_files.bmo_differences import bmo_difference, total
from bot.adapters.official_files.editions import Edition, assemble
from bot.adapters.official_files.geo_parts import NOTHING
from bot.adapters.official_files.records import (
    RomeItem,
    RomeJob,
    RomeJobItem,
    RomeMacroRiasec,
    RomeRiasec,
    RomeTitle,
)
from bot.adapters.official_files.rome_differences import rome_difference
from bot.adapters.official_import import Wanted
from bot.adapters.sql import migrate, official_store
from bot.adapters.sql.engine import connect
from bot.adapters.sql.transactions import alone
from bot.commands.data_compare import compare
from bot.commands.data_compare_rome import RomeReport
from bot.settings import ROOT

CATALOGUE = ROOT / "data" / "catalogue"
NOW = datetime.datetime(2026, 11, 22)
BMO = {
    2024: """\
annee,Code métier BMO,Nom métier BMO,REG,Dept,BE24,NOMBE24,met,xmet,smet
2024,R0X61,Caissiers,53,29,5301,BREST,40,10,5
2024,T4X60,Agents d'entretien,53,29,5301,BREST,1250,60,*
2024,A0X40,Agriculteurs,53,29,5301,BREST,*,*,*
2024,A0X41,Eleveurs,53,29,5301,BREST,30,*,*
2024,R0X61,Caissiers,01,971,103,BASSIN MARIE-GALANTE,9,*,*
2024,A1X41,Jardiniers,01,971,103,BASSIN MARIE-GALANTE,*,*,*
""",
    2025: """\
annee,Code métier BMO,Nom métier BMO,REG,Dept,BE25,NOMBE25,met,xmet,smet
2025,R0X61,Caissiers,53,29,5301,BREST,90,10,5
2025,T4X60,Agents d'entretien,53,29,5301,BREST,300,60,*
2025,A0X40,Agriculteurs,53,29,5301,BREST,70,*,*
2025,A1X41,Jardiniers,53,29,5301,BREST,25,*,*
2025,R0X61,Caissiers,01,971,116,BASSIN MARIE-GALANTE,8,*,*
2025,A1X41,Jardiniers,01,971,116,BASSIN MARIE-GALANTE,*,*,*
2025,A0X41,Eleveurs,01,971,116,BASSIN MARIE-GALANTE,12,*,*
2025,A1X41,Jardiniers,53,22,5399,DINAN,*,*,*
""",
}


def _rome(number: int, label: str, titles: list[str], skill: str) -> Edition:
    parts = {
        "rome_jobs": [RomeJob("N1116", label, "1", "N1105", False, False, None, None, None)],
        "rome_riasec": [RomeRiasec("N1116", "R", "C")],
        "rome_titles": [
            RomeTitle(str(number * 10 + n), "N1116", title, False) for n, title in enumerate(titles)
        ],
        "rome_near": [],
        "rome_job_items": [RomeJobItem("N1116", skill)],
        "rome_skills": [
            RomeItem("31", "skill", "Charger un camion", None),
            RomeItem("32", "skill", "Compter des colis", None),
        ],
        "rome_macro_riasec": [RomeMacroRiasec("31", "R", None), RomeMacroRiasec("32", "C", "R")],
    }
    return Edition("ROME", number, None, parts, (), {})


def _communes(number: int, *names: str) -> Edition:
    facts = [
        NOTHING._replace(insee_code=f"2900{n}", name=name) for n, name in enumerate(names, start=1)
    ]
    return Edition("COG", number, None, {"cog": facts}, (), {})


EDITIONS = (
    _rome(60, "Agent / Agente de quai", ["Agent / Agente de quai"], skill="31"),
    _rome(61, "Inventoriste", ["Inventoriste"], skill="32"),
    _communes(2024, "Rive"),
    _communes(2025, "Rive", "Mont"),
    _communes(2026, "Rive-sur-Mer", "Mont", "Val"),
)


@pytest.fixture(scope="module")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two years of BMO through the import; then the other editions, beside the catalogue."""
    folder = tmp_path_factory.mktemp("compare")
    url = f"sqlite:///{folder / 'declic.db'}"
    engine = connect(url)
    migrate.upgrade(engine)
    for year, text in BMO.items():
        (folder / f"bmo_{year}.csv").write_text(text, encoding="utf-8")
    files = sorted(folder.glob("*.csv"))
    imported = official_import.import_files(engine, files, CATALOGUE, NOW, Wanted(is_extract=True))
    assert imported.is_complete, imported.refused
    for one in EDITIONS:
        edition_id = official_store.stage(engine, one, NOW)
        with alone(engine) as connection:
            official_store.publish(connection, edition_id)
    engine.dispose()
    return url


@pytest.fixture
def run(database_url: str) -> Iterator[Run]:
    yield Run(database_url)


class Run:
    """Calls the command on a database."""

    def __init__(self, database_url: str) -> None:
        self.environment = {"DECLIC_DATABASE_URL": database_url}

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(compare, words, env=self.environment)

    def text(self, *words: str) -> str:
        """What is printed, with plain spaces and each paragraph on one line."""
        result = self(*words)
        assert result.exit_code == 0, result.output
        lines = [line for line in result.output.splitlines() if ".csv" not in line]
        assert all(len(line) <= 80 for line in lines), lines
        return " ".join(result.output.split())


def test_a_basin_is_told_in_words(run: Run) -> None:
    told = run.text("BMO", "--basin", "5301")
    assert "ce qui change de 2024 à 2025" in told
    assert "Au total, de 1 320 à 485 projets (−63 %)." in told
    assert "Familles de métiers sans projet en 2024, qui recrutent (1) Jardiniers : de 0" in told
    assert "Familles qui ne recrutent plus en 2025 (1) Éleveurs : de 30 à 0 projets." in told
    assert "Familles en forte hausse (1) Caissiers : de 40 à 90 projets." in told
    assert "Familles en forte baisse (1) Agents d'entretien : de 1 250 à 300 projets." in told
    assert "Chiffre masqué : on ne sait pas ce qui change pour 1 famille." in told


def test_jobs_are_those_of_the_catalogue_in_the_family(run: Run) -> None:
    jobs = [job for job in catalogue_files.read(CATALOGUE).jobs if job.fap_code == "A1X41"]
    assert f"Brest (5301) : {len(jobs)} métiers de plus recrutent," in run.text("bmo")
    document = json.loads(run("BMO", "--json").output)
    assert sorted(document["families"]["A1X41"]["jobs"]) == [job.rome_code for job in jobs]


def test_france_lists_regions_basins_and_families(run: Run) -> None:
    told = run.text("BMO", "2024", "2025")
    assert "France : de 1 329 à 505 projets (−62 %)." in told
    assert "Chiffres masqués, non comptés : 2 en 2024, 2 en 2025." in told
    assert "Guadeloupe : de 9 à 20 projets (+122 %)." in told
    assert "Bassins en plus (1) Dinan (5399)" in told
    assert "nouveau code, même nom (1) Marie-Galante : 0103 devient 0116" in told
    assert "Jardiniers : 1 bassin en plus, 0 bassin en moins" in told
    assert "Dans le bassin Dinan (5399) : rien à comparer" in told


def test_a_region_and_a_basin_by_its_old_code_are_told_alone(run: Run) -> None:
    region = run.text("BMO", "--region", "01")
    assert "Guadeloupe : de 9 à 20" in region and "Brest" not in region and "Dinan" not in region
    assert "bassin Marie-Galante (0116)" in run.text("BMO", "--basin", "0103")


def test_the_limit_cuts_each_list_and_says_what_is_left(run: Run) -> None:
    told = run.text("BMO", "--limit", "1")
    assert "Bassins, d'abord ceux qui changent le plus (3) Dans le bassin Brest" in told
    assert "… et 2 de plus." in told and "bassin Marie-Galante (0116) :" not in told


def test_the_spreadsheet_has_every_family_of_every_basin(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bmo.csv"
    assert f"{file} : 9 lignes".replace(" ", "") in run.text("BMO", "--csv", str(file)).replace(
        " ", ""
    )
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    found = {
        (row["bassin"], row["famille"]): (
            row["changement"],
            row["projets_avant"],
            row["projets_maintenant"],
            row["masque"],
        )
        for row in rows
    }
    assert found["Brest", "Agriculteurs"] == ("inconnu (chiffre masqué)", "", "70", "avant")
    assert found["Brest", "Agents d'entretien"] == ("forte baisse", "1250", "300", "")
    assert found["Marie-Galante", "Caissiers"] == ("peu de changement", "9", "8", "")
    assert found["Dinan", "Jardiniers"] == ("pas comparable", "0", "", "maintenant")


def test_a_program_reads_the_named_changes_and_counts_the_rest(run: Run) -> None:
    document = json.loads(run("BMO", "--region", "53", "--json").output)
    brest = next(one for one in document["basins"] if one["basin_code"] == "5301")
    assert brest["counts"] == {"gain": 1, "loss": 1, "rise": 1, "fall": 1, "unknown": 1}
    assert {one["fap_code"] for one in brest["changes"]} == {"R0X61", "T4X60", "A0X41", "A1X41"}
    assert document["regions"] == {"53": document["total"]}


def test_rome_says_which_of_our_summaries_needs_an_eye(run: Run) -> None:
    told = run.text("ROME", "60", "61", "--limit", "1000")
    assert "Codes qui désignent un autre métier (1) Agent / Agente de quai (N1116)" in told
    assert "(N1116) : ce code veut dire Inventoriste" in told
    ours = len(catalogue_files.summaries(CATALOGUE))
    assert f"À RELIRE : nos résumés de ces métiers ({ours})" in told
    document = json.loads(run("ROME", "--json").output)
    assert document["changed_meaning"][0]["now"] == {"code": "N1116", "name": "Inventoriste"}


def test_rome_counts_the_jobs_whose_skills_change_and_the_spreadsheet_names_them(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rome.csv"
    told = run.text("ROME", "--csv", str(file))
    assert "Compétences : elles changent pour 1 métier (1 lien en plus, 1 en moins)." in told
    assert "compétences;N1116;Charger un camion;N1116;Compter des colis" in (
        file.read_text("utf-8-sig").splitlines()
    )


def test_skills_that_an_edition_came_without_are_said_not_to_be_compared() -> None:
    now = EDITIONS[1]
    parts = {name: rows for name, rows in now.parts.items() if name != "rome_skills"}
    difference = rome_difference(
        now, Edition("ROME", 62, None, parts, (), {}), catalogue_files.read(CATALOGUE)
    )
    told = " ".join(RomeReport(difference).text(10).split())
    assert "Compétences : non comparées, une des versions est importée sans elles." in told


def test_communes_of_the_two_newest_lists_are_compared(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cog.csv"
    told = run.text("COG", "--csv", str(file))
    assert "Communes (COG) : ce qui change de 2025 à 2026" in told
    assert "Communes en plus (1) Val (29003)" in told
    assert "Communes : nouveau nom (1) Rive devient Rive-sur-Mer (29001)" in told
    assert "Les bassins d'emploi de ces deux éditions ne sont pas connus." in told
    assert file.read_text("utf-8-sig").splitlines()[1:] == [
        "en plus;;;29003;Val",
        "autre nom;29001;Rive;29001;Rive-sur-Mer",
    ]


@pytest.mark.parametrize("words", [("COG", "2025", "2025"), ("BMO", "2024", "2024")])
def test_an_edition_compared_with_itself_changes_nothing(run: Run, words: list[str]) -> None:
    assert "Rien ne change." in run.text(*words)
    assert "Rien ne change." not in run.text(words[0])


@pytest.mark.parametrize(
    ("words", "exit_code", "sentence"),
    [
        pytest.param(
            ("BMO", "2023", "2025"),
            1,
            "BMO 2023 n'est pas importé. Éditions présentes : 2024 et 2025.",
            id="an edition that is not stored",
        ),
        pytest.param(
            ("COMMUNES",), 1, "Aucune édition COMMUNES n'est importée.", id="a set without edition"
        ),
        pytest.param(("BMO", "--basin", "9999"), 1, "Aucun bassin 9999", id="an unknown basin"),
        pytest.param(("BMO", "--region", "99"), 1, "Codes connus : 01, 53.", id="unknown region"),
        pytest.param(
            ("BMO", "--csv", "/no/such/folder/file.csv"),
            1,
            "écriture impossible",
            id="a file that cannot be written",
        ),
        pytest.param(("BMO", "2024"), 2, "Donnez deux éditions", id="one edition only"),
        pytest.param(("ROME", "--basin", "5301"), 2, "avec le BMO seulement", id="basin of ROME"),
        pytest.param(
            ("BMO", "--basin", "5301", "--region", "53"), 2, "pas les deux", id="two territories"
        ),
        pytest.param(("FAP",), 2, "FAP", id="a set that is not compared"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    run: Run, words: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == exit_code, result.output
    assert sentence in result.output and "Traceback" not in result.output


def test_a_single_edition_and_an_empty_database_are_told(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    assert "Lancez : declic data fill" in Run(url)("COG").output
    engine = connect(url)
    migrate.upgrade(engine)
    engine.dispose()
    assert "Aucune édition COG" in Run(url)("COG").output
    engine = connect(url)
    migrate.upgrade(engine)
    edition_id = official_store.stage(engine, EDITIONS[2], NOW)
    with alone(engine) as connection:
        official_store.publish(connection, edition_id)
    engine.dispose()
    result = Run(url)("COG")
    assert (result.exit_code, "Une seule est importée : 2024." in result.output) == (1, True)


# The whole official files, for whoever has them.

FOLDER = Path(os.environ.get("DECLIC_REFERENCE", ""))
reference = pytest.mark.skipif(
    not os.environ.get("DECLIC_REFERENCE"),
    reason="needs the reference files: set DECLIC_REFERENCE to their folder",
)


def _plain_bmo(year: int) -> dict[tuple[str, str], list[int | None]]:
    """(basin name, family) -> the figure of each department, read without our readers."""
    found: dict[tuple[str, str], list[int | None]] = {}
    path = FOLDER / "bmo" / f"bmo_{year}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            name = f"{row['REG']} {row[f'NOMBE{year % 100}'].upper()}"
            key = name.replace("BOLBEC", "LILLEBONNE"), row["Code métier BMO"]
            figure = None if row["met"] in ("*", "") else int(row["met"])
            found.setdefault(key, []).append(figure)
    return found


def _plain_change(before: list[int | None], now: list[int | None]) -> str:
    """The rule again, written out case by case for figures that are whole or all masked."""
    if None in before or None in now:
        known = sum(figure or 0 for figure in (*before, *now))
        return "masked" if known else "unknown"
    old, new = sum(map(int, filter(None, before))), sum(map(int, filter(None, now)))
    if not before or not now:
        return "gain" if not before else "loss"
    if abs(new - old) < 20 or abs(new - old) * 2 < old:
        return "little"
    return "rise" if new > old else "fall"


@reference
def test_the_whole_bmo_is_compared_as_a_plain_computation_does() -> None:
    delivery = reading.read([FOLDER / "bmo"])
    old, new = (one for one in assemble(delivery) if isinstance(one, Edition))
    difference = bmo_difference(old, new)
    before, now = _plain_bmo(2024), _plain_bmo(2025)
    shared = {key[0] for key in before} & {key[0] for key in now}
    expected = Counter(
        _plain_change(before.get(key, []), now.get(key, []))
        for key in before.keys() | now.keys()
        if key[0] in shared
    )
    whole = [c for c in difference.cells if not bmo.is_masked(c.before) | bmo.is_masked(c.now)]
    found = Counter(cell.change for cell in whole)
    for change in (bmo.GAIN, bmo.LOSS, bmo.RISE, bmo.FALL, bmo.LITTLE):
        assert found[change] == expected[change] > 1000, change
    sums = [sum(figure or 0 for cell in year.values() for figure in cell) for year in (before, now)]
    france = total(difference.cells)
    assert [france.projects_before, france.projects_now] == sums == [2_751_069, 2_401_105]
    assert france.masked_now == sum(None in figures for figures in now.values())
    assert [one.name for one in difference.basins.went] == ["Matoury"]
    assert [one.name for one in difference.basins.appeared] == ["Monaco"]
    assert {(one.before.code, one.now.code) for one in difference.basins.recoded} == {
        ("0103", "0116"),
        ("0104", "0113"),
    }


@reference
def test_the_whole_rome_differs_by_what_was_changed_in_it() -> None:
    delivery = reading.read([next(FOLDER.glob("rome_v*"))])
    (before,) = (one for one in assemble(delivery) if isinstance(one, Edition))
    gone = before.parts["rome_jobs"][0].rome_code
    parts = {
        name: [row for row in rows if gone not in row[:2]] for name, rows in before.parts.items()
    }
    parts["rome_jobs"] = [
        job._replace(label="Inventoriste") if job.rome_code == "N1116" else job
        for job in parts["rome_jobs"]
    ]
    parts["rome_titles"] = [
        title._replace(rome_code="N1105") if title.rome_code == "N1116" else title
        for title in parts["rome_titles"]
    ]
    now = Edition("ROME", 61, None, parts, (), {})
    found = rome_difference(before, now, catalogue_files.read(CATALOGUE))
    assert [one.job.code for one in found.went] == [gone]
    assert [one.now.name for one in found.changed_meaning] == ["Inventoriste"]
    moved = [title for title in before.parts["rome_titles"] if title.rome_code == "N1116"]
    assert [one.title.code for one in found.moved_titles] == sorted(one.ogr_code for one in moved)
    links = sum(gone in row[:2] for row in before.parts["rome_near"])
    own = sum(row.rome_code == gone for row in before.parts["rome_near"])
    assert (found.near_went, found.near_appeared) == (links - own, 0)
    assert not found.appeared and not found.renamed and not found.riasec
    ours = set(catalogue_files.summaries(CATALOGUE))
    assert {one.ours.code for one in found.for_review} == {gone, "N1116"} & ours
