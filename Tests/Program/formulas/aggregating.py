"""Values put together over territory and time."""

import calendar
import datetime

from . import values
from .checking import Input
from .values import Number, Overflow


def months(needed: Input, first: int, length: int) -> list[int]:
    """Months, counted from January of the year 0, whose values are taken for a period."""
    first += needed.offset * length
    last = first + length - 1
    if needed.to_date:
        first = last - last % 12
    return [month for month in range(first, last + 1) if whole(month, needed)]


def whole(month: int, needed: Input) -> bool:
    year, number = month // 12, month % 12 + 1
    begins = datetime.date(year, number, 1)
    ends = datetime.date(year, number, calendar.monthrange(year, number)[1])
    return not (needed.since and begins < needed.since) and not (needed.until and ends > needed.until)


def together(kind: str, present: list[Number]) -> Number | None:
    if not present:
        return None
    if kind == "last":
        return present[-1]
    if kind in ("min", "max"):
        return (min if kind == "min" else max)(present, key=lambda number: number.value)
    total = Number(0)
    for number in present:
        total = values.add(total, number)
    return total if kind == "sum" else values.divide(total, Number(len(present)))


class Source:
    def __init__(self, parts: dict, reported: dict):
        self.parts, self.reported = parts, reported

    def result(self, needed: Input, territory: str, first: int, length: int):
        """The value, how it came about, and how many of the smallest territories reported."""
        span = months(needed, first, length)
        own = lambda place: {month: self.reported[needed.key, place, month] for month in span
                             if (needed.key, place, month) in self.reported}
        leaves = self.leaves(territory)
        covered = sum(bool(own(leaf)) for leaf in leaves)
        if needed.territory == "none":
            return together(needed.time, list(own(territory).values())), f"reported {covered}/{len(leaves)}"
        shares, _, basis = self.shares(needed, territory, own)
        return together(needed.territory, shares), f"{basis} {covered}/{len(leaves)}"

    def leaves(self, place: str) -> list[str]:
        if self.parts[place] is None:
            return [place]
        return [leaf for part in self.parts[place] for leaf in self.leaves(part)]

    def shares(self, needed: Input, place: str, own):
        held = own(place)
        mine = [together(needed.time, list(held.values()))] if held else []
        if self.parts[place] is None:
            return mine, set(held), "reported"
        shares, covered = [], set()
        for part in self.parts[place]:
            below, its_months, _ = self.shares(needed, part, own)
            shares += below
            covered |= its_months
        wins = set(held) >= covered if needed.territory == "sum" else not shares
        if held and wins:
            return mine, set(held), "reported"
        return shares, covered, "parts"
