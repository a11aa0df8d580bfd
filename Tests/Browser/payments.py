"""Invented payments files in the layout of the Portal da Transparência. No person in them exists."""

from dataclasses import dataclass

HEADER = (
    '"MÊS COMPETÊNCIA";"MÊS REFERÊNCIA";"UF";"CÓDIGO MUNICÍPIO SIAFI";"NOME MUNICÍPIO";"CPF FAVORECIDO";'
    '"NIS FAVORECIDO";"NOME FAVORECIDO";"VALOR PARCELA"'
)


@dataclass(frozen=True)
class Payment:
    siafi: str
    municipality: str
    person: int
    reais: str
    month_of_parcel: str = "202311"
    state: str = "MT"


def nis(person: int) -> str:
    """An invented NIS with a right check digit."""
    first_ten = f"12{person:08d}"
    total = sum(int(digit) * weight for digit, weight in zip(first_ten, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)))
    last = 11 - total % 11
    return first_ten + str(0 if last >= 10 else last)


def payments_file(payments, month: str = "202311") -> bytes:
    lines = [HEADER]
    for payment in payments:
        cells = (
            month, payment.month_of_parcel, payment.state, payment.siafi, payment.municipality, "***.111.222-**",
            nis(payment.person), f"PESSOA INVENTADA {payment.person}", payment.reais,
        )
        lines.append(";".join(f'"{cell}"' for cell in cells))
    return ("\r\n".join(lines) + "\r\n").encode("latin-1")


# Água Boa: 1.234 parcels of 1.233 families, one of them paid late; R$ 740.700,50. Cuiabá: two of R$ 650,00.
PAYMENTS = (
    [Payment("9191", "AGUA BOA", person, "600,00") for person in range(1, 1_233)]
    + [Payment("9191", "AGUA BOA", 9_000, "1200,00"), Payment("9191", "AGUA BOA", 9_000, "300,50", "202310")]
    + [Payment("9067", "CUIABA", person, "650,00") for person in (5_001, 5_002)]
)
MONTH = "2023-11"
AGUA_BOA = {"families": "1.233", "parcels": "1.234", "amount": "740.700,50"}
WHOLE_FILE = {"families": "1.235", "parcels": "1.236", "amount": "742.000,50"}
