"""Editors keep offers up to date in the browser: the queue, the form, the preview, publishing."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.offer_writing import write_changes
from bot.adapters.published_offers import PublishedOffers
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.console_tables import console_audit
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.team_box import SqlTeamBox
from bot.adapters.sql.team_reading import TeamReading
from bot.services.ports import Opened, Shown, StaleReport
from bot.settings import ROOT
from bot.web.console.forms import clean
from bot.web.tokens import now
from tests.browser.hostile_texts import FAMILIES
from tests.integration.console.conftest import ACCOUNTS, OTHER_ORG, SITE, Chair, account
from tests.offer_editor import HERE, PERMIT, QUEUE, fields_on, published, typed

CATALOGUE = catalogue_files.read(ROOT / "data" / "catalogue")
Sit = Callable[[str], Chair]


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The offers of the house in a folder of their own, and its catalogue."""
    folder = shutil.copytree(ROOT / "data" / "offers", tmp_path / "offers")
    monkeypatch.setenv("DECLIC_OFFERS", str(folder))
    monkeypatch.setattr(wiring, "catalogue", lambda: CATALOGUE)
    return folder


@pytest.fixture
def editor(sit: Sit) -> Chair:
    return sit("editor")


@pytest.fixture
def other(web: TestClient, engine: Engine) -> Chair:
    """An editor of another organisation."""
    AccountStore(engine).add(account("lou", OTHER_ORG, "editor"), now())
    chair = Chair(TestClient(web.app, base_url=SITE))
    chair.enter("lou")
    return chair


KNOWN_TAGS = frozenset(
    "html head meta title link script body a header img span nav ul li div p br form input button "
    "main h1 h2 h3 section table caption thead tbody tr th td label select option textarea legend "
    "fieldset details summary article strong del ins blockquote".split()
)


