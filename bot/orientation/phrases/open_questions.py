"""Open questions of who accompanies a person: warm, to talk, and without an answer inside.

They begin with what, how or when, never with "do you"; none suggests what to say, none asks about
health. The person reads them on their own screen.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

OPEN_QUESTIONS: Mapping[str, P] = {
    # To begin
    "start.today": P("Qu'est-ce qui vous amène aujourd'hui ?"),
    "start.hope": P(
        "À la fin de notre échange, qu'aimeriez-vous avoir trouvé ?",
        "À la fin, qu'aimeriez-vous avoir trouvé ?",
    ),
    "start.known": P("Que savez-vous déjà de ce que vous cherchez ?"),
    # Where
    "place.life": P("Comment se passe la vie là où vous habitez ?"),
    "place.far": P("Jusqu'où vous voyez-vous aller travailler ?"),
    # Tastes
    "tastes.good_day": P(
        "Racontez-moi une journée de travail qui vous a plu.",
        "Parlez-moi d'une bonne journée de travail.",
    ),
    "tastes.time": P("Quand est-ce que vous ne voyez pas le temps passer ?"),
    "tastes.success": P("Parlez-moi d'une chose que vous avez réussie."),
    "tastes.asked": P(
        "Pour quoi vos proches vous demandent-ils de l'aide ?",
        "Vos proches vous demandent de l'aide.\nC'est pour faire quoi ?",
    ),
    "tastes.pictures": P("Qu'est-ce qui vous parle dans ces images ?"),
    "tastes.story": P("Dans cette histoire, qu'est-ce qui vous ressemble ?"),
    "tastes.matters": P("Qu'est-ce qui compte le plus pour vous au travail ?"),
    "tastes.hard": P("Dans un travail, qu'est-ce qui vous coûte le plus ?"),
    "tastes.child": P("Plus jeune, qu'aviez-vous envie de faire ?"),
    "tastes.torn": P(
        "Selon les moments, {more} ou {less} : comment le voyez-vous ?",
        "{more} ou {less} :\ncomment le voyez-vous ?",
    ),
    "tastes.torn_letter": P(
        "Pour {verbs}, vos réponses varient. Racontez-moi quand cela vous plaît.",
        "Vos réponses varient pour ceci : {verbs}.\nQuand est-ce que cela vous plaît ?",
    ),
    "tastes.limit": P(
        "Une même chose vous plaît et vous gêne. Comment le vivez-vous ?",
        "Une même chose vous plaît et vous gêne.\nComment le vivez-vous ?",
    ),
    "tastes.flat": P(
        "Beaucoup de choses vous vont. Qu'est-ce qui ferait la différence ?",
        "Beaucoup de choses vous vont.\nQu'est-ce qui compte le plus ?",
    ),
    "tastes.only_no": P(
        "Vous savez ce que vous ne voulez pas. Et qu'est-ce qui vous irait ?",
        "Vous savez dire non.\nEt qu'est-ce qui vous irait ?",
    ),
    # What one has done
    "past.liked": P(
        "Dans ce que vous avez déjà fait, qu'est-ce que vous aimiez ?",
        "Vous avez déjà travaillé.\nQu'est-ce que vous aimiez ?",
    ),
    "past.learned": P(
        "Qu'avez-vous appris dans ce travail, qui vous sert encore ?",
        "Qu'avez-vous appris dans ce travail ?",
    ),
    "past.end": P(
        "Comment ce travail s'est-il terminé ? Qu'en pensez-vous aujourd'hui ?",
        "Comment ce travail s'est-il terminé ?\nQu'en pensez-vous aujourd'hui ?",
    ),
    "past.found_again": P("Qu'aimeriez-vous retrouver de ce travail ?"),
    "past.unpaid": P("Que faites-vous pour les autres, même sans salaire ?"),
    # Getting there
    "road.week": P("Comment vous déplacez-vous dans une semaine habituelle ?"),
    "road.licence": P("Quelle place le permis a-t-il dans vos projets ?"),
    "road.simple": P("Qu'est-ce qui rendrait vos trajets plus simples ?"),
    "road.car": P(
        "Vous parlez d'une voiture, et pas du permis. Comment faites-vous aujourd'hui ?",
        "Vous avez une voiture, et pas le permis.\nComment faites-vous ?",
    ),
    # What holds back
    "limits.week": P("À quoi ressemble une semaine qui vous irait bien ?"),
    "limits.around": P("Dans votre vie, de quoi faut-il tenir compte ?"),
    "limits.no_more": P("Qu'aimeriez-vous ne plus avoir à faire au travail ?"),
    "training.learn": P("Comment aimez-vous apprendre une chose nouvelle ?"),
    "training.school": P("Quels souvenirs gardez-vous de l'école ou de vos formations ?"),
    # The jobs
    "jobs.look": P("En voyant cette liste, qu'est-ce que vous vous dites ?"),
    "jobs.surprise": P("Qu'est-ce qui vous surprend dans ces métiers ?"),
    "jobs.imagine": P(
        "Imaginez-vous un matin dans l'un de ces métiers. Que voyez-vous ?",
        "Vous faites un de ces métiers.\nImaginez le matin.\nQue voyez-vous ?",
    ),
    "jobs.kept": P("Qu'est-ce qui vous a fait garder {job} ?"),
    "jobs.two": P(
        "Entre les métiers gardés, qu'est-ce qui fait la différence pour vous ?",
        "Vous gardez plusieurs métiers.\nQu'est-ce qui fait la différence ?",
    ),
    "jobs.refused": P(
        "Vous avez mis {job} de côté. Dites-m'en un peu plus.",
        "Vous avez mis {job} de côté.\nDites-m'en un peu plus.",
    ),
    "jobs.whom": P("À qui aimeriez-vous parler de ces métiers ?"),
    # What helps
    "aids.first": P("De quelle aide auriez-vous besoin en premier ?"),
    "aids.tried": P(
        "Qu'avez-vous déjà essayé ? Qu'est-ce qui a marché ?",
        "Qu'avez-vous déjà essayé ?\nQu'est-ce qui a marché ?",
    ),
    # Hard days, and what one would rather not say
    "mood.heavy": P("Qu'est-ce qui pèse le plus en ce moment ?"),
    "mood.hold": P("Qu'est-ce qui vous aide à tenir, les jours difficiles ?"),
    "mood.choose": P(
        "De quoi avez-vous envie de parler, et de quoi plutôt pas ?",
        "De quoi voulez-vous parler ?\nEt de quoi plutôt pas ?",
    ),
    # To go on
    "next.step": P("Quel serait pour vous le prochain petit pas ?"),
    "next.scale": P(
        "De 0 à 10, où en est votre envie d'essayer ? Qu'est-ce qui la porte ?",
        "De 0 à 10, où en est votre envie ?\nQu'est-ce qui la porte ?",
    ),
    "next.missing": P(
        "Qu'est-ce qui compte pour vous, et que je n'ai pas demandé ?",
        "Qu'est-ce que je n'ai pas demandé ?",
    ),
}
