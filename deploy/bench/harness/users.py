"""Registers users through the gateway, and signs calls to a service as the gateway does."""

import base64
import hashlib
import hmac
import http.client
import json
import random
import time
import uuid
from dataclasses import dataclass

PASSWORD = "a caller of the benchmark"


class RegistrationFailed(Exception):
    pass


@dataclass(frozen=True)
class User:
    id: int
    mobile: str
    token: str

    @property
    def cookie(self):
        return ("Cookie", f"session={self.token}")

    @property
    def session_key(self):
        return _base64url(hashlib.sha256(self.token.encode()).digest())


def register(passport, number):
    """Registers users: image code, SMS code, POST /users. Where one fails on a busy machine, another number is tried, three at most."""
    return [_register_one(passport) for _ in range(number)]


def _register_one(passport):
    for attempt in range(3):
        try:
            return _register(passport, f"139{random.randrange(100_000_000):08d}")
        except RegistrationFailed as failed:
            last = failed
    raise last


def fetch_picture(passport):
    """A JPEG that can be uploaded as an avatar."""
    return _call(passport, "GET", f"/api/v1.0/imagecode/{uuid.uuid4()}")[1]


def _register(passport, mobile):
    code_id = uuid.uuid4()
    _call(passport, "GET", f"/api/v1.0/imagecode/{code_id}")
    text = passport.redis().get(f"imagecode:{code_id}")
    sent = _call(passport, "GET", f"/api/v1.0/smscode/{mobile}?text={text}&id={code_id}")[1]
    inbox = _call(passport, "GET", f"/inbox?mobile={mobile}", part="emulators")[1]
    messages = json.loads(inbox)
    if not messages:
        raise RegistrationFailed(f"No SMS for {mobile}: {sent.decode()}")
    body = {"mobile": mobile, "sms_code": messages[0]["code"], "password": PASSWORD}
    headers, answer = _call(passport, "POST", "/api/v1.0/users", json.dumps(body))
    token = next((value for name, value in headers if name.lower() == "set-cookie" and value.startswith("session=")), None)
    if token is None:
        raise RegistrationFailed(f"Cannot register {mobile}: {answer.decode()}")
    return User(json.loads(answer)["data"]["user_id"], mobile, token.partition(";")[0].removeprefix("session="))


def _call(passport, method, path, body=None, part="gateway"):
    connection = http.client.HTTPConnection("127.0.0.1", passport.ports[part], timeout=30)
    connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.getheaders(), content


def signed(key, method, path, user=None):
    """The headers of a call from the gateway, see CallSignature: valid for 30 s, for this method and path."""
    identity = f"user={user.id};session={user.session_key}" if user else "user=;session="
    caller = f"gateway;{identity};ip=127.0.0.1;at={time.time_ns() // 1_000_000}"
    signature = hmac.digest(key.encode(), "\n".join((method, path, caller)).encode(), "sha256")
    return [("X-Passport-Caller", caller), ("X-Passport-Signature", _base64url(signature))]


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
