"""Communes that no road reaches: islands without a bridge, and forest communes of Guiana.

A boat or a plane has its own timetable, which no table of ours knows. So what is across the water
counts as out of reach by the minutes of a car or a bus, from the mainland and from the island
alike; a job on one's own island stays near. Left out: islands with a bridge or a causeway (Ré,
Oléron, Noirmoutier), those that are a part of a mainland commune (Porquerolles is Hyères, Chausey
is Granville), and far ones that distance alone rules out (Corsica, overseas). Petite-Terre is
here although its ferry takes thousands to work: a car's minutes across would be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

# Read off the map; INSEE codes. Those of one line are linked by road.
WITHOUT_A_ROAD: Mapping[str, tuple[str, ...]] = {
    "Ouessant": ("29155",),
    "Île-Molène": ("29084",),
    "Île-de-Sein": ("29083",),
    "Île-de-Batz": ("29082",),
    "Île-de-Bréhat": ("22016",),
    "Groix": ("56069",),
    "Belle-Île-en-Mer": ("56009", "56114", "56152", "56241"),
    "Île-d'Houat": ("56086",),
    "Hœdic": ("56085",),
    "Île-aux-Moines": ("56087",),
    "Île-d'Arz": ("56088",),
    "L'Île-d'Yeu": ("85113",),
    "Île-d'Aix": ("17004",),
    "Terre-de-Bas": ("97130",),
    "Terre-de-Haut": ("97131",),
    "Marie-Galante": ("97108", "97112", "97126"),
    "La Désirade": ("97110",),
    "Saint-Barthélemy": ("97701",),
    "Saint-Martin": ("97801",),
    "Miquelon-Langlade": ("97501",),
    "Saint-Pierre": ("97502",),
    "Petite-Terre": ("97608", "97615"),
    "Camopi": ("97356",),
    "Grand-Santi": ("97357",),
    "Maripasoula and Papaichton": ("97353", "97362"),
    "Ouanary": ("97314",),
    "Saül": ("97352",),
}
ISLAND_NUMBERS: Mapping[str, int] = {
    insee_code: number
    for number, codes in enumerate(WITHOUT_A_ROAD.values(), 1)
    for insee_code in codes
}
"""INSEE code -> number of its island; the mainland and the roads of each territory are 0."""
