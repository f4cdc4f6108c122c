"""What Passport is compared with: nginx in the gateway's place, and the peer."""

import contextlib
import json
import os
import socket
import time
from pathlib import Path
from string import Template

from harness import processes
from harness.passport import connect, database_password, free_port

_HERE = Path(__file__).parent
_PEER_USERS = 32
_PROXY = Template("""\
    upstream $name {
        server 127.0.0.1:$upstream;
        keepalive 256;
        keepalive_requests 1000000000;
    }
    server {
        listen 127.0.0.1:$port backlog=1024;
        location / {
            proxy_pass http://$name;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
        }
    }
""")


class Nginx:
    """A running nginx: `ports` of the proxies by upstream, and the port of the static upstream as `static`."""

    def __init__(self, pid, ports, static):
        self.pid = pid
        self.ports = ports
        self.static = static

    @property
    def pids(self):
        return processes.family(self.pid)


@contextlib.contextmanager
def nginx(folder, upstreams, body):
    """
    Runs Debian's nginx.

    upstreams: the port of each upstream by its name; a proxy before the static upstream is added under the name "static"
    body: of the static upstream's answers
    """
    folder.mkdir(parents=True, exist_ok=True)
    static = free_port()
    ports = {name: free_port() for name in (*upstreams, "static")}
    proxies = "".join(_PROXY.substitute(name=name, upstream=upstream, port=ports[name])
                      for name, upstream in (upstreams | {"static": static}).items())
    configuration = Template((_HERE / "nginx.conf").read_text()).substitute(proxies=proxies, static=static, body=body)
    (folder / "nginx.conf").write_text(configuration)
    log = folder / "nginx.log"
    with processes.running(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], log) as child:
        _await_listening(child, static, log)
        yield Nginx(child.pid, ports, static)


class Peer:
    """The running peer, and the tokens of its sessions."""

    def __init__(self, port, pid, tokens):
        self.port = port
        self.pid = pid
        self.tokens = tokens

    @property
    def pids(self):
        return processes.family(self.pid)


@contextlib.contextmanager
def peer(folder, passport):
    """Runs the peer over Passport's Redis and MariaDB, with users and sessions of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    environment = os.environ | {
        "PEER_REDIS": f"redis://127.0.0.1:{passport.ports['redis']}",
        "PEER_DATABASE": f"mysql+pymysql://passport:{database_password()}@127.0.0.1:{passport.ports['mariadb']}/passport",
        "PYTHONPATH": str(_HERE.parent / "peer"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    tokens = _create_peer_users(passport)
    log = folder / "peer.log"
    command = ["/usr/bin/python3", "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "app:app"]
    with processes.running(command, log, env=environment, cwd=folder) as child:
        _await_listening(child, port, log)
        yield Peer(port, child.pid, tokens)


def _create_peer_users(passport):
    redis = passport.redis()
    with connect(passport) as database, database.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS peer_user (id BIGINT PRIMARY KEY, name VARCHAR(32) NOT NULL UNIQUE,"
                       " mobile VARCHAR(11) NOT NULL UNIQUE, avatar_url VARCHAR(512), create_time DATETIME NOT NULL)")
        for number in range(_PEER_USERS):
            mobile = f"137{number:08d}"
            cursor.execute("REPLACE INTO peer_user VALUES (%s, %s, %s, NULL, NOW())", (number, mobile, mobile))
            redis.set(f"peer:session:{number}", json.dumps({"user_id": number, "name": mobile}))
    return [str(number) for number in range(_PEER_USERS)]


def _await_listening(child, port, log):
    end = time.monotonic() + 30
    while time.monotonic() < end and child.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"Does not listen on {port}: {child.args}\n{log.read_text()}")
