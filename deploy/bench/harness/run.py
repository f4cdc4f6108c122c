"""The run: what is measured, in which order, for how long."""

import contextlib
import json
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from harness import alone, machine, measuring, processes, profiling, report, rivals
from harness.measuring import Bench
from harness.operations import GET_SESSION, GET_USER, IMAGE_CODE, OPERATIONS, SIGN_IN
from harness.passport import SERVICES, Passport
from harness.results import Cold, Results
from harness.users import User, fetch_picture, register

HERE = Path(__file__).resolve().parents[1]
PAIR = 64  # connections of the comparisons that the goals are about
STATIC_BODY = json.dumps({"errno": "0", "errmsg": "OK", "data": {
    "user_id": 1, "name": "13912345678", "mobile": "13912345678", "avatar": "", "avatar_url": "",
    "create_time": "2026-01-01 00:00:00"}}, separators=(",", ":"))


@dataclass(frozen=True)
class Durations:
    """Seconds of a run of load, and how often alternating targets have their turn. `requests`: a run ends after so many instead."""

    run: int = 3
    warm_up: int = 1
    rounds: int = 2
    long_rounds: int = 3
    heat: int = 20
    cold: int = 30
    minute: int = 60
    hash: int = 4
    profile: int = 8
    requests: int | None = None


FULL = Durations()
# only that everything works: two connections, the renderer is left to its own test
SMOKE = Durations(run=1, warm_up=0, rounds=1, long_rounds=1, heat=1, cold=2, minute=1, hash=1, profile=1, requests=40)


@dataclass(frozen=True)
class Data:
    """What the operations' requests are made of: those who read, and those who sign in, whose older sessions end."""

    passport: Passport
    readers: list[User]
    signers: list[User]
    picture: bytes


class Run:
    def __init__(self, durations, folder):
        self.durations = durations
        self.smoke = durations.requests is not None
        self.folder = folder
        self.results = Results()

    def start(self, ends):
        """Two starts: the first with an empty home, the second as every later one. The load on the second begins when it is ready."""
        busy = machine.busy_share(2)
        passport = self.passport = Passport(self.folder / "home", training=not self.smoke)
        ends.callback(passport.down)
        passport.fresh()
        progress("deploy/up with an empty home")
        self.results.first_start = passport.up()
        progress(f"ready after {self.results.first_start:.1f} s; registers users")
        users = register(passport, 60)
        self.data = Data(passport, users[:30], users[30:], fetch_picture(passport))
        self.bench = Bench(self.data, self.durations)
        self.results.commit, self.results.machine = machine.commit(), machine.describe(passport) | {"busy before": f"{busy:.0%}"}
        if not self.smoke:
            self._start_again()
        self.results.cold = self._cold()

    def _start_again(self):
        progress("waits until the first start has recorded what the next one needs")
        self.passport.await_training()
        self.passport.down()
        progress("deploy/up again")
        self.results.start = self.passport.up()
        progress(f"ready after {self.results.start:.1f} s")

    def _cold(self):
        progress(f"{self._connections(32)} connections at once, GET user, {self.durations.cold} s")
        self.results.at_rest = self._memory()
        figures = self.bench.load(measuring.through_gateway(self.passport), GET_USER, self._connections(32), self.durations.cold,
                                  tolerant=True)
        return Cold(figures.per_second[:self.durations.cold], figures.wrong)

    def _connections(self, number):
        return min(number, 2) if self.smoke else number

    def _memory(self):
        return {part: processes.resident_mebibytes(pids) for part, pids in self.passport.every_part().items()}

    def operations(self):
        """Every operation through the gateway, at its numbers of connections."""
        gateway = measuring.through_gateway(self.passport)
        for operation in OPERATIONS:
            progress(f"{operation.name} through the gateway")
            for connections in operation.connections[:1] if self.smoke else operation.connections:
                figures = self.bench.measure(gateway, operation, connections)
                self.results.operations.setdefault(operation.name, {})[connections] = figures

    def limits(self, nginx):
        """Every operation in turn through the gateway, through nginx before the same service, and by the service alone."""
        for operation in OPERATIONS:
            if operation.service == "gateway":
                continue
            progress(f"{operation.name} beside its limits")
            targets = [measuring.through_gateway(self.passport), measuring.through_nginx(self.passport, nginx, operation.service),
                       measuring.to_service(self.passport, operation.service)]
            self.results.limits[operation.name] = self._alternate(targets, operation, 32, self.durations.rounds)

    def _alternate(self, targets, operation, connections, rounds):
        return self.bench.alternate(targets, operation, self._connections(connections), rounds)

    def get_user(self, nginx, peer):
        """The operation that the goals are about, beside nginx, the service alone and the peer; and GET session beside the peer."""
        progress(f"GET user at {PAIR} connections: gateway, nginx, service, peer in turn")
        gateway, own_peer = measuring.through_gateway(self.passport), measuring.to_peer(self.passport, peer)
        targets = [gateway, measuring.through_nginx(self.passport, nginx, "user-service"),
                   measuring.to_service(self.passport, "user-service"), own_peer]
        self.results.get_user = self._alternate(targets, GET_USER, PAIR, self.durations.long_rounds)
        progress("GET session: gateway, peer in turn")
        self.results.get_session = self._alternate([gateway, own_peer], GET_SESSION, PAIR, self.durations.rounds)

    def static_upstream(self, nginx):
        """The gateway's own time: an upstream that costs nothing. Its Nacos group has only the static upstream as every service."""
        progress("a second gateway before a static upstream")
        group = self.passport.register_in_group("bench", nginx.static)
        with self.passport.second_gateway({"spring.cloud.nacos.discovery.group": group}) as second:
            self.results.gateway_start = second.start
            targets = [measuring.through_gateway(self.passport, "gateway", second.port, second.pids),
                       measuring.through_nginx_to_static(nginx)]
            self._heat(targets[0])
            self.results.static = self._alternate(targets, GET_USER, PAIR, self.durations.long_rounds)

    def rate_limit(self):
        """A gateway that limits loopback too, with a limit that is never reached, beside the one that exempts it."""
        progress("a second gateway with the rate limit active")
        settings = {"passport.edge.rate-limit.loopback-exempt": "false", "passport.edge.rate-limit.requests-per-second": "1000000",
                    "passport.edge.rate-limit.burst": "1000000"}
        with self.passport.second_gateway(settings) as second:
            targets = [measuring.through_gateway(self.passport, "exempt"),
                       measuring.through_gateway(self.passport, "limited", second.port, second.pids)]
            self._heat(targets[1])
            self.results.rate_limit = self._alternate(targets, GET_USER, PAIR, self.durations.rounds)

    def _heat(self, target):
        """A second gateway has just started: its code is compiled under load first."""
        self.bench.load(target, GET_USER, self._connections(PAIR), self.durations.heat, tolerant=True)

    def minute(self):
        """GET user at 256 connections for a minute: p99 beside p50, full collections."""
        progress(f"GET user at {self._connections(256)} connections for {self.durations.minute} s")
        pids = {service: self.passport.pids(service)[0] for service in SERVICES}
        before = {service: alone.full_collections(pid) for service, pid in pids.items()}
        gateway = measuring.through_gateway(self.passport)
        self.results.minute = self.bench.measure(gateway, GET_USER, self._connections(256), self.durations.minute)
        self.results.after_load = self._memory()
        self.results.full_collections = {service: alone.full_collections(pid) - before[service] for service, pid in pids.items()}

    def alone(self):
        progress("Redis alone, the password hash alone beside sign-in, the image renderer alone")
        self.results.redis_gets = alone.redis_gets(self.passport, self.data.readers[0], 2_000 if self.smoke else 200_000, PAIR)
        gateway, seconds = measuring.through_gateway(self.passport), self.durations.hash
        for _ in range(self.durations.long_rounds):
            self.results.hashes.append(alone.password_hashes(self.passport, seconds))
            self.results.sign_ins.append(self.bench.measure(gateway, SIGN_IN, 1, seconds).rate)
        if not self.smoke:
            self.results.pictures = alone.pictures(4)
        self.results.image_code = self.bench.measure(gateway, IMAGE_CODE, self._connections(32))

    def profile(self):
        """Where gateway and user-service spend their time; not part of any other figure."""
        gateway = measuring.through_gateway(self.passport)
        for service in ("gateway", "user-service"):
            progress(f"profile of {service}")
            with profiling.profiled(self.passport, service, self.folder) as profile:
                self.bench.load(gateway, GET_USER, self._connections(PAIR), self.durations.profile)
            self.results.profiles[service] = profile.self_time()


