"""Tables for recognising support offers in free text. Keys are plain text (wording.plain)."""

from __future__ import annotations

import re

# Words that join the others and tell no offer from another.
LINKS = frozenset(
    """
    a au aux avec c ce cette chez d dans de des du en et est l la le les leur ma mes mon ou par
    pour qu que sa ses son sur un une vos votre
    """.split()
)

# First words of a name that people leave out before an acronym: "abonnement TCL RSA", "TCL RSA".
LEFT_OUT = frozenset(
    "abonnement aide avance carte contrat dispositif garantie location parcours programme".split()
)

# Names of offers that are also words of every day, trades or first names: recognised when typed in
# capitals, when the text asks about something, or when it says nothing else.
EVERYDAY = frozenset(
    """
    accre acre acs alternance apprentissage cae cai cap cif cir cmu cve dif emt hope lane mobilize
    ml mbi pec plie ppa proa rff transco
    """.split()
)
EVERYDAY_PHRASES = frozenset(
    {
        "chantier d insertion",
        "contrat d apprenti",
        "cours de francais",
        "droits des femmes",
        "emploi des femmes",
        "en covoit",
        "entreprise d insertion",
        "formation en alternance",
        "contrat en alternance",
        "mission locale",
        "service emploi",
        "sortie de prison",
        "stage decouverte",
        "stage d immersion",
        "travailleur handicape",
    }
)
# Also the names of trades, schools and tools: only a text that asks about something means them.
ASKED_ONLY = frozenset(
    {
        "cfa",
        "conseiller handicap",
        "conseiller numerique",
        "conseillere numerique",
        "css",
        "dea",
        "deuxieme chance",
        "job coach",
    }
)
# "quel âge": only the capitals tell this offer from the word.
CAPITALS_ONLY = frozenset({"age"})

# Words of every day that look or sound like the name of an offer.
NO_MISSPELLING = frozenset(
    """
    adieu adieux aidie aide aider aides aine avis avril bien bilan cela dame demi dire elle facile
    fait faite faites fast faste garage garages hier idee jade jadis laide laides
    lame lampe laine lane laver
    leger lien ligne mobile mobilier mobiliere mobiliser mode monde moto ovale pile
    plis plie plier pluie prix rapide rapides region renard rente reno renover renovation reste
    rive riz sage sire solitaire solitaires solide stade tape tard taxe trajet trajets valise
    valises vie villa ville visa visage visages visible visite voile voiture
    """.split()
)

# An "aide" that is a person or a trade, not a support offer.
_TRADES = (
    r"(?:soignant|medico|medic|a domicile|menager|a la personne|a la vie|cuisin|cuisto|comptable"
    r"|macon|familial|maternel|educat|animat|peintre|boulang|patiss|jardin|chauffeur|livr|monteur"
    r"|electri|plomb|carrel|couvr|charpent|mecan|vend|caiss|biblio|labor|pharma|dentaire|veterin"
    r"|opera|conduct|geometr|topograph|moniteur|aux? devoirs|aux? personne|magasin|agricole"
    r"|prepar|plaqu|demenag|auxiliaire|puericult|maraich|arboric|viticol|carross|document"
    r"|de cuisine|de vie|du medecin|(?:moi|nous|mon|ma|mes|ton|ta|un|une|son|sa|le|la|les)\b)"
)
# "j'aide", "il nous aide": the verb. "aide-soignante": a trade.
HELPING = re.compile(
    r"\b(?:(?:j|t|m|s|n|nous|vous|il|elle|on|je|tu|qui|y|lui|leur)"
    r"|(?:je|tu|il|elle|on|qui) (?:la|le|les)) (?P<aid>aides?)\b"
)
NO_AID = (HELPING, re.compile(rf"\b(?P<aid>aides?) {_TRADES}"))
AID_AS_A_NOUN = re.compile(
    rf"\b(?:une?|l|d|quelles?|cette|aucune|les|des|mes|vos|ces|autres?|petites?|comme|meme|la"
    rf"|droit a|avoir|demander|sans) aides?\b(?! {_TRADES})"
    rf"|^aides?\b(?! {_TRADES})"
    r"|\baides? (?:pour|au|aux|financieres?|de l etat|caf|region(?:ale)?|a l|a la)\b"
    r"(?! (?:personne|domicile|vie|toilette|devoirs))"
)
OTHER_AID = re.compile(
    r"\b(?:dispositifs?|financements?|subventions?|bourses?|primes?|allocations?|micro ?credits?"
    r"|coups? de pouce|prises? en charge|tarifs? (?:solidaires?|reduits?)|reductions?|gratuit\w*"
    r"|pas chere?s?|(?:un|le|ce|petit|quel|d un|des|faire un) prets?)\b"
    r"|^prets?\b"
    r"|\b(?:comment|peux pas|peut pas|pouvoir|moyens? de|moyen pour|aider a|argent pour|sous pour"
    r"|quoi) (?:\w+ ){0,2}(?:payer|financer|acheter|reparer|louer|rembourser)\b"
    r"|\b(?:m|nous) aider (?:a|pour)\b|\b(?:me|nous|est|sont|faire) rembours\w*|^remboursements?\b"
)
ASKING = re.compile(
    r"\b(?:c est quoi|qu est ce|quoi|comment|dispositifs?|parle\w*|parlez|expli\w*|infos?"
    r"|informations?|renseign\w*|connais\w*|droit (?:a|au|aux)|existe\w*|demander|beneficier"
    r"|ca marche|marche|toujours|obtenir|avoir (?:le|la|l|une?)|savoir|interesse\w*|contrat|aides?"
    r"|formation|pass|quel\w*|voudrais|aimerais)\b"
)

