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
# "Saint-Priest en Ardèche" does not begin Saint-Priest-en-Jarez.
LINKS = frozenset("en de du des d sur sous les la le l et aux au a".split())
# After these words a name is a place even when it is an everyday word too ("vers Die").
LOCATING = frozenset(
    "a au aux sur vers habite habitons habiter vis reside loge pres proche cote loin".split()
)

# What people say to the bot: a text with one of these is no misspelt commune.
TALK = frozenset(
    """
    abord agence agent agents aide aider aime aimer allant alle allemand allemande allez allons
    anglais anglaise ans appris apres arabe argent arret arreter arrive arriver assez atelier
    attendez attendre attends aucun aucune aujourd aurons autre autres avant avec avion avoir
    avons baise bas battue beaucoup belle besoin bien bientot bof boire bon bonne bonnes bons
    bonsoir boulanger boulot bout bus cadre caisse calme camion car carriere casse cela certain
    certaine cet cette chambre chance change changer chantier chat chef cherche chien choix
    chose cinq clair coeur coin combien comme commence commencer comment comprends confiance
    contact continue continuer contre corps coucou courrier court cuisine demain demi depuis
    dernier desole desolee deux devant dieu dire domicile donnees donner droit droite drole
    durant effacer emploi enfant enfants entier erreur espagnol espere etais ete etes eux faire
    fais fait faites fans fatigue femme feront fille filles fin fond font force forcee forces
    formation fort forts francais francaise gardais garder gauche genre gens gentil geste grande
    grandes grands gratos gratuit gros guere guerre habitude haut hein heure heures homme hui
    huit humain ici idee irai irais jamais jeu jeux job joue jour journee jours laisse laisser
    lasse lecture lent lettre lever libre livre loisir loisirs louer louerai lundi main mains
    marcher mardi marre maths matin merci merde merveilleux metier metiers mettre mieux minutes
    moins monter montre mort moto mouais moyens nature neuf non nouveau nouvelle nouvelles nuit
    ok ou oui paie panne papa parce pardon parfois parle parler partir partout passer payant
    paye pays peau perdu perdue permis personne personnel perte pertes petit petite petites
    petits peur peut peux pied pieds pire pis plein pleine pleure plus porte porter
    possible pour pourquoi prefere premier premiere premiers principal pris privee prix probleme
    propre putain quatre que quel quelle quelqu quelque quelques question qui quitter quoi
    raison rapide recommencer rendez repondre reponse repos reste retour rien robot route sac
    sais salaire sale sans sante sauf saurais savoir scene scooter secours sept serez seront
    serveur serveuse service services seul seule simple site sites six soir sort sortir souci
    soucis soupe source sous souvent soyons sport stop suite super talent tard telle temps
    tendre tiens titre tous toutes train tram tranquille transport travail travailler travaux
    tres trois trop trou trouve utile vacances vas velo vendre vente verre vie viens vite vivre
    voila voire voisin voisine voiture vouloir vrai week
    """.split()
)
# Ordinary words that are communes too, or the most of one: found by going through the 23,000
# one-word names of France with a list of frequent French words. A commune is meant only when the
# word is alone or behind a locating word. Tours, Nice, Orange and other towns are not here: they
# are more often meant than the word.
_NAMES_TOO = frozenset(
    """
    aiguilles aire ames ange angles angoisse appelle armes attaques aube aveux avoine avril baby
    bains ballon ballons bar baron barre bars basses bats bay beaux bidon bille bio blanc blond
    bois bonnet bords borne bouchon boue bouillon bouquet bouteille branches bras breves brousse
    brusque bu buisson bulle by cabanes camarade came campagne cars cause caves celle celles
    centres cerise cesse chaise champ champs chapeau chapelle charge charme chars chateau chatte
    chauve chaux chemin cheville choisies choux cieux cite claviers coinces colonne confort
    conte cordon cote couches courant courbes couronne cours courtes couture creances creuse
    croix cultures cuve dangers dauphin degre devise die don doux douze drap dunes eclaires
    ecole ecoles ecurie eglise engins est etalon etoile faux ferme fete feux fins folie folies
    folles foret fosse four fourneaux fours frais francs garde gare gars gas gorges gouts grand
    gras grave hanches hommes hopital impasse issus jardin joyeuse joyeux juif jumeaux jumelles
    jure jury lacs lance laps lentilles levier lies ligne linge long lourde lutter luxe machine
    maille maillot maire mairie maisons marche marches mare marges marin marques marquise mars
    maux mens mer mere messe miroir moisson monnaie mont montagne monte monts mouches moulin
    mousse mouton moyen murs nord nuits ondes ongles orgueil ouest paille palais pannes parc
    parent pas passa passage passe pauvres peintre pelouse pere piano pierre pierres pin pince
    place places plaine plaisir plan planche planches plats poil poisson poissons pont ponts
    port portes poses precieux pres priez prince prive publier puits pure quarante quartier
    racines raids ramasse rang real relevant ri riche rives riviere rivieres roche rocher roches
    ronde rouge routes routier rue sache sains sales salle salles salon sauve sens serre serres
    sers servant seuil signes son sos soupir still sud suisse sure sus syndicat table tache
    talon tasse taule temple tendu teneur terre this tombe tonnerre touche tour tourne tournes
    trait trans treve us vaillant vallee vanne ventes ver vers vert very vieux vif vignes ville
    villes vives vogue voisines vue y
    """.split()
)
EVERYDAY = TALK | _NAMES_TOO
# "à la montagne" is not La Montagne, while "La Montagne" alone is.
LANDSCAPE = frozenset(
    "bourg campagne centre entre foret gare maison mer montagne parc plage plaine riviere vallee "
    "ville village".split()
)
# Alone, these answer another question.
NEVER_A_PLACE_ALONE = frozenset(
    "aucun bus ecole etais job lasse marche marre mouais pas pis simple son sos suisse sure".split()
)

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
    meaux|massy|fort de france|pointe a pitre|cayenne|mamoudzou
    geneve|lausanne|bruxelles|luxembourg|monaco|turin|londres|barcelone
    """.replace("\n    ", "|")
    .strip("|")
    .split("|")
)
COUNTRIES = frozenset(
    """
    suisse belgique italie espagne allemagne etranger portugal maroc algerie tunisie andorre
    angleterre europe afrique senegal mali cameroun comores madagascar
    """.split()
)

# Cities in municipal arrondissements, and how many they have.
CITY_PARTS = {"lyon": 9, "marseille": 16, "paris": 20}

# Islands of several communes, which people name for all of them (INSEE codes).
ISLANDS = {
    "belle ile": "56009 56114 56152 56241",
    "belle ile en mer": "56009 56114 56152 56241",
    "ile de noirmoutier": "85011 85083 85106 85163",
    "ile de re": "17019 17051 17121 17161 17207 17286 17297 17318 17360 17369",
    "ile d oleron": "17093 17140 17323 17337 17385 17411 17485 17486",
    "les saintes": "97130 97131",
    "marie galante": "97108 97112 97126",
    "oleron": "17093 17140 17323 17337 17385 17411 17485 17486",
    "petite terre": "97608 97615",
}

# What people call a town in the language of its region (INSEE codes).
OTHER_NAMES = {
    "an alre": "56007",
    "an oriant": "56121",
    "felger": "35115",
    "gwened": "56260",
    "gwengamp": "22070",
    "gwitreg": "35360",
    "henbont": "56083",
    "karaez": "29024",
    "kemper": "29232",
    "kemperle": "29233",
    "konk kerne": "29039",
    "landerne": "29103",
    "lannuon": "22113",
    "loudieg": "22136",
    "montroulez": "29151",
    "naoned": "44109",
    "ploermael": "56165",
    "pondi": "56178",
    "roazhon": "35238",
    "rosko": "29239",
    "sant brieg": "22278",
    "sant malou": "35288",
}

# Quarters that people name instead of the arrondissement.
QUARTERS = {
    "terreaux": ("lyon", 1),
    "pentes de la croix rousse": ("lyon", 1),
    "bellecour": ("lyon", 2),
    "confluence": ("lyon", 2),
    "perrache": ("lyon", 2),
    "part dieu": ("lyon", 3),
    "montchat": ("lyon", 3),
    "croix rousse": ("lyon", 4),
    "vieux lyon": ("lyon", 5),
    "fourviere": ("lyon", 5),
    "point du jour": ("lyon", 5),
    "brotteaux": ("lyon", 6),
    "guillotiere": ("lyon", 7),
    "gerland": ("lyon", 7),
    "monplaisir": ("lyon", 8),
    "mermoz": ("lyon", 8),
    "vaise": ("lyon", 9),
    "duchere": ("lyon", 9),
    "joliette": ("marseille", 2),
    "belle de mai": ("marseille", 3),
    "timone": ("marseille", 5),
    "endoume": ("marseille", 7),
    "luminy": ("marseille", 9),
    "frais vallon": ("marseille", 13),
    "chateau gombert": ("marseille", 13),
    "cabucelle": ("marseille", 15),
    "estaque": ("marseille", 16),
    "montparnasse": ("paris", 14),
    "batignolles": ("paris", 17),
    "montmartre": ("paris", 18),
    "barbes": ("paris", 18),
    "menilmontant": ("paris", 20),
}
ORDINALS = (
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme "
    "onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme "
    "dix-neuvieme vingtieme"
)

# Words that begin a street's name.
STREETS = frozenset(
    """
    rue avenue av ave boulevard bd bld blvd impasse allee allees quai square route faubourg montee
    chemin place cours ruelle sentier esplanade promenade residence lotissement hameau
    """.split()
)
