"""Why a job, or why not: what stands on a card."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

REASONS: Mapping[str, P] = {
    # What a job is like
    "letter.R": P("le travail est concret"),
    "letter.I": P("on observe et on cherche à comprendre"),
    "letter.A": P("le goût et les idées comptent"),
    "letter.S": P("les relations humaines comptent", "on aide et on écoute les gens"),
    "letter.E": P("il faut oser et décider"),
    "letter.C": P("l'ordre et la précision comptent", "il faut bien ranger et bien compter"),
    "setting.outdoors.more": P("on travaille dehors"),
    "setting.outdoors.less": P("on travaille à l'abri"),
    "setting.people.more": P("on voit du monde"),
    "setting.team.more": P("on travaille en équipe"),
    "setting.team.less": P("on travaille souvent sans équipe"),
    "setting.hands.more": P("on apprend et on agit avec ses mains", "on travaille avec ses mains"),
    "setting.hands.less": P("on travaille beaucoup sur écran"),
    "setting.variety.less": P("les mêmes gestes reviennent souvent"),
    "hours.night": P("travail de nuit"),
    "hours.weekend": P("travail le week-end"),
    "hours.shifted": P("horaires décalés", "travail très tôt ou très tard"),
    "hours.outside_school": P("travail hors des heures d'école"),
    "condition.heavy_loads": P("port de charges", "porter des choses lourdes"),
    "condition.standing": P("longtemps debout"),
    "condition.sitting": P("longtemps en position assise"),
    "condition.outdoors": P("travail dehors"),
    "condition.heights": P("travail en hauteur"),
    "condition.noise": P("bruit"),
    "condition.cold_or_heat": P("froid ou chaleur"),
    "condition.repetitive": P("gestes répétitifs", "toujours les mêmes gestes"),
    "condition.public_contact": P("contact avec le public"),
    "condition.chemicals": P("produits chimiques"),
    "mode.car": P("en voiture"),
    "mode.scooter": P("en scooter"),
    "mode.bike": P("à vélo"),
    "mode.carpool": P("en covoiturage", "en voiture à plusieurs"),
    "mode.ebike": P("à vélo électrique"),
    "mode.walk": P("à pied"),
    "mode.public_transport": P("en bus ou en train"),
    "unknown.licence": P("permis"),
    "unknown.vehicle": P("voiture"),
    "unknown.public_transport": P("bus et trains"),
    # What the person gave: evidence.Evidence.quoted_as
    "clause.a_bit": P("vous répondez «\u00a0un peu\u00a0» à {quoted}"),
    "clause.no": P("vous avez dit non à {quoted}"),
    "clause.own_words": P("vous dites {quoted}"),
    "clause.picture": P("vous avez choisi l'image {quoted}"),
    "clause.scene": P("dans l'histoire, vous avez {text}"),
    "clause.statement": P("vous dites {quoted}"),
    "because": P("{clause} : {here}.", "{clause}.\n{here}."),
    "because_apart": P("{clause}. {here}.", "{clause}.\n{here}."),
    "here": P("ici, {like}"),
    "here_too": P("ici aussi, {like}"),
    # For a job
    "declic.all_near": P(
        "On n'y pense pas toujours, mais ce métier rejoint vos goûts.",
        "On pense peu à ce métier.\nPourtant, il ressemble à vos goûts.",
    ),
    "declic.but_one": P(
        "Proche de vos goûts, sauf un point : {like}.",
        "Ce métier est proche de vos goûts.\nUn point change :\n{like}.",
    ),
    "declic.domain": P(
        "Un milieu nouveau pour vous, mais vos goûts s'y retrouvent.",
        "Ce milieu est nouveau pour vous.\nVous y retrouvez vos goûts.",
    ),
    "declic.further": P(
        "Plus loin de vos habitudes, mais vous y retrouvez plusieurs goûts.",
        "Ce métier change de vos habitudes.\nVous y retrouvez plusieurs goûts.",
    ),
    "hard_to_fill": P(
        "Les employeurs ont du mal à trouver, {tenths} fois sur 10. Votre candidature compte.",
        "Les employeurs ont du mal à trouver.\n"
        "C'est vrai {tenths} fois sur 10.\n"
        "Votre candidature compte.",
    ),
    "hard_to_fill.all": P(
        "Les employeurs ont presque toujours du mal à trouver. Votre candidature compte.",
        "Les employeurs ont du mal à trouver.\n"
        "C'est presque toujours vrai.\n"
        "Votre candidature compte.",
    ),
    "past_job_near": P(
        "Votre expérience peut servir ici : {said}.",
        "Vous avez fait ce métier : {said}.\nCela peut vous aider ici.",
    ),
    "same_domain": P("Vous connaissez ce milieu grâce à {said}."),
    "same_job": P("Vous connaissez déjà ce métier : {said}."),
    "setting_liked": P(
        "Un point qui peut vous plaire : {like}.", "Ce point peut vous plaire :\n{like}."
    ),
    "skills_shared": P(
        "Comme pour {said}, on y fait ceci : {skill}.",
        "Vous connaissez ce métier : {said}.\nIci aussi, on fait ceci :\n{skill}.",
    ),
    # To check
    "conditions_likely": P(
        "À vérifier sur place : {named}.", "Demandez si le travail a cela :\n{named}."
    ),
    "conditions_listed": P(
        "Ce métier peut demander : {named}.", "Ce métier peut demander :\n{named}."
    ),
    "home_unknown": P(
        "Sans votre commune, je ne peux pas estimer le trajet.",
        "Donnez-moi votre commune.\nJe pourrai compter le trajet.",
    ),
    "hours_likely": P(
        "À vérifier avec l'employeur : {named}.", "Demandez à l'employeur :\n{named} ?"
    ),
    "hours_listed": P("Horaires possibles : {named}.", "Horaires possibles :\n{named}."),
    "late_transport": P(
        "Vérifiez les bus et trains tôt, tard et le week-end.",
        "Regardez les horaires des bus et des trains.\nRegardez tôt, tard et le week-end.",
    ),
    "licence_to_check": P(
        "Le permis B est demandé pour ce métier.",
        "Ce métier demande le permis B.\nC'est le permis pour conduire une voiture.",
    ),
    "reach_to_check": P(
        "Le trajet dépend d'une réponse qui manque : {named}.",
        "Il me manque une réponse :\n{named}.\nElle sert à compter le trajet.",
    ),
    "reach_to_check.carpool": P(
        "Vérifiez qu'une ligne de covoiturage fait ce trajet.",
        "Le covoiturage, c'est une voiture à plusieurs.\nVérifiez qu'il existe pour ce trajet.",
    ),
    "regulated": P(
        "La loi encadre ce métier : vérifiez le diplôme ou l'accord à avoir.",
        "La loi encadre ce métier.\nIl faut un diplôme ou un accord.\nDemandez lequel.",
    ),
    "school_hours_to_ask": P(
        "Demandez des horaires d'école : ils ne vont pas de soi.",
        "Demandez des horaires d'école.\nTous les employeurs ne les donnent pas.",
    ),
    "seasonal": P(
        "Environ {tenths} embauches sur 10 sont saisonnières.",
        "Environ {tenths} emplois sur 10 durent une saison.\nUne saison, c'est quelques mois.",
    ),
    "seasonal.all": P(
        "Presque toutes ces embauches sont saisonnières.",
        "Presque tous ces emplois durent une saison.\nUne saison, c'est quelques mois.",
    ),
    "training_to_check": P(
        "La durée de formation est à vérifier.", "Demandez la durée de la formation."
    ),
    # Against a job
    "conditions_refused": P("Ce métier demande : {named}.", "Ce métier demande :\n{named}."),
    "hours_refused": P(
        "Ce métier demande souvent : {named}.", "Ce métier demande souvent :\n{named}."
    ),
    "licence_needed": P(
        "Le permis B est nécessaire.",
        "Il faut le permis B.\nC'est le permis pour conduire une voiture.",
    ),
    "no_transport_at": P(
        "Bus et trains rares à ces heures : {named}.",
        "Il y a peu de bus et de trains.\nC'est pour ces heures :\n{named}.",
    ),
    "setting_disliked": P(
        "Un point plus loin de vos goûts : {like}.", "Ce point peut moins vous plaire :\n{like}."
    ),
    "too_far": P(
        "Environ {minutes} minutes {mode} : plus que votre limite.",
        "Le trajet prend environ {minutes} minutes {mode}.\nC'est plus que votre limite.",
    ),
    "training_too_long": P(
        "La formation est plus longue que vous ne le souhaitez.",
        "La formation est longue.\nVous voulez une formation plus courte.",
    ),
}
