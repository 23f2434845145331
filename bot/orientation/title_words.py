"""Tables for reading job titles: words without weight, words that name no single job, and names
people use for a job, an employer or unpaid work. Keys and values are folded (wording.plain)."""

from __future__ import annotations

# Words that say nothing about which job it is.
STOPWORDS = frozenset(
    """
    a ai aie ailleurs alors an annee annees ans apres au aussi autre autres aux avais avait avant
    avec avoir beaucoup bien bon bosse bosser boulot c ca car ce ces cet cette chez chose choses
    comme contrat cdd cdi d dans de depuis des dernier derniere divers donc du durant elle elles
    emploi en encore enfin ensuite environ es est et etaient etais etait etant ete etes etre eu
    eux ex f faire fais faisais faisait fait faits fasse font gens h hui il ils interim
    interimaire j je jour jours juste l la le les leur leurs lui m ma mais me meme mes metier mi
    mois moi mon n ne nos notre nous occupais occupait occupe occupee occuper on ont ou oui par
    pas pendant periode petit petite petites petits peu plein plus poste pour pris puis qu quand
    que quelque quelques qui quoi s sa salut bonjour se ses si soi soit son sont suis sur surtout
    t ta tant te temps tes toi ton toujours tous tout toute toutes travail travaille travaillais
    travaillait travailler tres trop tu un une va vais vers voila vos votre vous y stage
    alternance partiel ancien ancienne job jobs exerce occupant euh ben bah genre truc trucs tache
    taches boulots maintenant actuellement chomage benevole benevoles benevolat sais pourquoi cap
    bep bac bts diplome diplomee jamais rien non bonsoir merci
    """.split()
)

# Alone, these words name dozens of jobs: the person is asked which one.
GENERIC = frozenset(
    """
    agent agente aide animateur animatrice apprenti apprentie artisan artisane assistant
    assistante auxiliaire cadre charge chargee chauffeur chauffeuse chef cheffe commercial
    commerciale conducteur conductrice conseiller conseillere controleur controleuse directeur
    directrice educateur educatrice employe employee employer formateur formatrice gerant gerante
    gestionnaire ingenieur ingenieure manager mecanicien mecanicienne moniteur monitrice operateur
    operatrice ouvrier ouvriere preparateur preparatrice prof profs professeur professeure
    responsable saisonnier saisonniere stagiaire superviseur superviseuse technicien technicienne
    vendeur vendeuse vendre vente ventes gardien gardienne surveillant surveillante installateur
    installatrice monteur monteuse patron patronne militaire interimaire equipier equipiere usine
    usines magasin magasins restaurant restauration batiment btp chantier chantiers hopital ecole
    hotel hotellerie industrie entrepot agriculture commerce supermarche informatique transport
    transports logistique sport social sante service services
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
        rf"\b{_CARE} (?:\w+ ){{0,3}}{_ADULTS}\b(?! (?:de menage|sur|dans|au|aux) )",
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
