"""Child processes that end with this one, and what /proc says about a process."""

import contextlib
import ctypes
import os
import signal
import subprocess
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1
_JIT_THREADS = ("C1 CompilerThre", "C2 CompilerThre")


def start(command, log=None, **options):
    """Starts a child in a session of its own, so that Ctrl-C does not reach it. The kernel sends it SIGTERM when this process is gone."""

    def end_with_parent():
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

    if log is not None:
        with open(log, "ab") as output:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                    start_new_session=True, preexec_fn=end_with_parent, **options)
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=end_with_parent, **options)


def stop(child, patience=60):
    """Sends SIGTERM and waits; kills the child after `patience` seconds."""
    child.terminate()
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


@contextlib.contextmanager
def running(command, log, **options):
    """A child that is stopped at the end of the block."""
    child = start(command, log, **options)
    try:
        yield child
    finally:
        stop(child)


def family(pid):
    """The process and all its descendants."""
    pids = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            pids += family(int(child))
    return pids


def cpu_seconds(pids):
    """User and system time of all threads, including those that have ended."""
    return sum(_cpu(Path(f"/proc/{pid}/stat")) for pid in pids)


def jit_seconds(pids):
    """The part of it that a JVM's compiler threads have used."""
    total = 0.0
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError):
                if (thread / "comm").read_text().strip() in _JIT_THREADS:
                    total += _cpu(thread / "stat")
    return total


def _cpu(stat):
    # the name in parentheses may contain spaces
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def resident_mebibytes(pids):
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * _PAGE / 2**20
