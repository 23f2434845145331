"""What is told around a list of jobs: what was left out, what changed, what is unsure."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

LISTS: Mapping[str, P] = {
    "removed.one": P(
        "J'ai mis de côté 1 métier, d'après vos réponses.",
        "Vos réponses enlèvent 1 métier.",
    ),
    "removed.many": P(
        "J'ai mis de côté {count} métiers, d'après vos réponses.",
        "Vos réponses enlèvent {count} métiers.",
    ),
    "removed.by": P("{limit} : {count}."),
    "limit.licence_needed": P("permis B nécessaire"),
    "limit.too_far": P("trajet trop long"),
    "limit.training_too_long": P("formation trop longue"),
    # A refusal
    "refused": P("J'ai retiré {job}."),
    "refused_why": P("J'ai retiré {job} : {why}.", "J'ai retiré {job}.\nLa raison : {why}."),
    "why.done_before": P("vous l'avez déjà fait"),
    "why.hours": P("les horaires ne vont pas"),
    "why.not_interested": P("il ne vous dit rien"),
    "why.physical": P("il est trop physique"),
    "why.too_far": P("il est trop loin"),
    "why.training": P("la formation ne va pas"),
    "change.done_before": P("Je cherche maintenant quelque chose de nouveau."),
    "change.hours": P("J'évite maintenant : {details}.", "J'évite maintenant :\n{details}."),
    "change.not_interested": P("Je m'éloigne de ce genre de métier."),
    "change.physical": P("J'évite maintenant : {details}.", "J'évite maintenant :\n{details}."),
    "change.too_far": P("Je cherche maintenant plus près de chez vous."),
    "change.training": P("Je cherche maintenant des formations plus courtes."),
    "only_this.hours": P(
        "Je ne connais pas ses horaires : je retire seulement ce métier.",
        "Je ne connais pas ses horaires.\nJe retire seulement ce métier.",
    ),
    "only_this.physical": P(
        "Je ne connais pas ses efforts physiques : je retire seulement ce métier.",
        "Je ne connais pas ses efforts physiques.\nJe retire seulement ce métier.",
    ),
    "gone.one": P("1 métier est parti"),
    "gone.many": P("{count} métiers sont partis"),
    "new.one": P("1 métier est entré"),
    "new.many": P("{count} métiers sont entrés"),
    "moves": P("{moves}."),
    "left.one": P("N'est plus dans la liste : {jobs}.", "Sorti de la liste :\n{jobs}."),
    "left.many": P("Ne sont plus dans la liste : {jobs}.", "Sortis de la liste :\n{jobs}."),
    "came": P("Nouveau dans la liste : {jobs}.", "Nouveau dans la liste :\n{jobs}."),
    "stay": P("Toujours dans la liste : {jobs}.", "Toujours dans la liste :\n{jobs}."),
    "minutes_at_most": P(
        "Je compte maintenant {minutes} minutes de trajet au plus. Dites un autre temps si besoin.",
        "Je compte {minutes} minutes de trajet au plus.\nVous pouvez donner un autre temps.",
    ),
    "nothing_nearer": P(
        "Mais je ne trouve aucun métier plus près de chez vous.",
        "Mais je ne trouve rien de plus près.",
    ),
    # The dial of surprise
    "dial.near": P(
        "Je reste plus près de ce que vous connaissez, sans surprise.",
        "Je reste près de ce que vous connaissez.\nJe ne fais pas de surprise.",
    ),
    "dial.open": P(
        "Je garde ce qui vous ressemble, avec une surprise.",
        "Je garde ce qui vous ressemble.\nJ'ajoute une surprise.",
    ),
    "dial.surprise": P(
        "Je vous surprends : un métier attendu, les autres beaucoup moins.",
        "Je vous surprends.\nUn métier vous ressemble.\nLes autres sont nouveaux pour vous.",
    ),
    "dial.near_without_past": P(
        "J'enlève les surprises : je reste près de vos goûts.",
        "J'enlève les surprises.\nJe reste près de vos goûts.",
    ),
    "dial.unmoved": P("La liste reste la même."),
    # What the person said both ways
    "contradiction": P(
        "Vos réponses vont dans deux sens sur un point. {one}. {other}.",
        "Vos réponses vont dans deux sens.\n{one}.\n{other}.",
    ),
    "contradiction.limit": P(
        "{one}. Mais vous évitez ceci : {limit}. Je garde cette limite.",
        "{one}.\nMais vous évitez ceci : {limit}.\nJe garde cette limite.",
    ),
    # What one should know about the list
    "note.first_step": P(
        "Pour essayer un métier quelques jours, il y a l'immersion en entreprise. "
        "Parlez-en à votre conseiller ou conseillère.",
        "Vous pouvez essayer un métier quelques jours.\n"
        "Cela s'appelle une immersion.\n"
        "Parlez-en à votre conseiller ou conseillère.",
    ),
    "note.border": P(
        "Je ne compte pas les emplois {there}.",
    ),
    "note.empty_profile": P(
        "Je connais peu vos goûts : je regarde surtout ce qui recrute.",
        "Je connais peu vos goûts.\nJe regarde surtout ce qui recrute.",
    ),
    "note.flat_profile": P(
        "Vos réponses se ressemblent : aucun goût ne se détache encore.",
        "Vos réponses se ressemblent.\nJe ne vois pas encore votre goût préféré.",
    ),
    "note.home_unknown": P(
        "Sans votre commune, je ne compte ni trajets ni embauches près de vous.",
        "Je ne connais pas votre commune.\n"
        "Alors je ne compte pas les trajets.\n"
        "Je ne compte pas les emplois près de vous.",
    ),
    "note.minutes_assumed": P(
        "Je compte 30 minutes de trajet au plus, faute de réponse.",
        "Je compte 30 minutes de trajet au plus.\nVous pouvez changer cela.",
    ),
    "note.no_declic": P(
        "Je n'ai pas trouvé de métier surprise qui vous ressemble assez.",
        "Je cherche aussi un métier surprise.\nCette fois, je n'en trouve pas.",
    ),
    "note.nothing_at_all": P("Aucun métier ne respecte toutes vos limites."),
    "note.nothing_left": P("Aucun autre métier ne respecte toutes vos limites."),
    # One job looked at
    "looked_at": P("{job} : voici ce que je regarde.", "{job}.\nVoici ce que je regarde."),
    "no_reason_yet": P(
        "Aucune de vos réponses ne mène encore à ce métier.",
        "Vos réponses parlent encore peu de ce métier.",
    ),
    "unknown_job": P("Je ne trouve pas ce métier dans ma liste."),
    "sources": P("Sources : {names}.", "Ces chiffres viennent de :\n{names}."),
    # Why a job is not in the list
    "why_not.disliked": P(
        "Il passe après d'autres : il s'éloigne de vos goûts.",
        "D'autres métiers passent avant.\nCelui-ci s'éloigne de vos goûts.",
    ),
    "why_not.done_before": P(
        "Vous l'avez déjà fait : je cherche d'abord du nouveau.",
        "Vous l'avez déjà fait.\nJe cherche d'abord du nouveau.",
    ),
    "why_not.fewer_openings": P(
        "Il passe après d'autres : ils recrutent davantage dans votre secteur.",
        "D'autres métiers passent avant.\nIls recrutent plus près de chez vous.",
    ),
    "why_not.less_liked": P(
        "Il passe après d'autres : ils vous ressemblent plus.",
        "D'autres métiers passent avant.\nIls vous ressemblent plus.",
    ),
    "why_not.no_figure": P(
        "Il passe après d'autres : je ne connais pas ses embauches près de vous.",
        "D'autres métiers passent avant.\nIci, je ne sais pas s'il recrute.",
    ),
    "why_not.rare": P(
        "Il recrute très peu. Je ne propose un métier rare qu'après un métier proche.",
        "Il recrute très peu.\nC'est un métier rare.\nJe montre d'abord un métier proche.",
    ),
    "why_not.refused": P("Vous avez mis ce métier de côté."),
    "why_not.untold": P("Je ne sais pas encore bien décrire ce métier."),
    "place.first": P("C'est le premier de votre liste."),
    "place": P("Place {place} de votre liste."),
    "missing": P("Il manque : {named}.", "Il manque :\n{named}."),
    "missing.licence_needed": P("le permis B"),
    "missing.too_far": P("des embauches à portée de trajet", "un emploi assez près"),
    "asks.training_too_long": P("Il demande une formation plus longue."),
    "asks.avoided": P(
        "{reason} Vous préférez éviter cela.", "{reason}\nVous préférez éviter cela."
    ),
    "way": P("Avec {levers}, il devient possible.", "Avec {levers},\nce métier devient possible."),
}
