"""`Network`: fetches pages and feeds. The one module that opens sockets; loaded only when something is fetched."""

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self

import httpcore
import httpx

from sources.errors import InputError, NotAllowed, TooLarge, Unreachable
from sources.web.addresses import WebAddress, web_address
from sources.web.answers import REDIRECTS, WAITING, media_type, refusal, seconds_to_wait, span, validator
from sources.web.budget import Budget, Current
from sources.web.connections import Checked, Resolve, Transport
from sources.web.faults import fault
from sources.web.fetched import Fetched
from sources.web.limits import Limits
from sources.web.robots import AGENT, LIMIT, Robots, RobotsMemory, robots_of
from sources.web.turns import Turns
from sources.web.unpacking import ACCEPTED, first, joined, unpack

_HEADS = 200_000
"""Bytes that an answer may have beside its body."""

_WANTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
)
_SAVE = "save the page in your browser and add the file"


def system_addresses(host: str, port: int) -> list[str]:
    """Return the addresses that the computer's own resolver knows."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def user_agent() -> str:
    """Return what we call ourselves to servers: the program and its version."""
    try:
        number = version(AGENT)
    except PackageNotFoundError:
        number = "from-source"
    return f"{AGENT}/{number} (compares news reports; run by one person on their own computer)"


@cache
def _authorities() -> ssl.SSLContext:
    """Return the certificate authorities that browsers trust, without those that the environment names."""
    return httpx.create_ssl_context(trust_env=False)


class Network:
    """Fetches addresses (it is a `sources.web.fetched.Fetch`), politely and within limits. Threads may share one.

    Each connection goes to an address that was checked just before, so that no second answer of the name server can
    lead elsewhere. robots.txt is asked for once for each site. No proxy is taken from the environment, which could lead
    round the check; no cookie is kept; certificates are verified.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        limits: Limits | None = None,
        tell: Callable[[str], None] | None = None,
        resolve: Resolve = system_addresses,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """`tell` is called with one line for what a person should know; `trust` says which certificates are good."""
        self._limits = limits or Limits()
        self._tell = tell or (lambda line: None)
        self._clock, self._sleep, self._now = clock, sleep, now
        self._turns = Turns(clock=clock, sleep=sleep)
        self._robots = RobotsMemory(self._fetch_robots)
        self._current = Current()
        backend = Checked(httpcore.SyncBackend(), resolve, self._current, allow_private=allow_private)
        self._transport = Transport(backend, trust=trust or _authorities())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()

    def __call__(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Return what `url` answers, after at most five redirects, each of which is checked like the first.

        Raises NotAllowed (the address may not be read), Unreachable (no answer, or none that is a page), TooLarge, and
        InputError for what is no address: one line each.
        """
        asked = {"If-None-Match": validator(etag), "If-Modified-Since": validator(last_modified)}
        conditions = {name: value for name, value in asked.items() if value}
        budget = self._budget(self._limits.whole)
        address, seen = web_address(url), set[str]()
        while True:
            robots = self._robots.of(address)
            if not robots.allows(address.url):
                via = f"redirects to {address.url[:200]}, which is" if seen else "is"
                raise NotAllowed(f"{via} closed to programs by the robots.txt of {address.host}; {_SAVE}")
            answer = self._ask(address, conditions, pause=self._pause(robots), budget=budget, read=self._whole)
            if answer.status not in REDIRECTS:
                break
            seen.add(address.url)
            address = self._next(address, answer, seen)
        return _fetched(address, answer, conditions)

    def _next(self, address: WebAddress, answer: "_Answer", seen: set[str]) -> WebAddress:
        """Return where a redirect leads."""
        location = answer.headers.get("location", "").strip()
        if not location:
            raise Unreachable(f"redirects to nowhere (status {answer.status}); check the address")
        try:
            place = web_address(location, base=address.url)
        except InputError as error:
            raise type(error)(f"redirects to an address that {error}") from error
        if place.url in seen:
            raise Unreachable(f"redirects round in a circle, as pages that want cookies do; {_SAVE}")
        if len(seen) > self._limits.redirects:
            raise Unreachable(f"redirects more than {self._limits.redirects} times; add the address where it ends")
        return place

    def _fetch_robots(self, address: WebAddress) -> Robots:
        """Fetch robots.txt: none there (4xx, or redirects without end) means that everything may be read."""
        budget = self._budget(self._limits.robots)
        place, seen = web_address("/robots.txt", base=address.url), set[str]()
        while place.url not in seen and len(seen) <= self._limits.redirects:
            seen.add(place.url)
            answer = self._ask(place, {}, pause=self._limits.pause, budget=budget, read=_beginning)
            if answer.status in REDIRECTS and answer.headers.get("location"):
                place = web_address(answer.headers["location"], base=place.url)
                continue
            if answer.status >= 500 or answer.status == 429:
                raise refusal(answer.status)
            robots = robots_of(answer.content)
            if robots.pause > self._limits.longest_pause:
                self._tell(
                    f"{address.host} asks for {span(robots.pause)} between two requests; "
                    f"{span(self._limits.longest_pause)} are kept"
                )
            return robots
        return Robots()

    def _pause(self, robots: Robots) -> float:
        return max(self._limits.pause, min(robots.pause, self._limits.longest_pause))

    def _budget(self, seconds: float) -> Budget:
        return Budget(seconds=seconds, size=self._limits.packed + _HEADS, clock=self._clock)

    def _ask(
        self, address: WebAddress, conditions: dict[str, str], *, pause: float, budget: Budget, read: "_Read"
    ) -> "_Answer":
        """Ask for one address when it is its host's turn; once more when the server asks to wait a moment."""
        with self._turns.turn(address.host, pause=pause):
            answer = self._once(address, conditions, budget, read)
            wait = seconds_to_wait(answer.headers.get("retry-after"), now=self._now())
            if answer.status not in WAITING or wait is None:
                return answer
            if wait > self._limits.longest_wait:
                raise Unreachable(f"asks to come back in {span(wait)} (status {answer.status}); try again then")
            self._sleep(max(wait, pause))
            return self._once(address, conditions, budget, read)

    def _once(self, address: WebAddress, conditions: dict[str, str], budget: Budget, read: "_Read") -> "_Answer":
        limits = self._limits
        times = {"connect": limits.connect, "read": limits.silence, "write": limits.silence, "pool": limits.connect}
        headers = {"User-Agent": user_agent(), "Accept": _WANTED, "Accept-Encoding": ACCEPTED, **conditions}
        request = httpx.Request("GET", address.url, headers=headers, extensions={"timeout": times})
        self._current.budget = budget
        budget.start()
        try:
            response = self._transport.handle_request(request)
            try:
                content = read(response) if 200 <= response.status_code < 300 else b""
            finally:
                response.close()
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise fault(error, limits=limits) from error
        finally:
            budget.stop()
        return _Answer(status=response.status_code, headers=response.headers, content=content)

    def _whole(self, response: httpx.Response) -> bytes:
        length = response.headers.get("content-length", "")
        if length.isdecimal() and float(length) > self._limits.packed:
            raise TooLarge(f"has {float(length) / 1e6:,.1f} MB, over the limit of {self._limits.packed / 1e6:,.1f} MB")
        pieces = unpack(response.iter_raw(), packing=response.headers.get("content-encoding"))
        return joined(pieces, limit=self._limits.unpacked)


_Read = Callable[[httpx.Response], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: httpx.Headers
    content: bytes


def _beginning(response: httpx.Response) -> bytes:
    pieces = unpack(response.iter_raw(), packing=response.headers.get("content-encoding"))
    return first(pieces, most=LIMIT)


def _fetched(address: WebAddress, answer: _Answer, conditions: dict[str, str]) -> Fetched:
    """Return the last answer as the others see it. Raises Unreachable for a status that gives no page."""
    tag, changed = (validator(answer.headers.get(name)) for name in ("etag", "last-modified"))
    if answer.status == 304 and conditions:
        tag, changed = tag or conditions.get("If-None-Match"), changed or conditions.get("If-Modified-Since")
        return Fetched(url=address.url, content=b"", etag=tag, last_modified=changed, unchanged=True)
    if answer.status not in {200, 203}:
        raise refusal(answer.status)
    kind, charset = media_type(answer.headers.get("content-type"))
    return Fetched(
        url=address.url,
        content=answer.content,
        content_type=kind,
        charset=charset,
        etag=tag,
        last_modified=changed,
    )
