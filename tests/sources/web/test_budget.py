import pytest

from sources.errors import TooLarge, Unreachable
from sources.web.budget import Budget, Current
from sources.web.limits import Limits
from sources.web.network import Network
from tests.sources.own_server import ROBOTS, OwnServer, moved, page


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_only_the_time_between_start_and_stop_counts():
    clock = Clock()
    budget = Budget(seconds=10, size=100, clock=clock)
    for _ in range(3):
        budget.start()
        clock.now += 3
        budget.stop()
        clock.now += 1_000
    assert budget.seconds(None) == 1
    budget.start()
    assert budget.seconds(0.5) == 0.5
    clock.now += 1
    with pytest.raises(Unreachable, match="is not finished after 10 seconds"):
        budget.seconds(0.5)


def test_bytes_are_counted_for_each_answer():
    budget = Budget(seconds=10, size=100, clock=Clock())
    for _ in range(2):
        budget.start()
        budget.count(60)
        budget.count(40)
    with pytest.raises(TooLarge, match=r"sends more than 0\.0 MB"):
        budget.count(1)


def test_a_thread_without_a_fetch_has_no_budget():
    current = Current()
    assert current.seconds(3.0) == 3.0
    current.count(10**12)


def drip(*, first=b"", each=b"x", pause=0.02):
    """A page that never ends."""

    def answer(request):
        request.raw(first)
        while not request.server.site.stopping.wait(pause):
            request.raw(each)

    return answer


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ENDLESS = {
    "a byte at a time": drip(first=HEAD + b"Content-Length: 5000\r\n\r\n"),
    "a body without end": drip(first=HEAD + b"Transfer-Encoding: chunked\r\n\r\n", each=b"1\r\nx\r\n"),
    "headers a byte at a time": drip(first=b"HTTP/1.1 200 OK\r\nX-Long: "),
    "early hints without end": drip(each=b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "a status line a byte at a time": drip(each=b"H"),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_server_that_dawdles_is_left_when_the_time_is_over(kind):
    with (
        OwnServer({"/": ENDLESS[kind]}) as site,
        Network(allow_private=True, limits=Limits(pause=0, silence=5, whole=0.3)) as network,
        pytest.raises(Unreachable) as caught,
    ):
        network(site.url())
    told = "is not finished after 0.3 seconds; try again later, or save the page in your browser"
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("first", "each", "why"),
    [
        (HEAD + b"\r\n", b"x" * 65_536, r"sends more than 0\.3 MB|more than 0\.1 MB when unpacked"),
        (HEAD + b"X-Long: ", b"x" * 65_536, "answers with headers without end"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nX-Long: " + b"x" * 60_000 + b"\r\n\r\n", r"sends more than 0\.3 MB"),
    ],
)
def test_a_server_that_pours_is_left_when_it_is_too_much(first, each, why):
    limits = Limits(pause=0, packed=100_000, unpacked=100_000)
    with (
        OwnServer({"/": drip(first=first, each=each, pause=0)}) as site,
        Network(allow_private=True, limits=limits) as network,
        pytest.raises((Unreachable, TooLarge), match=why),
    ):
        network(site.url())


def test_a_server_that_never_answers_is_left():
    def silent(request):
        request.server.site.stopping.wait(5)

    with (
        OwnServer({"/": silent}) as site,
        Network(allow_private=True, limits=Limits(pause=0, silence=0.2)) as network,
        pytest.raises(Unreachable, match=r"sends nothing for 0\.2 seconds; try again later"),
    ):
        network(site.url())


def test_redirects_share_one_time_and_pauses_do_not_count():
    clock = Clock()

    def wait(seconds):
        clock.now += seconds

    def slow(request):
        clock.now += 15
        moved(f"{request.path}0")(request)

    with (
        OwnServer({"/" + "0" * number: slow for number in range(1, 4)} | {"/0000": page(b"end")}) as site,
        Network(allow_private=True, limits=Limits(pause=100, whole=50), clock=clock, sleep=wait) as network,
    ):
        assert network(site.url("/0")).content == b"end"
        site.pages |= {"/0000": slow}
        with pytest.raises(Unreachable, match="is not finished after 50 seconds"):
            network(site.url("/0"))
        assert site.times()["/0000"] == 2


def test_a_slow_robots_txt_has_a_time_of_its_own():
    with OwnServer({ROBOTS: drip(first=HEAD + b"\r\n"), "/": page()}) as site:
        with (
            Network(allow_private=True, limits=Limits(pause=0, robots=0.2)) as network,
            pytest.raises(Unreachable, match=r"robots.txt, which is asked first, is not finished after 0\.2 seconds"),
        ):
            network(site.url())
        assert site.times() == {ROBOTS: 1}
