"""What changed between two runs is told for whom, where, and by which factor and fact."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.orientation.profile import Profile, Refusal
from bot.orientation.score_parts import score_parts
from bot.replay.aligning import align
from bot.replay.causes import parts_of_change, why_moved
from bot.replay.looking import ranked_of
from bot.replay.move import (
    BUTTON_IN,
    BUTTON_OUT,
    HEARD,
    JOB_FACT,
    JOB_IN,
    JOB_OUT,
    KEPT,
    OFFER_IN,
    OFFER_OUT,
    OFFER_STATE,
    QUESTION,
    TEXT,
    TEXT_IN,
    TEXT_OUT,
    Move,
)
from bot.replay.move_words import (
    NOTHING_MOVED,
    around,
    in_words,
    move_sentence,
    step_in_words,
    who,
)
from bot.replay.moves import CHANGED, LOST, NEW, SAME, StepMoves, StoryMoves, compare_runs
from bot.replay.ranked import Ranked
from bot.replay.record import Difference, TurnRecord
from bot.replay.record_json import from_json, to_json
from bot.replay.screen import plain
from tests.personas import NADIA, PERSONAS
from tests.unit.persona_view import catalogue
from tests.unit.small_records import (
    SEED,
    WELCOME,
    listed,
    offers,
    record,
    said,
    text,
    with_projects,
)


def moves(before: TurnRecord, after: TurnRecord) -> list[Move]:
    """Of one turn after the welcome."""
    found = compare_runs([record([WELCOME, before])], [record([WELCOME, after])])
    return [move for step in found.stories[0].steps for move in step.moves]


def lists(before: Catalogue, after: Catalogue, profile: Profile, then: Profile) -> list[Move]:
    return moves(listed(before, profile), listed(after, then))


def home(known: Catalogue) -> str:
    return known.commune_by_code["38053"].basin_code


def seen(known: Catalogue, profile: Profile) -> Ranked:
    return ranked_of(rank(known, profile, SEED), (), ())


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_what_is_kept_is_what_the_score_is_made_of(persona) -> None:  # type: ignore[no-untyped-def]
    known = catalogue()
    ranking = rank(known, persona.profile, SEED)
    kept = seen(known, persona.profile)
    for row in [*ranking.order[:5], *ranking.order[-3:]]:
        match = ranking.match(known.jobs[row].rome_code)
        parts, job = score_parts(match), kept.job(known.jobs[row].rome_code)
        assert job is not None and job.score == pytest.approx(match.score, abs=2e-5)
        told = {one.name: one.points for one in parts.factors if one.weight}
        for name, points in job.points.items():
            assert points == (pytest.approx(told[name], abs=1e-4) if told[name] else told[name])
        basin = match.around.basin
        assert job.basin is None if basin is None else job.basin.basin_code == basin.basin_code


def test_parts_of_a_change_add_up_to_the_change() -> None:
    known = catalogue()
    code = listed(known, NADIA.profile).ranked.shown[0]  # type: ignore[union-attr]
    family = known.job_by_code[code].fap_code
    other = with_projects(known, family, home(known), 5)
    near = replace(NADIA.profile, max_minutes=25)
    was, now = seen(known, NADIA.profile).job(code), seen(other, near).job(code)
    assert was and now
    parts = parts_of_change(was, now)
    assert sum(parts.values()) == pytest.approx(log(now.score / was.score))
    assert min(parts, key=lambda name: parts[name]) == "hiring"


def test_a_hiring_figure_that_falls_is_named_with_its_basin_and_both_figures() -> None:
    known = catalogue()
    before = listed(known, NADIA.profile)
    code = before.ranked.shown[0]  # type: ignore[union-attr]
    job = before.ranked.job(code)  # type: ignore[union-attr]
    basin = known.basin_by_code[home(known)]
    assert job is not None
    other = with_projects(known, job.fap_code, basin.basin_code, 0)
    gone = [m for m in moves(before, listed(other, NADIA.profile)) if m.kind == JOB_OUT]
    move = next(m for m in gone if m.code == code)
    assert move.factor == "hiring" and move.before == "1ʳᵉ place"
    assert (
        f"les embauches prévues autour de {basin.name}, de {job.projects[basin.name]}" in move.why
    )
    assert move.why.endswith("à 0.")


def test_a_job_that_takes_the_place_of_another_is_the_one_that_is_explained() -> None:
    known = catalogue()
    before = listed(known, NADIA.profile)
    code = before.ranked.shown[0]  # type: ignore[union-attr]
    family = known.job_by_code[code].fap_code
    other = with_projects(known, family, home(known), 0)
    came = [m for m in moves(before, listed(other, NADIA.profile)) if m.kind == JOB_IN]
    title = next(c["title"] for c in before.messages[1]["cards"] if c["rome_code"] == code)
    assert came and all(m.factor == "others" and title in m.why for m in came)


@pytest.mark.parametrize(
    ("changes", "factor", "words"),
    [
        pytest.param(
            {"max_minutes": 5},
            "limit",
            "(le temps de trajet accepté, de 30 à 5 minutes)",
            id="too far",
        ),
        pytest.param(
            {"conditions_refused": frozenset({"public_contact", "standing", "heavy_loads"})},
            "limit",
            "ce qui l’écarte maintenant",
            id="a condition refused",
        ),
    ],
)
def test_a_limit_that_rules_a_job_out_is_named(
    changes: dict[str, object], factor: str, words: str
) -> None:
    known = catalogue()
    then = replace(NADIA.profile, **changes)  # type: ignore[arg-type]
    gone = [m for m in lists(known, known, NADIA.profile, then) if m.kind == JOB_OUT]
    assert any(m.factor == factor and words in m.why for m in gone)


def test_a_job_that_left_the_data_and_one_that_was_put_aside_are_told_so() -> None:
    known = catalogue()
    first = listed(known, NADIA.profile).ranked.shown[0]  # type: ignore[union-attr]
    jobs = tuple(
        replace(job, near=tuple(code for code in job.near if code != first))
        for job in known.jobs
        if job.rome_code != first
    )
    titles = tuple(title for title in known.titles if title.rome_code != first)
    without = replace(known, jobs=jobs, titles=titles)
    found = {m.code: m for m in lists(known, without, NADIA.profile, NADIA.profile)}
    assert found[first].why == "Ce qui a changé : ce métier n’est plus dans les données."
    refused = replace(NADIA.profile, refusals=(Refusal(first, "not_interested"),))
    found = {m.code: m for m in lists(known, known, NADIA.profile, refused)}
    assert "écarté par la personne" in found[first].why
    back = {m.code: m for m in lists(known, known, refused, NADIA.profile)}
    assert back[first].kind == JOB_IN
    assert back[first].why == "Ce qui a changé : la personne n’écarte plus ce métier."


@pytest.mark.parametrize(
    ("has_risen", "factor"),
    [
        pytest.param(False, "hiring", id="what lowered it explains that it went down"),
        pytest.param(True, "others", id="what lowered it does not explain that it went up"),
    ],
)
def test_a_place_is_explained_by_what_pushed_that_way(has_risen: bool, factor: str) -> None:
    known = catalogue()
    code = listed(known, NADIA.profile).ranked.shown[0]  # type: ignore[union-attr]
    fewer = with_projects(known, known.job_by_code[code].fap_code, home(known), 5)
    ranked = seen(known, NADIA.profile), seen(fewer, NADIA.profile)
    assert why_moved(*ranked, code, has_risen).factor == factor


def test_without_a_ranking_no_reason_is_made_up() -> None:
    known = catalogue()
    before, after = listed(known, NADIA.profile), listed(known, NADIA.profile)
    after.messages[1]["cards"] = after.messages[1]["cards"][1:]
    (left,) = [m for m in moves(before, after) if m.kind == JOB_OUT]
    assert left.why == "Rien de ce qui est gardé n’explique ce changement."
    (left,) = [m for m in moves(before, replace(after, ranked=None)) if m.kind == JOB_OUT]
    assert left.why.startswith("Le classement n’a pas été gardé")


def test_a_figure_on_a_card_that_stays_is_told_with_both_sentences() -> None:
    known = catalogue()
    before = listed(known, NADIA.profile)
    job = before.ranked.job(before.ranked.shown[0])  # type: ignore[union-attr]
    assert job is not None
    other = with_projects(known, job.fap_code, home(known), 4321)
    found = [m for m in moves(before, listed(other, NADIA.profile)) if m.kind == JOB_FACT]
    assert any(m.factor == "hiring" and "4\u202f321" in (m.after or "") for m in found)


def test_what_was_kept_otherwise_is_told_before_what_follows_from_it() -> None:
    known = catalogue()
    licence = said("non", kept={"licence": "no"}, question="licence")
    other = said("non", kept={"licence": "yes"}, question="licence")
    far = replace(NADIA.profile, max_minutes=5)
    before = record([WELCOME, licence, listed(known, NADIA.profile)])
    after = record([WELCOME, other, listed(known, far)])
    lines = [plain(line) for line in in_words(compare_runs([before], [after]))]
    kept = "Pour Nadia, à l'étape 1, Déclic retient autrement « permis » : oui, et non plus non."
    assert kept in lines
    moved = [line for line in lines if "le métier" in line and "n'est plus montré" in line]
    assert moved
    note = "Pour Nadia, à l'étape 2, à noter : la réponse « permis » n'est plus la même."
    assert lines.count(note) == 1


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        pytest.param(said("oui", "Bien."), said("oui", "Bravo !"), [TEXT_OUT, TEXT_IN], id="other"),
        pytest.param(
            said("oui", "Il y a 12 métiers."), said("oui", "Il y a 13 métiers."), [TEXT], id="near"
        ),
        pytest.param(
            said("oui", intent="affirm"), said("oui", intent="deny"), [HEARD], id="understood"
        ),
        pytest.param(
            said("oui", kept={"licence": "yes"}), said("oui", kept={}), [KEPT], id="not kept"
        ),
        pytest.param(
            said("oui", question_after="licence"),
            said("oui", question_after="vehicle"),
            [QUESTION],
            id="next question",
        ),
        pytest.param(
            TurnRecord(said="oui", messages=[text("Bien.", "Oui", "Non")]),
            TurnRecord(said="oui", messages=[text("Bien.", "Oui", "Passer")]),
            [BUTTON_OUT, BUTTON_IN],
            id="buttons",
        ),
        pytest.param(said("oui"), said("oui"), [], id="nothing"),
    ],
)
def test_words_buttons_and_understanding(
    before: TurnRecord, after: TurnRecord, kinds: list[str]
) -> None:
    assert [move.kind for move in moves(before, after)] == kinds


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        pytest.param(
            offers("a b", a="check", b="open"), offers("b", a="ended", b="open"), OFFER_OUT,
            "Elle est dite terminée.", id="ended",
        ),
        pytest.param(
            offers("a", a="check"), offers("", a="elsewhere"), OFFER_OUT,
            "Elle n’est plus prévue pour cette commune.", id="elsewhere",
        ),
        pytest.param(
            offers("a", a="check"), offers(""), OFFER_OUT,
            "Elle n’est plus dans les aides de cette installation.", id="no file",
        ),
        pytest.param(
            offers("a", a="check"), offers("", a="check"), OFFER_OUT,
            "d’autres aides passent devant", id="behind others",
        ),
        pytest.param(
            offers("a", a="open"), offers("a", a="check"), OFFER_STATE,
            "Ce qui décide maintenant : Rien.", id="less open",
        ),
        pytest.param(offers("", a="closed"), offers("a", a="check"), OFFER_IN,
                     "Elle était non ouverte.", id="opens"),
        pytest.param(offers(""), offers("a", a="check"), OFFER_IN,
                     "Elle est nouvelle parmi les aides.", id="new"),
    ],
)  # fmt: skip
def test_offers(before, after, kind: str, words: str) -> None:  # type: ignore[no-untyped-def]
    found = moves(said("une aide", offers=before), said("une aide", offers=after))
    assert [move.kind for move in found] == [kind] and words in found[0].why


def test_the_day_of_an_end_is_told() -> None:
    before, after = offers("a", a="check"), offers("", a="ended")
    ended = replace(after, all=(replace(after.all[0], since="2026-03-31"),))
    (move,) = moves(said("une aide", offers=before), said("une aide", offers=ended))
    assert move.why == "Elle est dite terminée depuis le 31 mars 2026."


def test_a_question_that_comes_in_between_moves_no_other_step() -> None:
    turns = [said("Privas", question="commune"), said("oui", question="licence"), said("non")]
    asked = said("Passer", question="vehicle")
    before, after = [WELCOME, *turns], [WELCOME, turns[0], asked, *turns[1:]]
    assert align(before, after) == [(0, 0), (1, 1), (None, 2), (2, 3), (3, 4)]
    found = compare_runs([record(before)], [record(after)])
    assert [step.number for step in found.stories[0].changed_steps] == [2]
    assert in_words(found)[-1].endswith("un tour de plus : «\u00a0Passer\u00a0».")


def test_a_question_that_goes_is_told_where_it_was() -> None:
    turns = [said("Privas", question="commune"), said("oui", question="licence"), said("non")]
    assert align(turns, [turns[0], turns[2]]) == [(0, 0), (1, None), (2, 1)]


def test_stories_that_came_and_went_are_told_apart() -> None:
    one, two, three = (record([WELCOME], name) for name in ("un", "deux", "trois"))
    found = compare_runs([one, two], [two, three])
    assert {story.name: story.state for story in found.stories} == {
        "deux": SAME,
        "trois": NEW,
        "un": LOST,
    }
    assert (found.totals.stories, found.totals.new, found.totals.lost) == (1, 1, 1)


def test_a_check_that_fails_now_is_counted() -> None:
    failing = said("oui")
    failing.differences.append(Difference(None, "les mots « Bien »", "rien"))
    found = compare_runs([record([said("oui")])], [record([failing])])
    assert found.totals.now_failing == 1
    assert in_words(found)[-1] == "Pour Nadia : l’histoire ne passe plus ses vérifications."


def test_counts_of_people_and_declics() -> None:
    known = catalogue()
    with_declic = listed(known, NADIA.profile)
    near = listed(known, replace(NADIA.profile, surprise="near"))
    assert with_declic.ranked and with_declic.ranked.declics and near.ranked
    totals = compare_runs([record([with_declic])], [record([near])]).totals
    assert (totals.people, totals.declics_lost, totals.declics_gained) == (1, 1, 0)


def test_nothing_that_moved_is_one_sentence() -> None:
    same = [record([WELCOME, said("oui")])]
    assert in_words(compare_runs(same, same)) == [NOTHING_MOVED]


def test_what_ranked_goes_through_json_and_back() -> None:
    turn = replace(listed(catalogue(), NADIA.profile), offers=offers("a", a="check"))
    assert from_json(to_json(record([turn]))) == record([turn])


@pytest.mark.parametrize(
    ("presentation", "name"),
    [
        ("Nadia, 34 ans, de Bourgoin-Jallieu.", "Nadia"),
        ("Quelqu’un de Bourgoin-Jallieu qui répond simplement, avec les boutons.", None),
        ("", None),
    ],
)
def test_who_speaks_is_named_when_the_persona_has_a_name(
    presentation: str, name: str | None
) -> None:
    assert who(presentation) == name


def phrase(code: str, value: float) -> TurnRecord:
    return said("oui", question="statement", kept={"statements": {code: value}})


def test_phrases_asked_in_another_order_are_no_change() -> None:
    before = record([WELCOME, phrase("care", 1.0), phrase("steps", 1.0), said("non")])
    after = record([WELCOME, phrase("steps", 1.0), phrase("care", 1.0), said("non")])
    assert compare_runs([before], [after]).stories[0].state == SAME


def test_other_phrases_and_another_answer_are_one_step() -> None:
    before = record([WELCOME, phrase("care", 1.0), phrase("steps", 1.0), said("non")])
    after = record([WELCOME, phrase("care", -1.0), phrase("tidy", 1.0), said("non")])
    (step,) = compare_runs([before], [after]).stories[0].changed_steps
    assert step.number == 1 and [move.kind for move in step.moves] == [QUESTION, KEPT]
    asked, answered = step.moves
    assert "étapes claires" in (asked.before or "") and "rangé" in (asked.after or "")
    assert (answered.before, answered.after) == ("oui", "non")


def test_quotations_inside_quotations_have_the_inner_marks() -> None:
    before = record(
        [WELCOME, phrase("care", 1.0), said("oui", "J’ai compris « caisse »."), said("a")]
    )
    after = record(
        [WELCOME, phrase("tidy", 1.0), said("oui", "J’ai compris « caissier »."), said("a")]
    )
    lines = [plain(line) for line in in_words(compare_runs([before], [after]), with_words=True)]
    (asked,) = (line for line in lines if "phrases posées" in line)
    (text,) = (line for line in lines if "J'ai compris" in line)
    assert not any("« «" in line or "» »" in line for line in lines)
    assert asked.count("«") == 2 and "«J'ai compris “caisse”.»" in text.replace("« ", "«").replace(
        " »", "»"
    )


def test_a_reason_that_several_jobs_share_is_said_once() -> None:
    why = "Ce qui a changé : les embauches prévues autour de Voiron, de 20 à 0."
    note = "À noter : la réponse « permis » n’est plus la même."
    gone = [Move(JOB_OUT, job, "1ʳᵉ place", None, why, note=note) for job in ("Soudeur", "Cariste")]
    here = Move(JOB_IN, "Vendeur", None, "1ʳᵉ place", "Il est nouveau.", note=note)
    step = StepMoves(3, 3, "voir", None, (gone[0], here, gone[1]))
    story = StoryMoves("nadia", "nadia.yml", "Nadia", "Nadia, 34 ans", CHANGED, (step,))
    lines = [plain(line) for line in step_in_words(story, step)]
    where = "Pour Nadia, à l'étape 3,"
    assert lines == [
        f"{where} le métier « Soudeur » n'est plus montré (1ʳᵉ place avant). "
        "Le métier « Cariste » n'est plus montré (1ʳᵉ place avant). "
        "Ce qui a changé : les embauches prévues autour de Voiron, de 20 à 0.",
        f"{where} le métier « Vendeur » est montré, ce qu'il n'était pas (1ʳᵉ place). "
        "Il est nouveau.",
        f"{where} à noter : la réponse « permis » n'est plus la même.",
    ]


def test_what_differs_between_two_long_texts_can_be_read() -> None:
    same = "Des mots qui sont les mêmes. " * 20
    before, after = around(f"{same}Il y a douze métiers.", f"{same}Il y a treize métiers.")
    assert before.startswith("…") and before.endswith("Il y a douze métiers.")
    assert after.startswith("…") and after.endswith("Il y a treize métiers.")
    assert around("court", "bref") == ("court", "bref")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(None, "Dehors.", "« Soudeur : raisons » : en plus, « Dehors. ».", id="more"),
        pytest.param("Dehors.", None, "« Soudeur : raisons » : en moins, « Dehors. ».", id="less"),
    ],
)
def test_a_line_of_a_card_that_comes_or_goes(
    before: str | None, after: str | None, told: str
) -> None:
    assert plain(move_sentence(Move(JOB_FACT, "Soudeur : raisons", before, after))) == told


def test_sentences_alone_are_counted_and_told_when_asked_for() -> None:
    pair = [record([said("oui", "Bien.")])], [record([said("oui", "Bravo !")])]
    short, whole = in_words(compare_runs(*pair)), in_words(compare_runs(*pair), with_words=True)
    assert [plain(line) for line in short[1:]] == ["Pour Nadia : 2 textes changent aussi."]
    assert any("Bravo" in line for line in whole)
