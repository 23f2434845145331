"""Sentences told in passing, and what they tell; the hours and conditions with "refused" as True.

Written for these tests, by kind; the look-alikes of each kind tell nothing.
"""

from __future__ import annotations

from typing import Any

Case = tuple[str, dict[str, Any]]

NIGHT, WEEKEND, SHIFTED = {"night": True}, {"weekend": True}, {"shifted": True}
SCHOOL = {"outside_school": True}
LICENCE, NO_LICENCE = {"licence": "yes"}, {"licence": "no"}
CAR, NO_CAR = {"vehicle": "car"}, {"vehicle": "none"}
SCOOTER, BIKE = {"vehicle": "scooter"}, {"vehicle": "bike"}
LINE, NO_LINE = {"public_transport": "yes"}, {"public_transport": "no"}
NOTHING: dict[str, Any] = {}


def refuses(*hours: str) -> dict[str, Any]:
    return {"hours": dict.fromkeys(hours, True)}


def accepts(*hours: str) -> dict[str, Any]:
    return {"hours": dict.fromkeys(hours, False)}


def avoids(*conditions: str) -> dict[str, Any]:
    return {"conditions": dict.fromkeys(conditions, True)}


def bears(*conditions: str) -> dict[str, Any]:
    return {"conditions": dict.fromkeys(conditions, False)}


def minutes(count: int) -> dict[str, Any]:
    return {"max_minutes": count}


def training(length: str) -> dict[str, Any]:
    return {"training": length}


