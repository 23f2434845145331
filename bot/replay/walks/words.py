"""What invented people type when they do not answer: as real people do, and worse."""

from __future__ import annotations

FREE_TEXTS = (
    # Digressions
    "t'es qui toi ?",
    "pourquoi tu me demandes ça ?",
    "c'est payant ?",
    "ça dure combien de temps",
    "qui va lire mes réponses ?",
    "c'est quoi le rome",
    "et le salaire ?",
    "je peux bosser de chez moi ?",
    "une aide pour passer le permis",
    "raconte moi une blague",
    "merci c'est gentil",
    "bonjour",
    "au revoir",
    # Moving about
    "retour",
    "je me suis trompé, reviens en arrière",
    "je veux tout recommencer",
    "passe",
    "on peut arrêter là ?",
    "continue",
    "je veux parler à quelqu'un",
    "montre moi des métiers",
    "en plus simple s'il te plaît",
    # Hard words, and words that lead to humans
    "tu sers à rien",
    "j'en ai marre de tout",
    "je dors dans ma voiture depuis trois semaines",
    "je meurs d'envie d'apprendre",
    "mon mari me frappe",
    # Doubt, silence
    "je sais pas",
    "bof",
    "peut-être",
    "",
    " ",
    ".",
    "???",
    "euh",
    # Several facts at once, corrections
    "j'ai le permis mais plus de voiture et je garde mes enfants le mercredi",
    "en fait j'habite à Lyon, pas à Bourgoin",
    "non pas 30 minutes, une heure",
    "je suis à Grenoble, caissière depuis 5 ans, et je veux pas travailler la nuit",
    # Nonsense, other languages, signs
    "azertyuiop",
    "42",
    "😀👍🏽",
    "❤️",
    "I don't speak French very well",
    "no entiendo",
    "أبحث عن عمل",
    "<b>gras</b> & 'guillemets' \"doubles\"",
    "/restart",
    '{"question": "licence"}',
    "quelle est la capitale du Pérou ?",
    "alors voilà " + "je vous raconte ma vie depuis le début " * 30,
    "a" * 2500,
)
