"""A sentence about one's past cut into the jobs it names, employer and dates put aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bot.orientation.title_words import EMPLOYERS, STOPWORDS
from bot.orientation.wording import BREAK, Token, plain, tokens

SURE_FROM = 0.75
ASKED_FROM = 0.12
# What is read of a message, and of one stretch of it without punctuation.
MOST_WORDS, MOST_WORDS_OF_A_CLAUSE, MOST_WORDS_OF_A_TITLE = 120, 24, 10


@dataclass(frozen=True)
class Candidate:
    """A job that a text may mean: the title to show, and the confidence (0-1) in it."""

    rome_code: str
    title: str
    confidence: float


@dataclass(frozen=True)
class Mention:
    """One job as the person said it. status: "sure" (the first candidate), "which_one" (ask,
    showing the candidates), "unknown" (no job is near: candidates is empty)."""

    said: str
    candidates: tuple[Candidate, ...]
    status: str


@dataclass(frozen=True)
class Recognition:
    """The jobs named in a text; never_worked: it names none, and says that there was none."""

    mentions: tuple[Mention, ...] = ()
    never_worked: bool = False


@dataclass(frozen=True)
class Part:
    """One job's words: `core` says what it is, `setting` (employer, place) only helps to decide."""

    core: tuple[Token, ...]
    setting: tuple[Token, ...] = field(default=())


# Judges the words of a part: its candidates and whether the first is certain.
Judge = Callable[[str, str], tuple[tuple[Candidate, ...], str]]

_NUMBER = r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)"
_YEAR = r"(?:19|20)\d\d"
TIME = re.compile(
    rf"\b(?:(?:pendant|durant|depuis|il y a|environ|presque|pour|sur|en|dans|de|plus de|moins de)"
    rf" )*(?:les |mes )?(?:{_NUMBER}|quelques|plusieurs|demi)(?: (?:bonnes?|petites?|longues?|a|ou"
    rf"|{_NUMBER}|dernieres?|derniers))* (?:ans?|annees?|mois|semaines?|jours?|saisons?|etes"
    r"|heures)"
    rf"(?: et demie?)?\b"
    rf"|\b(?:en |depuis |de |entre |jusqu en |a partir de |vers )?{_YEAR}"
    rf"(?: (?:a|et|jusqu en|jusqu a) (?:{_YEAR}|maintenant|aujourd hui))?\b"
    r"|\bl (?:an|annee|ete|hiver) (?:derniere?|passee?)\b"
    r"|\b(?:tous les|l|cet|chaque|un|en|pendant les|pendant l) etes?\b|\bavant ca\b"
    r"|\bpendant les vacances\b|\bquand j etais (?:jeune|petite?|etudiante?|ado)\b"
    r"|\b(?:a |au |en |un |une |des |par )?(?:mi temps|temps plein|temps partiel|plein temps|cdi"
    r"|cdd|interim|extras?|stages?|apprentissage|alternance|contrat pro|noir|black|saison)\b"
)
PLACES = frozenset(
    """
    hopital hopitaux hosto clinique ehpad mairie ecole ecoles college lycee universite fac creche
    usine aeroport gare prison supermarche hypermarche magasin marche chu etranger prefecture
    tribunal cabinet camping palace
    """.split()
)
NAMED = frozenset({"chez", "a", "au", "aux", "pour", "sur", "avec", "vers", "dans", "en"})
# "ménage à l'hôpital" is ménage; "vendeuse en boulangerie" and "dans un bar" say which job it is.
LOCATING = frozenset({"a", "au", "aux", "pour", "sur"})
ARTICLES = frozenset(
    "l la le les un une des du de d mon ma mes son sa ses leur leurs ce cette".split()
)
SHIFT = re.compile(r"\bde (?:nuits?|jour)\b")
EMPLOYER = re.compile(
    rf"\b(?:(?:chez|a|au|aux|pour|de|du|dans) )?(?:(?:l|la|le|les) )?(?:{'|'.join(EMPLOYERS)})\b"
)
ASIDE = re.compile(
    r"\b(?:(?:commence|fait|suivi|fini|eu|passe) )*(?:(?:un|une|ma|mon) )?(?:formation|diplome|cap"
    r"|bep|bac pro|bac|bts|stage) (?:de |d |en |pour (?:etre |devenir )?)?|\bdiplomee? d etat\b"
)
# "j'aimerais être boulanger" is a wish, not a past.
WISH = re.compile(r"\b(?:aime|adore|aimerais|voudrais|veux|souhaite|reve) ")

