"""What cannot be undone in the bench is asked first, on a page that needs no script."""

from __future__ import annotations

import html
import re

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.trial_tables import trial_ideas, trial_notes, trial_participants, trials
from tests.integration.console.conftest import Chair
from tests.integration.console.trial_phone import (
    YES,
    Fields,
    Phone,
    Sit,
    made,
    opened,
    rows,
)

RUNS = "/console/banc/passages"


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("tester")


def asked(chair: Chair, path: str, question: str, keep: str) -> str:
    """The page of a path asks; a form that did not come from it is asked too."""
    for answer in (chair.get(path), chair.post(path, on=path)):
        page = html.unescape(answer.text)
        assert answer.status_code == 200 and question in page
        assert re.search(rf'href="{re.escape(keep)}"', page), "one may still keep it"
    assert 'name="oui" value="1"' in page
    return page


def test_a_trial_ends_only_once_it_was_asked(chair: Chair, web: TestClient, engine: Engine) -> None:
    path, _ = opened(chair)
    page = asked(chair, f"{path}/clore", "Terminer « Essai du jeudi » ?", path)
    assert "ne se rouvre pas" in page
    assert rows(engine, trials)[0].closed_at is None
    chair.post(f"{path}/clore", {"oui": YES}, on=f"{path}/clore")
    assert rows(engine, trials)[0].closed_at


def test_a_preparation_goes_only_once_it_was_asked(chair: Chair, engine: Engine) -> None:
    path = made(chair)
    asked(chair, f"{path}/supprimer", "Supprimer « Essai du jeudi » ?", path)
    assert rows(engine, trials)
    chair.post(f"{path}/supprimer", {"oui": YES}, on=f"{path}/supprimer")
    assert rows(engine, trials) == []


def test_words_are_taken_back_for_somebody_only_once_it_was_asked(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    Phone.at(web, codes[0]).enter().react("liked", "mot")
    one = f"{path}/participants/1"
    asked(chair, f"{one}/retirer", "Retirer les mots de P1 ?", one)
    assert "mot" in chair.get(one).text
    chair.post(f"{one}/retirer", {"oui": YES}, on=f"{one}/retirer")
    assert any(row.withdrawn_at for row in rows(engine, trial_participants))


def test_a_note_and_an_idea_go_only_once_it_was_asked(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    Phone.at(web, codes[0]).enter()
    one, ideas = f"{path}/participants/1", f"{path}/idees"
    fields: Fields = {"step": "task:0", "words": "Hésite."}
    chair.post(f"{one}/note", fields, on=one)
    note = f"{one}/effacer-note"
    page = chair.get(f"{note}?note=1").text
    assert "Hésite." in page and "Effacer cette note sur P1 ?" in page
    assert chair.get(f"{note}?note=2").status_code == 404
    assert chair.post(note, {"note": "1"}, on=one).status_code == 404 and rows(engine, trial_notes)
    chair.post(note, {"note": "1", "oui": YES}, on=one)
    assert rows(engine, trial_notes) == []
    chair.post(ideas, {"title": "Plus court"}, on=ideas)
    asked(chair, f"{ideas}/1/effacer", "Effacer l’idée « Plus court » ?", ideas)
    assert rows(engine, trial_ideas)
    chair.post(f"{ideas}/1/effacer", {"oui": YES}, on=ideas)
    assert rows(engine, trial_ideas) == []
    assert chair.get(f"{ideas}/1/effacer").status_code == 404


def test_a_run_and_a_variant_go_only_once_it_was_asked(chair: Chair) -> None:
    run = str(chair.post(RUNS, {"quoi": "reperes"}, on=RUNS).url.path)
    chair.post(f"{run}/annuler", on=run)
    asked(chair, f"{run}/effacer", "Effacer « Histoires repères » ?", run)
    assert chair.get(run).status_code == 200
    variants = f"{RUNS}/variantes"
    one = str(chair.post(variants, {"nom": "Sans permis"}, on=variants).url.path)
    asked(chair, f"{one}/effacer", "Effacer la variante « Sans permis » ?", one)
    assert "Sans permis" in chair.get(variants).text
