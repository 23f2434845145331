"""One spelling for what people type: case, accents, apostrophes, œ, SMS, lost elisions, emoji.

The readers of answers, titles and places all start from here, so that "J'ai", "jai", "g" and
"J’AI" are the same two words, "j ai".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

BREAK = ","

LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss"}

EMOJI = {
    "👍": "oui",
    "👌": "oui",
    "✅": "oui",
    "👎": "non",
    "❌": "non",
    "❤": "j adore",
    "😍": "j adore",
    "🥰": "j adore",
    "🤮": "je deteste",
    "🤷": "je ne sais pas",
}

SHORTHAND = {
    "g": "j ai",
    "jai": "j ai",
    "gt": "j etais",
    "jetais": "j etais",
    "javais": "j avais",
    "jaime": "j aime",
    "jador": "j adore",
    "jadore": "j adore",
    "jhabite": "j habite",
    "jabite": "j habite",
    "abite": "habite",
    "jen": "j en",
    "jy": "j y",
    "jsuis": "je suis",
    "jsui": "je suis",
    "chuis": "je suis",
    "chui": "je suis",
    "jss": "je suis",
    "jpeux": "je peux",
    "jpeu": "je peux",
    "jveux": "je veux",
    "jveu": "je veux",
    "jfais": "je fais",
    "jfesais": "je faisais",
    "fesais": "faisais",
    "fesait": "faisait",
    "fese": "faisais",
    "fai": "fais",
    "jsais": "je sais",
    "jsai": "je sais",
    "chais": "je sais",
    "chai": "je sais",
    "shais": "je sais",
    "jsp": "je sais pas",
    "jspa": "je sais pas",
    "nsp": "ne sais pas",
    "idk": "je sais pas",
    "cest": "c est",
    "sest": "c est",
    "cetait": "c etait",
    "cete": "c etait",
    "ya": "il y a",
    "yavait": "il y avait",
    "nai": "n ai",
    "nest": "n est",
    "dla": "de la",
    "ds": "dans",
    "dan": "dans",
    "pr": "pour",
    "pdt": "pendant",
    "pdnt": "pendant",
    "avk": "avec",
    "avc": "avec",
    "bcp": "beaucoup",
    "bcps": "beaucoup",
    "bocou": "beaucoup",
    "tt": "tout",
    "ts": "tous",
    "tte": "toute",
    "ttes": "toutes",
    "tjs": "toujours",
    "tjrs": "toujours",
    "tjr": "toujours",
    "jms": "jamais",
    "jamai": "jamais",
    "qd": "quand",
    "kan": "quand",
    "qq": "quelques",
    "qqs": "quelques",
    "qqch": "quelque chose",
    "qqn": "quelqu un",
    "ki": "qui",
    "ke": "que",
    "k": "que",
    "kil": "qu il",
    "koi": "quoi",
    "kwa": "quoi",
    "pk": "pourquoi",
    "pq": "pourquoi",
    "prk": "pourquoi",
    "pkoi": "pourquoi",
    "pourkoi": "pourquoi",
    "pck": "parce que",
    "pcq": "parce que",
    "pke": "parce que",
    "psk": "parce que",
    "parske": "parce que",
    "parceque": "parce que",
    "ossi": "aussi",
    "sa": "ca",
    "pa": "pas",
    "pad": "pas de",
    "nn": "non",
    "nan": "non",
    "naan": "non",
    "nop": "non",
    "nope": "non",
    "no": "non",
    "oe": "ouais",
    "oue": "ouais",
    "ouai": "ouais",
    "ui": "oui",
    "wi": "oui",
    "ouii": "oui",
    "oauis": "ouais",
    "yes": "oui",
    "yep": "oui",
    "ouep": "ouais",
    "dac": "d accord",
    "carremen": "carrement",
    "karement": "carrement",
    "tkt": "t inquiete",
    "tqt": "t inquiete",
    "jpp": "j en peux plus",
    "osef": "peu importe",
    "balek": "peu importe",
    "jkiff": "j kiffe",
    "jv": "je vais",
    "jvais": "je vais",
    "jdors": "je dors",
    "jme": "je me",
    "jtrav": "je travaille",
    "jtravaille": "je travaille",
    "jbosse": "je bosse",
    "jprends": "je prends",
    "jcherche": "je cherche",
    "jgarde": "je garde",
    "jcrois": "je crois",
    "jpense": "je pense",
    "jconduis": "je conduis",
    "jroule": "je roule",
    "dsl": "desolee",
    "dsle": "desolee",
    "stp": "s il te plait",
    "auj": "aujourd hui",
    "ajd": "aujourd hui",
    "chepa": "je sais pas",
    "chsais": "je sais",
    "perm": "permis",
    "dacc": "d accord",
    "daccord": "d accord",
    "dakor": "d accord",
    "ok": "d accord",
    "okay": "d accord",
    "okok": "d accord",
    "oki": "d accord",
    "okey": "d accord",
    "vrmt": "vraiment",
    "vrmnt": "vraiment",
    "vrement": "vraiment",
    "tro": "trop",
    "mm": "meme",
    "tps": "temps",
    "mn": "minutes",
    "min": "minutes",
    "mins": "minutes",
    "minute": "minutes",
    "hr": "heures",
    "hrs": "heures",
    "we": "week end",
    "weekend": "week end",
    "weekends": "week end",
    "wk": "week end",
    "wkd": "week end",
    "taff": "travail",
    "taf": "travail",
    "boulo": "boulot",
    "slt": "salut",
    "bjr": "bonjour",
    "night": "nuit",
    "shift": "poste",
    "fam": "femme",
    "fem": "femme",
    "meuf": "femme",
    "reum": "mere",
    "daronne": "mere",
    "reup": "pere",
    "daron": "pere",
    "darons": "parents",
    "relou": "penible",
    "tel": "telephone",
}

# "femme 2 ménage" is "de"; "2 enfants" is a number.
DE_BEFORE_2 = frozenset({"femme", "pas", "plus", "plein", "besoin", "envie", "agent", "chauffeur"})

_PIECE = re.compile(
    r"\d{1,3}[.,]\d{1,2}(?!\d)"
    r"|[^\W_]+['’ʼ`´](?=\w)"
    r"|[^\W_]+"
    r"|[,;:.!?/+\n•&()…|]"
    r"|(?:(?<=\s)|^)[-–—](?=\s)"
    r"|[" + "".join(EMOJI) + "]"
)
_LETTERS_OR_DIGITS = re.compile(r"\d+\.\d+|\d+|[a-z]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES = "'’ʼ`´"


@dataclass(frozen=True)
class Token:
    """One spelled-out word, or BREAK for punctuation, and where it was in the person's text."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case, no accents, œ as oe, plain apostrophes and hyphens, single spaces."""
    flat = text.lower()
    for sign, letters in LIGATURES.items():
        flat = flat.replace(sign, letters)
    flat = unicodedata.normalize("NFKD", flat)
    flat = _NOT_ASCII.sub(_without_accent, flat)
    flat = re.sub(r"[’ʼ`´]", "'", re.sub(r"[‐‑‒–—]", "-", flat))
    return " ".join(flat.split())