def progress(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def measure(durations, folder):
    """All of it. Everything that was started ends with this function; its files are below the folder."""
    run = Run(durations, folder)
    begin = time.monotonic()
    with contextlib.ExitStack() as ends:
        run.start(ends)
        passport = run.passport
        services = {service: passport.ports[service] for service in SERVICES if service != "gateway"}
        nginx = ends.enter_context(rivals.nginx(folder / "nginx", services, STATIC_BODY))
        run.operations()
        with rivals.peer(folder / "peer", passport) as peer:
            run.get_user(nginx, peer)
        run.static_upstream(nginx)
        run.rate_limit()
        run.limits(nginx)
        run.minute()
        run.alone()
        run.profile()
    run.results.repeated = run.bench.repeated
    run.results.seconds = time.monotonic() - begin
    # a run that fails leaves its logs
    passport.fresh()
    return run.results


def profile(service, folder):
    """The profile of one service after a minute of load."""
    passport = Passport(folder / "home", training=False)
    with contextlib.ExitStack() as ends:
        ends.callback(passport.down)
        passport.fresh()
        progress("deploy/up")
        passport.up()
        users = register(passport, 30)
        bench, gateway = Bench(Data(passport, users, users, b""), FULL), measuring.through_gateway(passport)
        progress(f"GET user at {PAIR} connections for 60 s, then 20 s with the profiler")
        bench.load(gateway, GET_USER, PAIR, 60, tolerant=True)
        with profiling.profiled(passport, service, folder) as recorded:
            bench.load(gateway, GET_USER, PAIR, 20)
    for layer, share in recorded.self_time().items():
        print(f"{share:6.1%} {layer}")
    print("the methods with the most time of their own:")
    for method, share in recorded.hottest(25):
        print(f"{share:6.1%} {method}")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    target = HERE / "target"
    match sys.argv[1:]:
        case ["--profile", ("gateway" | "user-service") as service]:
            profile(service, target)
        case [] | ["--smoke"] as arguments:
            results = measure(SMOKE if arguments else FULL, target)
            for file in report.write(results, target if arguments else HERE):
                progress(f"wrote {file}")
        case _:
            sys.exit("Usage: deploy/bench/all [--smoke] or deploy/bench/profile gateway|user-service")
