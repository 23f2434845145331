"""Two screens at one conversation: what each says of the other, and what can be done there.

{name} is the advisor's; the widget fills this hole, and {title} and {text}, itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

SCREENS: Mapping[str, P] = {
    # On the person's screen
    "agree": P("D'accord"),
    "asks": P("{name} demande à vous accompagner", "{name} veut vous aider"),
    "records": P("{name} demande une copie de cette conversation", "{name} demande une copie"),
    "record_refused": P("C'est noté. Il n'y a pas de copie."),
    "see": P("Répondre"),
    "refuse": P("Non"),
    "refused": P(
        "C'est noté. Cette personne ne voit rien. Votre code pour revenir a changé.",
        "C'est noté.\nCette personne ne voit rien.\nVotre code pour revenir a changé.",
    ),
    "with": P("{name} vous accompagne", "{name} est avec vous"),
    "types": P("{name} écrit…"),
    "not_here": P("pas à l'écran"),
    "stop": P("Arrêter"),
    "stop_title": P("Continuer sans {name} ?"),
    "stop_text": P(
        "{name} ne verra plus votre conversation. Rien n'est effacé. "
        "Votre code pour revenir changera : le menu vous donnera le nouveau.",
        "{name} ne voit plus la conversation.\nRien n'est effacé.\n"
        "Votre code pour revenir change.\nLe menu donne le nouveau.",
    ),
    "stay": P("Rester ensemble"),
    "stopped": P(
        "Cette personne ne voit plus votre conversation. Vous pouvez continuer ici.",
        "Cette personne ne voit plus la conversation.\nVous pouvez continuer ici.",
    ),
    "proposed": P("Réponse proposée, est-ce la vôtre ? ", "Est-ce votre réponse ? "),
    "confirmed": P("Réponse proposée, puis confirmée", "C'était proposé. C'est confirmé."),
    "yes": P("Oui"),
    "no": P("Non"),
    "paused": P("C'est en pause. Prenez votre temps."),
    "resume": P("Reprendre"),
    "person": P("La personne : "),
    "advisor": P("Accompagnement : "),
    "you": P("Vous : "),
    "away": P("Le service ne répond pas. Réessayez dans un instant."),
    # On the advisor's, which has one way of writing
    "person_here": P("La personne est là"),
    "person_away": P("La personne n'est pas connectée"),
    "person_typing": P("La personne écrit…"),
    # What the advisor does
    "send": P("Envoyer"),
    "ways": P("Ce que vous écrivez"),
    "answer": P("Répondre à sa place"),
    "propose": P("Proposer"),
    "ask": P("Demander"),
    "pause": P("Pause"),
    "is_paused": P("En pause : la personne reprend quand elle veut."),
    "hand_back": P("Rendre la main"),
    "take": P("Reprendre la main"),
    "undo": P("Retirer"),
    "was_proposed": P("Proposé, en attente : « {title} »"),
    "was_refused": P("La personne a dit non à votre proposition."),
    "was_asked": P("Question posée : « {text} »"),
}