LICENCES: tuple[Case, ...] = (
    ("j'ai le permis", LICENCE),
    ("j'ai mon permis depuis dix ans", LICENCE),
    ("moi j'ai le permis B", LICENCE),
    ("je viens d'avoir le permis", LICENCE),
    ("j'ai eu mon permis cet été", LICENCE),
    ("g le permi", LICENCE),
    ("jai le perm", LICENCE),
    ("permis ok", LICENCE),
    ("j'ai le permi b ouai", LICENCE),
    ("permis en poche", LICENCE),
    ("oui le permis je l'ai", LICENCE),
    ("je suis titulaire du permis B", LICENCE),
    ("j'ai pas le permis", NO_LICENCE),
    ("je n'ai pas encore mon permis", NO_LICENCE),
    ("j'ai jamais passé le permis", NO_LICENCE),
    ("j'ai plus mon permis", NO_LICENCE),
    ("pas de permis", NO_LICENCE),
    ("on m'a retiré le permis", NO_LICENCE),
    ("mon permis est suspendu", NO_LICENCE),
    ("j'ai raté le permis deux fois", NO_LICENCE),
    ("je suis en train de passer le permis", NO_LICENCE),
    ("je suis sans permis", NO_LICENCE),
    ("j'ai que le permis moto", NO_LICENCE),
    ("g pa le permi", NO_LICENCE),
    ("aucun permis", NO_LICENCE),
    ("pas de permis à cause de ma vue", NO_LICENCE),
)
LICENCE_LOOK_ALIKES = (
    "mon père a le permis",
    "ma copine a le permis, elle",
    "j'aimerais avoir le permis",
    "je voudrais passer le permis",
    "je veux passer mon permis un jour",
    "j'ai pas encore passé le code",
    "je rêve d'avoir le permis",
    "il faut le permis pour ça",
    "est-ce que le permis est obligatoire",
    "et si j'avais le permis",
    "avec le permis ça change quoi",
    "vous avez des jobs sans permis",
    "je cherche un boulot sans permis",
    "mon fils passe le permis",
    "quand j'aurai le permis on verra",
    "une aide pour financer le permis",
    "les gens ont tous le permis ici",
    "je crois que j'ai encore le permis",
    "mon frère il a le permis",
    "un permis de construire",
    "je peux pas bosser sans permis",
)
VEHICLES: tuple[Case, ...] = (
    ("j'ai une voiture", CAR),
    ("j'ai une bagnole", CAR),
    ("j'ai une caisse", CAR),
    ("j'ai une vieille clio", CAR),
    ("je roule en twingo", CAR),
    ("je suis véhiculée", CAR),
    ("je suis motorisé", CAR),
    ("ma voiture est vieille mais elle roule", CAR),
    ("je me déplace en voiture", CAR),
    ("mes parents me prêtent leur voiture", CAR),
    ("j'ai pas de voiture", NO_CAR),
    ("plus de voiture", NO_CAR),
    ("j'ai plus de bagnole", NO_CAR),
    ("pas de caisse", NO_CAR),
    ("ma voiture est en panne", NO_CAR),
    ("ma voiture est morte", NO_CAR),
    ("j'ai vendu ma voiture", NO_CAR),
    ("j'ai pas de véhicule", NO_CAR),
    ("je suis à pied", NO_CAR),
    ("je fais tout à pied", NO_CAR),
    ("je suis pas véhiculé", NO_CAR),
    ("aucune voiture", NO_CAR),
    ("j'ai un scooter", SCOOTER),
    ("je roule en scooter", SCOOTER),
    ("j'ai une moto", SCOOTER),
    ("je suis motorisé en scooter", SCOOTER),
    ("j'ai un vélo", BIKE),
    ("je me déplace à vélo", BIKE),
    ("je fais tout à vélo", BIKE),
    ("j'ai juste une trottinette", BIKE),
    ("j'ai pas de voiture mais un vélo", BIKE),
    ("j'ai un vélo électrique", BIKE),
    ("j'ai acheté un vélo", BIKE),
    ("j'ai récupéré ma voiture", CAR),
    ("permis B et une voiture aussi", {**LICENCE, **CAR}),
)
VEHICLE_LOOK_ALIKES = (
    "une voiture serait bien",
    "je dors dans ma voiture",
    "si ma voiture était réparée",
    "et en vélo électrique",
    "j'aimerais une voiture",
    "je voudrais m'acheter une voiture",
    "j'aime les voitures",
    "je répare des vélos",
    "j'ai vendu des voitures pendant trois ans",
    "mon mari a une voiture",
    "ma sœur a la voiture toute la semaine",
    "si j'avais une voiture",
    "il faut une voiture pour venir",
    "on voit une voiture rouge",
    "j'étais chauffeur de camion",
    "je cherche un job avec une voiture de service",
    "quelle voiture acheter",
    "une aide pour acheter un vélo",
    "j'étais hôtesse de caisse",
    "le voisin a une moto",
    "les voitures ça me passionne",
    "avec une voiture ça donnerait quoi",
    "j'ai peut-être une voiture bientôt",
    "je ne peux pas vivre sans ma voiture",
)
LINES: tuple[Case, ...] = (
    ("je prends le bus", LINE),
    ("il y a un bus devant chez moi", LINE),
    ("y a un tram en bas de chez moi", LINE),
    ("j'ai une gare à côté", LINE),
    ("le bus passe devant chez moi", LINE),
    ("je fais tout en bus", LINE),
    ("je prends les transports en commun", LINE),
    ("le bus passe toutes les vingt minutes", LINE),
    ("pas de bus chez moi", NO_LINE),
    ("il n'y a pas de bus ici", NO_LINE),
    ("y a aucun transport dans mon village", NO_LINE),
    ("le bus ne passe pas chez moi", NO_LINE),
    ("pas le moindre bus dans ma vallée", NO_LINE),
    ("y a ni bus ni train par ici", NO_LINE),
)
LINE_LOOK_ALIKES = (
    "j'étais chauffeur de bus",
    "j'aimerais conduire un bus",
    "j'ai raté mon bus ce matin",
    "plus de bus après vingt heures",
    "je déteste le bus",
    "est-ce qu'il y a un bus pour y aller",
    "il faudrait un bus",
    "contrôleuse dans les trains",
    "ma mère prend le bus",
    "j'ai perdu ma carte de bus",
)
MINUTES: tuple[Case, ...] = (
    ("trente minutes max", minutes(30)),
    ("pas plus de 45 minutes", minutes(45)),
    ("une demi-heure grand max", minutes(30)),
    ("trois quarts d'heure maximum", minutes(45)),
    ("une petite heure de trajet", minutes(60)),
    ("je peux faire une heure de route", minutes(60)),
    ("1h15 de trajet maxi", minutes(75)),
    ("90 min max", minutes(90)),
    ("j'accepte de faire vingt minutes de bus", minutes(20)),
    ("un quart d'heure pas plus max", minutes(15)),
    ("jusqu'à une heure de transport", minutes(60)),
    ("je veux pas faire plus de 20 minutes", minutes(20)),
    ("45 minutes c'est trop, 30 max", minutes(30)),
    ("je peux faire 40 minutes", minutes(40)),
    ("20 bornes max", {"max_km": 20.0}),
    ("pas plus de 15 km", {"max_km": 15.0}),
    ("vingt kilomètres maximum", {"max_km": 20.0}),
    ("je peux rouler 30 km en voiture", {"max_km": 30.0}),
)
MINUTES_LOOK_ALIKES = (
    "pas plus de 20",
    "avec vingt minutes de trajet en plus",
    "je suis à dix minutes du centre",
    "j'ai attendu une heure",
    "dix minutes pour tout ça",
    "une formation de 35 heures maximum",
    "35 heures par semaine max",
    "je dors huit heures",
    "je mettais une heure avant",
    "trente ans maximum",
    "combien de minutes de trajet",
    "j'ai couru 10 km",
)
HOURS: tuple[Case, ...] = (
    ("je peux pas la nuit", refuses("night")),
    ("la nuit je peux pas", refuses("night")),
    ("pas la nuit", refuses("night")),
    ("pas de nuit", refuses("night")),
    ("je veux pas travailler la nuit", refuses("night")),
    ("je voudrais pas bosser la nuit", refuses("night")),
    ("hors de question la nuit", refuses("night")),
    ("la nuit c'est mort", refuses("night")),
    ("la nuit c'est pas possible", refuses("night")),
    ("pas de night shift", refuses("night")),
    ("pas le week-end", refuses("weekend")),
    ("je travaille pas le dimanche", refuses("weekend")),
    ("jamais le dimanche", refuses("weekend")),
    ("je suis pas dispo le week-end", refuses("weekend")),
    ("je peux pas le samedi", refuses("weekend")),
    ("le week-end c'est impossible", refuses("weekend")),
    ("ni la nuit ni le week-end", refuses("night", "weekend")),
    ("pas de nuit pas de week-end", refuses("night", "weekend")),
    ("je peux pas le soir", refuses("shifted")),
    ("pas trop tôt le matin", refuses("shifted")),
    ("pas d'horaires décalés", refuses("shifted")),
    ("pas de 3x8", refuses("night", "shifted")),
    ("je garde mes enfants le mercredi", refuses("outside_school")),
    ("je récupère ma fille à l'école à 16h30", refuses("outside_school")),
    ("je dois déposer les petits à l'école le matin", refuses("outside_school")),
    ("je dépose les enfants à l'école", refuses("outside_school")),
    ("j'ai mes gosses le mercredi", refuses("outside_school")),
    ("le mercredi j'ai mes enfants", refuses("outside_school")),
    ("je travaille que pendant les heures d'école", refuses("outside_school", "weekend")),
    ("finalement la nuit ça va", accepts("night")),
    ("la nuit ça me dérange pas", accepts("night")),
    ("pas de problème pour le week-end", accepts("weekend")),
    ("aucun souci pour le dimanche", accepts("weekend")),
    ("je peux bosser la nuit", accepts("night")),
    ("le week-end ça me va", accepts("weekend")),
    ("ok pour les horaires décalés", accepts("shifted")),
)
HOURS_LOOK_ALIKES = (
    "je cherche un travail de nuit",
    "j'ai pas dormi de la nuit",
    "bonne nuit",
    "j'ai mal dormi cette nuit",
    "mon mari travaille la nuit",
    "je travaillais la nuit",
    "je gardais des enfants le mercredi",
    "j'ai gardé mes enfants pendant dix ans",
    "j'ai deux enfants",
    "la nuit me fait rêver",
    "c'est ouvert le dimanche",
    "je sors pas le samedi",
    "est-ce qu'il y a du travail de nuit",
    "j'aime le matin",
    "je garde des enfants",
    "peut-être la nuit",
    "à plus tard",
    "ma fille ne dort pas la nuit",
    "ce soir je peux pas, on continue demain",
    "dimanche prochain je peux pas",
)
CONDITIONS: tuple[Case, ...] = (
    ("je peux plus porter de charges lourdes", avoids("heavy_loads")),
    ("je peux pas porter lourd", avoids("heavy_loads")),
    ("je dois pas porter de charges", avoids("heavy_loads")),
    ("pas de port de charges", avoids("heavy_loads")),
    ("j'ai mal au dos", avoids("heavy_loads")),
    ("j'ai une hernie discale", avoids("heavy_loads")),
    ("j'ai le vertige", avoids("heights")),
    ("je peux pas travailler en hauteur", avoids("heights")),
    ("je supporte pas le bruit", avoids("noise")),
    ("je peux pas rester debout", avoids("standing")),
    ("pas debout toute la journée", avoids("standing")),
    ("je veux pas rester assis", avoids("sitting")),
    ("je suis allergique aux produits", avoids("chemicals")),
    ("je supporte pas le froid", avoids("cold_or_heat")),
    ("je veux pas travailler dehors", avoids("outdoors")),
    ("pas de contact avec le public", avoids("public_contact")),
    ("je veux plus du travail à la chaîne", avoids("repetitive")),
    ("je peux porter", bears("heavy_loads")),
    ("le bruit me dérange pas", bears("noise")),
    ("ça me dérange pas de porter", bears("heavy_loads")),
    ("j'ai pas peur du vide", bears("heights")),
)
CONDITION_LOOK_ALIKES = (
    "j'aime travailler dehors",
    "il fait froid",
    "mon père a mal au dos",
    "je cherche dehors",
    "on est dehors",
    "j'ai porté des cartons",
    "le bruit des machines",
    "une personne debout",
    "j'adore le contact avec les clients",
    "je suis au bureau",
    "je suis allergique au gluten",
    "je suis allergique aux chats",
    "j'ai plus un euro, je peux plus payer le loyer et le frigo est vide",
    "je supporte plus le bruit des voisins",
)
TRAININGS: tuple[Case, ...] = (
    ("je veux bien faire une formation courte", training("short")),
    ("je suis prêt à me former un an", training("long")),
    ("je veux pas de formation", training("none")),
    ("pas de formation", training("none")),
    ("j'ai pas le temps de faire une formation", training("none")),
    ("je peux faire une formation de six mois", training("short")),
    ("j'aimerais me former", training("short")),
    ("une formation longue ça me va", training("long")),
    ("je veux faire un apprentissage", training("long")),
    ("je suis d'accord pour une formation de deux ans", training("long")),
    ("une formation non merci", training("none")),
    ("plus de formation", training("none")),
)
TRAINING_LOOK_ALIKES = (
    "j'ai fait une formation de soudeur",
    "j'étais en formation",
    "j'ai fini mes études",
    "c'est quoi la formation",
    "comment payer la formation",
    "ma fille est en apprentissage",
    "et si je faisais une formation",
    "la formation dure combien de temps",
)
SEVERAL: tuple[Case, ...] = (
    (
        "j'ai le permis mais plus de voiture et je garde mes enfants le mercredi",
        {**LICENCE, **NO_CAR, **refuses("outside_school")},
    ),
    ("ni permis ni voiture", {**NO_LICENCE, **NO_CAR}),
    ("oui j'ai le permis et une voiture", {**LICENCE, **CAR}),
    ("permis et voiture", {**LICENCE, **CAR}),
    ("j'ai pas le permis je prends le bus", {**NO_LICENCE, **LINE}),
    ("j'ai une voiture et la nuit je peux pas", {**CAR, **refuses("night")}),
    (
        "euh ben alors moi j'ai pas le permis et du coup je fais tout en bus",
        {**NO_LICENCE, **LINE},
    ),
    (
        "j'ai le permis j'ai une voiture je peux faire une heure de route mais pas la nuit",
        {**LICENCE, **CAR, **minutes(60), **refuses("night")},
    ),
    ("pas de permis, à vélo, trente minutes maxi", {**NO_LICENCE, **BIKE, **minutes(30)}),
    (
        "j'ai mal au dos et je peux pas le dimanche",
        {**avoids("heavy_loads"), **refuses("weekend")},
    ),
    (
        "pas de nuit pas de week-end et pas de formation",
        {**refuses("night", "weekend"), **training("none")},
    ),
    ("pas de permis à vélo", {**NO_LICENCE, **BIKE}),
    ("j'ai le permis et ma femme a la voiture", LICENCE),
    ("mon mari a le permis mais moi j'ai pas de voiture", NO_CAR),
    ("même si j'ai pas de voiture je suis motivée", NO_CAR),
    ("g le permi et un scoot", {**LICENCE, **SCOOTER}),
    (
        "y a pas de bus chez moi et j'ai plus de voiture depuis mars",
        {**NO_LINE, **NO_CAR},
    ),
    ("chui véhiculé et j'ai le permis", {**LICENCE, **CAR}),
    ("je suis à pied et y a pas de bus", {**NO_CAR, **NO_LINE}),
    ("j'aime bien mais j'ai pas de voiture", NO_CAR),
    (
        "le soir je peux pas et le bruit je supporte pas",
        {**refuses("shifted"), **avoids("noise")},
    ),
)
TOLD: dict[str, tuple[Case, ...]] = {
    "licence": LICENCES,
    "vehicle": VEHICLES,
    "line": LINES,
    "minutes": MINUTES,
    "hours": HOURS,
    "conditions": CONDITIONS,
    "training": TRAININGS,
    "several": SEVERAL,
}
LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "licence": LICENCE_LOOK_ALIKES,
    "vehicle": VEHICLE_LOOK_ALIKES,
    "line": LINE_LOOK_ALIKES,
    "minutes": MINUTES_LOOK_ALIKES,
    "hours": HOURS_LOOK_ALIKES,
    "conditions": CONDITION_LOOK_ALIKES,
    "training": TRAINING_LOOK_ALIKES,
}
