"""Every reason code has its sentence: short, in French, with the facts it rests on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.orientation import explanation
from bot.orientation.evidence import Evidence
from bot.orientation.explanation import (
    contradiction_sentence,
    moved_sentences,
    note,
    refusal_sentences,
    removed_sentences,
    sentence,
)
from bot.orientation.finding import CHECK, Reason
from bot.orientation.interests import LIMITS, Contradiction
from bot.orientation.local_facts import (
    about,
    first_step,
    hiring_sentence,
    hiring_source,
    share_sentence,
    training_sentence,
    travel_sentence,
)
from bot.orientation.mobility import BasinReach
from bot.orientation.opportunity import Opportunity, opportunities
from bot.orientation.phrases import PHRASES
from bot.orientation.profile import CONDITIONS as ALL_CONDITIONS
from bot.orientation.profile import HOURS as ALL_HOURS
from bot.orientation.profile import REFUSAL_REASONS, TRAINING
from bot.orientation.statements import LETTERS, SETTINGS, STATEMENTS
from bot.orientation.travel_modes import MODES
from tests.unit.small_world import DRIVER, NARROW, NO_BREAK, WORLD, by_code, demand, job, reached

CORE = Path(explanation.__file__).parent
TOLD_SETTINGS = [
    (axis, sign)
    for axis in SETTINGS
    for sign, end in ((1, "more"), (-1, "less"))
    if f"reason.setting.{axis}.{end}" in PHRASES
]
PARTS = {
    "because", "because_apart", "clause", "condition", "declic", "here", "here_too", "hours",
    "letter", "mode", "setting", "unknown", "reach_to_check.carpool",
}  # fmt: skip
"""What a reason is made of."""
IN_OTHER_WORDS = {
    "declic", "declic_all_near", "declic_further", "letter_disliked", "letter_liked",
}  # fmt: skip
"""Reasons made of parts only."""

YES = [
    {"kind": kind, "text": STATEMENTS[0].text}
    for kind in ("statement", "a_bit", "own_words", "picture")
]
NO = {"kind": "no", "text": STATEMENTS[0].text}
DONE = {"kind": "scene", "text": "aidé une personne à porter ses courses"}


def said(kind: str, text: str) -> Evidence:
    """A piece that is quoted as this kind."""
    agreement = {"no": -1.0, "a_bit": 0.5}.get(kind, 1.0)
    kind = "statement" if kind == "a_bit" else kind
    return Evidence(kind, "some", text, {"people": 1}, agreement)


FACTS: dict[str, list[dict[str, object]]] = {
    "conditions_likely": [{"conditions": ALL_CONDITIONS}, {"conditions": ("noise",)}],
    "conditions_listed": [{"conditions": ALL_CONDITIONS}],
    "conditions_refused": [{"conditions": ALL_CONDITIONS}],
    "declic": [
        {"axis": "domain", "sign": 1.0},
        *({"axis": letter, "sign": 1.0} for letter in LETTERS),
        *({"axis": axis, "sign": float(sign)} for axis, sign in TOLD_SETTINGS),
    ],
    "hard_to_fill": [{"share": 0.5}, {"share": 0.72}, {"share": 1.0}],
    "hours_likely": [{"hours": ALL_HOURS}, {"hours": ("outside_school",)}],
    "hours_listed": [{"hours": ("night", "weekend", "shifted")}],
    "hours_refused": [{"hours": ALL_HOURS}, {"hours": ("outside_school",)}],
    "letter_disliked": [{"letter": c, **no} for c in LETTERS for no in (NO, DONE)],
    "letter_liked": [
        {"letter": c, **piece, "is_elsewhere": elsewhere}
        for c in LETTERS
        for piece in (*YES, DONE)
        for elsewhere in (False, True)
    ],
    "no_transport_at": [{"hours": ("night",)}, {"hours": ("night", "weekend")}],
    "past_job_near": [{"said": "caissière chez Leclerc"}],
    "reach_to_check": [{"unknown": ("licence", "public_transport", "vehicle")}, {"unknown": ()}],
    "same_domain": [{"said": "boulanger"}],
    "same_job": [{"said": "boulanger"}],
    "seasonal": [{"share": 0.5}, {"share": 1.0}],
    "setting_disliked": [{"axis": axis, "sign": float(sign)} for axis, sign in TOLD_SETTINGS],
    "setting_liked": [
        {"axis": axis, "sign": float(sign), **piece}
        for axis, sign in TOLD_SETTINGS
        for piece in (*YES, DONE, {"kind": None, "text": None})
    ],
    "skills_shared": [{"said": "caissière chez Leclerc", "skill": "gérer une caisse"}],
    "too_far": [{"minutes": 95, "mode": mode} for mode in MODES],
}


def reason_codes_used() -> set[str]:
    """First argument of every Reason(...) of the core, and codes given to its small makers."""
    used = set()
    for path in CORE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("Reason", "_refused", "_told") and isinstance(node, ast.Call):
                constants = (n for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant))
                used |= {
                    constant.value for constant in constants if isinstance(constant.value, str)
                }
    return used | {"same_job", "same_domain", "past_job_near"}


def eligibility_codes() -> set[str]:
    """Reasons of support offers, which have their words in another topic."""
    return {code for code in reason_codes_used() if f"condition.{code}" in PHRASES} | {"to_answer"}


def names_of(start: str) -> set[str]:
    """The last part of the codes that begin so."""
    return {code.removeprefix(start) for code in PHRASES if code.startswith(start)}


def all_sentences(easy: bool = False) -> Iterator[str]:
    for code in sorted(reason_codes_used() - eligibility_codes()):
        for facts in FACTS.get(code, [{}]):
            yield sentence(Reason(code, CHECK, facts), easy)
    for name in sorted(names_of("list.note.") - {"border"}):
        yield note(name, easy)
    for reason in REFUSAL_REASONS:
        for details in ((), ("night",), ALL_CONDITIONS):
            yield from refusal_sentences("Serveuse ou serveur", reason, details, easy)
    removed = {("conditions_refused", c): 3 for c in ALL_CONDITIONS}
    removed |= {("hours_refused", h): 2 for h in ALL_HOURS}
    removed |= {(c, ""): 1 for c in names_of("list.limit.")}
    yield from removed_sentences(12, removed, easy)
    for liked in (*YES, DONE):
        for against in (*LIMITS, said(**NO), said(**DONE)):
            yield contradiction_sentence(Contradiction("people", said(**liked), against), easy)
    yield first_step(easy)
    for access in (*TRAINING, None):
        for is_regulated in (False, True):
            asked = job("X1", "R", "f", access=access, is_regulated=is_regulated)
            yield training_sentence(asked, easy)
    yield from moved_sentences(["Secrétaire"], ["Serveuse ou serveur", "Standardiste"], easy)
    yield from moved_sentences(["Secrétaire", "Standardiste"], [], easy)


def words(text: str) -> int:
    """Words of ours: what stands between quotation marks is not counted."""
    return len(re.findall(r"\w+(?:[-'’]\w+)*", re.sub(r"«.*?»", "", text)))


@pytest.mark.parametrize("text", list(all_sentences()))
def test_a_sentence_is_short_complete_and_needs_no_agreement(text: str) -> None:
    for part in re.split(r"(?<=[.?])\s+", text):
        assert words(part) <= 15, part
        assert part[-1] in ".?" and " : ." not in part, part
        assert part[0].isupper() or part[0] in "«0123456789", part
    assert not re.search(r"\(e\)|·|;|\bprésent\(", text)


def test_every_reason_code_has_its_sentence_and_every_sentence_its_code() -> None:
    """Reasons of jobs have their words in one topic, those of support offers in another."""
    of_jobs = {name.removesuffix(".all") for name in names_of("reason.")} - PARTS
    of_jobs = {name for name in of_jobs if name.partition(".")[0] not in PARTS}
    assert reason_codes_used() - eligibility_codes() == of_jobs | IN_OTHER_WORDS
    assert of_jobs.isdisjoint(eligibility_codes())


def test_every_code_of_the_profile_has_its_words() -> None:
    assert names_of("reason.condition.") == names_of("title.condition.") - {"none"}
    assert names_of("reason.condition.") == set(ALL_CONDITIONS)
    assert names_of("reason.hours.") == names_of("title.hours.") - {"none"} == set(ALL_HOURS)
    assert names_of("reason.mode.") == set(MODES)
    assert names_of("list.why.") == names_of("title.refusal.") == set(REFUSAL_REASONS)


def test_the_persons_answer_is_quoted_in_their_words() -> None:
    liked = sentence(
        Reason(
            "letter_liked",
            CHECK,
            {
                "letter": "R",
                "kind": "statement",
                "text": "La routine m'ennuie vite.",
                "is_elsewhere": True,
            },
        )
    )
    assert "ici aussi" in liked
    assert f"«{NO_BREAK}La routine m'ennuie vite{NO_BREAK}»" in liked


KINDS = [
    (
        {"kind": "statement", "text": "On m'écoute."},
        f"Vous dites «{NO_BREAK}On m'écoute{NO_BREAK}»",
    ),
    (
        {"kind": "a_bit", "text": "On m'écoute."},
        f"Vous répondez «{NO_BREAK}un peu{NO_BREAK}» à «{NO_BREAK}On m'écoute{NO_BREAK}»",
    ),
    ({"kind": "own_words", "text": "le calme"}, f"Vous dites «{NO_BREAK}le calme{NO_BREAK}»"),
    (
        {"kind": "picture", "text": "Un pont"},
        f"Vous avez choisi l'image «{NO_BREAK}Un pont{NO_BREAK}»",
    ),
    (DONE, "Dans l'histoire, vous avez aidé une personne à porter ses courses."),
]


@pytest.mark.parametrize(("piece", "start"), KINDS, ids=[str(p["kind"]) for p, _ in KINDS])
def test_each_kind_of_evidence_is_told_in_its_own_way(piece: dict[str, str], start: str) -> None:
    facts = {"letter": "S", **piece, "is_elsewhere": False}
    liked = sentence(Reason("letter_liked", CHECK, facts))
    assert liked.startswith(start)
    assert liked.lower().endswith("ici, les relations humaines comptent.")


def test_own_words_are_quoted_as_words_a_no_as_a_no_and_a_bit_as_a_bit() -> None:
    own = Evidence("picture", "bridge", "le calme", {"people": -0.5}, 1.0, is_own_words=True)
    assert (own.quoted_as, said(**NO).quoted_as) == ("own_words", "no")
    assert said("a_bit", "On voit du monde.").quoted_as == "a_bit"


def test_a_contradiction_quotes_both_sides_and_keeps_the_limit() -> None:
    liked = said("statement", "On voit du monde.")
    both = contradiction_sentence(Contradiction("people", liked, said("picture", "Un lac")))
    assert both == (
        "Vos réponses vont dans deux sens sur un point. "
        f"Vous dites «{NO_BREAK}On voit du monde{NO_BREAK}». "
        f"Vous avez choisi l'image «{NO_BREAK}Un lac{NO_BREAK}»."
    )
    limit = contradiction_sentence(Contradiction("people", liked, "public_contact"))
    assert limit.endswith("Mais vous évitez ceci : contact avec le public. Je garde cette limite.")


def test_school_hours_are_named_only_when_nothing_more_precise_is() -> None:
    both = sentence(Reason("hours_refused", CHECK, {"hours": ("weekend", "outside_school")}))
    assert both == "Ce métier demande souvent : travail le week-end."


@pytest.mark.parametrize(
    ("reason", "details", "change"),
    [
        ("hours", ("night",), "J'évite maintenant : travail de nuit."),
        ("physical", ("heavy_loads", "noise"), "J'évite maintenant : port de charges et bruit."),
        ("hours", (), "Je ne connais pas ses horaires : je retire seulement ce métier."),
        ("too_far", (), "Je cherche maintenant plus près de chez vous."),
    ],
)
def test_a_refusal_says_what_is_avoided_from_now_on(
    reason: str, details: tuple[str, ...], change: str
) -> None:
    assert refusal_sentences("Serveuse ou serveur", reason, details)[1] == change


@pytest.mark.parametrize(
    ("left", "came", "told"),
    [
        (("A", "B"), ("C", "D"), "2 métiers sont partis, 2 métiers sont entrés."),
        (("A",), ("C",), "1 métier est parti, 1 métier est entré."),
        ((), ("C",), "1 métier est entré."),
    ],
)
def test_moves_are_counted_then_named(
    left: tuple[str, ...], came: tuple[str, ...], told: str
) -> None:
    assert moved_sentences(left, came)[0] == told
    assert moved_sentences((), ()) == ()


def test_what_limits_removed_is_counted() -> None:
    assert removed_sentences(0, {}) == ()
    total, details = removed_sentences(
        37, {("conditions_refused", "heavy_loads"): 36, ("licence_needed", ""): 2}
    )
    assert total == "J'ai mis de côté 37 métiers, d'après vos réponses."
    assert details == "Port de charges : 36. Permis B nécessaire : 2."
    assert removed_sentences(1, {})[0].startswith("J'ai mis de côté 1 métier,")


def around(projects: int | None, **changes: object) -> Opportunity:
    world = replace(WORLD, demand=(demand("garage", "b1", projects, **changes),))
    return opportunities(world, reached(world, DRIVER)).of(by_code("I1604"))


FIGURES = [
    pytest.param(1240, {}, f"1{NARROW}240 embauches prévues en 2025", id="thousands"),
    pytest.param(1, {}, "1 embauche prévue en 2025", id="one"),
    pytest.param(60, {"is_minimum": True}, "Au moins 60 embauches prévues en 2025", id="minimum"),
]


@pytest.mark.parametrize(("projects", "changes", "start"), FIGURES)
def test_a_hiring_figure_carries_basin_year_and_family(
    projects: int, changes: dict[str, object], start: str
) -> None:
    text = hiring_sentence(WORLD, around(projects, **changes))
    assert text.startswith(start)
    assert "Bourg-le-Bassin" in text and "2025" in text and "Famille garage" in text
    assert "famille de métiers" in text


def test_a_masked_figure_is_said_not_to_be_published_and_no_number_is_given() -> None:
    text = hiring_sentence(WORLD, around(None))
    assert "n'est pas publié" in text and "Bourg-le-Bassin" in text
    assert not re.search(r"\d", text)


def test_no_row_and_no_home_are_said_without_any_number() -> None:
    empty = replace(WORLD, demand=())
    nothing = hiring_sentence(
        WORLD, opportunities(empty, reached(empty, DRIVER)).of(by_code("I1604"))
    )
    nowhere = hiring_sentence(WORLD, Opportunity("garage", None, None))
    assert "Aucun projet" in nothing and "votre commune" in nowhere
    assert not re.search(r"\d", nothing + nowhere)


def test_the_source_is_that_of_the_catalogue_with_its_edition() -> None:
    assert hiring_source(WORLD, 2025) == "France Travail, BMO 2025"
    assert hiring_source(replace(WORLD, editions=()), 2025) == "France Travail, BMO"


def basin(share: float, to_check: float, minutes: int = 22) -> BasinReach:
    return BasinReach("b1", share, to_check, "public_transport", minutes, 0.0, 0.0)


def test_travel_is_an_estimate_and_says_when_it_is_too_long_or_unsure() -> None:
    found = reached(WORLD, DRIVER)
    assert travel_sentence(found, basin(0.4, 0.4)).startswith(
        "Environ 20 minutes en bus ou en train."
    )
    assert "plus que votre limite" in travel_sentence(found, basin(0, 0, 80))
    assert "si vous pouvez voyager ainsi" in travel_sentence(found, basin(0, 0.4))
    assert "votre commune" in travel_sentence(found, None)
    assert travel_sentence(found, basin(0.05, 0.05)).endswith("qu'une petite partie du bassin.")
    assert travel_sentence(found, basin(0, 0.05)).endswith("qu'une petite partie du bassin.")


@pytest.mark.parametrize(
    ("mode", "end"),
    [
        ("car", "C'est une estimation, sans les bouchons."),
        ("scooter", "C'est une estimation, sans les bouchons."),
        ("walk", "à pied. C'est une estimation."),
        ("bike", "à vélo. C'est une estimation."),
        ("public_transport", "C'est une estimation, vérifiez les horaires."),
    ],
)
def test_what_the_estimate_leaves_out_depends_on_the_mode(mode: str, end: str) -> None:
    there = BasinReach("b1", 0.4, 0.4, mode, 15, 0.4, 0.4)
    assert travel_sentence(reached(WORLD, DRIVER), there).endswith(end)


@pytest.mark.parametrize(("minutes", "shown"), [(1, 5), (12, 10), (13, 15), (28, 30), (61, 60)])
def test_minutes_are_shown_to_the_nearest_five(minutes: int, shown: int) -> None:
    assert about(minutes) == shown


@pytest.mark.parametrize(
    ("share", "words_in"),
    [
        (0.15, "environ 2 habitants sur 10"),
        (0.42, "environ 4 habitants sur 10"),
        (0.99, "presque tout"),
    ],
)
def test_the_reachable_share_is_told_in_tenths(share: float, words_in: str) -> None:
    assert words_in in share_sentence(reached(WORLD, DRIVER), basin(share, share))


def test_a_regulated_job_says_that_a_diploma_is_required() -> None:
    assert "un diplôme" in training_sentence(by_code("J1506"))
    assert "un diplôme" not in training_sentence(by_code("D1507"))
