"""The goals, and whether a run has met them."""

from dataclasses import dataclass
from statistics import median

from harness.passport import SERVICES


@dataclass(frozen=True)
class Goal:
    """`limit` is the largest value that meets the goal, or the smallest with `at_least`."""

    name: str
    limit: float
    value: float
    form: str
    at_least: bool = False

    @property
    def met(self):
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def target(self):
        return f"{'≥' if self.at_least else '≤'} {self._text(self.limit)}"

    @property
    def measured(self):
        return self._text(self.value)

    @property
    def verdict(self):
        if self.met:
            return "met"
        if not self.limit:
            return "**missed**"
        return f"**missed** by {abs(self.value / self.limit - 1):.0%}"

    def _text(self, value):
        return self.form.format(value)


def goals(results):
    """One row for each goal of which the run has the figures."""
    r = results
    user, session, cold = r.get_user, r.get_session, r.cold
    rows = [
        Goal("gateway before a static upstream, CPU of a request", 110, r.static["gateway"].cpu("gateway"), "{:.0f} µs"),
        Goal("gateway before user-service, CPU of a request", 125, user["gateway"].cpu("gateway"), "{:.0f} µs"),
        Goal("`GET user`: gateway / nginx before the same service", 0.7, user["gateway"].rate / user["nginx"].rate, "{:.2f}", True),
        Goal("`GET user`: Passport / Flask peer", 3, user["gateway"].rate / user["peer"].rate, "{:.1f} ×", True),
        Goal("`GET session`: Passport / Flask peer", 3, session["gateway"].rate / session["peer"].rate, "{:.1f} ×", True),
        Goal("`GET user`: CPU of a request in user-service", 120, user["gateway"].cpu("user-service"), "{:.0f} µs"),
        Goal("`GET session`: CPU of a request in user-service", 120, session["gateway"].cpu("user-service"), "{:.0f} µs"),
        Goal("sign-in by one caller / the bare hash in one thread", 0.9, median(r.sign_ins) / median(r.hashes), "{:.2f}", True),
        Goal("`GET user` at 256 connections: p99 / p50", 3, r.minute.p99 / r.minute.p50, "{:.1f}"),
        Goal("full collections in the gateway in a minute of load", 0, r.full_collections["gateway"], "{:.0f}"),
        Goal("first 5 s after ready / steady rate", 0.5, sum(cold.per_second[:5]) / 5 / r.steady, "{:.2f}", True),
        Goal("a gateway alone: started", 3.5, r.gateway_start.started, "{:.1f} s"),
        Goal("a gateway alone: ready, with its warm-up", 7, r.gateway_start.ready, "{:.1f} s"),
        Goal("`deploy/up` with an empty home", 30, r.first_start, "{:.0f} s"),
        Goal("the whole stack at rest, resident", 2048, sum(r.at_rest.values()), "{:.0f} MiB"),
        Goal("the largest service after load, resident", 380, max(r.after_load[service] for service in SERVICES), "{:.0f} MiB"),
    ]
    if r.start is not None:
        rows.insert(-2, Goal("`deploy/up` again", 20, r.start, "{:.0f} s"))
    if r.pictures is not None:
        rows.insert(8, Goal("images per CPU second of all processes / of the renderer alone", 0.6,
                            1e6 / sum(r.image_code.cpu.values()) / r.pictures, "{:.2f}", True))
    return rows
