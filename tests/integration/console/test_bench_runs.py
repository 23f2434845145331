"""Testers launch runs, follow them, read what came of them, and change facts on purpose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.sql.bench_runs import CANCELLED, RUNNING, WAITING
from bot.replay.attacks.messages import FAMILIES
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.spec import ATTACKS, DEMAND, JOB, OFFER, STORIES, WALKS, FactChange
from bot.replay.runs.variants import Variants
from bot.replay.shelf import Shelf
from bot.settings import Settings
from bot.training import model_path
from tests.bench_runs import ended_run
from tests.integration.console.conftest import Chair, on_sqlite, read_text

LIST = "/console/banc/passages"
VARIANTS, DATA = f"{LIST}/variantes", f"{LIST}/donnees"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    given = {
        "DECLIC_VAR": str(tmp_path / "var"),
        "DECLIC_STORIES": str(tmp_path / "stories"),
        "DECLIC_MODELS": str(tmp_path / "models"),
        "DECLIC_DATABASE_URL": f"sqlite:///{tmp_path / 'declic.db'}",
    }
    made = Settings.from_environment(given)
    made.models.mkdir()
    model_path(made).write_bytes(b"")
    return made


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """No process plays here: the real one is for tests/conversations."""
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


def form_fields(markup: str) -> dict[str, str | list[str]]:
    """The hidden fields of the first form of a page."""
    form = markup.split("</form>", 1)[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def launched(tester: Chair, fields: dict[str, str | list[str]]) -> str:
    answer = tester.post(LIST, fields, on=LIST)
    assert answer.status_code == 200, read_text(answer, answer.status_code)
    return str(answer.url.path).rsplit("/", 1)[1]


@pytest.mark.parametrize(
    ("fields", "kind", "title"),
    [
        pytest.param({"quoi": "toutes"}, STORIES, "Toutes les histoires", id="all"),
        pytest.param({"quoi": "reperes"}, STORIES, "Histoires repères", id="golden"),
        pytest.param({"quoi": "sujet", "sujet": "aides"}, STORIES, "Sujet : aides", id="a topic"),
        pytest.param({"quoi": "mots", "mots": "permis"}, STORIES, "Mots : permis", id="words"),
        pytest.param(
            {"quoi": "choisies", "histoire": ["declic/nadia", "declic/sofiane"]},
            STORIES,
            "2 histoires choisies",
            id="ticked",
        ),
        pytest.param(
            {"quoi": "personnes", "combien": "7", "graine": "3"},
            WALKS,
            "7 personnes inventées, graine 3",
            id="invented people",
        ),
        pytest.param(
            {"quoi": "choisies", "histoire": "declic/nadia", "groupe": ["personnes", "lieux"]},
            STORIES,
            None,
            id="whole topics",
        ),
        pytest.param(
            {"quoi": "attaques", "attaque": ["Balises", "Insultes"]},
            ATTACKS,
            "2 genres d’attaque",
            id="some kinds of attack",
        ),
        pytest.param(
            {"quoi": "attaques", "attaque": "Insultes"}, ATTACKS, "Insultes", id="insults"
        ),
        pytest.param(
            {"quoi": "attaques", "attaque": [*FAMILIES]}, ATTACKS, "Attaques", id="all attacks"
        ),
        pytest.param(
            {"quoi": "reperes", "titre": "  Avant   midi "}, STORIES, "Avant midi", id="a name"
        ),
    ],
)
def test_what_is_launched_is_what_was_chosen(
    tester: Chair, desk: RunDesk, fields: dict[str, str | list[str]], kind: str, title: str | None
) -> None:
    run_id = launched(tester, fields)
    if title is None:
        topics = ("", "lieux")
        wanted = [one.story_id for one in Shelf.of(desk.settings).all() if one.topic in topics]
        assert list(desk.folder(run_id).spec().story_ids) == wanted and len(wanted) > 10
        title = f"{len(wanted)} histoires choisies"
    run, spec = desk.runs.find(run_id), desk.folder(run_id).spec()
    assert run is not None and (run.kind, run.title, run.state) == (kind, title, WAITING)
    assert (run.author, run.organisation) == ("Noa", "Mission locale du Rhône")
    assert bool(spec.story_ids) == (kind == STORIES)
    assert title in read_text(tester.get(LIST)) and title in read_text(
        tester.get(f"{LIST}/{run_id}")
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"quoi": "choisies"}, "Aucune histoire", id="nothing ticked"),
        pytest.param({"quoi": "mots", "mots": ""}, "mots à chercher", id="no word"),
        pytest.param({"quoi": "mots", "mots": "zythologue"}, "Aucune histoire", id="no such word"),
        pytest.param({"quoi": "personnes", "combien": "9999"}, "de 1 à 500", id="too many people"),
        pytest.param({"quoi": "personnes", "combien": "x"}, "nombre entier", id="no number"),
        pytest.param({"quoi": "personnes", "combien": "9" * 5000}, "de 1 à 500", id="huge"),
        pytest.param({"quoi": "attaques"}, "un genre d’attaque", id="no kind of attack"),
        pytest.param({"quoi": ""}, "ce qui est joué", id="no set"),
        pytest.param({"quoi": "reperes", "donnees": "snapshot:x"}, "plus là", id="no such copy"),
        pytest.param({"quoi": "reperes", "variante": "x"}, "plus là", id="no such variant"),
        pytest.param({"quoi": "reperes", "modele": "../x"}, "plus là", id="no such model"),
    ],
)
def test_a_wrong_form_comes_back_with_its_reason_and_what_was_chosen(
    tester: Chair, desk: RunDesk, fields: dict[str, str | list[str]], reason: str
) -> None:
    page = read_text(tester.post(LIST, fields, on=LIST), 422)
    assert reason in page and desk.runs.all() == []
    if fields["quoi"]:
        assert re.search(f'value="{fields["quoi"]}" checked', page)


def test_stories_are_ticked_by_topic_and_runs_of_one_name_are_told_apart(
    tester: Chair, desk: RunDesk
) -> None:
    page = read_text(tester.get(LIST))
    topics = re.findall(r'name="groupe" value="([a-z]+)"', page)
    shelf = Shelf.of(desk.settings).all()
    assert set(topics) == {one.topic or "personnes" for one in shelf}
    counted = re.findall(r"data-count>0 sur (\d+)<", page)
    assert sum(map(int, counted)) == len(shelf)
    assert page.count("messages à chaque moment") == len(FAMILIES)
    first, second = ended_run(desk), ended_run(desk)
    page = read_text(tester.get(f"{LIST}/{first}"))
    told = rf'value="{second}">Histoires du matin, [0-9/]+ à [0-9:]+ \(UTC\), Noa, 3 sur 3, Données'
    assert re.search(told, page)
    run = desk.runs.find(launched(tester, {"quoi": "reperes"}))
    model = model_path(desk.settings).name.removeprefix("declic-").removesuffix(".tar.gz")
    assert run is not None and run.facts == f"Données livrées avec Déclic, modèle {model}"


def test_a_link_of_the_library_ticks_its_story(tester: Chair) -> None:
    page = read_text(tester.get(f"{LIST}?histoire=declic/nadia"))
    assert 'value="declic/nadia" checked' in page and 'value="choisies" checked' in page


def test_a_run_that_plays_says_that_its_end_is_asked(tester: Chair, desk: RunDesk) -> None:
    run_id = launched(tester, {"quoi": "reperes"})
    desk.runs.change(run_id, state=RUNNING)
    page = read_text(tester.post(f"{LIST}/{run_id}/annuler", on=f"{LIST}/{run_id}"))
    assert "L’annulation est demandée." in page and "Annuler ce passage" not in page


def test_a_run_that_waits_can_be_cancelled_and_then_deleted(tester: Chair, desk: RunDesk) -> None:
    run_id = launched(tester, {"quoi": "reperes"})
    one = f"{LIST}/{run_id}"
    assert tester.post(f"{one}/effacer", {"oui": "1"}, on=one).status_code == 409
    assert "annulé" in read_text(tester.post(f"{one}/annuler", on=one))
    run = desk.runs.find(run_id)
    assert run is not None and run.state == CANCELLED
    tester.post(f"{one}/effacer", {"oui": "1"}, on=one)
    assert desk.runs.all() == [] and not desk.folder(run_id).path.exists()
    assert tester.get(one).status_code == 404


def test_how_far_it_is_comes_alone_when_a_script_asks(tester: Chair, desk: RunDesk) -> None:
    run_id = launched(tester, {"quoi": "reperes"})
    part = {"Declic-Part": "again"}
    told = tester.get(f"{LIST}/{run_id}", **part).text
    assert "<html" not in told and "attend" in told
    assert "<html" not in tester.get(LIST, **part).text
    ended = ended_run(desk)
    assert "Voir le résultat" in tester.get(f"{LIST}/{ended}", **part).text


def test_the_page_of_a_run_tells_first_what_changed_and_where_it_comes_from(
    tester: Chair, desk: RunDesk
) -> None:
    run_id = ended_run(desk)
    page = read_text(tester.get(f"{LIST}/{run_id}"))
    assert page.index("Nadia & le permis") < page.index("Comme prévu") < page.index("Sofiane")
    for words in ("Étape 1", "réponse 1", "ligne 12", "les mots « permis »", "<b>rien</b>"):
        assert words in page
    assert "la question en cours" in page and "utter_ask_licence" in page
    assert "/console/banc/scene?histoire=declic%2Fnadia" in tester.get(
        f"{LIST}/{run_id}"
    ).text.replace("declic/nadia", "declic%2Fnadia")
    conversation = read_text(tester.get(f"{LIST}/{run_id}/conversations/0"))
    assert (
        "Et ensuite ?" in conversation
        and "&lt;b&gt;rien" in tester.get(f"{LIST}/{run_id}/conversations/0").text
    )
    assert tester.get(f"{LIST}/{run_id}/conversations/9").status_code == 404


def test_a_conversation_that_was_shrunk_is_kept_as_a_story(
    tester: Chair, desk: RunDesk, settings: Settings
) -> None:
    run_id = ended_run(desk)
    one = f"{LIST}/{run_id}/conversations/2"
    answer = tester.post(f"{one}/garder", on=one)
    assert answer.url.path == "/console/banc/histoires/voir/ici/promenade-1-4"
    kept = Shelf.of(settings).find("ici/promenade-1-4")
    assert kept is not None and not kept.is_broken
    tester.post(f"{one}/garder", on=one)
    assert Shelf.of(settings).find("ici/promenade-1-4-2") is not None
    assert tester.post(f"{LIST}/{run_id}/conversations/0/garder", on=one).status_code == 404


def test_what_is_never_reached_is_told(tester: Chair, desk: RunDesk) -> None:
    page = read_text(tester.get(f"{LIST}/{ended_run(desk)}/couverture"))
    assert "Jamais : 2" in page and "vehicle" in page and "Tout est atteint" in page


def test_the_report_goes_out_in_three_ways(tester: Chair, desk: RunDesk) -> None:
    base = f"{LIST}/{ended_run(desk)}/rapport"
    told = json.loads(tester.get(f"{base}/json").text)
    assert [one["has_passed"] for one in told["stories"]] == [False, True]
    assert len(told["walks"]) == 1 and told["coverage"][0]["missed"] == ["vehicle", "commune"]
    suite = ElementTree.fromstring(tester.get(f"{base}/xml").text)
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    page = tester.get(f"{base}/html")
    assert (
        "attachment" in page.headers["Content-Disposition"] and "2 conversations sur 3" in page.text
    )
    assert tester.get(f"{base}/exe").status_code == 404


def test_the_history_is_filtered_and_a_pinned_run_says_so(tester: Chair, desk: RunDesk) -> None:
    run_id = ended_run(desk)
    other = launched(tester, {"quoi": "personnes", "combien": "3"})
    desk.cancel(other)
    assert "Histoires du matin" in read_text(tester.get(f"{LIST}?etat=changed"))
    assert "Histoires du matin" not in read_text(tester.get(f"{LIST}?etat=done"))
    assert "Histoires du matin" not in read_text(tester.get(f"{LIST}?genre=walks"))
    assert "Histoires du matin" in read_text(tester.get(f"{LIST}?texte=MATIN"))
    one = f"{LIST}/{run_id}"
    tester.post(f"{one}/epingler", {"epingle": "oui"}, on=one)
    run = desk.runs.find(run_id)
    assert run is not None and run.is_pinned and "gardé" in read_text(tester.get(LIST))


@pytest.fixture
def variant(tester: Chair, monkeypatch: pytest.MonkeyPatch) -> str:
    from bot.adapters import catalogue_files
    from bot.replay.runs.data import CATALOGUE

    catalogue = catalogue_files.read(CATALOGUE)
    monkeypatch.setattr(wiring, "catalogue", lambda: catalogue)
    answer = tester.post(VARIANTS, {"nom": "Sans l’ACRE"}, on=VARIANTS)
    assert answer.url.path == f"{VARIANTS}/sans-l-acre"
    return str(answer.url.path)


@pytest.mark.parametrize(
    ("search", "fields", "change", "told"),
    [
        pytest.param(
            "genre=offer&mots=acre",
            {"genre": "offer", "cle": "acre", "fait": "status", "valeur": "ended"},
            FactChange(OFFER, "acre", "status", "ended", "active"),
            "arrêtée",
            id="an offer is closed",
        ),
        pytest.param(
            "genre=offer&mots=acre",
            {"genre": "offer", "cle": "acre", "fait": "limit:age:at_most", "valeur": "20"},
            FactChange(OFFER, "acre", "limit:age:at_most", "20", "25"),
            "au plus",
            id="a limit is another one",
        ),
        pytest.param(
            "genre=demand&mots=agriculteurs&bassin=8401",
            {"genre": "demand", "cle": "A0X40/8401", "fait": "projects", "inconnu": "1"},
            FactChange(DEMAND, "A0X40/8401", "projects", None, 101),
            "inconnu",
            id="hiring is unknown",
        ),
        pytest.param(
            "genre=job&mots=K1304",
            {"genre": "job", "cle": "K1304", "fait": "removed", "valeur": "oui"},
            FactChange(JOB, "K1304", "removed", True, False),
            "oui",
            id="a job is gone",
        ),
    ],
)
def test_a_fact_is_found_changed_and_put_back(
    tester: Chair,
    settings: Settings,
    variant: str,
    search: str,
    fields: dict[str, str | list[str]],
    change: FactChange,
    told: str,
) -> None:
    assert f'value="{fields["cle"]}"' in tester.get(f"{variant}?{search}").text
    page = read_text(tester.post(f"{variant}/changer", fields, on=variant))
    kept = Variants.of(settings).find("sans-l-acre")
    assert kept.changes == (change,) and told in page
    run_id = launched(tester, {"quoi": "reperes", "variante": "sans-l-acre"})
    spec = RunDesk(None, settings).folder(run_id).spec()  # type: ignore[arg-type]
    assert spec.data.changes == (change,)
    fact = {name: fields[name] for name in ("genre", "cle", "fait")}
    tester.post(f"{variant}/enlever", fact, on=variant)
    assert Variants.of(settings).find("sans-l-acre").changes == ()


def test_two_testers_who_take_a_fact_away_at_once_lose_no_other(
    tester: Chair, settings: Settings, variant: str
) -> None:
    for job in ("K1304", "D1505", "N1103"):
        gone = {"genre": "job", "cle": job, "fait": "removed", "valeur": "oui"}
        tester.post(f"{variant}/changer", gone, on=variant)
    seen = tester.get(variant).text
    first, second, _ = (form_fields(one) for one in seen.split("/enlever")[1:])
    for fields in (first, second, first):
        read_text(tester.post(f"{variant}/enlever", fields, on=variant))
    left = Variants.of(settings).find("sans-l-acre").changes
    assert [one.key for one in left] == ["N1103"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"genre": "job", "cle": "Z9", "fait": "removed"}, "Z9", id="no such job"),
        pytest.param(
            {"genre": "demand", "cle": "A0X40/8401", "fait": "projects", "valeur": "-3"},
            "nombre entier",
            id="less than none",
        ),
        pytest.param(
            {"genre": "offer", "cle": "acre", "fait": "expires", "valeur": "demain"},
            "n’est pas un jour",
            id="no day",
        ),
        pytest.param(
            {"genre": "offer", "cle": "acre", "fait": "status", "valeur": "active"},
            "déjà",
            id="nothing changes",
        ),
        pytest.param({"genre": "x", "cle": "y", "fait": "z"}, "Choisissez", id="no such kind"),
    ],
)
def test_a_wrong_change_is_refused_with_its_reason(
    tester: Chair, settings: Settings, variant: str, fields: dict[str, str | list[str]], reason: str
) -> None:
    page = read_text(tester.post(f"{variant}/changer", fields, on=variant), 422)
    assert reason in page
    if fields["fait"] == "projects":
        assert f'value="{fields["valeur"]}"' in page, "what was typed is still there"
    assert Variants.of(settings).find("sans-l-acre").changes == ()
    assert "ne change rien" in read_text(
        tester.post(LIST, {"quoi": "reperes", "variante": "sans-l-acre"}, on=LIST), 422
    )


def test_variants_have_a_name_of_their_own_and_go(tester: Chair, variant: str) -> None:
    assert "existe déjà" in read_text(
        tester.post(VARIANTS, {"nom": "sans l acre"}, on=VARIANTS), 422
    )
    assert "Donnez un nom" in read_text(tester.post(VARIANTS, {"nom": "…"}, on=VARIANTS), 422)
    tester.post(f"{variant}/effacer", {"oui": "1"}, on=variant)
    assert tester.get(variant).status_code == 404
    assert tester.get(f"{VARIANTS}/..%2F..%2Fetc").status_code == 404


def test_a_copy_of_the_data_is_kept_under_a_name(
    tester: Chair, settings: Settings, engine: Engine
) -> None:
    from bot.adapters.sql import catalogue_store
    from bot.replay.runs.data import CATALOGUE

    assert "declic data fill" in read_text(tester.post(DATA, {"nom": "Avant"}, on=DATA), 422)
    catalogue_store.fill(engine, CATALOGUE)
    assert "Avant" in read_text(tester.post(DATA, {"nom": "Avant"}, on=DATA))
    assert "Copie « Avant »" in read_text(tester.get(LIST))
    run_id = launched(tester, {"quoi": "reperes", "donnees": "snapshot:avant"})
    assert "Copie « avant »" in read_text(tester.get(f"{LIST}/{run_id}"))
    tester.post(f"{DATA}/avant/effacer", {"oui": "1"}, on=DATA)
    assert "Copie « Avant »" not in read_text(tester.get(LIST))
