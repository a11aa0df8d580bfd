"""The invented items of the vectors, and the units that their numbers have."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    key: str
    kind: str  # element, indicator, answer, cell, column
    scalar: str
    shape: str  # single, set, or the table of a column
    unit: tuple
    choices: tuple
    territory: str = ""
    time: str = ""


def unit(text: str) -> tuple:
    """`reais/família` to ((name, exponent), …), in order of name."""
    powers = {}
    for index, part in enumerate(text.split("/")):
        for name in part.split("·"):
            powers[name] = powers.get(name, 0) + (1 if index == 0 else -1)
    return ordered(powers)


def ordered(powers: dict) -> tuple:
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def joined(one: tuple, other: tuple, times: int = 1) -> tuple:
    powers = dict(one)
    for name, power in other:
        powers[name] = powers.get(name, 0) + power * times
    return ordered(powers)


def unit_text(unit: tuple) -> str:
    above = "·".join("·".join([name] * power) for name, power in unit if power > 0)
    below = "".join(("/" + name) * -power for name, power in unit if power < 0)
    return (above or ("1" if below else "")) + below


def item(fields: list[str]) -> Item:
    key, kind, type_, unit_name, choices = fields
    words = kind.split()
    territory, time = words[1].split("/") if words[0] == "element" else ("", "")
    shape = words[2] if words[0] == "column" else "set" if type_.startswith("set") else "single"
    return Item(
        key, words[0], type_.split()[-1], shape, () if unit_name == "-" else unit(unit_name),
        () if choices == "-" else tuple(choices.split(", ")), territory, time)
