import ast
import threading
from pathlib import Path

import pytest

import sources
from sources.errors import InputError, NotAllowed, TooLarge, Unreachable
from sources.web import connections
from sources.web.addresses import not_public
from sources.web.limits import Limits
from sources.web.network import Network, user_agent
from tests.sources.own_server import ROBOTS, OwnServer, moved, page

QUICK = Limits(pause=0)


@pytest.fixture
def site():
    with OwnServer({"/": page()}) as own:
        yield own


@pytest.fixture
def network():
    with Network(allow_private=True, limits=QUICK) as own:
        yield own


def refused(network, url, kind=Unreachable):
    with pytest.raises(kind) as caught:
        network(url)
    assert type(caught.value) is kind
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_a_page_is_fetched_with_what_the_server_says_of_it(site, network):
    tag, changed = 'W/"a1"', "Mon, 02 Mar 2026 08:00:00 GMT"
    site.pages["/news"] = page(
        b"caf\xe9", content_type="Text/HTML; Charset=ISO-8859-1", etag=tag, last_modified=changed
    )
    found = network(site.url("/news?id=1#top"))
    assert (found.content, found.content_type, found.charset) == (b"caf\xe9", "text/html", "iso-8859-1")
    assert (found.etag, found.last_modified, found.unchanged) == (tag, changed, False)
    assert found.url == site.url("/news?id=1")
    assert [path for path, _ in site.asked] == [ROBOTS, "/news?id=1"]


def test_the_program_says_who_it_is_and_sends_nothing_else(site, network):
    network(site.url())
    for _, headers in site.asked:
        assert headers.pop("User-Agent") == user_agent()
        assert set(headers) == {"Host", "Accept", "Accept-Encoding"}
    assert user_agent().startswith("parallax-news/")


def test_cookies_are_not_kept(site, network):
    site.pages["/"] = page(set_cookie="id=1; Path=/")
    network(site.url())
    network(site.url())
    assert not any("Cookie" in headers for _, headers in site.asked)


def test_proxies_of_the_environment_are_not_used(site, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Network(allow_private=True, limits=QUICK) as network:
        assert network(site.url()).content


def test_a_connection_is_used_again(site, network):
    for _ in range(4):
        network(site.url())
    assert len(site.asked) == 5
    assert site.connections == 2  # one was given up after robots.txt, whose answer (404) was not read to its end


@pytest.mark.parametrize("private", [{"allow_private": False}, {}])
@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "0.0.0.0", "localhost"])
def test_private_addresses_are_refused_in_every_form(site, host, private):
    with Network(limits=QUICK, **private) as network:
        assert "(this computer), not to the public internet" in refused(network, site.url(host=host), NotAllowed)
    assert site.connections == 0


@pytest.mark.parametrize(
    "host",
    [
        *("[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]", "10.1.2.3"),
        *("169.254.169.254", "100.64.0.1", "192.168.0.1", "224.0.0.1", "[ff02::1]"),
    ],
)
def test_no_connection_is_made_to_addresses_that_are_not_public(host):
    with Network(limits=QUICK) as network:
        assert "not to the public internet" in refused(network, f"http://{host}/", NotAllowed)


def test_a_name_that_leads_home_is_refused(site):
    with Network(limits=QUICK, resolve=lambda host, port: ["127.0.0.1"]) as network:
        told = refused(network, site.url(host="harbour.example"), NotAllowed)
    assert told.startswith("leads to 127.0.0.1 (this computer)")
    assert site.connections == 0


def test_one_private_address_among_public_ones_is_enough():
    with Network(limits=QUICK, resolve=lambda host, port: ["1.1.1.1", "::1", "10.0.0.1"]) as network:
        assert refused(network, "http://harbour.example/", NotAllowed).startswith("leads to ::1 (this computer)")


@pytest.fixture
def only_home_is_public(monkeypatch):
    """127.0.0.1 stands for the public internet; every other address is judged as always."""
    monkeypatch.setattr(
        connections, "not_public", lambda address: None if str(address) == "127.0.0.1" else not_public(address)
    )


@pytest.mark.usefixtures("only_home_is_public")
def test_a_second_answer_of_the_name_server_does_not_slip_in(site):
    site.pages["/"] = lambda request: request.answer(200, b"first", connection="close")
    site.pages[ROBOTS] = lambda request: request.answer(404, connection="close")
    answers = [["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"], ["169.254.169.254"]]
    with Network(limits=QUICK, resolve=lambda host, port: answers.pop(0)) as network:
        assert network(site.url(host="harbour.example")).content == b"first"
        assert len(answers) == 2  # one look-up for each of two connections, none between check and connection
        assert "leads to 127.0.0.2" in refused(network, site.url(host="harbour.example"), NotAllowed)
        assert "leads to 169.254.169.254" in refused(network, site.url(host="harbour.example"), NotAllowed)


