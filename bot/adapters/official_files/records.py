"""The facts of the official files, one kind of row each, as they are kept: codes, labels, figures.

Labels have their doubled apostrophes repaired and are otherwise as published. None is unknown.
"""

from __future__ import annotations

from typing import NamedTuple


class RomeJob(NamedTuple):
    """A job of ROME 4.0; `parent_code` is its code in ROME v3. Transitions are the labels given."""

    rome_code: str
    label: str
    ogr_code: str
    parent_code: str
    is_executive: bool
    is_regulated: bool
    ecological_transition: str | None
    digital_transition: str | None
    demographic_transition: str | None


class RomeRiasec(NamedTuple):
    rome_code: str
    major: str
    minor: str | None


class RomeTitle(NamedTuple):
    """An appellation. is_rare: ROME says that it is little used."""

    ogr_code: str
    rome_code: str
    label: str
    is_rare: bool


class RomeItem(NamedTuple):
    """A skill, a piece of knowledge or a work context, with the category that ROME puts it in.

    macro_code: OGR code of the macro-competence that a skill is a case of.
    """

    ogr_code: str
    kind: str
    label: str
    category: str | None
    macro_code: str | None = None


class RomeMacroRiasec(NamedTuple):
    """The RIASEC letters of a macro-competence, which is itself an item of the kind skill."""

    ogr_code: str
    major: str | None
    minor: str | None


class RomeJobItem(NamedTuple):
    rome_code: str
    ogr_code: str


class RomeCoreItem(NamedTuple):
    """An item that is at the heart of a job ("Principale"), or emerging in it ("Émergente")."""

    rome_code: str
    ogr_code: str
    importance: str


class RomeNear(NamedTuple):
    """A near job; `rank` counts from the nearest."""

    rome_code: str
    near_code: str
    rank: int


class RomeText(NamedTuple):
    """One sentence of a job's definition or access text, in order."""

    rome_code: str
    kind: str
    position: int
    text: str


class RomeDomain(NamedTuple):
    domain: str
    label: str


class RomeInterest(NamedTuple):
    """A job under a centre of interest; is_main: the centre is one of its main ones."""

    interest_code: str
    label: str
    rome_code: str
    is_main: bool


class BmoRow(NamedTuple):
    """Hiring projects of a family, in the part of a basin that lies in one department."""

    year: int
    fap_code: str
    fap_label: str
    region: str
    department: str
    basin_code: str
    basin_name: str
    projects: int | None
    hard: int | None
    seasonal: int | None


class FapFamily(NamedTuple):
    """A family of the 341 level and the one of the 228 level that holds it (BMO's)."""

    fap341: str
    fap228: str
    label228: str


class FapPassage(NamedTuple):
    """ROME v3 code and employee qualification (0 to 9) -> family of the 341 level."""

    rome_v3: str
    qualification: str
    fap341: str


class TensionJob(NamedTuple):
    """A job in tension by decree: region in words ("France Entière" too), FAP 2009 code."""

    region: str
    fap2009: str
    label: str


class PlaceFact(NamedTuple):
    """What one file says of one commune, or of a place that the post serves in it.

    kind: COM commune, ARM municipal arrondissement (parent: its city), None when the file does not
    say. locality: name of a former commune, of the postal file.
    """

    insee_code: str
    name: str | None
    kind: str | None
    parent: str | None
    department: str | None
    region: str | None
    postcodes: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    basin_code: str | None
    basin_name: str | None
    zone_code: str | None
    zone_name: str | None
    population: int | None
    locality: str | None
