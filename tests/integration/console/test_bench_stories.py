"""Testers find, read, write, copy and delete stories in the browser; the files stay theirs."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.adapters.sql.bench_runs import DONE, BenchRun
from bot.replay.authors import note_organisation, organisations
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.engine import STORY, Played
from bot.replay.runs.spec import STORIES, RunSpec
from bot.replay.shelf import BUNDLED
from bot.settings import Settings
from tests.integration.console.conftest import MISSION, Chair, on_sqlite

LIST = "/console/banc/histoires"
NEW = f"{LIST}/nouvelle"
pytestmark = pytest.mark.usefixtures("bundled")
OWN = """# Vu à la permanence.
histoire: Une dame pressée   # un commentaire
auteur: Noa
date: 2026-11-27
persona: nadia
étapes:
  # Elle n'a pas le temps.
  - Candidat: {bouton: C’est parti}
    Retenu: {consent: yes}
  - Candidat: vite, j'habite à Bourgoin
    Déclic: [{sans: Je n’ai pas compris}]
    Retenu: {commune: 38053}
    En base: {web_sessions: 1}   # une seule
  - Répondre jusqu’à: licence
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "stories").mkdir()
    return tmp_path / "stories"


@pytest.fixture
def settings(folder: Path) -> Settings:
    given = {"DECLIC_STORIES": str(folder), "DECLIC_VAR": str(folder.parent / "var")}
    return Settings.from_environment(given)


@pytest.fixture
def own(folder: Path) -> Path:
    """A story that is kept here."""
    path = folder / "dame.yml"
    path.write_text(OWN, encoding="utf-8")
    note_organisation(folder, "dame", MISSION.name)
    return path


EDIT = f"{LIST}/modifier/ici/dame"


def fields_of(page: str) -> dict[str, str | list[str]]:
    """All that the form of the editor would send, but for the button."""
    form = page[page.index('class="story-form"') :]
    found: dict[str, list[str]] = {}
    for tag in re.finditer(
        r"<input ([^>]*)>|<textarea ([^>]*)>(.*?)</textarea>|<select ([^>]*)>(.*?)</select>",
        form,
        re.DOTALL,
    ):
        attributes = tag[1] or tag[2] or tag[4]
        name = re.search(r'name="([^"]*)"', attributes)
        if not name or ("checkbox" in attributes and "checked" not in attributes):
            continue
        given = re.search(r'value="([^"]*)"', attributes)
        value = tag[3] if tag[2] else given[1] if given else ""
        if tag[4]:
            chosen = re.search(r'value="([^"]*)" selected', tag[5])
            first = re.search(r'value="([^"]*)"', tag[5])
            value = chosen[1] if chosen else first[1] if first else ""
        found.setdefault(name[1], []).append(unescape(value))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def press(
    chair: Chair, path: str, button: str, changed: dict[str, str] | None = None, page: str = ""
) -> httpx.Response:
    """The form of a page, sent with this button, and with some fields typed anew."""
    page = page or chair.get(path).text
    return chair.post(path, {**fields_of(page), **(changed or {}), "faire": button}, on=path)


def told(answer: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


def test_all_stories_are_listed_and_found_without_accents(tester: Chair, own: Path) -> None:
    everything = tester.get(LIST)
    assert "Nadia trouve des métiers" in told(everything) and "Une dame pressée" in told(everything)
    few = told(tester.get(f"{LIST}?mots=PRESSEE+dame"))
    assert "Une dame pressée" in few and "Nadia trouve" not in few and "1 histoire sur" in few
    assert "Aucune histoire ne répond" in told(tester.get(f"{LIST}?mots=zythologue"))


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("sujet=lieux", "Lyon, non, Lyon 8e", "Nadia trouve"),
        ("sujet=personnes", "Nadia trouve", "Lyon, non"),
        ("source=ici", "Une dame pressée", "Nadia trouve"),
        ("source=declic", "Nadia trouve", "Une dame pressée"),
        ("reperes=1", "Nadia trouve", "Lyon, non"),
    ],
)
def test_stories_are_chosen_by_topic_and_source(
    tester: Chair, own: Path, query: str, there: str, absent: str
) -> None:
    page = told(tester.get(f"{LIST}?{query}"))
    assert there in page and absent not in page


