"""Words of distress, violence or homelessness, about oneself or somebody close, and sayings that
only sound like them.

Missing one costs more than hearing one too many: what is heard here leads to a message with phone
numbers, and nothing else. Sayings ("je meurs d'envie", "j'ai battu mon record") and denials ("je
ne suis pas sdf") are taken out first; work among people in danger is no danger ("éducatrice pour
enfants maltraités"), unless the person tells what is done to them.
"""

from __future__ import annotations

from bot.orientation.sayings import heard, phrases

DISTRESS, VIOLENCE, HOMELESS = "distress", "violence", "homeless"

_DIE = (
    "(?:mour(?:r)?ir?e?|mourr?ire?|mouri|crever|creve|en finir|disparaitre|disparetre|"
    "me tuer|m en aller pour toujours)"
)
_ADVERBS = (
    r"(?:(?:plus|juste|envie|que|de|d|a|vraiment|trop|tellement|souvent|parfois|bien|tout|me|"
    r"m|simplement|seulement|presque|deja) ){0,4}"
)
_WISH = (
    r"(?:veux|veut|veu|ve|voudrais?|voulait|aimerais|envies?|envi|prefer\w*|souhait\w*|"
    r"pens\w+|song\w+|pret|prete|vais|va|compte|essay\w*|menac\w*|parl\w+|faudrait|autant|"
    r"mieux|idees?|peur)"
)
_SUICIDE = r"(?:suic\w*|sui?ss?id\w*|sucid\w*|suside\w*|suicd\w*)"
_LOVED = (
    r"(?:mari|femme|conjoint|conjointe|conjoin|copain|copin|copine|compagnon|compagne|"
    r"concubin|ex|mec|gars|pere|"
    r"mere|papa|maman|beau pere|belle mere|frere|soeur|oncle|cousin|grand pere|fils|fille|"
    r"parents|"
    r"enfants?|bebe|ado|petite?|petits|gosses?|ami|amie|voisin|famille|pacse|cheri|homme|"
    r"beau frere)"
)
_CHILD = r"(?:fils|fille|enfants?|gamine?s?|bebe|petite?s?|gosses?|ado|mome|momes|neveu|niece)"
_OTHER = (
    rf"(?:(?:mon|ma|mes|le|la|les|l|leur|son|sa|notre|nos|un|une) (?:ex )?(?:petit |petite |"
    rf"ancien |futur )?{_LOVED}(?: [a-z]+)?|il|elle|ils|elles|on|quelqu un|patron|chef|"
    rf"collegue|proprietaire)"
)

