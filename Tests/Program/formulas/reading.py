"""Text to a tree. Nodes are tuples: (kind, place, …)."""

import datetime
import re
from fractions import Fraction

from .faults import Fault, nearest

LENGTH, DEPTH, ITEMS, DIGITS, PERIODS, KEY = 4000, 40, 100, 30, 240, 120

MODIFIERS = ["over", "offset", "yearToDate", "from", "until"]
OVER_TERRITORY = ["sum", "average", "min", "max", "none"]
OVER_TIME = ["sum", "last", "average", "min", "max"]
# name: least and most arguments
FUNCTIONS = {
    "if": (3, 3), "isNull": (1, 1), "isNotNull": (1, 1), "firstNonNull": (1, None), "greatest": (1, None),
    "least": (1, None), "log": (1, 1), "log10": (1, 1), "round": (1, 2), "floor": (1, 1), "ceil": (1, 1), "abs": (1, 1),
    "min": (1, None), "max": (1, None), "sum": (1, None), "avg": (1, None), "count": (1, None), "contains": (2, 2),
    "union": (2, None), "is": (2, None), "days": (2, 2), "age": (2, 2),
}
LEVELS = [["or", "||"], ["and", "&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]]
WRITTEN = {"||": "or", "&&": "and"}

WORD = r"[A-Za-z_][A-Za-z0-9_]*"
TOKENS = [
    ("gap", r"[ \t\n\r\u00a0]+"),
    ("day", r"\d{4}-\d{2}-\d{2}(?![A-Za-z0-9_])"),
    ("number", r"\d+(?:\.\d+)?(?![0-9A-Za-z_])(?!\.(?![A-Za-z_]))|\d+\.\d+(?![0-9A-Za-z_])"),
    ("broken", r"\d+(?:\.\d*)?[0-9A-Za-z_]*"),
    ("name", rf"{WORD}(?:\.(?!(?:{'|'.join(MODIFIERS)})(?![A-Za-z0-9_])){WORD})*"),
    ("symbol", r"<=|>=|==|!=|&&|\|\||[()\[\],.:+\-*/%^<>!]"),
]
SCANNER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TOKENS), re.ASCII)


def unseen(character: str) -> bool:
    code = ord(character)
    return code < 0x20 or 0x7F <= code <= 0x9F or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069


def scan(text: str):
    if len(text) > LENGTH:
        raise Fault("tooLong", (1, 1))
    tokens, position, line, column = [], 0, 1, 1
    while position < len(text):
        place = (line, column)
        if text[position] in "\"'":
            value, end = quoted(text, position, place)
            kind = "text"
        else:
            found = SCANNER.match(text, position)
            if not found:
                stray(text[position], place)
            kind, value, end = found.lastgroup, found.group(), found.end()
            if kind == "number" and len(value) > 1 and value[0] == "0" and value[1] != ".":
                kind = "broken"
            if kind == "broken":
                raise Fault("malformedNumber", place)
            if kind == "number":
                if len(value.replace(".", "")) > DIGITS:
                    raise Fault("numberTooLong", place)
                value = Fraction(value)
            if kind == "day":
                try:
                    value = datetime.date.fromisoformat(value)
                except ValueError:
                    raise Fault("noSuchDay", place) from None
        if kind != "gap":
            tokens.append((kind, value, place))
        for character in text[position:end]:
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
        position = end
    return tokens + [("end", "", (line, column))]


def stray(character: str, place):
    expected = {"=": "==", "&": "&&", "|": "||"}.get(character)
    raise Fault("unexpected", place, expected) if expected else Fault("character", place)


def quoted(text: str, start: int, place):
    value, position = "", start + 1
    while position < len(text):
        character = text[position]
        here = (place[0], place[1] + position - start)
        if character == text[start]:
            return value, position + 1
        if character in "\n\r":
            break
        if character == "\\":
            if position + 1 == len(text):
                break
            if text[position + 1] not in "\"'\\":
                raise Fault("unknownEscape", here)
            position += 1
            character = text[position]
        elif unseen(character):
            raise Fault("character", here)
        value += character
        position += 1
    raise Fault("unclosedText", place)


