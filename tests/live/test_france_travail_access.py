"""Tokens, keys and failures of France Travail, through real sockets."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_companies import LaBonneBoite
from bot.adapters.live.france_travail_market import LabourMarketFigures
from bot.adapters.live.france_travail_titles import Romeo
from bot.adapters.live.france_travail_token import Keys
from bot.adapters.live.france_travail_vacancies import FranceTravailVacancies
from bot.adapters.live.limits import Time
from bot.adapters.sql.answer_cache import SqlAnswerCache, live_answers
from bot.services.ports import Place, RequestRefused, ServiceUnavailable
from tests.live import france_travail_contract as contract
from tests.live.france_travail_answers import BAKER
from tests.live.france_travail_server import (
    CLIENT_ID,
    CLIENT_SECRET,
    SCOPES_BY_API,
    TOKEN_PATH,
    Answer,
    Fault,
    FranceTravailServer,
)
from tests.live.stopped_time import StoppedTime

Open = Callable[..., FranceTravail]
SEARCH = "/partenaire/offresdemploi/v2/offres/search"
GRENOBLE = Place("38185", 45.1825, 5.7244)
TOO_MANY = Answer(429, {"message": "Trop de requêtes"}, {"Retry-After": "1"})


def search(vacancies: FranceTravailVacancies) -> int:
    return vacancies.near(BAKER, GRENOBLE, 10).count


def test_one_token_serves_many_calls(france_travail: Open, server: FranceTravailServer) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    assert [search(vacancies) for _ in range(4)] == [320] * 4
    assert len(server.asked(TOKEN_PATH)) == 1
    assert len({one.token for one in server.asked(SEARCH)}) == 1


def test_threads_that_begin_together_share_one_token(
    france_travail: Open, server: FranceTravailServer
) -> None:
    vacancies = FranceTravailVacancies(france_travail(time=Time()))
    server.misbehave(TOKEN_PATH, Fault(delay_seconds=0.2))
    with ThreadPoolExecutor(6) as threads:
        counts = list(threads.map(lambda _: search(vacancies), range(6)))
    assert counts == [320] * 6
    assert len(server.asked(TOKEN_PATH)) == 1


def test_each_api_asks_for_its_own_scopes(
    france_travail: Open, server: FranceTravailServer
) -> None:
    opened = france_travail()
    search(FranceTravailVacancies(opened))
    LaBonneBoite(opened).near(BAKER, GRENOBLE, 10)
    LabourMarketFigures(opened).tension(BAKER, "38")
    Romeo(opened).read("faire du pain")
    assert len(server.asked(TOKEN_PATH)) == 4
    asked = [one for one in server.asked("/partenaire/")]
    assert len({one.token for one in asked}) == 4


def test_a_token_is_renewed_before_its_end(
    france_travail: Open, server: FranceTravailServer, stopped_time: StoppedTime
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    for seconds, tokens in ((0, 1), (1400, 1), (60, 2), (1438, 2)):
        stopped_time.pass_by(seconds)
        search(vacancies)
        assert len(server.asked(TOKEN_PATH)) == tokens


def test_while_a_token_holds_a_renewal_that_fails_is_put_off(
    france_travail: Open, server: FranceTravailServer, stopped_time: StoppedTime
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    search(vacancies)
    stopped_time.pass_by(1445)
    server.misbehave(TOKEN_PATH, *[Fault(Answer(500))] * 3)
    assert [search(vacancies) for _ in range(2)] == [320, 320]
    tried = len(server.asked(TOKEN_PATH))
    assert tried > 1 and len({one.token for one in server.asked(SEARCH)}) == 1
    stopped_time.pass_by(60)
    server.misbehave(TOKEN_PATH, *[Fault(Answer(500))] * 3)
    with pytest.raises(ServiceUnavailable):
        search(vacancies)


def test_a_token_that_is_refused_does_not_hold(
    france_travail: Open, server: FranceTravailServer
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    search(vacancies)
    server.forget_tokens()
    server.misbehave(TOKEN_PATH, *[Fault(Answer(500))] * 3)
    with pytest.raises(ServiceUnavailable):
        search(vacancies)


def test_a_token_that_is_refused_is_renewed_once(
    france_travail: Open, server: FranceTravailServer
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    search(vacancies)
    server.forget_tokens()
    assert search(vacancies) == 320
    assert len(server.asked(TOKEN_PATH)) == 2
    assert len(server.asked(SEARCH)) == 3


def test_tokens_that_are_always_refused_end_in_a_refusal(
    france_travail: Open, server: FranceTravailServer
) -> None:
    refusal = Fault(Answer(401, None, {"WWW-Authenticate": "Bearer"}))
    server.misbehave(SEARCH, refusal, refusal)
    vacancies = FranceTravailVacancies(france_travail())
    with pytest.raises(RequestRefused, match="a refusé la clé d'accès"):
        search(vacancies)
    assert len(server.asked(SEARCH)) == 2


def test_wrong_keys_are_told_in_one_sentence_that_says_what_to_do(
    france_travail: Open, server: FranceTravailServer, stopped_time: StoppedTime
) -> None:
    vacancies = FranceTravailVacancies(france_travail(secret="autre"))
    for _ in range(3):
        with pytest.raises(RequestRefused) as refused:
            search(vacancies)
        assert str(refused.value) == (
            "France Travail ne reconnaît pas la clé : "
            "vérifiez DECLIC_FRANCE_TRAVAIL_ID et DECLIC_FRANCE_TRAVAIL_SECRET."
        )
    assert len(server.asked(TOKEN_PATH)) == 1
    assert server.asked(SEARCH) == []
    stopped_time.pass_by(301)
    with pytest.raises(RequestRefused):
        search(vacancies)
    assert len(server.asked(TOKEN_PATH)) == 2


def test_an_api_without_subscription_does_not_take_the_others_down(
    france_travail: Open, server: FranceTravailServer
) -> None:
    server.subscribed -= {"api_labonneboitev2"}
    opened = france_travail()
    with pytest.raises(RequestRefused) as refused:
        LaBonneBoite(opened).near(BAKER, GRENOBLE, 10)
    assert str(refused.value) == (
        "Votre application n'a pas accès à « La Bonne Boîte » : "
        "ajoutez cette API sur francetravail.io."
    )
    assert search(FranceTravailVacancies(opened)) == 320


def test_the_secret_is_in_no_text_of_the_keys() -> None:
    assert "tres-secret" not in repr(Keys(CLIENT_ID, "tres-secret"))


@pytest.mark.parametrize(
    "told",
    [
        {},
        [],
        "texte",
        {"access_token": "a", "expires_in": "bientôt"},
        {"access_token": None, "expires_in": 9},
        {"access_token": "a\r\nX: y", "expires_in": 9},
    ],
    ids=["empty", "a list", "a text", "no seconds", "no token", "a header inside"],
)
def test_a_token_answer_of_another_shape_is_a_changed_contract(
    france_travail: Open, server: FranceTravailServer, told: object
) -> None:
    server.changed[TOKEN_PATH] = lambda body: told
    with pytest.raises(RequestRefused, match=r"^La connexion à France Travail a changé de format"):
        search(FranceTravailVacancies(france_travail()))


def test_after_429_the_pause_that_was_asked_for_is_kept(
    france_travail: Open, server: FranceTravailServer, stopped_time: StoppedTime
) -> None:
    server.misbehave(SEARCH, Fault(TOO_MANY))
    assert search(FranceTravailVacancies(france_travail())) == 320
    assert len(server.asked(SEARCH)) == 2
    assert max(stopped_time.slept) >= 1


def test_a_long_pause_is_not_waited_for_and_nothing_is_asked_until_its_end(
    france_travail: Open, server: FranceTravailServer, stopped_time: StoppedTime
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    server.misbehave(SEARCH, Fault(Answer(429, None, {"Retry-After": "40"})))
    for _ in range(2):
        with pytest.raises(ServiceUnavailable, match=r"^Le service Offres d'emploi ne répond pas"):
            search(vacancies)
    assert len(server.asked(SEARCH)) == 1
    stopped_time.pass_by(41)
    assert search(vacancies) == 320


def test_429_for_a_token_is_waited_for_too(
    france_travail: Open, server: FranceTravailServer
) -> None:
    server.misbehave(TOKEN_PATH, Fault(TOO_MANY))
    assert search(FranceTravailVacancies(france_travail())) == 320
    assert len(server.asked(TOKEN_PATH)) == 2


@pytest.mark.parametrize(
    "fault",
    [
        Fault(Answer(500, {"message": "Erreur technique", "codeHttp": 500})),
        Fault(Answer(503)),
        Fault(cut_after=40),
        Fault(cut_after=0),
        Fault(Answer(200, b"<html>maintenance</html>")),
    ],
    ids=["500", "503", "cut", "cut at once", "no JSON"],
)
def test_a_passing_fault_is_overcome_and_a_lasting_one_is_told(
    france_travail: Open, server: FranceTravailServer, fault: Fault
) -> None:
    vacancies = FranceTravailVacancies(france_travail())
    server.misbehave(SEARCH, fault)
    assert search(vacancies) == 320
    server.misbehave(SEARCH, *[fault] * 3)
    with pytest.raises(ServiceUnavailable, match="ne répond pas pour le moment"):
        search(vacancies)


def test_a_slow_answer_is_not_waited_for(france_travail: Open, server: FranceTravailServer) -> None:
    server.misbehave(SEARCH, *[Fault(delay_seconds=6.0)] * 3)
    with pytest.raises(ServiceUnavailable):
        search(FranceTravailVacancies(france_travail(time=Time())))


@pytest.mark.parametrize(
    ("call", "seconds"),
    [
        (lambda opened: LaBonneBoite(opened).near, 1.0),
        (lambda opened: FranceTravailVacancies(opened).near, 0.1),
    ],
    ids=["La Bonne Boîte", "Offres d'emploi"],
)
def test_calls_in_a_row_keep_the_distance_that_the_service_asks_for(
    france_travail: Open,
    stopped_time: StoppedTime,
    call: Callable[[FranceTravail], Callable[..., object]],
    seconds: float,
) -> None:
    near = call(france_travail())
    for radius_km in (10, 20, 30):
        near(BAKER, GRENOBLE, radius_km)
    assert stopped_time.slept == pytest.approx([seconds, seconds])


def test_logs_hold_no_words_no_place_and_no_key(
    france_travail: Open, server: FranceTravailServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.misbehave("/partenaire/", Fault(Answer(500)))
    opened = france_travail()
    Romeo(opened).read("faire du pain")
    search(FranceTravailVacancies(opened))
    assert "ROMEO 500" in caplog.text
    tokens = [one.token or "" for one in server.asked("/partenaire/")]
    for hidden in ("pain", "38185", BAKER, CLIENT_ID, CLIENT_SECRET, *tokens):
        assert hidden and hidden not in caplog.text


@pytest.fixture
def engine() -> sa.engine.Engine:
    made = sa.create_engine(
        "sqlite://", poolclass=sa.pool.StaticPool, connect_args={"check_same_thread": False}
    )
    live_answers.create(made)
    return made


def test_that_there_is_no_figure_is_kept_too(
    france_travail: Open, server: FranceTravailServer, engine: sa.engine.Engine
) -> None:
    market = LabourMarketFigures(france_travail(cache=SqlAnswerCache(engine)))
    assert [market.tension(BAKER, "974") for _ in range(2)] == [None, None]
    assert len(server.asked("/partenaire/stats-offres-demandes-emploi/")) == 1


def test_only_what_is_read_of_an_answer_is_kept(
    france_travail: Open, server: FranceTravailServer, engine: sa.engine.Engine
) -> None:
    for row in server.vacancies:
        row["contact"] = {"nom": "Une personne", "telephone": "06 00 00 00 00"}
    vacancies = FranceTravailVacancies(france_travail(cache=SqlAnswerCache(engine)))
    search(vacancies)
    assert vacancies.vacancy("004DECL") is not None
    with engine.connect() as connection:
        kept = connection.execute(sa.select(live_answers.c.answer)).scalars().all()
    assert len(kept) == 2
    assert "319DECL" in str(kept) and "004DECL" in str(kept)
    assert "Une personne" not in str(kept) and "description" not in str(kept)


def test_an_answer_of_another_shape_is_never_kept(
    france_travail: Open, server: FranceTravailServer, engine: sa.engine.Engine
) -> None:
    vacancies = FranceTravailVacancies(france_travail(cache=SqlAnswerCache(engine)))
    for odd in ({"resultats": [None]}, {"resultats": {}}, {"filtresPossibles": []}, [], 12):
        server.misbehave(SEARCH, Fault(Answer(200, odd)))
        with pytest.raises(RequestRefused, match="changé de format"):
            search(vacancies)
    assert search(vacancies) == 320


def test_what_was_kept_is_not_asked_again_until_it_expires(
    france_travail: Open, server: FranceTravailServer, engine: sa.engine.Engine
) -> None:
    opened = france_travail(cache=SqlAnswerCache(engine))
    vacancies, romeo = FranceTravailVacancies(opened), Romeo(opened)
    first, second = (vacancies.near(BAKER, GRENOBLE, 10) for _ in range(2))
    assert first == second
    assert len(server.asked(SEARCH)) == 1
    assert romeo.read("faire du pain") == romeo.read("faire du pain") != ()
    assert len(server.asked("/partenaire/romeo/")) == 2
    with engine.begin() as connection:
        kept = connection.execute(sa.select(live_answers)).all()
        connection.execute(sa.update(live_answers).values(expires_at=sa.func.date("now", "-1 day")))
    assert [(row.expires_at - row.fetched_at).total_seconds() for row in kept] == [6 * 3600]
    assert search(vacancies) == 320
    assert len(server.asked(SEARCH)) == 2


def test_the_server_refuses_what_the_contract_refuses() -> None:
    """Guards the guard: each table of rules has something to say."""
    good = {"codeROME": ["D1102"], "commune": ["38185"], "distance": ["10"], "range": ["0-149"]}
    assert contract.search_faults(good) == []
    for wrong in (
        {"range": ["0-150"]},
        {"range": ["3001-3010"]},
        {"range": ["9-2"]},
        {"codeROME": ["D11"]},
        {"commune": ["75056"]},
        {"distance": ["101"]},
        {"motCles": ["pain"]},
        {"commune": ["38185,38053,38544,38001,38002,38003"]},
    ):
        assert contract.search_faults({**good, **wrong}), wrong
    assert contract.search_faults({"codeROME": ["D1102"], "distance": ["10"]})
    assert contract.company_faults({"rome": ["D1102"], "latitude": ["45.1"]})
    assert contract.indicator_faults({})
    assert contract.prediction_faults({"appellations": [], "options": {}})
    assert all(scopes for scopes in SCOPES_BY_API.values())


def test_the_official_document_has_its_say_too() -> None:
    if contract.official_document() is None:
        pytest.skip("needs the reference files: DECLIC_REFERENCE")
    assert contract.search_faults({"codeMetier": ["D1102"]})[-1] == (
        "codeMetier is not in the document"
    )
    assert contract.official_answer_faults(
        "/v2/offres/search", 200, {"resultats": [{"nombrePostes": "un"}]}
    )
    assert contract.official_answer_faults("/v2/offres/search", 418, None)
