"""All that the bot can say: short, plain, in both ways of writing, and easy to read by measure."""

from __future__ import annotations

import re
from statistics import fmean
from string import Formatter

import pytest

from bot import wiring
from bot.adapters.domain_responses import read_responses
from bot.commands.sentences import as_table, as_text, summary, word_frequencies
from bot.commands.sentences_page import KINDS, as_html
from bot.orientation.phrases import PHRASES
from bot.orientation.phrases.examples import EXAMPLES
from bot.orientation.readability import longest_line, longest_sentence
from bot.services.all_sentences import Measured, Sentence, all_sentences, measured, rare_words
from bot.settings import ROOT

RESPONSES = read_responses(ROOT / "domain.yml")
SENTENCES = all_sentences(RESPONSES, wiring.deck(), wiring.story())
MEASURED = [measured(one, word_frequencies()) for one in SENTENCES]
WRITTEN_EASY = [
    one
    for one in SENTENCES
    if one.kind not in ("statement", "picture", "story") and not one.code.startswith("web.")
]
"""Pictures, scenes and statements are contents: they are short as they stand. The web app answers
out of the conversation, and does not know how one reads."""

AIM, LEAST = 70, 50
MOST_WORDS, MOST_EASY_WORDS = 15, 10
FORBIDDEN = (
    r"droit à|avez droit|veuillez|\bcf\b|\betc\b|merci de (?!me)|afin de|dans le cadre|au sein de|"
    r"susceptible|notamment|ci-dessous|ci-dessus|susmentionné|le cas échéant|"
    r"\bgaranti(?:s|t|ssons)?\b|"
    r"vous aurez|\(e\)|·e\b|\btrice\b|chômeu|\btu\b|\btoi\b"
)
HARD_WHEN_EASY = {
    "brackets": r"[()\[\]]",
    "a passive": r"\b(?:est|sont|sera|seront) \w+(?:é|ée|és|ées) par\b",
    "only by a negation": r"\bn(?:e |['’])\w+ (?:\w+ )?qu(?:e\b|['’])",
    "two negations": r"\bpas\b[^.\n]*\b(?:sans|aucune?|jamais)\b",
    "a number in letters": r"\b(?:trois|quatre|cinq|sept|dix|quinze|vingt|trente)\b",
    "two ideas in a line": r"[;]| — ",
}
EVERYONE_KNOWS = frozenset({"CAP", "BEP", "CDD", "CDI", "RSA", "SMS"})
TOLD_BESIDE = {
    "AAH": "handicap", "AEEH": "handicap", "AME": "soins", "ASI": "handicap", "ASPA": "âgé|âge",
    "ASS": "chômage", "BMO": "France Travail|estim", "BSR": "permis", "CAF": "quotient",
    "CAPE": "entreprise", "CCAS": "mairie", "CIR": "France", "CPF": "formation",
    "CSS": "soins", "EPIDE": "jeunes", "PCH": "handicap", "PLIE": "emploi",
    "ROME": "officiel", "RQTH": "handicap", "RSJ": "jeunes", "ZFRR": "zone",
}  # fmt: skip
"""Acronyms that are said, each with a word of its meaning, which stands in the same message."""
REVIEWED = frozenset(
    # Forms of common verbs, and words that the message itself explains or that have no plainer one.
    "accepteriez affichés aidait ajoutons atteignez cochez compterai divisez décalés "
    "effacées élevez embauches employait encadre enlèvent faisiez inattendus ouvrirait proposerai "
    "rapprochez rebonjour recrutent refuserait relue renseignez revoici répondons répétitifs "
    "saisonnières "
    "surprends surprenez trie téléphonez voyagez agaçant affichées boulangers coché "
    "cochées décochez enlevez parlantes "
    "aimiez déplacez "
    "absentes copiez effacent effacés imprimez invitées notée notés regroupée rejoue "
    "ennuient fatigant illisible impriment scannez rechargez renvoyez réessayez télétravail "
    # What testers and admins read in the log of what was done.
    "mallette mallettes "
    # One sentence is said in English, to who asks for another language.
    "understand "
    # Names of aids and places, as they are written on people's papers.
    "aeeh asi aspa dacia inclusive leasing prepare qualiopi quotient voiron".split()
)


def ours(one: Sentence) -> list[str]:
    return [one.text, one.easy]


