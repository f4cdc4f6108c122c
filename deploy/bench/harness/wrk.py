"""Load by wrk: one thread, a number of connections, every response checked."""

import json
import resource
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

_SCRIPT = Path(__file__).with_name("replay.lua")


class WrongAnswers(Exception):
    """A benchmark whose answers are wrong measures nothing."""


@dataclass(frozen=True)
class Expected:
    status: int = 200
    text: str = '"errno":"0"'


@dataclass
class Figures:
    """What one run of wrk saw. Times and CPU in µs; per second: answers in each second since the first request."""

    requests: int
    elapsed: float
    p50: float
    p99: float
    per_second: list
    wrong: int
    load_generator: float
    cpu: dict = field(default_factory=dict)
    jit: dict = field(default_factory=dict)

    @property
    def rate(self):
        return self.requests / self.elapsed


def http_request(method, path, host, headers=(), body=b""):
    """The bytes of an HTTP/1.1 request."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", *(f"{name}: {value}" for name, value in headers)]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def load(port, requests, connections, seconds, expected=Expected(), once=False, tolerant=False):
    """
    Sends the requests in turn for some seconds, from the beginning after the last one; with `once`, ends after the last.

    Raises WrongAnswers, unless `tolerant`, if an answer is not as expected, if a connection broke, or if there was no answer.
    """
    with tempfile.NamedTemporaryFile(prefix="passport-bench-") as file:
        for request in requests:
            file.write(b"%d\n%s" % (len(request), request))
        file.flush()
        before = _children_cpu()
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", _SCRIPT, f"http://127.0.0.1:{port}",
             "--", file.name, "once" if once else "cycle", str(expected.status), expected.text],
            check=True, capture_output=True, text=True, start_new_session=True, timeout=seconds + 60).stdout
        used = _children_cpu() - before
    seen = json.loads(output.splitlines()[-1])
    if not tolerant and (seen["wrong"] or seen["broken"] or not seen["answered"]):
        raise WrongAnswers(f"{seen['wrong']} of {seen['answered']} answers are wrong, {seen['broken']} connections broke: "
                           f"{seen['example']} to {_line(requests[0])}")
    return Figures(seen["answered"], seen["elapsed"], seen["p50"], seen["p99"], seen["seconds"], seen["wrong"] + seen["broken"],
                   used / max(1, seen["answered"]) * 1e6)


def _line(request):
    """Method and path; the rest holds tokens and personal values."""
    return request.split(b"\r\n", 1)[0].split(b"?", 1)[0].decode()


def _children_cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