def test_a_story_reads_in_french_with_its_persona_and_fragments(tester: Chair) -> None:
    page = told(tester.get(f"{LIST}/voir/declic/a-deux"))
    assert "Qui accompagne écrit « elle a été aide à domicile trois ans »" in page
    assert "La personne touche « C’est parti ». fragment depart" in page
    assert "Vérifié : la question suivante : le choix des métiers compris." in page
    assert "Vérifié : Déclic retient « commune » : Bourgoin-Jallieu (38053)." in told(
        tester.get(f"{LIST}/voir/declic/nadia")
    )
    assert "Quelqu’un de Bourgoin-Jallieu qui répond simplement" in page


def test_a_story_is_downloaded_as_it_is(tester: Chair, own: Path) -> None:
    answer = tester.get(f"{LIST}/fichier/ici/dame")
    assert answer.text == OWN and 'filename="dame.yml"' in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "story_id",
    [
        "ici/../declic", "ici/%2e%2e/secret", "ici/..%2f..%2fetc%2fpasswd", "declic/personas/nadia",
        "ailleurs/nadia", "ici/inconnue", "declic/nadia%00", "ici//etc/passwd",
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["voir", "fichier", "modifier", "supprimer"])
def test_no_address_leads_to_another_file(
    tester: Chair, folder: Path, story_id: str, way: str
) -> None:
    (folder.parent / "secret.yml").write_text(OWN, encoding="utf-8")
    answer = tester.get(f"{LIST}/{way}/{story_id}")
    assert answer.status_code == 404 and "pressée" not in answer.text


def test_a_form_that_is_sent_as_it_came_changes_no_byte(tester: Chair, own: Path) -> None:
    answer = press(tester, EDIT, "garder")
    assert answer.status_code == 200 and "L’histoire est gardée." in told(answer)
    assert own.read_text(encoding="utf-8") == OWN


def test_a_changed_step_leaves_the_comments_of_the_others(tester: Chair, own: Path) -> None:
    typed = {"what-1": "vite, à Bourgoin !", "without-1": "Je n’ai pas compris\nErreur"}
    press(tester, EDIT, "garder", typed)
    now = own.read_text(encoding="utf-8")
    assert "# Vu à la permanence." in now and "# un commentaire" in now
    assert "# Elle n'a pas le temps." in now
    assert "  - Candidat: vite, à Bourgoin !\n" in now
    assert "Déclic: [{sans: Je n’ai pas compris}, {sans: Erreur}]" in now
    assert "En base: {web_sessions: 1}" in now and "Retenu: {commune: 38053}" in now


def test_steps_are_added_moved_and_removed_without_javascript(tester: Chair, own: Path) -> None:
    page = press(tester, EDIT, "ajouter 0").text
    typed = {"what-1": "bonjour", "says-1": "robot"}
    page = press(tester, EDIT, "monter 1", typed, page).text
    page = press(tester, EDIT, "supprimer 3", page=page).text
    press(tester, EDIT, "garder", page=page)
    steps = own.read_text(encoding="utf-8").split("étapes:")[1]
    assert re.findall(r"- (.*)", steps) == [
        "Candidat: bonjour",
        "Candidat: {bouton: C’est parti}",
        "Candidat: vite, j'habite à Bourgoin",
    ]
    assert "Déclic: robot" in steps


@pytest.mark.parametrize("act", ["monter --1", f"monter {'9' * 5000}", "monter 999", "ajouter x"])
def test_a_button_that_is_not_on_the_page_changes_nothing(
    tester: Chair, own: Path, act: str
) -> None:
    page = tester.get(EDIT).text
    answer = press(tester, EDIT, act)
    assert answer.status_code == 200
    assert fields_of(answer.text) == fields_of(page)