@pytest.mark.parametrize("one", MEASURED, ids=lambda one: one.sentence.code)
def test_every_sentence_is_easy_enough_and_short(one: Measured) -> None:
    assert one.ease >= LEAST, f"{one.ease:.0f}: {one.sentence.text}"
    assert one.easy_ease >= LEAST, f"{one.easy_ease:.0f}: {one.sentence.easy}"
    assert longest_sentence(one.sentence.text) <= MOST_WORDS, one.sentence.text


def test_sentences_are_easy_to_read_on_average() -> None:
    for kind in KINDS:
        some = [one for one in MEASURED if one.sentence.kind == kind]
        assert some, f"no sentence of kind {kind}"
        assert fmean(one.ease for one in some) >= AIM, kind
    assert fmean(one.easy_ease for one in MEASURED) > fmean(one.ease for one in MEASURED)


@pytest.mark.parametrize("one", WRITTEN_EASY, ids=lambda one: one.code)
def test_the_easy_way_has_one_idea_a_line_in_ten_words(one: Sentence) -> None:
    assert longest_line(one.easy) <= MOST_EASY_WORDS, one.easy
    for line in one.easy.split("\n"):
        assert longest_sentence(line) <= MOST_EASY_WORDS, line
    if one.kind == "response":
        for name, pattern in HARD_WHEN_EASY.items():
            assert not re.search(pattern, one.easy), f"{name}: {one.easy}"


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one.code)
def test_no_sentence_has_words_of_an_office_or_promises(one: Sentence) -> None:
    for text in ours(one):
        assert not re.search(FORBIDDEN, text, re.IGNORECASE), text


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one.code)
def test_an_acronym_stands_beside_its_meaning(one: Sentence) -> None:
    for text in ours(one):
        for acronym in set(re.findall(r"\b[A-Z]{3,}\b", text)) - EVERYONE_KNOWS:
            assert acronym in TOLD_BESIDE, f"{acronym} is not explained: {text}"
            if one.code != "job.hiring.source":
                assert re.search(TOLD_BESIDE[acronym], text), f"{acronym}: {text}"


def test_both_ways_tell_the_same_facts() -> None:
    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    def lower(names: set[str]) -> set[str]:
        """{Where} is {where} at the start of a line."""
        return {name.lower() for name in names}

    for code, phrase in PHRASES.items():
        assert lower(holes(phrase.text)) == lower(holes(phrase.in_style(easy=True))), code
        assert holes(phrase.text) <= EXAMPLES.keys(), f"{code}: a hole without an example"
    for response in RESPONSES:
        ways = {frozenset(holes(text)) for text in (*response.texts, *response.easy)}
        assert len(ways) == 1, f"{response.name}: {ways}"
        assert ways.pop() <= EXAMPLES.keys(), f"{response.name}: a hole without an example"


def test_what_is_said_often_has_several_ways() -> None:
    often = (
        "utter_after_jobs", "utter_as_you_wish", "utter_circumstance_kept", "utter_greet_again",
        "utter_jobs_again", "utter_jobs_changed", "utter_not_understood", "utter_thanks",
        "utter_what_if_only",
    )  # fmt: skip
    ways = {response.name: len(response.texts) for response in RESPONSES}
    assert {name: ways[name] for name in often if ways[name] < 3} == {}


def test_rare_words_are_reviewed() -> None:
    """A new one is replaced, or added to REVIEWED by who reads it. Contents are not counted."""
    if word_frequencies() is None:
        pytest.skip("wordfreq is not installed")
    found = {
        word
        for one in MEASURED
        if one.sentence.kind not in ("picture", "story", "statement")
        for word in one.rare or ()
    }
    assert found - REVIEWED == set()
    assert REVIEWED - found == set(), "no longer said"


def test_a_rare_word_is_told_once_and_without_its_article() -> None:
    frequencies = {"d": 6.0, "ubiquité": 2.0, "le": 7.0}
    text = "Le don d'ubiquité, le « sesquipédalisme », l’ubiquité et le RQTH 12."
    assert rare_words(text, lambda word: frequencies.get(word, 5.0)) == ("ubiquité",)


def test_the_list_reads_as_text_as_a_table_and_as_a_page() -> None:
    one = measured(Sentence("topic.code", "phrase", "Un <b>mot</b> rare.", "Un mot."), None)
    assert as_text(one).splitlines()[1:] == ["  Un <b>mot</b> rare.", "  facile :", "  Un mot."]
    assert as_table([one]).count("\n") == 2
    page = as_html([one], summary([one]))
    assert "&lt;b&gt;" in page and "topic.code" in page and "<b>" not in page
