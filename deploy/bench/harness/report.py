"""Writes RESULTS.md and its charts."""

from statistics import median

from harness import chart
from harness.goals import goals
from harness.passport import PARTS, RAISED_LIMITS, SERVICES

_COMMAND = "deploy/bench/all"


def write(results, folder):
    """Returns the files it wrote."""
    files = {
        "throughput.svg": _throughput(results),
        "cold-start.svg": _cold_start(results),
        "RESULTS.md": "\n\n".join(section(results) for section in _SECTIONS) + "\n",
    }
    for name, content in files.items():
        (folder / name).write_text(content)
    return [folder / name for name in files]


def _throughput(r):
    user = r.get_user
    rows = [("Passport", user["gateway"].rate, "Passport"), ("Flask peer, 2 workers", user["peer"].rate, "peer"),
            ("nginx before user-service", user["nginx"].rate, "limit"), ("user-service alone", user["service"].rate, "limit")]
    return chart.bars("GET user: requests per second at 64 connections", rows)


def _cold_start(r):
    return chart.curve("GET user: answers in each second after deploy/up is ready, 32 connections", r.cold.per_second, r.steady,
                       "steady")


def _table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _head(r):
    missed = sum(not goal.met for goal in goals(r))
    load = f"{r.machine['busy before']} of the cores were busy before the run"
    return (f"# How fast Passport is\n\nMeasured by `{_COMMAND}` on {r.machine['date']}, commit `{r.commit}`, on {r.machine['CPU']}; "
            f"{load}. The load generator and every server share these cores. "
            f"{len(goals(r)) - missed} of {len(goals(r))} goals are met.\n\n![GET user](throughput.svg)\n\n![cold start](cold-start.svg)")


def _goals(r):
    return "## Goals\n\n" + _table(["goal", "measured", "target", ""],
                                   [[goal.name, goal.measured, goal.target, goal.verdict] for goal in goals(r)])


def _operations(r):
    rows = [[f"`{name}`" if first else "", connections, f"{run.rate:,.0f}", _ms(run.p50), _ms(run.p99),
             *(f"{run.cpu[part]:,.0f}" for part in PARTS)]
            for name, runs in r.operations.items()
            for first, (connections, run) in zip([True, False, False], runs.items())]
    return ("## Operations through the gateway\n\nRequests per second; p50 and p99 in ms; CPU ms of 1,000 requests (or µs of one) in each "
            "process, with the JIT compiler.\n\n" + _table(["operation", "connections", "per second", "p50", "p99", *PARTS], rows))


def _limits(r):
    rows = [[f"`{name}`", *(f"{rounds[target].rate:,.0f}" for target in ("gateway", "nginx", "service")),
             f"{rounds['gateway'].rate / rounds['nginx'].rate:.2f}", f"{rounds['gateway'].rate / rounds['service'].rate:.2f}",
             f"{max(each.spread for each in rounds.values()):.0%}"]
            for name, rounds in r.limits.items()]
    return ("## Operations beside their limits\n\nRequests per second at 32 connections, in turn: through the gateway; through nginx before "
            "the same service, without a session check; the service alone. Medians; *spread* is the largest difference between runs of the same."
            "\n\n" + _table(["operation", "gateway", "nginx", "service", "gateway / nginx", "gateway / service", "spread"], rows))


def _get_user(r):
    rows = []
    for title, rounds in (("`GET user`", r.get_user), ("`GET user`, static upstream", r.static), ("`GET user`, rate limit", r.rate_limit),
                          ("`GET session`", r.get_session)):
        rows += [[f"{title}: {name}", f"{each.rate:,.0f}", _ms(each.p50), _ms(each.p99), f"{each.spread:.0%}", _cpu(each)]
                 for name, each in rounds.items()]
    return ("## At 64 connections, in turn\n\nµs of CPU for a request, without the JIT compiler. *limited*: a gateway that limits this address "
            "too; loopback is exempt in all others.\n\n" + _table(["", "per second", "p50", "p99", "spread", "CPU"], rows))


def _cpu(rounds):
    parts = {part: rounds.cpu(part) for part in rounds.runs[0].cpu}
    return ", ".join(f"{part} {micros:.0f}" for part, micros in parts.items() if micros >= 1)


