"""`Desk`: what pages that write work on, and under which rules."""

from dataclasses import dataclass
from pathlib import Path

from flask import has_request_context, request

from dashboard.collecting.guard import Guard
from dashboard.collecting.jobs import Jobs
from sources.outlets import Outlets, outlets_for


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What the addresses that write work on."""

    library: Path
    guard: Guard
    own_outlets: Path | None = None
    allow_private: bool = False
    """True where pages are fetched from this network too."""

    @property
    def jobs(self) -> Jobs:
        """The work beside the pages."""
        return Jobs(self.library)

    @property
    def outlets(self) -> Outlets:
        """The outlets that are known."""
        return outlets_for(self.library, given=self.own_outlets)

    def task(self, **more: object) -> dict[str, object]:
        """Return what every job needs to know."""
        own = str(self.own_outlets.absolute()) if self.own_outlets else None
        return {"outlets": own, "private": self.allow_private, **more}

    def closed(self) -> str | None:
        """Return why whoever asks may not write here, None when they may."""
        return self.guard.closed(request) if has_request_context() else None


def desk_of(
    library: Path,
    *,
    own_outlets: Path | None = None,
    read_only: bool = False,
    others: bool = False,
    hosts: tuple[str, ...] = (),
    allow_private: bool = False,
) -> Desk:
    """Return the desk of a library; see `Guard` for who may write."""
    guard = Guard(folder=Jobs(library).folder, read_only=read_only, others=others, hosts=hosts)
    return Desk(library=library, guard=guard, own_outlets=own_outlets, allow_private=allow_private)