def test_nothing_is_written_before_one_keeps_it(tester: Chair, own: Path) -> None:
    press(tester, EDIT, "supprimer 0")
    press(tester, EDIT, "relire", {"titre": "Autre chose"})
    assert own.read_text(encoding="utf-8") == OWN


def test_all_faults_are_told_at_once_and_what_was_typed_stays(tester: Chair, own: Path) -> None:
    typed = {"titre": "Titre nouveau", "kept-0": "consentt: yes", "date": "hier"}
    answer = press(tester, EDIT, "garder", typed)
    page = told(answer)
    assert answer.status_code == 422 and "2 fautes sont à corriger" in page
    assert "vouliez-vous dire « consent »" in page and "« hier » n'est pas un jour" in page
    assert "Ligne 4" in page and 'value="Titre nouveau"' in answer.text
    assert "consentt: yes</textarea>" in answer.text
    assert own.read_text(encoding="utf-8") == OWN


def test_a_field_that_is_no_yaml_is_told_and_kept_on_screen(tester: Chair, own: Path) -> None:
    answer = press(tester, EDIT, "garder", {"kept-1": "[commune"})
    assert answer.status_code == 422
    assert "étape 2, ce qui est retenu : écrivez « nom: valeur »" in told(answer)
    assert "[commune</textarea>" in answer.text


def test_the_same_story_is_edited_as_text(tester: Chair, own: Path) -> None:
    page = press(tester, EDIT, "yaml").text
    broken = press(
        tester, EDIT, "garder", {"texte": OWN.replace("Candidat: v", "Candidta: v")}, page
    )
    assert broken.status_code == 422 and "vouliez-vous dire « Candidat »" in told(broken)
    assert "Candidta: vite" in broken.text
    unreadable = press(tester, EDIT, "formulaire", {"texte": "histoire: ["}, page)
    assert "YAML lisible" in told(unreadable) and "histoire: [\n</textarea>" in unreadable.text
    mended = press(tester, EDIT, "garder", {"texte": OWN.replace("pressée", "calme")}, page)
    assert "L’histoire est gardée." in told(mended)
    assert own.read_text(encoding="utf-8") == OWN.replace("pressée", "calme")


def test_a_bundled_story_is_copied_before_it_is_changed(tester: Chair, folder: Path) -> None:
    path = f"{LIST}/modifier/declic/nadia"
    before = (BUNDLED / "nadia.yml").read_bytes()
    answer = press(tester, path, "garder", {"titre": "Nadia, autrement"})
    assert "L’histoire est gardée." in told(answer)
    copy = (folder / "nadia-2.yml").read_text(encoding="utf-8")
    assert "histoire: Nadia, autrement" in copy and "repère" not in copy
    assert (BUNDLED / "nadia.yml").read_bytes() == before


def test_a_new_story_is_written_and_may_not_take_the_name_of_another(
    tester: Chair, folder: Path, own: Path
) -> None:
    taken = press(tester, NEW, "garder", {"nom": "dame"})
    assert taken.status_code == 422 and "une histoire a déjà ce nom" in told(taken)
    outside = press(tester, NEW, "garder", {"nom": "../dehors"})
    assert outside.status_code == 422 and not (folder.parent / "dehors.yml").exists()
    press(tester, NEW, "garder", {"nom": "lieux/ma-commune", "titre": "Ma commune"})
    assert "histoire: Ma commune" in (folder / "lieux" / "ma-commune.yml").read_text("utf-8")


def test_two_testers_at_once_do_not_overwrite_each_other(tester: Chair, own: Path) -> None:
    page = tester.get(EDIT).text
    theirs = OWN.replace("pressée", "en retard")
    own.write_text(theirs, encoding="utf-8")
    answer = press(tester, EDIT, "garder", {"titre": "La mienne"}, page)
    assert answer.status_code == 409 and "Quelqu’un d’autre a changé" in told(answer)
    assert "Une dame en retard" in told(answer) and 'value="La mienne"' in answer.text
    assert own.read_text(encoding="utf-8") == theirs
    press(tester, EDIT, "remplacer", page=answer.text)
    assert "histoire: La mienne" in own.read_text(encoding="utf-8")