def _without_accent(sign: re.Match[str]) -> str:
    return "" if unicodedata.combining(sign.group()) else sign.group()


def tokens(text: str) -> list[Token]:
    """The words of a text, spelled out; a shorthand that stands for two words gives two tokens."""
    found: list[Token] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        follows = found[-1].word if found else BREAK
        for word in _spelled_out(piece.group(), follows in DE_BEFORE_2, _is_to_be(text, end)):
            found.append(Token(word, start, end))
    return found


def _is_to_be(text: str, position: int) -> bool:
    """Dictation and phones write "c est" in two words: this c is not the SMS for "c'est"."""
    return text[position : position + 4].lower().startswith((" est", " et", " ét"))


@lru_cache(maxsize=50_000)
def _spelled_out(piece: str, may_be_de: bool, before_to_be: bool) -> tuple[str, ...]:
    if piece in EMOJI:
        return tuple(EMOJI[piece].split())
    if not any(sign.isalnum() for sign in piece):
        return (BREAK,)
    word = fold(piece).rstrip(_APOSTROPHES).replace(",", ".")
    if piece[-1] in _APOSTROPHES:
        return (word,)
    if word == "2" and may_be_de:
        return ("de",)
    if word == "c" and not before_to_be:
        return ("c", "est")
    parts = [word] if word in SHORTHAND else _LETTERS_OR_DIGITS.findall(word)
    return tuple(spelled for part in parts for spelled in SHORTHAND.get(part, part).split())


def words(text: str) -> list[str]:
    """The spelled-out words of a text, without its punctuation."""
    return [token.word for token in tokens(text) if token.word != BREAK]


def plain(text: str) -> str:
    """The spelled-out words joined by single spaces: what the readers' patterns are written for."""
    return " ".join(words(text))
