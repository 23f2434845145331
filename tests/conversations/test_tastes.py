"""What one likes, told in several ways in the real conversation, checked and corrected."""

from __future__ import annotations

import httpx
import pytest

from tests.interview_steps import FIRST_STATEMENT, FIRST_WAY, agree
from tests.stack import Person, Stack, plain


def test_statements_stop_at_the_first_one_and_it_is_said_that_nothing_is_known(
    settled: Person,
) -> None:
    settled.choose("Passer à la suite")
    assert "Je ne sais pas encore ce qui vous plaît" in settled.texts
    assert "C’est juste" not in settled.buttons and "Enlever quelque chose" not in settled.buttons
    settled.choose("Continuer")
    assert "Quels métiers" in settled.texts


def test_tastes_are_passed_over_and_asked_again_on_the_way_back(settled: Person) -> None:
    settled.say("retour")
    settled.choose("Passer")
    assert "Quels métiers" in settled.texts
    settled.say("retour")
    assert FIRST_WAY in settled.buttons


def test_the_portrait_is_corrected_in_words_then_agreed_with(settled: Person) -> None:
    while FIRST_STATEMENT in settled.buttons:
        is_there = any(word in settled.texts for word in ("Dehors", "Bouger", "animaux", "cassé"))
        settled.choose(FIRST_STATEMENT if is_there else "Non")
    settled.say("non pas dehors, j'aime pas les machines, et aussi la musique")
    assert "C’est noté : pas dehors et la musique." in settled.texts
    assert "ceci ne vous plaît pas : les machines" in settled.texts
    assert "à l’intérieur" in settled.texts and "plutôt dehors" not in settled.texts
    settled.say("oui c'est ça")
    assert "Quels métiers" in settled.texts


def test_what_was_said_is_listed_and_taken_away(settled: Person) -> None:
    for _ in range(3):
        settled.choose(FIRST_STATEMENT)
    settled.say("stop")
    settled.choose("Enlever quelque chose")
    listed = settled.options
    assert len(listed) == 3
    settled.tick(*listed[:1])
    assert "C’est enlevé" in settled.texts
    settled.choose("Enlever quelque chose")
    assert settled.options == listed[:1]
    settled.tick()
    assert "Je ne sais pas encore ce qui vous plaît" in settled.texts
    agree(settled)
    assert "Quels métiers" in settled.texts


def test_at_the_portrait_a_digression_comes_back_and_nonsense_is_asked_again(
    settled: Person,
) -> None:
    settled.choose(FIRST_STATEMENT)
    settled.say("stop")
    settled.say("c'est gratuit ?")
    assert "C’est gratuit" in settled.texts and "Enlever quelque chose" in settled.buttons
    settled.say("pourquoi cette question ?")
    assert "vérifier avec vous" in settled.texts
    settled.say("xyzzy plugh")
    assert "Je n’ai pas compris" in settled.texts
    settled.say("non")
    assert "Qu’est-ce qui n’est pas juste" in settled.texts


@pytest.fixture
def at_the_ways(settled: Person) -> Person:
    settled.say("retour")
    return settled


def shown(person: Person, kind: str) -> dict:
    return next(message for message in person.messages if message["type"] == kind)


@pytest.mark.parametrize("way", ["typed", "ticked", "named"])
def test_pictures_are_chosen_by_number_by_hand_or_by_name(at_the_ways: Person, way: str) -> None:
    person = at_the_ways
    person.choose("Choisir des images")
    assert len(shown(person, "pictures")["options"]) >= 20
    if way == "ticked":
        titles = {o["number"]: o["title"] for o in shown(person, "pictures")["options"]}
        person.tick(*(plain(titles[number]) for number in (7, 12, 32)))
    else:
        person.say("la 7 la douze et la trente-deux" if way == "typed" else LOUPE_MURAL_BOAT)
    seen = []
    for words in ("j'adore observer les petites bêtes", None, "le calme, mon père pêchait"):
        seen.append(shown(person, "picture")["number"])
        person.say(words) if words else person.choose("Passer cette image")
    assert seen == [7, 12, 32]
    person.choose("Enlever quelque chose")
    assert person.options == [
        "Vous dites « j’adore observer les petites bêtes »",
        "L’image « Une fresque sur un mur »",
        "Vous dites « le calme, mon père pêchait »",
    ]
    person.choose("Ne rien changer")
    agree(person)
    assert "Quels métiers" in person.texts


LOUPE_MURAL_BOAT = "l'insecte à la loupe, la fresque et la barque"


def test_too_few_too_many_and_unknown_pictures_lose_nothing(at_the_ways: Person) -> None:
    person = at_the_ways
    person.say("plutôt les images")
    person.say("7 et 12")
    assert "Vous en avez déjà 2, c’est un bon début. Il en faut au moins 1 de plus." in person.texts
    assert ticked(person) == [7, 12]
    person.say("la 88")
    assert "Je n’ai pas d’image 88" in person.texts and ticked(person) == [7, 12]
    person.say("et puis 1, 2, 3 et 4")
    assert "Vous en avez choisi 6. Enlevez-en 1" in person.texts
    person.say("enlève la 12")
    assert "Qu’est-ce qui vous parle" in person.texts
    assert shown(person, "picture")["number"] == 7


