"""The value of a checked formula."""

import datetime

from . import values
from .checking import Checked
from .faults import Fault
from .values import Number, Overflow, Undefined

KEEPS_MISSING = {"isNull", "isNotNull", "firstNonNull", "greatest", "least", "min", "max", "sum", "avg", "count",
                 "contains", "union", "is"}
ARITHMETIC = {"+": values.add, "-": lambda one, other: values.add(one, Number(-other.value, other.exact)),
              "*": values.multiply, "/": values.divide, "%": values.remainder, "^": values.power}
COMPARED = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
            "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}
SCALARS = {"number": Number, "text": str, "day": datetime.date, "truth": bool}


def compute(checked: Checked, treatment: str, given: list):
    """`given`: a value or None for each input."""
    for input_, place, value, item in zip(checked.inputs, checked.places, given, items_of(checked)):
        if value is not None and not fits(value, item):
            raise Fault("wrongInput", place, input_.key)
    missing = [value is None for value in given]
    if treatment == "strict" and any(missing) or treatment == "lenient" and missing and all(missing):
        return None
    return Computer(given, treatment == "lenient").value(checked.part.tree, treatment == "lenient")


def items_of(checked: Checked) -> list:
    found = {}

    def walk(tree):
        if isinstance(tree, tuple) and tree and tree[0] == "input":
            found[tree[2]] = tree[3]
        elif isinstance(tree, (tuple, list)):
            for part in tree:
                walk(part)

    walk(checked.part.tree)
    return [found[index] for index in range(len(checked.inputs))]


def fits(value, item) -> bool:
    scalar = SCALARS[item.scalar]
    if item.shape == "single":
        return type(value) is scalar
    if item.shape == "set":
        return isinstance(value, frozenset) and all(type(member) is scalar for member in value)
    return isinstance(value, list) and all(member is None or type(member) is scalar for member in value)


class Computer:
    def __init__(self, given: list, leaves_out: bool):
        self.given, self.leaves_out = given, leaves_out

    def value(self, tree, zero: bool):
        kind, place, *rest = tree
        if kind == "number":
            return Number(rest[0])
        if kind in ("text", "day", "truth"):
            return rest[0]
        if kind == "input":
            value, item = self.given[rest[0]], rest[1]
            if value is None and zero and item.scalar == "number" and item.shape == "single":
                return Number(0)
            return value
        if kind == "signed":
            return self.rows([self.value(rest[1], zero)], False, place, lambda row: signed(rest[0], row[0]))
        if kind == "chain":
            first, links, column = rest
            operands = [self.value(first, zero)] + [self.value(operand, zero) for _, _, operand in links]
            return self.rows(operands, column, links[0][1], lambda row: chained(row, links))
        name, arguments, column = rest
        if name == "if" and not column:
            condition = self.value(arguments[0], zero)
            return None if condition is None else self.value(arguments[1 if condition else 2], zero)
        inner = zero and name not in KEEPS_MISSING
        operands = [self.value(argument, inner) for argument in arguments]
        if name in ("min", "max", "sum", "avg", "count", "contains", "union"):
            with Overflowing(place):
                return self.together(name, operands, zero)
        if name in ("isNull", "isNotNull", "firstNonNull") and not column:
            if name == "firstNonNull":
                return next((operand for operand in operands if operand is not None), None)
            return (operands[0] is None) == (name == "isNull")
        return self.rows(operands, column, place, lambda row: self.called(name, row, place))

    def rows(self, operands: list, column: bool, place, compute):
        lengths = [len(operand) for operand in operands if isinstance(operand, list)]
        if len(set(lengths)) > 1:
            raise Fault("unequalColumns", place)
        if not lengths:
            return None if column else compute(operands)
        return [
            compute([operand[row] if isinstance(operand, list) else operand for operand in operands])
            for row in range(lengths[0])]

    def called(self, name: str, row: list, place):
        if name == "if":
            return None if row[0] is None else row[1 if row[0] else 2]
        if name in ("isNull", "isNotNull"):
            return (row[0] is None) == (name == "isNull")
        if name == "firstNonNull":
            return next((value for value in row if value is not None), None)
        if name in ("greatest", "least"):
            return self.extreme(row, name == "greatest")
        if name == "is":
            return self.among(row[0], row[1:])
        if None in row:
            return None
        if name == "days":
            return Number((row[1] - row[0]).days)
        if name == "age":
            years = values.completed_years(*row)
            return None if years is None else Number(years)
        number = row[0]
        if name in ("log", "log10"):
            try:
                return values.log(number, 10 if name == "log10" else None)
            except Undefined:
                return None
        if name == "round":
            with Overflowing(place):
                return values.rounded(number, int(row[1].value) if len(row) > 1 else 0)
        if name == "abs":
            return Number(abs(number.value), number.exact)
        floor = number.value.numerator // number.value.denominator
        whole = floor if name == "floor" or floor == number.value else floor + 1
        return Number(whole, number.exact)

    def together(self, name: str, operands: list, zero: bool):
        if name == "contains":
            if operands[0] is None or operands[1] is None:
                return None
            return self.among(operands[1], list(operands[0]))
        members, lacking = [], False
        for operand in operands:
            if isinstance(operand, (list, frozenset)):
                members += [member for member in operand if member is not None]
                lacking = lacking or None in operand
            elif operand is None:
                lacking = True
            else:
                members.append(operand)
        if lacking and not self.leaves_out:
            return None
        if name == "count":
            return Number(sum(member is not False for member in members))
        if name == "union":
            return frozenset(members)
        if name in ("min", "max"):
            return self.extreme(members, name == "max")
        if not members and (name == "avg" or lacking and not zero):
            return None
        total = Number(0)
        for member in members:
            total = values.add(total, member)
        return values.divide(total, Number(len(members))) if name == "avg" else total

    def extreme(self, row: list, greatest: bool):
        present = [value for value in row if value is not None]
        if not present or len(present) < len(row) and not self.leaves_out:
            return None
        return (max if greatest else min)(present, key=ranked)

    def among(self, needle, members: list):
        if needle is None:
            return None
        if any(member is not None and member == needle for member in members):
            return True
        return None if None in members and not self.leaves_out else False


def ranked(value):
    return value.value if isinstance(value, Number) else value


class Overflowing:
    def __init__(self, place):
        self.place = place

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is Overflow:
            raise Fault("overflow", self.place) from None
        return False


def signed(sign: str, value):
    if value is None or sign == "+":
        return value
    return not value if sign == "!" else Number(-value.value, value.exact)


def chained(row: list, links: list):
    operator = links[0][0]
    if operator in ("and", "or"):
        deciding = operator == "or"
        if any(value is deciding for value in row):
            return deciding
        return None if None in row else not deciding
    result = row[0]
    for (operator, place, _), right in zip(links, row[1:]):
        if result is None or right is None:
            result = None
        elif operator in COMPARED:
            result = COMPARED[operator](ranked(result), ranked(right))
        else:
            try:
                with Overflowing(place):
                    result = ARITHMETIC[operator](result, right)
            except Undefined:
                result = None
    return result