_SAYINGS = phrases(
    # Dying of everything but death.
    r"(?:(?:je )?(?:meurs?|mourrais|creve|suis mort\w*|etais mort\w*|crevais|morts?|morte)|"
    r"mourir|crever) (?:d|de) (?:envie|rire|faim|soif|chaud|froid|fatigue|honte|peur|"
    r"trouille|ennui|jalousie|sommeil|curiosite|impatience|plaisir|bonheur)",
    r"envie de (?:mourir|crever) de rire|plutot (?:mourir|crever) que|a mourir de rire",
    r"je (?:meurs|mourrais) (?:d|pour)|morte? (?:de|d) \w+|c est (?:la )?mort|la mort (?:ce|"
    r"de|dans l ame)|c etait la mort",
    r"(?:tue|tuer|tuais|tuait|tuant) (?:le|mon|du) temps|(?:ca|cela|tu) (?:me |m )?tu(?:e|"
    r"ait|es)|tuee? (?:le|les|la) (?:dos|moral|genoux?|sante|epaules?|jambes?)|"
    r"se tuer (?:a la tache|au travail|au boulot)|(?:tuer|tue|tues|tuais|tuait) (?:a|au|"
    r"aux) (?:la tache|travail|boulot|taf|l ouvrage)|\w+ qui tue",
    r"en finir avec (?!la vie|ma vie|mes jours|tout\b|moi|cette vie|l existence)\w+(?: \w+)?|"
    r"pour en finir (?:avec|vite)|finir (?:ma|mon|mes|la) (?:formation|cap|bts|etudes|stage|"
    r"contrat)",
    r"disparaitre (?:du|de la|des|de ma|de mon) (?:marche|liste|ecran|secteur|commerces?)|"
    r"le metier va disparaitre|mon (?:metier|boulot|poste) (?:va|a) disparu?\w*",
    r"jeu de (?:pendu|la mort)|nature morte|point mort|poids morts?|temps morts?|"
    r"morts? vivants?|pompes funebres|feuilles mortes|langue morte|saison morte|"
    r"angles? morts?",
    r"sauter (?:de joie|en parachute|a l elastique|le pas|a la corde|du coq|sur l occasion|"
    r"un repas|des repas|une etape|a pieds|sur)",
    r"pendre (?:le|du|les|la) (?:linge|manteau|rideaux?|cremaillere)|pendaison de cremaillere",
    r"(?:coup|histoire) mortel\w*|mortel|(?:une )?question de vie ou de mort|"
    r"a la vie a la mort|peine de mort|mise a mort",
    r"^(?:va|vas|allez|creve) (?:te |vous )?(?:crever|mourir|pendre|jeter)(?: \w+)*$",
    # Beating records and drums.
    r"batt?(?:u|re|ais|ait|s) (?:mon|ma|le|la|un|son|des|les|nos|"
    r"tous les) (?:propre )?(?:record\w*|concurren\w+|oeufs?|beurre|chiffre|objectifs?|"
    r"rythme|mesure|cartes?|ble|fer|tapis|adversaires?|equipe)",
    r"je (?:me|m) (?:suis )?(?:bat|bats|battu|battue|battais|battre|battrai)(?: \w+)?|"
    r"se battre|nous battre|battre pour|coeur (?:qui )?bat\w*",
    r"batterie|combats? de|sport de combat|arts martiaux",
    r"frapp\w+ (?:a (?:la|toutes les|des|une|plusieurs) portes?|aux portes?|un corner|"
    r"au clavier|dans (?:un|le|la) (?:ballon|balle|but)|le fer|la balle|le ballon|"
    r"des? monnaies?)|frappee? par (?:le|la|les|votre|cette) \w+|froid qui frappe",
    r"(?:je |j ai |j avais )(?:tape\w*|frapp\w*|cogn\w*)(?! (?:mon|ma|mes|sur (?:mon|"
    r"ma)) (?:fils|fille|femme|mari|enfants?))",
    r"tape (?:a l oeil|dans l oeil|sur les nerfs|sur le systeme|a la machine|au clavier|"
    r"sur un clavier|a l ordi\w*|des textes|des courriers|des lettres|un texte)|(?:soleil|ca|"
    r"chaleur) (?:me )?tape\w*|(?:ca|cela|tout ca) me tap\w+|tape dans la main",
    r"me tap\w+ (?:tout|la|le|les|des|\d+|une heure|deux|trois) (?!mari)\w+",
    r"violences? (?:routieres?|urbaines?|policieres?|dans les stades|du (?:temps|vent|choc|"
    r"orage)|a la tele\w*|des jeux)",
    r"violon\w*|violett?e?s?|violet",
    r"peur (?:de|d) (?:conduire|rater|echouer|parler|l avion|l eau|la foule|la route|vide|"
    r"la hauteur|me tromper|pas (?:y arriver|trouver|etre)|rentrer (?:tard|la nuit|de nuit|"
    r"a pied|seule?) ?\w*|l ordinateur|l echec|l inconnu)",
    r"(?:mon|ma|l|un|le) ancien\w* (?:chef|patron|cheffe|responsable|employeur) (?:me |nous |"
    r"m |n )?(?:criait|hurlait|gueulait|(?:\w+ )?stressait|mettait la pression|exploitait|"
    r"engueulait)",
    r"forc\w+ (?:de la nature|de vente|tranquille|physique)|force est|a force de|par la force",
    r"coups? (?:de main|de pouce|de coeur|de fil|de chance|de tete|d oeil|de feu|de barre|"
    r"de fatigue|de fouet|de theatre|de vieux|d essai|de balai|de soleil|de stress|franc)|"
    r"boire un coup|du coup|d un coup|tenir le coup|tout a coup",
    r"touch\w+ (?:le|la|l|du|un|une|mes|au|aux|les) (?:rsa|chomage|allocations?|aah|are|ass|"
    r"smic|prime|paye|salaire|bois|bouton|terre|animaux)",
    # Sleeping out for fun or for work.
    r"(?:a|sous|en) l abri(?: \w+)?|abris? (?:de jardin|bus|a velos?)|abribus",
    r"(?:aime|adore|kiffe|aimais|adorais|j aimerais) (?:bien |beaucoup |trop |"
    r"vraiment )?(?:dormir|vivre|etre|travailler|bosser|camper) (?:dehors|sous (?:la|"
    r"une) tente|sous les etoiles|dans (?:mon|la nature|un) ?\w*)",
    r"dor\w+ (?:dehors|sous (?:la|une) tente|a la belle etoile) (?:en (?:camping|vacances|"
    r"colo|randonnee)|au camping|avec les scouts|l ete|pour le plaisir)",
    r"(?:travaill\w+|boss\w+|metier|boulot|poste|courir|marcher|jouer|manger|bricoler|"
    r"jardiner|sport) (?:\w+ ){0,2}dehors",
    r"(?:mis|mise|vire|viree|jete|jetee|foutu|foutue|mettre) (?:a la porte|"
    r"dehors) (?:de (?:mon|ma|l|la|mes|cette)|du|par (?:mon|le|la|l|ma)) (?:dernier |"
    r"derniere |ancien |ancienne )?(?:travail|boulot|taf|boite|entreprise|usine|job|magasin|"
    r"stage|formation|ecole|lycee|college|cours|patron|patronne|chef|cheffe|direction|"
    r"employeur|restaurant|chantier)",
    r"expuls\w+ (?:du|de l|de la|d un|d une|de mon|de ma) (?:lycee|college|ecole|cours|match|"
    r"terrain|stade|formation|stage|centre|boite|bus|train)",
    r"(?:patron|patronne|chef|cheffe|employeur|directeur|directrice|boite|"
    r"usine) (?:\w+ ){0,2}(?:mis|mise|vire|viree|jete|foutu)\w* (?:a la porte|dehors)",
    r"dans la rue (?!(?:et|avec|depuis|la|sans|ce|cette|car|parce|je|j|mais|pour|a|en|demain|"
    r"bientot|maintenant|aidez|help|merci)\b)\w+|rue (?:de|du|des|d|la|le|principale|"
    r"pietonne|a cote|voisine|commercante)\b|gare routiere|tout le monde dehors",
    r"loge\w* de fonction|(?:pas|plus|sans|aucun) (?:de )?logement de fonction",
    r"sans (?:abri|domicile) (?:fiscal|administratif)|caisse (?:de retraite|auto\w*|"
    r"enregistreuse|d epargne)",
    r"(?:vis|vit|habite|loge|dors|dort|reste|vivais) chez (?:ma|mon|mes|des|un|une|les|la|"
    r"le) (?!uns)\w+",
)

