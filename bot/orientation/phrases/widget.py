"""The menu of the widget and its dialogs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

WIDGET: Mapping[str, P] = {
    # Reading and seeing
    "display": P("Lecture et affichage"),
    "aloud": P("Lire à voix haute"),
    "larger": P("Agrandir le texte"),
    "smaller": P("Réduire le texte"),
    "dark": P("Couleurs sombres"),
    # Coming back
    "later": P("Reprendre plus tard"),
    "later_text": P(
        "Notez ce code : il ouvre votre conversation sur un autre téléphone ou ordinateur. "
        "Ne le donnez qu'à une personne de confiance. Il marche jusqu'au {day}.",
        "Notez ce code.\n"
        "Avec ce code, vous continuez sur un autre téléphone.\n"
        "Donnez ce code à une personne de confiance seulement.\n"
        "Il marche jusqu'au {day}.",
    ),
    "code": P("J'ai un code"),
    "code_text": P(
        "Le code ouvre une conversation déjà commencée. "
        "Il est sur votre fiche, ou sur l'autre écran.",
        "Le code ouvre une conversation déjà commencée.\n"
        "Il est sur votre fiche, ou sur l'autre écran.",
    ),
    "code_field": P("Votre code"),
    "code_go": P("Reprendre"),
    # One's data
    "export": P("Télécharger mes données"),
    "shared": P("Ordinateur partagé"),
    "shared_on": P("Tout s'efface après 30 minutes sans message."),
    "shared_off": P("La conversation reste dans ce navigateur."),
    "erase": P("Effacer mes données"),
    "erase_title": P("Effacer vos données ?"),
    "erase_text": P("Toute la conversation disparaît. Personne ne pourra la retrouver."),
    "erase_go": P("Tout effacer"),
    "erased": P("Vos données sont effacées."),
    # The text one agreed to has changed
    "consent": P("Notre texte a changé"),
    "consent_text": P(
        "Tout ce que vous écrivez est gardé 30 jours, 90 avec un accompagnement, "
        "puis effacé. Vous pouvez l'effacer avant. "
        "Êtes-vous d'accord pour continuer ?",
        "Je garde vos messages 30 jours.\nAvec un accompagnement, c'est 90 jours.\n"
        "Après, tout est effacé.\nVous pouvez effacer avant.\n"
        "Êtes-vous d'accord pour continuer ?",
    ),
    # Giving the code to who accompanies
    "accompany": P("Me faire accompagner"),
    "accompany_text": P(
        "Donnez ce code à la personne qui vous accompagne. Sa demande viendra ici.",
        "Donnez ce code à la personne qui vous accompagne.\nSa demande vient ici.",
    ),
    # Speaking
    "dictation": P("Dicter votre message"),
    "dictation_text": P(
        "Votre navigateur écrit ce que vous dites. "
        "Pour cela, il envoie votre voix à son fabricant. Déclic ne garde pas votre voix.",
        "Vous parlez.\nVotre navigateur écrit vos mots.\n"
        "Votre voix part chez le fabricant du navigateur.\nDéclic ne garde pas votre voix.",
    ),
    "dictation_go": P("Dicter"),
    # Buttons
    "agree": P("D'accord"),
    "close": P("Fermer"),
    "cancel": P("Annuler"),
    "keep": P("Garder"),
}
