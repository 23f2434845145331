"""Tables for reading job titles: words without weight, words that name no single job, and names
people use for a job, an employer or unpaid work. Keys and values are folded (wording.plain)."""

from __future__ import annotations

# Words that say nothing about which job it is.
STOPWORDS = frozenset(
    """
    a actuellement ai aie ailleurs aller allez alors alternance an ancien ancienne annee annees
    ans apres au aussi autre autres aux avais avait avant avec avoir bac bah beaucoup ben
    benevolat benevole benevoles bep bien bon bonjour bonsoir bosse bosser boulot boulots bts c ca
    cap car cdd cdi ce ces cet cette chez chomage chose choses comme contrat d dans de depuis
    dernier derniere des diplome diplomee divers donc du durant elle elles emploi en encore enfin
    ensuite environ es est et etaient etais etait etant ete etes etre eu euh eux ex exerce f faire
    fais faisais faisait fait faits fasse faut font genre gens h hui il ils interim interimaire j
    jamais je job jobs jour jours juste l la le les leur leurs lui m ma maintenant mais me meme
    merci mes metier mi moi mois mon n ne non nos notre nous occupais occupait occupant occupe
    occupee occuper on ont ou oui par partiel pas pendant periode petit petite petites petits peu
    plein plus plusieurs poste pour pourquoi pris puis qu quand que quelque quelques qui quoi rien
    s sa sais salut se ses si soi soit son sont sorte sortes stage suis sur surtout t ta tache
    taches tant te temps tes toi ton toujours tous tout toute toutes travail travaillais
    travaillait travaille travailler tres trop truc trucs tu un une va vais vers voila vont vos
    votre vous y
    """.split()
)

# Alone, these words name dozens of jobs: the person is asked which one.
GENERIC = frozenset(
    """
    agent agente aide animateur animatrice apprenti apprentie artisan artisane assistant
    assistante auxiliaire cadre charge chargee chauffeur chauffeuse chef cheffe commercial
    commerciale conducteur conductrice conseiller conseillere controleur controleuse directeur
    directrice educateur educatrice employe employee employer equipier equipiere formateur
    formatrice gardien gardienne gerant gerante gestionnaire ingenieur ingenieure installateur
    installatrice interimaire manager mecanicien mecanicienne militaire moniteur monitrice monteur
    monteuse operateur operatrice ouvrier ouvriere patron patronne preparateur preparatrice prof
    professeur professeure profs responsable saisonnier saisonniere stagiaire superviseur
    superviseuse surveillant surveillante technicien technicienne vendeur vendeuse vendre
    """.split()
)

