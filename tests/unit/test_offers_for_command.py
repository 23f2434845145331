"""`declic offers for`: three states with reasons, the deciding question, and clear errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.commands.offers import command
from bot.settings import ROOT
from tests.unit.test_offer_files import FICHE, folder_of

DAY = "2026-11-23"
CATALOGUE = str(ROOT / "data" / "catalogue")
SURE = (
    FICHE.replace("ended_on: 2026-04", "ended_on: null")
    .replace("expires: 2027-04-01", "expires: 2099-01-01")
    .replace("verified_on: null", "verified_on: 2026-11-22")
)
BEGIN, END = SURE.index("conditions:"), SURE.index("deadlines:")
HEAD, TAIL = SURE[:BEGIN], SURE[END:]


def fiche(offer_id: str, fact: str, zone: str = "{level: country}", lever: str = "car") -> str:
    text = f"{HEAD}conditions: {{fact: {fact}}}\n{TAIL}"
    text = text.replace('{level: department, codes: ["07", "2A"]}', zone)
    text = text.replace("levers: [minutes]", f"levers: [{lever}]")
    return text.replace("bourse-route", offer_id).replace("Bourse de la route", f"Aide {offer_id}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    offers = tmp_path / "offers"
    offers.mkdir()
    return folder_of(
        offers,
        ouverte=fiche("ouverte", "has_worked"),
        fermee=fiche("fermee", "has_licence_b"),
        question=fiche("question", "receives_rsa", lever="bike"),
        ailleurs=fiche("ailleurs", "working", '{level: department, codes: ["07"]}'),
    )


PERSON = {
    "insee_code": "38053",
    "has_licence_b": False,
    "past_jobs": [{"said": "caissière", "rome_code": "D1505"}],
}


def run(folder: Path, *options: str, profile: Any = PERSON, told: Any = None) -> Result:
    """With the profile and the circumstances written to files beside the offers."""
    path = folder.parent / "profile.json"
    path.write_text(profile if isinstance(profile, str) else json.dumps(profile), "utf-8")
    arguments = ["for", "--profile", str(path), "--catalogue", CATALOGUE, "--on", DAY]
    if told is not None:
        path = folder.parent / "told.json"
        path.write_text(json.dumps(told), "utf-8")
        arguments += ["--circumstances", str(path)]
    return CliRunner().invoke(command, [*arguments, "--folder", str(folder), *options])


def test_three_states_are_shown_with_their_reasons_and_the_question(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "Vous pourriez les demander (1)",
        "  Aide ouverte (ouverte)",
        "    + Vous pourriez demander cette aide.",
        "    + Vous avez déjà travaillé : oui. C'est bon.",
        "    Vous pouvez faire la demande vous-même, ou vous faire aider.",
        "    Demandez au plus tard 7 jours après l'entretien.",
        "    À préparer : une facture.",
        "À vérifier (1)",
        "  Aide question (question)",
        "    ? Une réponse aiderait. Touchez-vous le RSA ?",
        "    Vous pouvez faire la demande vous-même, ou vous faire aider.",
        "    Demandez au plus tard 7 jours après l'entretien.",
        "    À préparer : une facture.",
        "Pas ouvertes pour le moment (1)",
        "  Aide fermee (fermee)",
        "    - Vous avez le permis B : non. Il faudrait répondre oui.",
        "    Vous pouvez faire la demande vous-même, ou vous faire aider.",
        "    Demandez au plus tard 7 jours après l'entretien.",
        "    À préparer : une facture.",
        "Données ailleurs (1) : Aide ailleurs.",
        "La question qui aide le plus : Touchez-vous le RSA ? (receives_rsa, décide 1,0 aides)",
    ]


def test_a_program_reads_json(folder: Path) -> None:
    answer = json.loads(run(folder, "--json").output)
    assert [(one["offer_id"], one["verdict"]) for one in answer["offers"]] == [
        ("ouverte", "yes"),
        ("question", "to_check"),
        ("fermee", "no"),
    ]
    asked = answer["offers"][1]
    assert (asked["missing"], asked["question"]) == (["receives_rsa"], "Touchez-vous le RSA ?")
    assert asked["reasons"] == [
        {
            "code": "to_answer",
            "side": "check",
            "text": "Une réponse aiderait. Touchez-vous le RSA ?",
        }
    ]
    assert answer["elsewhere"] == ["Aide ailleurs"]
    assert [(one["fact"], one["decided"]) for one in answer["questions"]] == [("receives_rsa", 1.0)]


def test_what_is_told_counts_and_what_is_declined_is_not_asked(folder: Path) -> None:
    told = run(folder, "--json", told={"receives_rsa": True, "has_worked": False})
    assert [one["offer_id"] for one in json.loads(told.output)["offers"]][:2] == [
        "question",
        "fermee",
    ]
    declined = run(folder, told={"receives_rsa": "declined"})
    assert "Des réponses manquent" in declined.output
    assert "La question qui aide le plus" not in declined.output


def test_offers_of_one_lever(folder: Path) -> None:
    answer = json.loads(run(folder, "--json", "--lever", "bike").output)
    assert [one["offer_id"] for one in answer["offers"]] == ["question"]
    assert run(folder, "--lever", "train").exit_code == 2


def test_no_offer_open_or_to_check_is_exit_code_1(folder: Path) -> None:
    assert run(folder, "--lever", "childcare").exit_code == 1
    told = {"has_worked": False}
    assert run(folder, "--lever", "car", told=told).exit_code == 1


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no JSON": ({"profile": "{"}, "ce n'est pas du JSON"),
    "an unknown commune": ({"profile": {"insee_code": "99999"}}, "commune inconnue « 99999 »"),
    "an unknown fact": ({"told": {"shoe_size": 42}}, "« shoe_size » n'est pas un fait connu"),
    "an age in words": ({"told": {"age": "jeune"}}, "age : écrivez un nombre de ans"),
    "a list of answers": ({"told": ["age"]}, "objet JSON"),
}


@pytest.mark.parametrize(("given", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_used_is_told(folder: Path, given: dict[str, Any], message: str) -> None:
    result = run(folder, **given)
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert "Traceback" not in result.output


def test_a_missing_file_and_broken_offers_are_told(folder: Path) -> None:
    missing = CliRunner().invoke(command, ["for", "--profile", str(folder / "no.json")])
    assert (missing.exit_code, "lecture impossible" in missing.output) == (2, True)
    folder_of(folder, autre="")
    broken = run(folder)
    assert (broken.exit_code, "declic offers check" in broken.output) == (2, True)


def test_the_real_fiches_are_judged_for_an_empty_profile(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text("{}", encoding="utf-8")
    options = ["--profile", str(path), "--catalogue", CATALOGUE, "--on", DAY]
    result = CliRunner().invoke(command, ["for", *options])
    assert result.exit_code == 0
    assert "La question qui aide le plus : " in result.output
    assert "Données ailleurs" not in result.output
