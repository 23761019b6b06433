"""Who may write: this machine's own pages, opened by somebody who sits here. Everybody else is told why not."""

import contextlib
import hmac
import ipaddress
import os
import re
import secrets
import socket
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request

from sources.errors import LibraryError

TOKEN = "token"
"""Name of the form field that carries the token."""

HEADER = "X-Parallax-Token"
"""Header that carries it where a script sends the form."""

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip")
_HOST = re.compile(r"\[?(?P<host>[^\]]*?)\]?(?::\d{1,5})?\Z")


@dataclass(frozen=True, kw_only=True)
class Guard:
    """What a server allows."""

    folder: Path
    """Where the secret lies that all workers of a server share; nobody else may read it."""

    read_only: bool = False
    """True where nobody may write, as on a class's server."""

    others: bool = False
    """True where people on other machines may write too."""

    hosts: tuple[str, ...] = ()
    """Names under which others reach this machine, beside its own; addresses in figures need no name."""

    def stranger(self, asked: Request) -> str | None:
        """Return why a request is answered by nobody: it names a machine that this one is not. None when all is well.

        A page elsewhere may have its own name lead here; the browser then believes that our pages are its own.
        """
        host = host_of(asked.host)
        if host in self._own or _is_address(host):
            return None
        return (
            f"This Parallax does not answer to the name {host[:100]!r}. Open it as http://localhost, or start it with "
            f"parallax serve --name {host[:100]}"
        )

    def closed(self, asked: Request) -> str | None:
        """Return why whoever asks may not write, None when they may."""
        if self.read_only:
            return (
                "This Parallax is served to be read: whoever runs it started it with --read-only. "
                "Bring articles where it runs without that."
            )
        if not self.others and not _is_here(asked):
            return (
                "Articles are brought on the machine where Parallax runs. Whoever runs it can let others do so with "
                "parallax serve --others-write."
            )
        return None

    def refused(self, asked: Request, token: str) -> str | None:
        """Return why something that would be written is refused, None when it may be written."""
        why = self.closed(asked)
        if why is not None:
            return why
        site = asked.headers.get("Sec-Fetch-Site", "same-origin")
        came = asked.headers.get("Origin") or asked.headers.get("Referer")
        foreign = came is not None and urlsplit(came).netloc.casefold() != asked.host.casefold()
        if site not in {"same-origin", "none"} or foreign:
            return "This came from a page of another site, and nothing was done."
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return "The page is from another time. Load it again and repeat what you did; nothing was done."
        return None

    @cached_property
    def token(self) -> str:
        """What only a page of this server knows."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        file = self.folder / "secret"
        with contextlib.suppress(FileExistsError), open(file, "x", encoding="ascii", opener=_for_us) as made:
            made.write(secrets.token_urlsafe(32))
        for _ in range(50):
            if found := file.read_text(encoding="ascii"):
                return found
            time.sleep(0.02)  # another worker is just writing it
        raise LibraryError(f"{file}: is empty; remove it, and it is made anew")

    @cached_property
    def _own(self) -> frozenset[str]:
        name = socket.gethostname().casefold()
        return frozenset({"localhost", name, f"{name}.local", *(host_of(each) for each in self.hosts)})


def host_of(host: str) -> str:
    """Return the name in a Host header without the port, in lower case."""
    plain = host.strip().casefold()
    if plain.count(":") > 1 and not plain.startswith("["):
        return plain  # an IPv6 address without its brackets has no port
    found = _HOST.match(plain)
    return found["host"].rstrip(".") if found else ""


def answer_only_to_our_names(server: Flask, guard: Guard) -> None:
    """Let `server` answer nothing to requests for another machine's name."""

    def before() -> Response | None:
        why = guard.stranger(request)
        return None if why is None else Response(why + "\n", status=421, mimetype="text/plain")

    server.before_request_funcs.setdefault(None, []).insert(0, before)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_here(asked: Request) -> bool:
    """Return whether somebody on this machine asks; what a proxy hands on comes from elsewhere."""
    if any(name in asked.headers for name in _FORWARDED):
        return False
    try:
        address = ipaddress.ip_address(asked.remote_addr or "")
    except ValueError:
        return not asked.remote_addr  # a socket of this machine has no address
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _for_us(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
