"""What a person's circumstances are made of, as far as support offers ask: typed facts.

A condition of an offer names one of these facts; nothing else decides. Each has the sentence that
states it, for a list of conditions, and the question that settles it. Health is never among them:
`disability_recognised` is an administrative status that a person may give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BOOLEAN, NUMBER, CHOICE = "boolean", "number", "choice"
OTHER = "other"
"""The answer to a choice when none of its codes fits."""
INFINITY = float("inf")


@dataclass(frozen=True)
class Circumstance:
    """One typed fact.

    unit: of a number, in French. choices: code -> words, of a choice. denial: says that a boolean
    is false, where a list of conditions asks for that. usual: between which numbers most answers
    lie, by our own estimate, only to order questions. none: the words of "I have none" (no child,
    no job), an answer that counts as an infinite number.
    """

    name: str
    kind: str
    statement: str
    question: str
    unit: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    denial: str | None = None
    usual: tuple[float, float] = (0, 0)
    none: str | None = None


def _boolean(name: str, statement: str, question: str, denial: str | None = None) -> Circumstance:
    return Circumstance(name, BOOLEAN, statement, question, denial=denial)


def _number(
    name: str,
    statement: str,
    unit: str,
    question: str,
    usual: tuple[float, float],
    none: str | None = None,
) -> Circumstance:
    return Circumstance(name, NUMBER, statement, question, unit, usual=usual, none=none)


def _choice(name: str, statement: str, question: str, **choices: str) -> Circumstance:
    return Circumstance(name, CHOICE, statement, question, choices=choices)


_ALL = (
    _boolean(
        "accepts_membership",
        "Vous acceptez d'adhérer à l'association.",
        "Voulez-vous bien devenir membre de l'association ?",
    ),
    _boolean(
        "accepts_volunteering",
        "Vous acceptez de donner des heures de bénévolat.",
        "Acceptez-vous de donner des heures de bénévolat ?",
    ),
    _boolean(
        "accepts_weekday_boarding",
        "Vous acceptez de vivre sur place en semaine.",
        "Accepteriez-vous de vivre sur place en semaine ?",
    ),
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
    _boolean(
        "adapted_company_employee",
        "Vous travaillez dans une entreprise adaptée.",
        "Travaillez-vous dans une entreprise adaptée ?",
    ),
    _number("age", "votre âge", "ans", "Quel âge avez-vous ?", (16, 66)),
    _boolean(
        "approved_school",
        "Votre école a l'agrément demandé.",
        "Votre école a-t-elle l'agrément demandé ?",
    ),
    _boolean(
        "asylum_seeker",
        "Vous avez une demande d'asile en cours.",
        "Avez-vous une demande d'asile en cours ?",
    ),
    _boolean(
        "bank_credit_refused",
        "Une banque vous refuse un crédit, ou vous le refuserait.",
        "Une banque vous refuserait-elle un crédit ?",
    ),
    _boolean(
        "benefit_below_minimum_wage",
        "Votre allocation chômage est nulle ou plus basse que le Smic.",
        "Votre allocation chômage est-elle nulle ou plus basse que le Smic ?",
    ),
    _boolean(
        "born_before_1988",
        "Votre naissance date d'avant 1988.",
        "Votre naissance date-t-elle d'avant 1988 ?",
    ),
    _boolean(
        "branch_agreement_from_57",
        "Un accord de branche ouvre ce contrat dès 57 ans.",
        "Un accord de votre branche ouvre-t-il ce contrat dès 57 ans ?",
    ),
    _boolean(
        "business_in_qpv",
        "Votre entreprise sera dans un quartier prioritaire.",
        "Votre entreprise sera-t-elle dans un quartier prioritaire ?",
    ),
    _boolean(
        "business_in_zfrr",
        "Votre entreprise sera en zone France ruralités revitalisation.",
        "Votre entreprise sera-t-elle dans une zone rurale aidée, dite ZFRR ?",
    ),
    _boolean(
        "business_project",
        "Vous voulez créer ou reprendre une entreprise.",
        "Voulez-vous créer ou reprendre une entreprise ?",
    ),
    _boolean(
        "can_leave_deposit",
        "Vous pouvez laisser une caution.",
        "Pouvez-vous laisser une caution ?",
    ),
    _boolean(
        "can_pay_monthly",
        "Votre budget permet un paiement chaque mois.",
        "Votre budget permet-il un paiement chaque mois ?",
    ),
    _boolean(
        "cape_signed",
        "Vous avez un contrat d'appui au projet d'entreprise (CAPE).",
        "Avez-vous signé un CAPE, un contrat pour tester votre entreprise ?",
    ),
    _boolean(
        "car_environment_score",
        "La voiture a le score environnemental demandé.",
        "La voiture a-t-elle le bon score pour l'environnement ?",
    ),
    _number(
        "car_price_eur",
        "le prix de la voiture",
        "euros",
        "Combien coûte la voiture ?",
        (5_000, 50_000),
    ),
    _number(
        "car_weight_kg",
        "le poids de la voiture",
        "kg",
        "Combien pèse la voiture, en kilos ?",
        (900, 2_500),
    ),
    _boolean(
        "certified_training",
        "La formation mène à un diplôme ou à un titre reconnu.",
        "La formation mène-t-elle à un diplôme ou à un titre reconnu ?",
    ),
    _boolean(
        "changing_job",
        "Vous voulez changer de métier.",
        "Voulez-vous changer de métier ?",
    ),
    _boolean(
        "childcare_aid_last_year",
        "Vous avez déjà eu l'aide à la garde depuis moins d'un an.",
        "Avez-vous déjà eu l'aide à la garde depuis moins d'un an ?",
    ),
    _boolean(
        "cir_signed",
        "Vous avez un contrat d'intégration républicaine.",
        "Avez-vous signé le CIR, le contrat pour bien arriver en France ?",
    ),
    _boolean(
        "civil_servant",
        "Vous faites partie des fonctionnaires.",
        "Travaillez-vous comme fonctionnaire ?",
    ),
    _boolean(
        "cofunded_licence",
        "Une aide ou un employeur paie une part du permis.",
        "Une aide ou un employeur paie-t-il une part du permis ?",
    ),
    _choice(
        "contract",
        "votre contrat",
        "Quel contrat aurez-vous ?",
        apprenticeship="un contrat d'apprentissage",
        fixed_term="un CDD",
        open_ended="un CDI",
        professionalisation="un contrat de professionnalisation",
        seasonal="un contrat saisonnier",
        temporary="une mission d'intérim",
        temporary_open_ended="un CDI intérimaire",
    ),
    _number(
        "contract_days",
        "la durée de votre contrat",
        "jours",
        "Combien de jours dure votre contrat ?",
        (1, 365),
    ),
    _number(
        "contract_months",
        "la durée de votre contrat",
        "mois",
        "Combien de mois dure votre contrat ?",
        (1, 24),
    ),
    _boolean(
        "cpf_rights",
        "Il vous reste des droits sur votre compte formation (CPF).",
        "Vous reste-t-il des droits sur votre compte formation (CPF) ?",
    ),
    _boolean(
        "css_or_ame",
        "Vous avez la Complémentaire santé solidaire ou l'AME.",
        "L'État vous aide-t-il à payer vos soins (CSS ou AME) ?",
    ),
    _choice(
        "current_contract",
        "votre contrat actuel",
        "Quel contrat avez-vous en ce moment ?",
        fixed_term="un CDD",
        open_ended="un CDI",
    ),
    _number(
        "daily_allowance_eur",
        "votre allocation chômage par jour",
        "euros",
        "Combien touchez-vous de chômage par jour (0 si rien) ?",
        (0, 60),
    ),
    _choice(
        "diploma",
        "votre plus haut diplôme",
        "Quel est votre plus haut diplôme ?",
        bac="le bac",
        cap_bep="un CAP ou un BEP",
        higher="un diplôme après le bac",
        none="aucun diplôme",
    ),
    _boolean(
        "disability_recognised",
        "Vous avez une reconnaissance de handicap.",
        "Avez-vous un papier pour un handicap, comme la RQTH ?",
    ),
    _boolean(
        "disability_recognition_requested",
        "Votre demande de reconnaissance de handicap est en cours.",
        "Une demande de reconnaissance de handicap est-elle en cours ?",
    ),
    _boolean(
        "double_rent",
        "Vous payez deux loyers pour votre alternance.",
        "Payez-vous deux loyers pour votre alternance ?",
    ),
    _boolean(
        "driving_school_certified",
        "Votre auto-école a l'agrément et la certification Qualiopi.",
        "Votre auto-école a-t-elle l'accord de l'État et le label Qualiopi ?",
    ),
    _boolean(
        "driving_school_partner",
        "Votre auto-école propose le permis à un euro par jour.",
        "Votre auto-école propose-t-elle le permis à un euro par jour ?",
    ),
    _number(
        "employed_months",
        "votre temps de travail comme salarié ou salariée",
        "mois",
        "Combien de mois de travail salarié avez-vous en tout ?",
        (0, 240),
    ),
    _number(
        "employed_months_last_5_years",
        "votre temps de travail salarié en 5 ans",
        "mois",
        "Combien de mois de travail salarié avez-vous sur les 5 dernières années ?",
        (0, 60),
    ),
    _boolean(
        "employer_agrees",
        "Votre employeur donne son accord.",
        "Votre employeur donne-t-il son accord ?",
    ),
    _number(
        "employer_months",
        "votre ancienneté dans l'entreprise",
        "mois",
        "Depuis combien de mois travaillez-vous dans votre entreprise ?",
        (0, 120),
    ),
    _boolean(
        "enrolled_driving_school",
        "Vous avez une inscription en auto-école.",
        "Êtes-vous déjà dans une auto-école ?",
    ),
    _number(
        "family_quotient_eur",
        "votre quotient familial",
        "euros",
        "Quel est votre quotient familial à la CAF ?",
        (0, 2_000),
    ),
    _boolean(
        "far_from_work",
        "Retrouver un emploi est difficile ou long pour vous.",
        "Retrouver un emploi est-il difficile ou long pour vous ?",
    ),
    _boolean(
        "farm_employer",
        "Votre employeur relève de l'agriculture.",
        "Votre employeur relève-t-il de l'agriculture ?",
        "Votre employeur ne relève pas de l'agriculture.",
    ),
    _number(
        "fixed_term_months_last_year",
        "vos mois de CDD sur les 12 derniers mois",
        "mois",
        "Combien de mois de CDD avez-vous sur les 12 derniers mois ?",
        (0, 12),
    ),
    _boolean(
        "for_commuting",
        "C'est pour aller de chez vous au travail.",
        "Est-ce pour aller de chez vous au travail ?",
    ),
    _boolean(
        "former_subsidised_contract",
        "Vous sortez d'un contrat aidé.",
        "Sortez-vous d'un contrat aidé ?",
    ),
    _boolean(
        "french_is_foreign",
        "Le français est une langue étrangère pour vous.",
        "Le français est-il une langue étrangère pour vous ?",
    ),
    _choice(
        "french_level",
        "votre niveau de français",
        "Quel est votre niveau de français ?",
        a1="A1 : des phrases très simples",
        a2="A2 : des conversations simples",
        b1_or_more="B1 ou plus : une conversation courante",
        below_a1="moins que A1 : quelques mots",
    ),
    _boolean(
        "full_pension_right",
        "Vous pourriez déjà partir avec une retraite à taux plein.",
        "Pourriez-vous déjà partir avec une retraite à taux plein ?",
    ),
    _boolean(
        "had_one_euro_loan",
        "Vous avez déjà eu ce prêt pour le même permis.",
        "Avez-vous déjà eu ce prêt pour le même permis ?",
    ),
    _boolean(
        "had_social_leasing_2024",
        "Vous avez eu le leasing social en 2024.",
        "Avez-vous eu le leasing social en 2024 ?",
    ),
    _boolean(
        "has_bsr",
        "Vous avez le BSR (permis AM).",
        "Avez-vous le BSR, le permis pour un scooter 50 ?",
    ),
    _boolean(
        "has_licence_b",
        "Vous avez le permis B.",
        "Avez-vous le permis B ?",
    ),
    _boolean(
        "has_motorcycle_licence",
        "Vous avez un permis moto.",
        "Avez-vous un permis moto ?",
    ),
    _boolean(
        "has_worked",
        "Vous avez déjà travaillé.",
        "Avez-vous déjà travaillé ?",
    ),
    _boolean(
        "health_or_social_training",
        "Votre formation prépare à un métier de la santé ou du social.",
        "Votre formation prépare-t-elle à un métier de la santé ou du social ?",
    ),
    _boolean(
        "highway_code_passed",
        "Vous avez le code de la route.",
        "Avez-vous le code de la route ?",
    ),
    _boolean(
        "home_in_ile_de_france",
        "Le logement est en Île-de-France.",
        "Le logement est-il en Île-de-France ?",
    ),
    _number(
        "iae_other_criteria",
        "vos autres freins à l'emploi",
        "freins",
        "Âge, diplôme, logement, famille, quartier : combien sont un frein pour vous ?",
        (0, 5),
    ),
    _boolean(
        "in_cej",
        "Vous suivez un contrat d'engagement jeune.",
        "Suivez-vous un contrat d'engagement jeune ?",
    ),
    _boolean(
        "in_epide_or_e2c",
        "Vous êtes à l'EPIDE ou à l'École de la 2e chance.",
        "Êtes-vous dans une école pour jeunes : EPIDE ou 2e chance ?",
    ),
    _boolean(
        "inclusive_mobility_scheme",
        "Vous suivez un parcours de mobilité inclusive.",
        "Vous aide-t-on à vous déplacer, dans un parcours de mobilité inclusive ?",
    ),
    _boolean(
        "insertion_path",
        "Vous suivez un parcours d'insertion.",
        "Suivez-vous un parcours d'insertion ?",
    ),
    _boolean(
        "insertion_worksite_employee",
        "Vous travaillez dans un atelier ou un chantier d'insertion.",
        "Travaillez-vous dans un atelier ou un chantier d'insertion ?",
    ),
    _boolean(
        "intensive_job_search",
        "Vous cherchez activement un emploi.",
        "Cherchez-vous activement un emploi ?",
    ),
    _boolean(
        "intensive_support",
        "Vous suivez un accompagnement renforcé, comme le CEJ.",
        "Vous suit-on de près, par exemple avec le contrat d'engagement jeune ?",
    ),
    _boolean(
        "justice_follow_up",
        "Vous avez un suivi de la justice, en prison ou à la sortie.",
        "Avez-vous un suivi de la justice, en prison ou à la sortie ?",
    ),
    _boolean(
        "lasting_job",
        "Vous avez un emploi durable.",
        "Avez-vous un emploi durable ?",
    ),
    _boolean(
        "licence_suspended",
        "Votre permis est suspendu.",
        "Votre permis est-il suspendu ?",
    ),
    _choice(
        "licence_wanted",
        "le permis que vous voulez",
        "Quel permis voulez-vous passer ?",
        a="le permis moto (A)",
        am="le permis AM (BSR)",
        b="le permis voiture (B)",
    ),
    _boolean(
        "lives_overseas",
        "Vous habitez outre-mer.",
        "Habitez-vous outre-mer ?",
    ),
    _boolean(
        "local_mobility_platform",
        "Une plateforme mobilité existe près de chez vous.",
        "Y a-t-il une plateforme mobilité près de chez vous ?",
    ),
    _boolean(
        "means_tested",
        "Vos revenus sont sous un plafond.",
        "Vos revenus sont-ils modestes ?",
    ),
    _boolean(
        "mission_locale_followed",
        "La mission locale vous accompagne.",
        "La mission locale vous accompagne-t-elle ?",
    ),
    _boolean(
        "mobility_lease",
        "Vous prenez un bail mobilité.",
        "Votre bail est-il un bail mobilité ?",
    ),
    _boolean(
        "mobility_problem",
        "Les trajets sont un frein pour trouver un emploi.",
        "Les trajets sont-ils un frein pour trouver un emploi ?",
    ),
    _number(
        "monthly_income_eur",
        "vos revenus par mois",
        "euros",
        "Quels sont vos revenus par mois ?",
        (0, 2_500),
    ),
    _number(
        "monthly_net_pay_eur",
        "votre salaire net par mois",
        "euros",
        "Quel est votre salaire net par mois ?",
        (800, 3_000),
    ),
    _number(
        "monthly_rent_eur",
        "le loyer par mois",
        "euros",
        "Quel est le loyer par mois ?",
        (300, 1_500),
    ),
    _number(
        "months_since_hire_or_move",
        "le temps depuis votre embauche ou votre mutation",
        "mois",
        "Combien de mois depuis votre embauche ou votre mutation ?",
        (0, 24),
        "aucune embauche, aucune mutation",
    ),
    _number(
        "months_until_start",
        "le temps avant votre prise de poste",
        "mois",
        "Dans combien de mois commencez-vous votre emploi ?",
        (0, 6),
        "aucune date de prise de poste",
    ),
    _boolean(
        "needed_for_training",
        "Vous en avez besoin pour une formation.",
        "En avez-vous besoin pour une formation ?",
    ),
    _boolean(
        "needed_for_work",
        "Vous en avez besoin pour trouver, garder ou créer un emploi.",
        "En avez-vous besoin pour trouver, garder ou créer un emploi ?",
    ),
    _boolean(
        "new_electric_car",
        "Vous achetez une voiture électrique neuve.",
        "Achetez-vous une voiture électrique neuve ?",
    ),
    _number(
        "new_home_km",
        "de l'ancien logement au nouveau",
        "km",
        "Combien de kilomètres séparent l'ancien logement du nouveau ?",
        (0, 200),
    ),
    _number(
        "new_home_minutes",
        "de l'ancien logement au nouveau",
        "minutes",
        "Combien de minutes séparent l'ancien logement du nouveau ?",
        (0, 180),
    ),
    _number(
        "one_way_km",
        "l'aller",
        "km",
        "Combien de kilomètres fait votre trajet, pour un aller ?",
        (0, 60),
    ),
    _boolean(
        "other_funding_pays",
        "Un autre financement paie tout.",
        "Un autre financement paie-t-il déjà tout ?",
    ),
    _boolean(
        "out_of_school",
        "Vous avez quitté l'école.",
        "Avez-vous quitté l'école ?",
    ),
    _boolean(
        "own_car_for_work",
        "Vous prenez votre voiture pour le travail.",
        "Prenez-vous votre voiture pour le travail ?",
    ),
    _boolean(
        "pay_at_most_80_percent_smic",
        "Votre salaire brut est de 80 % du Smic au plus.",
        "Votre salaire brut est-il de 80 % du Smic au plus ?",
    ),
    _boolean(
        "pays_income_tax",
        "Vous payez l'impôt sur le revenu.",
        "Payez-vous l'impôt sur le revenu ?",
        "Vous ne payez pas l'impôt sur le revenu.",
    ),
    _boolean(
        "pch_recognised",
        "La MDPH vous accorde la PCH.",
        "Touchez-vous la PCH, l'aide pour vivre avec un handicap ?",
    ),
    _boolean(
        "plie_nearby",
        "Il y a un PLIE près de chez vous.",
        "Y a-t-il un PLIE, un service d'aide à l'emploi, près de vous ?",
    ),
    _boolean(
        "prescribed",
        "Un conseiller ou une conseillère vous oriente.",
        "Avez-vous un conseiller ou une conseillère qui peut vous orienter ?",
    ),
    _choice(
        "prescriber",
        "qui vous oriente",
        "Qui peut vous orienter ?",
        france_travail="France Travail",
        mission_locale="la mission locale",
        other="quelqu'un d'autre",
        social_worker="un service social",
    ),
    _boolean(
        "private_employer",
        "Votre employeur, actuel ou futur, est privé ou agricole.",
        "Votre employeur, actuel ou futur, est-il privé ou agricole ?",
    ),
    _boolean(
        "professional_project",
        "Vous avez un projet professionnel.",
        "Avez-vous un projet professionnel ?",
    ),
    _boolean(
        "receives_aah",
        "Vous touchez l'allocation aux adultes handicapés (AAH).",
        "Touchez-vous l'AAH, l'aide pour adultes qui ont un handicap ?",
    ),
    _boolean(
        "receives_aah_asi_or_aspa",
        "Vous touchez l'AAH, l'ASI ou l'ASPA.",
        "Touchez-vous une aide liée au handicap ou à l'âge (AAH, ASI, ASPA) ?",
    ),
    _boolean(
        "receives_aeeh",
        "Vous touchez l'AEEH ou vos parents la touchent pour vous.",
        "Vous ou vos parents touchez-vous l'AEEH, l'aide pour un enfant handicapé ?",
    ),
    _boolean(
        "receives_aspa",
        "Vous touchez l'ASPA (minimum vieillesse).",
        "Touchez-vous l'ASPA, le minimum pour les personnes âgées ?",
    ),
    _boolean(
        "receives_ass",
        "Vous touchez l'allocation de solidarité spécifique (ASS).",
        "Touchez-vous l'ASS, l'aide qui suit la fin du chômage ?",
    ),
    _boolean(
        "receives_prepare",
        "Vous touchez la PreParE de la CAF ou de la MSA.",
        "Touchez-vous la PreParE, l'aide pour garder son enfant ?",
    ),
    _boolean(
        "receives_rsa",
        "Vous touchez le RSA.",
        "Touchez-vous le RSA ?",
    ),
    _boolean(
        "receives_rsj",
        "Vous touchez le revenu solidarité jeunes (RSJ).",
        "Touchez-vous le RSJ, un revenu pour des jeunes sans argent ?",
    ),
    _boolean(
        "recently_in_same_company",
        "Cette entreprise vous employait il y a moins de six mois.",
        "Cette entreprise vous employait-elle il y a moins de six mois ?",
    ),
    _boolean(
        "refugee_or_protected",
        "La France vous accorde l'asile ou une protection.",
        "La France vous accorde-t-elle l'asile ou une protection ?",
    ),
    _boolean(
        "registered_jobseeker",
        "Vous avez une inscription à France Travail.",
        "Avez-vous une inscription à France Travail ?",
    ),
    _number(
        "registered_months",
        "votre inscription à France Travail",
        "mois",
        "Depuis combien de mois dure votre inscription à France Travail ?",
        (0, 36),
    ),
    _number(
        "registered_months_of_last_18",
        "votre inscription à France Travail, sur 18 mois",
        "mois",
        "Combien de mois d'inscription à France Travail sur les 18 derniers ?",
        (0, 18),
    ),
    _boolean(
        "related_experience",
        "Vous avez une expérience en lien avec le diplôme.",
        "Avez-vous une expérience en lien avec le diplôme ?",
    ),
    _boolean(
        "renault_group_car",
        "Votre voiture est une Renault ou une Dacia.",
        "Votre voiture est-elle une Renault ou une Dacia ?",
    ),
    _boolean(
        "repair_above_car_value",
        "La réparation coûte plus que la valeur de la voiture.",
        "La réparation coûte-t-elle plus que la valeur de la voiture ?",
    ),
    _boolean(
        "residence_permit_applicant",
        "Vous avez demandé un titre de séjour.",
        "Avez-vous demandé un titre de séjour ?",
    ),
    _number(
        "round_trip_km",
        "l'aller-retour",
        "km",
        "Combien de kilomètres fait l'aller-retour ?",
        (0, 120),
    ),
    _number(
        "round_trip_minutes", "l'aller-retour", "minutes", "Combien dure l'aller-retour ?", (0, 180)
    ),
    _boolean(
        "rsa_dependant",
        "Une personne au RSA vous a à sa charge.",
        "Une personne au RSA vous a-t-elle à sa charge ?",
    ),
    _boolean(
        "school_grant",
        "Vous touchez une bourse scolaire.",
        "Touchez-vous une bourse scolaire ?",
    ),
    _boolean(
        "single_parent",
        "Vous élevez seul ou seule un ou plusieurs enfants.",
        "Élevez-vous seul ou seule vos enfants ?",
    ),
    _boolean(
        "small_repair",
        "C'est une petite réparation.",
        "Est-ce une petite réparation ?",
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
    _boolean(
        "subsidised_contract",
        "Vous travaillez en contrat aidé ou en contrat d'insertion.",
        "Avez-vous un contrat aidé, ou un contrat d'insertion ?",
    ),
    _boolean(
        "takes_over_failing_employer",
        "Vous reprenez l'entreprise en difficulté qui vous emploie ou employait.",
        "Voulez-vous reprendre votre entreprise, qui va mal ?",
    ),
    _number(
        "tax_income_per_share_eur",
        "votre revenu fiscal de référence par part",
        "euros",
        "Quel est votre revenu fiscal de référence par part ?",
        (0, 30_000),
    ),
    _choice(
        "training_funding",
        "qui paie votre formation",
        "Qui paie votre formation ?",
        cpf="votre CPF",
        france_travail="France Travail",
        opco="un OPCO",
        other="quelqu'un d'autre",
        own_money="vous",
    ),
    _number(
        "training_hours",
        "la durée de votre formation",
        "heures",
        "Combien d'heures dure votre formation ?",
        (0, 1_200),
    ),
    _choice(
        "training_kind",
        "le type de formation",
        "De quel type de formation s'agit-il ?",
        business_support="une aide à la création d'entreprise",
        licence_b="le permis B",
        other="une autre formation",
        skills_assessment="un bilan de compétences",
        vae="une VAE",
    ),
    _boolean(
        "training_validated",
        "France Travail a validé votre formation.",
        "France Travail a-t-il validé votre formation ?",
    ),
    _boolean(
        "travels_at_peak_hours",
        "Vous voyagez en semaine, aux heures de pointe.",
        "Voyagez-vous en semaine, aux heures de pointe ?",
    ),
    _boolean(
        "trip_in_served_area",
        "Votre trajet est sur le territoire du service.",
        "Votre trajet est-il sur le territoire du service ?",
    ),
    _boolean(
        "unemployment_benefit",
        "Vous touchez une allocation chômage.",
        "Touchez-vous le chômage ?",
    ),
    _boolean(
        "unemployment_rights",
        "Vous touchez, ou pourriez toucher, une allocation chômage.",
        "Touchez-vous le chômage, ou pourriez-vous le toucher ?",
        "Vous ne touchez pas, et ne pourriez pas toucher, d'allocation chômage.",
    ),
    _boolean(
        "without_family_support",
        "Votre famille ne vous aide pas avec de l'argent.",
        "Vivez-vous sans aide d'argent de votre famille ?",
    ),
    _number(
        "work_km_per_year",
        "vos kilomètres en voiture pour le travail",
        "km par an",
        "Combien de kilomètres par an faites-vous en voiture pour le travail ?",
        (0, 25_000),
    ),
    _boolean("working", "Vous travaillez.", "Travaillez-vous en ce moment ?"),
    _number(
        "youngest_child_age",
        "l'âge de votre plus jeune enfant",
        "ans",
        "Quel âge a votre plus jeune enfant ?",
        (0, 18),
        "aucun enfant",
    ),
)

CIRCUMSTANCES: Mapping[str, Circumstance] = {one.name: one for one in _ALL}

ASKED_LAST = frozenset(
    {
        "adapted_company_employee",
        "asylum_seeker",
        "cir_signed",
        "css_or_ame",
        "disability_recognised",
        "disability_recognition_requested",
        "french_is_foreign",
        "french_level",
        "justice_follow_up",
        "pch_recognised",
        "receives_aah",
        "receives_aah_asi_or_aspa",
        "receives_aeeh",
        "refugee_or_protected",
        "residence_permit_applicant",
    }
)
"""What touches on disability, justice, exile or origin: asked once nothing else can decide."""