def test_a_story_deleted_meanwhile_is_not_lost_with_what_was_typed(
    tester: Chair, own: Path
) -> None:
    page = tester.get(EDIT).text
    own.unlink()
    fields = {**fields_of(page), "titre": "La mienne", "faire": "garder"}
    answer = tester.post(EDIT, fields, on=LIST)
    assert answer.status_code == 409 and "Elle a été supprimée" in told(answer)
    press(tester, NEW, "remplacer", {"nom": "dame"}, page=answer.text)
    assert "histoire: La mienne" in own.read_text(encoding="utf-8")


def test_an_own_story_is_deleted_after_a_yes(tester: Chair, own: Path) -> None:
    path = f"{LIST}/supprimer/ici/dame"
    before = re.search(r'name="avant" value="(\w+)"', tester.get(path).text)
    assert before
    unsure = tester.post(path, {"avant": before[1]}, on=path)
    assert unsure.status_code == 422 and own.exists()
    changed = tester.post(path, {"avant": "0" * 64, "oui": "1"}, on=path)
    assert changed.status_code == 409 and own.exists()
    answer = tester.post(path, {"avant": before[1], "oui": "1"}, on=path)
    assert "L’histoire est supprimée." in told(answer) and not own.exists()


def test_a_bundled_story_cannot_be_deleted(tester: Chair) -> None:
    path = f"{LIST}/supprimer/declic/nadia"
    assert tester.post(path, {"avant": "", "oui": "1"}, on=LIST).status_code == 404
    assert (BUNDLED / "nadia.yml").exists()


def test_people_of_another_organisation_do_not_read_who_wrote_a_story(
    tester: Chair, sit: Callable[[str], Chair], own: Path
) -> None:
    own.write_text(OWN.replace("auteur: Noa", "auteur: Zébulon"), encoding="utf-8")
    stranger = sit("stranger")
    show, file = f"{LIST}/voir/ici/dame", f"{LIST}/fichier/ici/dame"
    for path in (LIST, f"{LIST}?mots=pressee", show, file, EDIT):
        assert "Zébulon" in tester.get(path).text, path
        assert "Zébulon" not in stranger.get(path).text, path
    for path in (LIST, show, file, EDIT):
        assert MISSION.name in unescape(stranger.get(path).text), path
    assert "Une dame pressée" in told(tester.get(f"{LIST}?mots=zebulon"))
    assert "Une dame pressée" not in told(stranger.get(f"{LIST}?mots=zebulon"))


def test_whoever_edits_a_story_keeps_an_author_that_they_cannot_read(
    tester: Chair, sit: Callable[[str], Chair], own: Path
) -> None:
    stranger = sit("stranger")
    kept = press(stranger, EDIT, "garder", {"titre": "Une dame attend"})
    assert kept.status_code == 200 and "Noa" not in kept.text
    written = own.read_text(encoding="utf-8")
    assert "histoire: Une dame attend " in written and "\nauteur: Noa\n" in written
    page = press(stranger, EDIT, "yaml").text
    assert "Noa" not in page
    press(stranger, EDIT, "garder", {"titre": "Une dame revient"})
    assert "par Noa" in told(tester.get(f"{LIST}/voir/ici/dame"))
    press(stranger, EDIT, "garder", {"auteur": "Andrea"})
    assert "par Andrea" in told(stranger.get(f"{LIST}/voir/ici/dame"))
    assert "Andrea" not in tester.get(f"{LIST}/voir/ici/dame").text


def test_the_author_of_a_story_that_came_otherwise_is_named_to_nobody(
    tester: Chair, own: Path
) -> None:
    text = OWN.replace("auteur: Noa", "auteur: Zébulon")
    own.with_name("autre.yml").write_text(text, encoding="utf-8")
    page = told(tester.get(f"{LIST}/voir/ici/autre"))
    assert "par un autre organisme" in page and "Zébulon" not in page


