"""Sections on what synthetic people are shown, in French."""

from __future__ import annotations

from collections.abc import Mapping

from bot.evaluation.concentration import Concentration, ConcentrationReport
from bot.evaluation.diversity import Diversity
from bot.evaluation.fairness import Fairness
from bot.evaluation.proposals import ListQuality
from bot.evaluation.quality import Quality
from bot.evaluation.surprise_effect import DialEffect
from bot.evaluation.unlocked_jobs import Spread, UnlockedJobs
from bot.evaluation_report.missing_section import missing_section
from bot.evaluation_report.numbers import (
    NOTHING,
    estimate,
    estimate_bar,
    number,
    percent,
    quartiles,
    share,
    share_bar,
    share_estimate,
)
from bot.evaluation_report.parts import Bar, Chart, Section, Table
from bot.evaluation_report.questions_section import questions_section
from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label, upper_first
from bot.orientation.unlocking_sentences import lever_words

DIALS = {"near": "rester près", "open": "ouvrir (par défaut)", "surprise": "surprenez-moi"}


def list_section(found: ListQuality) -> Section:
    return Section(
        "declic",
        "Trois métiers, et un déclic",
        "Combien de personnes reçoivent trois métiers, et un déclic : un métier qui recrute, loin "
        "d'elles sur un seul axe et proche sur les autres ?",
        "Trois métiers pour presque tout le monde ; un déclic pour quatre personnes sur cinq, "
        "et presque toujours loin sur un seul axe.",
        (
            Chart(
                "Part des personnes",
                (
                    share_bar("Reçoivent trois métiers", found.three_jobs),
                    share_bar("Reçoivent un déclic", found.has_declic),
                    share_bar("Reçoivent un déclic loin sur un seul axe", found.one_far_axis),
                ),
            ),
        ),
    )


def diversity_section(found: Diversity) -> Section:
    return Section(
        "diversite",
        "Des cartes différentes pour une même personne",
        "Les cartes d'une personne sont-elles de domaines et de familles différents ?",
        "Autant de familles que de cartes, et presque autant de domaines.",
        (
            Table(
                "Moyennes par personne",
                ("Mesure", "Valeur (intervalle à 95 %)"),
                (
                    ("Cartes", estimate(found.cards)),
                    ("Familles de métiers", estimate(found.families)),
                    ("Grands domaines du ROME", estimate(found.domains)),
                    ("Toutes les cartes de domaines différents", share(found.all_differ)),
                ),
            ),
        ),
    )


def concentration_section(catalogue: Catalogue, found: ConcentrationReport) -> Section:
    return Section(
        "concentration",
        "Ne pas envoyer tout le monde vers les dix mêmes métiers",
        "Sur toutes les cartes de toutes les personnes, quelle part va aux dix métiers les plus "
        "proposés, et combien de métiers sont proposés au moins une fois ?",
        "Pas plus concentré que les embauches elles-mêmes, et nettement moins que sans le "
        "garde-fou, qui départage par le sort des métiers aussi bons.",
        (
            Chart(
                "Part des dix métiers les plus fréquents",
                (
                    estimate_bar("Cartes", found.guarded.top_ten),
                    estimate_bar("Cartes, sans le garde-fou", found.unguarded.top_ten, False),
                    Bar(
                        "Projets d'embauche",
                        percent(found.hiring_top_ten),
                        found.hiring_top_ten,
                        is_ours=False,
                    ),
                ),
            ),
            Table(
                f"Sur {found.possible} métiers possibles",
                ("Mesure", "Cartes", "Sans le garde-fou", "Embauches"),
                _concentration_rows(found, found.guarded, found.unguarded),
            ),
            _most_proposed(catalogue, found),
        ),
        "Gini : 0 quand chaque métier est proposé autant, 1 quand un seul prend tout. "
        "Il monte quand il y a peu de personnes par métier.",
    )


def _concentration_rows(
    found: ConcentrationReport, guarded: Concentration, unguarded: Concentration
) -> tuple[tuple[str, ...], ...]:
    return (
        (
            "Part des dix premiers",
            share_estimate(guarded.top_ten),
            share_estimate(unguarded.top_ten),
            percent(found.hiring_top_ten),
        ),
        (
            "Indice de Gini",
            estimate(guarded.gini),
            estimate(unguarded.gini),
            number(found.hiring_gini),
        ),
        ("Métiers proposés au moins une fois", str(guarded.ever), str(unguarded.ever), NOTHING),
    )


