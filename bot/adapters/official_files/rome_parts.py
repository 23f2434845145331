"""The tables of ROME 4.0; the doubled apostrophes of their texts are repaired."""

from __future__ import annotations

import re

from bot.adapters.official_files.part import Part, Reader
from bot.adapters.official_files.records import (
    RomeCoreItem,
    RomeDomain,
    RomeInterest,
    RomeItem,
    RomeJob,
    RomeJobItem,
    RomeMacroRiasec,
    RomeNear,
    RomeRiasec,
    RomeText,
    RomeTitle,
)
from bot.adapters.official_files.table import Row, RowRefused

ROME = re.compile(r"[A-N]\d{4}")
OGR = re.compile(r"\d{1,7}")
LETTER = re.compile(r"[RIASEC]")


def _said(row: Row, name: str) -> str:
    return row.text(name).replace("’'", "'").replace("''", "'")


def _job(row: Row) -> RomeJob:
    return RomeJob(
        rome_code=row.code("rome_code", ROME),
        label=_said(row, "label"),
        ogr_code=row.code("ogr_code", OGR),
        parent_code=row.code("parent_code", ROME),
        is_executive=row.yes("is_executive"),
        is_regulated=row.yes("is_regulated"),
        ecological_transition=row.optional("ecological"),
        digital_transition=row.optional("digital"),
        demographic_transition=row.optional("demographic"),
    )


def _riasec(row: Row) -> RomeRiasec:
    return RomeRiasec(
        row.code("rome_code", ROME),
        row.code("major", LETTER),
        row.optional_code("minor", LETTER),
    )


def _title(row: Row) -> RomeTitle:
    return RomeTitle(
        row.code("ogr_code", OGR),
        row.code("rome_code", ROME),
        _said(row, "label"),
        row.yes("is_rare"),
    )


def _item(kind: str) -> Reader:
    """Reader of the items of a kind: skill, knowledge, context."""

    def read(row: Row) -> RomeItem:
        code, label = row.code("ogr_code", OGR), _said(row, "label")
        macro_code = row.optional_code("macro_code", OGR)
        return RomeItem(code, kind, label, row.optional("category"), macro_code)

    return read


def _macro_riasec(row: Row) -> RomeMacroRiasec:
    return RomeMacroRiasec(
        row.code("ogr_code", OGR),
        row.optional_code("major", LETTER),
        row.optional_code("minor", LETTER),
    )


def _job_item(row: Row) -> RomeJobItem:
    return RomeJobItem(row.code("rome_code", ROME), row.code("ogr_code", OGR))


def _core_item(row: Row) -> RomeCoreItem:
    importance = row.optional("importance") or ""
    return RomeCoreItem(row.code("rome_code", ROME), row.code("ogr_code", OGR), importance)


def _near(row: Row) -> RomeNear:
    return RomeNear(row.code("rome_code", ROME), row.code("near_code", ROME), row.whole("rank"))


def _text(row: Row) -> RomeText:
    kind = row.text("kind")
    if kind not in ("definition", "acces_metier"):
        raise RowRefused(f"« {kind[:40]} » n'est pas un type de texte connu")
    position = row.whole("position")
    return RomeText(row.code("rome_code", ROME), kind, position, _said(row, "text"))


def _domain(row: Row) -> RomeDomain:
    return RomeDomain(row.code("domain", re.compile("[A-N]")), _said(row, "label"))


def _interest(row: Row) -> RomeInterest:
    return RomeInterest(
        row.code("interest_code", OGR),
        _said(row, "label"),
        row.code("rome_code", ROME),
        row.yes("is_main"),
    )