def test_a_story_that_is_deleted_leaves_no_name(tester: Chair, own: Path, folder: Path) -> None:
    path = f"{LIST}/supprimer/ici/dame"
    tester.post(path, {**fields_of_delete(tester.get(path).text), "oui": "1"}, on=path)
    assert not own.exists() and organisations(folder) == {}


def fields_of_delete(page: str) -> dict[str, str]:
    return {"avant": re.search(r'name="avant" value="([^"]*)"', page)[1]}  # type: ignore[index]


def played(desk: RunDesk, at: datetime, facts: str, has_passed: bool) -> str:
    """A run of one story that has ended."""
    path = str(BUNDLED / "nadia.yml")
    turn = TurnRecord(said="oui")
    turn.differences += [] if has_passed else [Difference(None, "un oui", "un non")]
    record = StoryRecord("nadia", "Nadia", "Déclic", path, "2026-11-27", 1, "", [turn])
    run_id = secrets.token_hex(8)
    folder = desk.folder(run_id)
    folder.begin(RunSpec(STORIES, ("declic/nadia",)))
    folder.add(Played(STORY, record))
    desk.runs.add(BenchRun(run_id, "Nadia", STORIES, facts, "Noa", MISSION.name, DONE, at))
    return run_id


def test_the_list_tells_how_each_story_ended_the_last_time(
    tester: Chair, engine: Engine, settings: Settings
) -> None:
    desk = RunDesk(engine, settings)
    assert ">comme prévu<" not in tester.get(LIST).text
    played(desk, datetime(2026, 11, 26, 9), "Données livrées avec Déclic", has_passed=False)
    assert "à regarder 26/11/2026. Données livrées avec Déclic" in told(tester.get(LIST))
    newest = played(desk, datetime(2026, 11, 27, 9), "Données d’ici", has_passed=True)
    page = tester.get(LIST)
    assert "comme prévu 27/11/2026. Données d’ici" in told(page)
    assert f"/console/banc/passages/{newest}/conversations/0" in page.text
    assert page.text.count("jamais vérifiée") > 90
    desk.forget(newest)
    assert "à regarder 26/11/2026." in told(tester.get(LIST))


def test_a_name_is_looked_for_and_put_in_a_step_without_a_script(tester: Chair, own: Path) -> None:
    found = press(tester, EDIT, "chercher", {"chercher": "privas"})
    assert 'value="mettre commune 07186"' in found.text and "Privas (Ardèche)" in told(found)
    put = press(tester, EDIT, "mettre commune 07186", {"dans": "2"}, page=found.text)
    assert "commune: Privas (Ardèche)</textarea>" in unescape(put.text)
    press(tester, EDIT, "garder", page=put.text)
    kept = own.read_text(encoding="utf-8")
    assert "commune: '07186'" in kept and "38053" not in kept and "# Elle n'a pas le temps." in kept
    none = press(tester, EDIT, "chercher", {"chercher": "trifouillis"})
    assert "Rien ne porte ce nom." in told(none)


def test_the_form_shows_and_takes_names_of_communes_and_jobs(tester: Chair, own: Path) -> None:
    page = unescape(tester.get(EDIT).text)
    assert "commune: Bourgoin-Jallieu (Isère)</textarea>" in page
    wrong = press(tester, EDIT, "garder", {"kept-1": "commune: Trifouillis"})
    assert wrong.status_code == 422 and "Trifouillis" in wrong.text
    assert "étape 2, retenu : « Trifouillis » n’est pas une commune" in told(wrong)
    assert own.read_text(encoding="utf-8") == OWN
    press(tester, EDIT, "garder", {"kept-1": "commune: grenoble\nkept: [cariste]"})
    assert "commune: '38185'" in own.read_text(encoding="utf-8")
    assert "kept: [N1101]" in own.read_text(encoding="utf-8")
