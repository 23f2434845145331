"""ROME to FAP 2021: from a job to the family under which BMO counts its hiring.

The Dares table gives, for each ROME v3 code and employee qualification, a FAP of the 341 level;
the FAP tree gives the 228 level, whose codes are those of BMO. Qualifications: 1 labourer,
2 semi-skilled worker, 3 and 4 skilled worker, 5 unskilled employee, 6 skilled employee,
7 technician, 8 supervisor, 9 executive, 0 not given.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.table import OfficialFileError

EXECUTIVE = ("9", "8")
WORKERS = "12345678"
# The training a job asks for (job.ACCESS) tells at which qualification people are hired.
BY_ACCESS = {"none": "125", "short": "346", "long": "78"}

# Labels that are misspelt or unclear in the official files, Dares or BMO: all 228 were read.
CORRECTED_LABELS = {
    "B6X73": "Techniciens et agents de maîtrise de chantiers du BTP",
    "E0X30": "Pilotes d'installations lourdes des industries de transformation et d'énergie",
    "E3X20": "Ouvriers peu qualifiés des industries agro-alimentaires",
    "E3X40": "Ouvriers qualifiés des industries agro-alimentaires",
    "E5X80": "Agents de maîtrise et assimilés des industries de process",
    "G1X70": "Techniciens en hygiène, sécurité et environnement, et protection de la nature",
    "H1X91": "Ingénieurs et cadres en hygiène, sécurité et environnement industriels",
    "J0X32": "Conducteurs d'engins légers de déplacement de charges, caristes",
    "J0X34": "Magasiniers et préparateurs de commandes qualifiés",
    "J1X80": "Responsables du magasinage et de la logistique (non cadres)",
    "J4X63": "Employés du tourisme et agents de billetterie des transports",
}

Crosswalk = dict[str, dict[str, str]]


def crosswalk(edition: Edition) -> Crosswalk:
    """For each ROME v3 code: qualification -> family (228 level)."""
    family = {row.fap341: row.fap228 for row in edition.parts["fap_families"]}
    families: Crosswalk = defaultdict(dict)
    for row in edition.parts["fap_passage"]:
        families[row.rome_v3][row.qualification] = family[row.fap341]
    return dict(families)


def labels(edition: Edition) -> dict[str, str]:
    """Family code -> label."""
    return {row.fap228: row.label228 for row in edition.parts["fap_families"]}


def family_of(by_qualification: dict[str, str], is_executive: bool, access: str | None) -> str:
    """The family of a job: that of the qualifications that fit the training it asks for.

    Most jobs have one family whatever the qualification. When the fitting ones differ, the most
    frequent family wins, then the one of the lowest qualification. Unknown access counts as short.
    """
    fitting = EXECUTIVE if is_executive else (BY_ACCESS[access or "short"],)
    for qualifications in (*fitting, WORKERS, "90"):
        families = [by_qualification[q] for q in qualifications if q in by_qualification]
        if families:
            return Counter(families).most_common(1)[0][0]
    raise OfficialFileError("La table de la Dares a un code ROME sans famille.")
