"""What the web app answers when it cannot do what was asked: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

_UNREADABLE = P("La demande est illisible. Rechargez la page, puis réessayez.")
_PAUSE = P("Le service fait une pause : renvoyez votre message dans un instant, rien n'est perdu.")
_TOO_LONG = P("Votre message est trop long. Écrivez 2\u202f000 caractères au plus à la fois.")
WEB: Mapping[str, P] = {
    # Beside a list to tick from
    "multiple": P("Plusieurs réponses possibles"),
    "multiple.hint": P("Cochez au moins une réponse, ou touchez «\u00a0{none}\u00a0»."),
    "pictures": P("Touchez les images qui vous parlent"),
    "pictures.too_many": P("{most} images au plus. Enlevez-en une pour en prendre une autre."),
    # What a message sounds like
    "heard.list": P("{title} : {names}."),
    "heard.untitled": P("Liste"),
    "heard.answers": P("{text} Réponses proposées : {names}."),
    "heard.pictures": P("{count} images, à choisir."),
    "heard.picture": P("Image {number} : {text}"),
    "heard.scene": P("Scène {number} sur {total} : {title}."),
    # What cannot be done
    "bad_json": _UNREADABLE,
    "bad_request": _UNREADABLE,
    "wrong_type": _UNREADABLE,
    "head_too_large": _UNREADABLE,
    "too_slow": P("La connexion est trop lente. Rapprochez-vous du réseau, puis réessayez."),
    "crowded": P("Beaucoup de monde utilise Déclic. Réessayez dans quelques secondes."),
    "unknown_choice": P("Cette réponse n'existe pas ici. Choisissez parmi celles affichées."),
    "unknown_session": P("Cette conversation n'existe plus. Commencez-en une autre."),
    "wrong_origin": P("Ce site ne peut pas ouvrir Déclic. Allez sur la page de Déclic."),
    "scene_gone": P("Cette scène est fermée. Ouvrez-la de nouveau, depuis le banc d'essai."),
    "session_expired": P(
        "Cette conversation s'est fermée, après 30 minutes sans message. Commencez-en une autre."
    ),
    "own_account": P("On ne change pas son propre compte ici. Une autre personne peut le faire."),
    "no_role": P("Votre compte n'ouvre pas cette page. Revenez à l'accueil de la console."),
    "wrong_form": P("Cette page est trop ancienne. Rechargez-la, puis réessayez."),
    "nothing_to_record": P("Rien n'a encore été dit ici. Parlez d'abord avec Déclic."),
    "no_story": P("Cette histoire n'existe pas ou plus. Revenez à la liste des histoires."),
    "story_changed": P("Cette histoire vient de changer. Lisez-la encore avant de la supprimer."),
    "no_accompaniment": P("Cet entretien ne vous est pas ouvert. Il est peut-être terminé."),
    "unknown_code": P(
        "Ce code ne marche pas. Vérifiez chaque signe, puis réessayez.",
        "Ce code ne marche pas.\nVérifiez le code.\nÉcrivez-le encore une fois.",
    ),
    "unknown_table_code": P(
        "Ce code ne marche pas, ou plus. Vérifiez-le sur votre table.",
        "Ce code ne marche pas.\nRegardez le code sur votre table.",
    ),
    "workshop_full": P(
        "Cet atelier est complet. Demandez de l'aide à la personne qui l'anime.",
        "Cet atelier est complet.\nDemandez de l'aide.",
    ),
    "workshop_over": P("Cet atelier est terminé. Préparez-en un autre."),
    "unknown_trial_code": P(
        "Ce code ne marche pas, ou plus. Vérifiez-le sur votre carton.",
        "Ce code ne marche pas.\nRegardez le code sur votre carton.",
    ),
    "trial_open": P("Cet essai est ouvert : sa préparation ne change plus. Copiez-le."),
    "trial_closed": P("Cet essai est terminé. Préparez-en un autre."),
    "trial_not_open": P("Cet essai n'est pas ouvert. Ouvrez-le d'abord."),
    "protocol_twice": P("Vous avez déjà un protocole de ce nom, qui dit autre chose."),
    "protocol_changed": P("Ce protocole vient de changer. Gardez-le encore une fois."),
    "trial_withdrawn": P(
        "Cette personne a retiré ses mots. Rien ne se note plus sur elle, sauf si elle reprend."
    ),
    "trial_waits": P(
        "Des personnes n'ont pas encore parlé. Notez leurs mots, ou ce qui les en empêche."
    ),
    "wrong_trial": P("Donnez un titre, un jour et de 1 à 20 places."),
    "wrong_note": P("Écrivez la note : de 1 à 2\u202f000 signes."),
    "wrong_idea": P("Donnez un titre à l'idée : de 1 à 200 signes."),
    "wrong_dots": P("Vous avez 3 points au plus. Enlevez-en, puis votez."),
    "wrong_workshop": P("Donnez un nom, un jour, de 1 à 12 tables et une durée."),
    "wrong_reaction": P("Choisissez une étape et une réaction. Écrivez 2 000 caractères au plus."),
    "wrong_decision": P("Écrivez ce qui est décidé, en 2 000 caractères au plus."),
    "reaction_kept": P("Votre réaction est gardée."),
    "no_code_shared": P(
        "Sur un ordinateur partagé, il n'y a pas de code. Gardez plutôt votre fiche.",
    ),
    "old_consent": P("Ce texte a changé. Rechargez la page, puis lisez le nouveau."),
    # Two screens
    "person_only": P("Cette action se fait sur l'écran de la personne."),
    "advisor_only": P("Cette action se fait sur l'écran qui accompagne."),
    "no_advisor": P("Personne n'accompagne cette conversation. Rechargez la page."),
    "accompanied_already": P("Une autre personne suit ce dossier. Elle doit d'abord arrêter."),
    "record_asked": P("La demande est sur l'écran de la personne. Elle répond oui ou non."),
    "join_asked": P("La demande est envoyée. La personne doit dire oui sur son écran."),
    "interview_ended": P("L'entretien est fini. Vous ne voyez plus cette conversation."),
    "proposal_gone": P("Cette proposition est passée. Répondez à la dernière question."),
    "not_found": P("Cette page n'existe pas. L'accueil est à l'adresse «\u00a0/\u00a0»."),
    "unknown_message": P("Je n'ai pas reçu ce message. Écrivez-le de nouveau."),
    "wrong_method": P("Cette action n'est pas possible ici. Revenez à l'accueil."),
    "stale_choice": P(
        "Cette réponse concernait une question passée. Choisissez parmi les dernières affichées."
    ),
    "busy": P("Votre message précédent est en cours. Réessayez dans un instant."),
    "body_too_large": _TOO_LONG,
    "wrong_body": P("La demande est incomplète. Rechargez la page, puis réessayez."),
    "text_empty": P("Votre message est vide. Écrivez quelques mots, puis envoyez."),
    "text_too_long": _TOO_LONG,
    "too_many": P("Vous allez très vite. Attendez un instant, puis réessayez."),
    "failed": P("Un problème est survenu chez nous. Réessayez dans un instant."),
    "refused": P("Un problème est survenu chez nous. Posez la question autrement."),
    "cannot_open": P("La conversation ne peut pas s'ouvrir. Réessayez dans un instant."),
    "cannot_erase": P("Vos données ne sont pas encore effacées. Réessayez dans un instant."),
    "cannot_export": P("Vos données ne sont pas encore prêtes. Réessayez dans un instant."),
    "export_note": P("Voici tout ce que Déclic garde de vous. Les heures sont en temps universel."),
    "wrong_region": P(
        "Ce site dit une région que je ne connais pas. Écrivez son code officiel, comme 84."
    ),
    "bot_away": _PAUSE,
    "storage_away": _PAUSE,
}
