"""Runs load against targets, with the CPU time of every process behind them."""

from dataclasses import dataclass
from statistics import median
from typing import Callable

from harness import processes, wrk
from harness.operations import Call
from harness.passport import PARTS, caller_key
from harness.users import signed


@dataclass(frozen=True)
class Target:
    """
    One way to an operation.

    pids: returns the PIDs of each process that works for it, by name
    credentials: returns the headers that a call needs here
    """

    name: str
    port: int
    pids: Callable
    credentials: Callable


def through_gateway(passport, name="gateway", port=None, pids=None):
    """As clients call: the session in a cookie."""
    parts = {part: passport.pids(part) for part in PARTS}
    if pids:
        parts["gateway"] = pids
    return Target(name, port or passport.ports["gateway"], lambda: parts, _cookie)


def to_service(passport, service):
    """The service alone, with the header that the gateway would sign."""
    parts = {part: passport.pids(part) for part in PARTS if part != "gateway"}
    return Target("service", passport.ports[service], lambda: parts, _signature(caller_key()))


def through_nginx(passport, nginx, service):
    """nginx before the same service, with the same signed header."""
    alone = to_service(passport, service)
    return Target("nginx", nginx.ports[service], lambda: alone.pids() | {"nginx": nginx.pids}, alone.credentials)


def through_nginx_to_static(nginx):
    return Target("nginx", nginx.ports["static"], lambda: {"nginx": nginx.pids}, _cookie)


def to_peer(passport, peer):
    tokens = iter(range(10**9))
    parts = {part: passport.pids(part) for part in ("redis", "mariadb")}

    def credentials(call):
        return [("Cookie", f"session={peer.tokens[next(tokens) % len(peer.tokens)]}")]

    return Target("peer", peer.port, lambda: parts | {"peer": peer.pids}, credentials)


def _cookie(call):
    return [call.user.cookie] if call.user else []


def _signature(key):
    return lambda call: signed(key, call.method, call.path, call.user)


class Bench:
    """Measures operations for a time, after a warm-up. All with the same users."""

    def __init__(self, data, seconds, warm_up, smoke_requests=None):
        self.data = data
        self.seconds = seconds
        self.warm_up = warm_up
        self.smoke_requests = smoke_requests

    def measure(self, target, operation, connections, seconds=None, warm_up=None):
        """One run. The warm-up has the same load, is checked alike, and is not measured."""
        seconds, warm_up = seconds or self.seconds, self.warm_up if warm_up is None else warm_up
        if warm_up:
            self._load(target, operation, connections, warm_up)
        pids = target.pids()
        before = {part: (processes.cpu_seconds(each), processes.jit_seconds(each)) for part, each in pids.items()}
        figures = self._load(target, operation, connections, seconds)
        for part, each in pids.items():
            cpu, jit = before[part]
            figures.cpu[part] = (processes.cpu_seconds(each) - cpu) / figures.requests * 1e6
            figures.jit[part] = (processes.jit_seconds(each) - jit) / figures.requests * 1e6
        return figures

    def alternate(self, targets, operation, connections, rounds, seconds=None):
        """A B A B …: runs of each target in turn, so that noise of the machine meets all. The figures of each, by its name."""
        runs = {target.name: [] for target in targets}
        for _ in range(rounds):
            for target in targets:
                runs[target.name].append(self.measure(target, operation, connections, seconds))
        return {name: Rounds(figures) for name, figures in runs.items()}

    def _load(self, target, operation, connections, seconds):
        number = self.smoke_requests or 4000 * seconds
        calls = operation.calls(self.data, number)
        if self.smoke_requests:
            calls = [calls[index % len(calls)] for index in range(number)]
        requests = [_request(target, call) for call in calls]
        once = operation.once or self.smoke_requests is not None
        # that many requests end a smoke run, not the time
        return wrk.load(target.port, requests, connections, 60 if self.smoke_requests else seconds, operation.expected, once)


def _request(target, call: Call):
    headers = [*call.headers, *target.credentials(call)]
    return wrk.http_request(call.method, call.path, f"127.0.0.1:{target.port}", headers, call.body)


@dataclass(frozen=True)
class Rounds:
    """Several runs of the same: medians, and how far the runs are apart."""

    runs: list

    @property
    def rate(self):
        return median(run.rate for run in self.runs)

    @property
    def p50(self):
        return median(run.p50 for run in self.runs)

    @property
    def p99(self):
        return median(run.p99 for run in self.runs)

    @property
    def spread(self):
        """The difference of the fastest and the slowest run, as a part of the median."""
        rates = [run.rate for run in self.runs]
        return (max(rates) - min(rates)) / self.rate

    def cpu(self, part, with_jit=True):
        """µs of CPU for a request in one process."""
        return median(run.cpu[part] - (0 if with_jit else run.jit[part]) for run in self.runs)
