"""Names that people use for a job beside its official titles: old and familiar names, acronyms,
English, tools and tasks that stand for the job. By an official title of the job (masculine), so
that they follow it when the classification moves it; a catalogue without that title lacks them.
"""

from __future__ import annotations

EVERYDAY_NAMES = {
    # Farming, forests, fishing, animals
    "Conducteur d'engins agricoles": (
        "moissonneuse batteuse|ensileuse|labour et semis|faire les moissons|"
        "chauffeur de moissonneuse|tractoriste"
    ),
    "Conducteur d'engins d'exploitation forestière": (
        "débardeur de bois|abatteuse forestière|porteur forestier"
    ),
    "Bûcheron": (
        "abattage d'arbres à la tronçonneuse|tronçonneur|lumberjack|couper du bois en forêt"
    ),
    "Ouvrier sylvicole": "planter des arbres|reboisement",
    "Élagueur": "grimpeur|tailler les arbres|élagage",
    "Jardinier d'espaces verts": (
        "gardener|tondeuse|tonte de pelouse|espaces verts|cantonnier|jardinier municipal|désherbage"
    ),
    "Jardinier paysagiste": "landscaper|taille de haies|aménager des jardins",
    "Agent d'entretien des espaces naturels": "débroussaillage|débroussailler",
    "Ouvrier agricole polyvalent": (
        "farm worker|farmer|valet de ferme|fille de ferme|ouvrier de ferme|"
        "travailler à la ferme|garçon de ferme"
    ),
    "Exploitant agricole": "paysan|cultivateur|fermier|agriculteur|avoir une ferme",
    "Aide agricole en production végétale": (
        "ramasseur de légumes|castrage du maïs|saisonnier agricole|journalier agricole|"
        "champs de tomates|ramasser des légumes|ramasser des patates"
    ),
    "Cueilleur de fruits": "fruit picker|cueillette|ramassage de fruits|ramasser des fruits",
    "Ouvrier viticole": (
        "vendangeur|travail de la vigne|palissage|ébourgeonnage|tailler la vigne|vendanges"
    ),
    "Viticulteur": "vigneron|winemaker|vignoble",
    "Aide d'élevage agricole": (
        "traire les vaches|traite des vaches|vacher|bouvier|milker|nourrir les bêtes|"
        "s'occuper des vaches|porcher|ramassage de volailles"
    ),
    "Éleveur de chèvres": "chevrier|élever des chèvres",
    "Éleveur d'ovins": "éleveur de moutons|élever des moutons",
    "Berger": "pâtre|garder les moutons|estive|transhumance|shepherd",
    "Apiculteur": "ruches|abeilles|miel|beekeeper",
    "Aviculteur": "poules|poulailler|éleveur de volailles|éleveur de poules|gaveur|canards gras",
    "Maraîcher": "cultiver des légumes|potager|serres de légumes|maraîchage",
    "Horticulteur": "serres de fleurs|planter des fleurs|horticulture",
    "Ostréiculteur (huîtres)": "parcs à huîtres|ostréiculture",
    "Marin-pêcheur": "pêcheur|pêche en mer|chalutier|fisherman|matelot de pêche",
    "Pisciculteur": "élevage de truites|pisciculture",
    "Fromager-affineur": "fromage de chèvre|faire du fromage",
    "Caviste de chai": "ouvrier de cave|vinification|travailler au chai",
    "Palefrenier soigneur": (
        "palefrenier|groom chevaux|écurie|soigner les chevaux|box à chevaux|haras"
    ),
    "Maréchal-ferrant": "ferrer les chevaux|farrier",
    "Auxiliaire vétérinaire": "asv|assistant vétérinaire|aide véto|assistant véto",
    "Vétérinaire": "véto|vet",
    "Toiletteur d'animaux": "toilettage|toiletteur|dog groomer|tondre des chiens",
    "Soigneur animalier": "zoo|soigner les animaux|refuge pour animaux|animalier|refuge spa",
    "Gardien d'animaux": "pet sitter|dog sitter|promener des chiens|garder des animaux",
    "Éducateur canin": "dresseur de chiens|dresser des chiens|dog trainer",
    # Crafts
    "Céramiste": "potier|poterie",
    "Horloger": "réparer des montres|montres et pendules|watchmaker",
    "Bijoutier": "fabriquer des bijoux|bagues et colliers|jeweller|jewelry",
    "Tapissier d'ameublement": "retaper des fauteuils|rénover des fauteuils|refaire des canapés",
    "Luthier": "fabriquer des violons|fabriquer des guitares",
    "Taxidermiste": "empailleur|empailler",
    "Couturier": (
        "couture|tailleur|robes sur mesure|robe de mariée|dressmaker|seamstress|tailor|"
        "couture à domicile|machine à coudre"
    ),
    "Modiste": "faire des chapeaux|chapelier",
    "Ébéniste": "restaurer des meubles|cabinet maker",
    "Cordonnier": "réparer des chaussures|ressemelage|savetier|shoemaker|clés minute",
    "Retoucheur en habillement": "retouches|ourlets|raccourcir des pantalons",
    # Banks, insurance, property
    "Chargé d'accueil en banque": "guichet de banque|guichetier|bank teller",
    "Conseiller de clientèle bancaire": (
        "banquier|conseiller bancaire|conseiller financier|banker|conseiller clientèle banque"
    ),
    "Chargé d'indemnisations en assurances": (
        "gestion de sinistres|traiter les sinistres|sinistres auto|remboursements mutuelle"
    ),
    "Conseiller en assurances": "vendre des assurances|insurance agent|assureur",
    "Agent général d'assurance": "agent d'assurance",
    "Conseiller immobilier": (
        "agent immobilier|mandataire immobilier|négociateur immobilier|vendre des maisons|"
        "vendre des appartements|faire visiter des appartements|real estate agent|immobilier"
    ),
    "Gestionnaire de copropriété": "syndic|syndic de copropriété|gérer des copropriétés",
    "Chargé de gestion locative en immobilier": "gestion locative|location d'appartements",
    # Shops and services to people
    "Boucher": "butcher|couper la viande|découpe de viande|boucherie|commis boucher",
    "Boulanger": "baker|mitron|faire le pain|boulange|fournil|pétrin",
    "Pâtissier": "pastry chef|gâteaux|faire des gâteaux|viennoiserie|tourier",
    "Poissonnier": "fishmonger|écailler le poisson|poissonnerie|lever les filets",
    "Chocolatier": "faire des chocolats|chocolaterie",
    "Vendeur en épicerie": (
        "rayon charcuterie fromage|vendre du fromage|crémier|marchand de légumes|"
        "vendeur primeur|caviste|vendre du vin"
    ),
    "Vendeur en boulangerie-pâtisserie": "vendre du pain|bakery",
    "Vendeur ambulant": (
        "marchés|faire les marchés|vendre sur les marchés|marchand ambulant|forain"
    ),
    "Coiffeur": (
        "hairdresser|couper les cheveux|coiffure|salon de coiffure|brushing|shampouineur|"
        "merlan|figaro"
    ),
    "Coiffeur barbier": "barber|barbier|dégradé|tailler la barbe|coupe homme",
    "Esthéticien": "beautician|soins du visage|épilation|institut de beauté|maquillage|onglerie",
    "Prothésiste ongulaire": "nail artist|faux ongles|ongles|pose d'ongles|vernis|manucure",
    "Perceur corporel": "pierceur|piercing|piercings",
    "Tatoueur": "tattoo|tatouage|tatouages",
    "Masseur bien-être": "masseur|massages|massage bien-être",
    "Employé de pressing": "pressing|repassage de chemises|nettoyage à sec|repasseur|teinturerie",
    "Fleuriste": "florist|bouquets|compositions florales|vendre des fleurs",
    "Brocanteur": "antiquaire|chineur|vide-grenier|brocante|puces",
    "Opérateur de station service": "pompiste|station service|station essence|gas station",
    "Buraliste": "bureau de tabac|tabac presse|tabac",
    "Vendeur en prêt-à-porter": (
        "vendre des vêtements|fringues|boutique de vêtements|vendeur de chaussures|"
        "magasin de chaussures|magasin d'habits|habits|shop assistant|vendeur de mode|"
        "sales assistant"
    ),
    "Vendeur en bricolage": "magasin de bricolage|rayon bricolage|quincaillerie",
    "Vendeur en électroménager": "rayon électroménager|hifi",
    "Vendeur en jardinerie": "jardinerie",
    "Vendeur en animalerie": "animalerie|pet shop",
    "Conseiller clientèle à distance": (
        "centre d'appels|call center|téléconseil|téléconseiller|télévente|téléprospection|"
        "téléprospecteur|phoning|plateforme téléphonique|customer service|"
        "vendre par téléphone|appeler des clients|service client téléphone|téléopérateur|"
        "hotline"
    ),
    "Conseiller commercial auprès des particuliers": (
        "porte à porte|démarcheur|démarchage|vrp|colporteur|vendre chez les gens"
    ),
    "Conseiller vendeur à domicile": "vente à domicile|vdi|réunions à domicile|tupperware",
    "Commercial auprès d'une clientèle d'entreprises": (
        "btob|b2b|commercial terrain|sales rep|représentant|technico commercial terrain"
    ),
    "Gérant de magasin d'alimentation générale": (
        "épicier|supérette|tenir une épicerie|épicerie|épicerie de nuit"
    ),
    "Employé de rayon libre-service": (
        "els|mise en rayon|réassort|facing|gondolier|remplir les rayons|rayonniste|rayonnage|"
        "shelf stacker|étiquetage rayons|remplissage de rayons"
    ),
    "Hôte de caisse": "cashier|caisse|caissier|encaisser|scanner les articles|tenir la caisse",
    "Animateur des ventes": (
        "démonstrateur|démonstration en magasin|faire goûter les produits|animation commerciale"
    ),
    "Directeur de magasin de grande distribution": "store manager|directeur de supermarché",
    "Responsable de boutique": (
        "gérer un magasin|responsable de magasin|gérant de magasin|shop manager"
    ),
    "Assistant de régulation médicale (ARM)": "arm|régulateur samu|permanencier samu|samu 15",
    "Agent technico-commercial en location de véhicules": (
        "louer des voitures|location de voitures"
    ),
    # Press, pictures, communication
    "Journaliste": "reporter|écrire des articles|correspondant de presse|pigiste|presse locale",
    "Traducteur": "traduire des textes|translator|traduire des livres",
    "Interprète": "interpreter|lsf",
    "Photographe": "photos de mariage|photographer|prendre des photos",
    "Designer graphique": (
        "graphiste|infographiste|logos et flyers|photoshop|illustrator|affiches|"
        "graphic designer|infographie"
    ),
    "Community manager": (
        "réseaux sociaux|gérer les réseaux sociaux|facebook instagram|cm réseaux"
    ),
    "Influenceur web": "youtubeur|tiktokeur|instagrameur|streamer|blogueur",
    "Wedding planner": "organiser des mariages",
    "Chef de projet événementiel": "organiser des événements|événementiel|organiser des salons",
    "Opérateur de prépresse": "pao",
    # Building
    "Maçon": (
        "mason|bricklayer|parpaings|monter des murs|agglos|maçonnerie|fondations|briqueteur|"
        "murs en briques|faire du béton"
    ),
    "Manœuvre bâtiment": (
        "construction worker|labourer|manœuvre|aide maçon|porter des sacs de ciment|"
        "ouvrier du bâtiment|goujat|chantier|manoeuvre sur chantier|builder"
    ),
    "Coffreur": "bancheur|coffrage|banches",
    "Armaturier de l'industrie du béton": "ferraillage|fers à béton",
    "Charpentier": "charpentes|faire des charpentes|carpenter|ossature bois",
    "Couvreur": "roofer|toitures|tuiles|ardoises|zinguerie|refaire les toits|zingueur",
    "Étancheur": "étanchéité|toits terrasses|toiture terrasse",
    "Façadier": "ravalement|crépi|enduits de façade|façades",
    "Plaquiste": (
        "placo|placoplatre|plaques de plâtre|cloisons|bandes à joint|plaquo|jointeur|"
        "isolation intérieure|faux plafonds|doublage"
    ),
    "Plâtrier": "plasterer|plâtre",
    "Peintre en bâtiment": (
        "painter|peinture|peindre des murs|papier peint|tapisserie murs|décorateur peintre|"
        "peindre des appartements|lasure"
    ),
    "Carreleur": "carrelage|faïence|tiler|poser du carrelage",
    "Solier": "lino|moquette|poseur de sol|sol pvc|revêtements de sol|poseur de sols souples",
    "Parqueteur": "parquets|poser du parquet",
    "Menuisier poseur": (
        "poser des portes|poser des fenêtres|poser des cuisines|monter des cuisines"
    ),
    "Poseur de menuiseries extérieures": (
        "poseur de fenêtres|fenêtres pvc|poser des fenêtres|double vitrage"
    ),
    "Poseur en fermetures de bâtiment": (
        "volets roulants|stores|portails|rideaux métalliques|portes de garage"
    ),
    "Serrurier du bâtiment": (
        "serrurerie|dépannage serrures|ouvrir des portes|locksmith|portes blindées"
    ),
    "Électricien du bâtiment": (
        "electrician|électricité|tirer des câbles|poser des prises|courant fort|"
        "tableaux électriques|électricien|câbler des maisons|gaines"
    ),
    "Plombier sanitaire": (
        "plumber|plomberie|fuites d'eau|plombier|chauffe-eau|déboucher des canalisations|"
        "tuyauterie sanitaire|salle de bains"
    ),
    "Installateur chauffage et climatisation": (
        "pompes à chaleur|poser des clims|climatisation|installer des chaudières"
    ),
    "Chauffagiste": "chaudières|entretien de chaudières|chaudières gaz",
    "Monteur en isolation thermique et acoustique": (
        "isolation|laine de verre|isolation des combles|combles perdus"
    ),
    "Installateur mainteneur en systèmes solaires, thermiques et photovoltaïques": (
        "panneaux solaires|photovoltaïque|poser des panneaux solaires"
    ),
    "Grutier": "grue à tour|crane operator|conduire une grue",
    "Conducteur d'engins de chantier": (
        "tractopelle|pelleteur|pelle mécanique|bulldozer|pelleteuse|engins de tp|"
        "conduire la pelle|mini pelle|chargeuse|niveleuse|pelliste|chauffeur d'engins|bull"
    ),
    "Ouvrier en voiries": (
        "enrobé|goudron|bordures|pavés|paveur|macadam|goudronneur|voirie|trottoirs|poser des pavés"
    ),
    "Poseur de canalisations": "canalisateur|tranchées|poser des tuyaux|canalisations",
    "Démolisseur": "démolition|casser des murs|curage de bâtiments",
    "Conducteur de travaux du bâtiment": "conduire des chantiers",
    "Chef de chantier bâtiment": "gros œuvre|site manager|foreman",
    "Échafaudeur": "échafaudages|scaffolder|monter des échafaudages",
    "Dessinateur-projeteur de la construction": (
        "autocad bâtiment|plans de bâtiment|dessiner des plans"
    ),
    "Métreur de la construction": "métré|devis bâtiment|devis btp|chiffrage",
    "Ramoneur": "ramonage|cheminées|chimney sweep",
    "Installateur-poseur de piscines préfabriquées": (
        "pisciniste|piscines|construire des piscines"
    ),
    # Hotels, restaurants, tourism, leisure
    "Serveur en restauration": (
        "waiter|waitress|garçon de café|service en salle|loufiat|limonadier|server|"
        "serveur de bar|porter les assiettes|porter les plats|prendre les commandes en salle|"
        "runner|serveur en salle|restaurant"
    ),
    "Barmaid": "bartender|barman|cocktails|servir au bar|barmen|tenir le bar",
    "Barista": "coffee shop|faire des cafés",
    "Cuisinier": (
        "cook|cuistot|faire la cuisine|faire à manger|cuisine|popote|queux|second de cuisine|"
        "cuisiner|préparer des plats|cuistance|chef de partie"
    ),
    "Chef de cuisine": "chef cuisinier|chef cuistot|head chef",
    "Commis de cuisine": (
        "kitchen assistant|éplucher les légumes|aide cuistot|commis|aide en cuisine"
    ),
    "Plongeur en restauration": (
        "dishwasher|plonge|faire la vaisselle|laver la vaisselle|kitchen porter|plonge batterie"
    ),
    "Cuisinier de collectivité": (
        "cuisiner pour une cantine|cuisinier de cantine|cuisine centrale|cuisinier scolaire"
    ),
    "Employé de restauration collective": (
        "cantinier|dame de cantine|cantine|self|dame de service|servir à la cantine|canteen"
    ),
    "Équipier polyvalent de restauration rapide": (
        "fast food|sandwichs|sandwicherie|burgers|kebab|frites|snack|friterie|tacos|"
        "préparer des sandwichs|équipier fast food|baraque à frites"
    ),
    "Restaurateur ambulant": "food truck|camion à pizzas",
    "Pizzaïolo": "pizzas|pizzeria|faire des pizzas|pizza maker",
    "Crêpier": "crêperie|faire des crêpes",
    "Gérant de café, bar-brasserie": (
        "patron de bar|tenir un bar|cafetier|patron de bistrot|bar pmu|tenir un café"
    ),
    "Réceptionniste": (
        "réception d'hôtel|night auditor|veilleur de nuit en hôtel|receptionist|check in|"
        "réceptionniste de nuit|accueil hôtel"
    ),
    "Employé d'étage": (
        "femme de chambre|valet de chambre|housekeeping|housekeeper|chambermaid|"
        "faire les chambres|chambres d'hôtel|faire les lits|ménage dans un hôtel|"
        "ménage en hôtel"
    ),
    "Gouvernant d'hôtel": "gouvernante|gouvernante d'étage",
    "Gérant de gîte et chambres d'hôtes": "chambres d'hôtes|tenir un gîte",
    "Directeur de camping": "gérer un camping",
    "Bagagiste en établissement hôtelier": "groom|bagagiste d'hôtel|porteur de valises|bell boy",
    "Guide-conférencier": (
        "guide de musée|visites guidées|faire visiter un château|guide touristique"
    ),
    "Conseiller en voyages": "agent de voyages|vendre des voyages|travel agent|agence de voyages",
    "Animateur de séjour de vacances": (
        "colo|colonie de vacances|mono de colo|moniteur de colo|camp d'ados|bafa"
    ),
    "Animateur jeunesse": (
        "centre aéré|périscolaire|centre de loisirs|périsco|alae|animer des enfants"
    ),
    "Animateur de club de vacances": (
        "go club|gentil organisateur|club de vacances|animateur de camping|club med"
    ),
    "Éducateur sportif": (
        "prof de sport en club|moniteur de sport|entraîneur|entraîneur de foot|"
        "entraîneur de basket|sports coach|coach de foot|moniteur d'escalade|"
        "entraîneur bénévole"
    ),
    "Moniteur en salle de sport": (
        "coach sportif|fitness|salle de muscu|zumba|personal trainer|musculation|"
        "cours de gym|pilates"
    ),
    "Maître-nageur sauveteur": (
        "mns|maître nageur|bnssa|cours de natation|lifeguard|leçons de natation"
    ),
    "Ouvreur de salle de spectacles": "ouvreur de cinéma|placer les spectateurs",
    "Opérateur d'attraction": "manège|manèges|fête foraine|parc d'attractions",
    "Médiateur culturel": "guide de musée enfants",
    # Industry
    "Agent de production en industrie alimentaire": (
        "usine alimentaire|usine de gâteaux|usine de biscuits|conserverie|agroalimentaire|"
        "usine de plats cuisinés|biscuiterie|usine de lait|yaourts|ouvrier agroalimentaire|"
        "usine de poisson|trancher du jambon"
    ),
    "Ouvrier d'abattoir": ("abattoir|abattre des animaux|slaughterhouse|équarrisseur"),
    "Opérateur de transformation des viandes": (
        "découpe de volailles|désosser|désosseur|pareur|usine de viande|découpe de poulets|parage"
    ),
    "Agent de conditionnement": (
        "conditionnement|mise en carton|emballage|emballer des produits|packaging|"
        "mise en boîte|mettre dans des cartons|colisage|packer|emballeur|condi"
    ),
    "Conducteur de ligne de conditionnement": "embouteillage|mise en bouteille",
    "Assembleur monteur": (
        "chaîne automobile|monteur automobile|usine automobile|montage de voitures|"
        "assembler des moteurs|usine de voitures|ouvrier spécialisé|assembly line|portières|"
        "os à la chaîne|monteur en usine"
    ),
    "Opérateur en fabrication mécanique": (
        "factory worker|ouvrier d'usine|machine operator|presse métaux|emboutissage"
    ),
    "Tourneur-fraiseur": (
        "usinage|fraiseur|tourneur|commande numérique|cnc|tour numérique|machinist|"
        "tourneur sur métaux"
    ),
    "Soudeur": "welder|soudure|souder|tig|mig|soudure à l'arc|soudeur à l'arc",
    "Soudeur MIG MAG": "semi auto|soudure semi auto|soudeur mig",
    "Chaudronnier": "chaudronnerie|tôlerie industrielle|boilermaker",
    "Métallier": "serrurier métallier|métallerie|charpente métallique atelier",
    "Plasturgiste": (
        "injection plastique|usine de plastique|moulage plastique|plasturgie|usine de pneus|"
        "fabriquer des pneus|caoutchouc"
    ),
    "Ouvrier de scierie": "scierie|scieur|sciage",
    "Menuisier": (
        "menuiserie|joiner|carpenter|fabriquer des meubles|travail du bois|meubles en bois"
    ),
    "Tonnelier": "tonneaux|barriques",
    "Couturier industriel de l'habillement": (
        "atelier de confection|usine de couture|coudre à l'usine|usine textile|"
        "piquer à la machine|jeans|cousette|confection"
    ),
    "Opérateur en confection": "mécanicien en couture",
    "Monteur-câbleur en électronique": (
        "cartes électroniques|composants électroniques|souder des composants|circuits imprimés"
    ),
    "Câbleur d'armoires": "armoires électriques",
    "Peintre industriel": (
        "peinture industrielle|cabine de peinture|pistolet peinture|thermolaquage"
    ),
    "Technicien de laboratoire d'analyse industrielle": (
        "labo|technicien labo|analyses chimiques|labo de chimie"
    ),
    "Technicien qualité en industrie": "contrôle qualité|contrôler les pièces|quality controller",
    "Dessinateur-projeteur en mécanique": (
        "solidworks|catia|dessinateur industriel|dessin industriel"
    ),
    "Chef d'équipe en industrie": "chef d'équipe en usine|contremaître|team leader",
    # Installing, repairing
    "Technicien de maintenance industrielle": (
        "maintenance|dépanner des machines|maintenance usine|maintenance technician|"
        "réparer des machines"
    ),
    "Technicien de maintenance en appareils électroménagers": (
        "réparer des frigos|réparer des machines à laver|dépanneur électroménager|électroménager"
    ),
    "Technicien de maintenance en informatique": (
        "réparer des ordinateurs|technicien informatique|dépannage informatique|helpdesk|"
        "it support|dépanner des pc|ordinateurs|monter des pc"
    ),
    "Conseiller support technique informatique": (
        "hotline informatique|support informatique|support technique|helpdesk informatique"
    ),
    "Réparateur en produits de télécommunication et multimédia": (
        "réparer des téléphones|smartphones|écrans cassés|réparateur de portables|iphone"
    ),
    "Monteur raccordeur fibre optique": "fibre|raccorder la fibre|tirer la fibre|fibre optique",
    "Ascensoriste": "ascenseurs|elevator",
    "Frigoriste": "chambres froides|froid industriel|climaticien|hvac",
    "Mécanicien automobile": (
        "mechanic|mécano|garage auto|réparer des voitures|vidanges|pneus|freins|"
        "mécanique auto|embrayages|car mechanic|garagiste"
    ),
    "Mécanicien motocycles": "motos|scooters|réparer des motos",
    "Mécanicien cycles": "vélos|réparer des vélos|bike mechanic|vélociste|atelier vélo",
    "Mécanicien-réparateur en matériels agricoles": "réparer des tracteurs|mécanique agricole",
    "Mécanicien des véhicules des transports routiers": (
        "mécanicien poids lourds|réparer des camions|mécano poids lourd|truck mechanic"
    ),
    "Mécanicien avion": (
        "mécano avion|aircraft mechanic|avions|mécanicien aéronautique|moteurs d'avion"
    ),
    "Mécanicien en mécanique marine ou navale": "mécanicien bateau|moteurs de bateau",
    "Carrossier-peintre": "carrosserie|carrossier|body shop|redresser la tôle",
    "Préparateur de véhicules automobiles": (
        "laver des voitures|lavage auto|nettoyer des voitures|car wash|laveur de voitures|"
        "lavage de voitures"
    ),
    "Dépanneur-remorqueur de véhicules": "dépanneuse|remorquage|dépannage autoroute|tow truck",
    "Démonteur de véhicules hors d'usage": (
        "casse auto|casse automobile|démonter des épaves|épaviste|casseur auto"
    ),
    "Contrôleur technique de véhicules": "contrôle technique",
    "Technicien de réparation et pose de vitrage des véhicules": (
        "pare-brise|pare-brises|vitrage auto"
    ),
    "Agent d'entretien du bâtiment": (
        "handyman|factotum|homme toutes mains|homme à tout faire|bricolage|petits travaux|"
        "bricoleur|agent technique|agent technique polyvalent|agent communal|"
        "petites réparations"
    ),
    "Agent d'exploitation de la voirie": (
        "dde|agent des routes|déneigement|cantonnier|routes départementales|"
        "salage des routes|entretien des routes"
    ),
    "Monteur-installateur d'alarmes": (
        "poser des alarmes|caméras de surveillance|installer des caméras"
    ),
    "Antenniste": "antennes|paraboles",
    "Désamianteur": "amiante|désamiantage|retirer l'amiante|retrait d'amiante",
    "Scaphandrier": "plongeur professionnel|travaux sous-marins|homme grenouille|sous l'eau",
    "Cordiste": "travaux sur corde|rope access",
    # Health
    "Aide-soignant": (
        "as en ehpad|nursing assistant|toilette des patients|soins aux résidents|as de nuit|"
        "aide infirmier|toilettes des résidents|care assistant|toilettes en ehpad|"
        "faire les toilettes"
    ),
    "Agent de service hospitalier (ASH)": (
        "ash|bionettoyage|fille de salle|garçon de salle|ménage à l'hôpital|"
        "agent de service hôpital|ménage des chambres d'hôpital|ménage en clinique"
    ),
    "Infirmier en soins généraux (IDE)": (
        "nurse|ide|infirmier|infirmier libéral|soins infirmiers|idel"
    ),
    "Brancardier": "brancardage|pousser les lits|transporter les malades|porter",
    "Ambulancier": "ambulance|conduire une ambulance|vsl|ambulance driver|paramedic",
    "Médecin généraliste": "docteur|toubib|médecin|doctor|médecin de famille|gp",
    "Dentiste": "chirurgien dentiste|arracheur de dents|dentist",
    "Assistant dentaire": "cabinet dentaire",
    "Sage-femme": "accoucheur|sage-femme|midwife|accouchements",
    "Pharmacien": "pharmacist|apothicaire|pharmacie officine",
    "Préparateur en pharmacie": "pharma|officine|vendeur en pharmacie",
    "Kinésithérapeute": "kiné|physio|masseur kiné|rééducation",
    "Technicien de laboratoires d'analyses médicales": (
        "prises de sang|labo d'analyses|laborantin|labo médical"
    ),
    "Manipulateur d'électroradiologie médicale": "manip radio|radiographie|irm|radios scanner",
    "Auxiliaire de puériculture": "crèche|ap en crèche|auxiliaire crèche",
    "Prothésiste dentaire": "dentiers|prothèses dentaires|couronnes dentaires",
    "Opticien": "lunettes|optician|vendre des lunettes",
    "Psychomotricien": "psychomot",
    "Ergothérapeute": "ergo",
    "Diététicien": "nutritionniste|dietitian",
    "Agent de stérilisation de service hospitalier": (
        "stérilisation|stériliser les instruments|stérilisation bloc"
    ),
    # Care, social work, education, law
    "Employé familial": (
        "bonne à tout faire|bonne|maid|cleaning lady|cleaner|aide ménager|"
        "ménage chez des particuliers|heures de ménage|repassage chez des particuliers|"
        "house cleaner|femme de ménage|ménage chez les gens|domestique|nettoyer des maisons|"
        "ménage et repassage|ménage|aide à domicile"
    ),
    "Garde d'enfant": (
        "babysitter|baby-sitting|baby-sitter|nounou|nourrice|nanny|garder des enfants|"
        "garde d'enfants|s'occuper d'enfants|élever des enfants|garder des bébés|childminder|"
        "sortie d'école|mère au foyer|père au foyer|parent au foyer"
    ),
    "Assistant maternel": "assmat|ass mat|nourrice agréée|nounou agréée|maman de jour|mam",
    "Assistant familial": "famille d'accueil|enfants placés",
    "Assistant de vie dépendance": (
        "garde-malade|aidant familial|s'occuper d'un handicapé|carer|caregiver|"
        "s'occuper de personnes handicapées|s'occuper d'un malade|aidant|"
        "s'occuper de parents âgés|garde de nuit personne âgée"
    ),
    "Assistant de vie aux familles": (
        "auxiliaire de vie|avs à domicile|home help|aide aux personnes âgées|adv|"
        "aller chez les personnes âgées|adVF"
    ),
    "Accompagnant éducatif et social (AES)": "aes|amp|aide médico-psychologique|deaes",
    "Technicien de l'intervention sociale et familiale (TISF)": "tisf|travailleur familial",
    "Auxiliaire de vie scolaire": (
        "aesh|avs|avs école|accompagner un enfant handicapé à l'école|"
        "accompagner un élève autiste|evs"
    ),
    "Surveillant en milieu scolaire": (
        "pion|aed|assistant d'éducation|surveillant de collège|surveiller la cantine|"
        "surveiller la cour|surveillant d'internat"
    ),
    "Professeur des écoles": (
        "maître d'école|instit|instituteur|maîtresse|primary school teacher|"
        "maîtresse d'école|enseignant en primaire|école primaire"
    ),
    "Professeur de collège et de lycée": (
        "teacher|prof|prof de maths|prof d'anglais|prof de français|prof au collège|"
        "enseignant au lycée|prof d'histoire|english teacher|math teacher|"
        "professeur de mathématiques"
    ),
    "Maître de conférences": "prof à la fac|prof d'université|enseignant chercheur",
    "Professeur de Français Langue Étrangère (FLE)": (
        "fle|cours de français aux étrangers|français aux migrants|cours de français"
    ),
    "Professeur en soutien scolaire": "aide aux devoirs|soutien scolaire|accompagnement scolaire",
    "Professeur à domicile": "cours particuliers|cours à domicile|tutor",
    "Enseignant de la conduite et de la sécurité routière": (
        "moniteur d'auto-école|leçons de conduite|auto-école|driving instructor|moniteur auto-école"
    ),
    "Formateur": "trainer|former des adultes|cours aux adultes|alphabétisation",
    "Formateur conduite d'engins motorisés et de levage": "formateur caces|formateur cariste",
    "Agent territorial spécialisé des écoles maternelles (ATSEM)": (
        "atsem|dame de la maternelle|asem"
    ),
    "Éducateur spécialisé": "éduc spé|éduc|éducateur de rue|social worker",
    "Assistant social": "as de secteur|assistante sociale|polyvalence de secteur",
    "Médiateur social": (
        "médiateur de quartier|maraude|maraudes|grand frère|médiation|"
        "remplir des papiers administratifs|aide aux sans-abri|distribution aux sdf"
    ),
    "Psychologue": "psy|psychologist",
    "Conseiller en insertion professionnelle": (
        "conseiller pôle emploi|conseiller france travail|mission locale|cip|conseiller anpe|"
        "anpe|conseiller mission locale"
    ),
    "Bibliothécaire": "librarian|médiathèque|ranger des livres|prêt de livres|bibliothèque",
    "Pompier": "firefighter|sapeur-pompier|pompier volontaire|spv",
    "Secouriste": "croix rouge secours|premiers secours|protection civile|pse1",
    "Gendarme": "gendarmerie",
    "Gardien de la paix": "flic|policier|police|police officer|cop|keuf|poulet",
    "Policier municipal": "asvp|police municipale|contractuelle|pervenche|garde champêtre",
    "Surveillant pénitentiaire": (
        "maton|gardien de prison|prison guard|surveillant de prison|administration pénitentiaire"
    ),
    "Soldat": (
        "militaire|armée de terre|armée|caporal|army|soldier|engagé dans l'armée|trouffion|bidasse"
    ),
    "Ministre du culte": "curé|prêtre|imam|pasteur|rabbin|moine|priest|abbé|sœur religieuse",
    "Avocat": "barreau|lawyer",
    "Employé de l'état civil": "état civil",
    "Agent administratif": (
        "employé de mairie|fonctionnaire territorial|travailler à la mairie|classement|"
        "archivage|dossiers administratifs|office clerk|gratte-papier|employé de bureau|admin"
    ),
    # Cleaning, waste, security
    "Agent de propreté de locaux": (
        "nettoyage de bureaux|ménage dans les bureaux|technicien de surface|"
        "agent d'entretien|office cleaner|ménage dans une école|homme de ménage|"
        "parties communes|nettoyage d'écoles|balayeur|concierge ménage|nettoyage|bureaux"
    ),
    "Agent de nettoyage industriel": (
        "nettoyage industriel|nettoyage de trains|nettoyage d'usines|nettoyage de wagons"
    ),
    "Laveur de vitres": "window cleaner|laver des vitres|vitrines|carreaux|vitres",
    "Blanchisseur industriel": "blanchisserie|laver les draps|laundry|draps|linge d'hôpital",
    "Ripeur": (
        "éboueur|poubelles|ramasser les poubelles|boueux|rippeur|camion poubelle|ordures|"
        "garbage|bin man|ramassage d'ordures|collecte des déchets"
    ),
    "Agent de propreté urbaine": (
        "balayer les rues|balayeur de rue|street sweeper|nettoyer les trottoirs|cantonnier"
    ),
    "Agent de tri des déchets": (
        "tri des déchets|tri sélectif|tapis de tri|centre de tri|trier des déchets"
    ),
    "Agent de déchetterie": "déchetterie|déchèterie",
    "Égoutier": "égouts|curage d'égouts|sewer",
    "Agent de désinsectisation": (
        "dératisation|dératiseur|punaises de lit|rats et cafards|désinsectisation|"
        "pest control|nuisibles|cafards"
    ),
    "Gardien d'immeuble": "concierge|gardien d'hlm|gardien hlm|caretaker|bignole",
    "Agent de sécurité": (
        "security guard|vigile|sécu|agent de sécu|physionomiste|videur|rondier|ssiap|"
        "gardiennage|bouncer|portier|ads|surveillance de magasin|aps|veilleur de nuit|"
        "security|agent incendie|gros bras"
    ),
    "Agent de sécurité événementielle": "sécurité concert|sécurité aux concerts|stadier",
    "Convoyeur de fonds": "transport de fonds",
    "Agent de protection rapprochée": "garde du corps|bodyguard|garde rapprochée",
    "Agent cynophile de sécurité": "maître-chien|maître chien",
    "Porteur funéraire": (
        "croque-mort|croque mort|pompes funèbres|fossoyeur|cercueils|enterrements"
    ),
    "Enquêteur privé": "détective|détective privé|filatures",
    # Stage, screen
    "Comédien": "acteur|actor|actress|jouer au théâtre|théâtre|intermittent|faire du théâtre",
    "Musicien": (
        "musician|jouer dans un groupe|guitariste|batteur|pianiste|groupe de rock|bassiste"
    ),
    "DJ": "disc jockey|platines|mixer en boîte",
    "Régisseur du son": "ingé son|ingénieur du son|sonorisateur|sound engineer|technicien son",
    "Éclairagiste": "lumières de spectacle|technicien lumière|régler les lumières",
    "Machiniste spectacle": "roadie|monter des scènes|monter la scène",
    "Monteur vidéo": "montage vidéo|video editor|monter des films|premiere pro",
    "Opérateur de prise de vues": "caméraman|cadreur|cameraman|filmer",
    # Office, computing
    "Comptable": (
        "accountant|comptes|comptabilité|bilans|tenir les comptes|factures|tenue de comptes|"
        "cabinet comptable|trésorier"
    ),
    "Aide-comptable": "aide compta|saisie de factures|bookkeeper",
    "Gestionnaire paie": "fiches de paie|bulletins de salaire|paies|payroll|la paye",
    "Assistant en ressources humaines (RH)": (
        "rh|ressources humaines|assistant rh|hr|service du personnel"
    ),
    "Chargé de recrutement": (
        "recruteur|recruter|entretiens d'embauche|agence d'intérim|recruiter"
    ),
    "Directeur des Ressources Humaines (DRH)": "drh|hr director",
    "Responsable de Petite ou Moyenne Entreprise -PME-": (
        "chef d'entreprise|patron|auto-entrepreneur|à mon compte|ma propre boîte|"
        "gérant de société|business owner|indépendant|mon entreprise|avoir sa boîte|"
        "autoentrepreneur|entrepreneur|micro-entrepreneur"
    ),
    "Acheteur": "buyer|négocier avec les fournisseurs",
    "Enquêteur sondage": "sondages|sondeur|enquêtes par téléphone",
    "Recruteur de donateurs": "collecter des dons|street fundraising|collecte de dons|fundraiser",
    "Secrétaire": (
        "secretary|secrétariat|dactylo|sténo|sténodactylo|taper des courriers|"
        "secrétaire de direction junior|travail de bureau|standard et courrier|bureautique"
    ),
    "Assistant de direction": "office manager|bras droit du directeur|personal assistant",
    "Opérateur de saisie": "saisie informatique|data entry|saisie de données|mécanographe|saisie",
    "Chargé d'accueil": (
        "accueil|hôtesse d'accueil|accueillir le public|front desk|accueil du public"
    ),
    "Standardiste": (
        "standard téléphonique|accueil téléphonique|répondre au téléphone|switchboard"
    ),
    "Facteur": (
        "postman|postier|distribuer le courrier|préposé|tournée de courrier|mail carrier|ptt"
    ),
    "Distributeur de prospectus et imprimés": (
        "prospectus|flyers|boîtes aux lettres|tracts|pubs dans les boîtes|"
        "distribuer des pubs|boîter|distribution de flyers|publicités"
    ),
    "Agent de liaison courrier": "trier le courrier|tri du courrier|tri postal|vaguemestre",
    "Développeur informatique": (
        "software engineer|software developer|coder|programmeur|informaticien|dev|python|"
        "java|developer|programmer|programmation|analyste programmeur"
    ),
    "Développeur web": (
        "sites internet|sites web|dev web|web developer|front end|coder des sites|full stack|"
        "wordpress|php|javascript|html"
    ),
    "Administrateur de systèmes d'information (SI)": (
        "sysadmin|admin système|administrateur systèmes"
    ),
    "Administrateur réseau informatique": "admin réseau|réseaux informatiques|network admin",
    "Data analyst": "analyste de données|big data",
    "Chef de projet étude et développement informatique": (
        "chef de projet informatique|it project manager|chef de projet it"
    ),
    # Transport, storage
    "Cariste": (
        "forklift|fenwick|chariot élévateur|conduire des chariots|caces 1 3 5|"
        "forklift driver|clark|manitou|caces 3|transpalette électrique|cariste"
    ),
    "Préparateur de commandes": (
        "picking|order picker|picker|préparer des commandes|prépa de commandes|"
        "warehouse worker|warehouse|vocale|préparer des colis|prépa commande|préparateur|"
        "entrepôt"
    ),
    "Manutentionnaire": (
        "manut|porter des charges|charger des camions|décharger des camions|"
        "charger et décharger|déchargement|chargement|dépoter|loader|porter des cartons|"
        "tirer des palettes|remplir des camions|handler|manutention"
    ),
    "Agent de quai de messagerie": (
        "tri de colis|trier des colis|messagerie colis|flasher des colis|trieur de colis|"
        "centre de tri de colis"
    ),
    "Magasinier": (
        "gestion de stock|stocks|storekeeper|réserve magasin|inventaire|"
        "tenir le magasin de pièces|stockiste|storeman"
    ),
    "Déménageur": "déménagement|déménagements|mover|porter des meubles|removals",
    "Responsable entrepôt logistique": "warehouse manager",
    "Conducteur de poids lourd": (
        "camionneur|truck driver|poids lourds|porteur 19 tonnes|routier|camion|"
        "conduire des camions|pl|hgv driver|chauffeur de camion|lorry driver|chauffeur pl|"
        "permis c|camion benne|camion-benne|19 tonnes|conduire un camion"
    ),
    "Conducteur de véhicules Super Lourds": (
        "spl|semi-remorque|permis ec|44 tonnes|super lourd|semi|38 tonnes|permis ce|"
        "chauffeur spl|frigo spl"
    ),
    "Conducteur routier international": (
        "international|routier international|longue distance camion"
    ),
    "Conducteur-livreur": (
        "delivery driver|livraison de colis|livrer des colis|livreur de colis|vul|"
        "camionnette|livraisons|chauffeur-livreur|livraison en camion|livreur|van driver|"
        "livrer"
    ),
    "Coursier": (
        "livreur à vélo|livrer des repas|livraison de repas|scooter livraison|courier|rider|"
        "livreur de pizzas|livrer des pizzas|livreur à scooter|biker livraison|"
        "livreur de repas"
    ),
    "Conducteur livreur de béton prêt à l'emploi": "toupie|camion toupie|toupie à béton|malaxeur",
    "Conducteur enlèvement de déchets": (
        "chauffeur de benne à ordures|chauffeur de camion poubelle|bom"
    ),
    "Conducteur de bus": (
        "bus driver|autobus|bus de ville|chauffeur de bus|receveur de bus|machiniste bus|wattman"
    ),
    "Conducteur d'autocar ligne régulière": (
        "car scolaire|autocar|ramassage scolaire|coach driver|cars"
    ),
    "Chauffeur de taxi": "taxi|taxi driver|taxis",
    "Conducteur de transport de particuliers": (
        "vtc|uber driver|chauffeur privé|berline|chauffeur vtc"
    ),
    "Conducteur accompagnateur de personnes à mobilité réduite": (
        "minibus handicapés|transport de personnes handicapées|"
        "transport d'enfants handicapés|tpmr|transport de handicapés"
    ),
    "Conducteur de train": (
        "train driver|conduire le train|conduire des trains|cheminot conducteur"
    ),
    "Conducteur de tramway": "tram|tramway|conduire le tram",
    "Conducteur de métro": "métro|conduire le métro",
    "Contrôleur des transports en commun": (
        "contrôleur de train|contrôler les billets|contrôleur de bus|contrôler les tickets|"
        "chef de bord"
    ),
    "Aiguilleur du rail": "aiguilleur|aiguillage",
    "Hôtesse de l'air": "steward|hôtesse de l'air|flight attendant|pnc|cabin crew|stewart",
    "Pilote de ligne": "pilote d'avion|pilot|commandant de bord",
    "Contrôleur aérien": "aiguilleur du ciel|tour de contrôle",
    "Bagagiste aéroportuaire": (
        "charger les bagages|bagages avions|bagagiste|bagagiste avion|baggage handler|"
        "bagages aéroport"
    ),
    "Agent d'escale aéroportuaire": (
        "enregistrement des passagers|check-in aéroport|embarquement passagers|"
        "comptoir d'enregistrement"
    ),
    "Ouvrier de manutention portuaire": "docker|débardeur au port|dockers",
    "Marin": "matelot|navire de commerce|sailor|marine marchande",
    "Matelot de la navigation fluviale": "péniche|marinier|batelier|péniches",
    "Conducteur de remontées mécaniques": "perchman|télésiège|téléski|tire-fesses|télécabine",
    "Releveur de compteurs": "relevé de compteurs|relever les compteurs",
    "Agent d'exploitation en transport routier de marchandises": (
        "exploitant transport|dispatcher|affréteur exploitant|planning chauffeurs"
    ),
}
