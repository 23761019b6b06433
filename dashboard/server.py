"""Serving the dashboard with waitress: one process or several, some threads in each, on every system."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.workers import answer_together
from sources.errors import ParallaxError
from sources.outlets import outlets_for

_THREADS = 8
_BESIDE = 8_000_000
"""Bytes that a request may have beside the files that it carries."""


class AddressInUse(ParallaxError):
    """Somebody already listens on the address."""

    slug = "address-in-use"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What is served, and how: `dashboard.app.create_app` says what the options are."""

    library: Path
    own_outlets: Path | None = None
    read_only: bool = False
    others: bool = False
    hosts: tuple[str, ...] = ()
    allow_private: bool = False
    secret_key: str | None = None
    shared: Path | None = None


def serve(
    library: Path,
    *,
    host: str,
    port: int,
    open_browser: bool,
    say: Callable[[str], object],
    own_outlets: Path | None = None,
    read_only: bool = False,
    others: bool = False,
    hosts: tuple[str, ...] = (),
    allow_private: bool = False,
    workers: int = 1,
) -> None:
    """Serve the dashboard of `library` until interrupted, with the person's own file of outlets where one is named.

    A library with no results, or none at all, is served too: its pages say how to begin. `create_app` says what the
    other options are; `workers` is the number of processes. Raises AddressInUse, and InputError for a file of outlets
    that is none.
    """
    outlets_for(library, given=own_outlets)  # a file of outlets that is none is said now, not by the first page
    listening = _listening(host, port)
    served_on = (host,) if host not in {"0.0.0.0", "::"} else ()
    served = Served(
        library=library,
        own_outlets=own_outlets,
        read_only=read_only,
        others=others,
        hosts=(*hosts, *served_on),
        allow_private=allow_private,
        secret_key=secrets.token_hex(32),
    )
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    run = _prepared(served, listening) if workers == 1 else None
    say(f"Parallax shows {library} at {address} (Ctrl+C stops it)")
    if open_browser:
        webbrowser.open(address)
    if run is not None:
        run()
    else:
        with TemporaryDirectory(prefix="parallax-answers-", ignore_cleanup_errors=True) as folder:
            each = partial(answer, replace(served, shared=Path(folder)))
            answer_together(each, listening, workers=workers, say=say)
    say("stopped")


def answer(served: Served, listening: socket.socket) -> None:
    """Answer on a socket until interrupted; word lists are loaded meanwhile."""
    from dashboard.warm import warm_up

    run = _prepared(served, listening)
    warm_up()
    run()


def _prepared(served: Served, listening: socket.socket) -> Callable[[], None]:
    """Return what answers on a socket until interrupted, with the app made."""
    from waitress import create_server

    from dashboard.app import create_app
    from dashboard.collecting.given import MOST_FILES

    app = create_app(
        served.library,
        secret_key=served.secret_key,
        own_outlets=served.own_outlets,
        read_only=served.read_only,
        others=served.others,
        hosts=served.hosts,
        allow_private=served.allow_private,
        ahead=True,
        shared=served.shared,
    )
    server = create_server(
        app.server,
        sockets=[listening],
        threads=_THREADS,
        ident="Parallax",
        max_request_body_size=MOST_FILES + _BESIDE,
    )

    def run() -> None:
        try:
            server.run()  # waitress takes Ctrl+C itself and returns
        finally:
            server.close()

    return run


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
