"""robots.txt: what a site lets programs read, and how long it wants between two requests. Nothing is fetched here."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from sources.errors import InputError, NotAllowed, Unreachable
from sources.web.addresses import WebAddress
from sources.web.faults import NoConnection

if TYPE_CHECKING:
    from protego import Protego

AGENT = "parallax-news"
"""The name under which a robots.txt may speak of this program."""

LIMIT = 512_000
"""Bytes of a robots.txt that are looked at: RFC 9309 asks for 500 KiB; the rest is left."""

_GROUP = re.compile(r"\s*user[-\s]*agent\s*:?(?P<name>[^#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What one robots.txt says to this program."""

    rules: "Protego | None" = None
    """None: there is none, everything may be read."""

    pause: float = 0.0
    """Seconds that the site wants between two requests; 0 when it does not say."""

    def allows(self, url: str) -> bool:
        """Return whether the page at `url`, which must be of this site, may be read."""
        return self.rules is None or self.rules.can_fetch(url, AGENT)


def robots_of(content: bytes) -> Robots:
    """Return what the bytes of a robots.txt say. What is none, a web page for example, forbids nothing."""
    from protego import Protego

    lines = content[:LIMIT].decode("utf-8-sig", errors="replace").splitlines()
    rules = Protego.parse("\n".join(map(_ours, lines)))
    rate = rules.request_rate(AGENT)
    between = rate.seconds / rate.requests if rate and rate.requests > 0 else 0.0
    return Robots(rules=rules, pause=max(rules.crawl_delay(AGENT) or 0.0, between))


def _ours(line: str) -> str:
    """Return the line with any other program's name made the same one.

    A file that names tens of thousands of programs and rules would else cost minutes and gigabytes to read.
    """
    group = _GROUP.match(line)
    if group is None:
        return line
    name = group["name"].strip().lower()
    return line if name == "*" or name.replace("*", "") in AGENT else "User-agent: another"


class RobotsMemory:
    """The robots.txt of each site, asked for once. Threads may share one."""

    def __init__(self, fetch: Callable[[WebAddress], Robots]) -> None:
        """`fetch` reads the robots.txt of the site that an address is of, or raises InputError."""
        self._fetch = fetch
        self._lock = Lock()
        self._sites: dict[str, _Site] = {}

    def of(self, address: WebAddress) -> Robots:
        """Return what the address's site lets programs read.

        Raises what `fetch` raised, now and later: a site whose robots.txt cannot be had is left alone.
        """
        with self._lock:
            site = self._sites.setdefault(address.origin, _Site())
        with site.lock:
            if site.robots is None and site.error is None:
                try:
                    site.robots = self._fetch(address)
                except (NotAllowed, NoConnection) as error:
                    site.error = error
                except InputError as error:
                    site.error = Unreachable(f"is not read: its site's robots.txt, which is asked first, {error}")
            if site.error is not None:
                raise type(site.error)(str(site.error))
            return site.robots or Robots()


@dataclass(slots=True)
class _Site:
    lock: Lock = field(default_factory=Lock)
    robots: Robots | None = None
    error: InputError | None = None
