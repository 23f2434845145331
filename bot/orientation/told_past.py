"""Where a message clearly tells a past job: "j'étais…", "j'ai travaillé comme…"."""

from __future__ import annotations

import re

_PAST_JOB = re.compile(
    r"\b(?:j['’ ]?(?:e|é)tais(?: aussi)?|jetais|gt|"
    r"j['’ ]?ai (?:aussi |d(?:e|é)j(?:a|à) )?(?:e|é)t(?:e|é)|g (?:e|é)t(?:e|é)|"
    r"j['’ ]?ai (?:travaill|boss)(?:e|é) (?:comme|en tant que|dans|chez)|"
    r"je (?:travaillais|bossais) (?:comme|en tant que|dans)|avant j['’ ]?(?:e|é)tais)"
    r"\s+[^,.;!?\n]{3,60}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:mais|et (?=j|je|pas|plus|mon|ma)|parce|du coup|j['’]ai|jai|je)\b", re.IGNORECASE
)
_NO_JOB = re.compile(
    r"(?:au ch[oô]mage|malade|enceinte|en (?:retard|cong|prison|formation|arr[eê]t)|trop|pas|petit|"
    r"jeune|op[eé]r|licenci|vir[eé]|contente?|sur le point|d[eé]j[aà] l[aà])",
    re.IGNORECASE,
)


def past_job_words(text: str) -> tuple[str, ...]:
    """The stretches of a message, as typed, that tell what the person was or worked as."""
    stretches = []
    for said in _PAST_JOB.finditer(text):
        first, rest = said[0][:4], said[0][4:]
        end = _ENDS.search(rest)
        stretch = first + (rest[: end.start()] if end else rest)
        if not _NO_JOB.search(stretch):
            stretches.append(stretch.strip())
    return tuple(stretches)