class Reader:
    def __init__(self, text: str):
        self.tokens, self.at, self.depth, self.items = scan(text), 0, 0, 0

    def formula(self):
        if self.kind == "end":
            raise Fault("empty", self.place)
        tree = self.chain(0)
        if self.kind != "end":
            self.wrong("operation")
        return tree

    kind = property(lambda self: self.tokens[self.at][0])
    value = property(lambda self: self.tokens[self.at][1])
    place = property(lambda self: self.tokens[self.at][2])

    def sees(self, *symbols) -> bool:
        return self.kind in ("symbol", "name") and self.value in symbols

    def wrong(self, expected: str):
        raise Fault("unexpected", self.place, expected)

    def take(self, symbol: str, expected: str):
        if not self.sees(symbol):
            self.wrong(expected)
        self.at += 1

    def deeper(self):
        self.depth += 1
        if self.depth > DEPTH:
            raise Fault("tooDeep", self.place)

    def chain(self, level: int):
        if level == len(LEVELS):
            return self.signed()
        first, links = self.chain(level + 1), []
        while self.sees(*LEVELS[level]):
            operator, place = WRITTEN.get(self.value, self.value), self.place
            self.at += 1
            links.append((operator, place, self.chain(level + 1)))
        return ("chain", first[1], first, links) if links else first

    def signed(self):
        if not self.sees("+", "-", "!"):
            return self.power()
        sign, place = self.value, self.place
        self.deeper()
        self.at += 1
        operand = self.signed()
        self.depth -= 1
        return ("signed", place, sign, operand)

    def power(self):
        base, links = self.modified(), []
        while self.sees("^"):
            place = self.place
            self.at += 1
            links.append(("^", place, self.exponent()))
        return ("chain", base[1], base, links) if links else base

    def exponent(self):
        if not self.sees("+", "-"):
            return self.modified()
        sign, place = self.value, self.place
        self.deeper()
        self.at += 1
        operand = self.exponent()
        self.depth -= 1
        return ("signed", place, sign, operand)

    def modified(self):
        place, bracket = self.place, self.sees("(")
        if bracket:
            self.deeper()
            self.at += 1
            tree = self.chain(0)
            self.take(")", ")")
            self.depth -= 1
        else:
            tree = self.single()
        if not (bracket or tree[0] == "item") or not self.sees("."):
            return tree
        return ("modified", place, tree, self.modifiers())

    def single(self):
        kind, value, place = self.tokens[self.at]
        if kind in ("number", "text", "day"):
            self.at += 1
            return (kind, place, value)
        if kind == "name" and value in ("true", "false"):
            self.at += 1
            return ("truth", place, value == "true")
        if kind != "name" or value in ("and", "or", "in"):
            self.wrong("value")
        self.at += 1
        return self.call(value, place) if self.sees("(") else self.item(value, place)

    def item(self, name: str, place):
        self.items += 1
        if self.items > ITEMS:
            raise Fault("tooManyItems", place)
        cell = []
        if self.sees("["):
            while True:
                self.at += 1
                if self.kind != "name":
                    self.wrong("cellName")
                cell.append(self.value)
                self.at += 1
                if len(cell) == 2 or not self.sees(","):
                    break
            self.take("]", "]" if len(cell) == 2 else ", ]")
        key = name + (f"[{', '.join(cell)}]" if cell else "")
        if len(key) > KEY:
            raise Fault("keyTooLong", place)
        return ("item", place, key)

    def call(self, name: str, place):
        if name not in FUNCTIONS:
            if "." in name:
                word = name.rsplit(".", 1)[1]
                raise Fault("unknownModifier", (place[0], place[1] + len(name) - len(word)), nearest(word, MODIFIERS))
            raise Fault("unknownFunction", place, nearest(name, FUNCTIONS))
        self.at -= 1
        self.deeper()
        self.at += 2
        arguments = []
        if not self.sees(")"):
            arguments.append(self.chain(0))
            if name == "is":
                self.take("in", "in")
                arguments.append(self.chain(0))
            while self.sees(","):
                self.at += 1
                arguments.append(self.chain(0))
        self.take(")", ", )")
        self.depth -= 1
        least, most = FUNCTIONS[name]
        if len(arguments) < least or (most and len(arguments) > most):
            raise Fault("argumentCount", place)
        return ("call", place, name, arguments)

    def modifiers(self):
        modifiers = []
        while self.sees("."):
            self.at += 1
            for label, value, place in self.modifier():
                if label != "offset" and any(label == other for other, _, _ in modifiers):
                    raise Fault("repeatedModifier", place)
                modifiers.append((label, value, place))
        return modifiers

    def modifier(self):
        word, place = self.value, self.place
        if self.kind != "name":
            self.wrong("modifier")
        if word not in MODIFIERS:
            raise Fault("unknownModifier", place, nearest(word, MODIFIERS))
        self.at += 1
        if word == "yearToDate":
            return [(word, None, place)]
        self.take("(", "(")
        if word == "over":
            changes = [self.aggregation(place)]
            if self.sees(","):
                self.at += 1
                changes.append(self.aggregation(place))
                if changes[0][0] == changes[1][0]:
                    raise Fault("repeatedModifier", place)
        elif word == "offset":
            changes = [(word, self.periods(), place)]
        else:
            if self.kind != "day":
                self.wrong("day")
            changes = [(word, self.value, place)]
            self.at += 1
        self.take(")", ")")
        return changes

    def aggregation(self, place):
        if not self.sees("territory", "time"):
            self.wrong("dimension")
        dimension = self.value
        self.at += 1
        self.take(":", ":")
        if self.kind != "name":
            self.wrong("aggregation")
        known = OVER_TERRITORY if dimension == "territory" else OVER_TIME
        if self.value not in known:
            raise Fault("unknownAggregation", self.place, nearest(self.value, known))
        self.at += 1
        return (f"over {dimension}", self.tokens[self.at - 1][1], place)

    def periods(self) -> int:
        place, sign = self.place, 1
        if self.sees("-", "+"):
            sign = -1 if self.value == "-" else 1
            self.at += 1
        if self.kind != "number" or self.value.denominator != 1:
            self.wrong("wholeNumber")
        if self.value > PERIODS:
            raise Fault("offsetTooFar", place)
        self.at += 1
        return sign * int(self.tokens[self.at - 1][1])


def read(text: str):
    return Reader(text).formula()
