"""Several processes answer on one socket, one that ends is replaced, and all end with the one that started them."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import workers
from dashboard.workers import WorkersEnd, answer_together


def say_who(listening: socket.socket) -> None:
    """Tell whoever calls the number of this process, until somebody says "end"."""
    while True:
        taken, _ = listening.accept()
        with taken:
            taken.sendall(f"{os.getpid()}\n".encode())
            if taken.recv(10) == b"end":
                return


def end_at_once(_: socket.socket) -> None:
    """Answer nobody."""


_CODE = """
import socket
from dashboard.workers import answer_together
from tests.dashboard.test_workers import say_who
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
answer_together(say_who, listening, workers=2, say=lambda said: print(said, flush=True))
print("over", flush=True)
"""


@pytest.fixture
def serving():
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", _CODE], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    yield process, int(process.stdout.readline())
    process.kill()
    process.communicate()


def _asked(port: int, answer: bytes = b"thanks") -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as asking:
        told = int(asking.recv(20))
        asking.sendall(answer)
        return told


def _gone(port: int) -> bool:
    """Wait until nobody listens: each process that ends closes its side of the socket."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=60).close()
        except ConnectionRefusedError:
            return True
        except ConnectionResetError:
            continue


@pytest.mark.skipif(os.name != "posix", reason="other systems have no signal that asks a process to end")
def test_one_that_ends_is_replaced_and_all_end_together(serving):
    process, port = serving
    first = _asked(port, b"end")
    assert "another takes its place" in process.stdout.readline()
    assert _asked(port) != first
    process.send_signal(signal.SIGTERM)
    assert "over" in process.communicate(timeout=60)[0]
    assert process.returncode == 0
    assert _gone(port)


@pytest.mark.skipif(os.name != "posix", reason="other systems end the processes of one that is killed")
def test_they_end_with_one_that_is_killed(serving):
    process, port = serving
    _asked(port)
    process.kill()
    process.communicate(timeout=60)
    assert _gone(port)


def test_what_ends_again_and_again_is_given_up(monkeypatch):
    monkeypatch.setattr(workers, "MOST_ENDED", 1)
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(WorkersEnd, match="fewer --workers"):
        answer_together(end_at_once, listening, workers=1, say=said.append)
    assert len(said) == 2
