"""ROME labels, "Conducteur / Conductrice d'engins", as two whole labels, one for each gender."""

from __future__ import annotations

import re

from bot.orientation.wording import fold

# Official labels that the rule would get wrong, or that are spelt out here as people write them.
EXCEPTIONS = {
    "Accompagnant Educatif et Social (AES) / Accompagnante Educative et Sociale (AES)": (
        "Accompagnant éducatif et social (AES)",
        "Accompagnante éducative et sociale (AES)",
    ),
    "Assistant / Assistante Ressources Humaines (RH)": (
        "Assistant en ressources humaines (RH)",
        "Assistante en ressources humaines (RH)",
    ),
    "Développeur / Développeuse - jeux vidéo": (
        "Développeur de jeux vidéo",
        "Développeuse de jeux vidéo",
    ),
    "Directeur / Directrice des Ressources Humaines (DRH)": (
        "Directeur des ressources humaines (DRH)",
        "Directrice des ressources humaines (DRH)",
    ),
    "Homme sage-femme / Sage-femme": ("Sage-femme", "Sage-femme"),
    "Ingénieur / Ingénieure Hygiène, Sécurité et Environnement en industrie (HSE)": (
        "Ingénieur hygiène, sécurité et environnement (HSE)",
        "Ingénieure hygiène, sécurité et environnement (HSE)",
    ),
    "Sound designer / Designer sonore": ("Sound designer", "Designer sonore"),
    "Technicien / Technicienne d'Intervention Sociale et Familiale (TISF)": (
        "Technicien de l'intervention sociale et familiale (TISF)",
        "Technicienne de l'intervention sociale et familiale (TISF)",
    ),
    "Technicien / Technicienne de maintenance Chauffage, Ventilation et Climatisation - CVC": (
        "Technicien de maintenance en chauffage, ventilation et climatisation",
        "Technicienne de maintenance en chauffage, ventilation et climatisation",
    ),
    "Technicien / Technicienne en Hygiène, Sécurité, Environnement industriel (HSE)": (
        "Technicien hygiène, sécurité et environnement (HSE)",
        "Technicienne hygiène, sécurité et environnement (HSE)",
    ),
    "Aiguilleur / Aiguilleure du rail": (
        "Aiguilleur du rail",
        "Aiguilleuse du rail",
    ),
    "Animateur / Animatrice QSE - Qualité Sécurité Environnement BTP": (
        "Animateur qualité, sécurité et environnement (QSE) BTP",
        "Animatrice qualité, sécurité et environnement (QSE) BTP",
    ),
    "Animateur / Animatrice en Hygiène Sécurité Environnement (HSE)": (
        "Animateur hygiène, sécurité et environnement (HSE)",
        "Animatrice hygiène, sécurité et environnement (HSE)",
    ),
    "Architecte IoT - Internet des Objets": (
        "Architecte de l'internet des objets (IoT)",
        "Architecte de l'internet des objets (IoT)",
    ),
    "Chef / Cheffe de projet TMA - Tierce Maintenance Applicative": (
        "Chef de projet en tierce maintenance applicative (TMA)",
        "Cheffe de projet en tierce maintenance applicative (TMA)",
    ),
    "Chef d'équipe dépanneur / Cheffe dépanneuse d'installations sanitaires": (
        "Chef d'équipe dépanneur d'installations sanitaires",
        "Cheffe d'équipe dépanneuse d'installations sanitaires",
    ),
    "Chef d'équipe dépanneur / Cheffe dépanneuse de chaudières domestiques": (
        "Chef d'équipe dépanneur de chaudières domestiques",
        "Cheffe d'équipe dépanneuse de chaudières domestiques",
    ),
    "Chief digital officer - Responsable de la transformation digitale": (
        "Responsable de la transformation digitale",
        "Responsable de la transformation digitale",
    ),
    "Conducteur / Conductrice Véhicule Léger de l'armée": (
        "Conducteur de véhicule léger de l'armée",
        "Conductrice de véhicule léger de l'armée",
    ),
    "Décontaminateur / Décontamineuse nucléaire et radiologique": (
        "Décontaminateur nucléaire et radiologique",
        "Décontaminatrice nucléaire et radiologique",
    ),
    "Délégué / Déléguée à la protection des données - Data Protection Officer": (
        "Délégué à la protection des données (DPO)",
        "Déléguée à la protection des données (DPO)",
    ),
    "Directeur / Directrice de travaux TP - Travaux Publics": (
        "Directeur de travaux publics",
        "Directrice de travaux publics",
    ),
    "Gérant / Gérante salon de coiffure": (
        "Gérant de salon de coiffure",
        "Gérante de salon de coiffure",
    ),
    "Intervenant / Intervenante en Prévention des Risques Professionnels - IPRP": (
        "Intervenant en prévention des risques professionnels (IPRP)",
        "Intervenante en prévention des risques professionnels (IPRP)",
    ),
    "Lapidaire / Diamantaire": (
        "Lapidaire-diamantaire",
        "Lapidaire-diamantaire",
    ),
    "Marin-pêcheur": (
        "Marin-pêcheur",
        "Marin-pêcheuse",
    ),
    "Personnel Navigant Commercial - PNC -": (
        "Membre du personnel navigant commercial (PNC)",
        "Membre du personnel navigant commercial (PNC)",
    ),
    "Responsable RSE - Responsabilité Sociétale de l'Entreprise": (
        "Responsable de la responsabilité sociétale de l'entreprise (RSE)",
        "Responsable de la responsabilité sociétale de l'entreprise (RSE)",
    ),
    "Responsable Service Après-Vente (SAV) en électroménager": (
        "Responsable du service après-vente (SAV) en électroménager",
        "Responsable du service après-vente (SAV) en électroménager",
    ),
    "Responsable de site / Responsable de sites de vente et de réparation cycles": (
        "Responsable de site de vente et de réparation de cycles",
        "Responsable de site de vente et de réparation de cycles",
    ),
    "Responsable plate-forme expédition / Livraison": (
        "Responsable de plate-forme d'expédition et de livraison",
        "Responsable de plate-forme d'expédition et de livraison",
    ),
    "Social media manager - Responsable des médias sociaux": (
        "Responsable des médias sociaux",
        "Responsable des médias sociaux",
    ),
    "Soudeur / Soudeuse Tungsten Inert Gas (TIG)": (
        "Soudeur TIG",
        "Soudeuse TIG",
    ),
    "Staffeur Stuqueur / Staffeuse Stuqueuse": (
        "Staffeur-stuqueur",
        "Staffeuse-stuqueuse",
    ),
    "Tubiste / Contre tubiste": ("Tubiste", "Contre-tubiste"),
}
SPELLINGS = {
    "Chantier nucléaire": "de chantier nucléaire",
    "Efficacité Commerciale": "efficacité commerciale",
    "Industrie Céramique": "industrie céramique",
    "Maitrise d'Ouvrage Système d'Information (MOA SI)": (
        "de la maîtrise d'ouvrage informatique (MOA)"
    ),
    "Maîtrise d'Ouvrage des Systèmes d'Information": "en maîtrise d'ouvrage informatique",
    "de la Documentation et de l'Information Médicale (Médecin responsable -DIM-)": (
        "de l'information médicale (DIM)"
    ),
    "Qualité Sécurité Environnement": "qualité, sécurité et environnement",
    "Qualité de Vie au Travail": "qualité de vie au travail",
    "Spa Praticien": "Spa praticien",
    "Super Lourds": "super lourds",
    "amenageur": "aménageur",
    "après vente": "après-vente",
    "multimedia": "multimédia",
    "sportif Santé": "sportif santé",
    "sportive Santé": "sportive santé",
    "station service": "station-service",
    "Art thérapeute": "Art-thérapeute",
    "Fablab Manager": "Fablab manager",
}
# Adjectives of the person that official labels leave masculine behind a feminine noun:
# "Conseillère immobilier", "Homologatrice fonctionnel de logiciel".
FEMININES = {
    "canin": "canine",
    "chargé": "chargée",
    "chevalin": "chevaline",
    "décisionnel": "décisionnelle",
    "embarqué": "embarquée",
    "événementiel": "événementielle",
    "fonctionnel": "fonctionnelle",
    "immobilier": "immobilière",
    "navigant": "navigante",
    "plongeur": "plongeuse",
    "pénal": "pénale",
    "sous-marin": "sous-marine",
    "éditorial": "éditoriale",
}
# Ending of the masculine word that an ending in parentheses replaces: "Caissier(ère)".
ENDINGS = {"trice": "teur", "euse": "eur", "se": "r", "ère": "er", "ve": "f", "rice": "eur"}
CAPITALISED = re.compile(r"\b(?!État|Éducation)[A-ZÉÈÀ][a-zéèêàâîïôûùœç]{2,}(?:-[A-ZÉ][a-zéèê]+)?")
FOREIGN = re.compile(r"\b(?:Active|Gas|Inert|Manager|Metal|Officer|Owner|Tungsten)\b")
ACCENTED_E = re.compile(
    r"\bE(?!nergy|vent\b)(?=(?:ch|th|ph|qu|[bcdfgptv][lr]|[bcdfghjklmnprstvz])[aeiouyéèêîôœ])"
)


