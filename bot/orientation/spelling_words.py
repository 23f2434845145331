"""Words for mending a slip of the keyboard: those it may be mended to, and real ones near them.

FREQUENT: words of the examples in data/nlu and of the readers' phrases. REAL: words one or two
slips away from those, which are left alone: usual French words, names of towns, official job
titles, first names. Both as heard: lower case, no accents, at least three letters.

Sources: our own examples and readers; communes (Insee) and titles (ROME, France Travail), Licence
Ouverte 2.0; usual words chosen from the French list of pyspellchecker (MIT), made of film subtitles
(FrequencyWords by Hermit Dave, CC BY-SA 4.0): single words, without their figures.
"""

from __future__ import annotations

FREQUENT = frozenset(
    """
    abeille abeilles abonnement abord abri abris abriter abruti absence absolument abstenir
    abstention abus abuse abuser acceptais accepte acces accessible accidente accidentee
    accompagne accompagnee accompagner accord accueil achete acheter acide acides activite
    actuellement adaptable adapte adaptes adieu adieux admettons administratif administrative
    adorable adorais adore adorerais adresse adresser adulte adversaire adversaires aere
    aeroport affaire affaires affiche afficher affichez affirmatif affirmation affirmations afin
    age agent agreable agressee agresser agression agriculteur aide aidee aider aides aidez
    aient aimable aimais aime aimerais aimerait aimes air aise ait ajoute ajouter albanais
    algerien alimentaire allais allait allemand aller allergique allez allocation allocations
    allons allume alors alternance alternative alterne alternees ambulancier ame ameliorer amene
    amener ami amie amies amis amour ampute amuse ancien ancienne anciens and anglais angle
    angles angoisse animaux annee annees anniversaire annonce annonces annulation annule annuler
    anonyme ans apercevra appartement appele appeler appelez appelle appelles application
    apporte apporter apprecie apprenais apprendre apprenti apprentie apprentissage approche
    appuye appuyer apres arabe arachide arachides are argent arme arnaque arrange arrangent
    arret arrete arretee arretent arreter arretez arretons arrets arriere arrive arriver
    arriverai artificielle arts asperger assez assis assise assises assistant assistante asso
    association associations assurance assuree atelier atmosphere atteindre attend attendre
    attends attendu attenter attirance attire attiree attirerait attouchement attouchements aube
    aucun aucune aucunes aujourd aupres auquel aurai aurais aurait aussi aussitot autant auto
    autobus autocar autocars automatique autorise autour autre autrement autres aux auxiliaire
    avais avait avale avance avancement avancons avant avec aventure avenue aveugle avez avion
    avis avocat avocate avoir ayant baby bac back baguette bailleur baisse balade balai balance
    balcon balle balles ballon banc bancaire banco bancs bande banque bar barman barre bas base
    basez bassin bat bateau batiment bats battais battait battent batterie battrai battre battu
    battue battues beats beau beaucoup bebe becane belle beneficiaire benevole berbere besoin
    bete betise beurre bicyclette bicyclettes bidon bien bientot billet bipolaire bisous bizarre
    bizarres bla blague blagues ble blessures bleue bleus bloque blouse boire bois boite boites
    bol bon bonheur bonjour bonne bonnes bons bonsoir borne bornes bosse bosser bot bouche
    boucher bouchere bouge bouger boulanger boulangere boulangerie boulangers boulet boulot
    boulots bourse bout bouton box branche bras bravo break breaks brevet bricolant bricoler
    brouhaha bruit bruits bruler brut brutal bruyant bruyantes bureau bureaux bus but buter bye
    cabane cacahuete cacahuetes cache cachet cachets caf cage caisse caissier caissiere calcules
    calculez calme calmer calories camion camionnette camionnettes camions camp campagne campe
    camper camping canape canard cancer candidater candidatures canicule cap capable capitale
    car cariste carreleur carrement carte cartes carton cartons cas casque casse cassee cassez
    categorie cauchemar cause causer caution cave cela celibataire celle celles celui cent
    centre certain certaine certainement certains cervelle ces cette ceux chaine chaise chaleur
    chaleurs chambre chambres champions champs chance change changeant changeants changement
    changeons changer changerai changerait changez chanson chante chantier chapeau charge
    charges chariot charpentier chasse chasser chat chats chaud chaude chaudes chauffer
    chauffeur chauffeuse chaussures chef cheque cher cherche cherchent chercher cherchez chere
    cheres cheri chevaux cheveux cheville chevilles chez chien chiens chier chiffre chiffres
    chimique chimiques chinois choc chocolat choisir choisis choisissez choix chomage chose
    choses chouette chronique ciel cinq cinquantaine cinquante cinquieme circule circulent
    civique clair clairement claque claques classique classiques clause clauses clavier client
    clientele clients clique cliquer cliquez clown code codes coeur cogne cogner coiffeur
    coiffeuse coiffure coin colis colle college collegue collegues colles combat combats combien
    come commander commandes comme commence commencer comment commentaire commentaires
    commercante commerce commerces commun commune communes compagne compagnon comparaison
    comparatif compare comparer comparez complet complete completement complique compliquee
    comprend comprendre comprends comprime comprimes compris comptabilite comptable compte
    compter con concours concubin condition conditions conducteur conducteurs conductrice
    conductrices conduire conduis conduisais conduit confidentiel confirme confisque conforme
    confort congelateur congelateurs conjoint conjointe conjugales connais connaissent
    connaissez connaitre conne connecter connerie connu cons conseiller conseillere conserve
    consiste construire contact contacter content contente continuation continue continuer
    continuerai continuez continuons contrainte contraintes contrat contre controle controleur
    controleurs conversation conviendrait conviennent convient coordonnees copain copine coq
    corde corner corps correct correction correspond corrige corriger corrigez corsa cote couca
    couche coucher couches couci coucou couleur couleurs country coup coupe couper coupes couple
    coups coupure coupures courage courir courriers cours course courses court courte courtes
    couscous cousin cousine coute couteau couter couvert couverte couvreur covoiturage cpf
    craint creative creche creches credit cree creer crees cremaillere crepes cretin crevais
    crevant creve crever crevette crevettes criait crises critiques crois croix cuire cuisine
    cuisiner cuisinier cuisiniere cuisiniers cuisse cuisses curiosite cyclo cyclomoteur
    cyclomoteurs dalle dame danger dangereux dans data datent daube debile debiles debloque
    debout debut decale decalees decales decathlon decibel decibels decide decidee decider
    declic decourage decouragee decouvert decouverte decouvrir decu decue dedans defaire degoute
    degoutee dehors deja delire demain demande demander demandes demandeur demandez demarches
    demarre demenage demenageais demenagement demi demie demoralisee denies dentaire dentiste
    dents depart depasser depend dependez deplace deplacement deplacements deplacer depose
    deposer deprime depuis derange dernier derniere derniers derriere des desagreable descendu
    desesperee desole desolee desormais dessert desservent desservi desservie dessin dessins
    dessus detail details detend detendre detergent detergents detestais deteste detesterais
    detiens detruisez dette dettes deux deuxieme devant developpe developpeur devenir devenu
    devenue deviendrait deviennent deviens devient devinette devinettes devoirs dieu difference
    different difficile difficilement difficiles difficultes digits dimanche dimanches diplome
    diplomes dirai dirais dirait dire direct directement directeur direction directrice dis
    discale discret discuter dise disent disiez disons disparais disparaissais disparaisse
    disparaitre disponible distance distances distanciel dit dites divers divorce divorcer dix
    dizaine docker docteur document dois domaine domicile domicilie domiciliee don donc donne
    donnees donner donnerait donnez dont dormais dorment dormi dormir dormons dors dort dos dose
    dossier doue douee douleur douleurs doute douze droit droite droites droits drole dur dure
    duree durer dut dyslexique eau eboueur echafaudage echafaudages echec echecs echelle
    echelles echouer eclate eclaterait ecole ecoles economise ecoutant ecran ecrans ecrire ecris
    ecrit ecriture ecrivez educateur efface effacer effacez effectivement efficace efficaces
    effort efforts egal egorger elargissez elastique election elections electricien
    electricienne electricite electrique eleve elle elles eloigne eloignee emballe embauche
    embauchent embaucher embauches embete eme emmenager emmene emmener empeche emploi emplois
    employeur employeurs empoisonner emprise emprunte emprunter enceinte enchante enchantee
    encore end endettee endormir endroit endroits endure enfance enfant enfants enfer enferme
    enfin engagement engin engins english enleve enlever enlevez ennui ennuie ennuierais
    ennuierait ennuyant ennuyeux enormement enquete enregistre enregistrees enregistrer
    enregistreuse enregistrez enrhume enseignant enseignante ensemble ensuite entendre entendu
    enterrement entierement entre entree entrepot entrepreneur entreprise entreprises entretien
    envers envie envies environ envoie envoye epargne epaule epaules epave epilepsie epileptique
    epoque epouser eprouvant eprouvante epuisant epuisante equilibre equipe equipes ere erreur
    escabeau escabeaux escalier espace espagnol espece espere espoir essai essaie essaye essayer
    essayons essence est estheticienne etage etaient etais etait etape etapes etat ete etes
    etoile etoiles etonne etonnez etranger etrangle etre etude etudes etudiant etudiante etudier
    euh euro euros eux evaluer eventuellement evidemment evite eviter exact exactement examen
    excellent exclusivement exerce exigence exigences existe existence existent exister
    experience expire explique expliquer expliquez exploitait expression expulsee expulser
    exterieur exterieurs extraterrestres fabrique fabriquent fac face facile facilement faciles
    facon facteur facture factures facturez faim faire fais faisais faisait fait faite faites
    faits familial famille fan far fasse fatigant fatigante fatiguant fatigue fatiguee fauche
    faudra faudrait fausse fausses faut fauteuil faux favoris femme femmes fenetre fer ferai
    ferais ferie feries ferme fesses feu feuilles fiabilite fiable fiables fiche fiches fichez
    fiesta fievre fil file filer fille filles film fils fin final finalement financer financier
    financiere financierement fini finie finir finis fiscal fixe flemme fleuriste fleuve
    flexible flingue flinguer flipper fluvial focus fois folie folle folles fonction fonctionne
    fond font foot for force forcee forcement foret formais formateur formation formations forme
    former formerais fort forte fou fouet foule four fourgon fourgonnette fourgonnettes fourgons
    fourmis fourriere fours fous foutent foutez foutre foutu foutue foyer foyers fractionne
    fractionnes fragile frais franc francais france franchement frappe frappee frapper frere
    frigo frigorifique frigorifiques frigos froid froide froides fruit fruits fui fuir fuis
    fuite full fumeur fumeurs fumeuse fumeuses funebres fusil futur gagne gagner gagnerais
    gagnez galere gamin gamines gamins gants garage garagiste garantie garcon garcons gardais
    gardait garde garder garderie gardes gardez gardien gardiennage gardienne gardiez gare gares
    gars gateau gauche gave gavez gel gendarme gene genial geniale genou genoux genre gens
    gentil gere geste gestes gifle gifles golf gorge gosse gosses gout grand gratuit gratuite
    grave greve grimper grosse grosses grutier guepe guepes guerre gueule habitants habite
    habiter habites habitude habituel hais hall halte handicap handicape handicapee handicapes
    harcele harcelement harceler hasard haut hauteur hauteurs have hebergee hebergement hein
    here hernie hesite heur heure heures heureux hier histoire historique home homme honnetement
    honte horaire horaires horoscope horreur horrible horripile hors hotel hui huissier huit
    humain humaine humains humour hurlait hurle ici idee idees idiot idiotes ignore illimite
    illimitee illustration illustrations ils image images imagine imaginons imbecile
    immediatement immersion immeuble immoler impatience impeccable important importants importe
    impossible impots impressionnant imprime imprimer imprimez inaccessible inapte inattendu
    inattendues incapable incapables inceste inclusion inconnu inconvenient inconvenients
    indecis indifferent indifferente indique infiniment infirmier infirmiere information
    informations informatique infos ininteressant inquiete inscription inscrit inscrite
    insertion insolite insolites inspire installe installee installer instant instructions
    insulte intelligence intemperies intense intention interdit interessant interesse interessee
    interessent interesserait interet interim interimaire international interne internet intime
    inutile inutiles invalidante invalidation invalide invalidite invente inventez ira irait
    iront irregulier irreguliers irreparable isole isolee italie italien jalousie jamais jambe
    jambes janvier japon jardin jardiner jardinier jardiniere jete jetee jeter jeu jeune jeunes
    jeux job jobs joie joindre joker joue jouer jour journee journees jours joyeux juin jure
    juriste jusqu juste kilometre kilometres kilos lache laisse laisser laissons lait lame lames
    langage langue langues laquelle las lasse lave lecture lentement lequel les lesquels let
    lettre lettres leur leurs leve lever levers libre licence lien lieu ligne lignes ligue lilas
    limite limites line linge lire lis list liste listes lit livre livreur livreuse locale
    locataire locomotion loge logement loger logiciel logis logistique loin lombaire lombaires
    long longer longs longtemps longue longues lorsque loto louer lourd lourdes lourds loyer
    loyers lui lumbago lumiere lundi lune lunettes lycee lyon machin machine macon madame
    magasin magasinier mage mai maigrir main mains maintenance maintenant mais maison maitrise
    mal malade maladie maltraiter malvoyant maman mange manger manges maniere manque manteau
    manuel manutention manutentionnaire marche marcher marchera mari mariage marie marier
    marocain marque marre martiaux masque masques massacrer match maternelle mathematiques matin
    matinal matine matinees matins mauvais max maximum mecanicien mecanicienne mecano medecin
    medecine medicale medicament medicaments mefie meilleur meilleure melange mele melez meme
    memes menace menaces menage ment menuisier merci mercis mercredi mercredis merde mere meres
    merite mes message messages mesure met meteo methode metier metiers metro mets mettais
    mettait mettent mettez mettre meule meurs microcredit midi midis mien mieux mignon milieu
    militaire mince mini minimum ministre minuit minutes mioche mioches mis mise mises mission
    mitige mitigee mobilisable mobilite moche mode modifie modifier modifiez modus moi moindre
    moins mois moitie moment mon monde moniteur monitrice monnaie monnaies monotone monsieur
    montagne monte montre montrer montrez moral morbide morbides mort morte mortel mortes morts
    mot motard motards motive motivee moto motorise motorisees motos mots moulins mourais mourir
    mourrais moyen moyennement moyens muette muscle muscles musique mystere nacelle nacelles
    nationale nature navette navettes necessaire necessairement negatif negative negatives neige
    nerfs net neuf neutre neveu next nickel niece nique niveau nocturne nocturnes noel noir
    noire noires noise noix nom nombre noms non nonante normal normale normalement normales
    normaux nos note noter notez notre nounou nourrice nourrir nourriture nous nouveau nouvelle
    noyer nui nuit nuitees nuits nul nulle nulles nuls numero numeros objectif objectifs
    obligatoire obligatoirement oblige obseques obtenir obtenu occasion occupe occupee occuper
    odeur odeurs oeil oeuf oeufs office officiel offre offres oignons once oncle ont onze
    operateur operationnel opere operee opinion option orage ordinaire ordinateur ordinateurs
    oreille oreilles organise organisme organismes original originalite originaux oter ouais
    oubli oublie oubliez oui ours out outil ouvert ouverte ouvrage ouvre ouvrent ouvrez ouvrier
    ouvriere ouvrir ouvrirait page paie paient panda panne papa papier papiers par parachute
    parc parce parcours pardon parent parents parfait parfois paris parking parkings parle
    parler parlerait parles parlez parmi pars part partage partageons partager partant partante
    parti particulier particulierement partie partiel partir partout parts pas passait passe
    passent passer passez passion passionnant passionne passons patate patience patissier
    patissiere patron patronne patrons patte pattes pause pauses pauvre payant paye payee payees
    payer payes pays paysagiste peau peche peine peint peintre peinture peintures pendaison
    pendant pendre pendu pendue penible penicilline pense pensee pensees penser penses pensez
    perdre perds perdu perdue pere perime perimee periode permis permit perou personne personnel
    personnelle personnes pesticide pesticides petit petite petites petits peu peur peut peux
    phobie photo photos phrase phrases physique physiquement physiques pieces pied pieds
    pietiner pieton pietonne pilules pinces piste pistes pizza place plaindre plainte plairait
    plaisait plaisir plait plan planete planning plante plantee plaques plat plate plateforme
    plein pleut pleuvoir plie plombier plu pluie plupart plus plusieurs plutot poche poeme poids
    poignet poignets poil poils point points poisson poissons pole police policier policiere
    policieres politique pollen pollens polo polonais polyvalent polyvalente pomme pompes
    pompier pont ponts port porte portefeuille porter portes ports pose posez positions possede
    possible possibles postal poste postes postuler pote pouce pour pourquoi pourrai pourrais
    pourrait pourri pourrie poursuit poursuivons pourvoir pouvais pouvez pouvoir pratique
    precedent precedente preciser prefere preferee preference preferences prefererais premier
    premiere premiers prend prendra prendre prends prenez prenom preparateur prepare preparer
    preparez pres prescription presentez president presque pression pret pretait prete pretent
    preter preuve prevention prevoir prime primes principale principe prioritaire pris prise
    prison prive privee prix probablement probatoire probleme problemes prochain prochaine
    proche proches production produit produits professeur professionnel programme progression
    projet prononcer proposer proposes proposez proposition propositions propre proprietaire
    prostituer protegees prothese pub public publics pue puericultrice puis put putain quai
    qualification qualifications qualifie qualifiee quand quarantaine quarante quart quarter
    quartier quarts quatorze quatre quatrieme que quel quelle quelles quelqu quelque quelquefois
    quelques quels question questionnaire questions qui quinzaine quinze quitter quoi quote
    quotient rabaisse race raclee raclees raconte racontez rails raison ramadan randonnee rapide
    rapidement rapides rappelez rappelle rapport rapporte rare ras rasoir rasoirs rate rater
    rebute recapitulatif receptionniste recette recevoir recherche recit reclamation recois
    recommence recommencer reconnue reconvertir record recrute recrutement recrutent
    rectification rectifie rectifier recu recupere recuperer redemarrer redige redire redis
    redites redonnez reductions reel refaire reflechi reformulez refugie refugiee refuse
    refusees refuser refuses regarde regarder region regle regrettera rejoindre rejouit relation
    relationnel relativement religion relire relisez remarque remarques rembourse remboursement
    rembourser remercie remets remettez remonter remontre remontrer remontrez remplir
    remuneration rencontrer rendez rendu rentre rentree rentrer reparation repare reparee
    reparer repart repartir repartons repas repasse repasser repertoire repete repeter repetez
    repetitif repetitifs repetition repetitive repetitives repond reponde repondrai repondre
    reponds repondu reponse reponses reportage repos repose reposer reposez reprenais reprend
    reprendre reprends reprenons republique repugne reserve reserver reside responsable
    ressemble ressemblent ressource ressources restaurant restauration reste rester restez
    restons restriction restrictions resultat resultats resume resumez retard retenez retire
    retirez retour retourne retourner retrait retraite retrouve retrouvons reussi reussir
    revanche reve reveille reveiller revenez revenir revenons revenu revenus rever reviendrai
    revienne reviens revient revoila revoir rideau rideaux rien rire risque robot robots roman
    rome rond roues rouge roulais roulant roule rouleau rouler roumain round route routier
    routiere routieres routine rqth rsa rue russe rythme saint sais saisie saison saisons sait
    salaire salaires salarie salariee sale salissant salissante salon salut samedi samedis sans
    sante saoule saoules satisfaction sauf saute sauter sautez sautons sauve sauvegarder savez
    savoir saxo scene scenes sciatique sclerose scolaire scolaires scooter scooters scouts
    second seconde secours secret secretaire secteur secteurs securise securite sedentaire seins
    seize sejour selection selon semaine semaines senior seniors sens sentence sentiers separee
    sept septante sera serai seraient serais serait serie serieux serons serrure serrures sers
    sert serves serveur serveuse servez service services servir ses sets seul seule seulement
    seules sexuellement sexy short show signaler signifie silence similaire similaires simple
    simplement simples sincerement sinon site situation six ski slow social sociale soeur soif
    soignant soignante soir soiree soirees soirs soixante soleil solidaire solitaire solo
    solution solvant solvants sommeil sommes sommet somnifere somniferes son sonore sonores sont
    sors sort sortent sortez sorti sortie sortir sou souci soucis soudeur soudeurs soudeuse
    souffre souhaite soulage soulages soule soulever souple source sources sourd sourde sourire
    souris sous souvent souviens speak special specialement sport stable stade stades stage
    stages stand standard standing station statistique statistiques statut stop stress stressant
    stresse structure structures stupide stupides style stylee subi subis subit subvention
    subventions suffit suggestion suicidaire suicidaires suicide suicidee suicider suis suit
    suite suivant suivante suivants suivi suivre super supermarche supporte suppose supposons
    supprime supprimee supprimer supprimes supprimez sur sure surement surendette surgele
    surgeles surprenant surprends surprenez surprise surprises surs surtout surveille suspendu
    suspendue suspension svp sympa synthese syrie systeme tabac tabasser table tableau tache
    tailler tais tant tante tape taper tapis tard tardif tardifs tas tasse taux taxi technicien
    technicienne technique tele telecharger telephone telephoner teletravail tellement
    temperature temperatures temps tenez tenir tennis tentative tentatives tente tentee
    tenterait tenu tenue ter termine terminee terminer terrain terre terrible tes test teste
    tester tete texte textes the theatre themes theoreme these tiens tire tirer titre titulaire
    toi toit toits toiture toitures tolere tomber ton top tot total totalement touche toucher
    toujours tour tourner tous tout toute toutes toxique toxiques trace traces traduction
    traduire traduis train training trains trajet trajets tram trame trams tramway tranquille
    tranquilles transmettez transmis transport transporte transports traque travail travaillais
    travaille travaillent travailler travaillerai travailleur travaillez treize trempe trempes
    trentaine trente tres tri trois troisieme trompe trompee tromper trop trot trottinette
    trottinettes trottoir trottoirs trouble trouve trouver trouverai truc trucs tuais tuait
    tuant tue tuee tuer tuera tuerai tuerais tuerait tues tunisien turc type types ukrainien une
    uniforme uniquement unit uns urbaine urbaines urgence urgences usager usagers usant usante
    use usine utile utilise utiliser utilisez utilitaire utilitaires utilite vacances vacarme
    vais valable valait valence valeur valide value vanne vannes vapeur vapeurs variable
    variables varie variete vas vaut vaux vecu vecue vehicule vehiculee vehiculees vehicules
    veine veines velin velo velos vendanges vendeur vendeuse vendez vendre vendredi vends vendu
    vendue vent vente verra verrais vers version vertige vertiges veterinaire veu veulent veut
    veux vichy victime vide video vider vie vieille vienne viennent viens vient vies vieux
    vigile village ville villes vingt vingtaine vingts vint viol viole violee violees violence
    violences violent violente violentee violentes violents violer violet violettes viols vire
    viree virer virez vis visiter vit vite vivais vivant vivante vivants vive vivent vivons
    vivre vocation voie voila voir vois voisin voisine voisines voisins voit voiture voitures
    voix vole volee voleurs volontiers vont vos vote votes votre voudrai voudrais voulais
    voulait voulez voulu vous voyage voyant voyantes vrai vraie vraiment week you zappe zapper
    zero zone
    """.split()
)