_MOBILITY, _HOUSING, _LEARNING = "mobilite--", "logement-hebergement--", "se-former--"
_VEHICLE = (f"{_MOBILITY}acceder-a-un-vehicule", f"{_MOBILITY}entretenir-reparer-son-vehicule")
_TRAVEL = (f"{_MOBILITY}financer-ma-mobilite", f"{_MOBILITY}mobilite-douce-partagee-collective")

# What a text is about -> codes of themes (a family ends with "--") or of publics.
TOPICS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), codes)
    for pattern, codes in (
        (r"voitures?|autos?|vehicules?|bagnoles?|caisse|scooters?|mobylettes?|motos?", _VEHICLE),
        (
            r"repar\w+|garages?|garagistes?|pannes?|pneus?|controle technique|revision"
            r"|entretien de (?:ma|la) voiture",
            _VEHICLE[1:],
        ),
        (
            r"permis|code de la route|auto ?ecoles?|lecons? de conduite|heures de conduite",
            (f"{_MOBILITY}preparer-un-permis",),
        ),
        (
            r"velos?|bus|trains?|ter|metro|trams?|tramway|transports?|trottinettes?|abonnement",
            _TRAVEL,
        ),
        (r"covoit\w*|co voiturage", _TRAVEL[1:]),
        (
            r"essence|carburants?|gazole|trajets?|deplacements?|deplacer|mobilite|kilomet\w+|route"
            r"|peages?",
            (_TRAVEL[0], f"{_MOBILITY}etre-accompagne-dans-son-parcours-mobilite"),
        ),
        (
            r"garde|garder|enfants?|creches?|nounous?|bebes?|assistantes? maternelles?|gamins?"
            r"|gosses?|periscolaire",
            ("famille--garde-denfants",),
        ),
        (
            r"logements?|loger|loyers?|apparts?|appartements?|caution|garant|depot de garantie"
            r"|demenag\w+|hebergements?|habitation|louer un|studio|chambre",
            (_HOUSING,),
        ),
        (r"formations?|former|diplomes?|reconversion|etudes?|apprendre un metier", (_LEARNING,)),
        (
            r"handicap\w*|rqth|mdph|invalid\w+",
            ("personnes-en-situation-de-handicap", "sante--constituer-un-dossier-mdph-invalidite"),
        ),
        (r"jeunes?|moins de 2[56]|moins de 30 ans", ("jeunes",)),
        (r"seniors?|plus de [56]\d|(?:apres|des) [56]\d ans", ("seniors",)),
        (r"francais|lire|ecrire|alphabetisation", ("lecture-ecriture-calcul--",)),
        (
            r"ordinateurs?|ordi|internet|numeriques?|informatique|en ligne",
            ("numerique--",),
        ),
        (r"sante|mutuelle|soins|soigner|lunettes|dentiste", ("sante--acces-aux-soins",)),
        (
            r"fins? de mois|revenus?|salaire|dettes?|argent",
            ("difficultes-financieres--",),
        ),
        (
            r"(?:creer|monter|lancer) (?:\w+ ){0,2}(?:entreprise|boite|activite)|micro ?entreprise"
            r"|auto ?entrepreneur\w*|creation d entreprise",
            ("creer-une-entreprise--",),
        ),
        (r"prison|justice|detention", ("personnes-en-situation-juridique-specifique",)),
        (r"refugies?|refugiees?|asile|exilee?s?", ("personnes-exilees",)),
    )
)
