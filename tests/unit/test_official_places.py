"""Communes put together from the files of several producers, of several years."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.official_files import editions, reading
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.compile_places import compiled
from bot.adapters.official_files.editions import Edition
from bot.orientation.administrative_areas import department_of
from bot.orientation.territory import Commune

COG = """\
TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
COM,29019,53,29,29D,291,0,BREST,Brest,Brest,2999,
COM,29155,53,29,29D,291,0,OUESSANT,Ouessant,Ouessant,2915,
COM,69123,84,69,69D,691,0,LYON,Lyon,Lyon,6999,
ARM,69381,84,69,69D,691,0,LYON 1ER,Lyon 1er,Lyon 1er Arrondissement,6999,69123
COMD,29024,53,29,29D,291,0,ANCIENNE,Ancienne,Ancienne,2999,29019
COM,97701,07,977,,,0,SAINT BARTHELEMY,Saint-Barthélemy,Saint-Barthélemy,,
"""
POSTAL = """\
#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5;coordonnees_gps
29019;BREST;29200;BREST;;48.4, -4.5
29019;BREST;29240;BREST;ANCIENNE;48.5, -4.4
29155;OUESSANT;29242;OUESSANT;;48.46, -5.1
69123;LYON;69001;LYON;;45.76, 4.83
69381;LYON 01;69001;LYON;;45.77, 4.83
97701;ST BARTHELEMY;97133;ST BARTHELEMY;;
"""
BASINS = """\
reg,dep,codgeo,codbe,libbe
53,29,29019,5301,BREST
53,29,29155,5301,BREST
84,69,69123,8428,LYON CENTRE
84,69,69381,8428,LYON CENTRE
07,977,97701,0102,BASSIN ILES DU NORD
"""
PEOPLE = """\
CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT
53;Bretagne;29;1;99;019;Brest;139 619;1;139620
53;Bretagne;29;1;15;155;Ouessant;830;1;831
07;Saint-Barthélemy;977;;;01;Saint-Barthélemy;10 585;1;10586
"""
FILES = {
    "v_commune_2026.csv": COG,
    "laposte_2024.csv": POSTAL,
    "bassins_2021.csv": BASINS,
    "populations_2023.csv": PEOPLE,
}


def read(folder: Path, files: dict[str, str]) -> dict[str, Edition]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    found = editions.assemble(reading.read([folder], is_extract=True), is_extract=True)
    assert all(isinstance(one, Edition) for one in found), found
    return {one.data_set: one for one in found if isinstance(one, Edition)}


@pytest.fixture
def communes(tmp_path: Path) -> dict[str, Commune]:
    return {c.insee_code: c for c in Places(read(tmp_path, FILES)).communes}


def test_each_fact_comes_from_the_file_that_says_it(communes: dict[str, Commune]) -> None:
    assert communes["29019"] == Commune(
        "29019", "Brest", ("29200", "29240"), "29", 48.4, -4.5, 139_619, "5301"
    )
    assert communes["29155"].population == 830


def test_a_delegated_commune_is_none(communes: dict[str, Commune]) -> None:
    assert "29024" not in communes


def test_a_city_in_arrondissements_has_neither_people_nor_postcodes(
    communes: dict[str, Commune],
) -> None:
    assert (communes["69123"].population, communes["69123"].postcodes) == (None, ())
    assert (communes["69381"].name, communes["69381"].postcodes) == ("Lyon 1er", ("69001",))


def test_a_commune_that_the_post_does_not_locate_is_found_on_our_map(
    communes: dict[str, Commune],
) -> None:
    place = communes["97701"]
    assert (place.latitude, place.longitude, place.department) == (17.90, -62.85, "977")
    assert place.population == 10_585


def test_communes_without_a_place_or_a_basin_are_left_out_and_counted(tmp_path: Path) -> None:
    files = {**FILES, "laposte_2024.csv": POSTAL.replace("48.46, -5.1", "")}
    files["bassins_2021.csv"] = BASINS.replace("53,29,29019,5301,BREST\n", "")
    places = Places(read(tmp_path, files))
    assert {c.insee_code for c in places.communes} == {"69123", "69381", "97701"}
    assert dict(places.left_out) == {
        "communes que ni les communes ni La Poste ne situent": 1,
        "communes sans bassin d'emploi": 1,
    }


JOINED = """\
code_insee,nom,typecom,comparent,dep,reg,codes_postaux,lat,lon,code_bassin_ft,population
29019,Brest,COM,,29,53,29200,48.1,-4.1,5399,1000
29155,Ouessant,COM,,29,53,29242,48.2,-5.2,,500
"""


@pytest.mark.parametrize(
    ("joined_year", "brest", "ouessant"),
    [
        pytest.param(2027, ("5399", 1000), ("5301", 500), id="the join is newer"),
        pytest.param(2020, ("5301", 139_619), ("5301", 830), id="the other files are newer"),
        pytest.param(2022, ("5399", 139_619), ("5301", 830), id="newer than one, older than one"),
    ],
)
def test_the_newest_file_that_says_a_thing_is_believed(
    tmp_path: Path,
    joined_year: int,
    brest: tuple[str, int],
    ouessant: tuple[str, int],
) -> None:
    files = {name: text for name, text in FILES.items() if "commune" not in name}
    places = Places(read(tmp_path, {**files, f"communes_{joined_year}.csv": JOINED}))
    found = {c.insee_code: (c.basin_code, c.population) for c in places.communes}
    assert (found["29019"], found["29155"]) == (brest, ouessant)


LAYOUTS = {
    "basins of 2026": (
        "bassins_2026.csv",
        "region;dep;code_commune;lib_commune;code_bassin_2026;lib_bassin_2026\n"
        "53;29;29019;BREST;5301;BREST\n",
        ("29019", "5301", None),
    ),
    "populations with the whole code": (
        "populations_2023.csv",
        "REG;DEP;CODCOM;COM;Commune;PMUN;PCAP;PTOT\n53;29;019;29019;Brest;139619;1;139620\n",
        ("29019", None, 139_619),
    ),
    "populations of a department overseas": (
        "populations_2023.csv",
        "CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT\n"
        "04;La Réunion;974;1;99;11;Saint-Denis;155634;1;155635\n",
        ("97411", None, 155_634),
    ),
}


@pytest.mark.parametrize(("name", "text", "fact"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_other_layouts_that_producers_use(
    tmp_path: Path, name: str, text: str, fact: tuple[str, str | None, int | None]
) -> None:
    (edition,) = read(tmp_path, {name: text}).values()
    ((record,),) = edition.parts.values()
    assert (record.insee_code, record.basin_code, record.population) == fact


HIRING = """\
annee,Code métier BMO,Nom métier BMO,REG,Dept,BE25,NOMBE25,met,xmet,smet
2025,R0X61,Caissiers,53,29,5301,BREST,100,10,0
2025,R0X61,Caissiers,01,971,102,BASSIN GRANDE-TERRE,50,10,0
2025,R0X61,Caissiers,01,971,113,BASSIN ILES DU NORD,20,10,0
"""


def test_a_basin_that_changed_its_code_is_found_by_its_name(tmp_path: Path) -> None:
    found = read(tmp_path, {**FILES, "bmo.csv": HIRING})
    made = compiled(Places(found), Bmo(found["BMO"]), None)
    basins = {commune.insee_code: commune.basin_code for commune in made.communes}
    assert basins["97701"] == "0113"
    assert basins["29019"] == "5301"
    assert made.left_out["bassins du BMO sans commune connue"] == 1
    assert made.left_out["bassins sans chiffre d'embauche"] == 1


def test_the_department_of_a_code() -> None:
    codes = ("38053", "2A004", "97411", "98735")
    assert [department_of(code) for code in codes] == ["38", "2A", "974", "987"]


def test_a_bmo_of_two_years_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bmo.csv").write_text(
        HIRING.replace("2025,R0X61,Caissiers,53", "2024,R0X61,Caissiers,53")
    )
    (refused,) = editions.assemble(
        reading.read([tmp_path], is_extract=True), given_number=2025, is_extract=True
    )
    assert not isinstance(refused, Edition) and "plusieurs années" in refused.reason
