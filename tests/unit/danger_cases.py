"""Sentences that tell of a danger, and sentences that only sound like it. Written by hand."""

from __future__ import annotations

DISTRESS = """
j'ai envie de mourir
je veux mourir
jveu mourir
g envi de mourire
je voudrais être morte
j'ai envie d'en finir
je vais en finir avec la vie
j'ai plus envie de vivre
je ne veux plus vivre comme ça
je veux plus être là
je ne vois plus de raison de vivre
à quoi bon vivre
à quoi ça sert de vivre
je n'en peux plus de vivre
j'en ai marre de la vie
jen ai mar de vivre
ras le bol de cette vie
la vie ne vaut pas la peine d'être vécue
ma vie n'a plus aucun sens
je pense au suicide tous les jours
je vais me suicidé
jpense a me sucider
j'ai des idées noires
j'ai des pensées suicidaires depuis des mois
je vais me tuer
je vais me pendre
je vais me jeter sous un train
je veux me foutre en l'air
j'ai envie de sauter par la fenêtre
je me scarifie
je me coupe les veines
je me fais du mal
j'ai pris tous mes médicaments d'un coup
j'ai avalé une boite de somnifères
tout le monde serait mieux sans moi
ils seront soulagés sans moi
si je mourais personne ne s'en apercevrait
je voudrais m'endormir et ne jamais me réveiller
demain je ne serai plus là
c'est ma lettre d'adieu
adieu tout le monde
je suis au bout du rouleau
je veux disparaître
j'ai déjà fait une tentative de suicide
mon fils parle de se suicider
ma fille dit qu'elle veut mourir
mon mari menace de se tuer
ma soeur a fait une TS la semaine dernière
mon frère veut en finir
je veux crever
autant crever
je veux mettre fin à mes jours
je pense souvent à la mort, j'ai envie de disparaître pour toujours
ça sert à rien que je vive
i want to die
j'ai le permis mais de toute façon je vais me tuer alors
ce que j'aimerais c'est dormir et ne plus jamais me réveiller
j'ai acheté une corde, je vais me pendre ce soir
je supporte plus la vie
jme fai du mal exprès
"""

VIOLENCE = """
mon mari me frappe
mon mari me bat
mon conjoint me tape dessus
mon copin me frape
mon conjoin me tappe
il me bat
il me tabasse quand il a bu
il m'a étranglée
il m'a frappée hier
il lève la main sur moi
il me donne des coups de pied
il m'a mis une gifle devant les enfants
mon ex me harcèle
mon ex me menace de mort
mon ex me suit partout
il a dit qu'il allait me tuer
il menace de me tuer si je pars
j'ai peur qu'il me tue
j'ai peur de rentrer chez moi
j'ai peur de mon mari
il me fait peur
ma femme me frappe
ma compagne me bat
mon fils me frappe
mon père me bat
ma mère me donne des claques
mon beau-père me touche
mon oncle me viole
j'ai été violée
je me suis fait violer
j'ai été agressée sexuellement
mon patron m'a agressée sexuellement
je suis battue
je suis une femme battue
je suis victime de violences conjugales
je subis des violences à la maison
il y a de la violence chez moi tous les jours, mon mari est violent
il est violent avec moi
mon mari est violent
il frappe les enfants
mon mari tape ma fille
mon compagnon bat mon fils
mon père tape sur ma mère, il la frappe
ma fille se fait frapper par son copain
mon fils a été violé
ma petite soeur se fait battre
on veut me marier de force
il m'enferme à la maison
il m'interdit de sortir
il m'empêche de travailler
il m'a forcée
il me force à coucher avec lui
je suis partie à cause des coups
je me cache de mon ex
j'ai fui mon mari violent
il m'a menacée avec un couteau
je travaille mais mon mari me frappe
je veux pas rentrer il va me frapper
on me fait du mal chez moi
mon mec me cogne des fois
jsui battu par mon mari
"""

HOMELESS = """
je suis dehors depuis lundi
je suis dehors
on est dehors avec les enfants
je suis dans ma voiture avec mes enfants la nuit
je suis à la rue
je dors dehors
je dor dehor
je dors dans la rue
je vis dans la rue depuis un mois
je dors dans ma voiture
jdors dans ma caisse
je vis dans ma voiture avec mes enfants
on dort dans une tente
je dors sous un pont
je dors à la gare
je dors dans un squat
je passe mes nuits dans le hall d'un immeuble
je suis sdf
g plus de logement
je suis sans domicile
je suis sans abri
je suis sans logement
je n'ai plus de logement
j'ai perdu mon logement
j'ai pas de toit
je n'ai nulle part où dormir
j'ai nulle part où aller
je sais pas où dormir ce soir
je ne sais pas où dormir
mes parents m'ont mis à la porte
mon mari m'a mise dehors
ma copine m'a viré de chez elle
je vais être expulsé demain
on va nous expulser
je me retrouve à la rue avec mon bébé
je suis hébergée par le 115
on dort à l'hôtel du 115
je dors à droite à gauche
je dors chez les uns les autres, parfois dehors
mon fils dort dehors
mon frère est à la rue
besoin d'un hébergement d'urgence
ma fille et moi on dort dans la voiture
sans domicile fixe depuis janvier
on a plus de maison
je serai à la rue à la fin du mois
"""