def ticked(person: Person) -> list[int]:
    return [o["number"] for o in shown(person, "pictures")["options"] if o["ticked"]]


def test_a_picture_is_taken_back_in_words_and_one_goes_back_to_one(at_the_ways: Person) -> None:
    person = at_the_ways
    person.choose("Choisir des images")
    person.say("7, 12, 32")
    person.say("en fait non, ça me fait peur")
    assert "je ne garde pas cette image" in person.texts
    assert shown(person, "picture")["number"] == 12
    person.say("les couleurs")
    assert shown(person, "picture")["number"] == 32
    person.say("retour")
    assert shown(person, "picture")["number"] == 12
    person.say("c'est gratuit ?")
    assert "C’est gratuit" in person.texts and shown(person, "picture")["number"] == 12
    person.choose("Passer pour toutes les images")
    person.choose("Enlever quelque chose")
    assert len(person.options) == 2


def test_the_story_is_lived_by_buttons_words_and_ranks_to_its_end(at_the_ways: Person) -> None:
    person = at_the_ways
    person.choose("Vivre une petite histoire")
    assert "ni chrono, ni mauvais choix" in person.texts
    assert shown(person, "scene")["number"] == 1
    person.say("je fais le tour avec ma lampe")
    assert "c’est Boulon" in person.texts.lower() or "Boulon" in person.texts
    person.say("la 2")
    person.say("xyzzy plugh")
    assert "Je n’ai pas compris ce que vous faites" in person.texts
    third = shown(person, "scene")
    person.choose("Passer cette scène")
    assert shown(person, "scene")["number"] == third["number"] + 1
    while "Arrêter l’histoire" in person.buttons:
        person.choose(person.buttons[0])
    assert "Dans cette histoire" in person.texts and "des qualités" in person.texts
    done = person.options
    assert len(done) >= 6 and all(title.startswith("Vous avez ") for title in done)
    person.tick(*done[1:])
    assert "C’est enlevé" in person.texts
    person.choose("Enlever quelque chose")
    assert person.options == done[1:]


def test_the_story_is_left_and_taken_up_again_where_it_was(at_the_ways: Person) -> None:
    person = at_the_ways
    person.say("le jeu")
    person.choose(person.buttons[0])
    person.say("pourquoi cette question ?")
    assert "Vous pourrez tout enlever" in person.texts
    second = shown(person, "scene")
    person.say("stop l'histoire")
    assert len(person.options) == 1
    person.choose("Ne rien changer")
    person.choose("Répondre aussi à des phrases")
    assert FIRST_STATEMENT in person.buttons
    person.say("non, plutôt l'histoire")
    assert shown(person, "scene") == second
    person.say("retour")
    assert shown(person, "scene")["number"] == 1


def test_ways_are_mixed_and_all_of_them_count(at_the_ways: Person) -> None:
    person = at_the_ways
    person.choose("Choisir des images")
    person.say("7, 12 et 32")
    person.say("je préfère les phrases")
    person.choose(FIRST_STATEMENT)
    person.say("plutôt le jeu")
    person.choose(person.buttons[0])
    person.say("on arrête")
    person.choose("Ne rien changer")
    person.choose("Enlever quelque chose")
    assert len(person.options) == 5


def test_starting_over_forgets_tastes(at_the_ways: Person) -> None:
    person = at_the_ways
    person.choose("Choisir des images")
    person.say("7, 12 et 32")
    person.say("je veux tout recommencer")
    person.say("Privas")
    person.choose("Choisir des images")
    assert ticked(person) == []


def test_pictures_and_the_story_move_the_list_and_are_quoted(
    stack: Stack, at_the_ways: Person
) -> None:
    person = at_the_ways
    person.choose("Choisir des images")
    person.say("1, 2 et 23")
    person.say("j'aime jardiner au grand air")
    person.choose("Passer pour toutes les images")
    person.choose("Vivre aussi une petite histoire")
    while "Arrêter l’histoire" in person.buttons:
        person.choose(person.buttons[0])
    person.choose("Ne rien changer")
    agree(person)
    for button in ("Je n’ai jamais travaillé", "Oui", "Une voiture"):
        person.choose(button)
    if "bus" in person.texts:
        person.choose("Oui")
    person.choose("45 minutes")
    person.tick()
    person.tick()
    person.choose("Oui, quelques mois")
    reasons = plain(" ".join(reason for card in person.cards for reason in card["reasons"]))
    quoted = ("j’aime jardiner au grand air", "choisi l’image", "Dans l’histoire, vous avez")
    assert any(words in reasons for words in quoted), reasons


def test_a_picture_is_served_as_itself_and_nothing_else_is(stack: Stack) -> None:
    person = stack.person()
    person.choose("C’est parti")
    person.say("Privas")
    person.choose("Choisir des images")
    url = shown(person, "pictures")["options"][0]["url"]
    served = httpx.get(f"{stack.url}{url}")
    assert served.status_code == 200 and served.headers["content-type"].startswith("image/")
    assert "sandbox" in served.headers["content-security-policy"]
    assert served.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in served.headers["cache-control"]
    folder = url.rsplit("/", 1)[0]
    for other in (f"{folder}/deck.yml", "/pictures/other/01.svg", f"{folder}/..%2fdeck.yml"):
        assert httpx.get(f"{stack.url}{other}").status_code == 404
