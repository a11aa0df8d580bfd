"""The cases of Tests/ExpressionsTests, worked off by the evaluator in `formulas`, which knows nothing of the Swift one."""

import datetime
import re
from fractions import Fraction
from pathlib import Path

import pytest
from formulas import reading, values
from formulas.aggregating import Source
from formulas.checking import check
from formulas.computing import compute
from formulas.faults import Fault
from formulas.items import item, unit_text
from formulas.values import Number, Overflow, spelled
from formulas.writing import write

TESTS = Path(__file__).resolve().parents[1] / "ExpressionsTests"


def lines(path: str) -> list[tuple[int, list[str]]]:
    text = (TESTS / path).read_text(encoding="utf-8")
    return [(number, line.split("\t")) for number, line in enumerate(text.split("\n"), 1)
            if line and not line.startswith("#")]


def cases(*paths: str):
    found = [pytest.param(fields, id=f"{Path(path).stem}:{number}") for path in paths for number, fields in lines(path)]
    return pytest.mark.parametrize("fields", found)


def formula(field: str) -> str:
    field = field.replace("⏎", "\n").replace("⇥", "\t")
    return re.sub(r"U\+([0-9A-F]{4})", lambda mark: chr(int(mark[1], 16)), field)


ITEMS = {fields[0]: item(fields) for _, fields in lines("Vectors/items.tsv")}
PARTS = {name: None if parts == "-" else [] if parts == "none" else parts.split(", ")
         for _, (name, parts) in lines("Vectors/territories.tsv")}


def given(text: str) -> dict:
    return {} if text == "-" else {
        name: value(written) for name, written in (part.split("=", 1) for part in text.split("; "))}


def value(text: str):
    if text == "?":
        return None
    if text[0] in "{[":
        members = [value(member) for member in text[1:-1].split(", ")] if len(text) > 2 else []
        return frozenset(members) if text[0] == "{" else members
    if text in ("true", "false"):
        return text == "true"
    if text[0] == '"':
        return text[1:-1]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return datetime.date.fromisoformat(text)
    return Number(Fraction(text))


def outcome(text: str, treatment: str, known: dict):
    checked = check(formula(text), ITEMS)
    names = [needed.key + (f".offset({needed.offset})" if needed.offset else "") for needed in checked.inputs]
    return compute(checked, treatment, [known[name] for name in names])


def shown(work) -> str:
    try:
        return spelled(work())
    except Fault as fault:
        return f"! {fault}"


@cases("Vectors/faults.tsv")
def test_a_fault_names_its_place_and_what_was_expected_or_meant(fields):
    with pytest.raises(Fault) as caught:
        check(formula(fields[0]), ITEMS)
    assert str(caught.value) == fields[1]


@cases("Golden/texts.tsv")
def test_both_readers_find_the_same_fault_at_the_same_place(fields):
    try:
        check(formula(fields[0]), ITEMS)
        found = write(reading.read(formula(fields[0])))
    except Fault as fault:
        found = f"! {fault}"
    assert found == fields[1]


@cases("Vectors/operators.tsv", "Vectors/functions.tsv", "Vectors/sets.tsv", "Vectors/missing.tsv", "Golden/random.tsv")
def test_a_formula_gives_its_value(fields):
    assert shown(lambda: outcome(fields[0], fields[1], given(fields[2]))) == fields[3]


@cases("Vectors/printed.tsv")
def test_a_formula_has_a_usual_form_and_says_what_it_needs(fields):
    checked = check(formula(fields[0]), ITEMS)
    usual = write(reading.read(formula(fields[0])))
    assert usual == fields[1]
    assert write(reading.read(usual)) == usual
    assert (unit_text(checked.part.unit) or "-") == fields[2]
    assert ("; ".join(map(str, checked.inputs)) or "-") == fields[3]


@cases("Vectors/indicators.tsv")
def test_an_indicator_divides_last_and_needs_both_sides(fields):
    sides, known = [], given(fields[3])

    def divided():
        sides[:] = [outcome(side, fields[2], known) for side in fields[:2] if side != "-"]
        if len(sides) == 1:
            return sides[0]
        if None in sides or sides[1].value == 0:
            return None
        try:
            return values.divide(*sides)
        except Overflow:
            raise Fault("overflow", (1, 1)) from None

    assert shown(divided) == fields[4]
    if not fields[4].startswith("!"):
        assert " / ".join(map(spelled, sides)) == fields[5]


@cases("Vectors/series.tsv")
def test_values_are_put_together_over_territory_and_time(fields):
    text, territory, period, reported, expected, first = fields
    begin, _, length = period.partition("+")
    source = Source(PARTS, dict(map(observation, reported.split())))
    checked = check(formula(text), ITEMS)
    bases = []

    def computed():
        numbers = []
        for needed, place in zip(checked.inputs, checked.places):
            try:
                number, basis = source.result(needed, territory, month(begin), int(length or 1))
            except Overflow:
                raise Fault("overflow", place) from None
            numbers.append(number)
            bases.append(basis)
        return compute(checked, "lenient", numbers)

    assert shown(computed) == expected
    if not expected.startswith("!"):
        assert bases[0] == first


def observation(text: str):
    name, number = text.split("=")
    key, _, rest = name.partition("@")
    territory, _, period = rest.partition(":")
    return (key, territory, month(period)), value(number)


def month(text: str) -> int:
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1
