"""Where a JVM spends its CPU time, by async-profiler."""

import contextlib
import os
import re
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

from harness.passport import ROOT

ARTIFACT = "tools.profiler:async-profiler:4.1"
_LIBRARY = "linux-arm64/libasyncProfiler.so" if os.uname().machine == "aarch64" else "linux-x64/libasyncProfiler.so"

# The first rule that the name of any frame matches, from the root.
_THREADS = (("JIT compiler", r"CompileBroker::"), ("garbage collection", r"^VMThread::|^GCTaskThread::|^G1\w*::"))
# The last frame of a system call.
_SYSTEM_CALL = re.compile(r"^(__)?(libc_)?(send|sendto|sendmsg|recv|recvfrom|read|write|writev|epoll_\w+|accept4?|connect|close|futex|poll"
                          r"|pthread_cond_\w+|clock_gettime|syscall|eventfd_\w+|\w*cancellable\w*|fsync)(64|_nocancel)?(@.*)?$")
# Otherwise the owner of the last frame that has one: the JDK's time is its caller's.
_OWNERS = (
    ("Passport", "io/passport/"),
    ("Netty", "io/netty/"),
    ("Reactor", "reactor/"),
    ("Lettuce", "io/lettuce/"),
    ("Spring", "org/springframework/"),
    ("Micrometer", "io/micrometer/"),
    ("resilience4j", "io/github/resilience4j/"),
    ("JSON", "tools/jackson/|com/fasterxml/"),
    ("logging", "ch/qos/|org/slf4j/"),
    ("Tomcat", "org/apache/(tomcat|catalina|coyote)/"),
    ("MyBatis", "(org/apache/ibatis|com/baomidou|org/mybatis)/"),
    ("MariaDB driver", "org/mariadb/"),
    ("connection pool", "com/zaxxer/"),
    ("signature", "javax/crypto/|com/sun/crypto/|sun/security/|org/apache/commons/codec/"),
    ("Nacos", "com/alibaba/"),
)


class Profile:
    """A finished profile: stacks from the root to the last frame, with their numbers of samples."""

    def __init__(self, collapsed):
        self._stacks = [(line.rpartition(" ")[0].split(";"), int(line.rpartition(" ")[2])) for line in collapsed.splitlines()]

    def self_time(self):
        """The part of the samples by layer, the largest first. The JIT compiler is left out."""
        layers = Counter()
        for frames, samples in self._stacks:
            layers[_layer(frames)] += samples
        layers.pop("JIT compiler", None)
        total = layers.total()
        return {layer: samples / total for layer, samples in layers.most_common()}

    def hottest(self, number):
        """The methods with the most samples of their own, and their part of all."""
        methods = Counter()
        for frames, samples in self._stacks:
            methods[frames[-1]] += samples
        return [(method, samples / methods.total()) for method, samples in methods.most_common(number)]


def _layer(frames):
    for layer, pattern in _THREADS:
        if any(re.search(pattern, frame) for frame in frames):
            return layer
    if _SYSTEM_CALL.match(frames[-1]):
        return "system calls"
    for frame in reversed(frames):
        for layer, pattern in _OWNERS:
            if re.match(pattern, frame):
                return layer
    return "JVM"


class _Recording:
    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        return getattr(Profile(self._file.read_text()), name)


@contextlib.contextmanager
def profiled(passport, service, folder):
    """Profiles a service for the length of the block. Afterwards there are <service>.txt and a flame graph <service>.html in the folder."""
    library = _library(folder)
    pid = passport.pids(service)[0]
    file, flame_graph = folder / f"{service}.txt", folder / f"{service}.html"
    _command(pid, library, "start,event=ctimer,interval=1ms")
    try:
        yield _Recording(file)
    finally:
        _command(pid, library, f"stop,collapsed,file={file}")
        _command(pid, library, f"dump,flamegraph,file={flame_graph}")


def _command(pid, library, options):
    jcmd = os.path.join(os.environ["JAVA_HOME"], "bin/jcmd")
    output = subprocess.run([jcmd, str(pid), "JVMTI.agent_load", str(library), f'"{options}"'], check=True, capture_output=True, text=True,
                            start_new_session=True).stdout
    if "return code: 0" not in output:
        raise RuntimeError(f"async-profiler: {output}")


def _library(folder):
    """async-profiler's library, which Maven brings."""
    name, version = ARTIFACT.split(":")[1:]
    jar, library = folder / f"{name}-{version}.jar", folder / _LIBRARY
    if not jar.exists():
        subprocess.run(["mvn", "-q", "-f", str(ROOT / "deploy/bench"), "dependency:copy", f"-Dartifact={ARTIFACT}",
                        f"-DoutputDirectory={folder}"], check=True, start_new_session=True)
    if not library.exists():
        with zipfile.ZipFile(jar) as archive:
            archive.extract(_LIBRARY, folder)
    return library
