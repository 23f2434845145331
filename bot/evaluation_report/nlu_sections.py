"""What `declic evaluate nlu` says, in French."""

from __future__ import annotations

import datetime

from bot.evaluation.understood import Heard, Intents, Understood
from bot.evaluation_report.numbers import (
    estimate_bar,
    interval,
    number,
    percent,
    share,
    share_bar,
    share_estimate,
)
from bot.evaluation_report.parts import Chart, Key, Report, Section, Table
from bot.evaluation_report.search_sections import reliability

NOISES = {"accents": "sans accents", "slips": "fautes de frappe", "sms": "écriture SMS"}
KINDS = {
    "correction": "correction",
    "danger": "danger",
    "dictation": "dictée",
    "digression": "question à côté",
    "duration": "durée",
    "english": "anglais",
    "long": "phrase longue",
    "look_alike": "faux ami",
    "many_facts": "plusieurs faits",
    "negation": "négation",
    "no_accents": "sans accents",
    "off_topic": "hors sujet",
    "ordinal": "rang",
    "plain": "réponse simple",
    "safety": "danger et détresse",
    "slang": "argot",
    "sms": "SMS",
    "typo": "faute de frappe",
}
CAUTIONS = (
    "Les phrases de test sont d'une seule personne, qui n'a pas lu les exemples d'entraînement.",
    "Aucune n'a été écrite par une personne en recherche d'emploi : la vraie vie sera plus rude.",
    "La validation croisée est sévère : les exemples sont choisis différents les uns des autres.",
)


def nlu_report(
    bare: Intents, path: Understood, day: datetime.date, split: str, milliseconds: float
) -> Report:
    return Report(
        title="Déclic : le français compris, mesuré",
        facts=(
            ("Date", day.strftime("%d/%m/%Y")),
            ("Phrases de test", f"{number(path.intents.sentences, 0)} ({split})"),
            ("Exemples d'entraînement", number(bare.sentences, 0)),
            ("Temps par phrase", f"{number(milliseconds, 1)} ms"),
        ),
        keys=_keys(path),
        sections=(_path(path), _noise(path), _kinds(path), _classifier(bare, path), _wrong(path)),
        assumptions=CAUTIONS,
        assumptions_title="Ce que ces chiffres ne disent pas",
    )


def _keys(path: Understood) -> tuple[Key, ...]:
    macro = path.intents.macro
    shares = (
        ("des réponses remplissent les bonnes cases", path.slots),
        ("des phrases hors sujet refusées", path.off_topic),
        ("des phrases de danger reconnues", path.danger),
    )
    return (
        Key(
            "F1 des intentions (chacune compte autant)",
            number(macro.value),
            interval(macro.low, macro.high, 2),
        ),
        *(
            Key(label, percent(one.value), interval(100 * (one.low or 0), 100 * (one.high or 0), 1))
            for label, one in shares
        ),
    )


def _path(path: Understood) -> Section:
    return Section(
        "chemin",
        "Ce qu'une personne rencontre",
        "Chaque phrase passe par tout le chemin : classement, lecture de la réponse à la question "
        "affichée, faits dits au passage, mots de danger.",
        "F1 d'au moins 0,92 ; cases justes 92 % ; hors sujet refusé 90 % ; aucun danger manqué.",
        (
            Chart(
                "Phrases du jeu de test",
                (
                    share_bar("Phrase comprise", path.right),
                    share_bar("Bonnes cases remplies", path.slots),
                    share_bar("Hors sujet refusé", path.off_topic),
                    share_bar("Danger reconnu", path.danger),
                    estimate_bar("F1 par intention", path.intents.macro),
                    estimate_bar("F1 pondéré par phrase", path.intents.weighted),
                ),
            ),
        ),
    )


def _noise(path: Understood) -> Section:
    whole = path.right.value or 0.0
    return Section(
        "bruit",
        "Les mêmes phrases, mal écrites",
        "Les accents tombent, une lettre glisse sur le clavier, les mots se raccourcissent.",
        "Une perte de trois points au plus.",
        (
            Table(
                "Phrases comprises",
                ("Écriture", "Comprises", "Perte en points"),
                tuple(
                    (NOISES[name], share(one), number(100 * (whole - (one.value or 0.0)), 1))
                    for name, one in path.noise.items()
                ),
            ),
        ),
    )


def _kinds(path: Understood) -> Section:
    return Section(
        "sortes",
        "Par sorte de phrase",
        "Ce qui rend chaque phrase difficile.",
        "Aucune sorte laissée loin derrière les autres.",
        (
            Table(
                "Phrases comprises",
                ("Sorte", "Comprises", "Phrases"),
                tuple(
                    (KINDS.get(kind, kind), share(one), str(one.total))
                    for kind, one in path.by_kind.items()
                ),
            ),
        ),
    )


def _classifier(bare: Intents, path: Understood) -> Section:
    return Section(
        "classement",
        "Le classement seul, sans lecture",
        "Validation croisée en cinq parts sur les exemples, puis confiance annoncée.",
        "Une confiance de 70 % juste sept fois sur dix.",
        (
            Table(
                "F1 du classement, exemple par exemple jamais vu",
                ("Mesure", "Valeur (intervalle à 95 %)"),
                (
                    ("Par intention", share_estimate(bare.macro)),
                    ("Pondéré par phrase", share_estimate(bare.weighted)),
                ),
            ),
            reliability(bare.calibration),
            _confusions("Confusions, validation croisée", bare),
            _confusions("Confusions, jeu de test", path.intents),
        ),
    )


def _confusions(caption: str, found: Intents) -> Table:
    rows = tuple((expected, got, str(count)) for expected, got, count in found.confusions)
    return Table(caption, ("Attendu", "Compris", "Fois"), rows)


def _wrong(path: Understood) -> Section:
    return Section(
        "echecs",
        "Les pires échecs",
        "Les phrases mal comprises dont le classement était le plus sûr.",
        "Aucune qui blesse ou qui perde ce que la personne a dit.",
        (
            Table(
                "Dix phrases",
                ("Phrase", "Attendu", "Compris", "Confiance"),
                tuple(_failure(one) for one in path.failures),
            ),
        ),
    )


def _failure(one: Heard) -> tuple[str, ...]:
    slots = " (cases fausses)" if one.are_slots_right is False else ""
    return one.text, one.expected, one.understood + slots, percent(one.confidence)
