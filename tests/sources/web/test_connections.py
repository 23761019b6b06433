import shutil
import socket
import ssl
import subprocess
import threading

import httpcore
import httpx
import pytest

from sources.errors import NotAllowed, Unreachable
from sources.web.budget import Current
from sources.web.connections import Checked, Transport
from sources.web.limits import Limits
from sources.web.network import Network
from tests.sources.own_server import OwnServer, page

QUICK = Limits(pause=0)


class Plain(httpcore.NetworkBackend):
    """Notes what it is asked to connect to, and refuses the addresses in `dead`."""

    def __init__(self, *dead):
        self.dead, self.asked = dead, []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.asked.append((host, port))
        if host in self.dead:
            raise httpcore.ConnectError("refused")
        return httpcore.MockStream([b"HTTP/1.1 204 No Content\r\n\r\n"])


def backend(plain, *answers, allow_private=False):
    left = list(answers)
    return Checked(plain, lambda host, port: left.pop(0), Current(), allow_private=allow_private)


def test_it_connects_to_the_address_that_was_checked_and_looks_up_once():
    plain = Plain()
    checked = backend(plain, ["1.1.1.1"], ["10.0.0.1"])
    checked.connect_tcp("harbour.example", 443, timeout=1)
    assert plain.asked == [("1.1.1.1", 443)]
    with pytest.raises(NotAllowed, match=r"leads to 10\.0\.0\.1 \(a private network\)"):
        checked.connect_tcp("harbour.example", 443, timeout=1)
    assert plain.asked == [("1.1.1.1", 443)]


def test_all_answers_are_checked_before_any_is_used():
    plain = Plain()
    with pytest.raises(NotAllowed, match=r"leads to 169\.254\.169\.254"):
        backend(plain, ["1.1.1.1", "169.254.169.254"]).connect_tcp("harbour.example", 80, timeout=1)
    assert plain.asked == []


def test_an_address_is_not_looked_up():
    plain = Plain()
    backend(plain).connect_tcp("1.1.1.1", 80, timeout=1)
    backend(plain, allow_private=True).connect_tcp("127.0.0.1", 80, timeout=1)
    assert plain.asked == [("1.1.1.1", 80), ("127.0.0.1", 80)]


def test_other_addresses_are_tried_when_one_is_dead():
    plain = Plain("1.1.1.1", "2606:4700::1")
    backend(plain, ["2606:4700::1", "1.1.1.1", "8.8.8.8"]).connect_tcp("harbour.example", 80, timeout=1)
    assert [host for host, _ in plain.asked] == ["2606:4700::1", "1.1.1.1", "8.8.8.8"]


def test_not_too_many_addresses_are_tried():
    dead = [f"1.1.1.{number}" for number in range(50)]
    plain = Plain(*dead)
    with pytest.raises(httpcore.ConnectError):
        backend(plain, dead).connect_tcp("harbour.example", 80, timeout=1)
    assert len(plain.asked) == 4


@pytest.mark.parametrize("answers", [[], ["nonsense"], ["1.1.1.1", ""]])
def test_a_name_server_that_gives_no_address_is_told(answers):
    with pytest.raises(Unreachable, match=r"harbour\.example"):
        backend(Plain(), answers).connect_tcp("harbour.example", 80, timeout=1)


@pytest.mark.parametrize("error", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label too long")])
def test_a_name_that_is_not_known_is_told(error):
    def unknown(host, port):
        raise error

    with (
        Network(limits=QUICK, resolve=unknown) as network,
        pytest.raises(Unreachable, match=r"is not found: no name server knows harbour\.example; check the address"),
    ):
        network("https://harbour.example/")


def test_a_name_server_that_does_not_answer_is_left():
    over = threading.Event()
    with (
        Network(limits=Limits(connect=0.3), resolve=lambda host, port: over.wait(30) and []) as network,
        pytest.raises(Unreachable, match=r"no name server says within 0\.3 seconds where harbour\.example is"),
    ):
        network("https://harbour.example/")
    assert not over.is_set()
    over.set()


def test_what_the_resolver_breaks_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        Checked(Plain(), lambda host, port: 1 / 0, Current(), allow_private=False).connect_tcp("a.example", 80)


def test_the_name_stays_in_the_request_and_the_port_in_the_address():
    sent = []

    class Notes(Plain):
        def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
            stream = super().connect_tcp(host, port)
            stream.write = lambda buffer, timeout=None: sent.append(buffer)
            return stream

    plain = Notes()
    transport = Transport(backend(plain, ["1.1.1.1"]), trust=ssl.create_default_context())
    answer = transport.handle_request(httpx.Request("GET", "http://harbour.example:8080/a?b=c"))
    answer.close()
    transport.close()
    assert plain.asked == [("1.1.1.1", 8080)]
    assert b"".join(sent).startswith(b"GET /a?b=c HTTP/1.1\r\nHost: harbour.example:8080\r\n")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for harbour.example that nobody vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the test's certificate, is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    key, made = folder / "key.pem", folder / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=harbour.example"
    names = ["-addext", "subjectAltName=DNS:harbour.example", "-keyout", str(key), "-out", str(made)]
    subprocess.run([*command.split(), *names], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(made, key)
    return made, server


def home(host, port):
    return ["127.0.0.1"]


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate):
    with (
        OwnServer({"/": page()}, trust=certificate[1]) as site,
        Network(allow_private=True, limits=QUICK, resolve=home) as network,
        pytest.raises(Unreachable, match=r"a certificate that cannot be trusted \(self.signed certificate\)"),
    ):
        network(site.url(host="harbour.example", scheme="https"))


def test_a_certificate_is_for_the_name_and_not_for_the_address(certificate):
    trust = ssl.create_default_context(cafile=str(certificate[0]))
    with (
        OwnServer({"/": page(b"safe")}, trust=certificate[1]) as site,
        Network(allow_private=True, limits=QUICK, resolve=home, trust=trust) as network,
    ):
        assert network(site.url(host="harbour.example", scheme="https")).content == b"safe"
        with pytest.raises(Unreachable, match=r"cannot be trusted \(Hostname mismatch"):
            network(site.url(host="other.example", scheme="https"))