def _most_proposed(catalogue: Catalogue, found: ConcentrationReport) -> Table:
    return Table(
        "Les métiers les plus proposés",
        ("Métier", "Personnes qui le voient", "Part des embauches"),
        tuple(
            (
                job_label(catalogue.job_by_code[one.rome_code]),
                share(one.people),
                percent(one.hiring),
            )
            for one in found.most
        ),
    )


def unlocking_section(catalogue: Catalogue, found: UnlockedJobs) -> Section:
    return Section(
        "deblocage",
        "Ce que chaque levier rend possible",
        "À combien de personnes un levier seul apporte-t-il au moins un métier qui recrute à leur "
        "portée, et combien de métiers et de projets d'embauche ?",
        "Chaque levier sert à une part réelle des personnes ; aucun bassin n'est laissé sans rien.",
        (
            Chart(
                "Personnes à qui le levier apporte au moins un métier",
                (
                    share_bar("Un levier au moins", found.anyone),
                    *(
                        share_bar(upper_first(lever_words([one.lever])), one.people)
                        for one in found.levers
                    ),
                ),
            ),
            _lever_table("Métiers", {one.lever: one.jobs for one in found.levers}),
            _lever_table("Projets d'embauche", {one.lever: one.openings for one in found.levers}),
            _basin_table(catalogue, found),
        ),
        "Le covoiturage n'est compté que dans les départements où une aide le donne. "
        "Les embauches sont des projets de l'enquête BMO, estimés par métier.",
    )


def _lever_table(caption: str, gained: Mapping[str, Spread | None]) -> Table:
    return Table(
        f"{caption} gagnés, par les personnes à qui le levier apporte quelque chose",
        ("Levier", "1er quart", "Médiane (intervalle à 95 %)", "3e quart"),
        tuple(
            (upper_first(lever_words([lever])), *quartiles(one)) for lever, one in gained.items()
        ),
    )


def _basin_table(catalogue: Catalogue, found: UnlockedJobs) -> Table:
    basins = catalogue.basin_by_code
    left_out = f" ; {found.left_out} bassins ont trop peu de personnes" if found.left_out else ""
    return Table(
        f"Métiers apportés par le meilleur levier, par bassin{left_out}",
        ("Bassin", "Personnes qui gagnent", "1er quart", "Médiane", "3e quart"),
        tuple(
            (basins[one.basin_code].name, share(one.people), *quartiles(one.jobs))
            for one in found.basins
        ),
    )


def fairness_section(found: Fairness) -> Section:
    return Section(
        "equite",
        "Ce qui ne doit rien changer",
        "On change le genre des titres, ou le nom de toutes les communes : la liste reste-t-elle "
        "la même, au même ordre ?",
        "100 % partout.",
        (
            Table(
                "Rien ne bouge",
                ("Échange", "Part (intervalle à 95 %)", "Cas"),
                tuple(
                    (label, share(one), str(one.total))
                    for label, one in (
                        ("Métiers passés dits au masculin ou au féminin", found.words),
                        ("Titre tapé au masculin ou au féminin : même métier", found.typed),
                        ("Communes aux mêmes places, sous d'autres noms", found.commune),
                    )
                ),
            ),
        ),
    )


def surprise_section(found: tuple[DialEffect, ...]) -> Section:
    return Section(
        "surprise",
        "L'effet du réglage de surprise",
        "Les mêmes personnes choisissent de rester près, d'ouvrir, ou d'être surprises : leurs "
        "cartes s'éloignent-elles de ce qu'elles ont fait ?",
        "La proximité baisse nettement d'un cran à l'autre, et l'accord avec les goûts tient.",
        (
            Chart(
                "Cartes dans un domaine déjà connu",
                tuple(
                    estimate_bar(upper_first(DIALS[one.dial]), one.known_domain) for one in found
                ),
            ),
            Table(
                "Moyennes par personne qui a déjà travaillé",
                ("Réglage", "Proximité avec le passé", "Domaine connu", "Accord", "Déclics"),
                tuple(
                    (
                        DIALS[one.dial],
                        estimate(one.nearness),
                        share_estimate(one.known_domain),
                        estimate(one.fit),
                        estimate(one.declics),
                    )
                    for one in found
                ),
            ),
        ),
    )


def people_sections(catalogue: Catalogue, found: Quality) -> tuple[Section, ...]:
    return (
        list_section(found.lists),
        diversity_section(found.diversity),
        concentration_section(catalogue, found.concentration),
        unlocking_section(catalogue, found.unlocked),
        missing_section(found.missing),
        questions_section(found.questions),
        surprise_section(found.surprise),
        fairness_section(found.fairness),
    )
