"""Serving the dashboard with waitress: one process, some threads, on every system."""

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

from sources.errors import ParallaxError
from sources.outlets import outlets_for

_THREADS = 8


class AddressInUse(ParallaxError):
    """Somebody already listens on the address."""

    slug = "address-in-use"


def serve(
    library: Path,
    *,
    host: str,
    port: int,
    open_browser: bool,
    say: Callable[[str], object],
    own_outlets: Path | None = None,
) -> None:
    """Serve the dashboard of `library` until interrupted, with the person's own file of outlets where one is named.

    Raises AddressInUse, NoResults, and InputError for a file of outlets that is none.
    """
    from waitress import create_server

    from analysis.store import current_run
    from dashboard.app import create_app

    current_run(library)  # no results yet is said now, not by the first page
    outlets_for(library, given=own_outlets)  # and so is a file of outlets that is none
    listening = _listening(host, port)
    app = create_app(library, own_outlets=own_outlets)
    server = create_server(app.server, sockets=[listening], threads=_THREADS, ident="Parallax")
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    say(f"Parallax shows {library} at {address} (Ctrl+C stops it)")
    if open_browser:
        webbrowser.open(address)
    try:
        server.run()  # waitress takes Ctrl+C itself and returns
    finally:
        server.close()
    say("stopped")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        why = error.strerror or str(error)
        raise AddressInUse(f"cannot listen on {host} port {port}: {why}; choose another one with --port") from error
    return made