_DENIED = phrases(
    r"(?:suis|etais|sommes|est) pas (?:a la rue|sdf|sans abri|sans domicile|dehors|"
    r"suicidaire|suicidee?|une? (?:femme )?battue?|battue?|violente?e?|en danger|depressi\w+|"
    r"victime)(?: \w+)?",
    rf"(?:veux|vais|voudrais|compte|ai|envie|pense|penser|risque) (?:vraiment |surtout |"
    rf"certainement )?(?:pas|jamais)(?: (?:envie|l intention|l idee|pense))?(?: (?:de|d|a|me|"
    rf"m|au|en|du tout))* (?:{_DIE}|tuer|{_SUICIDE}|flinguer|pendre|finir)",
    r"(?:me|m|nous|la|les) (?:frappe|bat|tape|cogne|menace|touche|a|ai|ont) (?:pas|jamais|"
    r"plus)(?: (?:frapp\w+|battu\w*|tape\w*|touche\w*|fait (?:de )?mal|viole\w*|menace\w*))?",
    r"(?:dors|vis|dormons|vivons|suis) pas (?:dehors|dans (?:la|ma) (?:rue|voiture)|"
    r"sous un pont)",
    r"pas (?:d |de )?(?:idees noires|violences?|pensees noires|envie de (?:mourir|crever))",
    r"(?:aucune?|jamais eu|jamais subi) (?:d |de )?(?:idees? noires?|violences?|"
    r"pensees? (?:noires?|suicidaires?))",
)

_WORK = phrases(
    r"metiers?|boulot|travaill(?:e|ais|er|ait|ant)? (?:avec|pour|dans|aupres|comme|sur|au)|"
    r"travaille|"
    r"benevol\w*|associations?|asso|educat\w+|monit\w+|stages?|emplois?|postes?|embauch\w*|"
    r"accompagn\w+|m occup\w+|accueill\w+|aid(?:e|ais|er|ant|ait) (?:des|les|aux|un|une)|"
    r"j etais (?:educ\w*|agent|infirm\w*|gendarme|policier\w*|assistant\w*|vigile|pompier\w*|"
    r"juriste|animat\w*|ecoutant\w*|moniteur|monitrice|surveillant\w*)|"
    r"gendarme|policier\w*|police nationale|pompier|infirmier\w*|assistante? sociale?|"
    r"travail social|"
    r"psycholog\w*|foyers?|maraudes?|samu social|croix rouge|restos|formation|prevention|atelier|"
    r"centre d hebergement|routier|routiere|chauffeur|poids lourds?|ecoutante?|sensibilis\w*|"
    r"film|"
    r"livre|serie|roman|reportage|chanson|jeu video"
)