def _alone(r):
    rate, micros = r.redis_gets
    rows = [
        ["Redis `GET` of a session, `redis-benchmark` at 64 connections", f"{rate:,.0f} per second", f"{micros:.0f} µs of CPU"],
        ["argon2id by the same library, one thread", f"{median(r.hashes):.1f} per second", f"{1000 / median(r.hashes):.1f} ms"],
        ["`POST sessions` by one caller", f"{median(r.sign_ins):.1f} per second", f"{1000 / median(r.sign_ins):.1f} ms"],
    ]
    images = 1e6 / sum(r.image_code.cpu.values())
    rows.append(["`GET imagecode` at 32 connections", f"{r.image_code.rate:,.0f} per second", f"{images:,.0f} per CPU second of all processes"])
    if r.pictures is not None:
        rows.append(["the image renderer alone", "", f"{r.pictures:,.0f} per CPU second"])
    return "## Limits that are no servers\n\n" + _table(["", "", ""], rows)


def _start(r):
    seconds = r.cold.per_second
    start = r.gateway_start
    text = (f"`deploy/up` is ready after {r.first_start:.1f} s with an empty home"
            + (f", after {r.start:.1f} s again" if r.start is not None else "")
            + f". A gateway that starts alone: started in {start.started:.1f} s, ready in {start.ready:.1f} s, {start.cpu:.1f} CPU seconds. "
            f"Answers in each second after ready, at 32 connections: {' '.join(map(str, seconds))}; {r.cold.wrong} of them wrong. "
            f"Full collections in {sum(r.minute.per_second):,} requests at 256 connections: "
            + ", ".join(f"{service} {count}" for service, count in r.full_collections.items()) + ".")
    rows = [[part, f"{r.at_rest[part]:.0f}", f"{r.after_load.get(part, 0):.0f}"] for part in r.at_rest]
    rows.append(["all", f"{sum(r.at_rest.values()):.0f}", f"{sum(r.after_load.values()):.0f}"])
    return f"## Start and memory\n\n{text}\n\n" + _table(["resident MiB", "at rest", "after load"], rows)


def _profiles(r):
    layers = list(dict.fromkeys(layer for profile in r.profiles.values() for layer in profile))
    rows = [[layer, *(_share(r, service, profile.get(layer, 0)) for service, profile in r.profiles.items())] for layer in layers]
    return ("## Where the time goes\n\n`GET user` at 64 connections, by async-profiler: the share of each layer in the CPU time of the process, "
            "and what that is of a request. The JDK's time belongs to the layer that called it. "
            "`deploy/bench/profile gateway` draws a flame graph.\n\n" + _table(["layer", *r.profiles], rows))


def _share(r, service, share):
    return f"{share:.0%} · {share * r.get_user['gateway'].cpu(service):.0f} µs" if share >= 0.005 else ""


def _method(r):
    limits = "; ".join(f"`{setting}={value}`" for setting, value in RAISED_LIMITS.items())
    versions = "; ".join(f"{name} {value}" for name, value in r.machine.items() if name not in ("date", "CPU", "busy before"))
    generator = median(run.load_generator for run in r.get_user["gateway"].runs)
    return ("## How it was measured\n\n"
            f"- The run took {r.seconds / 60:.0f} minutes. Load is one thread of wrk; each connection sends its next request after the answer. "
            f"It reads every body and looks for `\"errno\":\"0\"` (404: `4201`, images: a JPEG); a run with a wrong answer is repeated, and a second one fails. "
            f"That costs wrk {generator:.0f} µs of CPU a request, on the same cores, for every target alike.\n"
            f"- Repeated runs: {'; '.join(r.repeated) or 'none'}.\n"
            "- CPU times come from `/proc`. Targets that are compared have their turns one after the other (A B A B); figures are medians.\n"
            f"- The stack is what `deploy/up` starts, with a home and ports of its own, and limits raised that one address would reach: {limits}.\n"
            "- Calls to a service without the gateway have the header that the gateway would sign.\n"
            "- `POST sessions` stops at 32 connections: more callers at once than may wait for a hash are rejected, as they should be.\n"
            f"- {versions}.")


def _ms(micros):
    return f"{micros / 1000:.1f}"


_SECTIONS = (_head, _goals, _get_user, _operations, _limits, _alone, _start, _profiles, _method)
