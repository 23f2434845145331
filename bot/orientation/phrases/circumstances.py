"""Questions about aids in easy-read French, where the usual question is not easy already.

The usual questions are in the table of facts, bot/orientation/circumstances.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

QUESTIONS_OF_AIDS: Mapping[str, P] = {
    fact: P(text)
    for fact, text in {
        "accepts_volunteering": "Voulez-vous aider sans gagner d'argent ?",
        "adapted_company_employee": (
            "Une entreprise adaptée aide les gens avec un handicap.\nTravaillez-vous là ?"
        ),
        "approved_school": "L'État doit connaître votre école.\nEst-ce que c'est le cas ?",
        "asylum_seeker": "Demandez-vous l'asile en France ?",
        "bank_credit_refused": "Un crédit, c'est un prêt d'argent.\nLa banque vous dit non ?",
        "benefit_below_minimum_wage": (
            "Le Smic, c'est le salaire minimum.\nTouchez-vous moins que le Smic au chômage ?"
        ),
        "branch_agreement_from_57": (
            "Certains métiers ont une règle dès 57 ans.\nEst-ce le cas de votre métier ?"
        ),
        "business_in_qpv": (
            "Un quartier prioritaire reçoit plus d'aides.\nVotre entreprise sera dans ce quartier ?"
        ),
        "business_in_zfrr": (
            "Certaines campagnes reçoivent plus d'aides.\n"
            "C'est une zone ZFRR.\n"
            "Votre entreprise sera dans cette zone ?"
        ),
        "can_leave_deposit": (
            "Une caution, c'est de l'argent en garantie.\nPouvez-vous laisser une caution ?"
        ),
        "cape_signed": ("Un CAPE aide à tester une entreprise.\nAvez-vous signé un CAPE ?"),
        "car_environment_score": (
            "Une voiture électrique a un score.\nSon score est-il assez bon ?"
        ),
        "certified_training": "Avez-vous un diplôme à la fin de la formation ?",
        "childcare_aid_last_year": (
            "Avez-vous déjà eu l'aide à la garde ?\nC'était il y a moins d'un an ?"
        ),
        "cir_signed": ("Le CIR aide à bien arriver en France.\nAvez-vous signé un CIR ?"),
        "cofunded_licence": "Qui paie le permis ?\nUne aide ou un employeur paie une part ?",
        "cpf_rights": (
            "Le CPF, c'est de l'argent pour une formation.\nVous reste-t-il de l'argent au CPF ?"
        ),
        "css_or_ame": (
            "L'État aide à payer les soins.\nCela s'appelle la CSS ou l'AME.\nAvez-vous cela ?"
        ),
        "daily_allowance_eur": (
            "Combien touchez-vous de chômage par jour ?\nÉcrivez 0 si vous ne touchez rien."
        ),
        "disability_recognised": ("Avez-vous un papier pour un handicap ?\nPar exemple la RQTH."),
        "disability_recognition_requested": (
            "Vous avez demandé une RQTH ?\nC'est pour un handicap au travail."
        ),
        "double_rent": "Payez-vous 2 loyers ?\nC'est pour étudier et travailler ?",
        "driving_school_certified": (
            "Demandez à votre auto-école.\n"
            "A-t-elle l'accord de l'État ?\n"
            "A-t-elle le label Qualiopi ?"
        ),
        "employed_months": "Vous avez eu des emplois.\nCombien de mois en tout ?",
        "employed_months_last_5_years": (
            "Vous avez eu des emplois.\nCombien de mois depuis 5 ans ?"
        ),
        "employer_months": "Vous travaillez dans une entreprise.\nDepuis combien de mois ?",
        "family_quotient_eur": (
            "La CAF calcule un quotient familial.\nC'est un nombre.\nQuel est le vôtre ?"
        ),
        "fixed_term_months_last_year": (
            "Un CDD, c'est un contrat qui a une fin.\nCombien de mois en CDD depuis 1 an ?"
        ),
        "full_pension_right": (
            "Pouvez-vous prendre votre retraite maintenant ?\nAvec la retraite entière ?"
        ),
        "had_social_leasing_2024": (
            "En 2024, l'État aidait à louer une voiture.\nAvez-vous eu cette aide ?"
        ),
        "health_or_social_training": (
            "Vous préparez un métier.\nEst-ce dans la santé ?\nOu pour aider les gens ?"
        ),
        "iae_other_criteria": (
            "Qu'est-ce qui rend l'emploi difficile ?\n"
            "L'âge ? Le diplôme ? Le logement ?\n"
            "La famille ? Le quartier ?\n"
            "Combien de choses en tout ?"
        ),
        "in_cej": ("Le contrat d'engagement jeune aide les jeunes.\nAvez-vous ce contrat ?"),
        "in_epide_or_e2c": (
            "Êtes-vous dans une école pour jeunes ?\n"
            "Elle s'appelle EPIDE.\n"
            "Ou École de la 2e chance."
        ),
        "inclusive_mobility_scheme": "Une personne vous aide pour vos trajets ?",
        "insertion_path": "Une personne vous aide à revenir au travail ?",
        "insertion_worksite_employee": (
            "Un chantier d'insertion aide à revenir au travail.\nTravaillez-vous là ?"
        ),
        "intensive_job_search": "Cherchez-vous beaucoup un emploi ?",
        "intensive_support": "Une personne vous aide souvent ?\nC'est pour trouver un emploi ?",
        "justice_follow_up": (
            "La justice vous suit-elle ?\nÊtes-vous en prison ?\nOu sortez-vous de prison ?"
        ),
        "mobility_lease": (
            "Un bail mobilité, c'est louer quelques mois.\nAvez-vous un bail mobilité ?"
        ),
        "months_since_hire_or_move": ("Vous avez un nouveau poste.\nDepuis combien de mois ?"),
        "needed_for_work": "Est-ce pour avoir un emploi ?\nOu pour garder un emploi ?",
        "new_home_km": "Vous changez de logement.\nIl y a combien de kilomètres entre les 2 ?",
        "new_home_minutes": "Vous changez de logement.\nIl y a combien de minutes entre les 2 ?",
        "pay_at_most_80_percent_smic": (
            "Le Smic, c'est le salaire minimum.\nGagnez-vous moins de 80 % du Smic ?"
        ),
        "pch_recognised": "La PCH aide les personnes avec un handicap.\nTouchez-vous la PCH ?",
        "plie_nearby": ("Un PLIE aide à trouver un emploi.\nY a-t-il un PLIE près de chez vous ?"),
        "prescribed": "Une personne peut-elle vous guider ?\nPar exemple à France Travail.",
        "private_employer": "Votre patron est-il privé ?\nOu est-ce une ferme ?",
        "receives_aah": ("L'AAH aide les adultes avec un handicap.\nTouchez-vous l'AAH ?"),
        "receives_aah_asi_or_aspa": (
            "Touchez-vous l'AAH, l'ASI ou l'ASPA ?\nCe sont des aides de l'État.\n"
            "C'est pour le handicap ou l'âge."
        ),
        "receives_aeeh": (
            "L'AEEH aide les enfants avec un handicap.\nVous ou vos parents touchez l'AEEH ?"
        ),
        "receives_aspa": "L'ASPA aide les personnes âgées.\nTouchez-vous l'ASPA ?",
        "receives_ass": "L'ASS vient après le chômage.\nTouchez-vous l'ASS ?",
        "receives_prepare": ("La PreParE aide à garder son enfant.\nTouchez-vous la PreParE ?"),
        "receives_rsj": "Le RSJ est un revenu pour les jeunes.\nTouchez-vous le RSJ ?",
        "recently_in_same_company": (
            "Vous connaissez cette entreprise.\nVous y étiez il y a moins de 6 mois ?"
        ),
        "refugee_or_protected": "La France vous protège-t-elle ?\nAvez-vous l'asile ?",
        "registered_months": ("Êtes-vous à France Travail ?\nDepuis combien de mois ?"),
        "registered_months_of_last_18": (
            "Regardez les 18 derniers mois.\nCombien de mois à France Travail ?"
        ),
        "repair_above_car_value": "La réparation coûte-t-elle plus que la voiture ?",
        "residence_permit_applicant": (
            "Un titre de séjour permet de vivre en France.\nAvez-vous demandé un titre ?"
        ),
        "rsa_dependant": "Êtes-vous dans la famille d'une personne au RSA ?",
        "subsidised_contract": "L'État paie-t-il une part de votre salaire ?",
        "takes_over_failing_employer": ("Votre entreprise va mal.\nVoulez-vous la reprendre ?"),
        "tax_income_per_share_eur": (
            "Regardez votre feuille d'impôt.\n"
            "Prenez le revenu fiscal de référence.\n"
            "Divisez par le nombre de parts."
        ),
        "trip_in_served_area": "Le service va-t-il sur votre trajet ?",
        "work_km_per_year": (
            "Vous prenez la voiture pour le travail.\nCombien de kilomètres en 1 an ?"
        ),
    }.items()
}