_DISTRESS = phrases(
    rf"{_WISH} {_ADVERBS}{_DIE}",
    r"(?:veux|veut|voudrais|aimerais|envie|envi|faudrait|souhaite) (?:\w+ ){0,2}(?:plus|"
    r"pas)(?: (?:d|de|du tout|envie|me|m))* (?:vivre|exister|etre (?:la|vivante?|en vie|"
    r"de ce monde)|reveiller|me lever (?:demain|jamais))",
    r"plus (?:envie|la force|le gout|le courage|aucune envie|aucune raison|de raison|"
    r"gout) (?:de|d|a) (?:vivre|exister|continuer a vivre|me battre pour vivre|rester en vie|"
    r"la vie)",
    r"plus (?:envie|gout) (?:a|de) rien et (?:je )?\w+ (?:mourir|disparaitre)|(?:plus|"
    r"aucun) (?:gout|interet) (?:a|de|pour) la vie",
    r"(?:marre|mar|ras le bol|fatiguee?|assez|peux plus|peu plus|las|lasse|degoutee?|"
    r"supporte plus|supporte pas) (?:de |d |du |tellement )*(?:la |ma |cette |l )?(?:vie|"
    r"vivre|exister|existence|etre (?:en vie|vivante?))",
    r"(?:vie|existence) (?:vaut|valait|merite|sert|a|est) (?:plus |pas |"
    r"vraiment )*(?:le coup|la peine|a rien|rien|d etre vecue|sens|de sens|aucun sens|finie|"
    r"foutue)",
    r"(?:ma|la) vie (?:a |n )?(?:pas|plus|aucun) (?:de |d )?(?:sens|interet|valeur)|"
    r"ser[st] a rien (?:que|de) (?:je )?viv\w+",
    r"a quoi (?:bon|ca sert de?|sert) (?:de |a )?(?:vivre|exister|rester en vie|etre la|"
    r"la vie)|a quoi bon (?:vivre|continuer)(?=$| ,)",
    r"(?:serai|serais) (?:plus la(?! pour)|plus de ce monde|plus en vie|plus vivante?)",
    r"quand je serai (?:mort\w*|plus la|partie? pour)|si je (?:mourais|disparaissais|meurs|"
    r"creve|disparais|n etais plus la|etais plus la|etais morte?)",
    r"(?:mieux|bien|heureux|tranquilles?|soulages?) sans moi|(?:mieux|"
    r"bien) si j etais (?:mort\w*|plus la)|mieux (?:morte?|mort que|mort qu)|etre morte?|"
    r"(?:remarqu\w+|apercev\w+|regrett\w+|pleur\w+|verra\w*) (?:\w+ ){0,3}(?:je suis plus la|"
    r"ma mort|mon absence|je suis mort\w*|si je)|personne me (?:regrett\w+|pleurer\w*)",
    rf"{_SUICIDE}|kill myself|want to die|end my life",
    r"(?:idees?|pensees?|envies?) (?:\w+ )?(?:noires?|morbides?|de mort|de suicide|"
    r"suicidaires?)|tentatives? (?:de|d) (?:en finir|mourir)|\bfait (?:une|des|sa) (?:ts|"
    r"tous)\b",
    r"(?:me|m|se|s) (?:\w+ ){0,2}(?:tuer|tue(?= |$)|tuerai|tuerais|pendre|pendue?|flinguer|"
    r"flingue|buter|supprimer|noyer|immoler|empoisonner|foutre en l air|fout en l air|"
    r"fouttre en l air|jeter (?:sous|du|par|dans le|dans la|d|a l eau|sur les rails)|"
    r"tailler les veines|ouvrir les veines|bruler la cervelle|tirer une balle|"
    r"mettre une balle|donner la mort|oter la vie|enlever la vie|faire sauter la cervelle)",
    r"(?:me|m|se|s|jme) (?:\w+ )?(?:scarifi\w*|mutil\w*|automutil\w*|"
    r"fais (?:\w+ )?(?:du )?mal|faire du mal|fai du mal|coup\w+ (?:les|le|la|au|aux|"
    r"avec) (?:veines?|bras|poignets?|cuisses?|jambes?|peau|lames?|rasoirs?|cutter))|"
    r"automutil\w+|scarifi\w+",
    r"(?:avale\w*|pris|prend\w*|prendre|gob\w+) (?:\w+ ){0,3}(?:cachets?|medicaments?|"
    r"medocs?|medoc|comprimes?|somniferes?|pilules) (?:pour|d un coup|et|afin|en finir|"
    r"mourir|ce soir|cette nuit)|(?:avale\w*|pris|prendre) (?:tous|toute|plein|une boite|"
    r"la boite|trop|tout) (?:\w+ ){0,3}(?:cachets?|medicaments?|medocs?|medoc|comprimes?|"
    r"somniferes?|pilules)",
    r"sauter (?:du|d un|par|sous|depuis|dans le vide)(?: (?:le|la|un|une|l|haut))* ?(?:pont|"
    r"toit|balcon|fenetre|immeuble|train|metro|vide|etage)?",
    r"lettres? d adieux?|adieu (?:a tous|tout le monde|le monde|la vie|les amis|et pardon)|"
    r"dernier message avant|mes obseques|mon enterrement|mettre fin a (?:mes|ses|ma|tout|sa|"
    r"nos|la vie)|fin a (?:mes|ses) jours|attenter a",
    r"bout du rouleau|bout du bout|tout (?:est )?noir dans ma (?:tete|vie)|(?:dormir|"
    r"m endormir) (?:et|pour) (?:\w+ )?(?:plus|jamais)(?: (?:plus|me))* (?:reveiller|"
    r"me reveiller)|reveiller (?:plus|jamais)|"
    r"(?:que )?(?:tout )?ca s arrete pour (?:toujours|de bon)|partir pour (?:toujours|"
    r"de bon)|rejoindre (?:mon|ma|mes) \w+ (?:au ciel|la haut|mort\w*|decede\w*)|"
    r"tout arreter pour de bon|envie de (?:me )?faire une betise|"
    r"faire une (?:grosse )?betise|une connerie irreparable",
    rf"{_OTHER} (?:\w+ ){{0,3}}(?:veut|veulent|voulait|parle de|pense a|menace de|"
    rf"dit qu (?:il|elle) veut) (?:\w+ ){{0,3}}(?:{_DIE}|se tuer|se pendre|en finir|"
    rf"plus vivre|sauter|{_SUICIDE})",
    r"plus la force de (?:continuer(?=$| ,)|vivre|rien(?=$| ,))|je tiens plus(?=$| ,)|"
    r"vie (?:est|c est) (?:un )?(?:enfer|cauchemar)|envie de rien (?:sauf|a part) (?:mourir|"
    r"dormir)",
)