REAL = frozenset(
    """
    abaisse abandonnee abats abattent abattre abattu abattue abattues abbe abces abeau abere
    abergement abime abimes abite ablis abois abonne abonnements abonnes aborde abords abos
    about abouti abrets abries abrite abrites abrutie abrutis absences absente abusee abuses
    abusez accepta acceptait acceptant acceptee acceptees accepter accepterais acceptes acceptez
    acceptons access accessibles accident accidentel accidentelle accidents accompagnees
    accompagnent accompagnera accompagnerai accompagnes accompagnez accor accorde accords
    accouchement accouchements ace achat achats acheres acheta achetee achetera achetes acheteur
    achetez acheve achever acheville acompte acon acres actes acteur actionnes activiste
    activites adaptee adaptees adapter ade adepte adeptes adjectifs admettant admettent
    administratifs administration administratives administrator administratrice admis adonne
    adopte adoptes adorables adorait adoree adorer adorerait adores adorez adour adr adressee
    adresses adressez adrets adroit ads adultes aec aed aerer aeres aero aeroports aes affairs
    affichee affiches afficheur affiliation affirmait affres afis agde agee agen agencement
    agente agents agi agis agme agne agnet agnez agout agreables agresse agresses agresseur
    agressifs agressions agressive agreve agriculteurs agriculture agris agrumiculteur agy
    aheville aibes aibre aid aida aidais aidees aident aidera aiderais aiderait aidiez aids aie
    aies aieux aigle aigles aigne aignes aigue ail aile ailes aille ailles aimables aimait aimee
    aimees aiment aimer aimerai aimeras aimez ain aine ainee aines aire aires ais aisee aises
    aisey aisne aisy aitre aix aixe aize ajd ajournee ajout ajoutee ajoutera ajoutes ajoutez
    ajuste alais alan albe ali aligne alignes alimentaires alimentais alimentait alise all
    allain allaite allant allas alle allee allegation allegations allemande allemands allemans
    allemant allemond allens allerand allere allergiques allers allery alles allex alliat allier
    alliez allions allocution allos allumee allumer allumes allumez allure alos alter altere
    alteree alternatif alternatives alternent alterner alternes alto alu amage amance amange
    amant amarre amas ambes ambulance ambulances ambulanciere ambulanciers ambur ameliore
    amelioree ameliorees ameliorent ameliorera ameliores amen amena amenage amenagement amende
    amenee amenera amenes amenez amere amerement ameres ames ameute amiens amne amou amours amp
    amplement amputee amputer amputes amure amusee amuser amuses amusez amy ana anais ance
    ancelle ancelles anciennes ancier ande ane angais ange angel anges angiens anglaise anglars
    anglet anglo angoissee angoisses angres aniere anime animes anne annel annet annexe annexes
    annie anniversaires annonca annoncee annoncer annoncez annuel annulee annulera annulerait
    annules annulez anonymes anormal anormale anormalement anormales anormaux anse ante
    anterieur anterieurs antre ants anus any aorte aoste aout aouze apance apercevez apercevrai
    apercevrais apercevrait apercevras apercevrez apiculteur apparemment apparente appartements
    appartenant appartient appel appela appelee appelees appeles appeliez appels applications
    applicative appliquer appliquez apport apporta apportant apportee apportera apportes
    apportez appreciais appreciee apprecier apprecies appreciez apprenait apprenant apprendra
    apprendrai apprendrais apprendras apprendrez appreniez apprennes apprenons apprentis
    approchee approcher approches approchez appuie appuyee appuyez apre aprem aprey aps apt
    aptes apures arabes aranc arbent arbus arc arce arces arche archer arcon arcons arcs arcueil
    ardent ardes ardet ardin ardon arene arentaise ares argen argences argens argente argenty
    arget aride aries arles arlet arm armee armel armer armes armez army arnaquer arnaques arne
    arnet arome arp arque arrachent arrangeait arrangee arrangees arrangement arrangeons
    arranger arrangera arranges arrangeur arrangez arre arrens arrest arreta arretant arretees
    arretera arreterai arretes arretiez arretions arrieres arrime arriva arrivee arrivera
    arriverais arriverait arriveras arriverez arrives arrivez ars art artas articuler artiere
    artificiel artificielles artificiels artificiere artres arue arve arviere arx ary arz asco
    ase asiatique aside asme asocial asperge asperges aspis aspres asque asques ass assais assas
    asse assistait assistanat assistance assistantes assistants assiste assistent assistes
    assistons asson assos assurances assure assurer assures assurez asthmatique astis astre
    astres ataux ate ateliers ater atout atriere attachement atteindra atteindras atteindrez
    attende attendes attendra attendrez attendue attendues attendus attente attentes attention
    attenuer attester attira attirante attirantes attirants attirees attirer attires attirez
    attise attitre aubais auber aubord aubrais aubres auby auche aucuns aude audes audun auge
    auj aulais aumes aupre aura aurac auras auray aure aureville auriat auris auros auteuil
    auteur auteurs authe autocad automatiques automatise automatisee automatisme autorisee
    autorisees autoriser autorises autorisez autorite autos autrey autry autun auty auve auxais
    auxant auxiliaires aval avalait avalee avaler avales avalez avall avancaient avancee avancer
    avances avancez avancon avanne avants avare avarie avaux avc ave avelin aven avene aventures
    avenues avere aversion aveu aveuglee aveugler aveugles aveux aveze aviculteur avide avides
    aviez avions aviron avise avit avive avocats avoirs avoisine avoisines avon avord avre avs
    axe ayat ayez aynat ayse aytre aze baalon baba babeau babord baccon bach bache bacle bacles
    bacon bacs bacterie bagagiste bage bagne bague bagues baguettes bah baie baille baillet
    bailleul bailleurs baillon bails bain bains baionnette baionnettes bais baise baissee
    baisser baisses baissey baissez baissons bal balader balades balaie balais balan balancee
    balancement balancer balances balancez balaye balaze ball ballade ballan ballet ballets
    ballons ballot balloy balls balme bals balson ban banca bancaires bander bandes bang banjo
    bank banks banne bannes banos banques banquet bans baons barbe barby barc bard bardais barde
    barder bardes bardon barge barie barles barmans barmen barque barr barragiste barran barree
    barrer barres barret barrez barriere barro barry bars barse bart barzan basee baser bases
    basin basle basque basques bassan basse bassee bassine bassing bassins bateaux batelier bati
    batiments batirai batis batisse batman battant batte batteries battes battit battra battrais
    battrait battras battrez battus batz bauche bauge baule baulon baux bavait bavant bave bax
    bay baye bayle bayles beat beaux bebes bec becanes beche bedoin bee beige beille beine beire
    bel belge belin bell bellanger belles belleu belley bellon belon belus ben beneficiaires
    benevoles benies benir benne bennes benque bergere berne bernes berou berre bert beru besain
    beside besoins besse bessin bessins best beta betail betes betises betonne bettes betz beur
    beure beurrer beutal beux bey beze bezu biarre bias biche biches bidons bidos bied bief
    bielle bienne biens bievre biez bignon bile bilieu bille billes billets billey billot bin
    bine biol biollet bion bionne biras biron bis bise bison bisons bisque bit bits bizous bjr
    blace black blaguer blaguez blame blames blan blanc blanche blancs blase blats bleme blere
    bles blesseras blessure bleu bleues bleys blois bloquee bloquer bloques bloquez blouses blue
    blues boa bob boe boege boeil boeme boen boes boesse boeuf boeufs bof boffres bogue boil
    boira boirez boiry boisse boissiere boisson boissons boit boiter boive boives boivre boixe
    bols bom bommes bona bonas bonce bond bonde bondes bonds bonheurs bonnee bonnement bonnet
    bonnets bonnevent bonny bono bonte bontes bonus bony bonze boo boos bor borce bord borde
    bordes boree borgne bormes born bornee bornel borner borre bors bort boss bossee bossery
    bosses bosset bossey bossez bossu bost botte bottes bou bouc bouce bouchee boucherie
    bouchers bouches bouchet bouchy boucle boucler boude bouder boue bouee bouer boues bougera
    bouges bougey bougez bougie bougon bougre bougue bougy bouhet boulages boulange boule bouler
    boules boulets bouleurs boulo bouloc boulon boulons boulou boult bourde bourdes bouret
    bourgon bourre bours bourses boursiere boursiers bous bouse bousse boust bouter boutons
    bouts boutx bouvet bouvieres boux bouxieres bouy bouyon bouze bouzet bouzon boy boyer boyeux
    boynes boys boz braces braguette brain brains bram bran branchee branchement brancher
    branches branchez branchs brand brandonnet brans braque brasc brave brax bray breal breau
    breche breches bree breille bremontier bren bres breve brevedent breves brevete brevets
    brias bricolage bricole bricoles bricoleur brillet brime brimes bris brise brises brison
    brive brivet brix broche broches bronche broque brosse brosser brosses brout broute bru
    bruant bruc bruche brue brulant brulantes brule brulee brulera brules bruleur bruley brulez
    brun brutale brute bruts brutz brux bruyante bruyants bruz bts buais buc buche bucher bue
    buee buire buis buisse buissiere bull bulle bulles bun buneaux bure buree buros buse buste
    bute butee butera butes buteur butez buts butter buyer cabale cabanes cabanne cabine cable
    cabris cacahouete cacahouetes caces cacha cachee cachees cachen cachent cacher caches cachez
    cachot cachots cachy cafard cafe cages cahier caine caire caisserie caisses caissiers
    caissons cake cal calce calcule calculee calculer calculs cale calee caler caleur calier
    call calm calmar calmee calmement calmera calmes calmez calque calques cambe cambes cambon
    came camee cami camille camionneuse camon campagna campagnan campagnes campement campes
    campet campi campo campons camps camu can canale canapes canards canari cancereux cancers
    canche cande candidate candidates candidats candidature cane canne canner cannes cans cante
    cantinier cantiques canton cao caours capables cape capital capitales capitule cappelle
    capte captes captons carbes carbon carbonique carces cardes cardonnette care caressant carie
    caries caristes carne carnes carpe carpenter carpes carre carrefour carreleuse carremen
    carres carriere cars cartel cartels carter cartoon cartoons carves case caser cases casquer
    casques cassait cassees cassel cassen cassent casser casses cassin cassis cassons caste cat
    catch cateau categories categorique categorise categorises catelier caton cau cauchemars
    cauf cauge caule caure causa causee causera causes causez causse causses cautions caux
    cavale caver caves caviste ccas ceaux cebe cede cedes ceinture ceintures cel cele
    celibataires celon cely cendre cene cenne cense censee censees censes centaine center
    centree centres cents cep ceran cerans cerbere cere cerfs ceris cerises cerner cerons cerre
    cers certaines certes certification certifier cervelles cerville cesarches cesse cesses
    cessez cest cet cetait cete cfa chai chain chainee chaines chair chaire chais chaises
    chaisiere chaize challement chamas chambles chambrey chambry chameau champ champagne
    champeau champignons champigny champion championne champis champrond champvans chamvres
    chances chancey chandon changea changeaient changeais changeait changed changee changements
    changent changeon changera changeraient changerais changeras changerent changerez changerons
    changeront changes changeur changeurs changey changiez changy chanois chansons chant chantee
    chanter chanterac chanterai chanterais chanterait chanteras chanterons chantes chantez
    chantiers chantiez chantions chantre chants chaos chaotique chapdes chapeaux chapt chaque
    char charce chard chargeait chargeant chargee chargees chargement chargements chargeons
    charger chargerai chargey chargez chariots charles charme charmes charpente charpentes
    charpentiere charpentiers charre chars charte chartier chas chasne chassa chassee chassera
    chasserai chasses chasseur chassey chassez chassy chaste chatas chateau chatier chatte
    chaudement chauds chauffe chauffee chauffent chaufferie chauffes chauffeurs chauffez
    chauffour chauffours chauffourt chaum chaume chaumes chausse chaussure chauve chauves chaux
    chaville chay che chee chefs cheille chein cheix chelle chelles chemille chene chenes
    chenille chenilles chenois chens cheques chercha cherchaient cherchait cherchant cherchee
    cherchera chercheront cherches chercheur cherchiez cherchons cherement cheret cherie cheries
    cherir cheris cherit cherre chers cherves cherveux cherville chery cheu cheveu chevieres
    chevillon chevilly chevre chevres chey cheze chezelles chezy chiante chic chief chiers
    chiffrer chimistes chine chiner chinoise chiper chique chire chirens chocolate chocolats
    chocs choeur choir choisi choisie choisies choisira choisirez choisiriez choisisse
    choisissent choisisses choisisseur choisissiez choisit chome chomes chomette chope chopes
    choquante choque chorges chosen chou choue chouettes choux choye chroniques chroniqueur chut
    chute chuter cier cieux ciez cigue cil cils cime cimes cine cintrat cintre cip circulait
    circulant circuler circulez cire cirer cirq cisse cite cites civiques clain claira claire
    clairs clairy clais claise claix clame clamer clames clan clapier claquement claquer claquez
    clar clarte classe classee classement classer classes classez classifie classifies clat
    claud claude clave claviers cle clef clelles clere cleres cleville cliente clientes clin
    cliniques cliques clisse cloaque cloque cloques close closes clouer clowns cluse cluses clux
    cme cms cnd coacher coalition coat coats coche cocher coches cocker codee codees coder
    codeur codifie coeurs coexistence coffre coffres coffreuse cog cogles cogna cognee cogners
    cognes cognet cognez cogny coiffer coiffeurs coiffures coins coise coit coivert coke col
    cola colas cole colere colin colique collage collecter collectes collection collee collees
    colleges collegien collegiens coller collet colleur colleuses collez collongues collorgues
    colo colocataire colories cols com coma combas combe combine combre comes comete comin
    comite commandais commande commandee commandees commandent commandera commanderai
    commanderez commanderie commandeur commandez commandiez commandites commandons commandos
    commenca commencant commencee commencent commencera commencerai commenceras commencerez
    commences commencez commenciez commente commenter commentes commeny commer commerages
    commercant commercants commercy commere commeres commes commet comminges commue commues
    communie communier communs compagnes compagnie compagnonne compagnons companies comparable
    comparaisons comparait comparee comparera comparu compatibilite compatible compenser compere
    complement completee completent completer completes complets complexe complices compliquees
    compliquent compliquer compliques compliquez complot complote comportant comportement
    compote comprenais comprendra comprendrai comprendras comprendrez comprendriez comprenez
    comprenne comprennes comprenons comprimer comprise comprises comprit compromet compromets
    compromis comps compta comptabilise comptabilises comptables comptera comptes compteur
    comptez comtat comte conard conca conche conches conclusion concocter concoures concriers
    concu concubine conde condensation condes conditionne conditionnes conduira conduirai
    conduirais conduirait conduiras conduirez conduisait conduisant conduise conduises conduisit
    conduisons conduite conduits cone cones confection confidentielle confidentiels confient
    confirmee confirmer confirmes confirmez confiseur confiseuse confisquee confisquer
    confisques conformation conformer conformes conforte conge conie conjoin conjoints conjugale
    conjugues connaissaient connaissait connaissant connaisse connaisses connaisseur connaissiez
    connaissons connait connaitra connaitrai connaitras connaitrez connaitriez connantre connec
    connecte connectee connectees connectent connectes connectez conneries connerre connes
    connue connus connut conparer conquis consacrer conseille conseillee conseillent
    conseillerai conseillers conseilles conseillez consent conservation conservee conserver
    conserves conservez constater constituer constraints constructions construira construirai
    construis construise construisez construit construite construites construits contacte
    contactee contactent contactera contacterai contactes contactez contactiez contacts
    container conte conteneur contentee contenter contenterai contentes contentez contents
    contenu contenue contenues conter contest conteste contester contexte contiennent contient
    continu continua continuais continuant continuent continuera continuerais continuerait
    continueras continuerez continuerons continues continuiez continuum contours contract
    contracte contracter contractes contraindre contraint contraints contraire contraires
    contraste contrastes contrats contree contrer contres contribuer contrition control
    controlee controlees controlent controler controlera controles controleuse controlez
    controller conversations conversion convertir conviction convictions conviendra convienne
    conviens coole cooperatif coopte coordinateur coordonne coordonnee coordonner coordonnes cop
    copains copie copines coproduction coproprietaire coqs cor cora cordes cordey corme corn
    corne cornee cornes cornet cornier corpe corpus corre correcte corrections corrects
    correlation corresponde correspondez correspondra correspondre corresponds corrigee corriges
    corruption cors corse corser corses corte corton cortrat corts corze cos cosme cosmiques
    cosne cosse cosses cosswiller coste costes coteau cotee cotes coti cots cotte cou couat
    coubert couchee couchees couchera couchers couchey couchez coucy coud coude coudes coudrais
    couds coudures couee couette couin coulages coulait coulanges coulant coule couler coules
    coulez coulis coulmiers coulours coume count coupa coupee coupees coupera coupeur coupez
    coupis couples couplet coupleur coupole cour courais courbe courbes courceriers coure coures
    couret coureur coureurs courge courges courier courmes couronnees courpiere courrai courrais
    courrait courre courriels courrier courriere courrieres courser courset coursiere coursiers
    courtage courtiere courtiers courties courtry courts couru courus courut courvieres cous
    couseur cousines cousins coussin coust cout coutant couteaux coutent coutera coutes couts
    couture coutures couturiers couve couvent couver couvertes couverts couves couvoir couvre
    couvrent couvreurs couvrez couvrir couvrirai couvrirais couvrirait coux couy couz couze
    couzou cox coye cozes cpe crabe crache craches craie crain crains crainte cram cramaille
    crame crampe cran crans craque craques cras crasse cravant cre crea creais creait creant
    creatives crecher crechets crechy crecois credin credite credites credits creee creees
    creera creez creme cremes cremier cremiere crepe crepey crepin cres crete cretes cretine
    cretins crets creux crevait crevans crevee crevent crevera creves crevez crevin crew creys
    crezilles cri criais criant crie criee criel crient crier cries crime crimes criminalite
    crin crique cris crise crispes crisse critiquais critique critiquent critiquer critiquez
    croc crocs croie croies croise croises croisiere croisy croit crolles cros cross crosse
    crosses crot crots croule crouler croupe croute croyantes cruche crue cruellement crues
    cruis crut crux cte cube cuche cuir cuirs cuiry cuis cuise cuisinera cuisines cuisinez
    cuisiniste cuisles cuissy cuit cuite cuits cuivre cul culles culs cuq curage cure curer
    curiosites curton cuse cut cutte cuve cycle cygne cyr cys dac daccord dada daf dagne daim
    dalai dalles dallon dam dames damne dan dancer dange dangereuse dangers danne dannes danse
    danser dard dardez dare dares darre dasle datant date dater dates dattes dausse daux dax
    daye deaux deb debande debandes debardeur debarques debat debaucher debauches debit debite
    debites debloquer debloques debourser deboute debuta debute debuts deca decaler decape
    decapes decede decedee decele deceles decevoir dechu dechue decida decidees decidera decides
    decidez decime decimee decimer decize declaration declin decode decoder decois decollage
    decommander decommandes deconcerte deconnecter decors decoupage decoupent decourager
    decourages decouragez decouvertes decouverts decouvrais decouvrait decouvrent decouvres
    decouvreur decouvrez decouvriez decouvrira decouvrirai decouvriras decouvrirez decouvrit
    decret decrire decris decrit decrivez dedain dedale dedie dedies deduction deductions deduis
    dee defaite defection defend defendeur defendez defendre deferlent defi defie defient defies
    defile defiles deformation degagement degout degouter degoutes degoutez dehor dejections del
    dela delain deleste delice delie delier delirer delires delirez delivre delle delut demanche
    demanda demandee demandees demandent demandera demandeurs demandiez demange demarche
    demarcher demarcheur demarcheuse demarque demarquer demarques demarrer demarres demarreur
    demarrez demasques deme demenageait demenagements demenagent demenageons demenager demenages
    demenageurs demenagez deminage demine demis demonter demonteur demontre demontrer demontres
    demoralise demoralises demu demuin denain deni denie denier deniers denis denise dense
    denses dent dentaires dentiers dentist dentistes dento denue denues depanneur depare
    departage departement departs depasse depassee depassera depasses depassez depassionne
    depave depende dependrait dependre depends depens depensez deplacaient deplacee deplacent
    deplacera deplaces deplacez deploiement deposee deposera deposes deposez depositions depoter
    depression deprimee deprimer deprimes der derangee derangent deranger deranges derangez
    deride derider dernieres deroute derrieres desagreables descend descende descendrait
    descends descendue descendus description desert desertion desesperais desespere desesperees
    desesperer desesperes desesperez desire desolees desoles desquels dessein desseins desserte
    desserts dessine dessines dessous destin destins destruction destructions detain detecte
    detectent detecteur detection detectrice deteindre detende detendez detendra detends detendu
    detendue detenez detenir detente detention detenu detenue detestait detestee detestent
    detester detestera detesterai detesterait detesteras detestes detestez detestons detiennent
    detient detour detourne detournee detourner detournera detournes detournez detruirez
    detruise detruisent detruises detruisiez detruisit detruites dettey deule deulemont
    deuxiemes dev devaient devait devale devales devants developer developpa developpee
    developpees developpent developper developpera developpes developpeuse developpez devenez
    devenons devenues devenus deversent deviant devie deviendra deviendrai deviendraient
    deviendrais deviendras deviendront devienne deviennes devies devines devinrent devins devint
    devions devoir diable diables dictes die dien dienne dier diese dieue dieux differences
    differencie differencier differencies differend differends differente differentes differents
    difficulte diffusent diges digestion digne dignes digue dim dinais dinait dinandier
    dinandiere dine dinent diners dines dinge dinons diois dions diors diou diplomee dira dirac
    diras diray directe directeurs directifs directions directive directrices directs dirent
    dires direz diriez dirons diront disais disait disant disc discrete discrets discute
    discutera discutes discutez dises disions disparaissait disparaissant disparaissent
    disparaisses disparaissez disparait disparaitra disparaitrai disparues disponibles disputais
    disputer disque disse dissection distancer distante distinctes distincts dite dits dive
    divergent dives divorcee divorces divorcez dizaines djette dla doat dockers docteure
    docteurs documente documents dode dog dohis doit doix dol dole doleur dom domagne domain
    domaines domaize dome domine domme dompte dompter donat done donna donnais donnee donnemain
    donnement donnera donnerai donneraient donnerais donnerent donneront donnery donnes donneur
    donniez dons dope dor dorat dore doree dorer dores doret dormait dormans dormant dorme
    dormions dormira dormirais dormit dormois dornes dorsa doses dosi dossiers dot dote dotee
    dotes dotre doubleur douce doucement douceur douceurs douche doucher douches douees doues
    dours doutent douter doutes doutez douve doux douy douzy doye doyen drace drain drame
    drastique dree dresse dresser dreux drevant drive droles drome drone dronne drop dropt droue
    dsi duc due duel duels dues dun dune duo dupe dupee duper duplication dupliquer duquel dura
    durait durement durera dures durete dureze durs dury dus dye dys eanne eapa eats eaux ebats
    ebauche ebauches ebaucheur eboueurs ecarte ecartes eccles echafaude echafaudes echange
    echangeant echangent echangeons echanger echangera echangez echauffour echez echire echoue
    echouee echouera echoues echouez eclair eclans eclat eclater eclates eclats economie
    economies economique economiser economisera economises economisez economiste ecouche ecoule
    ecoules ecourt ecourte ecourtes ecoutait ecoutante ecoute ecoutent ecouter ecrie ecries
    ecrite ecrits ecritures ecrive ecrives ecriviez ecu ecuelle ecuelles ecuisses edite edites
    educateurs effacee effacera effaces effare egale egalement egare egares egat egorge egorges
    egout egreve eir eix ejection elague elagues elan elastiques elastiqueur electrician
    electriciens electrifie electrifies electriques electrise electrocute electronicien
    electronicienne electronique electrons elementaire elevee elever eleves elevez elfe elfes
    elie elire elne elnes eloge eloignees eloigner eloignes eloignez els elu elude eludes elue
    elus elze emballee emballer emballes emballez embarques embauchee embauchez embetee embeter
    embranches embrocher emettent emettre eminemment emis emise emises emission emmele emmena
    emmenage emmenagent emmenages emmenagez emmenee emmenera emmenes emmenez emotive empechee
    empecher empeches empechez empire emplacement emplacements empli emplir emplis emploie
    emploies employees employer empoche empoisonne empoisonnee empoisonnees empoisonnent
    empoisonnes emportait emportant emporte emportent emprisonne emprisonnee emprisonner
    emprisonnes emprunt empruntee empruntent empruntes empruntez emprunts emu emule emy
    enceintes enchainee enchantes enchanteur encourage encouragee encre endette endettes endormi
    endormie endormis ends enducteur enductrice endurer endures enfermee enfermer enfermes
    enfermez enferre enfers enfler enfonce enfreignant enfui enfuie engageant engagements
    engendre engouement enlevee enlevera enleves enleviez ennuierai ennuies ennuis ennuye
    enqueter enquetes enquetez enregistree enregistrent enregistres enregistreur enregistrons
    enrhumes ens enseignait enseignants enseignent enseigniste ensembles entend entende entendra
    entendrez entends entendue entendus enterprise enterrait enterrements enterrent entetement
    entiers entonne entr entra entrecroise entrecroises entrees entrepose entreposes entrepots
    entrepreneurs entrepreneuse entrepris entrer entrerait entres entretenu entretiens
    entretient entrez entry enveloppe enverse envier environs envoi envoies envois envole envoya
    envoyee envoyer envoyes envoyez eole epagne epais epanchement epargnee epargner epargnes
    epargnez epate epaulez epaves epense epieds epine epique epoques epouse epousee epousera
    epouses epousez epouvante epouvantes epreuve epris eprise eprouvent eprouvons epuration
    equides equilibree equilibrer equilibres equine equipee equipees equiper equipiere erd erdre
    erection erections erme erome erotiques erp err erre errer erreurs erreux erve esat
    escaliers escazeaux espaces espagnole espagnols espanol especes espeche esperce esperer
    esperes esperez espoirs essaies essaim essaime essais essay essaya essayee essayera essayes
    essayeur essayez essayions essences essert essises essuie essuye essuyer estheticien
    estheticiens estibeaux estree etable etages etain etale etales etampes etant etaples etats
    etaule etaules etaves etaye etayes etel etend etendre etendu eternelle eth etiole etire
    etirer etonnee etonnement etonnes etrange etrangere etrangers etranges etranglee etrangler
    etrangles etrat etres ets etudiait etudiantes etudiants etudie etudiee etudient etudiera
    etudies etudiez etuis etupes eudes eue eues eup eure eurre eury eus eut evacuer evalue
    evalues evat evaux eve eveille eveiller event eveux evidement evidences evier evitera evites
    evitez evoluer evoque evran evre exacte exacts examens excellence excellente excellentes
    excellents excessivement execre executions exercee exercer exerces exercez existant
    existences existera existes existez experiences experimente expie expier expirer expires
    explication expliqua expliquee expliquent expliquera expliquerai expliqueras expliquerez
    expliques exploitaient exploitais exploitant exploitante exploitent exploiterait explosait
    expositions expressions expulse expulses exterieure exterieures extirpeur extraterrestre
    eyrans eze fable fables fabriquaient fabriquait fabriquant fabriquee fabriquees fabriquer
    fabriques fabriquez fabriquons faby faces fache faches fachez fachin faciale faciales
    facilitent facons fact facteurs facts facturer fade fage fagne fai faible faiblement faibles
    faille failles fain fains faisabilite faisans faisant faisons fallait fallon fals false fam
    fameuse fameuses familiale familiar familles fane fange fans faouet fap farce fard farde
    fardes fare farm farmer fassent fasses fast faste fat fatalement fatiguees fatiguent
    fatiguer fatigues fatiguez fats fau fauch fauchee faucher fauches faucon fault faulx faure
    faust fauste faute fautes fauteuils fauteur fauteurs fauve fave favori favorise fax fay faye
    fays fayt feche feconde fee feins feint fel fele felin felon fem fend fendeur fendeuse
    fendre fends fendu fendue fenetres fente fera feraient ferait feras ferce fere feree feriez
    ferin ferma fermais fermee fermement fermer fermerais fermerait fermes fermez ferocement
    ferons ferrain ferre ferres ferreur ferriere fers ferte ferveur fesais fesse fessee fessees
    fesser fessey festes fetais fetait fetard fete feter fetes feuille feuillee feuillets feule
    feurs feutre feutriere feux few fey fez fiait fiance fiancer fiat fibre fichee ficher
    fichiez fichu fichus fidelement fie fied fiel fier fierais fiere fies fieu fieux fievres
    fige figer figue filee filera files filet fileur filez fillettes filme filmer filmes films
    finale finance financee financement financera finances financieres financiers find fine
    fines finies finira finish finit fins fiole fioles firme fiscale fission fit fix fixee fixem
    fixer fixes fixez fixte flace flacon flair flaire flamme flan flanc flaque flaques flat
    flaux fle flegme flere fleur fleure fleurigne fleuristes fleurs fleuves flingues flippe
    floret flot flour flous fluviale flux flyers foc foce foeil foi foie foies foin foins foire
    foires foix fol folies follement fonce foncee fonctionnel fonctionnent fonctionner
    fonctionnera fonctions fondateur fondation fondations fonde fondement fonds fondu fons fonte
    fontienne fonts food forage forcais forcees forcene forcer forcerais forcerait forceront
    forces forcey forcez fore forer fores forest forets forez forge forgee forger forget forie
    form formait formans formateurs formee formel forment formera formerait formerent formerons
    formes formeur formez formons forms formulateur formulation fors fortel fortement fortes
    forts fos fosse fosses foudre foudriere fouets foug fougerais fougue fouilles fouju foulee
    fouler foules found fouras fources fourg fourgs fourmi fourmies fournee fournis fourniture
    fourre fourrier fourviere foutant foutues foutus fouvent fox foy foye fractions fracture
    fractures fragiles fragilite fraichement fraie frain fraise francaise franche franchis
    franck franco francois francs frange frans frape frappa frappees frappera frappes frappeur
    frappez frasse fraternelle freche free frele frene freres fresque fret frete fretin
    frictionne frictionnes frime frimes frire frise frises frit frite frites frits froidos
    froids frole fronce fronde front frontieres frous fructifier frunce fuel fuie fuira fuisse
    fuit fuites fumer funebre fur furet fureur furie furies fusils fut fute futile futilite futs
    future futuriste futurs fuy fye gaas gabre gace gache gacherais gage gages gagna gagnee
    gagnera gagnerai gagnerait gagneras gagnerons gagnes gagniez gagny gags gai gaie gain gaine
    gaines gains gais gal gale galeres galerie galez gallon gallons galon game gamine gan gand
    ganges gangs gannes gans gant gap garages garante garanti garanties garantir garantis
    garantit garbage garce garces gard garda gardant gardee gardees garden gardera garderais
    garderait garderiez gardian gardie gardiennes gardiens gardies gardon gardons garee garees
    garent garer garez garges garies garin garn garnement garnerans garons garos gas gasques
    gassin gastes gate gateaux gater gates gatez gatine gatines gats gaucher gauches gauchy
    gaude gaure gausse gausses gautier gavee gaver gaves gavet gavre gavres gaye gaze gazes
    geants ged gedre gee gein gele gelin gelles gelon gelos geloux gemme gemmes genas gence
    gendarmes gendre genee gener genere genes genet geney genez gengoux geniales genie genies
    genille genis genod genos genres gente gentils gentiment geny ger gerais gerait gerand gerbe
    gerce gerde geree gerei gerer geres gerez germ germe gerons gers gery gesnes gesse gestas
    gestel gesties gestionnaire gets geu geus gex gez gibles gicle giel gien gier giflee gifler
    gigue gilles gin gir git gite gites givre glace gland glere glissante glissiere glu goin
    golfe gomme gommes gond gong gor gordes goret gorgee gorges gorgue gorre gorses gorze gosne
    gouet gouffre goule goulet goulot goult gourde gourge gourgon gours gousse goute goutent
    gouter goutes goutez gouts gouttieres goutz goux gouy goyen grace graces grade grades grain
    grains grais grande grandi grands grane grans grappe gras grasse grasses gratuites gratuits
    gravee graver graves gravi graye gre gree grele gres gresse greves gri grimpe grimpes
    grimpeur grimpez gris grise grises grois groise groises groix grosne grosnes grossa grossi
    grossis grutiere gue guer guere gueret gueri guerie guerirait guern guerres guers guery
    guette gueuler gueules gueuse gui guiseniers gurcon gurs gye habile habilement habiles habit
    habitant habitee habitera habitez habits habitudes habitue habituee habituels habituer
    habitues habituez hache hai haie haies haims haine hair haissons hait hale halles hallon
    halls hallu halo hames hampe han handicapees handicaps hans hante happe harcelee harceles
    harcelez hard has hasarde hasards hate hater hausse hausses haute hautement haution hauts
    haux havre haye hayer hayes hays heberge heberger heberges hede hele helon henin henu
    herange herbe herbergement herce heres herie herin herite herm herme hermine hernin herre
    hers herve hery hesiter hesites hesitez heu heume heurs heurte heurtes heuu hez hiers hiis
    his histoires historiques hiver hivers hoche hom homer homes hommes hon honore honores hop
    horde horme horps horreurs horribles horrifiee hoste hot hote hotels hotes houches houle
    hour hours hrs hse huant hue huer hues huile huin huis huissiere huissiers hum humaines
    human humans hume humeur humeurs hune hure hures hurlais hurlant hurler hurles hurlez huy
    hypermarche hysterique iaa iade iard ibarre ichere ichy ide idea ideaux idec idel idem iden
    idiote idioties idiots idole ids ien iet ifs ige ignare ignon ignoree ignorer ignores
    ignorez ile illas ille illet illicite illicites illimitees illuminee illustrator imaginais
    imaginant imaginee imaginent imaginer imagines imaginez imbeciles imersion imite imites
    immeubles imoges impassible impatient impatiente impatientes impatients impensable
    implacable implemente implication impliquee impliquer impliquez implorant import importait
    importance importante importantes importee importent importer importes importune importunes
    impossibles impot impression impressionnante impressionnantes impressionnants imprimee
    imprimeur impute inaccessibles inaptes inattendue inattendus incassable inconnue inconnus
    inconvenant inculte incurable incursion indefiniment indiffere indifference indifferents
    indiquee indiquer indiques indiquez indirectement indisponible inefficaces infection infeste
    infime infirmerie infirmieres infirmiers info informateur informatiques informatise
    informatises inge injection innee inquiet inquietee inquieter inquietes inquietez inquiets
    inscriptions inscrire inscris inscrites inscrits insense insistant inspection inspiree
    inspirer inspires inspirez instable instables installees installent installera installes
    installez instances instants instaurer instruction instruire insult insultee insulter
    insultes insultez insurance insviller intelligent intelligente intelligentes intelligents
    intenses intente intentions interdis interdisant interdise interdisent interdite interdits
    interessait interessante interessantes interessants interessees interesser interessera
    interesses interessez interessiez interessons interests interets interieur interieurs
    internat internationale internationales internationaux internee internement interner
    internes interpose intimes intrusion intuition invalider invalides inventa inventee inventer
    inventes invention inventions inversion iode iodes ions iot ipa irai irais iras ire irez iri
    iris irm iron irons irreguliere irresponsable isle isola isolees isoler isoles isolez issole
    italiens ite its iville ivre jabite jadore jai jaime jal jalais jalle jalles jalouse jamai
    jambet jambles james jamme jammes jans jard jardine jardinerie jardines jardiniers jardins
    jarre jarret jars jas jase jatte jau jaune jaunes jaure jaux javais jave jax jbosse jcherche
    jconduis jcrois jdors jen jet jeta jetaient jetais jetait jetees jetes jetez jets jette
    jettent jetterait jettes jeun jeuner jeure jeures jeurre jfais jgarde jhabite jme joeuf
    joies joignant joignons joindra joindrez joins joint joints jointures joire joke jolie jolis
    jonc jonction jons jort jose josse jou joua jouais jouars joucou jouee jouera joues jouet
    joueur jouey jouez joug jouhe joui jouin jouir jouis jourdes journet joute joutes jouvent
    joux jouy joyaux joze jpasse jpense jpeux jprends jroule jsais jsuis jtravaille juan juge
    juif juine juire juke junte jupe jupon jura jurait juree jurer jures jurez juristes jurs
    jurvielle jury jus jusque just justes jute juvin jvais jveux kan kart kel kept keuf kil kilo
    kilometrage kine kit koeur koi laa laas labergement lac lace lacelle laces lachee lacher
    laches lachete lachez lachy lad lager lages lagnes laid laide laides laigne laignes lain
    laine laire lais laissa laissee laissera laisses laissey laissez laissions laits laix laiz
    lama lamas lamee lamines lampe lampes lancement lancer lande lanes langages lange langer
    langes langle langres language languis laniere lanne lannes lanques lans laon lapis laque
    laques larche larcher larcon lard lardin largage largement largue largues laris larme larmes
    larre larret lars larve lasque lassee lassent lasser lasses lasso lassy last latin latine
    latte lattes lattre lau laumes laur laurs laux lavais lavait lavant lavee laver laves
    lavette lavettes lavez lavit law lay laye layon lays laz lea leau leavers leche lechelle
    lecteur lecteurs lectoure lectures lede lee leers lees legal lege leger legers legion legue
    leigne leignes lelin leme lemmes lemps lens lent lente lents leo leon lere lerrain lese
    lesse lest leste lester lestes lestre lettree lettret leu leuc leups leurre leury leuy leva
    levant levee levees level levens levera leveras leves levet leveur levez levie levier
    leviers levre levres lexy ley leyr lez leze lezer lhez lhomme liait liane lias liasse libere
    libres lice licences licencie lidon lie liee liege liegue liens lient lier lies liettres
    lieue lieux lievre liez lift lignee lignees lignon ligny ligre ligues liguge lille limas
    lime limes limitee limitees limiter limitez lin lina linas linger linges lingey lino linxe
    liny lion lira lirai lirais lirait liras lires lirey lirez liront liry lise lisent lises
    lisiez lisle lisons lisse lisser lisses lister litige litre lits live livers livree livrer
    livres livret livreurs livrez livry lobe local locales locataires location locations loche
    locomotive lodes loffre log logee logements loges logez logiciels logicien logistiques logne
    lognes logo logos loi loing loir loire lois loisin loivre loix lol lon londe longas longe
    longes longis longnes longre longwe lonnes lons loon lopin loque lor lorgues lors los losse
    lost lot lota lots lou louais loubieres louche louches loudes loue louee louera loues louet
    loueur louey louez louge louin louis loup loupe louper loupes loups lourde loures loury
    loutre louvent louvieres lover loyale loyalement loye loyere loyes loze luant luart lube luc
    luce luche lude lue lues lueur lueurs luge luit lumes lumier lumieres luna lundis lunel
    lunes lunette lupe lurais lure lurs lus lusse lut lux luxe luz luze lyceen lycees lye lyons
    lyre lys maa mace mache macher machines machino machins macons macron mad madiere madieu
    madon madre maen mag magasiner magasiniere magasiniers magasins mages magie magne magner
    magrie mahon maiche maid maide maider maigri maigrin mail maime maine maing maintenaient
    maintenait maintenay maintenon maintenons maints maire mairie maisdon maisod maisons maisse
    maisy maitriser maitrises maitrisez malades maladies maladive malange malaxe male malin
    malins malle malles malon maltraite maltraitee maltraites maltraitez mam mamans mames mami
    mamie mamies man manager mance manche mande mander mandes manduel mane manege maneges manga
    mangas mangea mangee mangees mangera mangerais mangerait mangeur mangez mango mangue mangues
    manie manier manieres manies manin manne manon manquante manquee manquer manques manquez
    manre mans manse manses mant mante manteaux mantes manuels manutentionnaires manutentionne
    mao mar marbre marc marce marcha marcherai marcheras marches marcheur marchez marcon mard
    mardi mardie mare maree marge marges maria mariages mariee marien mariera marierait maries
    mariez marin marine mariner mariniere marins mario marionnette marionnettes maris mark marle
    marles marne maron marquee marquer marques marquez marrer marres marrie mars marson marteau
    marteaux martel marthe martiel martienne martin martine martre mary mas mason masquee
    masquer massacre massacree massacrent massacres massage massages masse masser massue mat
    matchs mate mater materielle materielles maternelles maternels math mathematique matiere
    matinale matinee maton mats mature mauger mauges maule maure maurs mauvaise mauve maux maxe
    may maye mazan maze maziere mazis mci mec mecaniciens mecanique mecanos mece meche med
    medecins medical medicalement medicales medicine mediers medis medite medites mee meen mees
    mefier mefies mefiez megange meil meillerie meilleures meilleurs mein mel mela melangee
    melanger melanges melangez melanie melee meler meles melin melle melles melon melve melvez
    melz men mena menacee menacees menacer menacez menades menager menages menagez menat mende
    mene mener menes menessaire menet menez menge menges menou menoux mens mentais mentait mente
    mentent mentez menti mentirait menu menue menuisiere meprendre meprends meprise mer meral
    meras mercaticien mercaticienne mercii mercin merck mercus mercy merd merder merens merey
    meritee meriter merites meritez merize merle merles merri merris mers meru merveille mery
    mesage mesme mesmes mess messager messagers messanges messes mestes mesuree mesurer mesures
    mesurez methodes metis metre metres metros mettant mette mettes mettiez mettra mettrais
    mettrait mettrez metz meu meuble meuf meugle meules meure meures meurt meuse meut meute meux
    mexy mey meymes meys meze mhere miche miches midas mie miel mienne miens miette mif mig mige
    migne mignons mignot migron mile miles milieux militaires militante militarise mille milles
    mime mimes min mina minage minces mine mines miniere ministere ministres mins minute mions
    mios mire mires misent miser misez mison misp miss misses missions misson misy mit mite
    mites miteux mitre mixe mixes mns moa mob mobilise mobility moches modem moder moderateur
    modes modifiee modifies moens moeurs mogne moignon moindres moine moines moire moires moisi
    moisie moisson moissons moisy moite moites moities molard mole molere molf molins molle
    molles moments momes monce mondes monfort monges moniteurs monnaye monnayes monnerie monnes
    mono monotonie mons monstre monswiller mont monta montacher montage montagna montagnes
    montagney montagny montaigne montaine montane montbre montee montel montent monter monterait
    monterez montes montet monteur montez montge montier montiez montigne montner montra montree
    montrem montrera montres montret montriez montry monts monture monze moon morale moralement
    moras mord morde mords mordus more moree moreilles morel moret morge mormal mormes morne
    mornes morre mors morse mortagne mortels morue morval morve mory moslins most motarde motel
    mothe motiver motives motorises motoriste motte mottes motz mou mouais mouche moucher
    mouches moue mouen mouette mougins moulage moulages moulant moule mouler mouleur moulez
    moulieres moulin moulines moulis moulons mourait mourrai mourrait mourras mours mous moutier
    mouton mouvoir moval moy moye moyon moze msl msri mue muel muer mues muets muettes mule mun
    muni mur mure mureau mureaux murement mures murette muri murir muro muros murs mus musclee
    musclees muscler muse musiques mutant muter mutile mutine mutins mutuellement myon mysteres
    nabord nage nagent nai nain nains nais naissante naisse nait naix name names nan nans nant
    nanteau nappe narre nas national nationales nationalise nationalite nationaux natte nattes
    naturel natures naucelle naucelles naux navale navigante naviguant nazelles neau necessaires
    necessite nee nef negatifs neiger neiges nere nerf neris nernier ners nerveuse nes nest
    neste nets nette nettement nettes neufs neulles neure neutres neuvelle neuvre never nevers
    neveux nevez new ney nez nice niche niches nie nieces nied nient nier nies nievre nimes
    niquel niveaux noce nocle nod noe noes noie noies noirs noises noisne noisy nombres nomme
    nomment nommes nonant none nonne nonnes nop nope norante norme nort not noted notee notes
    noth notres noue nouer noues nounous nourri nourrie nourrira nourris nourrit nourritures
    nouveaux nouvelles novel noyant noye noyee noyen noyers noyes noyez ntm nuds nue nuee
    nuelles nues nuille nuire nuise nullement nully num nuque nus nyer oauis obere objection
    objections objective obligataire obligatoires obligee obliger obliges obligez obtenue
    obtenus obus occasions occlusion occupees occupera occupes occupez oculaires ode odieux
    oeils oeuvre offer offers officer offices official officiels officier offrez offrirait oger
    oie oies oignon oingt oire oise oize oki olle ols olt ombre omer omettre omis omission oms
    onces oncles onction oncy onde one ongle ongles ons opera operateurs operationnelle
    operationnels operer operes operez opine opinions oppression opte opter options orages orain
    oraison oral orale orange ordinaires ordonnateur ore oree oreilla oreiller oreillers orelle
    organique organiques organisa organisee organisees organiser organises organisez organisons
    organiste orge orien originaire originale originel oris orne orner ornes oroix orret ors
    orus orville osait ose oser osera oserais oserait osez osse osses ost otage otages ote otes
    otez oto ouai oublia oubliee oublier oublies ouche ouches oue oueil ouerre ouette ouf ouge
    oule oulins oulles oups our ource ourde ourse oursinier oursiniere ousse ouste outils
    outrage outre outres ouve ouvertes ouverts ouvrages ouvrant ouvres ouvreur ouvrieres
    ouvriers ouvriez ouvrira ouvriront ouvrit ovale over oye oze paars pace pack pact pacte
    pactes pad paer pages paien paiens paies pail pain pains paio pair paire pairs paisibles
    paix pal palace palante pale pales paleur palier palis palme palmer palus pame pames pamiers
    pan pance pandas pane pange panges panier paniers panissieres pannes pans panse panser
    panses pao papas pape papi papy papys paques para paracheve parachutage parachutes parage
    parais parait paras parcey parcourt parcouru parcq parcs parcy pardonnee pardonnes pare
    pareage paree parente parentes parentis parenty parer pares parez parfaite parfaits pari
    paria pariait pariant parias parie parient parier parierais paries pariez parla parlait
    parlant parlante parlee parlement parlent parlera parlerai parleraient parlerais parlerent
    parleront parleur parliez parly parne parnes paroches paroi parois parole paroles paron
    parque parres partageais partageant partagee partagees partagent partagera partageras
    partagerons partageront partages partagez partagions partait partance partants parte partent
    partes partez particule particules particuliere particulieres particuliers partiels parties
    partiez partira partirait partis partit partons paru parue parut parvenait parves parvienne
    pasques pass passa passais passant passee passel passera passerait passes passeur passible
    passibles passiez passins passionnante passionnantes passionnee passionnel passionnes
    passions passy past patata patates patati pate patee pater paternelle pates patient patiente
    patin patine patins patisserie patissiers patre patrie patrol patronnes pature pau paule
    paume paumes paused pauvres pavant pave pavee pavees paves pavie pay paya payait payent
    payera payeur payez payns payre pdnt pdt peage pean peas peaule peaux pech pecha pechee
    pecher peches pechez pechs pee pegre peigne peindre peiner peines peins peinte peintres
    peints pel pele pelle pelles penche pend pendait pendants pende pendent pendez pendra pends
    pendues pendule pendus pene penetre penibles penit penne pennes pensa pensant pensera
    penserait penseur pensiez pente pentes peone pepite pepites perce perche percu percue perd
    perdant perde perdes perdit perdon perdra perdrez perdues perdure perdus peres peret peri
    perimes periodes perit perle perles perm permet permi permie permise pern pero peron peronne
    peroy perrou pers perse perses personnages personnelles personnels pert perte pertes pertre
    pese pesee peser peses pesez pesse pest peste pestes pet petard pete petee petent peter
    petitions pets peuplement peureux peurs pever pexine pey peyre pezarches peze pezou phase
    phases phaye phobies piace pian piat pie piece pieges piegon pies piete pietine pietinee
    pietines pietinez pietons piets pieu pieux pige pignon pignons pile pillage pille pilles
    pilule pin pince pincee pincer pincez pinon pinte pintes pioche pioches pipier pique pire
    pires pirou pis pisser pister piston pitre pizzas pke pla placa placee placement placements
    placer places placey placez placo placy plage plaie plain plaindra plaine plaint plaintel
    plaintes plaints plairais plais plaisais plaisant plaisia plaisirs plane planee planetes
    plannings planques plans plant plantees planter plantes plantez plants planty plaque plaquee
    plaquer plastique plastiques plateformes plates platre plats play pleine pleins plerin
    pleurs pleuve plevin pli pliait pliee plient plier plies pliez plis plomber plombiere
    plombiers plonger plouer plp pluies plume plut pme pmi pmu pnt poce poches podo poele poemes
    poet poete poetes poignant poigne poignee poignees poilu poilus poing poings poinson pointe
    pointes pointis pointre pointu pointure pointures pointus poire poires pois poison poisons
    poix poker pol polemique poles poli polices policiers polie polio polis polisson politiques
    polonaise polos polyvalence polyvalents pommes pommier pompe pomper pompey pompez pompiere
    pompiers pompiey pomps ponce ponces ponction ponctionne ponctionnes pond pondre pondu ponet
    pons ponte pontes pontis pool pop pope por porc porchaire porche porcs pores poret porge
    porri porta portant portee portees portefeuilles portel portent portera porterais porterait
    portet portets porteur portez portier portieres porto posa posee posees poser poses posiez
    position positionne positionnes positives possedee posseder possedes possedez post postale
    postee postees poster posters postez postule postules pot potes potion poto pots potte pou
    pouces pouet pouf pouge poule poulet poulieres pouls poupe pourra pourrain pourras
    pourrieres pourries pourriez pourrir pourris pourrit pourriture pourritures poursuis
    poursuite poursuivais poursuivant poursuivants poursuivent poursuivions poursuivis
    poursuivrons poursuivront pouru pourvoit poussons pout poutre pouts pouvait pouviez pouvoirs
    pouvrai poux pouy pouze prat pratiquee pratiquer pratiques pratiquez prats praye pre
    precedant precedentes precedents preche preches precise precises prediction predictions
    predire predis predisent predit pree prefer preferais preferees preferent preferer preferera
    prefererai prefererait preferes preferez prefete prejet premieres premontre prenait prendrai
    prendras prendrez preniez prenoms preny prepara preparateurs preparation preparations
    preparee preparera preparerais prepares prepariez preparions preparons prepose preposes
    prescriptions present presente presentee presentees presentent presenter presentera
    presenterez presentes presentiel presentiez preserve preserver presidait preside presidence
    presidente presidentes presidents presqu press pressions pressures prest preste presume
    presumez pretais pretant pretee pretend pretendent pretendez pretention pretentions pretera
    pretes preteur pretez pretiere pretin pretre prets prety pretz preuves preux prevenez
    prevenir prevenons preventive prevenu prevenus previendra previendrai previenne previennent
    previens previent prevoie prevois prevoit prevue prey prez pria priait price prie priee
    prient pries prim prima prin princes principal principales principaux principes prioritaires
    prises prisme prisons prisse prit privees priver prives privez procedent proces processeur
    processeurs procession prochaines prochains proclamation proclames product productif
    productions productive produis produite produites profere professes professeure professeurs
    profession professionnelle professionnels programmee programmees programmer programmes
    programmeur progressif progressive progressons proix project projection projete projets
    prolifique prolonger promet prononce prononcee prononcent prononcera prononcerai prononces
    prononcez proportion proportions propose proposed proposee proposera propres proprietaires
    prose prostitue prostituee prostituees prostitues protection protegeais protegee protegent
    protegeons protegera protegeras protegerez proteges protegiez proteines protestes protheses
    prouvais prouvant prouve prouver prouverai prouverait prouveras prouvez pryve pse ptt puait
    puant puante pubis publie publies publiez pubs puce puelles puer puid puise puissante puisse
    puisses puits pull punis punit punitions pur pure puree purement purent pures purete purs
    pus putains putot puy puye pyle pys qax qse quad quaire quais quaix qualifiees qualifient
    qualifier qualifies quant quarre quarte quartiers quartz quasi quater quay quelmes quend
    quers quesques questionnaires questionne questionnes quet quete quille quilles quinte quitte
    quittee quittera quittes quitteur quittez quittions quo quota rabaisser rabaisses rable
    rabots raccompagne raccompagnee raccompagner raccompagnes raccompagnez raccord races rachete
    racheter racle racler racles raconta racontee raconter racontes racontiez rade radeau
    radieux radis rage rai raide raides raids raie raies rail raisin raisons rajoute rajouter
    ralait rale raler raleur rallume rame ramene ramener ramer rames ramp rampe ramper rance
    randonnees randonneur randonneuse range rangement ranger ranges rannee rans rap rape rappele
    rappelee rappeler rappeles rappeliez rappelles rapporta rapportee rapporter rapportes
    rapportez rapports rapproche rares rarete rase raser rasez rassembla rassemblant rassemble
    rassemblee rassemblent rassembler rassembles rassemblez rassis rassuree rat rateau ratee
    ratel ratenelle ratent ratera rates ratez ratier rationnel rationnes ratp rats ratte rature
    ravale rave ravis ravissant ravissante ravoir ray raye rayee rayer rayes rayonnement raz
    raze reactions real realisez reapprendre reassurance reau reaume rebets rebond rebord rebut
    rebutes rebuts recale recel recente recentrer receptionist recettes rechauffeur rechauffeuse
    recherchee recherchees recherchent rechercher recherches recherchez recherchiez rechute
    recif recite recites recits reclamations reclusion recoin recoins recoit recoltent
    recomencer recommande recommander recommandes recommencent recommencera recommencerai
    recommenceras recommences recommencez recompense recompenser reconnaissent reconnaissez
    reconnaitre reconnecter reconnu reconnues reconnus reconnut reconstruire reconverti records
    recours recouvert recouverte recouvertes recouverts recouvrer recouvrir recrire recru recrue
    recrutait recrutee recruter recrutes recruteur recrutez recteur rectifies rectifieur recue
    recul recuperation recuperee recuperees recuperent recuperera recupererai recupereras
    recupererez recuperes recuperez recuperiez recurrent recus recuse recuser recuses recut recy
    redaction redecouvrir redemander redemarre redemarres redeviendrai redeviendrait
    redeviennent redigee rediger rediges redigez redit redonne redonner redonnes redore
    redoutent reducteur reduction reduire reduis reduites reedites reeducateur reelection
    reelire reellement reels reelu reequilibre reez refaite refasse refectoire refere reference
    references referente reflechie reflechir reflechis reflechit reformais reformerais
    reformerez reformiez refuge refuges refugier refugies refus refusa refused refusee refusera
    refusez refute refuter refutes regal regale regard regarda regardee regardera regardes
    regardez regardons regards regeneration regie regions regis regit reglee reglement regler
    regles reglez regne regression regrettee regrettent regretter regretterai regretterais
    regretteras regretterez regrettes regrettez reguliers rein reine reines reins reinsertion
    reinstaller rejete rejeter rejetez rejets rejette rejettera rejoindra rejoindrai rejoindras
    rejoindrez rejoui rejouir rejouis relations relatives relaxation releve relie reliee relient
    relier religions relis reliure relu remarcher remarqua remarquee remarquent remarquera
    remarqueras remballe rembarque rembarques rembourre remboursee remboursements remboursent
    remboursera rembourserai rembourseras rembourses remboursez remens remerciee remercier
    remercies remerciez remet remette remettes remettiez remettons remettrez remire remis remit
    remmene remonte remontee remontees remontera remontes remonteur remontez remontres remorque
    remorquer remorques rempart remplacement rempli remplie remplira remplis remplit renage
    renard rencontra rencontre rencontree rencontrees rencontrent rencontrera rencontrerai
    rencontreras rencontrerez rencontres rencontrez rencontriez rend rendant rende rendement
    rendes rendiez rendormir rendra rendre rendrez rends rendue rendus rene renferme renies
    renom renseignait rente renter rentieres rentra rentrait rentrees rentrera rentrerait
    rentres rentreur rentrez renvoie renvoye renwez reole repaire repand repande repandeur
    repandre repands repandu repara reparable reparateur reparations reparera repares reparez
    reparle reparler reparlons reparons repars reparte repartent reparti repartie reparties
    repartira repartirons repartis repartit repartition repassee repassera repasses repasseur
    repassez repaye repeindre repel repensais repense repenses repere reperee reperer reperez
    repertorie repertorier repertories repetee repetera repetes repetiez repetitions repetitrice
    repit replace replacer repliquer repondais repondait repondes repondez repondra repondrais
    repondrait repondras repondrez repons report reportages reportons reposee reposera reposerai
    reposes reposte repots reprenait reprenant reprendra reprendrai reprendrais reprendras
    reprendrez reprendrons reprenions reprennes representez repression reprime reproduction
    reprouve reputation repute rer resection reservee reservent reserves reservez reset resident
    residents resider residu resie resine resistant resistante resle resolument resoudrai
    resource respiration responsables responses ressemblaient ressemblait ressemblant ressembler
    ressemblera ressembleront ressembles ressemblez ressembliez ressemblons ressentez resservir
    ressons ressoudes ressourcier resta restaurants restee restera resterait restes restiez
    restions restituer resto restos restrictive restructure restructures resultant retail
    retarde retarder retards retaud retenir retenons retention retenu retenus retiendra
    retiendrai retienne retiennent retiens retient retiers retine retira retirait retiree
    retirer retirerait retires retiriez retorques retoucher retourna retournac retournee
    retournees retournent retournera retournerai retourneras retournerez retournes retournez
    retourniez retours retracte retraites retraits retravailler retreindre retro retrouva
    retrouvais retrouvant retrouvee retrouvees retrouvent retrouver retrouverai retrouverons
    retrouves retrouvez retrouvions reuf reunification reussie reussira reussis reussit reux
    revaient revais revant revasse revasser revee reveilla reveillee reveillent reveillera
    reveillerai reveilleras reveillerez reveilles reveillez reveillon revel revelez revend
    revendez revends revendu reveniez revenions revens revent revenue revenues revera revere
    reverence reverez reverons revers reves revet revetir revetu reveur revez reviendra
    reviendrais reviendrait reviendras reviendrez reviennent reviennes reviers reville revint
    revis revit revoie revoient revois revoit revu revue reze ria riait riche riches ride ridee
    rider rides rie riec ried riel riens rient rieux riez rille rime rimes rince rinces riols
    rion rira rirai rirais rirait rires rirez riront ris risquee risquer risques risquez rit
    rite rites rive river rix rixe road robe robes roce roche roches rocker rode rodes rodeur
    rodeurs roe roger rogne rogues rohan roi roide rois role roles roller rom romain romaine
    romand romans romeu rompe ronce ronde ronds ronge ronger ronzieres rope roques rose roses
    rosse rosser rot roter rotes rots rottier rotule rou rouage roue rouen rouet rouez rouges
    rouget rougi rouhe roulait roulans roulante roulants rouleaux roulee roulement roulent
    roulera roules roulez roulier rounds roure rousse roussi routes routiers routines rouvert
    rouves rouviere rouvre rouvrir rouze rove royalement royan roye royer rozes rse rubis rudeau
    ruee ruelle ruelles ruer rues rui rumeur rumeurs ruse rusee ruses russ russes russey russy
    rut rutile ruy rye rythmee rythmes saas sable sac sace sache sachet sachets sachin sacrement
    sacs saens sage sages sagne sai said saignant sail sain saine sains sainte saints saire
    saisi saisies saisir saisis saisissant saisit saisy saix sake sal salade salaise salaries
    salat salavre salazie salee saleon saler sales salez sali salin salis salissent salit salle
    salles salons saloon salt salue salutaire salve saman sames samson samsons san sana sance
    sanctionne sand sang sangle sangles sangs sanitaire sanne sannes sanon sansa sant santa
    santeau santec santes santi santo sants saon saoul saoulee saouler saouls sap sape saper
    sapeur sapeurs sapt sarce sardon sare sari saron sarre sars sart sartes sarton sas sassis
    satin saturation sature sauce saud saufs sauge saul saule saules saulon sault saulve saumons
    saurai saurais saurait saurez saurons sausses saut sauta sautant sautee sautel sautera
    sautes sauteur sauto sautour sauts sauva sauvais sauvee sauvegarde sauvegardes sauvent
    sauver sauves sauvez sauvons sauvy saux sauze savais savait savant save savel saves saviez
    savoie savon saxi saxon saze scelle scelles sceptique scleroses scolarise scolarises scop
    scout sea seau seauve seby sec secateur seche sechelles secheur seconder secondes seconds
    secoues secourt secouru secourus secretaires secretary secrete secretement secrets secs secu
    securisee securiser securises securisez securitaire securites security seducteur seduction
    seduisante sedze see sees segal segrie sein seine seing seings sejourner sejours sel
    selectionne selections selective selle selles sels sem seme semes semi seminaire seminaires
    semine semoine semond semons sen senas sene senez senier senon senoux sense sensee sensees
    senses sent sente sentences senteur senteurs sentier sentiment sentirait seo separation
    separe separees separer separes separez septiers sepx serain seran serans seras serbonnes
    sere seree serez serge series serieuse seriez serions seris sermonnes sermons seron seront
    serou serra serrais serrait serre serres serrez serris serrons servaient servais servait
    servas serve server serveurs serveuses servi servie servies serviez servin servira servis
    servit servons servoz sery sest set sete setiers seuil seulles seuls seum seur seure seurre
    seux seve sever seves sevices sevir sevrai sevres sex sexe sexey sexiste shais shirt shoot
    shooter shop shorts shown shows siche side sied sien sienne siens sieur sifflement sig
    signale signalee signalement signalera signales signaleur signalez signant signe signerais
    signes signifier signifies signons silences sillage sille silo silos similarites simon
    simplet simulacre simulation simule simules sin singe sinistre sion sioule sir sire sis
    sites situations situe sixte skis slot sms snow soa soc sociable socialement sociales socle
    sode soeurs soi soie soies soignait soignants soignent soin soins sois soissons soit soize
    sol solages solaire solaires sole soleils solidaires solidarise solidarite solitaires solore
    solos sols solutions sombre sommation somme sommets sommieres sonde sondeur sondeuse sone
    songer sonne sonner sonnerait sonnerie sonnes sonnez sono sons sor sorbs sorde sore sorne
    sortant sorte sortes sorties sortiez sortira sortis sortit sorts sos sost sot sots souce
    souche souches soucia soucie soucies soucy soudage soude souder souel soues souffle souffres
    souffrez soufre souge souhait souhaiter souhaites souhaitez souhaits souk soul soula
    soulagee soulager soulaires soulanges soulatge soulce soulege souler soules souleve soulevee
    soulevent soulevera souleves soulevez soulge soulie soulieres soulle souls soult soumet
    soumis sound soupe souper soupes soupire souples souplet sourdes sourds souri sourie sourira
    sourires sourit sourn sours soute soutiens soutire souvenu souviendrait souviennent souvient
    souye soyer soyers soyeux speciale sports spot sps spv ssi stabilite stables stagne
    standards stands staple stations statu statue statuts steak stele step stonne stp stressante
    stressee stresser stresses strie structurer stucateur styles stylo suave subie subies subir
    subite subventionne subventionnes subversion suce sucer sucre sucs sud sue suer sues sueur
    suffi suffis suggestionne suggestions sui suicides suie suin suinte suisse suisses suites
    suivait suivantes suive suivent suivie suivis suivit suivra suivrez suize supermarches
    supplement supplions support supporter supportes supportez supports supposais supposant
    supposee supposees supposent supposer supposes supposez suprenez supt sureau sures surf
    surfe surgeres surpasses surprenante surprenantes surprend surprendra surprendre surprenne
    surprennent surpris surtension surveillee surveillees surveillent surveiller surveillera
    surveilles surveillez surveilliez surville sury sus suspend suspendez suspendre suspends
    suspendues suspendus suspensions sut suze sye sympas syre syrien systemes tabasse tableaux
    tables tabre tac tacha tachee tacher taches tachez tact taf tafe tai taie taies taille
    taillee tailles taillet tailleur taillez tain taire taise tait taix talence taller talon tam
    tan tangue taniere tanis tank tanne tannee tantes tanu tapais tapee tapera tapes tapez tapi
    tapie tapissier tapissiere tappe tardait tarde tarder tardes tardez tare tarentaine
    tarentaise tares tarif tarifs tarn tarot tart tarte tartes tasque tasser tasses tassin tasso
    tata tate tater tatre taule taupe tavant taxe taxer taxis tayac tce tcheque team teche
    technician techniciens techniques tee teil teins teint teinte teintee teinture tel
    telecharge telechargee telephonent telephonerai telephones telephonez telephonie teles telex
    tell telle telles tels tempe tempes tempo tenace tenais tence tencement tend tendances
    tendant tende tendez tendre tends tendu tendue teniez tennie tenor tenta tentation
    tentations tentatrice tenter tenterai tenterais tenterent tenteront tentes tentez tenues
    tenus terce tercis terme termina terminees terminera termines terminez terne ternir terrains
    terrer terres terreur terribles terrine tersannes tertre tesse testee testera testes testeur
    testez testons tests tet tetard teter tetes tetu tetue teuf text texto that theatres thebe
    theize theme themer thene there thermes thes thesee theses thesy theve theville theze thire
    this thise thois thoix thome thors thour thues thuit thur tiare tiche tien tienne tiennent
    tient tiers tieste tige tignes tigre til tiler tille tilles time tint tinte tintement tique
    tir tira tirais tirait tiree tirera tires tiret tireur tirez tirs tisse title titra titrer
    titres titulaires titularise tjr tjs tkt toc toge toile toiles toilettes toise tole toleree
    tolerer toleres tolerez tolerie toliere tolle tombe tombee tombera tombes tombez tome tond
    tonique tonne tonnes tons tonte tonus too torce torche torcher tord torp tort torts torture
    tortures tosse totale totes toto tou touch toucha touchee touchera touches touchez touet
    touges toul tourc tourier tourne tournee tournees tournera tournes tourneur tournez
    tourriers tours tourte tourtes toury toutens touvent touvre toux tow tox toy tps tqt trac
    tracas tracee tracer tracez tract tracte tracts tracy tradition traductions traduit traduite
    traduits traine traines trait traits traize trames tranche tranger tranqueville tranquillise
    tranquillises tranquillite trans transborde transfert transferts transforme transmette
    transmettent transmetteur transmettra transmettre transmettrez transmise transperce
    transpire transpires transportais transportee transportees transportent transporter
    transportera transportes transporteur transportez transportons transpose transposes trappe
    traquee traquer traques traquez travailla travaillaient travaillait travaillan travaillant
    travaillee travaillera travaillerais travaillerait travailleras travaillerez travailleront
    travailles travailleurs travailleuse travailliez travaillons traves trayes trec treille
    treilles treis treizieme trempee trempees tremper trempez trepas tresse trets treve trey
    trie trier tries trip triture tritures tro troc troche troisiemes trombe trompees trompera
    tromperai trompes trompeur trompez troo troque trou troublee troubler troubles troublez
    troue trouee trouer troues troupe trous trouva trouvaille trouvee trouvera trouverais
    trouverait trouveras trouverez trouves trouvez truck trucy true trun truque try tse tte ttes
    tua tube tubes tude tuees tuent tueras tueur tuez tuile tulle tumeur tumeurs tune tuner
    turcs tus tut typo tzr uchaud ugine ukrainienne uni unie uniformes unique unir unis unite
    urbain urbains urbanisme uree urgent urgente urgentes urine urs usa usage usages usee usent
    usiner usines usse utiles utilisa utilisee utilisera utilises utilisiez uze vaas vacance
    vache vacon vae vague vaille vain vaine vaines vains vair vaire vaise vaison vaite vaivre
    val valables valaire valais valant valenca valeurs validation valider valides valise valle
    vallon vallons valmer vals valse valu values valve van vance vans vante vantes vanves vaque
    var varent vares variantes varier varies varietes varin varize vars vase vasse vast vaudra
    vaudrais vaudrait vault vaulx vautour vautre vautres vauvre vax vay veau veaux vecteur
    vecteurs vecues vecus vecut veel vehicle veho veigne veille veilles veilleur veilleuse veix
    velib velines vell velle velles velu venas vence vend vendanger vendangeur vendangeuse
    vendant vendargues vende vendee vendes vendeurs vendeuses vendiez vendra vendranges
    vendredis vendres vendrez vendues vendus venere venes veneur venez venge vengeur vengez
    veniez venin venir vennes ventes ventre vents venu venue venus ver verde vere veria verin
    verines veritables verite verlin vermine vern vernais verne vernie vernier vero veronique
    verrai verrait verras verre verreur verriere versa versais verse versions verson versonnex
    vert vertain verte verts very vesicule vesines veste vestes vestige vestiges vet
    veterinaires veto vetre vetu vetue veuf veuilles veules veulettes vexin vey veynes vez vezin
    vezines vhu via viabilise viabilite viable viables vialer vianne vias vibre vibrer vic vice
    vices victimes vida vidais vidant videe videes vident videos videra vides videur videz
    vidons vidre vieilles vieilley vieilli viel vielle vielles viels viendrait viennes vier
    viere vieu vieville vievre view viey vif vifs vige viger vigie vigiles vigne vignes vignon
    vil vilde vile viles villa villabe villages villas villate villement villennes viller
    villers villettes villey villez villie villy vils vin vinets vineux vingeanne vinon vins
    violant violera violes violets violette violeur violeurs violez violles violot vion vions
    vira virait virant virees virent virera vires vireux virey virile virlet virons virvee viry
    visais visant vise visee visent viser vises visez visite visitee visitera visites visiteur
    visitez visons vitre vitree vitte vitz vivaise vivait vivans vivantes viven vives vivey
    vivez vivions vivra vivrais vivres vivrez vivrons vivy vix vizille vocale voeux voge voi
    void voient voies voile voilee voiler voilure voingt voire voires voise voivre vol vola
    volage volais volait volant volantes volees volent voler voles volet voleur volez
    volontaires vols volx vomir vomis vomit vonne votant votee voter votez votres vou voudra
    voudrait voudras voue vouee vouer voues voulant voulgis vouliez voulue voulus voulut voulx
    voust voute voutes voutre voves voy voyager voyages voyagez voyait voyante voyants voyer
    voyeurs vrac vraies vrain vraine vrais vran vraux vrille vrilles vtt vue vues vul vus vyt
    wallon wamin want was water ways welles west wet what where woel woman wuisse xambes yan
    yard yaris yavait yeres yerre yes yet yeu yeux yon yonne your yport ytres yville zappez zele
    zeros zeste zoe zones
    """.split()
)
