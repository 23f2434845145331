"""What a person's circumstances are made of, as far as support offers ask: typed facts.

A condition of an offer names one of these facts; nothing else decides. Each has the sentence that
states it, for a list of conditions, and the question that settles it. Health is never among them:
`disability_recognised` is an administrative status that a person may give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BOOLEAN, NUMBER, CHOICE = "boolean", "number", "choice"


@dataclass(frozen=True)
class Circumstance:
    """One typed fact. unit: of a number, in French. choices: code -> words, of a choice."""

    name: str
    kind: str
    statement: str
    question: str
    unit: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)


def _boolean(name: str, statement: str, question: str) -> Circumstance:
    return Circumstance(name, BOOLEAN, statement, question)


def _number(name: str, statement: str, unit: str, question: str) -> Circumstance:
    return Circumstance(name, NUMBER, statement, question, unit)


def _choice(name: str, statement: str, question: str, **choices: str) -> Circumstance:
    return Circumstance(name, CHOICE, statement, question, choices=choices)


_ALL = (
    _choice(
        "activity",
        "votre démarche",
        "Quelle démarche préparez-vous ?",
        certifying_exam="un examen qui donne un diplôme ou un titre",
        immersion="une immersion en entreprise",
        intensive_service="une prestation intensive de France Travail",
        job_interview="un entretien d'embauche",
        new_job="une reprise d'emploi",
        public_examination="un concours",
        training="une formation",
    ),
    _number("age", "votre âge", "ans", "Quel âge avez-vous ?"),
    _boolean(
        "bank_credit_refused",
        "Une banque vous refuse un crédit, ou vous le refuserait.",
        "Une banque vous refuserait-elle un crédit ?",
    ),
    _choice(
        "contract",
        "votre contrat",
        "Quel contrat aurez-vous ?",
        apprenticeship="un contrat d'apprentissage",
        fixed_term="un CDD",
        open_ended="un CDI",
        professionalisation="un contrat de professionnalisation",
        temporary="une mission d'intérim",
    ),
    _number("contract_months", "la durée de votre contrat", "mois", "Combien de mois dure-t-il ?"),
    _number(
        "daily_allowance_eur",
        "votre allocation chômage par jour",
        "euros",
        "Quel est le montant de votre allocation chômage par jour ?",
    ),
    _boolean(
        "disability_recognised",
        "Vous avez une reconnaissance de handicap.",
        "Avez-vous une reconnaissance de handicap, comme la RQTH ?",
    ),
    _boolean(
        "has_licence_b",
        "Vous avez le permis B.",
        "Avez-vous le permis B ?",
    ),
    _boolean(
        "licence_suspended",
        "Votre permis est suspendu.",
        "Votre permis est-il suspendu ?",
    ),
    _boolean(
        "means_tested",
        "Vos revenus sont sous un plafond.",
        "Vos revenus sont-ils modestes ?",
    ),
    _boolean(
        "prescribed",
        "Un conseiller ou une conseillère vous oriente.",
        "Avez-vous un conseiller ou une conseillère qui peut vous orienter ?",
    ),
    _boolean(
        "registered_jobseeker",
        "Vous avez une inscription à France Travail.",
        "Avez-vous une inscription à France Travail ?",
    ),
    _number("round_trip_km", "l'aller-retour", "km", "Combien de kilomètres fait l'aller-retour ?"),
    _number("round_trip_minutes", "l'aller-retour", "minutes", "Combien dure l'aller-retour ?"),
    _boolean(
        "single_parent",
        "Vous élevez seul ou seule un ou plusieurs enfants.",
        "Élevez-vous seul ou seule vos enfants ?",
    ),
    _choice(
        "status",
        "votre situation",
        "Quelle est votre situation ?",
        apprentice="en apprentissage",
        employee="en emploi",
        jobseeker="en recherche d'emploi",
        rsa="au RSA",
        self_employed="à votre compte",
        student="en études",
        temp_worker="en intérim",
        trainee="en formation",
    ),
    _boolean("working", "Vous travaillez.", "Travaillez-vous en ce moment ?"),
    _number("youngest_child_age", "l'âge de votre plus jeune enfant", "ans", "Quel âge a-t-il ?"),
)

CIRCUMSTANCES: Mapping[str, Circumstance] = {one.name: one for one in _ALL}
