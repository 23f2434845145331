"""Communes of a region: postcodes, centre, population and employment basin.

The municipal arrondissements of Lyon are communes here, each with its own postcode; the people
and the postcodes of the whole city are theirs, so that nothing is counted twice.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.official_files import table
from bot.orientation.territory import Commune

COLUMNS = (
    "code_insee",
    "nom",
    "typecom",
    "comparent",
    "dep",
    "reg",
    "codes_postaux",
    "lat",
    "lon",
    "code_bassin_ft",
    "population",
)
POSTAL_COLUMNS = ("code_commune_insee", "code_postal", "ligne_5", "_geopoint")


@dataclass(frozen=True)
class PostalPlace:
    """A place of the postal file: a former commune that the post still serves under its name."""

    postcode: str
    latitude: float
    longitude: float


def read(reference: Path, region: str) -> tuple[Commune, ...]:
    """The communes and arrondissements of the region (INSEE code), in code order."""
    path = _path(reference)
    rows = [row for row in table.read(path, COLUMNS) if row["reg"] == region]
    if not rows:
        raise table.OfficialFileError(f"{path} n'a aucune commune de la région {region}.")
    divided = {row["comparent"] for row in rows if row["typecom"] == "ARM"}
    places = _postal_places(reference)
    communes = (_commune(row, row["code_insee"] in divided, places) for row in rows)
    return tuple(sorted(communes, key=lambda commune: commune.insee_code))


def year(reference: Path) -> str:
    """Year of the communes' list (code officiel géographique), from the name of its file."""
    return _path(reference).name.split("_")[1]


def _path(reference: Path) -> Path:
    return table.find(reference, "geo/communes_20[0-9][0-9]_derive")


def _commune(
    row: dict[str, str], is_divided: bool, places: dict[tuple[str, str], PostalPlace]
) -> Commune:
    postcodes = tuple(row["codes_postaux"].split("|")) if row["codes_postaux"] else ()
    if row["lat"]:
        latitude, longitude = float(row["lat"]), float(row["lon"])
    else:
        place = _place_of(row, places)
        postcodes = postcodes or (place.postcode,)
        latitude, longitude = place.latitude, place.longitude
    has_figure = row["population"] and not is_divided
    return Commune(
        insee_code=row["code_insee"],
        name=row["nom"].removesuffix(" Arrondissement"),
        postcodes=() if is_divided else postcodes,
        department=row["dep"],
        latitude=latitude,
        longitude=longitude,
        population=int(row["population"]) if has_figure else None,
        basin_code=row["code_bassin_ft"].zfill(4),
    )


def _postal_places(reference: Path) -> dict[tuple[str, str], PostalPlace]:
    """Former communes of the postal file, by department and postal spelling of the name."""
    path = table.find(reference, "geo/laposte_base-officielle-codes-postaux_20[0-9][0-9]")
    places = {}
    for row in table.read(path, POSTAL_COLUMNS):
        if row["ligne_5"] and row["_geopoint"]:
            latitude, longitude = map(float, row["_geopoint"].split(","))
            place = PostalPlace(row["code_postal"], round(latitude, 5), round(longitude, 5))
            places[row["code_commune_insee"][:2], row["ligne_5"]] = place
    return places


def _place_of(row: dict[str, str], places: dict[tuple[str, str], PostalPlace]) -> PostalPlace:
    """Where the postal file puts a commune that was part of another one until lately."""
    place = places.get((row["dep"], postal_spelling(row["nom"])))
    if place is None:
        raise table.OfficialFileError(
            f"Ni les communes ni La Poste ne situent {row['nom']} ({row['code_insee']})."
        )
    return place


def postal_spelling(name: str) -> str:
    """A name as the post writes it: capitals, no accent, hyphen or apostrophe, ST for Saint."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = plain.upper().replace("-", " ").replace("'", " ").split()
    return " ".join({"SAINT": "ST", "SAINTE": "STE"}.get(word, word) for word in words)
