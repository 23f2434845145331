"""A hand-made catalogue: two basins, five communes, a dozen jobs; each test changes one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import settings

from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.finding import Column, Finding
from bot.orientation.job import Demand, Job, Title
from bot.orientation.mobility import Reach, reach
from bot.orientation.profile import PastJob, Profile
from bot.orientation.situation import Situation, situation_of
from bot.orientation.territory import Basin, Commune
from bot.orientation.trips import trips_from

always = settings(deadline=None, derandomize=True, max_examples=40)
"""Property tests: no clock, and the same examples in every run."""

NO_BREAK, NARROW = "\u00a0", "\u202f"


def job(rome_code: str, letters: str, family: str, contexts: str = "", **changes: object) -> Job:
    """A job named after its code; `letters`: major then minor; `contexts`: separated by spaces."""
    made = Job(
        rome_code=rome_code,
        label_masculine=f"Agent {rome_code}",
        label_feminine=f"Agente {rome_code}",
        domain=rome_code[0],
        riasec_major=letters[0],
        riasec_minor=letters[1:] or None,
        fap_code=family,
        contexts=frozenset(contexts.split()),
        near=(),
        access="none",
        needs_licence_b=False,
        is_regulated=False,
        summary="On fait ceci. On aime cela.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


JOBS = (
    job("D1505", "CR", "caisse", "weekend standing public_contact", near=("D1507",)),
    job("D1507", "CR", "rayon", "heavy_loads weekend standing", near=("D1505",)),
    job("D1102", "R", "boulange", "night heavy_loads", access="short", near=("D1104",)),
    job("D1104", "R", "boulange", "standing indoors daytime", access="short", near=("D1102",)),
    job("I1604", "RI", "garage", "indoors hands daytime", access="short"),
    job("I1203", "R", "batiment", "hands daytime travel"),
    job("M1607", "CS", "bureau", "screen daytime", access="short"),
    job("K1304", "S", "domicile", "public_contact travel weekend"),
    job("K1801", "SE", "conseil", "public_contact daytime", access="long"),
    job("A1203", "R", "vert", "outdoors hands daytime heavy_loads"),
    job("N4105", "R", "livraison", "alone daytime", needs_licence_b=True),
    job("J1506", "SI", "soin", "night public_contact", access=None, is_regulated=True),
)

COMMUNES = (
    Commune("38001", "Bourg", ("38000",), "38", 45.60, 5.27, 30_000, "b1"),
    Commune("38002", "Voisine", ("38010",), "38", 45.62, 5.31, 4_000, "b1"),
    Commune("38003", "Lointaine", ("38020",), "38", 45.85, 5.60, 6_000, "b1"),
    Commune("69001", "Ville", ("69000",), "69", 45.70, 5.00, 200_000, "b2"),
    Commune("69002", "Ferme", ("69010",), "69", 45.55, 5.20, 500, "b2"),
)


def demand(family: str, basin: str, projects: int | None, **changes: object) -> Demand:
    made = Demand(family, basin, 2025, projects, None, None)
    return replace(made, **changes)  # type: ignore[arg-type]


DEMAND = (
    demand("caisse", "b1", 80),
    demand("rayon", "b1", 120),
    demand("boulange", "b1", 40),
    demand("garage", "b1", 1240, hard=900, seasonal=10),
    demand("batiment", "b1", 60),
    demand("bureau", "b1", None),
    demand("bureau", "b2", 300),
    demand("domicile", "b1", 200, is_minimum=True),
    demand("conseil", "b1", 30),
    demand("vert", "b1", 50, hard=10, seasonal=45),
    demand("livraison", "b1", 90),
    demand("soin", "b1", 100),
)

WORLD = Catalogue(
    jobs=JOBS,
    titles=tuple(Title(f"Agent {one.rome_code}", one.rome_code, True) for one in JOBS),
    family_labels={one.fap_code: f"Famille {one.fap_code}" for one in JOBS},
    domain_labels={letter: f"Domaine {letter}" for letter in "ADIJKMN"},
    demand=DEMAND,
    communes=COMMUNES,
    basins=(Basin("b1", "Bourg-le-Bassin", "84"), Basin("b2", "Grande Ville", "84")),
    editions=(Edition("BMO", "2025", "France Travail, BMO", len(DEMAND)),),
)

DRIVER = Profile(
    insee_code="38001",
    has_licence_b=True,
    vehicle="car",
    has_public_transport=False,
    max_minutes=30,
    hours_refused=frozenset(),
    conditions_refused=frozenset(),
    training_accepted="long",
)

CASHIER = PastJob("caissière chez Leclerc", "D1505")


def with_jobs(*jobs: Job) -> Catalogue:
    """The same world where these jobs replace those of the same code, or are added."""
    codes = {one.rome_code for one in jobs}
    kept = tuple(one for one in JOBS if one.rome_code not in codes)
    labels = {one.fap_code: f"Famille {one.fap_code}" for one in (*kept, *jobs)}
    return replace(WORLD, jobs=(*kept, *jobs), family_labels=labels)


def reached(catalogue: Catalogue, profile: Profile) -> Reach:
    return reach(trips_from(catalogue, profile), profile)


def seen(profile: Profile, catalogue: Catalogue = WORLD) -> Situation:
    return situation_of(catalogue, profile)


def found(criterion: Callable[[Situation], Column], situation: Situation, code: str) -> Finding:
    """What a criterion says of one job."""
    return criterion(situation).finding(situation.table.row_by_code[code])


def by_code(rome_code: str, catalogue: Catalogue = WORLD) -> Job:
    return catalogue.job_by_code[rome_code]
