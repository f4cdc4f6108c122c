"""Runs load against targets, with the CPU time of every process behind them."""

import itertools
import time
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
    """Runs operations with the same data and durations."""

    def __init__(self, data, durations):
        self.data = data
        self.durations = durations
        # why a run was repeated, one text for each
        self.repeated = []

    def measure(self, target, operation, connections, seconds=None):
        """One run. If an answer is wrong it is repeated once, and the report says so; a second time fails."""
        try:
            return self._measure(target, operation, connections, seconds)
        except wrk.WrongAnswers as wrong:
            self.repeated.append(f"{operation.name}, {target.name}: {wrong}")
            return self._measure(target, operation, connections, seconds)

    def _measure(self, target, operation, connections, seconds):
        """After a warm-up with the same load, of which nothing counts."""
        if self.durations.warm_up:
            self.load(target, operation, connections, self.durations.warm_up, tolerant=True)
        pids = target.pids()
        before = {part: (processes.cpu_seconds(each), processes.jit_seconds(each)) for part, each in pids.items()}
        figures = self.load(target, operation, connections, seconds or self.durations.run)
        for part, each in pids.items():
            cpu, jit = before[part]
            figures.cpu[part] = (processes.cpu_seconds(each) - cpu) / figures.requests * 1e6
            figures.jit[part] = (processes.jit_seconds(each) - jit) / figures.requests * 1e6
        return figures

    def alternate(self, targets, operation, connections, rounds):
        """A B A B …: each target in turn, so that noise of the machine meets all. The rounds of each, by its name."""
        runs = {target.name: [] for target in targets}
        for _ in range(rounds):
            for target in targets:
                runs[target.name].append(self.measure(target, operation, connections))
        return {name: Rounds(figures) for name, figures in runs.items()}

    def load(self, target, operation, connections, seconds, tolerant=False):
        """Load without a look at the processes. With `tolerant`, wrong answers are counted, and do not end the run."""
        number = self.durations.requests
        calls = operation.calls(self.data, number or 4000 * seconds)
        if number:
            calls = list(itertools.islice(itertools.cycle(calls), number))
        requests = [_request(target, call) for call in calls]
        # where a number of requests ends the run, it has all the time it needs
        figures = wrk.load(target.port, requests, connections, 120 if number else seconds, operation.expected,
                           once=operation.once or bool(number), tolerant=tolerant)
        time.sleep(operation.drain)
        return figures


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

    def cpu(self, part):
        """µs of CPU for a request in one process, without the JVM's compiler threads."""
        return median(run.cpu[part] - run.jit[part] for run in self.runs)
