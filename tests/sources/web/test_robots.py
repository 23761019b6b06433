import time

import pytest

from sources.errors import NotAllowed, TooLarge, Unreachable
from sources.web.addresses import web_address
from sources.web.limits import Limits
from sources.web.network import Network
from sources.web.robots import LIMIT, Robots, RobotsMemory, robots_of
from tests.sources.own_server import ROBOTS, OwnServer, moved, page

QUICK = Limits(pause=0)
NEWS = "https://harbour.example/news/1?x=1"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /news", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/1", True),
        ("User-agent: *\nDisallow: /*?x=", False),
        ("User-agent: *\nDisallow: /news/1$", True),
        ("User-agent: *\nDisallow:", True),
        ("user-agent : PARALLAX-NEWS\ndisallow : /", False),
        ("User-agent: parallax\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Parallax-News # ours\nDisallow: /old", True),
        ("User-agent: otherbot\nUser-agent: thirdbot\nDisallow: /", True),
        ("User-agent: otherbot\nUser-agent: parallax-news\nDisallow: /", False),
        ("User-agent: otherbot\nDisallow: /a\nUser-agent: *\nDisallow: /news", False),
        ("User agent otherbot\nDisallow: /\nUser agent *\nDisallow: /old", True),
        ("\ufeffUser-agent: *\r\nDisallow: /", False),
        ("<!DOCTYPE html><html><body>Disallow: /</body></html>", True),
        ("\x00\xff\xfe binary \x00", True),
    ],
)
def test_what_a_site_allows(text, allowed):
    assert robots_of(text.encode()).allows(NEWS) is allowed


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("", 0),
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nRequest-rate: 1/10", 10),
        ("User-agent: otherbot\nCrawl-delay: 9\n\nUser-agent: *\nDisallow: /x", 0),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("User-agent: *\nCrawl-delay: inf", 0),
        ("User-agent: *\nCrawl-delay: -5", 0),
    ],
)
def test_how_long_a_site_wants_to_be_left_alone(text, pause):
    assert robots_of(text.encode()).pause == pause


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: a{number}\n" for number in range(16_000)) + "Disallow: /x\n" * 16_000,
        "User-agent: *\n" + "Disallow: /" + "*a" * 200_000,
        "User-agent: *\n" + "".join(f"Disallow: /*{number}*b*c*d\n" for number in range(20_000)),
    ],
)
def test_a_hostile_file_costs_little(text):
    start = time.process_time()
    robots_of(text.encode()).allows("https://harbour.example/" + "a" * 3_000)
    assert time.process_time() - start < 5


def test_what_stands_after_the_limit_is_left():
    filler = b"# nothing\n" * (LIMIT // 10)
    assert robots_of(filler + b"User-agent: *\nDisallow: /").allows(NEWS)


def test_each_site_is_asked_once_even_when_it_fails():
    asked = []

    def fetch(address):
        asked.append(address.origin)
        if "broken" in address.host:
            raise Unreachable("has a fault at its server; try again later")
        if "private" in address.host:
            raise NotAllowed("leads to 10.0.0.1")
        return Robots(pause=2)

    memory = RobotsMemory(fetch)
    for _ in range(2):
        assert memory.of(web_address("https://a.example/1")).pause == 2
        assert memory.of(web_address("http://a.example/1")).pause == 2
        with pytest.raises(Unreachable, match=r"robots\.txt, which is asked first, has a fault at its server; try"):
            memory.of(web_address("https://broken.example/"))
        with pytest.raises(NotAllowed, match=r"^leads to 10\.0\.0\.1$"):
            memory.of(web_address("https://private.example/"))
    assert len(asked) == 4


@pytest.fixture
def network():
    with Network(allow_private=True, limits=QUICK) as own:
        yield own


def test_a_closed_page_is_never_asked_for(network):
    with OwnServer({ROBOTS: page(b"User-agent: *\nDisallow: /private"), "/": page()}) as site:
        assert network(site.url()).content
        with pytest.raises(NotAllowed, match=r"^is closed to programs by the robots\.txt of 127\.0\.0\.1; save the p"):
            network(site.url("/open/../private/1"))
        assert site.times() == {ROBOTS: 1, "/": 1}


def test_a_redirect_into_a_closed_page_is_not_followed(network):
    with (
        OwnServer({ROBOTS: page(b"User-agent: *\nDisallow: /")}) as closed,
        OwnServer({"/": moved(closed.url("/x"))}) as site,
    ):
        with pytest.raises(NotAllowed, match=r"redirects to http://127.0.0.1:\d+/x, which is closed to programs"):
            network(site.url())
        assert closed.times() == {ROBOTS: 1}


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418])
def test_none_there_means_that_everything_may_be_read(network, status):
    with OwnServer({ROBOTS: page(b"User-agent: *\nDisallow: /", status), "/": page()}) as site:
        assert network(site.url()).content


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_site_that_cannot_say_is_left_alone_for_now(network, status):
    with OwnServer({ROBOTS: page(b"", status), "/": page()}) as site:
        for _ in range(2):
            with pytest.raises(Unreachable, match=rf"robots\.txt, which is asked first, .* \(status {status}: "):
                network(site.url())
        assert site.times() == {ROBOTS: 1}


def test_a_site_whose_robots_txt_hangs_is_left_alone_for_now():
    with (
        OwnServer({ROBOTS: lambda request: request.server.site.stopping.wait(9), "/": page()}) as site,
        Network(allow_private=True, limits=Limits(pause=0, silence=0.3)) as network,
    ):
        with pytest.raises(Unreachable, match=r"asked first, sends nothing for 0\.3 seconds"):
            network(site.url())
        assert site.times() == {ROBOTS: 1}


def test_robots_txt_may_be_elsewhere(network):
    rules = page(b"User-agent: *\nDisallow: /closed")
    with OwnServer({"/rules": rules}) as other, OwnServer({ROBOTS: moved(other.url("/rules")), "/": page()}) as site:
        assert network(site.url()).content
        with pytest.raises(NotAllowed):
            network(site.url("/closed"))
        assert other.times() == {"/rules": 1}


@pytest.mark.parametrize("place", [ROBOTS, "/robots.txt?1"])
def test_a_robots_txt_that_redirects_for_ever_is_none(network, place):
    with OwnServer({ROBOTS: moved(place), "/": page()}) as site:
        assert network(site.url()).content
        assert site.times()["/"] == 1


def test_a_robots_txt_may_not_lead_elsewhere_than_a_page_may(network):
    with OwnServer({ROBOTS: moved("file:///etc/hosts"), "/": page()}) as site:
        with pytest.raises(NotAllowed, match="has the scheme 'file'"):
            network(site.url())
        assert site.times() == {ROBOTS: 1}


def test_a_robots_txt_without_end_is_read_to_its_limit(network):
    def endless(request):
        request.raw(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /closed\n")
        while not request.server.site.stopping.is_set():
            request.raw(b"# nothing\n" * 6_000)

    with OwnServer({ROBOTS: endless, "/": page()}) as site:
        assert network(site.url()).content
        with pytest.raises(NotAllowed):
            network(site.url("/closed"))


def test_a_page_that_is_too_large_is_no_matter_of_robots(network):
    with OwnServer({"/": page(b"x" * 11_000_000)}) as site, pytest.raises(TooLarge, match=r"has 11\.0 MB"):
        network(site.url())
