from __future__ import annotations

import pytest

from bot.adapters.official_files.gendered_label import split_label, tidy

SPLIT = {
    "a tail written once": (
        "Conducteur / Conductrice d'engins agricoles",
        "Conducteur d'engins agricoles",
        "Conductrice d'engins agricoles",
    ),
    "several agreeing words": (
        "Ouvrier agricole polyvalent / Ouvrière agricole polyvalente",
        "Ouvrier agricole polyvalent",
        "Ouvrière agricole polyvalente",
    ),
    "agreeing words, then a tail": (
        "Commercial itinérant / Commerciale itinérante en entreprise",
        "Commercial itinérant en entreprise",
        "Commerciale itinérante en entreprise",
    ),
    "only the last word agrees": (
        "Cadre Technico-commercial / Technico-commerciale",
        "Cadre technico-commercial",
        "Cadre technico-commerciale",
    ),
    "only the adjective agrees": (
        "Arbitre professionnel / Professionnelle de discipline sportive",
        "Arbitre professionnel de discipline sportive",
        "Arbitre professionnelle de discipline sportive",
    ),
    "the same noun twice": (
        "Secrétaire médical / Secrétaire médicale",
        "Secrétaire médical",
        "Secrétaire médicale",
    ),
    "chef and cheffe": ("Chef / Cheffe de cuisine", "Chef de cuisine", "Cheffe de cuisine"),
    "another word for women": (
        "Steward / Hôtesse de train",
        "Steward de train",
        "Hôtesse de train",
    ),
    "an acronym stays": (
        "Attaché / Attachée de recherche clinique (ARC)",
        "Attaché de recherche clinique (ARC)",
        "Attachée de recherche clinique (ARC)",
    ),
    "an acronym between dashes": (
        "Directeur / Directrice des systèmes d'information -DSI-",
        "Directeur des systèmes d'information (DSI)",
        "Directrice des systèmes d'information (DSI)",
    ),
    "a slash inside a word list": (
        "Chef / Cheffe d'équipe en plastique/caoutchouc",
        "Chef d'équipe en plastique/caoutchouc",
        "Cheffe d'équipe en plastique/caoutchouc",
    ),
    "no gender": ("Community manager", "Community manager", "Community manager"),
    "two names that do not pair": (
        "Premier valet / Première femme de chambre",
        "Premier valet",
        "Première femme de chambre",
    ),
    "ending -e": ("Agent(e) d'accueil", "Agent d'accueil", "Agente d'accueil"),
    "ending -ère": ("Caissier(ère)", "Caissier", "Caissière"),
    "ending -ne": ("Technicien(ne) chimiste", "Technicien chimiste", "Technicienne chimiste"),
    "ending -se": ("Ajusteur(se)-outilleur(se)", "Ajusteur-outilleur", "Ajusteuse-outilleuse"),
    "ending -trice": ("Animateur(trice) d'équipe", "Animateur d'équipe", "Animatrice d'équipe"),
    "ending -ve": (
        "Assistant(e) administratif(ve)",
        "Assistant administratif",
        "Assistante administrative",
    ),
    "ending -le": (
        "Compagnon(ne) industriel(le)",
        "Compagnon industriel",
        "Compagnonne industrielle",
    ),
    "parentheses after a pair": (
        "Laveur / Laveuse de vitres polyvalent(e)",
        "Laveur de vitres polyvalent",
        "Laveuse de vitres polyvalente",
    ),
    "a place in parentheses stays": (
        "Ostréiculteur / Ostréicultrice (huîtres)",
        "Ostréiculteur (huîtres)",
        "Ostréicultrice (huîtres)",
    ),
    "capital accents": ("Eleveur / Eleveuse d'ovins", "Éleveur d'ovins", "Éleveuse d'ovins"),
    "an adjective that was left masculine": (
        "Conseiller / Conseillère immobilier",
        "Conseiller immobilier",
        "Conseillère immobilière",
    ),
    "a participle that was left masculine": (
        "Opérateur / Opératrice chargé de la manutention",
        "Opérateur chargé de la manutention",
        "Opératrice chargée de la manutention",
    ),
    "the capitals of an acronym": (
        "Infirmier / Infirmière en Pratique Avancée (IPA)",
        "Infirmier en pratique avancée (IPA)",
        "Infirmière en pratique avancée (IPA)",
    ),
    "the capitals of other words stay": (
        "Inspecteur / Inspectrice de l'Education Nationale (IEN)",
        "Inspecteur de l'Éducation nationale (IEN)",
        "Inspectrice de l'Éducation nationale (IEN)",
    ),
    "an acronym in English": (
        "Soudeur / Soudeuse Metal Active Gas (MAG)",
        "Soudeur Metal Active Gas (MAG)",
        "Soudeuse Metal Active Gas (MAG)",
    ),
    "an exception": (
        "Aiguilleur / Aiguilleure du rail",
        "Aiguilleur du rail",
        "Aiguilleuse du rail",
    ),
    "an exception without gender": (
        "Social media manager - Responsable des médias sociaux",
        "Responsable des médias sociaux",
        "Responsable des médias sociaux",
    ),
}


@pytest.mark.parametrize(("label", "masculine", "feminine"), SPLIT.values(), ids=SPLIT.keys())
def test_a_label_becomes_one_whole_label_for_each_gender(
    label: str, masculine: str, feminine: str
) -> None:
    assert split_label(label) == (masculine, feminine)


@pytest.mark.parametrize(
    ("official", "usual"),
    [
        ("Echafaudeur", "Échafaudeur"),
        ("Ecrivain", "Écrivain"),
        ("Equipier", "Équipier"),
        ("Employé", "Employé"),
        ("Esthéticien", "Esthéticien"),
        ("Exploitant", "Exploitant"),
        ("Entraîneur", "Entraîneur"),
        ("Ethnologue", "Ethnologue"),
        ("Enquêteur", "Enquêteur"),
        ("Event manager", "Event manager"),
        ("Energy manager", "Energy manager"),
        ("Infirmier (ERP)", "Infirmier (ERP)"),
    ],
)
def test_only_a_capital_that_is_said_with_an_accent_gets_one(official: str, usual: str) -> None:
    assert tidy(official) == usual
