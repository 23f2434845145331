"""`declic feedback` on both databases: listed, summed up, exported, closed, clear when wrong."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.engine import Engine

from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect
from bot.adapters.sql.team_box import SqlTeamBox
from bot.cli import main
from bot.services import clock
from bot.services.ports import Feedback, Opened, Shown, StaleReport

TODAY = datetime.date(2026, 11, 27)
VISALE = Shown("offer", "visale", "Garantie Visale", "Une caution.", "https://visale.fr", None)
SOLDER = Shown("job", "H2913", "Soudeuse ou soudeur", "12 projets.", "BMO 2025", None)


class Told:
    """Tells the team one thing after the other, each on its day."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.count = 0

    def tell(self, day: str, told: Feedback | StaleReport) -> None:
        self.count += 1
        opened = Opened("a" * 32, f"message-{self.count}", "jobs", "BMO 2025", "2026-11-27")
        at = datetime.datetime.fromisoformat(f"{day}T10:00:00")
        box = SqlTeamBox(self.engine, lambda: at)
        if isinstance(told, Feedback):
            box.keep_feedback(opened, told)
        else:
            box.keep_report(opened, told)


@pytest.fixture
def told(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """Two opinions of two months, two reports on Visale, one on a job."""
    monkeypatch.setenv("DECLIC_DATABASE_URL", database_url)
    engine = connect(database_url)
    migrate.upgrade(engine)
    told = Told(engine)
    told.tell("2026-10-02", Feedback("very_bad", improve="=1+1", stop="les mots compliqués"))
    told.tell("2026-11-20", Feedback("good", keep="les images", improve="aller plus vite"))
    told.tell("2026-11-01", StaleReport(SOLDER, "figure"))
    told.tell("2026-11-20", StaleReport(VISALE, "link", "page blanche"))
    told.tell("2026-11-25", StaleReport(VISALE, "ended"))
    yield told
    engine.dispose()


def run(*arguments: str) -> Result:
    with clock.frozen(TODAY):
        return CliRunner().invoke(main, ["feedback", *arguments])


def test_everything_is_listed_with_its_day_and_state(told: Told) -> None:
    result = run("list")
    assert result.exit_code == 0
    for words in ("A1  2026-10-02  ouvert", "Garantie Visale · le lien ne marche pas", "🙂 bien"):
        assert words in result.output
    assert "ne les diffusez pas" in result.output


@pytest.mark.parametrize(
    ("arguments", "references"),
    [
        (("--kind", "avis"), {"A1", "A2"}),
        (("--kind", "signalements"), {"S1", "S2", "S3"}),
        (("--since", "2026-11-20"), {"A2", "S2", "S3"}),
        (("--until", "2026-11-01"), {"A1", "S1"}),
        (("--since", "2026-11-20", "--until", "2026-11-20"), {"A2", "S2"}),
    ],
)
def test_a_list_is_narrowed(
    told: Told, tmp_path: Path, arguments: tuple[str, ...], references: set[str]
) -> None:
    path = tmp_path / "list.json"
    assert run("list", *arguments, "--json", str(path)).exit_code == 0
    rows = json.loads(path.read_text(encoding="utf-8"))["lignes"]
    assert {row["référence"] for row in rows} == references


def test_one_word_is_shown_whole(told: Told) -> None:
    output = run("show", "s2").output
    for words in ("Garantie Visale visale", "page blanche", "Une caution.", "https://visale.fr"):
        assert words in output


def test_a_summary_has_faces_and_four_columns_by_period(told: Told) -> None:
    output = run("summary").output
    assert output.index("2026-11 : 1 avis") < output.index("2026-10 : 1 avis")
    for words in ("🙂 bien 1", "Garder (1)", "A2  les images", "Arrêter (1)"):
        assert words in output
    assert "tout : 2 avis" in run("summary", "--by", "tout").output


def test_what_is_reported_most_comes_first_then_what_waits(told: Told) -> None:
    output = run("reports").output
    assert "À vérifier d'abord" in output
    assert output.index("Garantie Visale") < output.index("Soudeuse")
    assert "2 signalements, depuis  7 jours" in output
    assert "le lien ne marche pas 1, l'aide n'existe plus 1 (S2 S3)" in output


def test_what_is_handled_tells_who_when_and_what_and_leaves_the_list(told: Told) -> None:
    closed = run("close", "S2", "S3", "--decision", "Lien corrigé.", "--by", "Léa")
    assert closed.exit_code == 0 and "S2 : traité par Léa" in closed.output
    assert "Visale" not in run("reports").output
    assert "Lien corrigé." in run("show", "S2").output and "par Léa" in run("show", "S2").output
    again = run("close", "S2", "--decision", "Autre chose", "--by", "Max")
    assert again.exit_code == 1 and "déjà traité" in again.output and "Léa" in again.output
    assert "Lien corrigé." in run("show", "S2").output
    assert "S2" not in run("list", "--open").output


@pytest.mark.parametrize("name", ["list", "summary", "reports"])
def test_each_list_is_exported_in_three_ways(told: Told, tmp_path: Path, name: str) -> None:
    paths = {kind: tmp_path / f"{name}.{kind}" for kind in ("csv", "json", "html")}
    options = [part for kind, path in paths.items() for part in (f"--{kind}", str(path))]
    assert run(name, *options).exit_code == 0
    for path in paths.values():
        text = path.read_text(encoding="utf-8")
        assert "Visale" in text or "les images" in text


def test_words_of_people_are_neither_formulas_nor_markup(told: Told, tmp_path: Path) -> None:
    told.tell("2026-11-26", Feedback("bad", improve="<script>alert(1)</script>"))
    page, table = tmp_path / "a.html", tmp_path / "a.csv"
    run("list", "--html", str(page), "--csv", str(table))
    assert "<script>" not in page.read_text(encoding="utf-8")
    assert ",'=1+1" in table.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "A99"), 1, "« A99 » n'existe pas"),
        (("show", "n'importe quoi"), 1, "declic feedback list"),
        (("show", "S99999999999"), 1, "n'existe pas"),
        (("close", "S42", "--decision", "Vu."), 1, "« S42 » n'existe pas"),
        (("close", "S1", "--decision", "  "), 2, "dites en une phrase"),
        (("list", "--since", "2027-01-01"), 1, "Rien n'a été dit"),
        (("list", "--since", "2026-11-20", "--until", "2026-11-01"), 2, "après celui de --until"),
        (("summary", "--until", "2020-01-01"), 1, "Aucun avis"),
        (("reports", "--until", "2020-01-01"), 1, "Aucun signalement"),
        (("list", "--csv", "/nowhere/at/all.csv"), 1, "écriture impossible"),
    ],
)
def test_a_fault_is_told_in_french_with_what_to_do(
    told: Told, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert words in result.output


def test_a_database_that_is_not_ready_is_told(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", database_url)
    result = run("list")
    assert result.exit_code == 1
    assert "declic data fill" in result.output


def test_checking_the_offers_tells_what_people_reported(told: Told) -> None:
    result = CliRunner().invoke(main, ["offers", "check", "--today", "2026-11-27"])
    assert "Dites fausses ou finies par des personnes : visale, 2 fois, depuis 7 jours" in (
        result.output
    )


def test_offers_are_checked_where_there_is_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    result = CliRunner().invoke(main, ["offers", "check", "--today", "2026-11-27"])
    assert result.exit_code == 0 and "fiches lues" in result.output
    assert list(tmp_path.iterdir()) == []
