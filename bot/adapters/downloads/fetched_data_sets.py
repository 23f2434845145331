"""What `declic data fetch` downloads, and where each producer publishes it.

An address is here only when public code or notes that use it were read, in November 2026. Where
none was found, the person is told which file to take and on which page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

DATA_GOUV = "https://www.data.gouv.fr"
_RESOURCE = f"{DATA_GOUV}/api/1/datasets/r"
_DARES_PAGE = (
    "https://dares.travail-emploi.gouv.fr/donnees/"
    "la-nomenclature-des-familles-professionnelles-2021"
)
_DARES_DATA_SET = "la-nomenclature-des-familles-professionnelles-2021"


class Address(NamedTuple):
    """year: of the edition that is there; None: the current one, whatever the day."""

    url: str
    year: str | None = None


@dataclass(frozen=True)
class FetchedDataSet:
    """One file to download.

    stem: its name on the disk; {year} is the year of the edition. formats: as data.gouv.fr names
    them; suffix: of the name on the disk, when it is not the format. title: pattern over the title
    and file name of the resource, in small letters without accents.
    holds: pattern over the names inside an archive or workbook, or over the first line of a CSV.
    data_gouv_id: None when the producer does not publish there. addresses: tried in order when
    data.gouv.fr does not help. page, wanted_file: what a person downloads by hand.
    """

    name: str
    stem: str
    formats: tuple[str, ...]
    holds: str
    page: str
    wanted_file: str
    data_gouv_id: str | None = None
    title: str = ""
    addresses: tuple[Address, ...] = ()
    suffix: str | None = None


FETCHED = (
    FetchedDataSet(
        "ROME",
        "rome",
        ("csv", "zip"),
        r"referentiel_code_rome_v\d+_utf8\.csv$",
        f"{DATA_GOUV}/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome",
        "Toutes les données du ROME (csv)",
        data_gouv_id="58da857388ee384902e505f5",
        title=r"toutes les donnees du rome",
        addresses=(
            Address("https://api.francetravail.fr/api-nomenclatureemploi/v1/open-data/csv"),
            Address(f"{_RESOURCE}/8cf674b6-ef21-446a-8190-178e2defd6fc"),
        ),
        suffix="zip",
    ),
    FetchedDataSet(
        "BMO",
        "bmo-{year}",
        ("xlsx", "zip"),
        r"^xl/workbook\.xml$|\.xlsx$",
        f"{DATA_GOUV}/datasets/enquete-besoins-en-main-doeuvre-bmo",
        "le classeur de l'année la plus récente",
        data_gouv_id="561fa564c751df4f2acdbb48",
        title=r"20\d\d",
        addresses=(Address(f"{_RESOURCE}/228917c7-c22e-4766-835e-fcb923f29b3d", "2026"),),
    ),
    FetchedDataSet(
        "FAP, familles",
        "fap-familles-2021",
        ("xlsx",),
        r"^xl/workbook\.xml$",
        _DARES_PAGE,
        "Dares_Arborescence_FAP2021.xlsx",
        data_gouv_id=_DARES_DATA_SET,
        title=r"arborescence",
        addresses=(Address(f"{_RESOURCE}/f1be98eb-0414-4648-a683-7dbed3ebaca7"),),
    ),
    FetchedDataSet(
        "FAP, passage du ROME",
        "fap-passage-2021",
        ("csv",),
        r"rome.*qualif.*fap",
        _DARES_PAGE,
        "Dares_Table_passage_ROME_Qualif_to_FAP2021_pour_programme.csv",
        data_gouv_id=_DARES_DATA_SET,
        title=r"passage.*rome.*(qualif|programme)",
    ),
    FetchedDataSet(
        "COG",
        "communes-{year}",
        ("csv",),
        r"typecom.*comparent",
        f"{DATA_GOUV}/datasets/code-officiel-geographique-cog",
        "la liste des communes au 1er janvier (v_commune)",
        data_gouv_id="58c984b088ee386cdb1261f3",
        title=r"liste des communes, arrondissements municipaux|v_commune_20\d\d\.csv",
        addresses=(
            Address(
                "https://www.insee.fr/fr/statistiques/fichier/8740222/v_commune_2026.csv", "2026"
            ),
        ),
    ),
    FetchedDataSet(
        "CODES POSTAUX",
        "codes-postaux-{year}",
        ("csv",),
        # The file that most people take, 019HexaSmal.csv, has no positions: communes need them.
        r"code_commune_insee.*code_postal.*(_geopoint|coordonnees_gps)",
        f"{DATA_GOUV}/datasets/base-officielle-des-codes-postaux",
        "base-officielle-codes-postaux.csv, avec la colonne _geopoint",
        data_gouv_id="545b55e1c751df52de9b6045",
        title=r"base-officielle-codes-postaux\.csv",
        addresses=(
            Address(
                "https://datanova.laposte.fr/data-fair/api/v1/datasets/laposte-hexasmal/"
                "metadata-attachments/base-officielle-codes-postaux.csv"
            ),
            Address(f"{_RESOURCE}/008a2dda-2c60-4b63-b910-998f6f818089"),
        ),
    ),
    FetchedDataSet(
        "POPULATION",
        "populations-2023",
        ("zip",),
        r"donnees_communes\.csv$",
        "https://www.insee.fr/fr/statistiques/8680726",
        "ensemble.zip (populations de référence 2023)",
        addresses=(Address("https://www.insee.fr/fr/statistiques/fichier/8680726/ensemble.zip"),),
    ),
    FetchedDataSet(
        "BASSINS",
        "bassins-{year}",
        ("xlsx",),
        r"^xl/workbook\.xml$",
        "https://statistiques.francetravail.org/bmo/static/methode_2026",
        "Bassins_d'emploi_2026.xlsx",
    ),
)