def split_label(label: str) -> tuple[str, str]:
    """The masculine and the feminine label; the same one twice when the word has no gender."""
    label = " ".join(label.split())
    if label in EXCEPTIONS:
        return EXCEPTIONS[label]
    masculine, feminine = map(_without_capitals_of_acronym, _split_slash(tidy(label)))
    return _expand(masculine, feminine=False), _expand(feminine, feminine=True)


def tidy(label: str) -> str:
    """Capital accents and spellings that official files leave out, and acronyms between dashes."""
    label = re.sub(r" -([A-Z]+)-(?= |$)", r" (\1)", " ".join(label.split()))
    for official, usual in SPELLINGS.items():
        label = label.replace(official, usual)
    return ACCENTED_E.sub("É", label)


def _without_capitals_of_acronym(label: str) -> str:
    """ "Infirmier en Pratique Avancée (IPA)": the words that an acronym stands for have none."""
    found = re.search(r" \(([A-Z]{2,6})\)", label)
    if not found or FOREIGN.search(label):
        return label
    first, space, words = label[: found.start()].partition(" ")
    lower = CAPITALISED.sub(
        lambda word: word[0].lower() if fold(word[0][0]).upper() in found[1] else word[0], words
    )
    return first + space + lower + label[found.start() :]


def _split_slash(label: str) -> tuple[str, str]:
    """Cuts at " / " and gives back to each side the words that are written once."""
    left, slash, right = label.partition(" / ")
    if not slash:
        return label, label
    masculine, feminine = left.split(), right.split()
    size = _paired_words(masculine, feminine)
    if size is None:
        return left, right
    start, pair, other = masculine[:-size], masculine[-size:], feminine[:size]
    if start:
        pair, other = _without_capital(pair), _without_capital(other)
    end = feminine[size:]
    agreeing = [FEMININES.get(word, word) for word in end[:1]] + end[1:]
    return " ".join(start + pair + end), " ".join(start + other + agreeing)


def _paired_words(masculine: list[str], feminine: list[str]) -> int | None:
    """How many last words of the left stand for the first words of the right; None: two names."""
    for size in range(min(len(masculine), len(feminine)), 0, -1):
        if all(map(_is_pair, masculine[-size:], feminine[:size])):
            return size
    return 1 if len(masculine) == 1 else None  # "Steward / Hôtesse de train"


def _without_capital(words: list[str]) -> list[str]:
    return [words[0][0].lower() + words[0][1:], *words[1:]]


def _is_pair(masculine: str, feminine: str) -> bool:
    """Do two words look like the two genders of one: same first three letters, similar length?"""
    one, other = masculine.lower(), feminine.lower()
    return one[:3] == other[:3] and abs(len(one) - len(other)) <= 4


def _expand(label: str, feminine: bool) -> str:
    """Writes "agent(e)" out for one gender; "(TIC)" or "(serres)" after a space stays."""
    return re.sub(
        r"(\w+)\(([a-zèé]{1,5})\)",
        lambda match: _feminine(match[1], match[2]) if feminine else match[1],
        label,
    )


def _feminine(word: str, ending: str) -> str:
    replaced = ENDINGS.get(ending, "")
    return word.removesuffix(replaced) + ending
