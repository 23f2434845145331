"""Charts and maps: what is drawn is what was given, and nothing in it can run or collide."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from bot.web.console.drawing import (
    PATTERNS,
    SIGNS,
    Bar,
    Dots,
    Group,
    Name,
    Ring,
    bars,
    dots_map,
    grouped_bars,
    legend_bar,
    legend_dot,
    small_bar,
)

HOSTILE = '<script>alert("x")</script> & "fin"'


def boxes(markup: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in ET.fromstring(markup).iter("rect")]


def words(markup: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(markup).iter("text")]


def test_the_longest_bar_is_the_largest_value_and_the_others_follow_it() -> None:
    drawn = boxes(bars("Embauches", [Bar("a", 10, "10"), Bar("b", 40, "40"), Bar("c", 0, "0")]))
    a, b, c = (float(box["width"]) for box in drawn)
    assert b > 300 and a == pytest.approx(b / 4, abs=0.1) and c == 0


def test_what_is_not_known_has_words_and_no_bar() -> None:
    drawn = bars("Embauches", [Bar("a", None, "non publié"), Bar("b", 3, "3")])
    assert len(boxes(drawn)) == 1 and "non publié" in words(drawn)


def test_a_negative_value_goes_to_the_left_of_the_middle() -> None:
    drawn = boxes(bars("Points", [Bar("moins", -5, "-5"), Bar("plus", 5, "+5")]))
    less, more = ({name: float(box[name]) for name in ("x", "width")} for box in drawn)
    assert less["x"] + less["width"] == pytest.approx(more["x"])
    assert less["width"] == pytest.approx(more["width"])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_differs_without_its_colour(pattern: str) -> None:
    others = [str(legend_bar(one)) for one in PATTERNS if one != pattern]
    bare = [other.replace(f"d-{one}", "") for other, one in zip(
        others, [one for one in PATTERNS if one != pattern], strict=True)]  # fmt: skip
    assert str(legend_bar(pattern)).replace(f"d-{pattern}", "") not in bare


@pytest.mark.parametrize("sign", SIGNS)
def test_each_dot_differs_without_its_colour(sign: str) -> None:
    bare = {one: str(legend_dot(one)).replace(f"d-{one}", "") for one in SIGNS}
    assert [one for one in SIGNS if bare[one] == bare[sign]] == [sign]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(bars(HOSTILE, [Bar(HOSTILE, 1, HOSTILE)]), id="bars"),
        pytest.param(grouped_bars(HOSTILE, [Group(HOSTILE, (Bar("a", 1, HOSTILE),))]), id="groups"),
        pytest.param(dots_map(HOSTILE, 100, [], [Name(HOSTILE, 300, 50)]), id="names"),
        pytest.param(dots_map(HOSTILE, 100, [], (), [Ring(9, 9, 5, HOSTILE)]), id="rings"),
    ],
)
def test_what_comes_in_is_text_and_the_picture_has_its_title(drawn: str) -> None:
    tree = ET.fromstring(drawn)
    assert tree.attrib["role"] == "img" and tree.attrib["aria-label"] == HOSTILE
    assert not list(tree.iter("script")) and "style=" not in drawn and " id=" not in drawn


def test_groups_keep_one_scale() -> None:
    groups = [Group("Avant", (Bar("x", 5, "5"),)), Group("Après", (Bar("x", 10, "10"),))]
    before, after = (float(box["width"]) for box in boxes(grouped_bars("Gain", groups)))
    assert after == pytest.approx(2 * before, abs=0.1)


def test_no_line_crosses_the_name_of_a_group() -> None:
    groups = [Group(name, (Bar("x", 5, "5"), Bar("y", 2, "2"))) for name in ("Avant", "Après")]
    tree = ET.fromstring(grouped_bars("Gain", groups))
    names = [float(one.attrib["y"]) for one in tree.iter("text") if one.text in ("Avant", "Après")]
    lines = [re.findall(r"[\d.]+", one.attrib["d"]) for one in tree.iter("path")]
    spans = [(float(top), float(bottom)) for _, top, bottom in lines]
    assert len(names) == len(spans) == 2
    assert not any(top <= name <= bottom for name in names for top, bottom in spans)


def dots_of(path: str) -> set[tuple[int, int]]:
    """The places of the dots, read back from the path."""
    place, found = [0, 0], set()
    for step in re.findall(r"[Mm](-?\d+) ?(-?\d+)h0", path):
        place = [place[0] + int(step[0]), place[1] + int(step[1])]
        found.add((place[0], place[1]))
    return found


def test_every_dot_is_at_its_place_to_the_unit() -> None:
    points = np.random.default_rng(5).uniform(0, 600, (500, 2))
    tree = ET.fromstring(dots_map("Carte", 600, [Dots("reach", points)]))
    (path,) = tree.iter("path")
    assert dots_of(path.attrib["d"]) == {(round(x), round(y)) for x, y in points.tolist()}


def test_names_that_would_cover_one_given_before_are_left_out_and_edges_keep_them_whole() -> None:
    names = [Name("Bourgoin", 100, 50), Name("Voiron", 110, 55), Name("Lyon", 1, 200)]
    drawn = dots_map("Carte", 300, [], names)
    assert words(drawn) == ["Bourgoin", "Lyon"]
    lyon = [one for one in ET.fromstring(drawn).iter("text") if one.text == "Lyon"][0]
    assert float(lyon.attrib["x"]) > 10


def test_a_small_bar_is_full_at_most_and_empty_for_what_is_not_known() -> None:
    widths = [float(boxes(small_bar(value))[-1]["width"]) for value in (None, 0.5, 1, 7)]
    assert widths[0] == 0 and widths[1] == pytest.approx(49.5) and widths[2] == widths[3]
