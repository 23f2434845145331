"""Words with a code: data·inclusion 1.0.8, and the states an offer or its amounts may be in.

Codes are those of the national schema (schema.data.inclusion.gouv.fr); the labels are our own.
"""

from __future__ import annotations

from collections.abc import Mapping

SCHEMA_EDITION = "1.0.8"

THEMES: Mapping[str, str] = {
    "choisir-un-metier--confirmer-son-choix-de-metier": "Confirmer un choix de métier",
    "choisir-un-metier--connaitre-les-opportunites-demploi": "Savoir quels métiers recrutent",
    "choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite": "Découvrir un métier",
    "choisir-un-metier--identifier-ses-points-forts-et-ses-competences": "Trouver ses points forts",
    "creer-une-entreprise--definir-son-projet-de-creation-dentreprise": "Préciser une idée",
    "creer-une-entreprise--developper-son-entreprise": "Faire grandir une entreprise",
    "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise": "Monter un projet",
    "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives": (
        "Aide aux démarches"
    ),
    "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete": (
        "Accès à la citoyenneté"
    ),
    "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits": (
        "Accès aux droits"
    ),
    "difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte": (
        "Suivi adapté"
    ),
    "difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination": (
        "Discrimination : ses droits"
    ),
    "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire": (
        "Justice"
    ),
    "difficultes-financieres--acquerir-une-autonomie-budgetaire": "Tenir un budget",
    "difficultes-financieres--ameliorer-sa-gestion-budgetaire": "Mieux gérer un budget",
    "difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere": (
        "Protection de l'argent"
    ),
    "difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere": (
        "Revenus et fins de mois"
    ),
    "difficultes-financieres--situation-dendettement-surendettement": "Dettes",
    "equipement-et-alimentation--aide-menagere": "Aide ménagère",
    "equipement-et-alimentation--alimentation": "Alimentation",
    "equipement-et-alimentation--electromenager": "Électroménager",
    "equipement-et-alimentation--habillement": "Vêtements",
    "famille--garde-denfants": "Garde d'enfants",
    "famille--prise-en-charge-personne-dependante": "Proche dépendant",
    "famille--soutien-a-la-parentalite-et-a-leducation": "Être parent",
    "famille--soutien-aidants": "Soutien aux aidants",
    "famille--surmonter-conflits-separation-violence": "Séparation, conflits, violences",
    "lecture-ecriture-calcul--maitriser-le-calcul": "Apprendre à compter",
    "lecture-ecriture-calcul--maitriser-le-francais": "Apprendre le français",
    "logement-hebergement--acheter-un-logement": "Acheter un logement",
    "logement-hebergement--changer-de-logement": "Changer de logement",
    "logement-hebergement--louer-un-logement": "Louer un logement",
    "logement-hebergement--rechercher-une-solution-dhebergement-temporaire": (
        "Trouver un toit pour un temps"
    ),
    "logement-hebergement--reduire-les-impayes-de-loyer": "Loyers en retard",
    "logement-hebergement--se-maintenir-dans-le-logement": "Garder son logement",
    "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement": (
        "Démarches pour un logement"
    ),
    "mobilite--acceder-a-un-vehicule": "Avoir un véhicule",
    "mobilite--entretenir-reparer-son-vehicule": "Réparer son véhicule",
    "mobilite--etre-accompagne-dans-son-parcours-mobilite": "Conseil pour se déplacer",
    "mobilite--financer-ma-mobilite": "Payer ses déplacements",
    "mobilite--mobilite-douce-partagee-collective": "Bus, train, vélo, covoiturage",
    "mobilite--preparer-un-permis": "Passer le permis",
    "numerique--acceder-a-des-services-en-ligne": "Démarches en ligne",
    "numerique--acceder-a-une-connexion-internet": "Connexion à internet",
    "numerique--acquerir-un-equipement": "Ordinateur ou téléphone",
    "numerique--maitriser-les-fondamentaux-du-numerique": "Bases de l'ordinateur",
    "preparer-sa-candidature--developper-son-reseau": "Faire jouer son réseau",
    "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi": (
        "Organiser sa recherche"
    ),
    "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation": "CV et lettre",
    "preparer-sa-candidature--valoriser-ses-competences": "Mettre en avant son expérience",
    "remobilisation--activites-sportives-et-culturelles": "Sport et culture",
    "remobilisation--benevolat-action-citoyenne": "Bénévolat",
    "remobilisation--bien-etre-confiance-en-soi": "Bien-être et confiance",
    "remobilisation--lien-social": "Rencontrer du monde",
    "sante--acces-aux-soins": "Accès aux soins",
    "sante--addictions": "Addictions",
    "sante--constituer-un-dossier-mdph-invalidite": "Dossier MDPH",
    "sante--sante-mentale": "Santé mentale",
    "sante--sante-sexuelle": "Santé sexuelle",
    "se-former--monter-son-dossier-de-formation": "Payer une formation",
    "se-former--trouver-sa-formation": "Trouver une formation",
    "souvrir-a-linternational--connaitre-les-opportunites-demploi-a-letranger": (
        "Emplois à l'étranger"
    ),
    "souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger": (
        "Aides pour partir à l'étranger"
    ),
    "souvrir-a-linternational--sorganiser-suite-a-son-retour-en-france": "Retour en France",
    "trouver-un-emploi--convaincre-un-recruteur-en-entretien": "Réussir un entretien",
    "trouver-un-emploi--faire-des-candidatures-spontanees": "Candidatures spontanées",
    "trouver-un-emploi--maintien-dans-lemploi": "Garder son emploi",
    "trouver-un-emploi--repondre-a-des-offres-demploi": "Répondre à des offres d'emploi",
    "trouver-un-emploi--suivre-ses-candidatures-et-relancer-les-employeurs": (
        "Suivre ses candidatures"
    ),
}

