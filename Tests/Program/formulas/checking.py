"""Whether a formula fits its items: types, units, choices, modifiers; and what it needs."""

from dataclasses import dataclass, field, replace

from . import reading
from .faults import Fault, nearest
from .items import joined, unit_text

TOGETHER = {"min", "max", "sum", "avg", "count", "contains", "union"}


@dataclass(frozen=True)
class Input:
    key: str
    territory: str = ""
    time: str = ""
    offset: int = 0
    to_date: bool = False
    since: object = None
    until: object = None

    def __str__(self):
        text = self.key
        if self.territory:
            text += f".over(territory: {self.territory}).over(time: {self.time})"
        text += f".offset({self.offset})" if self.offset else ""
        text += ".yearToDate" if self.to_date else ""
        text += f".from({self.since})" if self.since else ""
        return text + (f".until({self.until})" if self.until else "")


@dataclass(frozen=True)
class Part:
    """What a part of the tree is. `tree` is the part itself, its items replaced by inputs."""

    tree: tuple
    place: tuple
    scalar: str
    shape: str = "single"
    unit: tuple = ()
    exact: bool = True
    choices: tuple = ()
    text: object = None
    whole: object = None

    @property
    def type(self) -> str:
        if self.shape == "single":
            return self.scalar
        return ("set of " if self.shape == "set" else "column of ") + self.scalar


@dataclass
class Checker:
    items: dict
    inputs: list = field(default_factory=list)
    places: list = field(default_factory=list)

    def part(self, tree, around=()) -> Part:
        kind, place, *rest = tree
        if kind == "number":
            whole = int(rest[0]) if rest[0].denominator == 1 else None
            return Part(tree, place, "number", whole=whole)
        if kind == "text":
            return Part(tree, place, "text", text=rest[0])
        if kind in ("day", "truth"):
            return Part(tree, place, kind)
        if kind == "item":
            return self.item(rest[0], place, around)
        if kind == "modified":
            if not any_item(rest[0]):
                raise Fault("modifierWithoutItem", rest[1][0][2])
            return self.part(rest[0], (*around, rest[1]))
        if kind == "signed":
            operand = self.part(rest[1], around)
            want(operand, "truth" if rest[0] == "!" else "number")
            whole = operand.whole
            if rest[0] == "-" and whole is not None:
                whole = -whole
            return replace(operand, tree=("signed", place, rest[0], operand.tree), place=place, whole=whole, text=None,
                           choices=())
        if kind == "chain":
            chain = self.part(rest[0], around)
            first, links = chain, []
            for operator, at, operand in rest[1]:
                right = self.part(operand, around)
                chain = link(chain, operator, at, right)
                links.append((operator, at, right.tree))
            return replace(chain, tree=("chain", place, first.tree, links, is_column(chain.shape)))
        parts = [self.part(argument, around) for argument in rest[1]]
        return call(rest[0], place, parts)

    def item(self, key: str, place, around) -> Part:
        item = self.items.get(key)
        if not item:
            raise Fault("unknownItem", place, self.meant(key))
        allowed = {"element": None, "indicator": ("offset", "from", "until")}.get(item.kind, ())
        for modifiers in around:
            for label, _, at in modifiers:
                if allowed is not None and label not in allowed:
                    raise Fault("modifierNotAllowed", at)
        # From the outside in: the nearer wins, offsets add up, days narrow.
        offset, to_date, since, until, territory, time = 0, False, None, None, item.territory, item.time
        for modifiers in around:
            for label, value, _ in modifiers:
                if label == "offset":
                    offset += value
                elif label == "yearToDate":
                    to_date = True
                elif label == "from":
                    since = max(since or value, value)
                elif label == "until":
                    until = min(until or value, value)
                elif label == "over territory":
                    territory = value
                else:
                    time = value
        if abs(offset) > reading.PERIODS:
            raise Fault("offsetTooFar", place)
        needed = Input(key, territory, time, offset, to_date, since, until)
        if needed not in self.inputs:
            self.inputs.append(needed)
            self.places.append(place)
        return Part(("input", place, self.inputs.index(needed), item), place, item.scalar, item.shape, item.unit,
                    choices=item.choices)

    def meant(self, key: str) -> str:
        before, _, last = key.rpartition(".")
        if before in self.items and nearest(last, reading.MODIFIERS):
            return f"{before}.{nearest(last, reading.MODIFIERS)}"
        return nearest(key, self.items)


def any_item(tree) -> bool:
    if isinstance(tree, tuple) and tree and tree[0] == "item":
        return True
    return isinstance(tree, (tuple, list)) and any(any_item(part) for part in tree)


def is_column(shape: str) -> bool:
    return shape not in ("single", "set")


def mistyped(part: Part, expected: str):
    raise Fault("wrongType", part.place, f"{part.type} / {expected}")


def want(part: Part, *scalars: str):
    if part.scalar not in scalars or part.shape == "set":
        mistyped(part, " or ".join(scalars))


def want_same(left: Part, right: Part):
    if left.shape == "set":
        mistyped(left, "single")
    if right.shape == "set" or right.scalar != left.scalar:
        mistyped(right, left.scalar)


def want_choice(one: Part, other: Part):
    for choice, written in ((one, other), (other, one)):
        if choice.choices and written.text is not None and written.text not in choice.choices:
            raise Fault("unknownChoice", written.place, nearest(written.text, choice.choices))


def same_unit(left: tuple, right: tuple, place) -> tuple:
    if left and right and left != right:
        raise Fault("differentUnits", place, f"{unit_text(left)} / {unit_text(right)}".strip())
    return left or right