LOOK_ALIKES = """
coursier, c'est dehors
ce métier c'est dehors ?
je suis souvent dehors
je suis dehors toute la journée
je suis mécano dans un garage
c'est dans un garage à Valence
je suis agent à la gare
mon bureau est à la gare
je suis aux urgences, aide-soignante
je suis à droite à gauche en intérim
j'ai été chef d'équipe dans le bois
je meurs d'envie d'apprendre
je meurs d'envie d'essayer
je meurs de faim
je suis mort de rire
je suis mort de fatigue
je suis morte de froid en chambre frigo
c'est la mort ce boulot
c'était la mort à l'usine
je tue le temps
je tuais le temps en bricolant
ça me tue de rester sans rien faire
je me tue à la tâche
ce travail m'a tué le dos
un métier qui tue
je veux en finir avec le chômage
je veux en finir avec les petits boulots
j'ai envie de finir ma formation
mon métier va disparaître
mon secteur a disparu
je crève de chaud dans l'entrepôt
j'ai envie de mourir de rire
nature morte à la craie
le temps mort du matin
j'ai travaillé aux pompes funèbres
je saute de joie
je veux sauter le pas
on saute des repas à la maison
j'ai fait un saut en parachute
je suis prêt à me battre pour un travail
je me bats pour trouver du travail
j'ai battu mon record
j'ai battu mon record de vente
j'ai battu tous les concurrents
battre les oeufs en neige
je joue de la batterie
j'ai frappé à toutes les portes
j'ai frappé un corner et marqué
je tape au clavier toute la journée
je tape des courriers
ça me tape sur les nerfs
le soleil tape sur le chantier
ça m'a tapé dans l'oeil
la violence routière c'était mon métier
j'étais éducatrice pour enfants maltraités
j'ai travaillé avec des femmes battues
bénévole au 3919
j'ai été écoutante dans la prévention du suicide
j'ai travaillé dans une association contre les violences conjugales
mon ancien chef criait
mon ancien patron criait tout le temps
ma patronne criait sur tout le monde
j'ai peur de conduire
j'ai peur du vide
j'ai peur de rater l'entretien
j'ai peur de rentrer tard le soir
j'ai peur de rentrer la nuit en bus
le vide me fait peur
l'ordinateur me fait peur
je joue du violon
je suis fleuriste, j'aime les violettes
un coup de main
c'est un coup de coeur
il me faut un coup de pouce
je touche le rsa
j'aime toucher le bois
je suis forcé de prendre le bus
à force de chercher
je suis un battant
travailler à l'abri
je préfère travailler à l'abri du froid
travailler dehors
j'aime travailler dehors
je veux un travail dehors
j'adore dormir dehors en camping
je dors chez ma mère
je dors chez un ami en ce moment
je vis chez mes parents
je suis hébergé chez ma soeur
j'habite rue de la Paix
j'habite dans la rue principale
j'habite dans la rue Victor Hugo
la gare routière est à côté
je suis chauffeur routier, je dors dans mon camion la semaine
j'ai fait des maraudes pour les sans-abri
j'aidais les sdf avec la croix rouge
agent de nettoyage dans un centre d'hébergement du 115
je travaillais dans un foyer pour sans-abri
j'ai été mis à la porte de mon travail
mon patron m'a mis à la porte
j'ai été expulsé du lycée
je n'ai pas de logement de fonction
ma voiture est morte
ma moto est morte, j'ai plus que le vélo
j'ai une caisse pourrie
je n'ai pas d'idées noires
je ne veux pas mourir idiot
je ne suis pas sdf
non je ne dors pas dehors
je ne suis pas battue
il ne m'a jamais frappée
j'en ai marre
j'en ai marre de chercher
j'en peux plus de ce boulot
je trouverai jamais
à quoi bon chercher
ça sert à rien de postuler
je suis découragée
je n'ai plus d'espoir de trouver un travail
je n'ai plus d'argent
je n'ai plus de quoi manger
plus de voiture depuis janvier
j'ai perdu mon emploi
j'ai perdu mon permis
je n'ai nulle part où garer ma voiture
je ne sais pas où aller dans la vie
je sais pas où postuler
j'habite à côté de la rue
j'ai le mal de dos, ça me fait mal
porter des charges me fait mal au dos
mes enfants sont à la crèche
mon mari me conduit au travail
mon mari me prête sa voiture
mon copain me dépose
ma mère me garde les enfants
il me faut un travail
elle me plaît cette image
mon fils me prend beaucoup de temps
mon père m'a appris la menuiserie
il m'a donné envie
mon mari travaille de nuit
mon ex garde les enfants le week-end
mon chef me mettait la pression
je veux sortir de chez moi
je passe mes journées dehors
je reste debout
un métier vivant
la vie de bureau c'est pas pour moi
je veux changer de vie
vivre de ma passion
c'est ma vie le jardinage
je suis plus là-bas depuis mars
je ne serai pas là lundi
je vais y aller
il bat des records
le tram passe en bas de chez moi
7, 12 et 23
Aurillac
caissière
"""


def sentences(block: str) -> list[str]:
    """The lines of a block."""
    return [line for line in block.strip().splitlines() if line]
