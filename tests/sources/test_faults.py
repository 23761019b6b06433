import socket

import httpcore
import pytest

from sources.errors import Unreachable
from sources.faults import NoConnection, fault
from sources.limits import Limits
from sources.network import Network
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
        (b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n", "does not speak HTTP as it should"),
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
