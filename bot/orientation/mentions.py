"""A sentence about one's past cut into the jobs it names, employer and dates put aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.orientation.job_surroundings import (
    ARTICLES,
    NAMED,
    TIME,
    Part,
    cut_setting,
    inside,
    joined,
    without,
)
from bot.orientation.title_words import STOPWORDS
from bot.orientation.wording import BREAK, Token, plain, tokens

# What is read of a message, and of one stretch of it without punctuation: time grows with each.
MOST_WORDS, MOST_WORDS_OF_A_CLAUSE, MOST_WORDS_OF_A_TITLE = 120, 24, 10
MOST_JOBS = 12
# A run of words that is one job with this confidence is not tried as several.
NOT_TO_BE_SPLIT = 0.9


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


# Judges the words of a part: its candidates and whether the first is certain.
Judge = Callable[[str, str], tuple[tuple[Candidate, ...], str]]

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
# A refusal, a wish, a question to the robot: not one's past.
NOT_THE_PAST = re.compile(
    r"\b(?:jamais ete|pas ete|jamais fait|pas fait|pas voulu)\b"
    r"|\b(?:peux|veux|voudrais|supporte|aime|envie|prefere) (?:plus|pas|ne pas)\b"
    r"|\bpas (?:de|d|la|le|envie|trop|tres) |^pas |^non (?!j |je )"
    r"|\b(?:aime|adore|aimerais|voudrais|veux|souhaite|reve|cherche|recherche|habite|prefere) "
    r"|\b(?:vous|votre|vos|toi|tes?|tu)\b"
    r"|\b(?:pourquoi|comment|combien|est ce|c est quoi|c est qui|qu est ce|en quoi)\b"
    r"|^qui (?:a|est|peut|va)\b"
)

HARD = frozenset({BREAK, "puis", "ensuite", "apres", "mais", "sinon", "avant"})
SOFT = frozenset({"et", "ou", "e"})
PRONOUNS = frozenset({"j", "je", "on", "nous"})
VERB_LEADERS = frozenset({"j", "ai", "avais", "je", "m", "me", "on", "nous", "a", "avons", "suis"})
NOUN_LEADERS = frozenset({"etais", "ete", "comme", "que", "suis"})


def recognise(text: str, judge: Judge) -> Recognition:
    """The jobs of a text, in the order they were said; the same job said twice counts once."""
    mentions: list[Mention] = []
    for clause in clauses(tokens(text)[:MOST_WORDS]):
        if len(mentions) >= MOST_JOBS:
            break
        spelled = joined(clause)
        if NEVER.search(spelled) or NOT_THE_PAST.search(spelled):
            continue
        if mentions and not _has_content(cut_setting(clause, text).core):
            continue
        mentions.extend(_mentions(text, clause, judge))
    never_worked = not mentions and NEVER.search(plain(text)) is not None
    return Recognition(tuple(_without_repeats(mentions)[:MOST_JOBS]), never_worked)


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
    for token, is_time in zip(clause, inside(clause, TIME), strict=True):
        starts_a_job = was_time and not is_time and token.word not in NAMED | ARTICLES | SOFT
        if starts_a_job and _has_content(without(parts[-1], TIME)):
            parts.append([])
        parts[-1].append(token)
        was_time = is_time
    return parts


def _is_after_school(found: Sequence[Token], position: int) -> bool:
    """In "garder des enfants après l'école", "après" cuts nothing."""
    following = [token.word for token in found[position + 1 : position + 3]]
    return found[position].word in ("apres", "avant") and following[1:] == ["ecole"]


def _has_content(clause: Iterable[Token]) -> bool:
    return any(token.word not in STOPWORDS and not token.word.isdecimal() for token in clause)


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
    return [whole] if whole and _is_one_title(whole, parts) else parts


def _is_one_title(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether "A et B" is surer than its halves, and a job that neither half is."""
    halves = {candidate.rome_code for part in parts for candidate in part.candidates[:1]}
    is_another = all(candidate.rome_code not in halves for candidate in whole.candidates[:1])
    return is_another and _certainty(whole) > min(map(_certainty, parts), default=0.0)


def _completes_a_title(right: Sequence[Token]) -> bool:
    """ "agent de sécurité et d'accueil", but not "du ménage et de la cuisine"."""
    return right[0].word in ("d", "de") and right[1].word not in ("la", "l")


def _split_run(text: str, clause: list[Token], judge: Judge) -> list[Mention]:
    """Dictated lists have no commas: cut "caissière serveuse" where both sides are certain."""
    whole = _mention(text, clause, judge)
    if whole is None or _is_one_job(whole) or len(clause) > MOST_WORDS_OF_A_TITLE:
        return _listed(whole)
    for position in range(1, len(clause)):
        if clause[position].word in STOPWORDS or clause[position - 1].word in STOPWORDS:
            continue
        head = _mention(text, clause[:position], judge)
        if head is None or head.status != "sure":
            continue
        tail = _split_run(text, clause[position:], judge)
        parts = [head, *tail]
        if tail and all(part.status == "sure" for part in tail):
            if whole.status != "sure" or min(map(_certainty, parts)) > _certainty(whole):
                return parts
    return [whole]


def _is_one_job(whole: Mention) -> bool:
    return whole.status == "sure" and _certainty(whole) >= NOT_TO_BE_SPLIT


def _listed(mention: Mention | None) -> list[Mention]:
    return [] if mention is None else [mention]


def _certainty(mention: Mention) -> float:
    return mention.candidates[0].confidence if mention.candidates else 0.0


def _mention(text: str, clause: Sequence[Token], judge: Judge) -> Mention | None:
    part = telling_part(clause, text)
    if not _has_content(part.core):
        return None
    candidates, status = judge(joined(part.core), joined(part.setting))
    return Mention(said(text, part.core), candidates, status)


def telling_part(clause: Sequence[Token], text: str) -> Part:
    """The words of a job apart from its setting; all of them when the setting alone tells."""
    part = cut_setting(clause, text)
    return part if _has_content(part.core) else Part(tuple(clause))


def said(text: str, core: Sequence[Token]) -> str:
    """The person's own words for the job: "caissière", but "j'ai gardé mes parents" whole."""
    telling = [i for i, token in enumerate(core) if _has_content([token])]
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
