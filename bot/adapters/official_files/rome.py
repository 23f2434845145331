"""ROME 4.0: jobs, RIASEC, titles, work contexts, near jobs, access."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.adapters.official_files import table

FOLDER = "rome_v*"


@dataclass(frozen=True)
class RomeJob:
    """One row of the ROME list; `parent_code` is its code in ROME v3."""

    rome_code: str
    label: str
    parent_code: str
    is_executive: bool
    is_regulated: bool


@dataclass(frozen=True)
class Rome:
    """The ROME files of a folder, read when asked for."""

    reference: Path

    @cached_property
    def edition(self) -> str:
        """Version number and date, as in "4.0 version 60 (18/09/2025)"."""
        text = (self._folder / "version.txt").read_text(encoding="utf-8-sig")
        version = re.search(r"version : (\d+)", text)
        published = re.search(r"publication : ([\d/]+)", text)
        if not version or not published:
            raise table.OfficialFileError(f"{self._folder}/version.txt ne dit ni version ni date.")
        return f"4.0 version {version[1]} ({published[1]})"

    @cached_property
    def jobs(self) -> dict[str, RomeJob]:
        columns = (
            "code_rome",
            "libelle_rome",
            "code_rome_parent",
            "emploi_cadre",
            "emploi_reglemente",
        )
        return {
            row["code_rome"]: RomeJob(
                rome_code=row["code_rome"],
                label=row["libelle_rome"],
                parent_code=row["code_rome_parent"],
                is_executive=row["emploi_cadre"] == "O",
                is_regulated=row["emploi_reglemente"] == "O",
            )
            for row in self._rows("referentiel_code_rome", columns)
        }

    @cached_property
    def riasec(self) -> dict[str, tuple[str, str | None]]:
        """Major and minor RIASEC letter of each job; there may be no minor one."""
        columns = ("code_rome", "riasec_majeur", "riasec_mineur")
        rows = self._rows("referentiel_code_rome_riasec", columns)
        return {r["code_rome"]: (r["riasec_majeur"], r["riasec_mineur"] or None) for r in rows}

    @cached_property
    def titles(self) -> dict[str, list[str]]:
        """The official appellations of each job, in full words."""
        rows = self._rows("referentiel_appellation", ("code_rome", "libelle_appellation_long"))
        return _grouped(rows, "code_rome", lambda row: row["libelle_appellation_long"])

    @cached_property
    def items(self) -> dict[str, list[str]]:
        """OGR codes linked to each job: skills, knowledge, work contexts."""
        rows = self._rows("liens_rome_referentiels", ("code_rome", "code_ogr"))
        return _grouped(rows, "code_rome", lambda row: row["code_ogr"])

    @cached_property
    def near(self) -> dict[str, list[str]]:
        """Near jobs of each job, in the official order."""
        columns = ("code_rome", "code_rome_cible", "numero_ordre")
        rows = self._rows("rubrique_mobilite", columns)
        ordered = sorted(rows, key=lambda row: int(row["numero_ordre"]))
        return _grouped(ordered, "code_rome", lambda row: row["code_rome_cible"])

    @cached_property
    def access_texts(self) -> dict[str, str]:
        """The text on access to each job. Material for access.py, never to be shown or stored."""
        columns = ("code_rome", "libelle_type_texte", "position_phrase", "libelle_texte")
        texts = self._rows("texte", columns)
        rows = [row for row in texts if row["libelle_type_texte"] == "acces_metier"]
        rows.sort(key=lambda row: int(row["position_phrase"]))
        sentences = _grouped(rows, "code_rome", lambda row: row["libelle_texte"])
        return {rome_code: " ".join(parts) for rome_code, parts in sentences.items()}

    @cached_property
    def domain_labels(self) -> dict[str, str]:
        columns = ("code_grand_domaine", "libelle_grand_domaine")
        rows = self._rows("grand_domaine", columns)
        return {row["code_grand_domaine"]: row["libelle_grand_domaine"] for row in rows}

    @property
    def _folder(self) -> Path:
        return table.find(self.reference, f"{FOLDER}/unix_grand_domaine_v[0-9]*_utf8").parent

    def _rows(self, name: str, columns: tuple[str, ...]) -> Iterable[dict[str, str]]:
        path = table.find(self.reference, f"{FOLDER}/unix_{name}_v[0-9]*_utf8")
        return table.read(path, columns)


def _grouped(
    rows: Iterable[dict[str, str]], key: str, value: Callable[[dict[str, str]], str]
) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(value(row))
    return dict(groups)
