"""The run: deploy/bench/all calls it."""

import contextlib
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from harness import measuring, rivals
from harness.measuring import Bench
from harness.operations import GET_USER
from harness.passport import Passport
from harness.users import User, register

HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Data:
    """What the operations' requests are made of: those who read and those who sign in, whose older sessions end."""

    passport: Passport
    readers: list[User]
    signers: list[User]
    picture: bytes


def progress(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def main():
    smoke = "--smoke" in sys.argv
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    passport = Passport(HERE / "target/home")
    with contextlib.ExitStack() as ends:
        ends.callback(passport.fresh)
        ends.callback(passport.down)
        passport.fresh()
        progress("deploy/up with an empty home")
        progress(f"ready after {passport.up():.1f} s")
        users = register(passport, 40)
        data = Data(passport, users[:20], users[20:], b"")
        bench = Bench(data, 1, 0, 40) if smoke else Bench(data, 5, 2)
        services = {service: passport.ports[service] for service in ("user-service", "verify-service", "media-service")}
        nginx = ends.enter_context(rivals.nginx(HERE / "target/nginx", services, '{"errno":"0"}'))
        peer = ends.enter_context(rivals.peer(HERE / "target/peer", passport))
        targets = [measuring.through_gateway(passport), measuring.through_nginx(passport, nginx, "user-service"),
                   measuring.to_service(passport, "user-service"), measuring.to_peer(passport, peer)]
        for name, rounds in bench.alternate(targets, GET_USER, 2 if smoke else 64, 1 if smoke else 3).items():
            cpu = {part: f"{value:.0f}" for part, value in rounds.runs[-1].cpu.items()}
            print(f"{name}: {rounds.rate:,.0f}/s p50 {rounds.p50 / 1000:.1f} ms p99 {rounds.p99 / 1000:.1f} ms "
                  f"spread {rounds.spread:.0%} µs/request {cpu}")


try:
    main()
except KeyboardInterrupt:
    sys.exit(130)
