"""What every answer to a generated request owes. Read by schemathesis (SCHEMATHESIS_HOOKS)."""

import re

import schemathesis

# Whatever would tell a stranger how the program is made, or where it stands on the machine.
INTERNALS = re.compile(
    r"Fatal error|\.swift\b|/Sources/|Swift\.|NIOCore|Hummingbird|StoreError|SQLITE|GRDB|libpq|SQLSTATE|SELECT |INSERT INTO"
    r"|Optional\(|\bnil\b|stack trace|0x[0-9a-f]{8,}"
)


@schemathesis.check
def safe_headers(context, response, case):
    """Also a refusal, and also a page that fails, runs no script and shows no frame."""
    policy = header(response, "content-security-policy")
    assert "default-src 'none'" in policy and "unsafe" not in policy, f"Content-Security-Policy: {policy!r}"
    assert header(response, "x-content-type-options") == "nosniff"


@schemathesis.check
def no_internals(context, response, case):
    if "text/html" not in header(response, "content-type"):
        return
    # What was typed comes back in a form, escaped; what is found must not be an echo.
    sent = f"{case.path_parameters} {case.query} {case.body}"
    found = {match for match in INTERNALS.findall(response.text) if match not in sent}
    assert not found, f"The page tells of the program: {sorted(found)}"


def header(response, name: str) -> str:
    return " ".join(response.headers.get(name, []))
