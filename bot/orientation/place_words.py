"""Tables for reading where someone lives: the words around a place, and places we know of that no
catalogue of one region has. All folded (wording.plain), "st" spelled "saint"."""

from __future__ import annotations

# Words that may stand before a place without being part of it.
LEADING = frozenset(
    """
    a actuellement ai alentours alors appelle appart appartement au autour aux bah banlieue ben
    bonjour c ca centre chez code commune cote dans de depuis des domicile donc du d en entre est
    euh habitais habite habitons habites habiter hab ici il j je juste loge loin ma maintenant
    maison mais mon moi moment ne nord nous ouest sud oui on pas perso plutot postal pres proche
    proximite quartier que qu region reside residence salut secteur sous suis sur toujours vers
    vis vit vivre viens village ville voila y avec mes parents notre adresse demeure environ
    environs merci tout
    """.split()
)
ARTICLES = frozenset({"l", "la", "le", "les"})
# After these words a name is a place even when it is an everyday word too ("vers Die").
LOCATING = frozenset(
    "a au aux sur vers habite habitons habiter vis reside loge pres proche cote loin".split()
)
LOCATING_PHRASES = ("pres de", "pres d", "proche de", "cote de", "cote d", "loin de", "autour de")

# Everyday words: never a misspelt commune, and a commune only behind a locating word.
EVERYDAY = frozenset(
    """
    aide aider aime aimer ans argent arreter atelier aucun aucune avion bien bientot boulot bus
    camion car carriere cela chambre chantier chat chef cherche chien choix chose combien comment
    commencer comprends confiance contact corps cours cuisine demain deux dire donnees droit
    effacer emploi enfant enfants erreur faire femme fin formation gratuit habitude heure heures
    homme humain idee jamais job jour journee lent libre lundi mardi matin metier metiers mieux
    minutes moto nature non nuit ok ou oui parler parle parce pardon partout passer payant permis
    personne peur peut pied pieds plus porte possible pour pourquoi prefere probleme prix question
    quelqu quitter quoi recommencer rendez repondre reponse retour rien robot route sais salaire
    sante scooter seul seule soir souvent stop suite super temps train tram transport travail
    travailler trop vacances velo vie voiture voila vouloir vrai week site sites prive privee
    passe passage merci bonne bonnes bonsoir foret montagne campagne plaine riviere mer mare maire
    mairie ferme terre pont roche chateau moulin croix eglise place rue avenue impasse chemin sud
    nord est ouest gare ecole ecoles hopital garde garder gardais jardin allons certain certaine
    continue continuer serveur serveuse commence reste attends attendez attendre aujourd hui
    merveilleux marche marcher cadre calme champ champs chaux cite cote droite gauche
    """.split()
)

NEVER_A_PLACE_ALONE = frozenset({"job", "ecole"})

# Departments of Auvergne-Rhône-Alpes, to tell homonyms apart.
DEPARTMENTS = {
    "ain": "01",
    "allier": "03",
    "ardeche": "07",
    "cantal": "15",
    "drome": "26",
    "isere": "38",
    "loire": "42",
    "haute loire": "43",
    "puy de dome": "63",
    "rhone": "69",
    "savoie": "73",
    "haute savoie": "74",
}

# Known outside any one region: when the catalogue has no such commune, the person is told so.
BIG_CITIES = frozenset(
    """
    paris|marseille|toulouse|nice|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims
    toulon|le havre|dijon|angers|nimes|villeurbanne|clermont ferrand|aix en provence|le mans
    brest|tours|amiens|annecy|limoges|metz|besancon|perpignan|orleans|rouen|mulhouse|caen|nancy
    saint denis|argenteuil|montreuil|roubaix|dunkerque|tourcoing|avignon|creteil|poitiers
    nanterre|versailles|courbevoie|vitry sur seine|colombes|aulnay sous bois|asnieres
    la rochelle|champigny|antibes|cannes|frejus|beziers|pau|bayonne|biarritz|calais
    saint nazaire|colmar|bourges|quimper|troyes|la seyne|drancy|ajaccio|bastia|cergy|evry
    lorient|saint brieuc|niort|chalon sur saone|macon|auxerre|nevers|besac|belfort|montbeliard
    lons le saunier|dole|gap|briancon|digne|manosque|arles|ales|sete|narbonne|carcassonne|albi
    castres|rodez|mende|millau|montauban|agen|brive|tulle|gueret|chateauroux|angouleme|perigueux
    tarbes|lourdes|laval|chartres|blois|evreux|beauvais|compiegne|saint quentin|laon
    charleville mezieres|chalons en champagne|epinal|bar le duc|arras|lens|valenciennes
    boulogne sur mer|cherbourg|saint malo|vannes|la roche sur yon|cholet|bobigny|sarcelles|melun
    meaux|massy|fort de france|pointe a pitre|cayenne|mamoudzou|saint pierre de la|reunion
    geneve|lausanne|bruxelles|luxembourg|monaco|turin|londres|barcelone
    """.replace("\n    ", "|")
    .strip("|")
    .split("|")
)
REGIONS = frozenset(
    """
    ile de france|idf|region parisienne|bretagne|normandie|occitanie|paca|provence|alsace
    lorraine|nouvelle aquitaine|hauts de france|grand est|bourgogne|franche comte|corse
    pays de la loire|centre val de loire|guadeloupe|martinique|guyane|reunion|mayotte|suisse
    belgique|italie|espagne|allemagne|etranger|portugal|maroc|algerie|tunisie
    """.replace("\n    ", "|")
    .strip("|")
    .split("|")
)

# Quarters of Lyon that people name instead of the arrondissement.
LYON_QUARTERS = {
    "terreaux": 1,
    "pentes de la croix rousse": 1,
    "bellecour": 2,
    "confluence": 2,
    "perrache": 2,
    "part dieu": 3,
    "montchat": 3,
    "croix rousse": 4,
    "vieux lyon": 5,
    "fourviere": 5,
    "point du jour": 5,
    "brotteaux": 6,
    "guillotiere": 7,
    "gerland": 7,
    "monplaisir": 8,
    "mermoz": 8,
    "vaise": 9,
    "duchere": 9,
}
ORDINALS = {
    "premier": 1,
    "deuxieme": 2,
    "second": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "sixieme": 6,
    "septieme": 7,
    "huitieme": 8,
    "neuvieme": 9,
}