NEVER = re.compile(
    r"\bjamais (?:vraiment |encore )?(?:travaille|bosse|eu (?:(?:d|de|un|une|aucune?) )?"
    r"(?:emploi|travail|boulot|job|metier|poste|experience))\b"
    r"|\b(?:pas|aucune?|sans|zero|0|peu) (?:encore )?(?:(?:d|eu d|de|eu de) )?"
    r"experiences?(?: professionnelles?| pro)?\b"
    r"|\b(?:pas|aucun|jamais) (?:eu )?(?:de |d )?(?:metier|emploi|travail|boulot|job)s?"
    r"(?: avant| encore)?$"
    r"|^(?:non |bah |ben |euh |bon )*(?:j ai )?(?:rien|aucune?|jamais|nada|neant|non|que dalle)"
    r"(?: (?:fait|du tout|encore|pour l instant|pour le moment|de special|de tout ca))*$"
    r"|\bmon premier (?:emploi|travail|boulot|job)\b"
    r"|\b(?:rien fait|pas (?:encore )?(?:travaille|bosse))(?: du tout| encore)?$"
)
DENIED = re.compile(r"\b(?:jamais ete|pas ete|jamais fait|pas fait|pas voulu)\b")

HARD = frozenset({BREAK, "puis", "ensuite", "apres", "mais", "sinon", "avant"})
SOFT = frozenset({"et", "ou"})
PRONOUNS = frozenset({"j", "je", "on", "nous"})
VERB_LEADERS = frozenset({"j", "ai", "avais", "je", "m", "me", "on", "nous", "a", "avons", "suis"})
NOUN_LEADERS = frozenset({"etais", "ete", "comme", "que", "suis"})


def recognise(text: str, judge: Judge) -> Recognition:
    """The jobs of a text, in the order they were said; the same job said twice counts once."""
    mentions: list[Mention] = []
    for clause in clauses(tokens(text)[:MOST_WORDS]):
        spelled = " ".join(token.word for token in clause)
        if any(pattern.search(spelled) for pattern in (NEVER, DENIED, WISH)):
            continue
        if mentions and not _has_content(cut_setting(clause, text).core):
            continue
        mentions.extend(_mentions(text, clause, judge))
    never_worked = not mentions and NEVER.search(plain(text)) is not None
    return Recognition(tuple(_without_repeats(mentions)), never_worked)


def clauses(found: Sequence[Token]) -> list[list[Token]]:
    """Cut at punctuation, at "puis", at a duration between two jobs, and where "j'ai…" begins."""
    cut: list[list[Token]] = [[]]
    for position, token in enumerate(found):
        if token.word in HARD and not _is_after_school(found, position):
            cut.append([])
            continue
        is_next_clause = token.word in PRONOUNS and _has_content(cut[-1])
        if is_next_clause or len(cut[-1]) >= MOST_WORDS_OF_A_CLAUSE:
            cut.append([])
        cut[-1].append(token)
    return [part for clause in cut for part in _cut_at_times(clause) if _has_content(part)]


def _cut_at_times(clause: Sequence[Token]) -> list[list[Token]]:
    """ "3 ans vendeuse 2 ans serveuse" is two jobs; "serveuse 2 ans en salle" is one."""
    parts: list[list[Token]] = [[]]
    was_time = False
    for token, is_time in zip(clause, _inside(clause, TIME), strict=True):
        starts_a_job = was_time and not is_time and token.word not in NAMED | ARTICLES | SOFT
        if starts_a_job and _has_content(_without(parts[-1], TIME)):
            parts.append([])
        parts[-1].append(token)
        was_time = is_time
    return parts


def _is_after_school(found: Sequence[Token], position: int) -> bool:
    """In "garder des enfants après l'école", "après" cuts nothing."""
    following = [token.word for token in found[position + 1 : position + 3]]
    return found[position].word in ("apres", "avant") and following[1:] == ["ecole"]


def _has_content(clause: Iterable[Token]) -> bool:
    return any(token.word not in STOPWORDS for token in clause)


def _mentions(text: str, clause: list[Token], judge: Judge) -> list[Mention]:
    """ "A et B" is one job when a title says so ("secrétaire et comptable"), else two."""
    position = next((i for i, t in enumerate(clause) if t.word in SOFT and 0 < i), None)
    if position is None:
        return _split_run(text, clause, judge)
    left, right = clause[:position], clause[position + 1 :]
    if not _has_content(left) or not _has_content(right) or _completes_a_title(right):
        return _listed(_mention(text, clause, judge))
    parts = [*_mentions(text, left, judge), *_mentions(text, right, judge)]
    if len(clause) > MOST_WORDS_OF_A_TITLE:
        return parts
    whole = _mention(text, clause, judge)
    if whole and _certainty(whole) > min(map(_certainty, parts), default=0.0):
        return [whole]
    return parts


def _completes_a_title(right: Sequence[Token]) -> bool:
    """ "agent de sécurité et d'accueil", but not "du ménage et de la cuisine"."""
    return right[0].word in ("d", "de") and right[1].word not in ("la", "l")


