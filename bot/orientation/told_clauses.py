"""The parts of a message that state something of the person, told in passing at any question.

Dictation has no commas and a person says several things in one breath, so a new "j'ai…" begins a
new part too. A wish, a question, a doubt, "si j'avais…" and what others have state nothing.
"""

from __future__ import annotations

import re

from bot.orientation.sayings import heard, phrases
from bot.orientation.vehicle_words import SOMEONE, respelled

_BREAKS = frozenset({",", "mais", "sinon", "puis", "ensuite", "donc", "alors"})
_SUBJECTS = frozenset({"j", "je", "on", "y"})
_HOLDS_ON = frozenset({"si", "que", "qu", "quand", "ou", "lorsque", "dont", "comme", "et", "meme"})
"""A subject behind one of these does not begin a part: "si j'avais", "les soirs où je"."""
_SAYS_SOMETHING = frozenset(
    "j je on c y a ai est il elle elles ils pas plus ni sans aucun aucune suis jamais".split()
)
_DOES = (
    "(?:il |elle |qui |lui )?"
    "(?:a (?=(?:le|une?|pas|plus|son|sa|ses|deja|eu|toujours|la voiture)\\b)|"
    "(?:ont|avait|conduit|prend|passe|possede|travaille|bosse|peut|veut|va|est|garde|fait)\\b)"
)
"""Not the "à" of "ma fille à l'école", which is spelled as "a"."""
_NEW_SPEAKER = re.compile(rf" (?:et )?(?={SOMEONE} {_DOES})")
_TURNS = re.compile(
    r" (?:par contre|sauf que|en revanche|du coup|parce que|vu que)(?= )"
    r"| et (?=(?:j|je|on|ma|mon|y|pas|plus|le week end|la nuit|le soir|en fait|c est)\b)"
)
_DOUBT_OR_QUESTION = phrases(
    "peut etre|je (?:crois|pense|suppose|imagine)|pas (?:sure?|certaine?)|sans doute|"
    "probablement|normalement|eventuellement|(?:ca )?depend|faut voir|je sais (?:pas|plus)|"
    "(?<!meme )si (?:j|je|on|c|ca|il|elle|y|un|une|ma|mon|mes|le|la|les|jamais)|"
    "imagin\\w+|suppos\\w+|"
    "quand j aurai|des que j aurai|le jour ou",
    "est ce (?:que|qu)|qu est ce|pourquoi|combien|c est quoi|comment|quelles?|quels?|avez vous|"
    "faut il|faut (?:avoir |obligatoirement )?(?:le|un|une) (?:permis|voiture)|"
    "(?:est|c est) obligatoire|y a t il|peut on|t as|vous (?:avez|connaissez|pouvez|proposez|"
    "demandez)|montre[zr]?|et (?:si|avec)|(?:ca|cela) (?:change|ouvre|donne|changerait)|quoi",
)
_OTHERS = phrases(
    f"{SOMEONE} {_DOES}",
    "(?:les gens|tout le monde|les autres|ils|elles|la plupart|quelqu un|un patron|le patron|"
    "l employeur|les employeurs|les entreprises|tu|vous)",
)
_OTHER_SUBJECT = re.compile(
    rf"^(?:et |bon |ben |ah |euh |oui |non |alors )*(?:il|elle|lui|celui|celle|{SOMEONE})\b"
)
_SHARED = phrases(
    "me (?:la |le )?pretent?|me (?:la |le )?preter|partage|partageons|j emprunte|ensemble|"
    "peux (?:la |le )?prendre"
)
_BROKEN_DOWN = phrases(
    "elle (?:est|a ete) (?:en panne|hs|morte|cassee|vendue|volee|au garage|foutue|en reparation)",
    "elle (?:marche|roule|demarre|fonctionne) (?:pas|plus)",
)
_FIRST_PERSON = phrases("j|je|mon|ma|mes|moi|m|on|nos|notre")


def stated(text: str) -> list[str]:
    """The spelled parts of a message that state something, and not of someone else."""
    return [part for part in _parts(respelled(heard(text))) if _is_stated(part)]


def speaks_of_oneself(part: str) -> bool:
    """Whether a part has a word for the person: "j'ai plus de voiture", "ma voiture"."""
    return bool(_FIRST_PERSON.search(part))


def unstated(text: str, told: list[str]) -> str:
    """The message without the parts that told a fact; a yes or a no that opens one stays."""
    kept = [
        part if part not in told else " ".join(_OPENING.match(part)[0].split())  # type: ignore[index]
        for part in _parts(respelled(heard(text)))
    ]
    return " , ".join(part for part in kept if part)


_OPENING = re.compile(r"(?:(?:oui|ouais|non|d accord|bien sur|vas y|allez y|volontiers) ?)*")


def _parts(line: str) -> list[str]:
    for turn in (_NEW_SPEAKER, _TURNS):
        line = turn.sub(" , ", f" {line} ").strip()
    parts: list[list[str]] = [[]]
    for word in line.split():
        begins = word in _SUBJECTS and _may_end(parts[-1])
        if begins or word in _BREAKS:
            parts.append([])
        if word not in _BREAKS:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


def _may_end(part: list[str]) -> bool:
    """ "la nuit | je peux pas" is one part: what comes before the subject says nothing yet."""
    return bool(part) and part[-1] not in _HOLDS_ON and not _SAYS_SOMETHING.isdisjoint(part)


def _is_stated(part: str) -> bool:
    if _DOUBT_OR_QUESTION.search(part) or part.startswith("et en "):
        return False
    if _BROKEN_DOWN.search(part) or _SHARED.search(part):
        return True
    return not (_OTHERS.search(part) or _OTHER_SUBJECT.match(part))
