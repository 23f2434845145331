"""The vehicle someone really has, from all that their sentence names, owns, lost or wishes."""

from __future__ import annotations

import re

from bot.orientation.sayings import clauses, heard, phrases

_SPELLINGS = (
    (phrases("permis (?:a et b|b et a|a b|ab|a 2 et b)"), "permis"),
    (phrases("voit?tures?|voitur|woiture|vwature|oiture"), "voiture"),
    (phrases("permi|permie|permit|perm|permits"), "permis"),
    (phrases("trot+in+et+es?"), "trottinette"),
    (phrases("mob[iy]l+et+es?"), "mobylette"),
    (phrases("scoot+er|scouteur|scoter|scoot"), "scooter"),
    (phrases("tramway|trame"), "tram"),
    (phrases("(?:voiture|vehicule|auto) sans permis|vsp|voiturettes?"), "voiturette"),
    (phrases("permis (?:voiture|auto|b|de conduire|vl|de voiture)"), "permis"),
    (phrases("(?:conduire|permis pour) (?:une|la|de) voiture"), "conduire"),
    (phrases("(?:le )?code de la route"), "code"),
    (phrases("motorisee?s? en"), "roule en"),
    (phrases("caisse perso"), "voiture perso"),
    (phrases("motorisee?s?"), "vehicule"),
    (
        phrases(
            "(?:(?<=\\bpas de )|(?<=\\bplus de )|(?<=\\bsans )|(?<=\\bni )|(?<=\\bma )|"
            "(?<=\\bune ))(?:caisse|tire|caisse pourrie)"
        ),
        "voiture",
    ),
)
SOMEONE = (
    "(?:mon|ma|mes|son|sa|ses|notre|une|un|des) (?:mari|femme|copain|copine|conjointe?|compagnon|"
    "compagne|mec|homme|nana|mere|pere|parents?|soeur|frere|fils|fille|voisine?s?|amie?s?|pote|"
    "belle mere|ex|collegues?|oncle|tante)"
)
_THEIRS = phrases(f"{SOMEONE} (?:il |elle |qui )?(?:a|ont|avait|conduit|prend|passe|possede|garde)")
_OF_SOMEONE = phrases(f"(?:voiture|scooter|velo|vehicule) (?:de|a|d) {SOMEONE}")
_SHARED = phrases(
    "prete(?:nt|r)?|partage|partageons|emprunte|emprunter|peux (?:la )?prendre|ensemble"
)
_WISH = phrases(
    "cherche|(?<!j ai )achete|acheter|voudrais|aimerais|reve|bientot|si j avais|"
    "il (?:me )?faudrait|faut que|il me faut|economise|sans avoir|besoin d|besoin de"
)