# Words of conversation. They may be part of a title ("régleur de machines", "peintre en
# trompe-l'œil"), but are no misspelt trade, and name no job when there is nothing else.
CHAT = frozenset(
    """
    accord accords adresse age aider aidez ami amie amis argent arrete arreter arriere arrive
    arriver artificielle assis attendez attends autre autres bassin bassins battu battue besoin
    besoins bien bizarre blague bloque bloquee bof boire bonne bonnes bons bouge bouger bruit bug
    bus change changer chat chatgpt chaud cher cherche chere chiffre chiffres chose clair claire
    complique compliquee comprend comprendre comprends comprenne compris comprise conge consiste
    contact contacter content contente continue continuer continuons conversation cool copain
    copine correspond correspondre corriger courte courtes cout coute couter danger dangereux
    datent debout demain depend derriere detail details devant different differents difficile
    dimanche dire dis dit domicile donnee donnees dormir dors dos droit droite droits drole dur
    dure durer ecrire ecris efface effacer end ennuyeux enregistrez envie erreur erreurs etude
    etudes etudiant etudiante euros exemple exemples facebook facile faim fatigue fatiguee fiable
    fille filles fils fin fini finie finir force forcee formation formations france frappe frappee
    frapper froid fumer gagnait gagne gagner gauche genial google grand grande grave gros grosse
    habitais habite habiter handicape handicapee hauteur hello help heure heures hi hier histoire
    histoires homme horaire horaires humain humaine humains ia idee idees important impossible
    intelligence interessant interessante interesse internet jeudi jouer jour journee jours lire
    logement logique loin long longs longtemps longue lundi machine machines mal malade marche
    marcher mardi mari match matin mauvais mauvaise mercredi message messages meteo metier metiers
    midi mieux minute minutes modifier mois monde montre montrer montrez mort mourir moyen moyenne
    noir noires nom normal normale nuit nuits nul nulle ordinateur oubli oublie oublier page pages
    panne pareil pareille parental parentale parle parler parlez parlons parti partie partir passe
    passez patiente payant payante paye payer pays pense pensee pensees penser perdre perdu perdue
    permis personne personnel personnelle personnes petite peur peurs physique pied pieds pire
    piste pistes place pluie possible premier premiere prenom pres president prison prive privee
    probleme problemes proche question questions raconte raconter raison raisons recommencer
    recrutent region rentre rentrer repond repondre repondu reponse reponses retour revenir
    reviens revient rigole rire robot robots rue salaire samedi scooter second secours semaine
    semaines sert servent servez seul seule sexe simple site sites smic soif soir soiree soleil
    solution solutions sors sortir sous stop stress stresse suicide suicider suivant suivante
    sujet super supprimer temps termine terminee test tests texte train trains trajet trajets tram
    triste trompe trompee tromper trottinette trouvais trouve trouver urgence urgent vacances
    vendredi venir verra vie viennent vient village ville vivre voir vois voisin voisine voiture
    voitures vrai vraie vraiment vu week
    """.split()
)

# What people say -> the word the catalogue uses. Read as a second wording beside the person's own.
SYNONYMS = {
    "bagnole": "voiture",
    "bagnoles": "voitures",
    "bebe": "enfants petits",
    "bebes": "enfants petits",
    "bistrot": "bar",
    "camtar": "camion",
    "chiottes": "toilettes",
    "clebs": "chiens",
    "elec": "electricien",
    "fringues": "vetements",
    "fripes": "vetements",
    "frigo": "electromenager",
    "frigos": "electromenager",
    "gamin": "enfants",
    "gamins": "enfants",
    "gosse": "enfants",
    "gosses": "enfants",
    "hosto": "hopital",
    "immo": "immobilier",
    "mamie": "personnes agees",
    "mamies": "personnes agees",
    "mamy": "personnes agees",
    "mioches": "enfants",
    "mome": "enfants",
    "momes": "enfants",
    "ordi": "ordinateurs",
    "ordis": "ordinateurs",
    "papi": "personnes agees",
    "papis": "personnes agees",
    "papy": "personnes agees",
    "papys": "personnes agees",
    "pl": "poids lourd",
    "prof": "professeur",
    "profs": "professeur",
    "resto": "restaurant",
    "restau": "restaurant",
    "secu": "securite",
    "spl": "super poids lourd",
    "telephones": "telephonie",
    "tif": "cheveux",
    "tifs": "cheveux",
    "toiture": "toit",
    "toitures": "toit",
    "vl": "vehicule leger",
}

