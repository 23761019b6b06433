"""`Jobs`: the one piece of work that runs beside the pages, in a process of its own, where every worker sees it.

Its state is a small file in a folder beside the library, replaced in one step. Whoever works holds a lock that the
system takes back when the process ends, however it ends: a job whose lock is free has died.
"""

import contextlib
import json
import os
import secrets
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal

from sources.errors import ParallaxError

State = Literal["starting", "running", "done", "stopped", "failed", "died"]

STARTING = 120.0
"""Seconds in which a process that was started must have begun, also on a busy machine: longer, and it has died."""

_OWN = 0o700
"""The folder is nobody else's: it holds what a person gives until it was read."""


class Busy(ParallaxError):
    """Another piece of work is not done yet."""

    slug = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work, as far as it is."""

    id: str
    kind: str
    """What is done: a key of `dashboard.collecting.work.KINDS`."""

    state: State
    began: float
    """Seconds since 1970."""

    task: Mapping[str, object] = field(default_factory=dict)
    """What it works on, for starting it again."""

    step: str = ""
    """What is being done now."""

    done: int = 0
    of: int = 0
    """How many of how many; 0 of 0 where that is not known."""

    said: tuple[str, ...] = ()
    """What came of it, one line each."""

    refused: tuple[tuple[str, str], ...] = ()
    """(what, why) for what could not be read."""

    added: int = 0
    there: int = 0
    ended: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether it is being worked on."""
        return self.state in {"starting", "running"}


class Stopped(Exception):
    """The person asked the work to stop."""


class Jobs:
    """The work beside the pages of one library."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self.folder = library.with_name(f"{library.name}.work")

    def now(self) -> Job | None:
        """Return the last job, None when there never was one. One that ended without a word is said to have died."""
        job = self._read()
        if job is None or not job.is_open or self._held():
            return job
        if _may_begin(job):
            return job
        job = self._read() or job  # it may have ended between our two looks
        return replace(job, state="died") if job.is_open else job

    def start(self, kind: str, task: Mapping[str, object] | None = None) -> Job:
        """Start a job in a process of its own. Raises Busy while another runs."""
        with self._alone():
            before = self.now_locked()
            if before is not None:
                raise Busy(f"{WORDS.get(before.kind, 'something else')} is not done yet; wait for it, or stop it")
            job = Job(id=secrets.token_hex(6), kind=kind, state="starting", began=time.time(), task=dict(task or {}))
            self._stop.unlink(missing_ok=True)
            self.write(job)
        self._spawn(job)
        return job

    def now_locked(self) -> Job | None:
        """Return the job that is starting, for one who holds the lock: no other can be running."""
        job = self._read()
        return job if job is not None and _may_begin(job) else None

    def stop(self) -> None:
        """Ask the job to stop; it does so when what it is writing is written."""
        if self.folder.is_dir():
            self._stop.touch()

    @property
    def asked_to_stop(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._stop.exists()

    @contextlib.contextmanager
    def working(self, identity: str) -> Iterator[Job]:
        """Hold the lock while the job with this id is worked on. Raises Busy when it is another's turn."""
        with self._alone(patience=10.0):
            job = self._read()
            if job is None or job.id != identity or job.state != "starting":
                raise Busy(f"job {identity} is not the one that is to be done")
            yield job

    def write(self, job: Job) -> None:
        """Put down how far a job is, in one step."""
        self.made()
        fresh = self.folder / f"job.{os.getpid()}.{secrets.token_hex(2)}.new"
        fresh.write_text(json.dumps(asdict(job), ensure_ascii=False), encoding="utf-8")
        for _ in range(20):
            try:
                fresh.replace(self.folder / "job.json")
            except PermissionError:  # Windows, while another process reads it
                time.sleep(0.02)
            else:
                return
        fresh.unlink(missing_ok=True)

    def made(self) -> Path:
        """Return the folder, made where it is missing."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=_OWN, exist_ok=True)
        return self.folder

    @property
    def _stop(self) -> Path:
        return self.folder / "stop"

    def _read(self) -> Job | None:
        try:
            told = json.loads((self.folder / "job.json").read_text(encoding="utf-8"))
            refused = tuple((str(what), str(why)) for what, why in told.pop("refused"))
            return Job(**{**told, "said": tuple(told.pop("said")), "refused": refused})
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def _held(self) -> bool:
        try:
            with self._alone(patience=0.0):
                return False
        except Busy:
            return True

    @contextlib.contextmanager
    def _alone(self, *, patience: float = 1.0) -> Iterator[None]:
        """Hold the lock: SQLite's, because the system takes it back from a dead process everywhere."""
        lock = sqlite3.connect(self.made() / "lock.sqlite", timeout=patience, isolation_level=None)
        try:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                job = self._read()
                what = WORDS.get(job.kind, "something else") if job else "something else"
                raise Busy(f"{what} is not done yet; wait for it, or stop it") from error
            yield
        finally:
            lock.close()

    def _spawn(self, job: Job) -> None:
        log = (self.folder / "log.txt").open("w", encoding="utf-8")
        paths = os.pathsep.join(filter(None, sys.path))
        command = [sys.executable, "-m", "dashboard.collecting.work", str(self.library.absolute()), job.id]
        with log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
                start_new_session=True,  # Ctrl+C in the window of the server is not meant for it
            )
        for one in _STARTED.values():
            one.poll()  # those that ended are taken off the system's list
        _STARTED[job.id] = process


_STARTED: dict[str, subprocess.Popen[bytes]] = {}
"""The processes that this one started, by the id of their job: who started it sees at once when it ends unbegun."""


def _may_begin(job: Job) -> bool:
    process = _STARTED.get(job.id)
    ended = process is not None and process.poll() is not None
    return job.state == "starting" and not ended and time.time() - job.began < STARTING


WORDS = {
    "read": "reading what you gave",
    "analyse": "the analysis",
    "demo": "filling the demo",
    "no-demo": "taking the demo out",
}
"""What each kind of job is called."""
