"""Canaille, an identity server, with its people and its client kept in memory: all that a test says on standard input.

It prints one line when it listens. Its own configuration asks for PKCE, a nonce and a registered way back.
"""

import json
import sys

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server


def application(port: int):
    return create_app(
        config={
            "SECRET_KEY": "only for the tests, and gone with them",
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {
                "DATABASE": "memory", "NAME": "Identidade de teste", "LANGUAGE": "pt_BR", "JAVASCRIPT": False,
                "HTMX": False,
            },
            "CANAILLE_OIDC": {"ACTIVE_JWKS": [RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)]},
        },
        env_file=None,
    )


def fill(people: list, client: dict):
    for person in people:
        Backend.instance.save(models.User(
            user_name=person["subject"], formatted_name=person["name"], family_name=person["name"],
            emails=[person["email"]] if person["email"] else [], password=person["password"]))
    registered = models.Client(
        client_id=client["id"], client_secret=client["secret"], client_name="Prumo",
        # An address of this machine is trusted: nobody is asked whether Prumo may know them.
        client_uri="http://127.0.0.1", redirect_uris=client["backs"], grant_types=["authorization_code"],
        response_types=["code"], token_endpoint_auth_method="client_secret_basic",
        scope=["openid", "email", "profile"])
    Backend.instance.save(registered)
    # Only what is kept already can be named: the tokens are made for this client.
    registered.audience = [registered]
    Backend.instance.save(registered)


def main():
    told = json.load(sys.stdin)
    app = application(told["port"])
    with app.app_context(), Backend.instance.session():
        fill(told["people"], told["client"])
    server = make_server("127.0.0.1", told["port"], app, threaded=True)
    print("listening", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
