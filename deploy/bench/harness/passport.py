"""Passport with a home and ports of its own."""

import contextlib
import os
import random
import re
import shutil
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pymysql
import redis

from harness import processes

ROOT = Path(__file__).resolve().parents[3]
SERVICES = ("gateway", "user-service", "verify-service", "media-service")
PARTS = (*SERVICES, "redis", "mariadb")

# Limits that one address reaches. No other setting is changed.
RAISED_LIMITS = {
    "passport.image-limit.per-address": "100000000/1m",
    "passport.sms-limit.per-address": "100000000/24h",
    "passport.sms-limit.per-network": "100000000/24h",
    "passport.sms-limit.per-purpose": "100000000/24h",
    "passport.sms-limit.budget": "100000000/24h",
}


def variable(setting):
    """The environment variable of a Spring setting."""
    return setting.replace("-", "").replace(".", "_").upper()


class StartFailed(Exception):
    pass


@dataclass(frozen=True)
class Start:
    """Of one service: what Spring Boot calls started, seconds until ready, and CPU seconds until then."""

    started: float
    ready: float
    cpu: float


@dataclass(frozen=True)
class SecondGateway:
    port: int
    pids: list
    start: Start


class Passport:
    """The local stack, started by deploy/up and stopped by deploy/down's signal."""

    def __init__(self, home, training):
        self.home = home
        self.ports = _free_ports()
        self._launcher = None
        self._environment = os.environ | {"PASSPORT_HOME": str(home)}
        self._environment |= {f"PASSPORT_{part.upper().replace('-', '_')}_PORT": str(port) for part, port in self.ports.items()}
        self._environment |= {variable(setting): value for setting, value in RAISED_LIMITS.items()}
        if not training:
            self._environment["PASSPORT_AOT_TRAINING"] = "off"

    def up(self):
        """Starts it and returns the seconds until it is ready; a build before that does not count."""
        self.home.mkdir(parents=True, exist_ok=True)
        log = self.home / "launcher.log"
        log.write_bytes(b"")
        begin = time.monotonic()
        self._launcher = processes.start([str(ROOT / "deploy/up")], log, env=self._environment)
        built = False
        while "Passport is ready" not in (output := log.read_text()):
            if self._launcher.poll() is not None:
                raise StartFailed(output)
            if "Building" in output and not built and "Starting" in output:
                built, begin = True, time.monotonic()
            time.sleep(0.02)
        return time.monotonic() - begin

    def down(self):
        if self._launcher is not None:
            processes.stop(self._launcher, patience=120)
            self._launcher = None

    def fresh(self):
        """Deletes the home: data, binaries and caches."""
        shutil.rmtree(self.home, ignore_errors=True)

    def pids(self, part):
        return [int((self.home / f"run/{part}.pid").read_text())]

    def every_part(self):
        """The PIDs of each part that runs, and the launcher's."""
        return {file.stem: [int(file.read_text())] for file in sorted((self.home / "run").glob("*.pid"))}

    def command(self, part):
        return _words(self.pids(part)[0], "cmdline")

    def libraries(self, part):
        """The folder with a service's jars."""
        command = self.command(part)
        return Path(command[command.index("-jar") + 1]).parent / "lib"

    def await_training(self, patience=900):
        """Waits until the first start has recorded what the next one needs."""
        end = time.monotonic() + patience
        while "The next start is faster" not in (self.home / "launcher.log").read_text():
            if time.monotonic() > end:
                raise StartFailed(f"No training within {patience} s")
            time.sleep(1)

    @contextlib.contextmanager
    def second_gateway(self, settings):
        """Another gateway: the same command and environment as the first, except for its port and these settings."""
        port = self.ports["gateway"] + 50
        environment = dict(word.partition("=")[::2] for word in _words(self.pids("gateway")[0], "environ"))
        environment |= {"SERVER_PORT": str(port), "MANAGEMENT_SERVER_PORT": str(port + 10_000)}
        environment |= {variable(setting): value for setting, value in settings.items()}
        command = [word for word in self.command("gateway") if not word.startswith("-Dpassport.home")]
        log = self.home / "logs/second-gateway.log"
        log.write_bytes(b"")
        begin = time.monotonic()
        with processes.running(command, log, env=environment, cwd=self.home) as child:
            _await_ready(child, port + 10_000, log)
            start = Start(_started_in(log), time.monotonic() - begin, processes.cpu_seconds([child.pid]))
            yield SecondGateway(port, [child.pid], start)

    def register_in_group(self, group, port):
        """Registers a server at Nacos as an instance of every service, in a group of its own, which is returned."""
        for service in SERVICES[1:]:
            instance = {"serviceName": service, "groupName": group, "ip": "127.0.0.1", "port": port, "ephemeral": "false"}
            url = f"http://127.0.0.1:{self.ports['nacos']}/nacos/v3/client/ns/instance"
            with urlopen(url, urlencode(instance).encode(), timeout=10) as answer:
                answer.read()
        return group

    def redis(self):
        return redis.Redis("127.0.0.1", self.ports["redis"], decode_responses=True)


def _words(pid, file):
    return [word.decode() for word in Path(f"/proc/{pid}/{file}").read_bytes().split(b"\0") if word]


def _await_ready(child, port, log):
    end = time.monotonic() + 120
    while time.monotonic() < end and child.poll() is None:
        with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/actuator/health/readiness", timeout=3):
            return
        time.sleep(0.05)
    raise StartFailed(f"The second gateway did not start: {log.read_text()[-4000:]}")


def _started_in(log):
    return float(re.search(r"Started \w+ in ([\d.]+) seconds", log.read_text())[1])


def caller_key():
    """The key with which the local gateway signs."""
    return _local_setting("gateway", r"caller-keys\.gateway: (\S+)")


def database_password():
    """Of the database user passport in the local stack."""
    return _local_setting("user-service", r"datasource:\n.*\n +password: (\S+)")


def connect(passport):
    """A connection to user-service's schema, with autocommit."""
    return pymysql.connect(host="127.0.0.1", port=passport.ports["mariadb"], user="passport", password=database_password(),
                           database="passport", autocommit=True)


def _local_setting(service, pattern):
    return re.search(pattern, (ROOT / service / "src/main/resources/application-local.yml").read_text())[1]


def free_port():
    """A port on loopback that nothing listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _free_ports():
    """Nacos also listens 1000 below and 1001 above its port, a service's management 10000 above; a second gateway gets 50 above."""
    for _ in range(100):
        first = random.randrange(20_000, 21_800)
        ports = dict(zip((*SERVICES, "emulators", "redis", "mariadb"), range(first, first + 7))) | {"nacos": first + 4000}
        listening = [*ports.values(), first + 50, *(ports[service] + 10_000 for service in SERVICES), first + 10_050,
                     first + 3000, first + 5000, first + 5001]
        if all(_is_free(port) for port in listening):
            return ports
    raise StartFailed("No free ports between 20000 and 26801")


def _is_free(port):
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False
