"""Serving: a taken port and a wrong file of outlets are said in one line before anything starts."""

import socket

import pytest

from dashboard.server import AddressInUse, serve
from sources.errors import InputError


def test_a_taken_port(demo_library):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AddressInUse, match="choose another one with --port"):
            serve(demo_library, host="127.0.0.1", port=taken.getsockname()[1], open_browser=False, say=print)


def test_a_file_of_outlets_that_is_none(demo_library, tmp_path):
    given = tmp_path / "outlets.tsv"
    given.write_text("no such column\n")
    with pytest.raises(InputError, match=r"outlets\.tsv"):
        serve(demo_library, host="127.0.0.1", port=0, open_browser=False, say=print, own_outlets=given)