# Patterns of plain text -> what to search beside the person's words. Unpaid work is work.
_CARE = r"(?:gard|aid|occup|soign|accompagn|assist|veill)\w*"
_ADULTS = (
    r"(?:parents?|mere|pere|maman|papa|grand (?:mere|pere|parents)|mari|femme|conjoint|tante|oncle"
    r"|dame|monsieur|vieux|vieille|vieilles|handicape|handicapee|malade)"
)
_CHILDREN = (
    r"(?:enfants?|fils|filles?|freres?|soeurs?|neveux?|nieces?|petits|petite|gosses|jumeaux|gamins"
    r"|momes|bebes?)"
)
PHRASINGS = (
    (
        rf"\b{_CARE} (?:\w+ ){{0,3}}{_ADULTS}\b(?! (?:de menage|sur|dans|au|aux|a la|a l|en) )",
        "s occuper de personnes agees",
    ),
    (r"\baidante?s?\b", "s occuper de personnes agees"),
    (rf"\b(?:elev\w*|{_CARE}) (?:\w+ ){{0,3}}{_CHILDREN}\b", "garder des enfants"),
    (r"\b(?:mere|pere|femme|homme|maman|papa) au foyer\b", "employe familial"),
    (r"\b(?:mere|pere|femme|homme|maman|papa) au foyer\b", "garde d enfants"),
    (r"\baide aux? devoirs\b", "animateur periscolaire"),
    (r"\btaxis?\b|\bvtc\b", "conduire des gens en voiture"),
    (r"\b\d+ ?tonnes?\b|\bsemi remorques?\b", "chauffeur poids lourd"),
    (r"\bcaces\b(?!.*\b(?:grue|engins?|nacelle|pelle)\b)", "cariste"),
    (r"\b(?:pneus|plaquettes|vidanges?|freins)\b", "mecanicien automobile"),
    (r"\bkebab\w*\b|\bsnack\b|\btacos\b", "equipier de restauration rapide"),
    (r"\brayonn?istes?\b", "employe de rayon libre service"),
    (r"\b(?:cheveux|tifs|brushings?|shampoings?)\b", "coiffeur"),
    (r"\bboite de nuit\b|\bdiscotheque\b|\bbuvette\b", "servir au bar"),
    (r"\busine (?:\w+ )?(?:agro ?)?alimentaire\b", "ouvrier agroalimentaire"),
    (r"\b(?:a la|travail a la) chaine\b", "operateur de production"),
)

# Employers everyone knows -> what people do there, most common first; several jobs mean that the
# person is asked which one. Counts little when the person names the job.
_SHOP = ("caissier", "employe de rayon libre service")
_DIY = ("vendeur en magasin de bricolage", "caissier")
_FAST_FOOD = ("equipier de restauration rapide",)
_CLOTHES = ("vendeur de vetements",)
_PARCELS = ("chauffeur livreur", "trieur de colis")
_CANTEEN = ("employe de restauration collective",)
_CHARITY = ("charge d accueil", "preparateur de commandes", "employe de restauration collective")

EMPLOYERS = {
    "(?:l )?armee": ("operateur telecom aux armees", "chauffeur militaire"),
    "admr": ("auxiliaire de vie", "aide a domicile"),
    "aldi": _SHOP,
    "amazon": ("preparateur de commandes", "operateur logistique en entrepot"),
    "auchan": _SHOP,
    "banque alimentaire": ("preparateur de commandes", "manutentionnaire"),
    "biocoop": _SHOP,
    "brico (?:depot|marche|rama)|bricorama": _DIY,
    "brinks": ("convoyeur de fonds",),
    "burger king": _FAST_FOOD,
    "carrefour|carrouf": _SHOP,
    "castorama|casto": _DIY,
    "chronopost|dhl|ups|dpd|gls": _PARCELS,
    "croix rouge": _CHARITY,
    "decathlon": ("vendeur d articles de sport", "caissier"),
    "deliveroo|uber eats?": ("livreur de repas",),
    "elior|sodexo": _CANTEEN,
    "emmaus": ("brocanteur", "manutentionnaire", "vendeur de vetements"),
    "fnac|darty": ("vendeur en equipement de la maison", "caissier"),
    "franprix|monoprix|leader price": _SHOP,
    "ikea|conforama": ("vendeur de meubles", "caissier"),
    "intermarche": _SHOP,
    "kfc|quick|subway": _FAST_FOOD,
    "kiabi|primark|zara|h et m": _CLOTHES,
    "la poste": ("facteur", "trieur de colis"),
    "leclerc": _SHOP,
    "leroy merlin": _DIY,
    "lidl": _SHOP,
    "mac ?donald s?|macdonalds?|mc ?do|mac ?do|mcdonald s?|mcdonalds?": _FAST_FOOD,
    "norauto|feu vert|speedy|midas": ("mecanicien automobile",),
    "o2": ("faire le menage chez des particuliers", "garder des enfants"),
    "onet|samsic": ("agent de proprete",),
    "pole emploi|france travail": ("conseiller emploi",),
    "restos? du coeur": _CHARITY,
    "secours (?:populaire|catholique)": _CHARITY,
    "sfr|bouygues telecom": ("teleconseiller",),
    "sncf": ("controleur sncf", "electricien sncf"),
    "starbucks": ("barista",),
    "super u|u express|hyper u|geant casino": _SHOP,
    "uber": ("conduire des gens en voiture", "livreur de repas"),
}

