"""Serving: a taken port and a library without results are said in one line before anything starts."""

import socket

import pytest

from dashboard.server import AddressInUse, serve
from sources.errors import NoResults


def test_a_taken_port(demo_library):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AddressInUse, match="choose another one with --port"):
            serve(demo_library, host="127.0.0.1", port=taken.getsockname()[1], open_browser=False, say=print)


def test_no_results(tmp_path):
    with pytest.raises(NoResults):
        serve(tmp_path / "none.sqlite", host="127.0.0.1", port=0, open_browser=False, say=print)