class Drawn(HTMLParser):
    """The elements that a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}

    @property
    def is_ours(self) -> bool:
        """Nothing but what the templates write: no handler, no link but to a page."""
        names = {name for name, _ in self.attributes}
        links = [value for name, value in self.attributes if name in ("href", "src", "action")]
        is_safe = all(re.match(r"/[a-z]|#|https://", link) for link in links)
        return self.tags <= KNOWN_TAGS and is_safe and not any(n[:2] == "on" for n in names)


def reported(engine: Engine, detail: str = "c'est fini", count: int = 1) -> None:
    shown = Shown("offer", PERMIT, "Aide au permis", "Une somme fixe.", "https://ra.fr", None)
    for at in range(count):
        opened = Opened(f"{at:032}", f"m{at}", "jobs", "BMO 2025", "2026-11-27")
        SqlTeamBox(engine).keep_report(opened, StaleReport(shown, "ended", detail))


def test_what_is_reported_comes_first_with_its_reason_and_age(
    editor: Chair, engine: Engine
) -> None:
    reported(engine, count=2)
    page = editor.get(QUEUE).text
    first = page[page.index("<tbody>") :][:1200]
    assert f'href="{HERE}"' in first and "Dite fausse ou finie : 2 fois, 0 j" in first
    assert "À vérifier" in first and "Auvergne-Rhône-Alpes" in first


def test_the_queue_is_filtered(editor: Chair) -> None:
    def names(query: str) -> set[str]:
        page = editor.get(f"{QUEUE}?{query}").text
        return set(re.findall(r'<th scope="row"><a href="/console/offres/([\w-]+)"', page))

    assert names("texte=pass%27region") == {PERMIT}
    assert names("motif=hidden") and PERMIT not in names("motif=hidden")
    assert "dept07-permis" in names("departement=07") - names("departement=38")
    assert names("toutes=1") > names("") and "ft-aide-permis-b" not in names("")
    assert "Changez un filtre" in editor.get(f"{QUEUE}?texte=zzz").text


def test_reports_are_closed_here_as_by_the_command(editor: Chair, engine: Engine) -> None:
    reported(engine, "ma conseillère <b>dit</b> que c'est fini", count=2)
    page = editor.get(HERE).text
    assert "ma conseillère &lt;b&gt;dit" in page
    told = editor.post(
        f"{HERE}/signalements",
        {"reference": ["S1", "S2", "A1", "S99"], "decision": "Vérifié : elle existe."},
        on=HERE,
    )
    assert "2 signalements sont clos." in told.text and "Signalements clos (2)" in told.text
    word = TeamReading(engine).one("S1")
    assert word and word.closure and word.closure.decision == "Vérifié : elle existe."
    assert word.closure.by == "Sacha (Mission locale du Rhône)"
    assert "Dites en une phrase" in editor.post(f"{HERE}/signalements", {}, on=HERE).text


def test_a_report_of_another_offer_is_not_closed_from_this_page(
    editor: Chair, engine: Engine
) -> None:
    reported(engine)
    fields: dict[str, str | list[str]] = {"reference": ["S1"], "decision": "non"}
    editor.post(f"{QUEUE}/cej/signalements", fields, on=f"{QUEUE}/cej")
    word = TeamReading(engine).one("S1")
    assert word and word.closure is None


def test_the_form_shows_every_offer_of_the_house_and_changes_nothing_by_itself(
    editor: Chair, house: Path, engine: Engine
) -> None:
    for path in sorted(house.glob("*.yml")):
        page = typed(editor, path.stem)
        assert "À corriger avant de publier" not in page, path.stem
        shown = editor.get(f"{QUEUE}/{path.stem}/apercu").text
        assert "Rien ne change encore." in shown and "Publier" not in shown
    assert OfferChanges(engine).histories() == {}


def test_every_fault_is_told_beside_its_field_and_nothing_typed_is_lost(editor: Chair) -> None:
    page = typed(
        editor,
        name="",
        gives="Vous avez droit à 300 €.",
        expires="bientôt",
        amounts__1__value="beaucoup",
        official_url="pas une adresse",
        c__1__most="dix-huit",
    )
    assert "À corriger avant de publier (" in page
    for name in ("name", "gives", "expires", "amounts-1-value", "official_url", "c-1-most"):
        assert f'id="{name}-remark-1">À corriger' in page
        assert re.search(rf'name="{name}"[^>]*aria-invalid="true"', page), name
    for text in ("Vous avez droit à 300 €.", "bientôt", "beaucoup", "pas une adresse", "dix-huit"):
        assert text in editor.get(f"{HERE}/modifier").text
    assert "/modifier" in str(editor.get(f"{HERE}/apercu").url)
    assert "À corriger" in published(editor)


def test_a_change_is_previewed_published_signed_and_in_use_at_once(
    editor: Chair, engine: Engine, house: Path
) -> None:
    clock = [0.0]
    chat = PublishedOffers(house, OfferChanges(engine), lambda: clock[0])
    assert chat.current().by_id[PERMIT].amounts[0].value == 200
    typed(
        editor,
        amounts__1__value="300",
        verified_on=datetime.date.today().isoformat(),
        expires="2099-01-01",
        gives="Une somme fixe pour les leçons de conduite.",
        unknown=["papers", "steps", "delay"],
    )
    page = editor.get(f"{HERE}/apercu").text
    for told in (
        "<del>Aide au permis\u00a0: 200",
        "<ins>Aide au permis\u00a0: 300",
        "Essai sur 300 personnes inventées",
        "gagnent cette aide",
        "Pour cette personne",
        "Facile à lire",
    ):
        assert told in page, told
    assert "Dites pourquoi" in published(editor, why="")
    page = published(editor, why="la page dit <i>300 €</i>")
    assert "C’est publié." in page and "la page dit &lt;i&gt;300 €" in page
    assert "par Sacha (Mission locale du Rhône)" in page and "Version 1" in page
    assert "Il n’est pas encore dans les fichiers." in page
    clock[0] = 1.0
    offer = chat.current().by_id[PERMIT]
    assert offer.amounts[0].value == 300 and offer.verified_on == datetime.date.today()
    (change,) = OfferChanges(engine).history(PERMIT)
    assert change.signature.author == "Sacha"
    assert "# the sources disagree: 17 or 18" in change.content
    with engine.connect() as connection:
        acts = connection.execute(console_audit.select()).all()
    assert [(row.act, row.detail) for row in acts if "offer" in row.act] == [
        ("offer_published", f"{PERMIT} 1")
    ]


def test_a_preview_that_is_not_the_draft_any_more_is_not_published(
    editor: Chair, engine: Engine
) -> None:
    typed(editor, gives="Une aide.")
    page = editor.get(f"{HERE}/apercu").text
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    typed(editor, gives="Autre chose.")
    fields: dict[str, str | list[str]] = {"why": "parce que", "seen": seen.group(1)}
    answer = editor.post(f"{HERE}/publier", fields, on=f"{HERE}/apercu")
    assert answer.status_code == 409 and "Relisez, puis publiez." in answer.text
    assert OfferChanges(engine).histories() == {}


def test_of_two_editors_the_second_sees_both_versions_and_keeps_both(
    editor: Chair, other: Chair, engine: Engine, house: Path
) -> None:
    typed(editor, gives="Texte de Sacha.")
    typed(other, gives="Texte de Lou.", delay="Deux mois environ.")
    assert "C’est publié." in published(editor)
    page = published(other)
    assert "Cette aide a changé entre-temps" in page and "Sacha" in page
    assert "Texte de Sacha." in page and "Texte de Lou." in page
    page = other.post(f"{HERE}/rassembler", on=f"{HERE}/apercu").text
    assert "vos textes sont gardés" in page
    assert "C’est publié." in published(other)
    offer = PublishedOffers(house, OfferChanges(engine)).current().by_id[PERMIT]
    assert (offer.gives, offer.delay) == ("Texte de Lou.", "Deux mois environ.")
    page = other.get(HERE).text
    assert page.index("Version 2") < page.index("Version 1")
    assert "par Lou (Cap emploi de l’Ain)" in page and "par Sacha (Mission locale" in page


def test_two_editors_of_different_fields_both_have_their_change(
    editor: Chair, other: Chair, engine: Engine, house: Path
) -> None:
    typed(editor, contact="04 00 00 00 00")
    typed(other, delay="Deux mois environ.")
    published(editor)
    assert "Cette aide a changé depuis que vous écrivez" in other.get(f"{HERE}/modifier").text
    other.post(f"{HERE}/rassembler", on=f"{HERE}/apercu")
    published(other)
    offer = PublishedOffers(house, OfferChanges(engine)).current().by_id[PERMIT]
    assert (offer.contact, offer.delay) == ("04 00 00 00 00", "Deux mois environ.")


def test_a_form_opened_before_somebody_published_is_behind_too(
    editor: Chair, other: Chair, engine: Engine
) -> None:
    path = f"{HERE}/modifier"
    opened = fields_on(other.get(path).text)
    typed(editor, contact="04 00 00 00 00")
    published(editor)
    page = other.post(path, {**opened, "delay": "Deux mois environ.", "act": ""}, on=path).text
    assert "Cette aide a changé depuis que vous écrivez" in page
    assert len(OfferChanges(engine).history(PERMIT)) == 1


def test_conditions_are_built_with_buttons(editor: Chair) -> None:
    page = typed(editor, act="group:c")
    assert 'name="c-3-2-fact"' in page and "Ajouter une condition au groupe 3" in page
    page = typed(editor, act="fact:c-3", c__3__1__fact="status", c__3__2__fact="registered_months")
    assert 'name="c-3-3-fact"' in page and 'name="c-3-1-values" value="rsa"' in page
    assert "Au moins (mois)" in page
    page = typed(
        editor,
        act="without:c-3-3",
        **{"c__3__1__values": ["rsa", "jobseeker"], "c__3__2__least": "6", "c__3__denied": "1"},
    )
    assert 'name="c-3-3-fact"' not in page and "À corriger avant" not in page
    page = editor.get(f"{HERE}/apercu").text
    assert "Aucun de ces cas" in page or "Sauf" in page
    assert "au RSA" in page and "6\u00a0mois" in page or "6 mois" in page


def test_rows_are_added_and_taken_away(editor: Chair) -> None:
    page = typed(editor, act="row:sources")
    assert 'name="sources-4-where"' in page
    page = typed(editor, act="without-row:sources-1", sources__4__where="la Région")
    assert 'name="sources-4-where"' not in page and 'value="la Région"' in page
    assert "sources-3-read_on-remark-1" in page


def test_a_new_offer_and_the_end_of_one(editor: Chair, engine: Engine, house: Path) -> None:
    page = typed(
        editor,
        "nouvelle",
        offer_id="bourse-velo",
        name="Bourse du vélo",
        provider="Ville d’Exemple",
        gives="Un vélo prêté pour aller au travail.",
        nicknames="bourse vélo\nBDV",
        type="aide-materielle",
        themes=["mobilite--financer-ma-mobilite"],
        levers=["bike"],
        confidence="memory",
        zone__level="department",
        zone__codes="Ain, Drôme",
    )
    assert "À corriger avant" not in page and "Ain (01), Drôme (26)" in page
    assert "C’est publié." in published(editor, "nouvelle", "nouvelle aide de la ville")
    assert "Bourse du vélo" in editor.get(f"{QUEUE}/bourse-velo").text
    page = typed(
        editor, "bourse-velo", status="ended", ended_on="2026-10-01", replaced_by=["cpf"],
        replacement="Voyez le CPF.",
    )  # fmt: skip
    assert "À corriger avant" not in page
    assert "C’est publié." in published(editor, "bourse-velo", "la ville a arrêté")
    assert write_changes(OfferChanges(engine).histories(), house).written == ("bourse-velo",)
    assert "ended_on: 2026-10-01" in (house / "bourse-velo.yml").read_text(encoding="utf-8")


def test_the_changed_files_are_downloaded_and_the_queue_counts_them(
    editor: Chair, engine: Engine, house: Path
) -> None:
    assert "Télécharger" not in editor.get(QUEUE).text
    typed(editor, contact="04 00 00 00 00")
    published(editor)
    assert "Télécharger la fiche changée" in editor.get(QUEUE).text
    packed = editor.get(f"{QUEUE}/changees")
    assert packed.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        text = archive.read(f"data/offers/{PERMIT}.yml").decode()
    assert "contact: 04 00 00 00 00" in text
    write_changes(OfferChanges(engine).histories(), house)
    assert "Télécharger" not in editor.get(QUEUE).text


@pytest.mark.parametrize(("right", "name"), [("file", "À la main"), ("published", "Publié")])
def test_a_file_changed_elsewhere_is_told_and_an_editor_says_what_is_right(
    editor: Chair, engine: Engine, house: Path, right: str, name: str
) -> None:
    typed(editor, name="Publié")
    published(editor)
    path = house / f"{PERMIT}.yml"
    before = "name: Aide de la Région au permis de conduire"
    by_hand = path.read_text(encoding="utf-8").replace(before, "name: À la main")
    path.write_text(by_hand, encoding="utf-8")
    assert "Fichier changé ailleurs" in editor.get(QUEUE).text
    assert "Le fichier a changé ailleurs" in editor.get(HERE).text
    told = editor.post(f"{HERE}/fichier", {"right": right}, on=HERE).text
    assert "C’est noté et publié." in told and "Le fichier a changé ailleurs" not in told
    store = OfferChanges(engine)
    assert PublishedOffers(house, store).current().by_id[PERMIT].name == name
    assert write_changes(store.histories(), house).conflicts == ()
    assert f"name: {name}" in path.read_text(encoding="utf-8")


def test_a_draft_is_given_up(editor: Chair) -> None:
    typed(editor, name="Essai")
    assert "Vos brouillons" in editor.get(QUEUE).text
    assert "est jeté" in editor.post(f"{HERE}/abandonner", on=f"{HERE}/modifier").text
    assert "Essai" not in editor.get(f"{HERE}/modifier").text


@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_texts_stay_texts(editor: Chair, family: str) -> None:
    for text in FAMILIES[family]:
        page = typed(editor, name=text, contact=text, amounts__1__what=text, official_url=text)
        shown = fields_on(page)
        assert shown["name"] == shown["contact"] == [clean(text)]
        for markup in (page, editor.get(f"{HERE}/apercu").text):
            assert Drawn(markup).is_ours


def test_a_hostile_search_stays_a_text(editor: Chair) -> None:
    for text in FAMILIES["markup"]:
        page = editor.web.get(QUEUE, params={"texte": text}).text
        assert Drawn(page).is_ours


@pytest.mark.parametrize(
    "path",
    ["", "/nulle-part", "/nulle-part/modifier", "/..%2f..%2fetc", "/nulle-part/apercu"],
)
def test_an_offer_that_is_not_there_is_told(editor: Chair, path: str) -> None:
    answer = editor.get(f"{QUEUE}{path}")
    assert answer.status_code == (404 if path else 200)


@pytest.mark.parametrize("kind", [kind for kind in ACCOUNTS if kind != "editor"])
def test_nobody_else_reaches_the_offers(sit: Sit, kind: str) -> None:
    chair = sit(kind)
    shown = ("", "/changees", f"/{PERMIT}", f"/{PERMIT}/modifier", f"/{PERMIT}/apercu")
    assert {chair.get(QUEUE + path).status_code for path in shown} == {403}
    done = "modifier publier abandonner rassembler signalements fichier".split()
    assert {chair.post(f"{HERE}/{name}").status_code for name in done} == {403}


def test_a_form_of_another_site_changes_nothing(editor: Chair, engine: Engine) -> None:
    typed(editor, gives="Une aide.")
    answer = editor.web.post(f"{HERE}/publier", data={"csrf": "x", "why": "parce que"})
    assert answer.status_code == 403 and OfferChanges(engine).histories() == {}