# A sector or a place of work alone -> jobs there to ask about, most common first.
_BUILDING = ("manoeuvre de chantier", "macon", "peintre en batiment", "electricien", "plombier")
_EATING = (
    "serveur de restaurant",
    "cuisinier",
    "plongeur en restauration",
    "commis de cuisine",
    "equipier de restauration rapide",
)
_CARING = (
    "aide soignant",
    "agent de service hospitalier",
    "infirmier",
    "brancardier",
    "secretaire medical",
)
_SCHOOL = (
    "surveillant de college",
    "animateur periscolaire",
    "employe de cantine",
    "agent d entretien",
    "professeur des ecoles",
)
_HOTEL = ("femme de chambre", "receptionniste d hotel", "employe polyvalent d hotel", "serveur")
_PLANT = (
    "ouvrier agroalimentaire",
    "operateur commande numerique",
    "soudeur",
    "manutentionnaire",
    "ouvrier en plasturgie",
)
_STORING = (
    "preparateur de commandes",
    "cariste",
    "manutentionnaire",
    "magasinier",
    "agent de quai",
)
_SELLING = (
    "caissier",
    "employe de rayon libre service",
    "vendeur de vetements",
    "vendeur en boulangerie",
    "chef de rayon",
)
_DRIVING = (
    "chauffeur livreur",
    "chauffeur poids lourd",
    "chauffeur de bus",
    "ambulancier",
    "chauffeur de car scolaire",
)
_LAND = ("ouvrier agricole", "cueilleur de fruits", "maraicher", "ouvrier viticole", "jardinier")
_COMPUTING = ("technicien de maintenance informatique", "developpeur web", "conseiller numerique")
_SPORT = ("animateur sportif", "educateur sportif", "vendeur d articles de sport")
_SOCIAL = ("auxiliaire de vie", "educateur specialise", "assistant social", "mediateur social")

SECTORS = {
    **dict.fromkeys(("batiment", "btp", "chantier", "chantiers"), _BUILDING),
    **dict.fromkeys(("restaurant", "restaurants", "restauration", "resto"), _EATING),
    **dict.fromkeys(("hopital", "sante", "clinique", "ehpad"), _CARING),
    **dict.fromkeys(("ecole", "ecoles", "college", "lycee"), _SCHOOL),
    **dict.fromkeys(("hotel", "hotels", "hotellerie"), _HOTEL),
    **dict.fromkeys(("usine", "usines", "industrie"), _PLANT),
    **dict.fromkeys(("entrepot", "entrepots", "logistique"), _STORING),
    **dict.fromkeys(
        ("magasin", "magasins", "commerce", "supermarche", "vente", "ventes"), _SELLING
    ),
    **dict.fromkeys(("transport", "transports"), _DRIVING),
    **dict.fromkeys(("agriculture", "ferme", "champs"), _LAND),
    "creche": ("agent de creche", "auxiliaire de puericulture", "cuisinier de collectivite"),
    "informatique": _COMPUTING,
    "mairie": ("agent administratif", "charge d accueil", "agent d entretien", "espaces verts"),
    "sport": _SPORT,
    "social": _SOCIAL,
}
