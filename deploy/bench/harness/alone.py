"""The limits that are no servers: Redis alone, the password hash alone, the image renderer alone."""

import os
import re
import subprocess
from pathlib import Path

from harness import processes
from harness.passport import ROOT, connect
from harness.users import PASSWORD

_HERE = Path(__file__).parent


def redis_gets(passport, user, requests, connections):
    """GET of a session by redis-benchmark, without pipelining: requests per second, and µs of Redis' CPU for one."""
    redis = passport.pids("redis")
    before = processes.cpu_seconds(redis)
    output = _run(["redis-benchmark", "-h", "127.0.0.1", "-p", str(passport.ports["redis"]), "-c", str(connections),
                   "-n", str(requests), "--csv", "GET", f"session:{user.session_key}"])
    used = processes.cpu_seconds(redis) - before
    return float(output.splitlines()[-1].split('","')[1]), used / requests * 1e6


def password_hashes(passport, seconds):
    """Verifications per second in one thread, of a hash that user-service has stored."""
    with connect(passport) as database, database.cursor() as cursor:
        cursor.execute("SELECT password_hash FROM account LIMIT 1")
        stored = cursor.fetchone()[0].removeprefix("{argon2id}")
    return float(_run([_java("java"), "--enable-native-access=ALL-UNNAMED", "-cp", f"{passport.libraries('user-service')}/*",
                       str(_HERE / "Argon2Alone.java"), str(seconds), stored, PASSWORD]))


def pictures(seconds):
    """Images per CPU second of the renderer alone."""
    output = _run([str(ROOT / "deploy/bench/pictures"), str(seconds)])
    return float(re.search(r"^passport, JPEG +([\d,]+) images", output, re.MULTILINE)[1].replace(",", ""))


def full_collections(pid):
    """How many full garbage collections a JVM has made since its start."""
    names, values = (line.split() for line in _run([_java("jstat"), "-gc", str(pid)]).splitlines())
    return int(values[names.index("FGC")])


def _java(tool):
    return os.path.join(os.environ["JAVA_HOME"], "bin", tool)


def _run(command):
    result = subprocess.run(command, capture_output=True, text=True, start_new_session=True)
    if result.returncode:
        raise RuntimeError(f"{command[0]} ended with status {result.returncode}: {result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout
