"""The operations that are measured, and the requests of each."""

import itertools
import json
import random
import string
import uuid
from dataclasses import dataclass
from typing import Callable

from harness.users import PASSWORD
from harness.wrk import Expected

API = "/api/v1.0"
_JSON = ("Content-Type", "application/json")


@dataclass(frozen=True)
class Call:
    """One request, before it is addressed: a caller's cookie or a signature is added for the target."""

    method: str
    path: str
    user: object = None
    body: bytes = b""
    headers: tuple = ()


@dataclass(frozen=True)
class Operation:
    """
    `calls(data, number)` returns the calls of one run, repeated in turn. With `once`, no call can be sent twice: `number` of them are
    prepared, and the run ends when they are used up. `drain`: seconds that the service may work on after the end of the load.
    """

    name: str
    service: str
    calls: Callable
    expected: Expected = Expected()
    connections: tuple = (1, 32, 256)
    once: bool = False
    drain: float = 0


def _read(path):
    return lambda data, number: [Call("GET", API + path, reader) for reader in data.readers]


def _image_codes(data, number):
    return [Call("GET", f"{API}/imagecode/{uuid.uuid4()}") for _ in range(number)]


def _sms_codes(data, number):
    """The image codes are put into Redis, as if the clients had seen the pictures."""
    ids = [str(uuid.uuid4()) for _ in range(number)]
    pipeline = data.passport.redis().pipeline(transaction=False)
    for code_id in ids:
        pipeline.set(f"imagecode:{code_id}", "ABCD", ex=300)
    pipeline.execute()
    mobiles = random.sample(range(100_000_000), number)
    return [Call("GET", f"{API}/smscode/138{mobile:08d}?text=ABCD&id={code_id}") for mobile, code_id in zip(mobiles, ids)]


def _sign_ins(data, number):
    return [Call("POST", f"{API}/sessions", None, _json(mobile=user.mobile, password=PASSWORD), (_JSON,)) for user in data.signers]


def _names(data, number):
    names = ("".join(random.choices(string.ascii_lowercase, k=12)) for _ in range(number))
    return [Call("PUT", f"{API}/user/name", user, _json(name=name), (_JSON,))
            for user, name in zip(itertools.cycle(data.readers), names)]


def _avatars(data, number):
    edge = "passport-bench"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="avatar"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode()
            + data.picture + f"\r\n--{edge}--\r\n".encode())
    return [Call("POST", f"{API}/user/avatar", user, body, (("Content-Type", f"multipart/form-data; boundary={edge}"),))
            for user in data.readers]


def _json(**fields):
    return json.dumps(fields).encode()


GET_USER = Operation("GET user", "user-service", _read("/user"))
GET_SESSION = Operation("GET session", "user-service", _read("/session"))
IMAGE_CODE = Operation("GET imagecode", "verify-service", _image_codes, Expected(text="JFIF"))
# with 256 callers most would wait for a hash longer than the gateway waits for an answer
SIGN_IN = Operation("POST sessions", "user-service", _sign_ins, connections=(1, 32), drain=2)

OPERATIONS = (
    GET_USER,
    GET_SESSION,
    Operation("GET sessions", "user-service", _read("/sessions")),
    Operation("GET user/auth", "user-service", _read("/user/auth")),
    Operation("PUT user/name", "user-service", _names),
    SIGN_IN,
    IMAGE_CODE,
    Operation("GET smscode", "verify-service", _sms_codes, once=True),
    Operation("POST user/avatar", "media-service", _avatars, connections=(1, 32)),
    Operation("404", "gateway", lambda data, number: [Call("GET", f"{API}/no-such-path")], Expected(404, '"errno":"4201"')),
)
