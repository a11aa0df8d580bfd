"""What can be wrong, and the known name that was probably meant."""


class Fault(Exception):
    def __init__(self, rule: str, place: tuple[int, int], detail: str = ""):
        self.rule, self.place, self.detail = rule, place, detail

    def __str__(self):
        line, column = self.place
        return f"{self.rule} {line}:{column} {self.detail}".strip()


def distance(one: str, other: str) -> int:
    """Letters put in, left out, exchanged, neighbours swapped (no letter touched twice)."""
    table = {}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if i == 0 or j == 0:
                table[i, j] = i + j
                continue
            table[i, j] = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one), len(other)]


def nearest(name: str, known) -> str:
    allowed = max(1, len(name) // 3)
    ranked = [(distance(lowered(name), lowered(candidate)), candidate) for candidate in known
              if abs(len(candidate) - len(name)) <= allowed]
    ranked = sorted(entry for entry in ranked if entry[0] <= allowed)
    return ranked[0][1] if ranked else ""


def lowered(name: str) -> str:
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in name)