SERVICE_TYPES: Mapping[str, str] = {
    "accompagnement": "Accompagnement",
    "aide-financiere": "Aide en argent",
    "aide-materielle": "Aide en matériel",
    "atelier": "Atelier",
    "formation": "Formation",
    "information": "Information",
}

PUBLICS: Mapping[str, str] = {
    "tous-publics": "tout le monde",
    "actifs": "les personnes en emploi",
    "beneficiaires-des-minimas-sociaux": "les personnes au RSA ou avec un autre minimum social",
    "demandeurs-emploi": "les personnes en recherche d'emploi",
    "etudiants": "les personnes en études",
    "familles": "les familles",
    "femmes": "les femmes",
    "jeunes": "les jeunes",
    "personnes-en-situation-de-handicap": "les personnes en situation de handicap",
    "personnes-en-situation-durgence": "les personnes en situation d'urgence",
    "personnes-en-situation-juridique-specifique": "les personnes suivies par la justice",
    "personnes-exilees": "les personnes exilées",
    "residents-qpv-frr": "les habitants d'un quartier prioritaire ou d'une zone rurale aidée",
    "seniors": "les seniors",
}

FEES: Mapping[str, str] = {"gratuit": "gratuit", "payant": "payant"}

RECEPTION: Mapping[str, str] = {"a-distance": "à distance", "en-presentiel": "sur place"}

ASKED_BY: Mapping[str, str] = {
    "usagers": "vous-même",
    "professionnels": "un conseiller ou une conseillère",
}

ASKING: Mapping[str, str] = {
    "envoyer-un-courriel": "par courriel",
    "se-presenter": "sur place",
    "telephoner": "par téléphone",
    "utiliser-lien-mobilisation": "en ligne",
}

# Order: what is worth showing first.
STATUSES: Mapping[str, str] = {
    "active": "en cours",
    "by_waves": "par vagues",
    "phasing_out": "en voie d'arrêt",
    "unknown": "état non connu",
    "suspended": "suspendue",
    "ended": "arrêtée",
}

CONFIDENCES: Mapping[str, str] = {
    "verified": "lue dans une source officielle",
    "secondary": "lue dans la presse ou chez un tiers",
    "memory": "sans source",
}

UNITS: Mapping[str, str] = {
    "EUR": "€",
    "EUR/day": "€ par jour",
    "EUR/hour": "€ par heure",
    "EUR/km": "€ par km",
    "EUR/month": "€ par mois",
    "EUR/year": "€ par an",
    "percent": "%",
}

# What a source may leave unsaid, in the order in which it is told.
UNKNOWNS: Mapping[str, str] = {
    "amounts": "montant",
    "conditions": "conditions",
    "deadlines": "dates limites",
    "delay": "délai de réponse",
    "how_to_ask": "démarche",
    "papers": "papiers à fournir",
    "steps": "étapes",
    "zone": "lieux concernés",
}

ZONE_LEVELS = ("country", "region", "department", "commune", "metropole", "area")
DEADLINE_SIDES = ("before", "after")
