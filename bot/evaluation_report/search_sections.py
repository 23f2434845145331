"""Sections on what is found from words and from skills, in French."""

from __future__ import annotations

from bot.evaluation.calibration import Calibration, ConfidenceBin
from bot.evaluation.near_jobs import NearJobRecovery, Recovery
from bot.evaluation.riasec_agreement import RiasecAgreement
from bot.evaluation.title_search import TitleSearchQuality
from bot.evaluation_report.numbers import (
    estimate,
    estimate_bar,
    number,
    percent,
    share,
    share_bar,
    share_estimate,
)
from bot.evaluation_report.parts import Chart, Section, Table

KINDS = {
    "acronym": "sigle",
    "dictation": "dictée",
    "employer": "nom d'employeur",
    "english": "anglais",
    "everyday": "mots de tous les jours",
    "feminine": "féminin",
    "old_name": "ancien nom",
    "plural": "pluriel",
    "regional": "mot régional",
    "sentence": "phrase entière",
    "sms": "SMS",
    "typo": "faute de frappe",
    "unpaid": "travail non payé",
    "verb": "verbe",
}


def title_section(found: TitleSearchQuality) -> Section:
    return Section(
        "metiers",
        "Reconnaître un métier dans des mots",
        "Des textes difficiles, écrits à la main et jamais utilisés pour régler la recherche, "
        "nomment un métier : le bon code ROME vient-il en premier, ou parmi cinq ?",
        "Nettement plus que la recherche simple ; une réponse dite sûre juste neuf fois sur dix ; "
        "un texte sans métier laissé de côté.",
        (
            Chart(
                "Bon code trouvé, sur les textes qui nomment un métier",
                (
                    share_bar("Déclic, en premier", found.searched.first),
                    share_bar("Recherche simple, en premier", found.baseline.first, False),
                    share_bar("Déclic, parmi cinq", found.searched.in_five),
                    share_bar("Recherche simple, parmi cinq", found.baseline.in_five, False),
                ),
            ),
            _conversation(found),
            _by_kind(found),
            reliability(found.calibration),
        ),
        "La recherche simple compare des groupes de lettres avec les appellations officielles.",
    )


def _conversation(found: TitleSearchQuality) -> Table:
    rows = (
        ("Le premier métier compris est le bon", found.understood),
        ("Le bon métier est parmi ceux proposés", found.offered),
        ("Une réponse dite sûre est juste", found.sure),
        ("Un texte sans métier n'en fait voir aucun", found.rejected),
        ("Un mot trop large fait demander « lequel ? »", found.asked_back),
    )
    return Table(
        "Dans la conversation",
        ("Ce qui est attendu", "Part (intervalle à 95 %)", "Cas"),
        tuple((label, share(one), str(one.total)) for label, one in rows),
    )


def _by_kind(found: TitleSearchQuality) -> Table:
    return Table(
        "Par façon de le dire",
        ("Façon de le dire", "En premier", "Parmi cinq", "Cas"),
        tuple(
            (KINDS.get(kind, kind), share(one.first), share(one.in_five), str(one.first.total))
            for kind, one in found.by_kind.items()
        ),
    )


def reliability(found: Calibration) -> Table:
    """Confidence announced beside what was right, bin by bin."""
    error = found.error
    gap = "" if error is None else f" (écart moyen {percent(error)})"
    return Table(
        f"La confiance annoncée et les réponses justes{gap}",
        ("Confiance", "Confiance moyenne", "Justes", "Cas"),
        tuple(_bin(one) for one in found.bins if one.count),
    )


def _bin(one: ConfidenceBin) -> tuple[str, ...]:
    limits = f"{100 * one.low:.0f} à {100 * one.high:.0f} %"
    return limits, percent(one.confidence), percent(one.right), str(one.count)


def near_job_section(found: NearJobRecovery) -> Section:
    methods = (
        ("Compétences (Déclic)", found.skills),
        ("Même domaine professionnel", found.same_professional_domain),
        ("Même grand domaine", found.same_grand_domaine),
        ("Au hasard", found.random),
    )
    return Section(
        "proches",
        "Retrouver les métiers proches par les compétences",
        "Le ROME donne à chaque métier une liste de métiers proches. Les seules compétences, qui "
        "ne connaissent pas cette liste, la retrouvent-elles ?",
        "Plus que le domaine seul. Un métier a plusieurs proches officiels : cinq places ne "
        "peuvent pas tous les contenir.",
        (
            Chart(
                "Part des métiers proches officiels parmi les dix premiers",
                tuple(
                    estimate_bar(label, one.recall_at_10, one is found.skills)
                    for label, one in methods
                ),
            ),
            Table(
                f"Moyennes sur {found.jobs} métiers",
                ("Classement par", "Parmi cinq", "Parmi dix", "Inverse du rang du premier"),
                tuple((label, *_recovery(one)) for label, one in methods),
            ),
        ),
    )


def _recovery(one: Recovery) -> tuple[str, str, str]:
    return (
        share_estimate(one.recall_at_5),
        share_estimate(one.recall_at_10),
        estimate(one.reciprocal_rank),
    )


def riasec_section(found: RiasecAgreement) -> Section:
    return Section(
        "riasec",
        "Les compétences disent-elles le type d'intérêt du métier ?",
        "Chaque compétence porte des lettres RIASEC ; leur somme donne-t-elle la lettre que le "
        "ROME attribue au métier ?",
        "Un kappa au-dessus de 0,4 est un accord moyen, au-dessus de 0,6 un accord fort ; "
        "0 est le hasard.",
        (
            Table(
                "Accord avec la lettre officielle",
                ("Mesure", "Valeur (intervalle à 95 %)"),
                (
                    ("Même lettre", share_estimate(found.accuracy)),
                    ("Kappa de Cohen", estimate(found.kappa)),
                    ("Métiers mesurés", number(found.jobs, 0)),
                    ("Métiers sans lettre de compétence", number(found.undecided, 0)),
                ),
            ),
        ),
    )