_HIT = (
    r"(?:frap\w*|tap(?:e|es|ent|ait|aient|er)|tapp\w*|bat|bats|battent|battait|batt?u?e?|"
    r"battre|cogn\w*|tabass\w*|violent\w*|gifl\w*|giffl\w*|"
    r"etrangl\w*|viol(?:e|ee|er|ait|es|ees|ent)?|sequestr\w*|enferm\w*|menac\w*|agress\w*|"
    r"brutalis\w*|maltrait\w*|"
    r"harcel\w*|humili\w*|rabaiss\w*|terroris\w*|poursui\w*|poignard\w*|brul(?:e|ait|er|ee)|"
    r"pouss(?:e|ait|ee) (?:dans|contre|par terre)|"
    r"crach\w*|tire (?:par )?les cheveux|donn\w* (?:des |un )?(?:coups?|claques?|gifles?)|"
    r"met\w* (?:des |une |un )?(?:coups?|claques?|gifles?|droites?|torgnoles?|main)|"
    r"fou\w* (?:des |une |un )?(?:coups?|claques?|gifles?|trempes?|raclees?)|"
    r"colle\w* (?:des |une )?(?:claques?|gifles?|baffes?)|lev\w* (?:la |sa )?main|"
    r"fai(?:t|sait|re) (?:du |trop |tres |encore )*(?:mal|peur)|forc\w* (?:a|au)|"
    r"forcee?s?(?=$| ,)|oblig\w* a (?:coucher|faire|me prostituer)|touch(?:e|ait|ee)(?=$| ,)|"
    r"touch(?:e|ait|ee) (?:quand|partout|sans|sexuel\w*|le soir|la nuit|depuis|les seins|"
    r"les fesses|entre)|"
    r"surveill\w* (?:tout|mon|partout|jour)|interdi\w* (?:de|d) (?:sortir|voir|travailler|"
    r"parler|telephoner|avoir)|empech\w* (?:de|d) (?:sortir|voir|travailler|partir|parler)|"
    r"confisqu\w*|suit (?:partout|dans la rue|jusqu)|tuer|tue(?=$| ,)|tuera\w*|massacr\w*|"
    r"crever(?=$| ,))"
)
_AUX = (
    r"(?:a|ont|avait|aurait|va|vont|allait|veut|veulent|voulait|peut|arrete pas (?:de|d)|"
    r"commence a|continue (?:a|de)|essaye? de|essaie de|menace de|a menace de|"
    r"dit qu il (?:va|allait)|a dit qu il (?:va|allait)|jure de) "
)
_ME = r"(?:me|m|nous|ma|mes) "
_VIOLENCE = phrases(
    rf"{_OTHER} (?:\w+ ){{0,4}}{_ME}(?:{_AUX})?(?:deja |encore |souvent |tout le temps |"
    rf"toujours |parfois |re|aussi )*{_HIT}",
    rf"{_OTHER} (?:{_AUX}){_ME}(?:\w+ )?{_HIT}",
    rf"(?:est|devient|etait|tres|deviens) violente? (?:avec|envers|contre) (?:moi|nous|les|"
    rf"mes|ma|mon)|{_OTHER} (?:\w+ )?(?:est|devient|etait|sont|"
    rf"deviennent) (?:\w+ )?(?:violents?|violente|dangereux|brutal)",
    r"(?:je )?(?:suis|etais|me fais|m a fait|me suis faite?|ai ete|j ai ete|me faisais|"
    r"vais me faire) (?:\w+ ){0,2}(?:frappe\w*|tape\w* dessus|taper|frapper|battue?|"
    r"battre|violente\w*|tabasse\w*|tabasser|viole\w*|violer|agresse\w*|agresser|"
    r"maltraite\w*|maltraiter|sequestre\w*|cogner|cogne\w*|harcele\w*|harceler|abuse\w*|"
    r"abuser|menace\w* (?:de|par|avec)|etrangle\w*|insulte\w* (?:par|tous les jours)|"
    r"prostitue\w*|exploite\w* sexuel\w*)",
    r"femmes? battues?(?! ,? ?(?:au|en) (?:tennis|foot))|victime (?:de|d) (?:violences?|viol|"
    r"agression|abus|inceste|harcelement|coups|mon|son)|homme battu|enfant battu|(?:subis|"
    r"subi|vis|vecu|endure|fuis|fui|souffre|subit) (?:\w+ ){0,3}(?:violences?|coups|"
    r"maltraitances?|viols?|inceste|abus|attouchements)",
    r"violences? (?:\w+ )?(?:conjugal\w*|domestique\w*|familial\w*|intrafamil\w*|"
    r"faites aux femmes|sexuel\w*|a la maison|chez (?:moi|nous)|au foyer|dans mon couple|"
    r"psycholog\w*)|violent (?:a la maison|chez moi)",
    r"\bviols?\b|\bviole[es]?\b|\bviolees?\b|inceste|attouchements?|mariage force|"
    r"marier de force|mari\w* (?:de|par la) force|excis\w+|abus(?:e|ee|er|es)? sexuel\w*|"
    r"abuse de (?:moi|ma|mon)|agress\w+ sexuel\w*|on m a drogue\w*",
    rf"(?:frap\w*|tap(?:e|ait|ent|er)|bat|battait|batt?u|cogn\w*|touch(?:e|ait)|maltrait\w*|"
    rf"gifl\w*|viol\w*|menac\w*|secou\w*|brul\w*|enferm\w*|tabass\w*|fait du mal a|"
    rf"s en prend a|violente?s? avec|hurle sur) (?:\w+ )?(?:mon|ma|mes|les|nos|notre|le|la|"
    rf"sa|ses|son) (?:\w+ )?(?:{_CHILD}|mere|maman|soeur|frere|copine|chien devant)\b",
    rf"(?:{_CHILD}|soeur|mere|maman|amie|voisine|cousine|copine|"
    rf"frere) (?:\w+ ){{0,3}}(?:se fait|est|sont|a ete|ont ete|s est fait|s est faite|"
    rf"se faisait) (?:\w+ )?(?:frapp\w*|battue?s?|battre|maltrait\w*|violee?s?|violer|taper|"
    rf"tape\w*|agress\w*|harcel\w*|tabass\w*|abus\w*|racket\w*|en danger|insult\w*|menac\w*)",
    r"peur (?:de|d|pour) (?:lui|mon (?:mari|ex|conjoint|copain|compagnon|pere|beau pere|"
    r"frere|mec|oncle|fils|concubin)|ma (?:femme|mere|vie|copine)|mes parents|"
    r"rentrer (?:chez moi|a la maison|chez nous)(?! (?:tard|la nuit))|ma famille|nos vies|"
    r"la vie de)|peur qu (?:il|elle) (?:me|nous|les|la|le|s|revienne|recommence|rentre|"
    r"trouve)|il me fait (?:\w+ )?peur|me cach\w* de (?:lui|mon|ma)|(?:fuis|fui|fuir|"
    r"echapp\w+|quitte\w*) (?:\w+ ){0,2}(?:mari|conjoint|ex|copain|compagnon|"
    r"pere) (?:violente?|qui|parce|car|a cause|dangereux)",
    r"(?:a cause (?:de|des)|marre (?:de|des)|traces de|sous les|pluie de|recois des|pris des|"
    r"prends des|recu des) (?:ses )?(?:coups|bleus|baffes|claques)(?= |$)|couverte? de bleus|"
    r"oeil au beurre noir|(?:un|son|avec un|sort un|le) (?:couteau|flingue|fusil|"
    r"arme) (?:sous|sur|contre|a) (?:la gorge|ma|mon|moi)|menaces? de mort|(?:mon|"
    r"l) ex (?:\w+ ){0,2}(?:me|m) (?:suit|traque|retrouve|harcele|menace|attend|surveille)|"
    r"m attend (?:en bas|devant chez)|sous emprise|sous l emprise|coups et blessures|(?:tout|"
    r"il) casse (?:tout )?a la maison|il casse tout",
    r"insult\w* (?:et|tous les jours|tout le temps|devant les enfants|"
    r"me)(?: \w+)* (?:rabaiss\w*|humili\w*|frapp\w*|peur)|rabaisse tous les jours|"
    r"controle (?:tout|mon telephone|mes)|en danger (?:chez moi|a la maison|avec lui|"
    r"dans mon couple)|danger chez moi|(?:he|my husband|my boyfriend) (?:hits|beats) me|"
    r"(?:he|she) is violent",
)

