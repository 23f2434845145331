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
    agent agente agents aide animateur animatrice apprenti apprentie apprentis artisan artisane
    assistant assistante auxiliaire cadre cadres charge chargee chauffeur chauffeuse chef cheffe
    commercial commerciale conducteur conductrice conseiller conseillere consultant consultante
    controleur controleuse dessinateur dessinatrice directeur directeurs directrice educateur
    educatrice employe employee employer employes enseignant enseignante equipier equipiere
    fonctionnaire formateur formatrice gardien gardienne gerant gerante gestionnaire hotesse
    ingenieur ingenieure ingenieurs installateur installatrice interimaire livraison livraisons
    manager mecanicien mecanicienne militaire moniteur monitrice monteur monteuse operateur
    operatrice ouvrier ouvriere ouvriers patron patronne poseur poseuse preparateur preparatrice
    prof professeur professeure professeurs profs regleur regleuse reparateur reparatrice
    responsable saisonnier saisonniere stagiaire stagiaires superviseur superviseuse surveillant
    surveillante technicien technicienne techniciennes techniciens vendeur vendeurs vendeuse
    vendeuses vendre
    """.split()
)

# Words of conversation. They may be part of a title ("régleur de machines", "peintre en
# trompe-l'œil"), but are no misspelt trade, and name no job when there is nothing else.
CHAT = frozenset(
    """
    abord absent accident accord accords adore adresse age agresse agressee aider aidez ailleurs
    aimer allergie allergique alors ami amie amis amour anglais anniversaire annonce appelle
    appelles appris arabe argent arrete arretee arreter arriere arrive arriver artificielle assis
    attendez attends attente aucune aujourd autant autre autres avance avenir avis bassin bassins
    battu battue beau beaucoup belle besoin besoins bien bientot bises bisous bizarre blague bleu
    bloque bloquee bof boire bonne bonnes bons bouge bouger bravo bruit bug bus calme carrement
    celui cent certain certaine cerveau chance change changer chaque chat chatgpt chaud cher cherche
    chere chez chiffre chiffres choix chose ciel cinq clair claire coeur colere combien commencer
    complique compliquee comprend comprendre comprends comprenne compris comprise confiance conge
    consiste contact contacter content contente continue continuer continuons conversation cool
    copain copine correspond correspondre corriger coucou couleur couple courage courte courtes cout
    coute couter croire crois croit danger dangereux datent debile debout debut decede decedee deces
    decide declic degoute demain demander depart depend depression deprime derriere desole desolee
    detail details dette dettes deux devant diabete dieu different differents difficile dimanche
    dire dis dit divorce divorcer dix dois doit domicile donc donnee donnees donnes dont dormir dors
    dos doute droit droite droits drole dur dure durer ecrire ecris efface effacer efforts elle
    encore end ennui ennuie ennuyeux enregistrez ensemble entendu entiere envie epouse epuise erreur
    erreurs espere espoir essaie essayer etre etude etudes etudiant etudiante euros excuse excusez
    exemple exemples facebook facile facon faible faim faites fallait fatigue fatiguee faudrait faut
    fete fiable fier fille filles fils fin fini finie finir force forcee formation formations fou
    francais france frappe frappee frapper frere fric froid froide fumer gagnait gagne gagner gauche
    genial genou gentil gentille google grace grand grande gratuit gratuite grave gros grosse
    habitais habite habiter habitude handicap handicape handicapee handicaps hauteur hein hello help
    heure heures hi hier histoire histoires homme horaire horaires humain humaine humains ia ici
    idee idees illettre important impossible impression ingrat inquiet inquiete instant intelligence
    intention interessant interessante interesse internet invalide invalidite jamais jaune jeudi
    jeune jeunes joie joli jolie jouer jour journee jours juste laisse laisser las lent lire
    logement logique loin long longs longtemps longue loyer lui lundi machine machines magique
    maintenant mal malade maladie malheureuse malheureux maman manque marche marcher mardi mari
    marie mariee marre match matin mauvais mauvaise mec meilleur meilleure membre menace mensonge
    mercredi merde mere message messages meteo metier metiers meurs midi mieux mignon milieu million
    minuit minute minutes moche modifier mois moitie moment monde montre montrer montrez moral mort
    mots mourir moyen moyennant moyenne naissance ne nee niveau noir noires nom nombre normal
    normale nouveau nouvelle nuit nuits nul nulle numero objectif occasion occupation oeil opere
    operee ordinateur oreille ouais oubli oublie oublier oui page pages panne papa paradis parce
    pareil pareille pareils parent parental parentale parents parfait parfois parle parler parlez
    parlons paroles parti partie partir partout passe passez patiente pauvre payant payante paye
    payer pays peine pense pensee pensees penser perdre perdu perdue permis perso personne personnel
    personnelle personnes petite peu peur peurs phrase physique pied pieds piges pire piste pistes
    place plaisir plaisirs plait pleure pleurer pluie plupart point politesse portugais possibilite
    possible pouvez pouvoir precise preferee premier premiere prendre prends prenom pres president
    pret prete prison prive privee probleme problemes proche progres puisque quand quatre quel
    quelle quelles quels question questions quinze quitte quittee quitter quotidien raconte raconter
    raison raisons rapide rare rater recommencer reconnaissance recrutent refuse regarde region
    regle remercie rendez rendre rentre rentrer repond repondre repondu reponse reponses reprendre
    respect reste rester retard retour reussi reussite revenir reviens revient rhume rien rigole
    rire risque robot robots rouge rsa rue sac saint sais salaire samedi sauf savoir scooter sdf
    second secours semaine semaines semble sens sensible sentiment sentir separation serait seront
    sert servent servez seul seule seulement sexe si simple simplement site sites situation smic
    soeur soif soir soiree soleil solitude solution solutions sommeil sors sortir souffre souhaite
    sourd sourde sous souvent stop stress stresse suicide suicider suite suivant suivante suivi
    sujet super supprimer surprise surtout sympa tant tard tel telle tellement telles temps tente
    termine terminee test tests tete texte timide touches train trains trajet trajets tram
    tranquille tranquillement travers treize trente triste tristesse trois trompe trompee tromper
    trottinette trouille trouvais trouve trouver truc tue tuer type urgence urgent utile vacances
    vaut velo vendredi venir verite verra vert veut veux vide vie vieille viennent vient vieux
    village ville violence vite vivre voici voila voir vois voisin voisine voiture voitures voix
    volontiers voudrais voulais vouloir vrai vraie vraiment vu vue week yeux zero zut
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
    (r"\b(?:usine|chaine)\b.*\b(?:agro ?)?alimentaire\b", "ouvrier agroalimentaire"),
    (r"\bhomme (?:a tout faire|toutes mains)\b", "agent d entretien du batiment"),
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
_BANK = ("conseiller de clientele bancaire", "charge d accueil en banque")
_INSURANCE = ("conseiller en assurances", "charge d indemnisations en assurances")
_CARS = ("assembleur monteur", "operateur en fabrication mecanique")
_FOOD_PLANT = ("agent de production en industrie alimentaire", "agent de conditionnement")
_ELECTRIC = ("vendeur en electromenager", "caissier")
_GARDEN = ("vendeur en jardinerie", "caissier")
_TEMPING = ("preparateur de commandes", "manutentionnaire", "charge de recrutement")
_PHONE_HELP = ("teleconseiller",)
_GUARD = ("agent de securite",)
_CLEANING = ("agent de proprete",)
_PROPERTY = ("agent immobilier", "gestionnaire de copropriete")
_BUS = ("conducteur de bus", "conducteur de tramway", "conducteur de metro")
_BEAUTY = ("vendeur en parfumerie", "estheticien")
_BOOKS = ("libraire", "caissier")
_HOTEL_CHAIN = ("femme de chambre", "receptionniste d hotel")
_HAIR = ("coiffeur",)
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
    "la poste": ("facteur", "trieur de colis", "charge d accueil en banque"),
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
    "sncf": ("conducteur de train", "controleur de train", "aiguilleur du rail"),
    "starbucks": ("barista",),
    "super u|u express|hyper u|geant casino": _SHOP,
    "accor|ibis|novotel|mercure|b et b hotels?|kyriad|campanile|formule 1": _HOTEL_CHAIN,
    "adecco|manpower|randstad|synergie|crit interim|proman|start people": _TEMPING,
    "adrexo|mediaposte": ("distributeur de prospectus",),
    "afflelou|krys|optic 2000|grandoptical": ("opticien", "monteur vendeur en optique"),
    "airbnb": ("faire le menage chez des particuliers", "gerant de gite"),
    "airbus|dassault|safran|thales": ("assembleur monteur", "mecanicien avion"),
    "axa|maaf|macif|maif|matmut|groupama|allianz|gmf|generali": _INSURANCE,
    "bnp|bnp paribas|societe generale|credit (?:agricole|mutuel|lyonnais)|lcl|caisse d epargne"
    "|banque postale|bred|banque populaire|cic": _BANK,
    "electro depot": _ELECTRIC,
    "carglass": ("pose de pare brise",),
    "clarins|yves rocher|sephora|marionnaud|nocibe": _BEAUTY,
    "club med|belambra|pierre et vacances": ("animateur de club de vacances", "serveur"),
    "cpam|caf|urssaf|carsat|msa": ("agent administratif", "technicien de prestations sociales"),
    "danone|lactalis|nestle|bonduelle|fleury michon|herta|bigard|charal|ldc|evian|yoplait"
    "|candia|sodiaal": _FOOD_PLANT,
    "dominos?|domino s|pizza hut|speed rabbit": ("pizzaiolo", "livreur de pizzas"),
    "edf|enedis|rte": ("electricien de reseaux", "releveur de compteurs"),
    "elis": ("blanchisseur industriel",),
    "europcar|hertz|sixt|rent a car": ("location de voitures",),
    "fedex|colissimo|mondial relay|geodis|tnt express": _PARCELS,
    "foncia|nexity|citya|century 21|guy hoquet|laforet|orpi|iad|era immobilier": _PROPERTY,
    "franck provost|jean louis david|dessange|tchip|saint algue": _HAIR,
    "gamm vert|jardiland|truffaut|botanic|delbard": _GARDEN,
    "gemo|celio|jules|bershka|pull and bear|mango|c et a|promod|camaieu|h m|uniqlo|etam"
    "|okaidi|jennyfer|andre chaussures|la halle|eram": _CLOTHES,
    "glovo|just eat|stuart": ("livreur de repas",),
    "hermes|louis vuitton|vuitton|chanel": ("maroquinier", "couturier"),
    "john deere|claas": ("mecanicien de materiels agricoles",),
    "keolis|transdev|ratp|tcl|tisseo": _BUS,
    "loomis|prosegur": ("convoyeur de fonds",),
    "maison du monde|maisons du monde|gifi|la foir fouille|b et m|noz|stokomani": _SHOP,
    "michelin|goodyear|bridgestone": ("plasturgiste", "operateur de fabrication"),
    "mission locale": ("conseiller en insertion professionnelle",),
    "onf": ("ouvrier forestier", "technicien forestier"),
    "otis|kone|schindler": ("ascensoriste",),
    "petits fils|shiva|domaliance|age d or": ("auxiliaire de vie", "aide a domicile"),
    "peugeot|citroen|renault|stellantis|toyota|psa": _CARS,
    "securitas|fiducial|seris|goron": _GUARD,
    "atalian|derichebourg|gsf": _CLEANING,
    "schneider electric|legrand|st microelectronics": ("monteur cableur en electronique",),
    "suez|veolia|paprec": ("ripeur", "agent de tri des dechets"),
    "teleperformance|webhelp|concentrix|armatis|conduent": _PHONE_HELP,
    "unicef|greenpeace|amnesty": ("recruteur de donateurs",),
    "cultura|gibert": _BOOKS,
    "vinci|eiffage|colas|bouygues construction": ("manoeuvre batiment", "macon", "voirie"),
    "point p|gedimat": ("magasinier", "vendeur en materiaux"),
    "cora|spar|vival|proxi|netto|grand frais|picard": _SHOP,
    "weldom|mr bricolage|bricomarche": _DIY,
    "acadomia|completude": ("professeur a domicile",),
    "basic fit|fitness park|keep cool": ("coach sportif",),
    "air france|transavia|easyjet|ryanair": ("hotesse de l air", "agent d escale"),
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
_GARAGE = (
    "mecanicien automobile",
    "carrossier peintre",
    "laver des voitures",
    "vendeur automobile",
)
_BANKING = ("conseiller de clientele bancaire", "guichetier", "agent administratif banque")
_CHILDHOOD = (
    "garde d enfants",
    "auxiliaire de puericulture",
    "assistant maternel",
    "animateur petite enfance",
    "educateur de jeunes enfants",
)
_TRAVEL = (
    "agent d accueil touristique",
    "conseiller en voyages",
    "guide touristique",
    "receptionniste d hotel",
)
_SAFETY = (
    "agent de securite",
    "agent cynophile de securite",
    "operateur en telesurveillance",
    "policier municipal",
)
_CLEAN = ("agent de proprete de locaux", "femme de menage", "laveur de vitres", "ash")
_AIRPORT = (
    "bagagiste aeroportuaire",
    "agent d escale aeroportuaire",
    "agent de surete aeroportuaire",
    "hotesse de l air",
)
_RAILWAY = (
    "conducteur de train",
    "controleur de train",
    "aiguilleur du rail",
    "poseur de voies ferrees",
)
_STAGE = ("comedien", "musicien", "regisseur du son", "machiniste spectacle", "mediateur culturel")
_LOOKS = ("estheticien", "coiffeur", "prothesiste ongulaire", "vendeur en parfumerie")
_TEACHING = (
    "professeur des ecoles",
    "professeur de college et de lycee",
    "surveillant de college",
    "auxiliaire de vie scolaire",
)
_OUTDOORS = (
    "jardinier d espaces verts",
    "agent d entretien des espaces naturels",
    "soigneur animalier",
    "ouvrier forestier",
)

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
    **dict.fromkeys(("garage", "garages"), _GARAGE),
    **dict.fromkeys(("banque", "banques"), _BANKING),
    **dict.fromkeys(("enfance", "enfants"), _CHILDHOOD),
    **dict.fromkeys(("tourisme", "voyages"), _TRAVEL),
    **dict.fromkeys(("securite", "gardiennage"), _SAFETY),
    **dict.fromkeys(("nettoyage", "proprete"), _CLEAN),
    **dict.fromkeys(("aeroport", "aeroports"), _AIRPORT),
    **dict.fromkeys(("gare", "gares", "ferroviaire"), _RAILWAY),
    **dict.fromkeys(("culture", "spectacle", "spectacles"), _STAGE),
    **dict.fromkeys(("beaute", "esthetique"), _LOOKS),
    **dict.fromkeys(("education", "enseignement"), _TEACHING),
    **dict.fromkeys(("nature", "environnement", "animaux"), _OUTDOORS),
    "armee": ("soldat", "mecanicien de vehicules", "cuisinier de collectivite"),
    "mairie": ("agent administratif", "charge d accueil", "agent d entretien", "espaces verts"),
    "sport": _SPORT,
    "social": _SOCIAL,
}