def _split_run(text: str, clause: list[Token], judge: Judge) -> list[Mention]:
    """Dictated lists have no commas: cut "caissière serveuse" where both sides are certain."""
    whole = _mention(text, clause, judge)
    if whole is None or whole.status == "sure" or len(clause) > MOST_WORDS_OF_A_TITLE:
        return _listed(whole)
    for position in range(1, len(clause)):
        if clause[position].word in STOPWORDS or clause[position - 1].word in STOPWORDS:
            continue
        head = _mention(text, clause[:position], judge)
        if head is None or head.status != "sure":
            continue
        tail = _split_run(text, clause[position:], judge)
        if tail and all(mention.status == "sure" for mention in tail):
            return [head, *tail]
    return [whole]


def _listed(mention: Mention | None) -> list[Mention]:
    return [] if mention is None else [mention]


def _certainty(mention: Mention) -> float:
    return mention.candidates[0].confidence if mention.candidates else 0.0


def _mention(text: str, clause: Sequence[Token], judge: Judge) -> Mention | None:
    part = cut_setting(clause, text)
    core = part.core if _has_content(part.core) else tuple(clause)
    setting = part.setting if core is part.core else ()
    if not _has_content(core):
        return None
    candidates, status = judge(_joined(core), _joined(setting))
    return Mention(said(text, core), candidates, status)


def _joined(some: Iterable[Token]) -> str:
    return " ".join(token.word for token in some)


def cut_setting(clause: Sequence[Token], text: str) -> Part:
    """Take out dates, contracts and diplomas; put aside the employer, the place and the shift."""
    kept = _without(_without(clause, TIME), ASIDE)
    setting: list[Token] = []
    for pattern in (EMPLOYER, SHIFT):
        setting += [t for t, inside in zip(kept, _inside(kept, pattern), strict=True) if inside]
        kept = _without(kept, pattern)
    core: list[Token] = []
    position = 0
    while position < len(kept):
        length = _setting_length(kept, position, text)
        (setting if length else core).extend(kept[position : position + max(length, 1)])
        position += max(length, 1)
    return Part(tuple(core), tuple(setting))


def _setting_length(found: Sequence[Token], position: int, text: str) -> int:
    """How many tokens from here name an employer or a place: "chez" and a bare name, "à" and a
    capital, "à l'hôpital (de Privas)". 0 when none do."""
    if found[position].word not in NAMED:
        return 0
    start = position + 1
    if found[position].word == "chez" and start < len(found):
        bare = found[start].word not in ARTICLES
        return 1 + min(len(found) - start, 3) if bare else 0
    while start < len(found) and found[start].word in ("l", "la", "le", "les", "un", "une"):
        start += 1
    end = start + _capitals(found, start, text)
    if end == start and found[position].word in LOCATING:
        end += int(start < len(found) and found[start].word in PLACES)
    if end == start:
        return 0
    of_a_town = end + 1 < len(found) and found[end].word in ("de", "du", "d")
    more = _capitals(found, end + 1, text) if of_a_town else 0
    return end - position + (1 + more if more else 0)


def _capitals(found: Sequence[Token], start: int, text: str) -> int:
    """How many tokens from `start` the person wrote with a capital."""
    end = start
    while end < len(found) and text[found[end].start].isupper():
        end += 1
    return end - start


def _without(found: Sequence[Token], pattern: re.Pattern[str]) -> list[Token]:
    return [t for t, inside in zip(found, _inside(found, pattern), strict=True) if not inside]


def _inside(found: Sequence[Token], pattern: re.Pattern[str]) -> list[bool]:
    """For each token, whether it lies in a match of the pattern, sought in the joined words."""
    spans = [match.span() for match in pattern.finditer(_joined(found))]
    ends = accumulate(len(token.word) + 1 for token in found)
    offsets = [end - len(token.word) - 1 for end, token in zip(ends, found, strict=True)]
    return [any(start <= offset < end for start, end in spans) for offset in offsets]


def said(text: str, core: Sequence[Token]) -> str:
    """The person's own words for the job: "caissière", but "j'ai gardé mes parents" whole."""
    telling = [i for i, token in enumerate(core) if token.word not in STOPWORDS]
    first, last = telling[0], telling[-1]
    if _follows(text, core, first, VERB_LEADERS - NOUN_LEADERS):
        while _follows(text, core, first, VERB_LEADERS):
            first -= 1
    return text[core[first].start : core[last].end]


def _follows(text: str, core: Sequence[Token], position: int, leaders: Collection[str]) -> bool:
    """Whether the token stands right behind one of `leaders`, nothing taken out in between."""
    if position == 0 or core[position - 1].word not in leaders:
        return False
    return len(text[core[position - 1].end : core[position].start].strip()) == 0


def _without_repeats(mentions: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    seen: set[str] = set()
    for mention in mentions:
        key = mention.candidates[0].rome_code if mention.status == "sure" else mention.said.lower()
        if key not in seen:
            kept.append(mention)
        seen.add(key)
    return kept