_SLEEP = (
    r"(?:j?dor(?:s|t|mons|ment|mir|mi|mais|mait|met)?|vi(?:s|t|vons|vre|vais|vent)|habit\w*|"
    r"pass\w* (?:la|les|mes|nos|ma|une) (?:nuits?|journees? et nuits?)|loge\w*|couch\w*|"
    r"squatt?\w*|me retrouve|se retrouve|nous retrouvons|survi\w*|campe?)"
)
_IS = r"(?:je suis|chui|chuis|on est|nous sommes|reste(?:r)?)"
"""Being somewhere is no danger by itself: "je suis mécano dans un garage", "c'est dehors"."""
_HOMELESS = phrases(
    rf"{_SLEEP} (?:\w+ ){{0,4}}(?:dehors|dehor|deor|dans la rue|dan la rue|a la rue|"
    rf"ds la rue|(?:dans|ds) (?:ma|une|la|notre|sa|leur|mon|le|un) (?:voiture|caisse|bagnole|"
    rf"auto|camion|camionnette|fourgon|fourgonnette|cave|hall|gare|parking|garage|"
    rf"cage d escalier|squat|tente|box|bois|foret|parc|metro|chantier|cabane|"
    rf"entree d immeuble)|en (?:voiture|caisse) avec|sous (?:un|les|le) ponts?|sous (?:la|"
    rf"une|ma) tente|sous tente|sur (?:un|des|les) (?:bancs?|cartons?|trottoirs?|parkings?)|"
    rf"au 115|a l hotel du 115|en hebergement d urgence|a droite(?: et)?(?: a)? gauche|"
    rf"par terre dans|a la gare|a l aeroport|aux urgences|chez les uns|"
    rf"dans un hotel social)(?! (?:bien|mieux) sur)",
    rf"{_IS} (?:(?:encore|deja|maintenant|toute?|seule?|la|vraiment) ){{0,2}}"
    rf"(?:dehors?|deor)(?=$| ,| (?:avec|depuis|la nuit|ce soir|cette nuit|"
    rf"et (?:j ai|on a) (?:froid|faim|peur)|sans)\b)",
    rf"{_IS} (?:\w+ ){{0,2}}(?:a la rue|dans la rue|ds la rue|dan la rue|(?:dans|ds) (?:ma|notre) "
    rf"(?:voiture|caisse|bagnole|auto) (?:avec|depuis|la nuit|et)|sous (?:un|les|le) ponts?|"
    rf"sous (?:la|une|ma) tente|sous tente|dans (?:un squat|une tente)|sur un carton|au 115|"
    rf"a l hotel du 115|en hebergement d urgence|dans un hotel social|chez les uns)",
    r"\bsont a la rue|\best a la rue",
    r"(?:suis|serai|sera|serons|est|etre|sommes|devenu|devenue|deviens|finir|fini|"
    r"retrouve\w*|etais|me voila|on est|c est|moi) (?:\w+ ){0,2}(?:sdf|s d f|sans abris?|"
    r"sans domicile|sans logement|sans toit|sans adresse|sans hebergement|sans maison|"
    r"sans appart\w*|a la rue|(?:\w+ )?(?:au|par le) 115|clochard\w*|homeless)|"
    r"^(?:\w+ ){0,2}(?:sdf|sans abri|sans domicile\w*|sans logement|"
    r"sans toit)(?: fixe)?(?: \w+){0,4}$|sans domicile fixe|i am homeless|i m homeless|"
    r"sleep(?:ing)? (?:outside|in my car|on the street)",
    r"(?:mis|mise|mises|jete\w*|foutu\w*|vire\w*|fous|fout|foutent|mettent|met|mettre|foutre|"
    r"virer|chass\w*|lourde\w*) (?:\w+ ){0,3}(?:dehors|a la porte|a la rue|de chez (?:moi|"
    r"lui|elle|mes|eux|nous)|de la maison|de l appart\w*|de mon (?:appart\w*|logement))",
    r"(?:plus|pas|aucun|perdu|perdre|perds) (?:\w+ )?(?:de |d |mon |notre |ma |un |le |"
    r"l )?(?:logement|toit|appart\w*|maison|domicile|hebergement|endroit (?:ou|"
    r"pour) (?:dormir|vivre|aller|rester|loger)|lieu (?:ou|pour) (?:dormir|vivre)|chez moi|"
    r"logis)(?=$| ,| (?:fixe|et|depuis|a moi|je|on|pour|avec|pr|ni|car|ou dormir|ce soir|sur|"
    r"stable|du tout|dans|en|apres|suite|maintenant|actuellement|hier|moi|la|mes|ma|mon))",
    r"nulle? part (?:ou |pour )?(?:dormir|aller|loger|vivre|rester|habiter|m abriter)|"
    r"ou (?:dormir|coucher|passer la nuit|loger ce soir|aller (?:ce soir|dormir|cette nuit))|"
    r"(?:pas|plus|rien) (?:ou|pour) (?:dormir|se loger|me loger)(?= |$)|besoin (?:d un|"
    r"d une) (?:toit|abri|hebergement|chambre|endroit pour dormir|lit pour) ?(?:ce soir|"
    r"cette nuit|d urgence|en urgence|pour dormir|pour la nuit)?|hebergement d urgence|"
    r"logement d urgence|un toit pour (?:ce soir|la nuit|cette nuit|dormir|mes)|(?:appele|"
    r"appelle|appeler|faire) le 115",
    r"expuls\w+|huissier\w* (?:\w+ ){0,6}(?:sortir|dehors|virer|partir|logement|appart\w*)|"
    r"(?:proprietaire|proprio|bailleur) (?:\w+ ){0,4}(?:dehors|vire|mettre a la porte|"
    r"change la serrure|changer les serrures|change les serrures)|serrures? (?:a ete |"
    r"ont ete )?changee?s?",
    rf"(?:{_LOVED}|oncle|pote) (?:\w+ ){{0,3}}(?:dort|vit|est|dorment|vivent|zone|"
    rf"couche) (?:\w+ )?(?:dehors|dans la rue|a la rue|sdf|sans abri|sous un pont|dans (?:sa|"
    rf"une) (?:voiture|caisse|tente))",
    r"dernier soir (?:a|au|dans) (?:l hotel|foyer)|(?:l hotel|"
    r"le foyer) (?:\w+ ){0,4}(?:dehors|met dehors|me garde plus)|dois quitter (?:mon|le|l|"
    r"notre) (?:logement|appart\w*|foyer|hotel|hebergement|maison) (?:\w+ ){0,3}(?:demain|"
    r"ce soir|nulle part|rien)",
)

