"""A tree to its usual form."""

from .values import spelled

TIGHTNESS = {"or": 1, "and": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6,
             "%": 6, "^": 8}
SIGN = 7


def write(tree) -> str:
    kind, _, *rest = tree
    if kind in ("number", "text", "day", "truth"):
        return spelled(rest[0])
    if kind == "item":
        return rest[0]
    if kind == "signed":
        return rest[0] + bracketed(rest[1], SIGN)
    if kind == "chain":
        level = TIGHTNESS[rest[1][0][0]] + 1
        return bracketed(rest[0], level) + "".join(
            f" {operator} {bracketed(operand, level)}" for operator, _, operand in rest[1])
    if kind == "call":
        arguments = [write(argument) for argument in rest[1]]
        if rest[0] == "is":
            return f"is({arguments[0]} in {', '.join(arguments[1:])})"
        return f"{rest[0]}({', '.join(arguments)})"
    inside = write(rest[0]) if rest[0][0] == "item" else f"({write(rest[0])})"
    return inside + "".join(modifier(label, value) for label, value, _ in rest[1])


def modifier(label: str, value) -> str:
    if label == "yearToDate":
        return ".yearToDate"
    if label.startswith("over "):
        return f".over({label[5:]}: {value})"
    return f".{label}({value})"


def bracketed(tree, level: int) -> str:
    tightness = {"signed": SIGN, "chain": TIGHTNESS[tree[3][0][0]] if tree[0] == "chain" else 0}.get(tree[0], 9)
    return f"({write(tree)})" if tightness < level else write(tree)