@pytest.mark.usefixtures("only_home_is_public")
@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://127.0.0.2:8000/", "leads to 127.0.0.2 (this computer)"),
        ("http://[::ffff:10.0.0.1]/", "leads to ::ffff:"),
        ("//0x0a000001/", "leads to 10.0.0.1 (a private network)"),
        ("file:///etc/hosts", "redirects to an address that has the scheme 'file'"),
        ("ftp://harbour.example/", "redirects to an address that has the scheme 'ftp'"),
        ("http://user:word@harbour.example/", "redirects to an address that carries a user name"),
        ("http://harbour.example:22/", "redirects to an address that names port 22"),
    ],
)
def test_each_redirect_is_checked(site, place, why):
    site.pages["/away"] = moved(place)
    with Network(limits=QUICK) as network:
        assert why in refused(network, site.url("/away"), NotAllowed)


def test_redirects_are_followed_and_the_last_address_is_told(site, network):
    site.pages |= {
        "/a": moved("/b", 301),
        "/b": moved("c?x=1", 303),
        "/c": moved("", 307),
        "/d": moved("/é", 308),
    }
    site.pages["/c"] = moved(site.url("/d#part"), 307)
    site.pages["/%C3%A9"] = page(b"here")
    found = network(site.url("/a"))
    assert (found.content, found.url) == (b"here", site.url("/%C3%A9"))


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ({"/0": moved("/1"), "/1": moved("/0")}, "redirects round in a circle"),
        ({"/0": moved("/0")}, "redirects round in a circle"),
        ({f"/{number}": moved(f"/{number + 1}") for number in range(9)}, "redirects more than 5 times"),
        ({"/0": page(status=302)}, "redirects to nowhere (status 302)"),
    ],
)
def test_redirects_that_lead_nowhere(site, network, pages, why):
    site.pages |= pages
    assert refused(network, site.url("/0")).startswith(why)
    assert len(site.asked) <= 7


def test_an_address_that_is_none_is_refused_before_anything_is_asked(network):
    assert "has the scheme 'gopher'" in refused(network, "gopher://harbour.example/", NotAllowed)
    assert "is no address" in refused(network, "http://har bour/", InputError)


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (403, "does not let programs read it; save the page in your browser and add the file (status 403: Forbidden)"),
        (404, "is not there; check the address (status 404: Not Found)"),
        (500, "has a fault at its server; try again later (status 500: Internal Server Error)"),
        (503, "is overloaded or being repaired; try again later (status 503: Service Unavailable)"),
        (202, "gives no page; save the page in your browser and add the file (status 202: Accepted)"),
        (304, "gives no page; save the page in your browser and add the file (status 304: Not Modified)"),
        (599, "has a fault at its server; try again later (status 599: unknown)"),
    ],
)
def test_a_status_without_a_page_is_told(site, network, status, why):
    site.pages["/x"] = page(b"", status)
    assert refused(network, site.url("/x")) == why


def test_what_did_not_change_is_not_sent_again(site, network):
    def news(request):
        if request.headers["If-None-Match"] == '"a"' and request.headers["If-Modified-Since"] == "yesterday":
            request.answer(304, etag='"b"')
        else:
            request.answer(200, b"new", etag='"a"')

    site.pages["/news"] = news
    assert network(site.url("/news")).etag == '"a"'
    found = network(site.url("/news"), etag='"a"', last_modified="yesterday")
    assert (found.unchanged, found.content, found.etag, found.last_modified) == (True, b"", '"b"', "yesterday")


def test_what_is_remembered_cannot_add_a_header(site, network):
    network(site.url(), etag='"a"\r\nX-Other: 1', last_modified="\u2028")
    assert not {"X-Other", "If-None-Match", "If-Modified-Since"} & set(site.asked[-1][1])


def test_only_the_network_module_can_open_sockets():
    opens = []
    for path in sorted(Path(sources.__file__).parent.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        names = {node.id for node in nodes if isinstance(node, ast.Name)}
        names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        if names & {"socket", "create_connection", "SyncBackend", "urlopen", "HTTPTransport", "Client", "getaddrinfo"}:
            opens.append(path.name)
    assert opens == ["network.py"]


def test_threads_share_one_network(site, network):
    site.pages |= {f"/{number}": page(b"%d" % number) for number in range(8)}
    found = {}

    def fetch(number):
        found[number] = network(site.url(f"/{number}")).content

    threads = [threading.Thread(target=fetch, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: b"%d" % number for number in range(8)}
    assert site.most_busy == 1
    assert site.times()[ROBOTS] == 1


def test_a_page_over_the_limit_is_refused_by_its_announced_length(site, network):
    site.pages["/big"] = lambda request: request.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\nx")
    assert refused(network, site.url("/big"), TooLarge).startswith("has 99.0 MB, over the limit of 10.0 MB")
