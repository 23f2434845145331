from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.adapters import catalogue_files, catalogue_writer
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Demand, Job, Skill, Title
from bot.orientation.territory import Basin, Commune

CATALOGUE = Catalogue(
    jobs=(
        Job(
            rome_code="D1505",
            label_masculine="Hôte de caisse",
            label_feminine="Hôtesse de caisse",
            domain="D",
            riasec_major="C",
            riasec_minor=None,
            fap_code="R0X61",
            contexts=frozenset({"weekend", "standing"}),
            near=("D1507",),
            access="none",
            needs_licence_b=False,
            is_regulated=False,
            summary="Vous tenez la caisse. On voit du monde.",
            skills=("118069", "300002"),
        ),
        Job(
            rome_code="D1507",
            label_masculine="Employé de rayon",
            label_feminine="Employée de rayon",
            domain="D",
            riasec_major="R",
            riasec_minor="C",
            fap_code="R0X61",
            contexts=frozenset(),
            near=(),
            access=None,
            needs_licence_b=True,
            is_regulated=True,
            summary=None,
        ),
    ),
    titles=(
        Title("Caissier", "D1505", is_official=True),
        Title("tenir la caisse", "D1505", is_official=False),
    ),
    family_labels={"R0X61": "Caissiers, employés de rayon"},
    domain_labels={"D": 'Commerce "et" vente'},
    demand=(
        Demand("R0X61", "0101", 2025, None, None, None, False),
        Demand("R0X61", "8414", 2025, 120, 60, None, True),
    ),
    communes=(
        Commune("38053", "Bourgoin-Jallieu", ("38300", "38301"), "38", 45.6, 5.27, 29389, "8414"),
        Commune("69123", "Lyon", (), "69", 45.75, 4.83, None, "8414"),
    ),
    basins=(Basin("0101", "Basse-Terre", "01"), Basin("8414", "Nord-Est Isère", "84")),
    editions=(Edition("BMO", "2025", "France Travail, BMO", 2),),
    skills={
        "118069": Skill("118069", "Tenir une caisse", "C", "S"),
        "300002": Skill("300002", "Établir un devis", None, None),
    },
)
NOTE = "D1505,Vous tenez la caisse. On voit du monde.,tenir la caisse\n"
NOTES = "rome_code,summary,everyday_titles\n" + NOTE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue_writer.write(CATALOGUE, tmp_path)
    (tmp_path / "notes.csv").write_text(NOTES, encoding="utf-8")
    return tmp_path


def test_a_catalogue_is_read_back_as_it_was_written(folder: Path) -> None:
    assert catalogue_files.read(folder) == CATALOGUE


def test_the_hash_follows_the_content(folder: Path) -> None:
    before = catalogue_files.content_hash(folder)
    assert catalogue_files.content_hash(folder) == before
    path = folder / "demand.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("120", "121"), encoding="utf-8")
    assert catalogue_files.content_hash(folder) != before


@dataclass(frozen=True)
class Fault:
    """In `file`, `old` becomes `new`; the error must name `line`, `column` and the reason."""

    file: str
    old: str
    new: str
    line: int
    column: str
    reason: str


FAULTS = {
    "a figure that is not one": Fault("demand", "120", "beaucoup", 3, "projects", "nombre entier"),
    "a negative figure": Fault("demand", "120", "-1", 3, "projects", "nombre entier"),
    "a family that does not exist": Fault(
        "demand", "R0X61,8414", "Z9Z99,8414", 3, "fap_code", "families"
    ),
    "a basin that does not exist": Fault(
        "communes", "29389,8414", "29389,9999", 2, "basin_code", "basins"
    ),
    "a near job that is not bundled": Fault("jobs", "D1507,none", "X1234,none", 2, "near", "X1234"),
    "an unknown context": Fault("jobs", "weekend", "sunday", 2, "contexts", "sunday"),
    "an unknown access": Fault("jobs", "D1507,none", "D1507,easy", 2, "access", "easy"),
    "a wrong RIASEC letter": Fault("jobs", ",D,C,", ",D,X,", 2, "riasec_major", "R, I, A, S, E, C"),
    "an unknown skill": Fault("jobs", "118069|", "118070|", 2, "skills", "skills.csv"),
    "a wrong RIASEC letter of a skill": Fault("skills", ",C,S", ",C,X", 2, "riasec_minor", "S, E"),
    "a skill without a name": Fault("skills", "Tenir une caisse", "", 2, "label", "vide"),
    "the same skill twice": Fault("skills", "300002", "118069", 3, "skill_code", "ligne 2"),
    "a boolean in words": Fault("jobs", "none,0,0", "none,no,0", 2, "needs_licence_b", "0, 1"),
    "an unknown domain": Fault("jobs", ",D,C,", ",Q,C,", 2, "domain", "domains"),
    "an empty label": Fault("jobs", "Hôte de caisse", "", 2, "label_masculine", "vide"),
    "a latitude off the globe": Fault("communes", "45.6", "456", 2, "latitude", "entre -90 et 90"),
    "a latitude in words": Fault("communes", "45.6", "nord", 2, "latitude", "nombre"),
    "the same job twice": Fault("notes", NOTE, NOTE + NOTE, 3, "rome_code", "ligne 2"),
    "a note on a job that is not bundled": Fault("notes", "D1505", "Z0000", 2, "rome_code", "jobs"),
    "a title of a job that is not bundled": Fault(
        "titles", "D1505", "Z0000", 2, "rome_code", "jobs"
    ),
    "a cell too many": Fault("titles", "Caissier", "Caissier,oui", 2, "", "3 cases au lieu de 2"),
    "a column renamed": Fault("titles", "title", "titre", 1, "", "première ligne"),
    "a quote left open": Fault("titles", "Caissier", '"Caissier', 0, "", "CSV"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_by_file_line_column_and_reason(folder: Path, fault: Fault) -> None:
    path = folder / f"{fault.file}.csv"
    text = path.read_text(encoding="utf-8")
    assert fault.old in text
    path.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
    with pytest.raises(BrokenCatalogue) as raised:
        catalogue_files.read(folder)
    message = str(raised.value)
    assert f"{fault.file}.csv" in message
    assert fault.reason in message
    assert not fault.line or f"ligne {fault.line}" in message
    assert not fault.column or f"colonne {fault.column}" in message
    assert "Corrigez ce fichier" in message


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "basins.csv").unlink()
    with pytest.raises(BrokenCatalogue, match="basins.csv"):
        catalogue_files.read(folder)
    with pytest.raises(BrokenCatalogue, match="basins.csv"):
        catalogue_files.content_hash(folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "titles.csv").write_bytes("rome_code,title\nD1505,Hôte\n".encode("latin-1"))
    with pytest.raises(BrokenCatalogue, match="UTF-8"):
        catalogue_files.read(folder)
