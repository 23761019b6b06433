"""Connections under guard: only to addresses that were checked, and never longer or larger than their budget allows.

Nothing here opens a socket: `sources.web.network` passes in what does.
"""

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import httpcore
import httpx

from sources.errors import NotAllowed
from sources.web.addresses import not_public
from sources.web.budget import Current
from sources.web.faults import NoConnection

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) -> its IP addresses, the best first. Raises OSError when there are none."""

_ADDRESSES = 4
"""Addresses of one host that are tried."""


class Transport(httpx.BaseTransport):
    """httpx's requests over httpcore's connections, which are made by our own backend.

    There is no `httpx.Client` above it: its cookies, redirects and proxies would follow rules of their own.
    """

    def __init__(self, backend: httpcore.NetworkBackend, *, trust: ssl.SSLContext) -> None:
        """`backend` makes the connections, `trust` says which certificates are good."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=None,
            max_keepalive_connections=20,
            keepalive_expiry=5.0,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, its body not read yet. Raises httpcore's errors and those of `Checked`."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class Checked(httpcore.NetworkBackend):
    """Connects to addresses that were checked: a name is looked up here, once for each connection, and nowhere else."""

    def __init__(
        self, plain: httpcore.NetworkBackend, resolve: Resolve, current: Current, *, allow_private: bool
    ) -> None:
        """`plain` opens sockets; with `allow_private` every address is good."""
        self._plain, self._resolve, self._current, self._allow_private = plain, resolve, current, allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of the host that takes one, under the budget of this thread.

        Raises NotAllowed when any address of the host is not public, NoConnection when it has none.
        """
        failure: Exception = NoConnection(f"has no address under the name {host}; check the address")
        for address in self._checked(host, port, self._current.seconds(timeout))[:_ADDRESSES]:
            seconds = self._current.seconds(timeout)
            try:
                stream = self._plain.connect_tcp(address, port, timeout=seconds, socket_options=socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Guarded(stream, self._current)
        raise failure

    def _checked(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the addresses of a host; raise NotAllowed when one of them may not be used."""
        try:
            answers: Sequence[str] = [str(ipaddress.ip_address(host))]
        except ValueError:
            answers = _within(self._resolve, host, port, seconds)
        try:
            addresses = [ipaddress.ip_address(answer) for answer in answers]
        except ValueError as error:
            raise NoConnection(f"is not found: the name server answers nonsense for {host} ({error})") from error
        for address in addresses:
            kind = None if self._allow_private else not_public(address)
            if kind is not None:
                raise NotAllowed(
                    f"leads to {address} ({kind}), not to the public internet; if it is a server of your own, allow "
                    "private addresses with --allow-private"
                )
        return list(map(str, addresses))


def _within(resolve: Resolve, host: str, port: int, seconds: float) -> Sequence[str]:
    """Look a name up in a thread of its own, because the system's resolver knows no time-out."""
    found: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def look() -> None:
        try:
            found.put(resolve(host, port))
        except Exception as error:
            found.put(error)

    threading.Thread(target=look, daemon=True, name=f"looks up {host}").start()
    try:
        answer = found.get(timeout=seconds)
    except Empty:
        raise NoConnection(
            f"is not found: no name server says within {seconds:,.3g} seconds where {host} is; try again later"
        ) from None
    if isinstance(answer, OSError | UnicodeError):
        raise NoConnection(f"is not found: no name server knows {host}; check the address and your connection")
    if isinstance(answer, Exception):
        raise answer
    return answer


_Gives = TypeVar("_Gives")


class _Guarded(httpcore.NetworkStream):
    """A connection whose every step is under the budget of the thread that makes it."""

    def __init__(self, stream: httpcore.NetworkStream, current: Current) -> None:
        self._stream, self._current = stream, current

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        content = self._timed(lambda seconds: self._stream.read(max_bytes, timeout=seconds), timeout)
        self._current.count(len(content))
        return content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._timed(lambda seconds: self._stream.write(buffer, timeout=seconds), timeout)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            stream = self._timed(
                lambda seconds: self._stream.start_tls(ssl_context, server_hostname, timeout=seconds), timeout
            )
        except BaseException:
            self.close()  # nobody else knows of this connection yet
            raise
        return _Guarded(stream, self._current)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._stream.get_extra_info(info)

    def _timed(self, step: Callable[[float], _Gives], timeout: float | None) -> _Gives:
        seconds = self._current.seconds(timeout)
        try:
            return step(seconds)
        except httpcore.TimeoutException:
            self._current.seconds(timeout)  # when the whole time is over, this says so
            raise
