"""ROME to FAP 2021: from a job to the family under which BMO counts its hiring.

The Dares table gives, for each ROME v3 code and employee qualification (0 to 9), a FAP of the
341 level; the FAP tree gives the 228 level, whose codes are those of BMO.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from bot.adapters.official_files import table

EXECUTIVE = ("9", "8")
WORKERS = "12345678"

Crosswalk = dict[str, dict[str, str]]


def read(reference: Path) -> Crosswalk:
    """For each ROME v3 code: qualification -> family (228 level)."""
    tree = table.find(reference, "fap/dares_arborescence_fap2021*")
    family = {
        row["Code_FAP341"]: row["Code_FAP228"]
        for row in table.read(tree, ("Code_FAP341", "Code_FAP228"))
    }
    passage = table.find(reference, "fap/dares_passage_rome_qualif_fap2021*")
    crosswalk: Crosswalk = defaultdict(dict)
    for row in table.read(passage, ("ROME", "Qualif", "FAP341"), delimiter=";"):
        crosswalk[row["ROME"]][row["Qualif"]] = family[row["FAP341"]]
    return dict(crosswalk)


def labels(reference: Path) -> dict[str, str]:
    """Family code -> label."""
    tree = table.find(reference, "fap/dares_arborescence_fap2021*")
    rows = table.read(tree, ("Code_FAP228", "Intitulé_FAP228"))
    return {row["Code_FAP228"]: row["Intitulé_FAP228"] for row in rows}


def family_of(by_qualification: dict[str, str], is_executive: bool) -> str:
    """The family of a job: that of executives, or the one most qualifications lead to.

    A tie goes to the family of the lowest qualification, where most hiring is.
    """
    if is_executive:
        for qualification in EXECUTIVE:
            if qualification in by_qualification:
                return by_qualification[qualification]
    workers = [by_qualification[q] for q in WORKERS if q in by_qualification]
    counts = Counter(workers or by_qualification.values())
    return counts.most_common(1)[0][0]
