"""Values: a number is a Fraction with a mark; a set a frozenset; a column a list; a missing value None."""

import datetime
import math
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

BOUND = 2**127 - 1
PLACES = 12
PRECISE = Context(prec=90, Emax=10**6, Emin=-(10**6))


class Overflow(Exception):
    pass


class Undefined(Exception):
    """There is no such number."""


class Number:
    def __init__(self, value, exact: bool = True):
        self.value, self.exact = Fraction(value), exact
        fit(self.value.numerator, self.value.denominator)

    def __eq__(self, other):
        return isinstance(other, Number) and self.value == other.value

    def __hash__(self):
        return hash(self.value)


def fit(*parts: int):
    if any(abs(part) > BOUND for part in parts):
        raise Overflow


def common(one: Fraction, other: Fraction) -> tuple[int, int, int]:
    """Numerators over the least common denominator; each has to fit."""
    bottom = math.lcm(one.denominator, other.denominator)
    left, right = (side.numerator * (bottom // side.denominator) for side in (one, other))
    fit(left, right, bottom)
    return left, right, bottom


def add(one: Number, other: Number) -> Number:
    left, right, bottom = common(one.value, other.value)
    fit(left + right)
    return Number(Fraction(left + right, bottom), one.exact and other.exact)


def multiply(one: Number, other: Number) -> Number:
    return Number(one.value * other.value, one.exact and other.exact)


def divide(one: Number, other: Number) -> Number:
    if other.value == 0:
        raise Undefined
    return Number(one.value / other.value, one.exact and other.exact)


def remainder(one: Number, other: Number) -> Number:
    if other.value == 0:
        raise Undefined
    left, right, bottom = common(one.value, other.value)
    rest = abs(left) % abs(right)
    return Number(Fraction(-rest if left < 0 else rest, bottom), one.exact and other.exact)


def power(base: Number, exponent: Number) -> Number:
    b, e = base.value, exponent.value
    exact = base.exact and exponent.exact
    if e.denominator == 1:
        if b == 0 and e < 0:
            raise Undefined
        if abs(e) > 127 and b not in (0, 1, -1):
            raise Overflow
        if abs(e) > 127:
            e = e % 2 + 2
        return Number(b ** int(e), exact)
    if b == 0:
        if e < 0:
            raise Undefined
        return Number(0, False)
    if b < 0:
        raise Undefined
    if abs(e) > 100:
        raise Overflow
    tens = PRECISE.divide(PRECISE.multiply(logarithm(b), decimal(e)), PRECISE.ln(Decimal(10)))
    shift = int(tens.to_integral_value(ROUND_FLOOR))
    if shift >= 37:
        raise Overflow
    if shift < -24:
        return Number(0, False)
    mantissa = PRECISE.power(Decimal(10), PRECISE.subtract(tens, Decimal(shift)))
    digits = mantissa.quantize(Decimal(1).scaleb(1 - PLACES), ROUND_HALF_UP, PRECISE)
    return Number(Fraction(digits) * Fraction(10) ** shift, False)


def decimal(value: Fraction) -> Decimal:
    return PRECISE.divide(Decimal(value.numerator), Decimal(value.denominator))


def logarithm(value: Fraction) -> Decimal:
    return PRECISE.subtract(PRECISE.ln(Decimal(value.numerator)), PRECISE.ln(Decimal(value.denominator)))


def log(number: Number, base=None) -> Number:
    if number.value <= 0:
        raise Undefined
    result = logarithm(number.value)
    if base:
        result = PRECISE.divide(result, PRECISE.ln(Decimal(base)))
    return Number(Fraction(result.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP, PRECISE)), False)


def rounded(number: Number, places: int) -> Number:
    """Half away from zero; the units of the last place have to fit."""
    scale = Fraction(10) ** abs(places)
    if places < 0:
        scaled = divide(number, Number(scale))
        return multiply(rounded(scaled, 0), Number(scale))
    if (scale / number.value.denominator).denominator == 1:
        return number
    units = int(abs(number.value) * scale + Fraction(1, 2))
    fit(units)
    return Number(Fraction(-units if number.value < 0 else units) / scale, number.exact)


def completed_years(birth: datetime.date, on: datetime.date):
    if on < birth:
        return None
    years = on.year - birth.year
    return years if (on.month, on.day) >= (birth.month, birth.day) else years - 1


def spelled(value) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return spelled_fraction(value)
    if isinstance(value, Number):
        return ("" if value.exact else "≈") + spelled_fraction(value.value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(spelled, value))) + "}"
    return "[" + ", ".join("?" if entry is None else spelled(entry) for entry in value) + "]"


def spelled_fraction(value: Fraction) -> str:
    for places in range(39):
        units = value * 10**places
        if units.denominator == 1:
            if abs(units.numerator) > BOUND:
                break
            digits = str(abs(units.numerator)).rjust(places + 1, "0")
            sign = "-" if value < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return f"{value.numerator}/{value.denominator}"
