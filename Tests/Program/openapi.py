"""The routes as `prumo routes --openapi` tells them, with the fields that forms and addresses take.

Fields are found in the templates and the handlers, so that a new one is tried without being written down here.
"""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "Sources/4-Delivery/Web"

# Values that lead somewhere in a demonstration, so that not every answer is a refusal. Others are tried as well.
GOOD_VALUES = {
    "uf": ["MT", "AC"],
    "codigo": ["5100201", "510020", "1200401"],
    "indicador": ["pbf.families", "pbf.mean", "suas.cras"],
    "lugar": ["MT", "5100201", "RI510015", "BR"],
    "mes": ["2024-08", "2023-12"],
    "q": ["agua boa", "5100201"],
    # Dora, whose account may end by this; nobody else is touched.
    "pessoa": ["00000005-ca57-4000-8000-000000000000"],
    "papel": ["fieldTechnician"],
    "fuso": ["America/Cuiaba"],
    "volta": ["/cargas"],
    "email": ["ana@exemplo.gov.br"],
    "pagina": ["1", "2"],
    "numero": ["1", "2"],
}
LONGEST_TEXT = 3_000


def document(program, database: str) -> dict:
    """The document that schemathesis reads."""
    told = subprocess.run(
        [program, "routes", "--openapi", "--database", database], check=True, capture_output=True, text=True)
    found = json.loads(told.stdout)
    queries, forms = query_fields(), form_fields()
    assert queries and forms, "no fields were found in the sources"
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            for part in operation["parameters"]:
                part["schema"] = text(part["name"])
            if method == "get":
                operation["parameters"] += [
                    {"name": name, "in": "query", "schema": text(name)} for name in sorted(queries)]
            else:
                operation["requestBody"] = {"content": bodies(forms)}
    return found


def without_queries(found: dict) -> dict:
    """The same addresses and bodies; what stands after `?` is left out."""
    def parts(operation: dict) -> dict:
        return operation | {"parameters": [field for field in operation["parameters"] if field["in"] == "path"]}

    return found | {"paths": {
        path: {method: parts(operation) for method, operation in operations.items()}
        for path, operations in found["paths"].items()}}


def text(name: str) -> dict:
    any_text = {"type": "string", "maxLength": LONGEST_TEXT}
    good = GOOD_VALUES.get(name)
    return {"anyOf": [{"enum": good}, any_text]} if good else any_text


def bodies(forms: list) -> dict:
    """Every form of the product at every address: what does not belong there must be refused, and not break anything."""
    form = {"anyOf": [
        {"type": "object", "properties": {name: text(name) for name in fields}, "required": fields}
        for fields in forms]}
    file = {"type": "string", "format": "binary", "maxLength": LONGEST_TEXT}
    upload = {"type": "object", "properties": {"arquivo": file, "acao": {"type": "string"}}, "required": ["arquivo"]}
    return {
        "application/x-www-form-urlencoded": {"schema": form},
        "multipart/form-data": {"schema": upload},
        "application/json": {"schema": {}},
    }


def query_fields() -> set:
    """Names that handlers read after `?`, that pages put there, and that forms send there."""
    names = set()
    for source in WEB.rglob("*.swift"):
        words = source.read_text()
        names |= set(re.findall(r'query\["(\w+)"\]', words)) | set(re.findall(r"[?&](\w+)=", words))
    for template in WEB.rglob("*.mustache"):
        for tag, content in re.findall(r"<form([^>]*)>(.*?)</form>", template.read_text(), re.DOTALL):
            if not re.search(r'method="post"', tag):
                names |= set(re.findall(r'<(?:input|select|button)[^>]*\bname="(\w+)"', content))
    return names


def form_fields() -> list:
    """The fields of each form, as its handler reads them; each combination once, and the empty form."""
    found = {frozenset()}
    for source in WEB.rglob("*.swift"):
        found.add(frozenset(re.findall(r'form\["(\w+)"\]', source.read_text())))
    return [sorted(fields) for fields in sorted(found, key=sorted)]
