"""Each fact is traced back to the sentences that made it, whoever said them and however."""

from __future__ import annotations

import pytest

from bot.services.told_when import Trace, traces
from tests.recalled import ADVISOR, Recalled, nadia


def words(trace: Trace) -> list[str]:
    return [said.text for said in trace.said]


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("commune", "38053", ["bourgoin jalieu"]),
        ("statements.care", 1.0, ["oui beaucoup"]),
        ("statements.repair", -1, ["Non"]),
        ("licence", "no", ["non, et j'ai pas de voiture je crois"]),
        ("vehicle", "none", ["non, et j'ai pas de voiture je crois"]),
        ("hours_refused", ["night"], ["pas la nuit"]),
        ("conditions_refused", "declined", ["Je préfère ne pas répondre"]),
        (
            "past_jobs.D1505",
            {"said": "caissière", "rome_code": "D1505"},
            ["j'étais caissière chez leclerc", "Hôte ou hôtesse de caisse"],
        ),
    ],
)
def test_a_fact_has_the_words_that_made_it(fact, value, said) -> None:
    trace = traces(nadia().events)[fact]
    assert (trace.value, words(trace)) == (value, said)


def test_a_question_that_was_passed_by_the_bot_is_no_fact() -> None:
    assert "public_transport" not in traces(nadia().events)


def test_who_said_it_how_and_to_which_question_is_known() -> None:
    job, chip = traces(nadia().events)["past_jobs.D1505"].said
    assert (job.author, job.is_pressed, job.question) == (ADVISOR, False, "past_job")
    assert (chip.author, chip.is_pressed, chip.question) == (None, True, "past_job_choice")
    assert (job.number, job.message_id) == (5, "message-5")


def test_a_fact_told_in_passing_keeps_the_question_that_waited() -> None:
    assert traces(nadia().events)["vehicle"].said[-1].question == "licence"


def test_what_was_said_before_is_kept_beside_what_replaces_it() -> None:
    told = nadia().typed("en fait j'ai le permis").set(licence="yes")
    trace = traces(told.events)["licence"]
    assert (trace.value, trace.before) == ("yes", "no")
    assert words(trace) == ["en fait j'ai le permis"]


def test_a_question_answered_again_remembers_its_first_answer() -> None:
    told = nadia().typed("retour").set(max_minutes=None).typed("1h").set(max_minutes=60)
    assert traces(told.events)["max_minutes"].before == 30


def test_the_same_answer_again_changes_nothing() -> None:
    told = nadia().typed("j'ai pas le permis").set(licence="no")
    assert words(traces(told.events)["licence"]) == ["non, et j'ai pas de voiture je crois"]


def test_what_was_taken_back_is_gone() -> None:
    told = nadia().pressed("Correction", fact="statements").set(statements={"care": 1.0})
    assert "statements.repair" not in traces(told.events)


def test_a_list_that_grows_has_all_the_sentences_that_filled_it() -> None:
    told = nadia().typed("et pas le week-end").set(hours_refused=["night", "weekend"])
    assert words(traces(told.events)["hours_refused"]) == ["pas la nuit", "et pas le week-end"]


def test_a_list_told_anew_has_the_new_sentence_alone() -> None:
    told = nadia().typed("finalement tout me va").set(hours_refused=[])
    assert words(traces(told.events)["hours_refused"]) == ["finalement tout me va"]


def test_a_commune_chosen_among_several_has_the_words_and_the_choice() -> None:
    told = Recalled().asked("commune").typed("saint martin")
    told.set(commune_candidates=["38421", "07268"]).pressed("Saint-Martin-d’Hères (38400)")
    told.set(commune="38421", commune_candidates=None)
    trace = traces(told.events)["commune"]
    assert words(trace) == ["saint martin", "Saint-Martin-d’Hères (38400)"]


def test_who_starts_over_has_told_nothing_yet() -> None:
    assert traces(nadia().started_over().events) == {}


def test_what_no_message_made_has_no_words() -> None:
    assert traces(Recalled().set(licence="yes").events)["licence"].last is None


def test_what_a_person_wrote_is_not_in_the_repr() -> None:
    trace = traces(nadia().events)["past_jobs.D1505"]
    assert "leclerc" not in repr(trace) and "caissière" not in repr(trace)
