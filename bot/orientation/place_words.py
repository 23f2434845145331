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
    aide aider aime aimer ans argent arreter atelier aucun aucune aujourd hui avion bien bientot
    boulot bus camion car carriere cela chambre chantier chat chef cherche chien choix chose combien
    comment commence commencer comprends confiance contact continue continuer corps cuisine demain
    deux dire donnees droit droite effacer emploi enfant enfants erreur faire femme fin formation
    garder gardais gauche gratuit habitude heure heures homme humain idee jamais job jour journee
    lent libre lundi mardi marcher matin merci merveilleux metier metiers mieux minutes moto nature
    non nuit ok ou oui parler parle parce pardon partout passer payant permis personne peur peut
    pied pieds plus porte possible pour pourquoi prefere privee probleme prix question quelqu
    quitter quoi recommencer rendez repondre reponse reste retour rien robot route sais salaire
    sante scooter serveur serveuse seul seule site sites soir souvent stop suite super temps train
    tram transport travail travailler trop vacances velo vie voiture voila vouloir vrai week allons
    attends attendez attendre aurons bof bonne bonnes bonsoir cadre calme certain certaine contre
    espere etais irai irais lasse louer louerai marre mouais pis pleure saurais serez seront simple
    soyons titre viens
    """.split()
)
# Ordinary words that are communes too, or the most of one: found by going through the 23,000
# one-word names of France with a list of frequent French words. A commune is meant only when the
# word is alone or behind a locating word. Places of some size (Tours, Sens, Nice, Plaisir) are not
# here: they are more often meant than the word.
_NAMES_TOO = frozenset(
    """
    aiguilles aire ames ange angles angoisse appelle armes attaques aube aveux avoine avril baby
    bains ballon ballons bar baron barre bars basses bats bay beaux bidon bille bio blanc blond
    bois bonnet bords borne bouchon boue bouillon bouquet bouteille branches bras breves brousse
    brusque bu buisson bulle by cabanes camarade came campagne cars cause caves celle celles centres
    cerise cesse chaise champ champs change chapeau chapelle charge charme chars chateau chatte
    chauve chaux chemin cheville choisies choux cieux cite claviers coinces colonne confort conte
    cordon cote couches courant courbes couronne cours courtes couture creances creuse croix cultures
    cuve dangers dauphin degre devise die don douze doux drap dunes eclaires ecole ecoles ecurie
    eglise engins est etalon etoile faux ferme fete feux fille fins folie folies folles force foret
    fosse four fourneaux fours frais francs garde gare gars gas gorges gouts grand gras grave
    hanches hommes hopital impasse issus jardin joyeuse joyeux juif jumeaux jumelles jure jury
    lacs lance laps lentilles levier lies ligne linge long lourde lutter luxe machine maille maillot
    maire mairie maisons marche marches mare marges marin marquise marques mars maux mens mer mere
    messe miroir moisson monnaie mont montagne monte monts mouches moulin mousse mouton moyen murs
    nord nuits ondes ongles orgueil ouest paille palais pannes parc parent pas passa passage passe
    pauvres peintre pelouse pere piano pierre pierres pin pince place places plaine plan planche
    planches plats poil poisson poissons pont ponts port portes poses precieux pres priez prince
    prive publier puits pure quarante quartier racines raids ramasse rang real relevant ri riche
    rives riviere rivieres roche rocher roches ronde rouge routes routier rue sache sains sales
    salle salles salon sauve sers serre serres servant seuil signes son sos soupir still sud suisse
    sure sus syndicat table tache talon tasse taule temple tendu teneur terre this tombe tonnerre
    touche tour tourne tournes trait trans treve us vaillant vallee vanne ventes ver vers vert very
    vieux vif vignes ville villes vives vogue voisines vue y
    """.split()
)
EVERYDAY = TALK | _NAMES_TOO
# "à la montagne" is not La Montagne, while "La Montagne" alone is.
LANDSCAPE = frozenset(
    "bourg campagne centre foret gare maison mer montagne parc plage plaine riviere vallee ville "
    "village".split()
)
# Alone, these answer another question.
NEVER_A_PLACE_ALONE = frozenset(
    "bus ecole etais job lasse marche marre mouais pas pis seule simple son sos sure y".split()
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
    meaux|massy|fort de france|pointe a pitre|cayenne|mamoudzou|saint pierre de la|reunion
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
    chemin place cours ruelle sentier esplanade promenade
    """.split()
)
