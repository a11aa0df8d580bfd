"""The answer in the form in which all engines give it (AgreedReport.swift), to be compared byte by byte."""

REASONS = ["month", "municipality", "nis", "value"]
STATES = {11: "RO", 12: "AC", 13: "AM", 14: "RR", 15: "PA", 16: "AP", 17: "TO", 21: "MA", 22: "PI", 23: "CE", 24: "RN",
          25: "PB", 26: "PE", 27: "AL", 28: "SE", 29: "BA", 31: "MG", 32: "ES", 33: "RJ", 35: "SP", 41: "PR", 42: "SC",
          43: "RS", 50: "MS", 51: "MT", 52: "GO", 53: "DF"}


def write(path, places, states, country, read, accepted, rejections):
    """places: code, parcels, people, cents, without CPF, late, suspect; states: IBGE number of the state, people."""
    lines = ["M;" + ";".join(str(int(cell)) for cell in place) for place in sorted(places)]
    lines += [f"S;{unit};{people}" for unit, people in sorted((STATES[state], people) for state, people in states)]
    lines += [f"C;{country}", f"A;{read};{accepted}"]
    lines += [f"R;{reason};{rejections[reason]}" for reason in REASONS]
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
