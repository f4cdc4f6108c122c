"""What one run has measured."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cold:
    """The first seconds after the stack is ready: answers in each, and how many of all were wrong."""

    per_second: list
    wrong: int


@dataclass
class Results:
    """Times in seconds, memory in MiB by part. `rounds` are by the target's name, `figures` of one run by wrk."""

    commit: str = ""
    machine: dict = field(default_factory=dict)
    seconds: float = 0
    first_start: float = 0
    start: float | None = None
    cold: Cold | None = None
    at_rest: dict = field(default_factory=dict)
    after_load: dict = field(default_factory=dict)
    # figures by operation and number of connections
    operations: dict = field(default_factory=dict)
    # rounds by operation
    limits: dict = field(default_factory=dict)
    # rounds
    get_user: dict = field(default_factory=dict)
    get_session: dict = field(default_factory=dict)
    static: dict = field(default_factory=dict)
    rate_limit: dict = field(default_factory=dict)
    gateway_start: object = None
    # figures
    minute: object = None
    image_code: object = None
    full_collections: dict = field(default_factory=dict)
    # requests per second, µs of CPU for each
    redis_gets: tuple = ()
    # per second, of each round
    hashes: list = field(default_factory=list)
    sign_ins: list = field(default_factory=list)
    # per CPU second; None in a smoke run
    pictures: float | None = None
    # why a run was repeated, one text for each
    repeated: list = field(default_factory=list)
    # part of the samples by layer, by service
    profiles: dict = field(default_factory=dict)

    @property
    def steady(self):
        """GET user per second at 32 connections when everything is warm, as many as in the first seconds."""
        return self.limits["GET user"]["gateway"].rate
