"""The machine, the versions and the commit of a run."""

import os
import platform
import re
import subprocess
import time
from pathlib import Path

from harness.passport import ROOT, connect


def commit():
    """The commit's abbreviated id; with "-dirty" if a file of the checkout differs."""
    return _output("git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*")


def describe(passport):
    """Name and value of everything that a figure depends on."""
    java = _output(os.path.join(os.environ["JAVA_HOME"], "bin/java"), "-version").splitlines()[1]
    with connect(passport) as database, database.cursor() as cursor:
        cursor.execute("SELECT VERSION()")
        mariadb = cursor.fetchone()[0]
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "CPU": f"{os.cpu_count()} cores of {_field('/proc/cpuinfo', 'model name')}",
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.0f} GiB",
        "system": f"Linux {platform.release()}, {_os_name()}",
        "Java": re.search(r"\((.*)\)", java)[1],
        "Redis": passport.redis().info("server")["redis_version"],
        "MariaDB": mariadb,
        **{name: _package(name) for name in ("nginx-light", "wrk", "gunicorn", "python3-flask", "python3-sqlalchemy")},
    }


def busy_share(seconds):
    """The part of all cores that is in use now, 0 to 1."""
    before = _cpu_ticks()
    time.sleep(seconds)
    idle, total = (after - earlier for after, earlier in zip(_cpu_ticks(), before))
    return 1 - idle / total


def _cpu_ticks():
    ticks = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return ticks[3] + ticks[4], sum(ticks)


def _field(file, name):
    return re.search(rf"^{name}\s*: *(.*)$", Path(file).read_text(), re.MULTILINE)[1]


def _os_name():
    return _output("sh", "-c", '. /etc/os-release; echo "$PRETTY_NAME"')


def _package(name):
    return _output("dpkg-query", "-W", "-f", "${Version}", name)


def _output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout.strip()
