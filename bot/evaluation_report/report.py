"""The whole report on quality: facts, the figures to look at first, sections, assumptions."""

from __future__ import annotations

import datetime

from bot.evaluation.intervals import Estimate
from bot.evaluation.quality import Quality
from bot.evaluation.share import Share
from bot.evaluation_report.numbers import interval, number, percent
from bot.evaluation_report.parts import Key, Report
from bot.evaluation_report.people_sections import people_sections
from bot.evaluation_report.search_sections import near_job_section, riasec_section, title_section
from bot.orientation.catalogue import Catalogue

ASSUMPTIONS = (
    "Personne n'est réel : tout est tiré au sort, et la même graine redonne les mêmes personnes.",
    "La commune est tirée selon sa population ; permis, véhicule et bus selon la densité du lieu.",
    "Les métiers passés (aucun, un ou deux) sont tirés selon les embauches du bassin, sans lien "
    "avec les goûts.",
    "Les goûts tournent autour d'une lettre RIASEC, chacune aussi probable ; les autres baissent "
    "avec leur distance sur l'hexagone, avec du bruit.",
    "Les parts (permis, véhicule, minutes, horaires, conditions, formation) sont nos hypothèses, "
    "écrites dans bot/evaluation/people.py ; elles ne décrivent pas une enquête.",
    "Les chiffres disent comment Déclic répond à de telles personnes, pas combien il y en a.",
)


def report(catalogue: Catalogue, found: Quality, day: datetime.date) -> Report:
    return Report(
        title="Déclic : la qualité, mesurée",
        facts=(
            ("Date", day.strftime("%d/%m/%Y")),
            ("Données", " ; ".join(f"{one.name} {one.edition}" for one in catalogue.editions)),
            (
                "Catalogue",
                f"{number(len(catalogue.jobs), 0)} métiers, "
                f"{number(len(catalogue.communes), 0)} communes, "
                f"{number(len(catalogue.basins), 0)} bassins",
            ),
            ("Personnes inventées", number(found.people, 0)),
            ("Graine", str(found.seed)),
        ),
        keys=_keys(found),
        sections=(
            title_section(found.titles),
            near_job_section(found.near_jobs),
            riasec_section(found.riasec),
            *people_sections(catalogue, found),
        ),
        assumptions=ASSUMPTIONS,
    )


def _keys(found: Quality) -> tuple[Key, ...]:
    return (
        _of_share("des textes difficiles : bon métier en premier", found.titles.searched.first),
        _of_share("des personnes reçoivent trois métiers", found.lists.three_jobs),
        _of_share("des personnes reçoivent un déclic", found.lists.has_declic),
        _of_estimate("des cartes vont aux dix mêmes métiers", found.concentration.guarded.top_ten),
        _of_share("des personnes gagnent un métier par un levier", found.unlocked.anyone),
        _of_share("des listes restent, titres au féminin ou au masculin", found.fairness.words),
    )


def _of_share(label: str, one: Share) -> Key:
    known = one.low is not None and one.high is not None
    limits = interval(100 * (one.low or 0), 100 * (one.high or 0), 1) if known else ""
    return Key(label, percent(one.value), limits)


def _of_estimate(label: str, one: Estimate) -> Key:
    return Key(label, percent(one.value), interval(100 * one.low, 100 * one.high, 1))
