"""Numbers, days and telephones as French people write them: 5 200, 0,23, 1er décembre 2022."""

from __future__ import annotations

import re

from bot.orientation.dates import MONTHS

NARROW_NO_BREAK = "\u202f"


def number(value: float, decimals: int = 2) -> str:
    """None of the decimals or all of them, as for money; thousands apart."""
    if value == int(value):
        return f"{int(value):,}".replace(",", NARROW_NO_BREAK)
    whole, _, rest = f"{value:,.{decimals}f}".partition(".")
    return f"{whole.replace(',', NARROW_NO_BREAK)},{rest}"


def measure(value: float) -> str:
    """A number that is no money: as few decimals as it has, two at most."""
    return f"{round(value, 2):g}".replace(".", ",") if value != int(value) else number(value)


def with_unit(value: float, unit: str | None) -> str:
    """ "1 an", "2 ans", "3 mois": a unit is given in the plural."""
    singular = value < 2 and unit is not None and unit != "mois" and unit.endswith("s")
    return f"{measure(value)} {unit[:-1] if singular and unit else unit or ''}".rstrip()


PHONE = re.compile(r"\+?\d[\d .]{3,19}")


def phone(text: str) -> str:
    """A French number in pairs, "04 00 00 00 00" or "+33 4 76 00 00 00"; others as given."""
    signs = re.sub(r"[\s.\-]|\(0\)", "", text)
    if found := re.fullmatch(r"(0|\+33|0033)([1-9])(\d{8})", signs):
        beginning, first, rest = found.groups()
        start = f"0{first}" if beginning == "0" else f"+33 {first}"
        return " ".join((start, *re.findall("..", rest)))
    return text


def phone_in(text: str | None) -> str | None:
    """The first number to call in a text, in pairs; None without any."""
    found = PHONE.search(text or "")
    return phone(found.group().strip()) if found else None


def day(text: str) -> str:
    """ "2026-04-01", "2026-04" or "2026" -> 1er avril 2026, avril 2026, 2026."""
    year, *rest = text.split("-")
    words = [year]
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        words.insert(0, "1er" if int(rest[1]) == 1 else str(int(rest[1])))
    return " ".join(words)
