"""Importing official files: what is recognised, judged, stored, and what people then see."""

from __future__ import annotations

import datetime
import gzip
import io
import multiprocessing
import os
import re
import signal
import zipfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from openpyxl import Workbook
from sqlalchemy.engine import Engine

from bot.adapters import catalogue_files, official_import
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.official_import import Imported, Wanted
from bot.adapters.sql import catalogue_store, migrate, official_store
from bot.adapters.sql.engine import connect
from bot.adapters.sql.official_tables import LOADING, TABLES, editions
from bot.adapters.sql.transactions import snapshot
from bot.orientation.catalogue import Catalogue
from bot.settings import ROOT
from tests import reference_excerpt

BUNDLED = ROOT / "data" / "catalogue"
NOW = datetime.datetime(2026, 11, 22, 12)
BMO_2026 = """\
annee;Code métier BMO;Nom métier BMO;REG;Dept;BE26;NOMBE26;clpe;met;xmet;smet
2026;R0X61;Caissiers;84;38;8414;ISERE NORD EST;x;1 200;60;*
2026;B1X31;Maçons qualifiés;84;38;8414;ISERE NORD EST;x;*;*;*
"""


@pytest.fixture
def filled(engine: Engine, small_catalogue: Path) -> Engine:
    migrate.upgrade(engine)
    catalogue_store.fill(engine, small_catalogue)
    return engine


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    return reference_excerpt.write_reference(tmp_path / "reference")


def put(engine: Engine, bundled: Path, *paths: Path, number: int | None = None) -> Imported:
    return official_import.import_files(
        engine, paths, bundled, NOW, Wanted(number, is_extract=True)
    )


def names(imported: list[official_import.Edition]) -> list[tuple[str, int]]:
    return [(edition.data_set, edition.number) for edition in imported]


def stored(engine: Engine) -> list[tuple[str, int]]:
    with snapshot(engine) as connection:
        return [(one.data_set, one.number) for one in official_store.stored(connection)]


