"""The command serves pages until it is told to stop, and says where."""

import re
import signal
import subprocess
import sys
import urllib.request

import pytest


@pytest.mark.parametrize(
    ("empty", "workers"), [(False, 1), (True, 1), (True, 2)], ids=["analysed", "no library yet", "two processes"]
)
def test_served_until_interrupted(demo_library, tmp_path, empty, workers):
    # where the tests run in the background, Ctrl+C is passed over, and what they start would do so too
    restored = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code = restored + "from dashboard.cli import main; main()"
    library = tmp_path / "none.sqlite" if empty else demo_library
    asked = ["--library", str(library), "serve", "--port", "0", "--read-only", "--workers", str(workers)]
    served = subprocess.Popen([sys.executable, "-u", "-c", code, *asked], stdout=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None
        line = served.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        with urllib.request.urlopen(address[0], timeout=30) as answer:
            assert answer.status == 200
            assert b"Parallax" in answer.read()
    finally:
        rest = _interrupted(served)
    assert "stopped" in rest
    assert served.returncode == 0
    assert list(tmp_path.iterdir()) == []  # looking makes nothing


def _interrupted(served: subprocess.Popen[str]) -> str:
    """Press Ctrl+C, again where it met the server in the middle of closing a connection; return what was said."""
    for _ in range(6):
        served.send_signal(signal.SIGINT)
        try:
            return served.communicate(timeout=10)[0]
        except subprocess.TimeoutExpired:
            continue
    served.kill()
    return served.communicate()[0]