_MODELS = (
    "clio|twingo|megane|kangoo|scenic|laguna|espace|modus|captur|dacia|sandero|logan|duster|"
    "peugeot|"
    "renault|citroen|picasso|berlingo|saxo|xsara|fiat|punto|opel|corsa|ford|fiesta|toyota|yaris|"
    "volkswagen|audi|bmw|mercedes|nissan|micra|ibiza|skoda|fabia|hyundai|kia|picanto|tesla|seat|"
    "(?:ma|une|la) (?:petite |vieille )?(?:golf|polo|panda|zoe|focus|astra|mini|smart|caisse|"
    "(?:10|20|30|40|50)[0-9]|(?:20|30|50)08|c [1-8])"
)
_CAR = (
    f"voitures?|bagnoles?|gova|(?:une|mon|en|l|d|petite) autos?(?! (?:ecole|entrepreneur|stop))|"
    f"vehicules?|vehiculees?|"
    f"camions?|camionnettes?|fourgons?|fourgonnettes?|utilitaires?|camping car|4 x 4|break|"
    f"{_MODELS}"
)
_SCOOTER = (
    "scooters?|mobylettes?|mob|meule|cyclos?|cyclomoteurs?|motos?|motards?|(?:deux|2) roues|"
    "booster|"
    "vespa|50 cc|125|quad|voiturettes?|aixam|ligier|microcar|pocket bike"
)
_BIKE = "velos?|veloo|bicyclettes?|biclou|becane|vtt|vtc|vae|trottinettes?|trott?i?|bike|velib"
ANY_VEHICLE = f"(?:{_CAR}|{_SCOOTER}|{_BIKE})"
_NAMED = re.compile(rf"\b(?:(?P<scooter>{_SCOOTER})|(?P<car>{_CAR})|(?P<bike>{_BIKE}))\b")
_LINKS = "(?:(?:ni|ou)(?: (?:de|d|le|la|un|une))?|(?:et )?(?:pas )?(?:de|d))"
_LACKING_BEFORE = re.compile(
    r"\b(?:pas|plus|aucune?|sans|ni|jamais|zero|avais|avait|vendu|vole|casse|perdu|rendu|plante|"
    r"crame|"
    r"accidente)"
    r"(?: (?:encore|de|d|une?|la|le|ma|mon|mes|eu|non|plus|du|tout|moi|vraiment|trop|toujours|"
    r"acces|a|moyen|utiliser|"
    rf"prendre))*(?: {ANY_VEHICLE} {_LINKS})* $"
)
_LACKING_AFTER = re.compile(
    r" (?:(?:est|elle|qui|il|en|au|a|ete|toujours|actuellement|vient|de|d|m|me|l) )*"
    r"(?:panne|hs|la casse|morte?|cassee?|volee?|vendue?|accidentee?|garage|reparation|fourriere|"
    r"foutue?|"
    r"non|aucune?|epave|lache|(?:marche|roule|demarre|fonctionne) (?:pas(?! mal)|plus)|"
    r"j en ai (?:pas|plus)|controle technique refuse)\b"
)
_SHE_IS_LOST = phrases(
    "elle (?:est|a ete) (?:en panne|hs|morte|cassee|vendue|volee|au garage|foutue|en reparation)",
    "elle (?:marche|roule|demarre|fonctionne) (?:pas|plus)|je l ai (?:vendue?|plus|cassee?)",
    "pas (?:assuree|d assurance)|plus d assurance",
)
_OF_THINGS = re.compile(r"\b(?:de|des|d) $")
_SPEEDS = ("car", "scooter", "bike")


def vehicle_in(line: str) -> str | None:
    """The fastest vehicle of a spelled line; "none" when a car or any vehicle is said lacking."""
    owned: set[str] = set()
    lacking: set[str] = set()
    for clause in clauses(re.sub(r" , (?=(?:de|d|ni|ou) )", " ", line)):
        for named in _NAMED.finditer(clause):
            kind = str(named.lastgroup)
            if _is_lacking(clause, named):
                lacking.add(kind)
            elif _is_available(clause, named):
                owned.add(kind)
    if "car" in owned and _SHE_IS_LOST.search(line):
        owned.discard("car")
        lacking.add("car")
    fastest = next((kind for kind in _SPEEDS if kind in owned), None)
    return fastest or ("none" if "car" in lacking else None)


def is_lost(kind: str, line: str) -> bool:
    """Whether a spelled line says that the vehicle of this kind is no longer there, broken or sold.

    A wish is no loss: "j'aimerais ne plus avoir besoin de ma moto".
    """
    return not _WISH.search(line) and any(
        named.lastgroup == kind and _is_lacking(clause, named)
        for clause in clauses(line)
        for named in _NAMED.finditer(clause)
    )


def names_vehicle(line: str) -> bool:
    """Whether a spelled line names a vehicle, be it wished, sold or someone else's."""
    return bool(_NAMED.search(line))


def _is_lacking(clause: str, named: re.Match[str]) -> bool:
    before = clause[max(0, named.start() - 100) : named.start()]
    return bool(_LACKING_BEFORE.search(before) or _LACKING_AFTER.match(clause, named.end()))


def _is_available(clause: str, named: re.Match[str]) -> bool:
    """Neither wished, nor the object of a job, nor someone else's unless it is shared."""
    before = clause[max(0, named.start() - 100) : named.start()]
    is_theirs = _OF_SOMEONE.match(clause, named.start()) and not _SHARED.search(clause)
    return not (is_theirs or _WISH.search(before) or _OF_THINGS.search(before))


def respelled(line: str) -> str:
    """A heard message with usual misspellings and everyday names of a car undone."""
    for pattern, word in _SPELLINGS:
        line = pattern.sub(word, line)
    return line


def spelled(text: str) -> str:
    """A heard message with usual misspellings undone, and without what others own or drive."""
    line = respelled(heard(text))
    return " , ".join(
        part for part in line.split(" , ") if not _THEIRS.search(part) or _SHARED.search(part)
    )