_TOLD_OF_SELF = phrases(
    rf"(?:je|j|me|m|moi) (?:\w+ ){{0,3}}(?:{_DIE}|tuer|pendre|suicider|flinguer)",
    rf"(?:mon|ma) {_LOVED} (?:\w+ ){{0,2}}(?:me|m|nous) ",
    r"(?:il|elle) (?:me|m|nous) ",
    r"je (?:dors|vis|suis|me retrouve|couche|loge) (?:\w+ ){0,3}(?:dehors|a la rue|sdf|"
    r"sans abri|sans domicile|dans ma|sous un|dans la rue|au 115)",
    r"(?:j ai|ai) (?:ete|plus) (?:\w+ )?(?:viole\w*|battue?|frappe\w*|agresse\w*|de logement|"
    r"de toit)",
    r"(?:m ont|m a|on m a) (?:mis|mise|jete\w*|vire\w*|foutu\w*)",
)
_AT_WORK_ON_THE_ROAD = phrases(
    "routier|routiere|chauffeur|poids lourds?|livreur|conducteur|semaine"
)
_THREATS = phrases(
    r"(?:il|elle|ex|mari|conjoint|copain|compagnon|pere|frere|mec) (?:\w+ ){0,6}(?:me|nous|"
    r"les) (?:tue|tuera|tuerait|tuer|massacrer|buter|egorger|crever)",
    r"(?:qu il|qu elle|il va|il veut|elle va) (?:\w+ )?(?:me|nous) (?:tue|tuer|tuera|"
    r"massacr\w+|bute\w*|fasse du mal)",
    r"(?:on|il|elle|ils|mari|conjoint|pere|mere) (?:\w+ )?(?:me|m|nous) (?:fait|font|a fait|"
    r"ont fait) (?:\w+ )?du mal",
    r"(?:lev\w+|leve) la main sur (?:moi|nous|ma|mon|mes|les|elle)|(?:tape|frappe|"
    r"cogne) sur (?:moi|ma|mes|mon|les)",
)
_KINDS = ((VIOLENCE, _THREATS), (DISTRESS, _DISTRESS), (VIOLENCE, _VIOLENCE), (HOMELESS, _HOMELESS))


def read_danger(text: str) -> str | None:
    """DISTRESS, VIOLENCE or HOMELESS when a message tells of it, in this order; None otherwise."""
    line = heard(text)
    left = _without_sayings(line)
    found = next((kind for kind, said in _KINDS if said.search(left)), None)
    return None if found and _is_work(line, found) else found


def only_sounds_dangerous(text: str) -> bool:
    """Whether nothing but a saying, a denial or work among people in danger sounds like danger."""
    line = heard(text)
    sounds = _without_sayings(line) != line or any(said.search(line) for _, said in _KINDS)
    return sounds and read_danger(text) is None


def _without_sayings(line: str) -> str:
    return _DENIED.sub(" , ", _SAYINGS.sub(" , ", line))


def _is_work(line: str, kind: str) -> bool:
    """Whether the words tell of a job among people in danger, not of what the person lives."""
    if not _WORK.search(line):
        return False
    if kind == HOMELESS and _AT_WORK_ON_THE_ROAD.search(line):
        return True
    return not _TOLD_OF_SELF.search(line)
