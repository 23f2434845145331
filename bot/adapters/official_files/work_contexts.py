"""ROME work contexts (OGR codes) as the context codes of the core.

ROME lists what a job may involve, not what each employer asks. "outside_school" is given by
every context that cannot be kept within school hours and terms.
"""

from __future__ import annotations

from collections.abc import Iterable

CONTEXTS_BY_OGR: dict[str, tuple[str, ...]] = {
    # hours
    "23374": ("weekend", "outside_school"),  # Saturday
    "23376": ("weekend", "outside_school"),  # weekends and public holidays
    "300793": ("weekend", "outside_school"),  # Sunday
    "300803": ("night", "outside_school"),  # night
    "126450": ("shifted", "outside_school"),  # two or three shifts
    "300805": ("shifted", "outside_school"),  # early or late hours
    "300808": ("shifted", "outside_school"),  # rotating
    "400005": ("shifted", "outside_school"),  # split day
    "300804": ("outside_school",),  # on call
    "403095": ("outside_school",),  # irregular rhythm and peaks
    "403826": ("outside_school",),  # during school holidays
    "511474": ("outside_school",),  # called in an emergency
    "300806": ("daytime",),
    # effort and posture
    "300795": ("heavy_loads",),
    "300800": ("standing",),
    "403025": ("sitting",),
    "300801": ("repetitive",),  # repetitive or imposed pace
    # surroundings
    "300783": ("outdoors",),
    "23377": ("outdoors",),  # in the mountains
    "300790": ("outdoors", "cold_or_heat"),  # hard climate
    "400034": ("outdoors",),  # at sea
    "300782": ("heights",),
    "300824": ("noise",),
    "300787": ("cold_or_heat", "indoors"),  # cold store
    "300789": ("cold_or_heat",),  # high temperatures
    "403021": ("cold_or_heat",),  # low temperatures
    "300791": ("chemicals",),  # hazardous products
    "403022": ("chemicals",),  # gas, aerosols, fumes
    "403020": ("public_contact",),
    # places
    "23379": ("indoors",),  # darkroom
    "23380": ("indoors",),  # laboratory
    "23382": ("indoors",),  # production line
    "300777": ("indoors",),  # at one's own home
    "300778": ("indoors",),  # in people's homes
    "300784": ("indoors",),  # controlled atmosphere
    "300785": ("indoors",),  # clean room
    "400007": ("indoors",),  # operating theatre
    "402010": ("indoors",),  # no daylight
    "405328": ("indoors",),  # delivery room
    "489918": ("indoors",),  # factory
    "512375": ("indoors",),  # studio
    "403092": ("indoors", "hands"),  # workshop
    "403093": ("indoors", "screen"),  # engineering office
    # ways of working
    "300799": ("screen",),  # can be done from home
    "300794": ("hands",),  # machines and tools
    "403019": ("hands",),  # fine manual skill
    "403962": ("hands",),  # building site
    "403107": ("team",),  # projects
    "490468": ("alone",),
    "300779": ("travel",),
    "23378": ("travel",),  # across the department
    "23381": ("travel",),  # across the region
    "300817": ("travel",),  # across the country
    "300814": ("travel",),  # across Europe
    "300816": ("travel",),  # worldwide
}


def contexts_of(ogr_codes: Iterable[str]) -> frozenset[str]:
    """The context codes of a job's official items; items that we do not use are left out."""
    return frozenset(code for ogr in ogr_codes for code in CONTEXTS_BY_OGR.get(ogr, ()))
