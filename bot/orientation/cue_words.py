"""Families of words that tell one intent from another: cues that the classifier counts beside the
words themselves, so that "combien de sous" is near "c'est payant" without having been seen.

A cue decides nothing alone. Its words are written as heard: no accents, "j ai", weak "ne" left out.
"""

from __future__ import annotations

import re

from bot.orientation.sayings import phrases

_ANY_JOB = (
    r"\w{3,}(?:eurs?|euses?|iers?|ieres?|trices?|ateurs?|istes?|ciens?|ciennes?|ogues?|"
    r"antes?|ants?)"
)
_JOB = (
    "soudeur|soudeuse|cariste|caissiere?|boulangere?|cuisiniere?|infirmiere?|aide soignante?|macon|"
    "menuisiere?|plombiere?|electricienn?e?|mecanicienn?e?|coiffeur|coiffeuse|vendeur|vendeuse|"
    "serveur|serveuse|secretaire|comptable|chauffeur|conducteur|conductrice|livreur|livreuse|"
    "facteur|factrice|jardiniere?|paysagiste|agent\\w*|ouvriere?|manutentionnaire|preparat\\w+|"
    "magasiniere?|technicienn?e?|ambulanciere?|auxiliaire|animat\\w+|educat\\w+|format\\w+|peintre|"
    "carreleur|couvreur|charpentiere?|fleuriste|bouchere?|patissiere?|receptionniste|vigile|"
    "pompier|militaire|policier|femme de (?:menage|chambre)|assistante? \\w+|aide a domicile|"
    "gardienn?e?|esthetici\\w+|veterinaire|medecin|avocate?|developpeur|informatici\\w+|agriculteur|"
    "eboueur|docker|grutier|routier|professeure?|enseignante?|atsem|puericultrice|barman|nounou"
)
_CUES: tuple[tuple[str, str], ...] = (
    (
        "price",
        r"gratuit\w*|gratos|payant\w*|coute\w*|couter|facture\w*|abonnement|"
        "carte bleue|carte bancaire|faut payer|dois payer|rien a payer|frais|"
        "engagement|(?:vous|tu) (?:prenez|prends) combien|demander de l argent|"
        "je vous dois|service payant|sortir le portefeuille",
    ),
    (
        "pay",
        r"salaires?|remuner\w*|paye|payes|payee|payees|paie|paient|gagne\w*|gagner|"
        "smic|revenus? (?:de|du|dans)|touche (?:combien|par)|on touche|brut|net|"
        "euros par mois|de l heure|fiche de paie|thune par mois|rapporte",
    ),
    (
        "how_much",
        "combien|cb",
    ),
    (
        "long",
        "combien de temps|duree?|dure|longtemps|combien de minutes|c est (?:long|"
        "rapide)|long a|prend(?:re|ra)? (?:du |combien|beaucoup de )?temps|"
        "temps ca prend|temps pour|etre long|bcp de temps|plus de dix minutes",
    ),
    (
        "left",
        r"reste\w*|encore (?:beaucoup|combien|une|des|bcp|longtemps)|bientot (?:fini|"
        "la fin|termine)|en est ou|en suis ou|la fin|derniere question|avancement|"
        "progression|combien de questions|a la moitie|sur (?:le|combien)|etapes?|"
        "quelle question|nombre de questions",
    ),
    (
        "question",
        "questions?",
    ),
    (
        "why",
        "pourquoi|quel(?:le)? (?:rapport|raison|but|interet|utilite|lien)|"
        "dans quel but|a quoi (?:ca )?(?:sert|va servir)|ca sert a quoi|en quoi|"
        "pour quoi|utile|utilite|le rapport|a quelle fin|quoi bon savoir|obligatoire|"
        "oblige",
    ),
    (
        "you_ask",
        r"(?:vous|tu|m|me) (?:me )?(?:demand\w*|pos\w*|voulez savoir|veux savoir)|"
        "savoir (?:ca|si|ou|mon|mes|ma)|cette question|ces questions|repondre a (?:ca|"
        "cela)|besoin de (?:ca|savoir)",
    ),
    (
        "privacy",
        r"donnees|confidentiel\w*|anonyme\w*|prive\w*|rgpd|cnil|enregistr\w*|"
        r"conserv\w*|gard(?:ez|es|e|ees) (?:mes|ca|ce|tout|combien)|"
        r"qui (?:peut )?(?:voit|lit|lire|voir|a acces)|vend\w* mes|mes (?:reponses|"
        r"infos|informations|messages)|transmi\w*|espionn\w*|pist\w*|securis\w*|"
        r"vie privee|partag\w*|conversation|fuite|stock\w*|divulgu\w*",
    ),
    (
        "opinion",
        r"(?:mon|un|votre) (?:avis|feedback|commentaire|retour)|avis sur|remarques?|suggestions?|"
        r"commentaires?|critiques?|reclamations?|plaindre|feedback|evaluer|mettre une note|"
        r"questionnaire de satisfaction|ce que j en pense|ameliorer (?:votre|le|ce|cet|cette)|"
        r"c etait (?!quoi|mon|une?|chez|a |en )\w+|cette conversation|votre (?:outil|truc|service)|"
        "je m attendais|vous devriez|il faudrait|decue? (?:par|du|de)",
    ),
    (
        "stale",
        r"liens?|(?:existe|vrai|valable|a jour|bon|bonne|marche|propose|actuel)\w* plus|"
        r"plus (?:vrai|valable|a jour|bonne?|d actualite|les memes? conditions)|perimee?s?|"
        r"fau(?:x|sses?)|404|"
        r"(?:aide|info\w*|page|condition|chiffre|montant|numero|lien)s? (?:\w+ ){0,2}"
        r"(?:existe\w*|change|changees?|supprime\w*|arrete\w*|fini\w*|mort\w*|casse\w*|fau\w+)|"
        "signaler|mal decrit|erreur (?:dans|sur)",
    ),
    (
        "erase",
        r"efface\w*|supprime\w*|oubli(?:ez|e|er)|droit a l oubli|detrui\w*|vide[rz]?|"
        r"delete|disparaisse\w*|enlevez tout|retirez (?:mes|tout)|historique|"
        r"plus aucune trace|traces?|nettoy\w*",
    ),
    (
        "all",
        "tout|toutes|tous",
    ),
    (
        "who",
        "qui (?:etes|es|est|etre|vous|t)|t es qui|tu es qui|c est qui|vous etes (?:qui|"
        "quoi|un|une|humain|reel|automatique)|robots?|humaine?|machine|ordinateur|"
        r"intelligence artificielle|ia|chatgpt|programm\w*|developp\w*|cree|crees|"
        "invente|fabrique|quel est (?:votre|ton) nom|vous appelez|t appelles|presentez|"
        "(?:derriere)|declic|vous etes france travail|site officiel|logiciel|bot|"
        "chatbot|vraie personne",
    ),
    (
        "person",
        r"quelqu un|kelk\w*|humain|une (?:vraie )?personne|conseill\w+|telephon\w*|"
        r"appel(?:er|ez|le)|rendez vous|rdv|de vive voix|joindre|contact\w*|numero|"
        r"standard|interlocut\w*|agent|vraie personne|etre humain|accueil|en vrai|"
        r"operateur|me rappel\w*|rappelez moi|mise? en relation|mettez moi en",
    ),
    (
        "speak",
        r"parle(?:r|z)?|discut\w*|echang\w*|causer",
    ),
    (
        "language",
        "anglais|english|arabe|espagnol|turc|portugais|russe|ukrainien|italien|"
        "allemand|chinois|roumain|langues?|francais|french|speak|espanol|hablas?|"
        "traduction|traduire|dari|pachto|albanais|polonais|bambara|berbere|kabyle|"
        "tamoul|wolof|do you|i (?:am|don|speak|do|want|need|can|have|only)|please|"
        "sorry|understand",
    ),
    (
        "rome",
        "rome|code rome|r o m e|repertoire (?:des metiers|operationnel)|fiches? rome|"
        r"codes? (?:metiers?|m\d+)",
    ),
    (
        "remote",
        r"teletravail\w*|tele travail\w*|remote|distanciel|a distance|(?:depuis|"
        "de) (?:chez moi|la maison|mon salon|mon canape)|a domicile|a la maison|"
        "home office|chez moi derriere|full remote",
    ),
    (
        "work",
        r"travaill\w*|bosser|boulots?|metiers?|emplois?|jobs?|postes?|taf|travail|job",
    ),
    (
        "joke",
        r"blagues?|vannes?|humour|rire|rigol\w*|drole|devinettes?|marrant\w*|"
        r"faites moi sourire|amus\w*",
    ),
    (
        "source",
        "sources?|d ou (?:viennent|vient|sortent|sort|tenez|sortez|tu)|chiffres?|"
        r"statistiques?|stats|fiables?|fiabilite|calcul\w*|a jour|datent|enquete|bmo|"
        "base sur|basez|methode|comment (?:vous|tu) (?:savez|sais|choisissez|"
        "faites pour)|famille de metiers|bassin|qui a (?:decide|compte|dit)|sortez ca|"
        "preuve|serieux",
    ),
    (
        "help",
        r"comprends? (?:pas|rien|plus)|compris|perdue?|expli\w*|comment (?:on|je|ca|"
        "faire|repond|marche|fonctionne)|que dois|qu est ce que je (?:dois|peux)|"
        "aide moi|aidez moi|au secours|help|mode d emploi|principe|signifie|veut dire|"
        r"c est a dire|voulez dire|appuy\w*|clique\w*|(?:vous|tu) (?:savez|sais|"
        "pouvez|peux) (?:faire|m aider)|faut (?:appuyer|ecrire|cliquer|repondre|faire)|"
        r"paume\w*|capable",
    ),
    (
        "repeat",
        r"repet\w*|redi\w*|reposer?z?|reformul\w*|encore une fois|rappelez la|"
        "c etait quoi|deja la question|pas (?:entendu|lu|suivi|eu le temps de lire|"
        "vu la question)|vous (?:disiez|avez dit)|tu as dit|relire|relisez|"
        r"quelle etait|remettez la question|oublie la question|remontr\w* la question|"
        r"reecri\w*",
    ),
    (
        "skip",
        "pass(?:e|er|ez|ons)|saut(?:e|er|ez|ons)|zapp?(?:e|er|ez|ons)|suivante?|skip|"
        "next|autre question|changer? de question|prochaine|mon tour|question d apres|"
        r"laisse\w* (?:cette|la) question|laissons tomber cette",
    ),
    (
        "not_say",
        "(?:veux|prefere|souhaite|peux|aime|envie|vais|tiens|dirai|repondrai|"
        r"donner)(?: \w+){0,3} (?:pas|rien|plus)|pas (?:repondre|dire|donner|le dire)|"
        "regarde (?:pas|personne)|personnel|perso|prive|joker|garder pour moi|secret|"
        r"discret|indiscret\w*",
    ),
    (
        "back",
        r"retour\w*|reven\w*|reviens|arriere|precedente?|d avant|corrig\w*|"
        r"modifi\w*|annul\w*|trompe\w*|erreur|mal repondu|changer ma|page precedente|"
        r"derniere reponse|undo|mauvais bouton|betise|rectifi\w*|remonter|defaire|"
        "plante",
    ),
    (
        "again",
        r"recommenc\w*|zero|depuis le debut|du debut|au debut|repart\w*|"
        r"reprendr?e? (?:tout|a|au|du|depuis)|refaire|reset|restart|redemarr\w*|"
        r"reinitialis\w*|nouvelle recherche|autre recherche|nouveau (?:test|depart)|"
        "tout refaire",
    ),
    (
        "go_on",
        r"continu\w*|poursui\w*|reprenons|on reprend|je reprends|reprendre|avanc\w*|"
        "la suite|on y retourne|revoila|de retour",
    ),
    (
        "bye",
        "au revoir|bientot|bye|ciao|tchao|salut|adieu|bonne (?:journee|soiree|nuit|fin|"
        "continuation)|m en vais|dois (?:partir|y aller|filer)|a (?:plus|demain|"
        r"la prochaine)|arrete\w*|stop|quitte\w*|m arrete|je file|je vous laisse|"
        r"je me sauve|fini pour|bon week end|je pars|deconnect\w*|je reviendrai",
    ),
    (
        "hello",
        "bonjour|bonsoir|salut|hello|coucou|hey|yo|wesh|salam|hi|rebonjour|re bonjour|"
        "bjr|slt|enchantee?",
    ),
    (
        "thanks",
        r"merci|mrc|mci|mercis|remerci\w*|gentil\w*|sympa|bravo|super|genial\w*|top|"
        r"thanks|thank|cimer|chapeau|felicit\w*|efficaces?|parfait|excellent|"
        r"impressionn\w*|cool|adorable|agreable|utile|aimable|chouette|bien (?:fait|"
        "pense|joue)",
    ),
    (
        "insult",
        r"con|cons|conne|connard\w*|conard|salope?|pute|merde\w*|gueule|encul\w*|"
        r"batard\w*|abruti\w*|idiote?s?|debile\w*|imbecile\w*|cretin\w*|nuls?|"
        r"nulle|stupides?|bete|foutre|emmerd\w*|chier|chiez|fdp|ntm|tg|nique\w*|"
        r"casse toi|degage\w*|ta race|couilles?|daube|pourrie?|inutiles?|sale (?:robot|"
        "con|machine)|bidon|arnaque|foutez|fous|incapables?|ducon|boulet|tocard|clown|"
        r"naze|gavez|saoule\w*|soule\w*|putain",
    ),
    (
        "hope",
        "marre|jamais (?:trouver|y arriver|reussir)|trouverai|y arriverai|espoir|"
        r"decourag\w*|demoralis\w*|moral|desesper\w*|deprim\w*|baisse les bras|"
        "lache l affaire|peux plus|peu plus|ras le bol|a bout|inutile|rate ma vie|"
        r"galer\w*|y crois|fatigue\w* (?:de|d)|personne (?:ne )?(?:veut|me|prend)|"
        "bon(?:ne)? a rien|vaux rien|sais rien faire|honte|sert a rien|"
        r"refus\w* (?:partout|toujours)|toujours non|trop (?:vieux|vieille|age|nul|"
        r"nulle)|refuser|laisser tomber|decu\w*|demotiv\w*|epuise\w*|stress\w*|"
        r"pleur\w*|reponses? negatives?|abandonn\w*|plus la force|capable de rien",
    ),
    (
        "money",
        r"argent|thunes?|tune|sous|fric|ble|rond|euros?|fauche\w*|dettes?|endett\w*|"
        r"surendett\w*|decouvert|loyers?|factures?|impay\w*|frigo|manger|nourrir|"
        "nourriture|mange|alimentaire|repas|courses|restos du coeur|fin du mois|"
        "finir le mois|ressources|revenus?|electricite|carte (?:est )?refusee|huissier|"
        "saisie|colis|lait pour|couches|banque|compte (?:est )?(?:vide|bloque)",
    ),
    (
        "none",
        "plus (?:de|d|rien|un)|rien|aucune?|zero|pas (?:de|d)|vide",
    ),
    (
        "disabled",
        r"handicap\w*|rqth|mdph|aah|invalid\w*|fauteuil|sourde?|malentendant\w*|"
        r"malvoyant\w*|aveugle|dys\w*|autis\w*|asperger|epilep\w*|maladie|inapte|"
        r"amput\w*|bipolaire|sclerose|trouble\w*|travailleu\w* handicape\w*|"
        r"cap emploi|cancer|avc|tdah|schizo\w*|prothese|paralys\w*|probleme de sante|"
        "sante",
    ),
    (
        "age",
        r"\d+ ans|ans|age|celibataire|enfants?|maman|mere (?:seule|celibataire|isolee)|"
        r"rsa|ass|are|chomage|chomdu|inscrite?|interim\w*|cdd|cdi|etudiante?|"
        r"apprenti\w*|salariee?|refugiee?|titre de sejour|quotient|revenu fiscal|"
        r"beneficiaire|demandeu\w* d emploi|prescri\w*|locataire|quartier prioritaire|"
        "enceinte|seule? avec|parent isole|retraite|senior|fin de droits|"
        r"france travail|allocat\w*",
    ),
    (
        "aid",
        r"aides?|droits?|allocations?|subventions?|financ\w*|prime|primes|microcredit|"
        r"pret|cpf|vae|vtc|rembours\w*|coup de pouce|prise? en charge|bourse|cheque|"
        r"bon|bons|visale|garantie|aide au|cej|contrat d engagement|reduction\w*|"
        r"tarif\w*|solidaire|service civique|aidee?",
    ),
    (
        "where_help",
        "associations?|assos?|organismes?|structures?|services|a qui|vers qui|"
        "qui (?:peut|pourrait) m aider|pres d ici|dans (?:le coin|ma ville|mon coin|"
        "mon quartier)|pres de chez moi|autour de (?:chez )?moi|par ici|s adresser|"
        "m adresser|ou (?:aller|demander|trouver de l aide)|centre social|"
        r"mission locale|accompagn\w*|adresse|lieu",
    ),
    (
        "near",
        "(?:pres|proche|proches|autour|a cote) (?:de|d|du) (?:chez|moi|ici|la)|dans le coin",
    ),
    (
        "licence",
        "permis|voiture|vehicule|scooter|velo|bus|train|essence|trajet|transports?|"
        r"covoit\w*|creche|garde|nounou",
    ),
    (
        "what_if",
        "(?:et )?si (?:j|je|on|ma|mon|un|l)|avec (?:le|un|une|mon) (?:permis|velo|"
        r"voiture|scooter|formation|nounou)|imagin\w*|suppos\w*|sans limite|"
        "ca (?:change|changerait|donne|donnerait|ouvre|ouvrirait|debloque)|admettons|"
        "(?:minutes|heure|temps) de plus|plus loin|si jamais|"
        r"qu est ce que ca (?:change|ouvre)|deviendr\w*|me bloque|au cas ou",
    ),
    ("job", _JOB),
    (
        "and_job",
        "^(?:et|pourquoi pas|pk pas|et pourquoi pas) (?:un |une |le |la |l |les |de |"
        f"du |dans )?(?:{_JOB}|{_ANY_JOB}|metier)",
    ),
    (
        "why_job",
        "pourquoi (?:vous (?:me )?(?:proposez|montrez|mettez)|ce|ces|le|la|lui|pas|"
        f"me proposer|cette proposition|{_JOB}|{_ANY_JOB})|ce metier|c est quoi (?:ce|"
        "le|un|une)|"
        "consiste|en savoir plus|plus (?:d infos?|de details?)|details?|parlez moi|"
        "dites (?:m )?en|me correspond|journee type|lien entre|raison (?:de|du|pour)|"
        "fait quoi (?:un|une|dans)|qu est ce qui vous fait|quelles etudes|quel diplome",
    ),
    (
        "wish",
        "(?:veux|voudrais|aimerais|veu|voudrai|reve|envie|projet|objectif|"
        r"toujours voulu|me (?:vois|verrais)|prefer\w+)(?: \w+){0,4} (?:etre|devenir|"
        "faire|comme|bosser)|devenir|"
        rf"(?:proche|proches|genre|ressembl\w*|similaires?) (?:de|a|que|du|d) (?:{_JOB}|"
        f"{_ANY_JOB})",
    ),
    (
        "refuse",
        r"pas (?:pour moi|ce|ce metier|celui|celle|interesse\w*|envie|le|la|un|une)|"
        r"trop (?:loin|dur|physique|fatigu?\w*|penible|stress\w*|tot|tard|crevant|"
        r"salissant|mal paye|d etudes|de route|long\w*)|enlev\w*|retir\w*|vire[rz]?|"
        r"supprim\w* (?:le|la|ce)|(?:plait|tente|interesse|convient|attire|dit|"
        r"correspond|vois)(?: \w+)? (?:pas|rien)|deteste|deja fait|tres peu pour moi|"
        "non merci|c est non|plus jamais|tout sauf|aucun (?:ne|de|me)|horreur|"
        "hors de question|sans facon|jamais",
    ),
    (
        "rank",
        r"(?:le|la|du|au|l|numero|num|n) (?:\d|premiere?|1er|deuxieme|2e|second\w*|"
        "troisieme|3e|quatrieme|derniere?|un|deux|trois|quatre)",
    ),
    (
        "more",
        "d autres?|autre(?:s)? (?:metiers?|chose|idees?|pistes?|propositions?|jobs?)|"
        "plus de (?:metiers|choix|propositions|idees|pistes)|encore (?:des|d|plus|"
        "trois|un|quelques)|autre chose|suivants|voir plus|afficher plus|"
        "montrez (?:m )?en|donne[rz]? (?:m )?en|la suite de|rien d autre|en voir",
    ),
    (
        "list",
        "(?:ma|la|votre|cette|mes) (?:listes?|selection|resultats|propositions)|liste|"
        r"revoir|remontr\w*|reaffich\w*|les (?:metiers|quatre|trois|premiers|"
        "propositions)|resultats|selection|tout a l heure|rappelez moi les",
    ),
    (
        "try",
        r"essay\w*|test(?:er|e)|tente[rz]?|immersion|imersion|stages?|pmsmp|"
        r"entreprises?|employeurs?|boites?|patrons?|recrut\w*|embauch\w*|postuler|"
        r"candidat\w*|offres?|sur place|visiter|decouvrir|rencontrer|professionnel|"
        "a pourvoir|mise en situation|annonces?",
    ),
    (
        "surprise",
        r"surpr\w*|supren\w*|etonn\w*|original\w*|inattendu\w*|insolite\w*|"
        r"rien a voir|(?:completement|totalement|carrement|tout) (?:different\w*|autre|"
        r"nouveau|changer)|folie|folles?|fous?|audac\w*|hors des sentiers|bizarres?|"
        r"elargi\w*|ouvr\w*|plus (?:ouvert|varie|proche|pres|classique)\w*|"
        "mon (?:ancien|domaine)|ma branche|meme (?:domaine|genre|secteur|type)|melange|"
        "zone de confort|ce que je (?:connais|sais)|comme avant|classiques?|variete|"
        "entre les deux|reste[rz]?|jamais pense|du (?:neuf|nouveau)|changement|"
        "changer de",
    ),
    (
        "reading",
        r"facile a lire|falc|faciles?|simple|simples|simplifi\w*|"
        "phrases (?:plus )?(?:courtes|simples)|mots (?:plus )?(?:simples|faciles)|"
        "texte (?:normal|habituel|facile)|mode (?:facile|normal|simple)|lecture|"
        r"(?:ecri\w*|parle\w*) (?:plus )?(?:simple\w*|facile\w*|normal\w*|comme)|"
        "moins complique",
    ),
    (
        "aside",
        r"meteo|pleuvoir|pleut|neige|recette|lasagnes|gateau|cuire|match|foot\w*|ligue|"
        "equipe de|president|ministre|macron|politique|elections?|capitale|musique|"
        "chanson|chante|film|serie|netflix|horoscope|poeme|histoire|heure (?:est|il)|"
        "quel jour|traduis|theoreme|mathematiques|amour|aimes|celibataire|sortir avec|"
        "epouser|bisous?|sexy|instagram|facebook|snap|tiktok|whatsapp|loto|bitcoin|"
        "jeux?|chien|chat|fourmis|plombier pour|dentiste|docteur|medecin pour|fievre|"
        r"enrhume|mal aux|impots|divorc\w*|vacances|voyage|restaurant|pizza|taxi|uber|"
        "hotel|billet|telephone marche|ordinateur marche|code|html|site web|wifi|"
        "mot de passe|dieu|religion|planete|lune|soleil|etoiles|guerre|"
        "histoire de france|invente|mort en|quelle annee|habitants|sommet|montagne|"
        "fleuve|pays|couleur|prefere|anniversaire|noel|superman|batman|joconde|peint|"
        "acheter|marque|voiture electrique",
    ),
    (
        "you_are",
        "(?:tu|vous|t) (?:es|etes|as|avez|manges?|dors|habites?|aimes?|fais|vas|peux|"
        "crois|penses?|pensez|votes?)",
    ),
    (
        "yes",
        r"^(?:oui|ouais|d accord|exact\w*|bien sur|volontiers|carrement|tout a fait|"
        "c est (?:bon|ca|parti|vrai|juste)|ca (?:marche|me va|roule)|parfait|entendu|"
        "go|allez|allons|vas y|je veux bien|si|evidemment|absolument|pas de (?:souci|"
        "probleme)|avec plaisir)",
    ),
    (
        "no",
        "^(?:ben |bah |ah |oh )?(?:non|pas (?:du tout|vraiment|trop|question|"
        r"maintenant|d accord)|jamais|surtout pas|aucun\w*|rien|negatif|c est faux|"
        "hors de question|bof)",
    ),
    (
        "unsure",
        "sais (?:pas|plus|rien)|idee|hesite|depend|peut etre|pas (?:sure?|certaine?|"
        r"decide\w*)|faut voir|bonne question|dur a dire|difficile a dire|aucun avis|"
        "jamais pense",
    ),
    (
        "i_was",
        "j (?:etais|ai ete|ai travaille|ai fait|ai bosse|faisais|bossais|travaillais)|"
        r"pendant|ancien\w*|avant",
    ),
    (
        "i_am",
        "je (?:suis|sui)",
    ),
    (
        "i_have",
        "j (?:ai|avais|aurais)",
    ),
    (
        "i_like",
        "j (?:aime|adore|ador)|plait|me parle|me rappelle|fait penser",
    ),
    (
        "ask",
        r"est ce|qu est ce|c est quoi|quoi|quel\w*|comment|ou est|ou sont|(?:peut|peux|"
        "pouvez|existe|y a) (?:on|t|vous|il|je)|y a",
    ),
    (
        "number",
        r"\d+(?:\.\d+)?|un|une|deux|trois|quatre|cinq|dix|vingt|trente|quarante|"
        "heures?|minutes|kilometres|km",
    ),
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, phrases(said)) for name, said in _CUES
)


def cues(line: str) -> tuple[str, ...]:
    """The names of the cues of a heard message, in the order of the table."""
    return tuple(name for name, pattern in _PATTERNS if pattern.search(line))
