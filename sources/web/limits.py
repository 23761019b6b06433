"""`Limits`: how much and how long an answer from the network may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    unpacked: int = 10_000_000
    """Most bytes of a page, unpacked."""

    packed: int = 10_000_000
    """Most bytes of a page as they come."""

    connect: float = 10.0
    """Longest time until a server takes a connection, for each of its addresses, and until its name is found."""

    silence: float = 20.0
    """Longest time in which a server sends nothing."""

    whole: float = 60.0
    """Longest time for one address with all its redirects, without the pauses that we make."""

    robots: float = 20.0
    """Longest time for a robots.txt with all its redirects."""

    redirects: int = 5
    """Most redirects that are followed."""

    pause: float = 1.0
    """Time between the end of one request to a host and the beginning of the next."""

    longest_pause: float = 30.0
    """The same where robots.txt asks for more, at most."""

    longest_wait: float = 30.0
    """Longest time that is waited, once, for a server that asks to come back later."""
