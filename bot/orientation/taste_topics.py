"""What people name when they say in their own words what they like, and what it tells.

A table of data. Each topic: its name, as it is quoted back; the phrases that name it, in the words
of `sayings.heard`; axis -> from -1 to 1, the main axis first; ROME grands domaines where one does
just that. A topic whose id is a setting axis, "-" for its other end, is that end named outright.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """opposite: how the other end is quoted, for a setting; "" for anything else."""

    topic_id: str
    name: str
    said: str
    weights: Mapping[str, float]
    domains: str = ""
    opposite: str = ""


SETTINGS_NAMED = (
    Topic(
        "outdoors",
        "dehors",
        "dehors|exterieur|(?:plein|grand) air|en exterieur",
        {"outdoors": 1},
        opposite="pas dehors",
    ),
    Topic(
        "-outdoors",
        "à l'intérieur",
        "dedans|(?:a l )?interieur|(?:a l )?abri|enferme[es]?",
        {"outdoors": -1},
        opposite="pas à l'intérieur",
    ),
    Topic(
        "team",
        "en équipe",
        "(?:l |en |d |une )?equipes?|a plusieurs|en groupe|collecti(?:f|ve)s?|collegues?",
        {"team": 1},
        opposite="pas en équipe",
    ),
    Topic(
        "-team",
        "sans équipe",
        "sans equipe|(?:tout |toute )?seule?(?! avec)|solo|autonomie|autonome|independante?",
        {"team": -1},
        opposite="pas sans équipe",
    ),
    Topic(
        "people",
        "voir du monde",
        "du monde|les gens|le public|au public|(?:la |les |des )?client(?:s|es|ele)|"
        "(?:le |du )?contact(?: humain)?|rencontrer|(?:la )?foule",
        {"people": 1},
        opposite="pas trop de monde",
    ),
    Topic(
        "hands",
        "travailler avec les mains",
        "(?:mes|les|ses|vos|nos) (?:deux |dix )?(?:mains|doigts)|manuel(?:le|s|les)?",
        {"hands": 1},
        opposite="pas avec les mains",
    ),
    Topic(
        "-hands",
        "travailler sur écran",
        "ecrans?|ordinateurs?|ordis?|le pc|clavier",
        {"hands": -1},
        opposite="pas sur écran",
    ),
    Topic(
        "variety",
        "le changement",
        "changement|variete|variees?|bouger|imprevus?|(?:des )?choses differentes",
        {"variety": 1},
        opposite="pas trop de changement",
    ),
    Topic(
        "-variety",
        "le calme",
        "(?:au |le |du )?calme|tranquill(?:e|es|ite)|(?:la )?routine|(?:le )?silence|(?:la )?paix|"
        "repetiti(?:f|ve)s?",
        {"variety": -1},
        opposite="pas de routine",
    ),
)

ACTIVITIES = (
    Topic("repair", "réparer", "repar\\w+|bricol\\w+|depann\\w+", {"R": 1, "hands": 0.5}, "I"),
    Topic(
        "machines",
        "les machines",
        "machines?|engins?|moteurs?|mecanique\\w*|outils?|outillage",
        {"R": 1},
        "HI",
    ),
    Topic("making", "fabriquer", "fabriqu\\w+|construi\\w+|monter des meubles", {"R": 1}, "FH"),
    Topic("wood", "le bois", "(?:le |du |au )?bois|menuis\\w+|ebenist\\w+", {"R": 1}, "BFH"),
    Topic("building", "les chantiers", "chantiers?|batiments?|btp|macon\\w*", {"R": 1}, "F"),
    Topic(
        "driving",
        "conduire",
        "condui\\w+|(?:les |des )?camions?|(?:la |sur la )?route|rouler",
        {"R": 1},
        "N",
    ),
    Topic(
        "trips", "voyager", "voyag\\w+|partir loin|decouvrir (?:d |des )\\w+", {"variety": 1}, "GN"
    ),
    Topic("bikes", "le vélo", "velos?", {"R": 1}, "I"),
    Topic(
        "garden",
        "jardiner",
        "jardin\\w*|potagers?|legumes?|plantes?|fleurs?|planter|arbres?",
        {"R": 1, "outdoors": 0.5},
        "A",
    ),
    Topic(
        "nature",
        "la nature",
        "(?:la )?nature|(?:la )?foret|(?:la )?campagne|(?:la )?montagne|paysages?",
        {"outdoors": 1, "R": 0.5},
        "A",
    ),
    Topic(
        "animals",
        "les animaux",
        "animaux|animal|chiens?|chats?|chevaux|cheval|betes?|veto\\w*",
        {"R": 1, "S": 0.5},
        "A",
    ),
    Topic(
        "cooking",
        "la cuisine",
        "cuisin\\w+|patiss\\w+|gateaux?|recettes?|faire a manger|fourneaux?",
        {"R": 1, "A": 0.5},
        "G",
    ),
    Topic(
        "children",
        "les enfants",
        "(?<!\\bmes )enfants?|bebes?|gamins?|ados?|jeunes",
        {"S": 1, "people": 0.5},
        "K",
    ),
    Topic(
        "elders",
        "les personnes âgées",
        "personnes? agees?|(?:les |des )anciens|papis?|mamies?",
        {"S": 1, "people": 0.5},
        "JK",
    ),
    Topic(
        "helping",
        "aider les autres",
        "(?:l )?aider?|entraide|rendre service|soutenir|accompagn\\w+|solidar\\w+|utile",
        {"S": 1},
        "JK",
    ),
    Topic(
        "caring", "soigner", "soign\\w+|prendre soin|(?:les |des )soins|infirmi\\w+", {"S": 1}, "J"
    ),
    Topic(
        "listening", "écouter les gens", "ecout\\w+|discut\\w+|parler avec", {"S": 1, "people": 0.5}
    ),
    Topic(
        "teaching", "expliquer", "expliqu\\w+|enseign\\w+|transmet\\w+|apprendre aux", {"S": 1}, "K"
    ),
    Topic(
        "selling",
        "vendre",
        "vend\\w+|(?:la )?vente|(?:le )?commerce|boutiques?|magasins?|(?:le |les |un )marches?|"
        "negoci\\w+",
        {"E": 1, "people": 0.5},
        "D",
    ),
    Topic(
        "leading",
        "diriger",
        "dirig\\w+|(?:etre )?chefs?|manag\\w+|responsables?|commander",
        {"E": 1},
    ),
    Topic(
        "own_business",
        "lancer un projet",
        "lancer un projet|(?:ma|une) (?:boite|entreprise)|entreprendre|mon (?:propre )?projet|"
        "a mon compte",
        {"E": 1, "variety": 0.5},
    ),
    Topic("challenge", "les défis", "defis?|challenges?|me depasser|reussir", {"E": 1}),
    Topic(
        "music",
        "la musique",
        "musi\\w+|guitares?|pianos?|batterie|chant(?:s|er|e)?|concerts?|tambours?",
        {"A": 1},
        "L",
    ),
    Topic("drawing", "dessiner", "dessin\\w*|pein(?:dre|s|ture|tures)|fresques?", {"A": 1}, "BE"),
    Topic("writing", "écrire", "ecri(?:re|s|ture)|poemes?|romans?", {"A": 1}, "E"),
    Topic("photos", "la photo et la vidéo", "photograph\\w+|videos?|filmer|cinema", {"A": 1}, "EL"),
    Topic(
        "crafts",
        "la couture",
        "coudre|couds|coutur\\w+|tricot\\w*|broder|tissus?|vetements?|la mode",
        {"A": 1, "hands": 0.5},
        "B",
    ),
    Topic(
        "beauty",
        "la coiffure et la beauté",
        "coiff\\w+|maquill\\w+|esthetiq\\w+|ongles|beaute",
        {"A": 1, "people": 0.5},
        "D",
    ),
    Topic(
        "decorating",
        "décorer",
        "decor\\w+|amenag\\w+|couleurs?|creer|creati\\w+|inventer|imaginer|art",
        {"A": 1},
        "B",
    ),
    Topic(
        "stage",
        "la scène",
        "(?:la )?scene|theatre|spectacles?|danse\\w*|jouer la comedie",
        {"A": 1},
        "L",
    ),
    Topic(
        "sciences",
        "les sciences",
        "sciences?|scientifiques?|microscopes?|labos?|laboratoires?|etoiles?|astronomie|insectes?",
        {"I": 1},
        "H",
    ),
    Topic(
        "understanding",
        "comprendre",
        "comprendre|chercher|observ\\w+|analys\\w+|curieu\\w+|curiosite|enquet\\w+",
        {"I": 1},
    ),
    Topic(
        "computing",
        "l'informatique",
        "informatique|numerique|programm\\w+|coder|jeux video",
        {"I": 1, "hands": -0.5},
        "M",
    ),
    Topic(
        "numbers",
        "les chiffres",
        "chiffres?|comptes?|compter|comptab\\w+|maths?|calcul\\w*",
        {"C": 1},
        "CM",
    ),
    Topic(
        "order",
        "ranger et organiser",
        "rang(?:er|e|ement)|organis\\w+|class(?:er|ement)|trier|propre(?:te)?|en ordre|l ordre",
        {"C": 1},
        "MN",
    ),
    Topic(
        "papers", "les papiers", "papiers?|dossiers?|administrati\\w+|secretar\\w+", {"C": 1}, "M"
    ),
    Topic(
        "sport",
        "le sport",
        "sports?|foot(?:ball)?|courir|rando\\w*|marcher|muscu\\w*",
        {"R": 1},
        "G",
    ),
    Topic(
        "parties",
        "recevoir et faire la fête",
        "fetes?|recevoir|accueill\\w+|accueil|repas|tablees?|convivi\\w+|partag\\w+",
        {"S": 1, "people": 0.5},
        "G",
    ),
    Topic("safety", "protéger", "proteg\\w+|securite|surveill\\w+|pompiers?|police", {"S": 1}, "K"),
)

TOPICS = (*SETTINGS_NAMED, *ACTIVITIES)