def everything(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the imported editions, and the catalogue."""
    with engine.connect() as connection:
        rows = {
            table.name: sorted(map(repr, connection.execute(sa.select(table)).all()))
            for table in (*TABLES.values(), editions)
        }
    return {**rows, "catalogue": [repr(catalogue_store.load(engine))]}  # type: ignore[list-item]


def test_a_folder_of_downloads_becomes_all_of_france(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    result = put(filled, small_catalogue, reference)
    assert result.is_complete
    assert names(result.imported) == [
        ("BMO", 2024),
        ("BMO", 2025),
        ("CODES POSTAUX", 2024),
        ("COMMUNES", 2026),
        ("FAP", 2021),
        ("ROME", 60),
    ]
    catalogue = catalogue_store.load(filled)
    assert {c.department for c in catalogue.communes} == {"15", "38", "69", "75", "971"}
    assert catalogue.basin_by_code["0101"].region == "01"
    assert catalogue.demand_by_family_and_basin["R0X61", "8414"].year == 2025
    assert {edition.name: edition.edition for edition in catalogue.editions}["BMO"] == "2025"


def test_a_job_we_did_not_write_about_comes_with_its_official_definition(
    filled: Engine, reference: Path, small_catalogue: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "bundled"
    notes.mkdir()
    for path in small_catalogue.iterdir():
        lines = path.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("D1505,")]
        text = re.sub(r"D1505\||\|?D1505", "", "\n".join(kept))
        (notes / path.name).write_text(text + "\n", "utf-8")
    put(filled, notes, reference)
    cashier = catalogue_store.load(filled).job_by_code["D1505"]
    assert (cashier.summary, cashier.definition) == (None, "Texte qui ne doit aller nulle part.")
    assert catalogue_store.load(filled).job_by_code["F1703"].summary is not None


def test_importing_again_changes_nothing(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    put(filled, small_catalogue, reference)
    before = everything(filled)
    again = put(filled, small_catalogue, reference)
    assert again.is_complete and again.imported == [] and len(again.unchanged) == 6
    assert everything(filled) == before


def test_a_newer_edition_replaces_an_older_one_and_never_the_other_way(
    filled: Engine, reference: Path, small_catalogue: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "bmo.csv"
    newer.write_text(BMO_2026, "cp1252")
    put(filled, small_catalogue, newer)
    put(filled, small_catalogue, reference)
    assert stored(filled)[:3] == [("BMO", 2024), ("BMO", 2025), ("BMO", 2026)]
    demand = catalogue_store.load(filled).demand_by_family_and_basin
    assert {row.year for row in demand.values()} == {2026}
    assert demand["R0X61", "8414"].projects == 1200
    assert demand["B1X31", "8414"].projects is None


def test_the_same_year_corrected_by_its_producer_replaces_itself(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bmo.csv"
    for projects in ("1 200", "1 300"):
        path.write_text(BMO_2026.replace("1 200", projects), "utf-8")
        put(filled, small_catalogue, path)
    assert stored(filled) == [("BMO", 2026)]
    demand = catalogue_store.load(filled).demand_by_family_and_basin
    assert demand["R0X61", "8414"].projects == 1300
    with filled.connect() as connection:
        rows = connection.execute(sa.select(sa.func.count()).select_from(editions)).scalar_one()
        assert rows == 1


def test_one_data_set_alone_completes_the_bundled_catalogue(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bmo.csv"
    path.write_text(BMO_2026, "utf-8")
    before = catalogue_store.load(filled)
    put(filled, small_catalogue, path)
    after = catalogue_store.load(filled)
    assert (after.jobs, after.communes) == (before.jobs, before.communes)
    assert {row.year for row in after.demand} == {2026}
    assert after.job_by_code["F1703"].fap_code in after.family_labels


def test_what_is_imported_stays_when_declic_starts_again(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    put(filled, small_catalogue, reference)
    before = catalogue_store.load(filled)
    assert catalogue_store.fill(filled, small_catalogue) is False
    assert catalogue_store.load(filled) == before


def test_new_words_of_ours_reach_an_imported_catalogue(
    filled: Engine, reference: Path, small_catalogue: Path, tmp_path: Path
) -> None:
    put(filled, small_catalogue, reference)
    newer = tmp_path / "bundled"
    newer.mkdir()
    for path in small_catalogue.iterdir():
        text = path.read_text("utf-8").replace("Vous montez des murs.", "Vous bâtissez.")
        (newer / path.name).write_text(text, "utf-8")
    assert catalogue_store.fill(filled, newer) is True
    catalogue = catalogue_store.load(filled)
    assert (catalogue.job_by_code["F1703"].summary or "").startswith("Vous bâtissez.")
    assert "75056" in catalogue.commune_by_code


def test_forgetting_an_edition_brings_back_what_was_before(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    before = catalogue_store.load(filled)
    path = tmp_path / "bmo.csv"
    path.write_text(BMO_2026, "utf-8")
    put(filled, small_catalogue, path)
    assert official_import.forget(filled, "BMO", 2026, small_catalogue)
    assert catalogue_store.load(filled) == before
    assert stored(filled) == []
    assert not official_import.forget(filled, "BMO", 2026, small_catalogue)


def test_a_job_that_means_something_else_in_a_newer_rome_loses_our_words(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    folder = reference / "rome_v460"
    jobs = folder / "unix_referentiel_code_rome_v460_utf8.csv"
    jobs.write_text(jobs.read_text("utf-8-sig").replace("Maçon / Maçonne", "Drapier / Drapière"))
    titles = folder / "unix_referentiel_appellation_v460_utf8.csv.gz"
    text = gzip.decompress(titles.read_bytes()).decode("utf-8-sig")
    titles.write_bytes(
        gzip.compress(text.replace("Maçon / Maçonne", "Drapier / Drapière").encode())
    )
    put(filled, small_catalogue, reference)
    catalogue = catalogue_store.load(filled)
    assert catalogue.job_by_code["F1703"].label_feminine == "Drapière"
    assert catalogue.job_by_code["F1703"].summary is None
    assert "maçon" not in {title.text for title in catalogue.titles}


@pytest.fixture
def whole_bmo(tmp_path: Path) -> Path:
    """41,600 made-up rows over the thirteen regions of the mainland and Corsica."""
    lines = ["annee,Code métier BMO,Nom métier BMO,REG,Dept,BE26,NOMBE26,met,xmet,smet"]
    for department, region in enumerate("11 24 27 28 32 44 52 53 75 76 84 93 94".split(), 10):
        for n in range(3_200):
            family, basin = f"A{n // 100 % 10}X{n % 100:02}", f"{department}{n // 1000:02}"
            lines.append(f"2026,{family},Famille,{region},{department},{basin},Bassin,5,1,0")
    path = tmp_path / "bmo.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def lines_of_year(path: Path, year: int) -> list[str]:
    """The lines of a BMO of 2026 as those of another year."""
    text = path.read_text("utf-8").replace("2026,", f"{year},")
    return text.replace("BE26", f"BE{year % 100}").splitlines(keepends=True)


def test_a_whole_france_is_taken_without_more_ado(
    filled: Engine, small_catalogue: Path, whole_bmo: Path
) -> None:
    result = official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    assert result.is_complete, (result.refused, result.reports)


def test_a_file_cut_between_two_lines_is_refused(
    filled: Engine, small_catalogue: Path, whole_bmo: Path
) -> None:
    official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    before = everything(filled)
    lines = (
        whole_bmo.read_text("utf-8")
        .replace("2026,", "2027,")
        .replace("BE26", "BE27")
        .splitlines(keepends=True)
    )
    for kept, reason in ((20_000, "le fichier est coupé"), (31_000, "il manque des régions")):
        whole_bmo.write_text("".join(lines[:kept]), "utf-8")
        result = official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
        told = [r.problem or "" for r in result.reports] + [r.reason for r in result.refused]
        assert any(reason in one for one in told), told
        assert everything(filled) == before


def test_an_edition_much_smaller_than_the_last_is_refused(
    filled: Engine, small_catalogue: Path, whole_bmo: Path
) -> None:
    official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    lines = (
        whole_bmo.read_text("utf-8")
        .replace("2026,", "2027,")
        .replace("BE26", "BE27")
        .splitlines(keepends=True)
    )
    whole_bmo.write_text("".join(line for n, line in enumerate(lines) if n % 4 or n == 0), "utf-8")
    result = official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    assert "elle semble incomplète" in result.refused[0].reason
    assert stored(filled) == [("BMO", 2026)]


def test_an_older_edition_may_be_smaller_than_a_newer_one(
    filled: Engine, small_catalogue: Path, whole_bmo: Path
) -> None:
    official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    lines = (
        whole_bmo.read_text("utf-8")
        .replace("2026,", "2020,")
        .replace("BE26", "BE20")
        .splitlines(keepends=True)
    )
    whole_bmo.write_text("".join(line for n, line in enumerate(lines) if n % 4 or n == 0), "utf-8")
    assert official_import.import_files(filled, [whole_bmo], small_catalogue, NOW).is_complete


def test_an_extract_does_not_replace_the_whole_edition_of_its_year(
    filled: Engine, small_catalogue: Path, whole_bmo: Path, tmp_path: Path
) -> None:
    official_import.import_files(filled, [whole_bmo], small_catalogue, NOW)
    extract = tmp_path / "extrait.csv"
    extract.write_text(BMO_2026, "utf-8")
    result = put(filled, small_catalogue, extract)
    assert "declic data forget BMO 2026" in result.refused[0].reason


def as_workbook(text: str) -> bytes:
    workbook = Workbook()
    notes = workbook.active
    notes.append(["Description des variables"])
    sheet = workbook.create_sheet("BMO_2026_open_data")
    for line in text.splitlines():
        cells = [cell.replace("\u00a0", " ") for cell in line.split(";")]
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in cells])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def zipped(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lisez-moi.md", "rien")
        archive.writestr(name, data)
    return stream.getvalue()


FORMS = {
    "utf-8 with a mark": ("a.csv", BMO_2026.encode("utf-8-sig")),
    "utf-8, crlf": ("a.csv", BMO_2026.replace("\n", "\r\n").encode()),
    "cp1252": ("a.csv", BMO_2026.encode("cp1252")),
    "iso-8859-15": ("a.csv", BMO_2026.encode("iso-8859-15")),
    "commas": ("a.csv", BMO_2026.replace(";", ",").encode()),
    "tabs": ("a.tsv", BMO_2026.replace(";", "\t").encode()),
    "quotes": ("a.csv", BMO_2026.replace("Caissiers", '"Caissiers"').encode()),
    "the mark of Excel": ("a.csv", ("sep=;\n" + BMO_2026).encode("cp1252")),
    "empty last columns": ("a.csv", BMO_2026.replace(";*\n", ";*;;\n").encode()),
    "gzip": ("a.csv.gz", gzip.compress(BMO_2026.encode())),
    "zip": ("a.zip", zipped("dossier/a.csv", BMO_2026.encode("cp1252"))),
    "workbook": ("a.xlsx", as_workbook(BMO_2026)),
    "zipped workbook": ("a.zip", zipped("a.xlsx", as_workbook(BMO_2026))),
    "another name": ("telechargement.csv", BMO_2026.encode()),
    "a gzip without its suffix": ("telechargement", gzip.compress(BMO_2026.encode())),
}


@pytest.mark.parametrize(("name", "data"), FORMS.values(), ids=FORMS.keys())
def test_a_file_is_known_by_its_content(
    tmp_path: Path, small_catalogue: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    engine = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    migrate.upgrade(engine)
    result = put(engine, small_catalogue, path)
    assert names(result.imported) == [("BMO", 2026)], (result.reports, result.refused)
    row = catalogue_store.load(engine).demand_by_family_and_basin["R0X61", "8414"]
    assert (row.projects, row.hard, row.seasonal) == (1200, 60, None)
    assert catalogue_store.load(engine).family_labels["B1X31"] == "Maçons qualifiés"
    engine.dispose()


def test_letters_that_differ_between_the_two_old_encodings(tmp_path: Path) -> None:
    from bot.adapters.official_files.text_tables import decoded

    for encoding in ("cp1252", "iso-8859-15", "utf-8", "utf-8-sig"):
        assert decoded("cœur de métier à 5 €".encode(encoding)) == "cœur de métier à 5 €"


def test_an_edition_that_a_file_does_not_say_is_asked_for(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    path = tmp_path / "tension.csv"
    path.write_text("Region,Famille Professionnelle,Code FAP\nCorse,Bouchers,S0Z20", "utf-8")
    refused = put(filled, small_catalogue, path).refused
    assert "avec --edition 2026 par exemple" in refused[0].reason
    assert not put(filled, small_catalogue, path, number=61).is_complete, "a version, not a year"
    assert put(filled, small_catalogue, path, number=2025).is_complete
    assert stored(filled) == [("TENSION", 2025)]


def test_a_path_that_does_not_exist_is_said(filled: Engine, small_catalogue: Path) -> None:
    with pytest.raises(OfficialFileError, match="n'existe pas"):
        put(filled, small_catalogue, Path("nulle/part"))


def test_two_files_that_contradict_each_other_are_refused(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    for name, projects in (("a.csv", "1200"), ("b.csv", "1300")):
        (tmp_path / "both").mkdir(exist_ok=True)
        (tmp_path / "both" / name).write_text(BMO_2026.replace("1 200", projects), "utf-8")
    result = put(filled, small_catalogue, tmp_path / "both")
    assert "deux fichiers différents" in result.refused[0].reason
    assert stored(filled) == []


def test_skills_and_their_letters_of_two_versions_are_refused(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    letters = reference / "rome_v460" / "unix_referentiel_macro_competence_riasec_v460_utf8.csv"
    others = "".join(f'"4000{n}","R",""\n' for n in range(10, 16))
    letters.write_text(letters.read_text("utf-8-sig") + others, "utf-8")
    (refused,) = put(filled, small_catalogue, reference).refused
    assert "6 macro-compétences ne sont pas dans la table des compétences" in refused.reason


def test_a_rome_without_its_skills_is_imported_and_the_import_says_so(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    for path in (reference / "rome_v460").glob("unix_referentiel_competence*"):
        path.unlink()
    result = put(filled, small_catalogue, reference)
    assert result.is_complete
    assert result.left_out["compétences de métiers, que ce ROME ne donne pas"] == 4
    assert not catalogue_store.load(filled).skills


def test_one_wrong_row_refuses_its_edition_and_not_the_others(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    near = reference / "rome_v460" / "unix_rubrique_mobilite_v460_utf8.csv"
    near.write_text(near.read_text("utf-8-sig").replace('"10"', '"dix"'), "utf-8")
    result = put(filled, small_catalogue, reference)
    assert not result.is_complete
    report = next(report for report in result.reports if report.is_refused)
    assert report.refused == [(2, "« dix » n'est pas un nombre entier pour « numero_ordre »")]
    assert [one.data_set for one in result.refused] == ["ROME"]
    assert ("BMO", 2025) in stored(filled) and ("ROME", 60) not in stored(filled)


def _die_at(url: str, bundled: Path, reference: Path, statement: int) -> None:
    """Imports in this process, which kills itself without warning at the nth SQL statement."""
    engine = connect(url)
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(engine, "before_cursor_execute", count)
    sa.event.listen(engine, "commit", count)
    put(engine, bundled, reference)


def test_an_import_killed_at_any_moment_leaves_the_old_or_the_new_whole(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    url = filled.url.render_as_string(hide_password=False)
    before = catalogue_store.load(filled)
    filled.dispose()
    killed, statement = 0, 1
    while True:
        child = multiprocessing.get_context("fork").Process(
            target=_die_at, args=(url, small_catalogue, reference, statement)
        )
        child.start()
        child.join()
        if child.exitcode == 0:
            break
        assert child.exitcode == -signal.SIGKILL
        killed += 1
        assert _whole(filled, before), statement
        statement += 5
    assert killed > 10
    assert catalogue_store.load(filled) != before
    filled.dispose()


def _whole(engine: Engine, before: Catalogue) -> bool:
    """The catalogue is the one before, and no edition is seen; or all six and the new one."""
    catalogue, seen = catalogue_store.load(engine), stored(engine)
    engine.dispose()
    return seen == [] if catalogue == before else len(seen) == 6


def test_what_killed_imports_left_is_swept_away_later(
    filled: Engine, reference: Path, small_catalogue: Path, tmp_path: Path
) -> None:
    url = filled.url.render_as_string(hide_password=False)
    filled.dispose()
    child = multiprocessing.get_context("fork").Process(
        target=_die_at, args=(url, small_catalogue, reference, 30)
    )
    child.start()
    child.join()
    left = sa.select(sa.func.count()).where(editions.c.state == LOADING)
    with filled.connect() as connection:
        assert connection.execute(left).scalar_one() > 0
    path = tmp_path / "bmo.csv"
    path.write_text(BMO_2026, "utf-8")
    later = NOW + datetime.timedelta(hours=2)
    official_import.import_files(filled, [path], small_catalogue, later, Wanted(is_extract=True))
    with filled.connect() as connection:
        assert connection.execute(left).scalar_one() == 0
    assert stored(filled) == [("BMO", 2026)]


def test_the_bundled_catalogue_is_never_changed_by_an_import(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    before = catalogue_files.content_hash(small_catalogue)
    put(filled, small_catalogue, reference)
    assert catalogue_files.content_hash(small_catalogue) == before


COG = """\
TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
COM,38053,84,38,38D,381,0,BOURGOIN JALLIEU,Bourgoin-Jallieu,Bourgoin-Jallieu,3801,
COM,69123,84,69,69D,691,0,LYON,Lyon,Lyon,6999,
ARM,69381,84,69,69D,691,0,LYON 1ER,Lyon 1er,Lyon 1er Arrondissement,6999,69123
ARM,69382,84,69,69D,691,0,LYON 2E,Lyon 2e,Lyon 2e Arrondissement,6999,69123
COM,29019,53,29,29D,291,0,BREST,Brest,Brest,2999,
COM,15171,84,15,15D,151,0,SAINTE ANASTASIE,Sainte-Anastasie,Sainte-Anastasie,1501,
"""


def test_what_a_list_of_communes_lacks_comes_from_the_bundled_ones(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    path = tmp_path / "v_commune_2027.csv"
    path.write_text(COG, "utf-8")
    before = catalogue_store.load(filled)
    result = put(filled, small_catalogue, path)
    after = catalogue_store.load(filled)
    assert after.communes == before.communes, "Brest has neither a place nor a basin"
    assert sum(result.left_out.values()) == 1
    assert {edition.name: edition.edition for edition in after.editions}["COG"] == "2027"


def test_a_catalogue_that_would_lose_its_communes_is_not_published(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    lines = COG.splitlines(keepends=True)
    far = [f"COM,{40_000 + n},53,22,22D,221,0,X,X,Commune {n},2299,\n" for n in range(34_100)]
    path = tmp_path / "v_commune_2027.csv"
    path.write_text(lines[0] + "".join(far), "utf-8")
    before = everything(filled)
    with pytest.raises(OfficialFileError, match="passerait de 5 à 3 communes : rien n'a changé"):
        official_import.import_files(filled, [path], small_catalogue, NOW)
    assert everything(filled) == before


@pytest.mark.parametrize("broken", ["cut", "wrong"])
def test_a_broken_table_that_could_be_missing_refuses_its_edition_all_the_same(
    filled: Engine, reference: Path, small_catalogue: Path, broken: str
) -> None:
    contexts = reference / "rome_v460" / "unix_referentiel_contexte_travail_v460_utf8.csv.gz"
    text = "code_ogr,libelle_cont_travail,libelle_type_cont_trav\n1,Dehors,Lieu\n"
    good = gzip.compress(text.encode())
    bad = good[:-12] if broken == "cut" else gzip.compress(text.replace("1,", "x,").encode())
    contexts.write_bytes(bad)
    result = put(filled, small_catalogue, reference)
    assert [(one.data_set, one.number) for one in result.refused] == [("ROME", 60)]
    contexts.write_bytes(good)
    assert put(filled, small_catalogue, reference).is_complete
    contexts.unlink()
    assert (
        "« rome_contexts » a 0 lignes" in put(filled, small_catalogue, reference).refused[0].reason
    )


def test_an_import_during_another_is_not_lost(
    filled: Engine, reference: Path, small_catalogue: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "bmo.csv"
    newer.write_text(BMO_2026, "utf-8")
    begun = []

    def meanwhile(_: Catalogue) -> None:
        """The other process publishes after this one has compiled, before it publishes."""
        if not begun:
            begun.append(True)
            put(filled, small_catalogue, newer)

    older = reference_excerpt.read_editions(reference)["BMO"]
    staged = {official_store.stage(filled, older, NOW): older}
    assert catalogue_store.update(filled, small_catalogue, staged, check=meanwhile)
    assert stored(filled) == [("BMO", 2025), ("BMO", 2026)]
    assert {row.year for row in catalogue_store.load(filled).demand} == {2026}
    assert catalogue_store.fill(filled, small_catalogue) is False


def test_the_year_may_be_in_the_name_of_the_archive(
    filled: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    path = tmp_path / "populations-2023.zip"
    text = "CODREG;REG;CODDEP;CODCOM;COM;PMUN\n84;AURA;38;053;Bourgoin-Jallieu;29 500\n"
    path.write_bytes(zipped("ensemble/donnees_communes.csv", text.encode()))
    assert names(put(filled, small_catalogue, path).imported) == [("POPULATION", 2023)]


NOTHING_THERE = {
    "a note": ("notes.txt", b"bonjour\n"),
    "an archive of an archive": ("a.zip", zipped("b.zip", zipped("c.csv", BMO_2026.encode()))),
    "an archive of something else": ("a.zip", zipped("menu.csv", b"plat,prix,vin\n1,2,3\n")),
}


@pytest.mark.parametrize(("name", "data"), NOTHING_THERE.values(), ids=NOTHING_THERE.keys())
def test_a_named_file_that_holds_nothing_of_ours_is_told(
    filled: Engine, small_catalogue: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    result = put(filled, small_catalogue, tmp_path / name)
    assert [r.problem for r in result.reports if r.is_refused] == ["rien n'y est reconnu"]


def test_what_a_mac_leaves_is_not_looked_at(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    (reference / "__MACOSX").mkdir()
    (reference / "__MACOSX" / "._bmo.csv").write_bytes(b"\0\5\x16\7")
    (reference / "._bmo.csv").write_bytes(b"\0\5\x16\7")
    assert put(filled, small_catalogue, reference).is_complete


def test_a_wrong_version_text_is_told_and_stops_nothing_else(
    filled: Engine, reference: Path, small_catalogue: Path
) -> None:
    (reference / "bmo" / "version.txt").write_bytes("Numero de version : 60".encode("utf-16"))
    result = put(filled, small_catalogue, reference)
    (report,) = [report for report in result.reports if report.is_refused]
    assert report.origin.endswith("version.txt") and "UTF-16" in (report.problem or "")
    assert ("ROME", 60) in names(result.imported)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        pytest.param(BMO_2026.replace("2026;", "2025;"), "sa colonne BE26", id="another column"),
        pytest.param(
            BMO_2026.replace("2026;", "2052;").replace("BE26", "BE52"),
            "l'année 2052 n'est pas encore venue",
            id="a year to come",
        ),
        pytest.param(BMO_2026.replace("2026;R", "2025;R"), "plusieurs années", id="two years"),
    ],
)
def test_a_wrong_year_is_not_believed(
    filled: Engine, small_catalogue: Path, tmp_path: Path, changed: str, reason: str
) -> None:
    path = tmp_path / "bmo.csv"
    path.write_text(changed, "utf-8")
    (refused,) = put(filled, small_catalogue, path).refused
    assert reason in refused.reason
