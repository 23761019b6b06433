import socket

import httpcore
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError, Unreachable
from sources.web.faults import NoConnection, fault
from sources.web.limits import Limits
from sources.web.network import Network
from tests.sources.own_server import ROBOTS, OwnServer, page

QUICK = Limits(pause=0)


def raw(content):
    return lambda request: request.raw(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "breaks off before its answer is complete; try again later"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "breaks off before its answer is complete; try again"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha", "breaks off before its answer is complete"),
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "does not speak HTTP as it should"),
        (
            b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n",
            "does not speak HTTP as it should (illegal header line); save the page",
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n", "does not speak HTTP as it should"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 150_000, "answers with headers without end; save the page"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "does not speak HTTP as it should"),
    ],
)
def test_what_is_no_answer_is_told_in_one_line(content, why):
    with OwnServer({"/": raw(content)}) as site, Network(allow_private=True, limits=QUICK) as network:
        with pytest.raises(Unreachable) as caught:
            network(site.url())
        assert str(caught.value).startswith(why)
        assert len(str(caught.value).splitlines()) == 1
        assert site.times() == {ROBOTS: 1, "/": 1}


def test_a_port_without_a_server_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Network(allow_private=True, limits=QUICK) as network, pytest.raises(NoConnection) as caught:
        network(f"http://127.0.0.1:{port}/")
    assert str(caught.value) == "takes no connection (Connection refused); check the address, or try again later"
    assert caught.value.slug == "unreachable"


def test_a_server_without_tls_is_told():
    with (
        OwnServer({"/": page()}) as site,
        Network(allow_private=True, limits=QUICK) as network,
        pytest.raises(Unreachable, match=r"makes no secure connection \(.+\); check whether its address is http"),
    ):
        network(site.url(scheme="https"))


def test_a_server_that_never_shakes_hands_is_told():
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        Network(allow_private=True, limits=Limits(pause=0, connect=0.3)) as network,
        pytest.raises(Unreachable, match=r"does not answer within 0\.3 seconds; check the address, or try again later"),
    ):
        network(f"https://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (httpcore.ConnectTimeout("timed out"), "does not answer within 10 seconds; check the address, or try again"),
        (httpcore.ReadTimeout("timed out"), "sends nothing for 20 seconds; try again later"),
        (httpcore.WriteTimeout("timed out"), "takes no request for 20 seconds; try again later"),
        (httpcore.PoolTimeout("timed out"), "takes no request for 20 seconds; try again later"),
        (httpcore.ReadError("reset"), "breaks off the connection; try again later"),
        (httpcore.ConnectError("no\nroute"), "takes no connection (no route); check the address, or try again later"),
        (httpcore.LocalProtocolError("a\x1b[31m"), "does not speak HTTP as it should (a\ufffd[31m); save the page in"),
    ],
)
def test_each_fault_says_what_to_do(error, told):
    assert str(fault(error, limits=Limits())).startswith(told)


@pytest.fixture(scope="module")
def parrot():
    """A server that says what it is told to, and a network that does not wait for it."""
    with (
        OwnServer() as site,
        Network(allow_private=True, limits=Limits(pause=0, silence=5), sleep=lambda seconds: None) as network,
    ):
        yield site, network


PIECES = st.sampled_from(
    [
        *(
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 302 Found\r\n",
            b"HTTP/1.1 304 Not Modified\r\n",
            b"HTTP/1.1 100 C\r\n\r\n",
        ),
        *(
            b"HTTP/1.1 429 x\r\n",
            b"HTTP/1.1 101 S\r\nUpgrade: x\r\n",
            b"HTTP/1.1 999 \r\n",
            b"HTTP/2 200 OK\r\n",
            b"\r\n",
        ),
        *(
            b"Content-Length: 5\r\n",
            b"Content-Length: -5\r\n",
            b"Content-Length: \xb2\r\n",
            b"Transfer-Encoding: chunked\r\n",
        ),
        *(
            b"Content-Encoding: gzip\r\n",
            b"Content-Encoding: \xff\r\n",
            b"Content-Type: \xff/x; charset=\xff\r\n",
            b" x\r\n",
        ),
        *(
            b"Location: http://[::1\r\n",
            b"Location: \xff\xfe\r\n",
            b"Location: //\r\n",
            b"Location: ?\r\n",
            b"ETag: \xff\r\n",
        ),
        *(
            b"Retry-After: \xff\r\n",
            b"Retry-After: 9\r\n",
            b"Last-Modified: \x01\r\n",
            b"5\r\nhello\r\n0\r\n\r\n",
            b"hello",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.binary(max_size=3), max_size=9).map(b"".join))
def test_whatever_a_server_says_is_an_answer_or_one_line(parrot, content):
    site, network = parrot
    site.pages["/"] = raw(content)
    told = "an answer"
    try:
        network(site.url(), etag='"a"')
    except InputError as error:
        told = str(error)
    assert told.isprintable()