def same_table(parts: list[Part]) -> str:
    shape = "single"
    for part in parts:
        if is_column(part.shape):
            if shape not in ("single", part.shape):
                raise Fault("differentTables", part.place)
            shape = part.shape
    return shape


def link(left: Part, operator: str, place, right: Part) -> Part:
    scalar, unit, exact = "number", (), left.exact and right.exact
    if operator in ("or", "and"):
        want(left, "truth")
        want(right, "truth")
        scalar = "truth"
    elif operator in ("==", "!=", "<", ">", "<=", ">="):
        if operator not in ("==", "!="):
            want(left, "number", "day")
        want_same(left, right)
        want_choice(left, right)
        same_unit(left.unit, right.unit, place)
        scalar = "truth"
    else:
        want(left, "number")
        want(right, "number")
        if operator in ("+", "-", "%"):
            unit = same_unit(left.unit, right.unit, place)
        elif operator in ("*", "/"):
            unit = joined(left.unit, right.unit, 1 if operator == "*" else -1)
        else:
            if right.unit:
                raise Fault("differentUnits", place, f"{unit_text(right.unit)} /")
            if left.unit:
                if right.whole is None or abs(right.whole) > 9:
                    raise Fault("differentUnits", place, f"{unit_text(left.unit)} /")
                unit = joined((), left.unit, right.whole)
            exact = exact and right.whole is not None
    return Part((), left.place, scalar, same_table([left, right]), unit, exact)


def call(name: str, place, parts: list[Part]) -> Part:
    first = parts[0]
    ARGUMENTS.get(name, lambda parts: None)(parts)
    shape = "single" if name in TOGETHER else same_table(parts)
    scalar, unit, choices = "number", (), ()
    exact = all(part.exact for part in parts) and name not in ("log", "log10")
    if name in ("if", "firstNonNull"):
        branches = parts[1:] if name == "if" else parts
        for part in branches[1:]:
            if part.scalar != branches[0].scalar or (part.shape == "set") != (branches[0].shape == "set"):
                mistyped(part, branches[0].type)
        scalar, unit = branches[0].scalar, units(branches)
        if branches[0].shape == "set":
            if name == "if" and first.shape != "single":
                mistyped(first, "single")
            shape = "set"
    elif name in ("isNull", "isNotNull"):
        scalar = "truth"
    elif name in ("greatest", "least", "min", "max", "sum", "avg", "union"):
        alike(parts)
        scalar, unit = first.scalar, units(parts)
        if name == "union":
            shape = "set"
            if all(part.choices for part in parts):
                choices = tuple(dict.fromkeys(choice for part in parts for choice in part.choices))
    elif name in ("round", "floor", "ceil", "abs"):
        unit = first.unit
        if len(parts) > 1 and (parts[1].whole is None or abs(parts[1].whole) > 12):
            raise Fault("placesNotConstant", parts[1].place)
    elif name in ("log", "log10"):
        if first.unit:
            raise Fault("differentUnits", first.place, f"{unit_text(first.unit)} /")
    elif name == "count":
        alike(parts)
    elif name in ("contains", "is"):
        scalar = "truth"
        if name == "contains" and parts[1].shape != "single":
            mistyped(parts[1], "single")
        if name == "is" and first.shape == "set":
            mistyped(first, "single")
        for part in parts[1:]:
            want_choice(first, part)
            same_unit(first.unit, part.unit, part.place)
    else:
        unit = (("dias" if name == "days" else "anos", 1),)
    tree = ("call", place, name, [part.tree for part in parts], is_column(shape))
    return Part(tree, place, scalar, shape, unit, exact, choices)


def alike(parts: list[Part]):
    for part in parts:
        if part.scalar != parts[0].scalar:
            mistyped(part, parts[0].scalar)


def units(parts: list[Part]) -> tuple:
    unit = parts[0].unit
    for part in parts[1:]:
        unit = same_unit(unit, part.unit, part.place)
    return unit


def each(*scalars: str):
    def check(parts):
        for part in parts:
            want(part, *scalars)
    return check


def poured(*scalars: str):
    def check(parts):
        for part in parts:
            if part.scalar not in scalars:
                mistyped(part, " or ".join(scalars))
    return check


def sets(parts):
    for part in parts:
        if part.shape == "single":
            mistyped(part, "set or column")


def members(parts):
    for part in parts[1:]:
        if part.scalar != parts[0].scalar or part.shape == "set":
            mistyped(part, parts[0].scalar)


def contained(parts):
    sets(parts[:1])
    members(parts)


ARGUMENTS = {
    "if": lambda parts: want(parts[0], "truth"), "round": lambda parts: want(parts[0], "number"),
    "greatest": each("number", "day"), "least": each("number", "day"), "log": each("number"), "log10": each("number"),
    "floor": each("number"), "ceil": each("number"), "abs": each("number"), "days": each("day"), "age": each("day"),
    "min": poured("number", "day"), "max": poured("number", "day"), "sum": poured("number"), "avg": poured("number"),
    "contains": contained, "is": members, "union": sets,
}


@dataclass(frozen=True)
class Checked:
    part: Part
    inputs: tuple
    places: tuple


def check(text: str, items: dict) -> Checked:
    checker = Checker(items)
    part = checker.part(reading.read(text))
    if not part.exact and any(name == "reais" for name, _ in part.unit):
        raise Fault("inexactMoney", part.place)
    return Checked(part, tuple(checker.inputs), tuple(checker.places))
