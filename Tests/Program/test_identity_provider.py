"""The provider that sign-in is tested with is a strict one: what it lets pass was right, not merely tolerated."""

import base64
import hashlib
import secrets
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from identity_provider import CELIA, start_identity_provider  # noqa: F401

BACK = "http://127.0.0.1:9/entrar/estado/volta"


@pytest.fixture
def provider(start_identity_provider):  # noqa: F811
    return start_identity_provider(BACK)


def challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def address(provider, published, **changes) -> str:
    fields = {
        "response_type": "code", "client_id": provider.client_id, "redirect_uri": BACK, "scope": "openid email profile",
        "state": "estado", "nonce": "uma-vez", "code_challenge_method": "S256", **changes,
    }
    return published["authorization_endpoint"] + "?" + urlencode(fields)


def test_it_demands_pkce_and_signs_what_it_tells(provider):
    published = httpx.get(provider.issuer + "/.well-known/openid-configuration").json()
    assert published["issuer"] == provider.issuer
    verifier = secrets.token_urlsafe(40)

    without = provider.sign_in(address(provider, published), CELIA)
    assert "code" not in parse_qs(urlsplit(without).query)

    back = provider.sign_in(address(provider, published, code_challenge=challenge(verifier)), CELIA)
    assert back.startswith(BACK + "?")
    answer = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    assert (answer["state"], answer["iss"]) == ("estado", provider.issuer)

    def exchange(verifier):
        return httpx.post(
            published["token_endpoint"], auth=(provider.client_id, provider.client_secret),
            data={
                "grant_type": "authorization_code", "code": answer["code"], "redirect_uri": BACK,
                "code_verifier": verifier,
            })

    assert exchange(secrets.token_urlsafe(40)).json()["error"] == "invalid_grant"
    tokens = exchange(verifier).json()
    assert exchange(verifier).json()["error"] == "invalid_grant", "a code counts once"
    keys = KeySet.import_key_set(httpx.get(published["jwks_uri"]).json())
    claims = jwt.decode(tokens["id_token"], keys, algorithms=["RS256", "RS512"]).claims
    assert (claims["sub"], claims["nonce"], claims["aud"]) == (CELIA.subject, "uma-vez", [provider.client_id])
    assert (claims["name"], claims["email"]) == (CELIA.name, CELIA.email)