PARTS = (
    Part(
        "rome_jobs",
        "ROME",
        record=RomeJob,
        key=("rome_code",),
        columns={
            "rome_code": "code_rome",
            "label": "libelle_rome",
            "ogr_code": "code_ogr",
            "parent_code": "code_rome_parent",
            "is_executive": "emploi_cadre",
            "is_regulated": "emploi_reglemente",
        },
        read=_job,
        fewest=1_500,
        optional={
            "ecological": "transition_eco",
            "digital": "transition_num",
            "demographic": "transition_demo",
        },
    ),
    Part(
        "rome_riasec",
        "ROME",
        record=RomeRiasec,
        key=("rome_code",),
        columns={"rome_code": "code_rome", "major": "riasec_majeur", "minor": "riasec_mineur"},
        read=_riasec,
        fewest=1_500,
    ),
    Part(
        "rome_titles",
        "ROME",
        record=RomeTitle,
        key=("ogr_code", "rome_code"),
        columns={
            "ogr_code": "code_ogr",
            "rome_code": "code_rome",
            "label": "libelle_appellation_long",
        },
        read=_title,
        fewest=12_000,
        optional={"is_rare": "peu_usite"},
    ),
    Part(
        "rome_skills",
        "ROME",
        record=RomeItem,
        key=("ogr_code",),
        columns={"ogr_code": "code_ogr", "label": "libelle_competence", "category": "cat_comp"},
        read=_item("skill"),
        fewest=15_000,
        optional={"macro_code": "code_ogr_macro_comp"},
        is_required=False,
    ),
    Part(
        "rome_macro_riasec",
        "ROME",
        record=RomeMacroRiasec,
        key=("ogr_code",),
        columns={"ogr_code": "code_ogr", "major": "riasec_majeur", "minor": "riasec_mineur"},
        read=_macro_riasec,
        fewest=400,
        is_required=False,
    ),
    Part(
        "rome_knowledge",
        "ROME",
        record=RomeItem,
        key=("ogr_code",),
        columns={
            "ogr_code": "code_ogr_savoir",
            "label": "libelle_savoir",
            "category": "categorie_savoir",
        },
        read=_item("knowledge"),
        fewest=12_000,
        is_required=False,
    ),
    Part(
        "rome_contexts",
        "ROME",
        record=RomeItem,
        key=("ogr_code",),
        columns={
            "ogr_code": "code_ogr",
            "label": "libelle_cont_travail",
            "category": "libelle_type_cont_trav",
        },
        read=_item("context"),
        fewest=150,
        is_required=False,
    ),
    Part(
        "rome_job_items",
        "ROME",
        record=RomeJobItem,
        key=("rome_code", "ogr_code"),
        columns={"rome_code": "code_rome", "block": "code_compo_bloc", "ogr_code": "code_ogr"},
        read=_job_item,
        fewest=100_000,
    ),
    Part(
        "rome_core_items",
        "ROME",
        record=RomeCoreItem,
        key=("rome_code", "ogr_code"),
        columns={"rome_code": "code_rome", "ogr_code": "code_ogr", "importance": "coeur_metier"},
        read=_core_item,
        fewest=90_000,
        is_required=False,
    ),
    Part(
        "rome_near",
        "ROME",
        record=RomeNear,
        key=("rome_code", "near_code"),
        columns={"rome_code": "code_rome", "near_code": "code_rome_cible", "rank": "numero_ordre"},
        read=_near,
        fewest=12_000,
    ),
    Part(
        "rome_texts",
        "ROME",
        record=RomeText,
        key=("rome_code", "kind", "position"),
        columns={
            "rome_code": "code_rome",
            "kind": "libelle_type_texte",
            "position": "position_phrase",
            "text": "libelle_texte",
        },
        read=_text,
        fewest=10_000,
    ),
    Part(
        "rome_domains",
        "ROME",
        record=RomeDomain,
        key=("domain",),
        columns={"domain": "code_grand_domaine", "label": "libelle_grand_domaine"},
        read=_domain,
        fewest=14,
    ),
    Part(
        "rome_interests",
        "ROME",
        record=RomeInterest,
        key=("interest_code", "rome_code"),
        columns={
            "interest_code": "code_centre_interet",
            "label": "libelle_centre_interet",
            "rome_code": "code_rome",
            "is_main": "principal",
        },
        read=_interest,
        fewest=4_000,
        is_required=False,
    ),
)
