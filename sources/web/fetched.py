"""`Fetched`: one answer from the network, and the shape of what fetches it. Nothing here opens a socket."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered."""

    url: str
    """The address that answered, after redirects."""

    content: bytes
    """The body, unpacked; empty when `unchanged`."""

    content_type: str | None = None
    """Media type as the server names it, lower case, without parameters ("text/html"); None when it names none."""

    charset: str | None = None
    """Encoding as the server names it; None when it names none."""

    etag: str | None = None
    """The server's ETag, to be sent back next time; None when it gives none."""

    last_modified: str | None = None
    """The server's Last-Modified, to be sent back next time; None when it gives none."""

    unchanged: bool = False
    """True when the server said that nothing changed since the `etag` or `last_modified` that were sent."""


class Fetch(Protocol):
    """Fetches one address."""

    def __call__(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Return the answer. Raises Unreachable, NotAllowed and TooLarge."""
