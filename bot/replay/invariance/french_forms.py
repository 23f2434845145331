"""The same words said by a woman or a man, with "tu" or "vous", or with slips of the fingers."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

FEMININE, MASCULINE = 0, 1
PAIRS = (
    ("agente", "agent"),
    ("agricultrice", "agriculteur"),
    ("aide-soignante", "aide-soignant"),
    ("allée", "allé"),
    ("animatrice", "animateur"),
    ("arrivée", "arrivé"),
    ("assistante", "assistant"),
    ("boulangère", "boulanger"),
    ("bouchère", "boucher"),
    ("caissière", "caissier"),
    ("célibataire", "célibataire"),
    ("coiffeuse", "coiffeur"),
    ("comptable", "comptable"),
    ("conductrice", "conducteur"),
    ("contente", "content"),
    ("couturière", "couturier"),
    ("cuisinière", "cuisinier"),
    ("divorcée", "divorcé"),
    ("éducatrice", "éducateur"),
    ("embauchée", "embauché"),
    ("employée", "employé"),
    ("fatiguée", "fatigué"),
    ("formatrice", "formateur"),
    ("formée", "formé"),
    ("habituée", "habitué"),
    ("infirmière", "infirmier"),
    ("inscrite", "inscrit"),
    ("intéressée", "intéressé"),
    ("jardinière", "jardinier"),
    ("licenciée", "licencié"),
    ("livreuse", "livreur"),
    ("logée", "logé"),
    ("magasinière", "magasinier"),
    ("maçonne", "maçon"),
    ("mariée", "marié"),
    ("motivée", "motivé"),
    ("née", "né"),
    ("ouvrière", "ouvrier"),
    ("pâtissière", "pâtissier"),
    ("perdue", "perdu"),
    ("plongeuse", "plongeur"),
    ("préparatrice", "préparateur"),
    ("prête", "prêt"),
    ("restée", "resté"),
    ("retraitée", "retraité"),
    ("salariée", "salarié"),
    ("seule", "seul"),
    ("serveuse", "serveur"),
    ("soudeuse", "soudeur"),
    ("sûre", "sûr"),
    ("surveillante", "surveillant"),
    ("technicienne", "technicien"),
    ("vendeuse", "vendeur"),
)
"""What a person says of themselves that agrees with them: the feminine, the masculine."""
FORMS: tuple[Mapping[str, str], Mapping[str, str]] = (
    {masculine: feminine for feminine, masculine in PAIRS},
    dict(PAIRS),
)
POLITE: Mapping[str, str] = {
    "vous pouvez": "tu peux",
    "vous pourriez": "tu pourrais",
    "pouvez-vous": "peux-tu",
    "pourriez-vous": "pourrais-tu",
    "vous avez": "tu as",
    "avez-vous": "as-tu",
    "vous êtes": "tu es",
    "êtes-vous": "es-tu",
    "vous savez": "tu sais",
    "savez-vous": "sais-tu",
    "vous connaissez": "tu connais",
    "connaissez-vous": "connais-tu",
    "vous proposez": "tu proposes",
    "vous demandez": "tu demandes",
    "vous voulez": "tu veux",
    "dites-moi": "dis-moi",
    "montrez-moi": "montre-moi",
    "aidez-moi": "aide-moi",
    "donnez-moi": "donne-moi",
    "expliquez-moi": "explique-moi",
    "s'il vous plaît": "s'il te plaît",
    "s’il vous plaît": "s’il te plaît",
    "à vous": "à toi",
    "votre": "ton",
    "vos": "tes",
    "vous": "tu",
}
"""What is said to the robot: longer phrases first, since a shorter one is inside them."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*", re.UNICODE)
_POLITE = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, POLITE))})(?!\w)", re.IGNORECASE)
SHORTEST_TYPO = 5
ACCENTS = str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc")


def as_gender(text: str, gender: int) -> str:
    """The words that agree with who says them, in the other form; the rest as it is."""
    forms = FORMS[gender]
    return _WORD.sub(lambda found: _like(found.group(), forms.get(found.group().lower())), text)


def with_tu(text: str) -> str:
    """What is said to the robot, with "tu"."""
    return _POLITE.sub(lambda found: _like(found.group(), POLITE[found.group().lower()]), text)


def _like(was: str, now: str | None) -> str:
    """The new word with the capital of the old one."""
    if now is None:
        return was
    return now[:1].upper() + now[1:] if was[:1].isupper() else now


def with_typo(text: str, draw: random.Random) -> str:
    """One slip in the longest word: two letters that change places, one lost, one doubled, or the
    accents left out. Words under SHORTEST_TYPO letters stay: "non" must not become another answer.
    """
    words = [found for found in _WORD.finditer(text) if len(found.group()) >= SHORTEST_TYPO]
    if not words:
        return text
    found = max(words, key=lambda one: len(one.group()))
    slipped = _slipped(found.group(), draw)
    return text[: found.start()] + slipped + text[found.end() :]


def _slipped(word: str, draw: random.Random) -> str:
    bare = word.translate(ACCENTS)
    if bare != word and draw.random() < 0.5:
        return bare
    at = draw.randrange(1, len(word) - 2)
    return draw.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] * 2 + word[at + 1 :],
        )
    )
