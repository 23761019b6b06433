import threading
from datetime import UTC, datetime

import pytest

from sources.errors import Unreachable
from sources.web.limits import Limits
from sources.web.network import Network
from sources.web.turns import Turns
from tests.sources.own_server import ROBOTS, OwnServer, moved, page


class Time:
    """A clock that only moves when somebody sleeps or `works`."""

    def __init__(self):
        self.now = 1_000.0
        self.slept = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def time():
    return Time()


def test_the_pause_runs_from_the_end_of_one_request_to_the_next(time):
    turns = Turns(clock=time.clock, sleep=time.sleep)
    with turns.turn("a.example", pause=1):
        time.now += 5
    with turns.turn("b.example", pause=1):
        pass
    time.now += 0.25
    with turns.turn("a.example", pause=1):
        pass
    time.now += 1
    with turns.turn("a.example", pause=1):
        pass
    with turns.turn("b.example", pause=3):
        pass
    assert time.slept == [0.75, 1]


def test_an_error_ends_a_turn(time):
    turns = Turns(clock=time.clock, sleep=time.sleep)
    with pytest.raises(KeyError), turns.turn("a.example", pause=1):
        raise KeyError
    with turns.turn("a.example", pause=1):
        pass
    assert time.slept == [1]


def test_threads_ask_one_host_one_after_the_other_and_others_at_once(time):
    turns = Turns(clock=time.clock, sleep=time.sleep)
    both = threading.Barrier(2, timeout=5)
    inside, most = [], []

    def ask(host):
        with turns.turn(host, pause=0):
            inside.append(host)
            most.append(inside.count(host))
            if host in {"a.example", "b.example"}:
                both.wait()  # would break if two hosts had to wait for each other
            inside.remove(host)

    threads = [threading.Thread(target=ask, args=(host,)) for host in ["a.example", "b.example", *["c.example"] * 6]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8
    assert not both.broken


def network(time, **limits):
    return Network(
        allow_private=True,
        limits=Limits(**limits),
        clock=time.clock,
        sleep=time.sleep,
        now=lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    )


def test_every_request_to_a_host_waits_a_second_after_the_one_before(time):
    with OwnServer({"/": moved("/a"), "/a": page()}) as site, network(time) as own:
        own(site.url())
        own(site.url())
        assert len(site.asked) == 5
    assert time.slept == [1] * 4


def test_a_host_is_the_same_at_all_its_ports(time):
    with OwnServer({"/": page()}) as one, OwnServer({"/": page()}) as other, network(time) as own:
        own(one.url())
        own(other.url())
    assert time.slept == [1] * 3


def test_a_crawl_delay_is_kept(time):
    with OwnServer({ROBOTS: page(b"User-agent: *\nCrawl-delay: 7"), "/": page()}) as site, network(time) as own:
        own(site.url())
        own(site.url())
    assert time.slept == [7, 7]


def test_a_very_long_crawl_delay_is_cut_and_told(time):
    told = []
    rules = b"User-agent: *\nCrawl-delay: 600"
    with (
        OwnServer({ROBOTS: page(rules), "/": page()}) as site,
        Network(allow_private=True, clock=time.clock, sleep=time.sleep, tell=told.append) as own,
    ):
        own(site.url())
        own(site.url())
    assert time.slept == [30, 30]
    assert told == ["127.0.0.1 asks for 10 minutes between two requests; 30 seconds are kept"]


def later(after, *, times=1, status=429):
    """A page that asks to come back, so many times, and then answers."""
    left = [None] * times

    def answer(request):
        if left:
            left.pop()
            request.answer(status, retry_after=after)
        else:
            request.answer(200, b"here")

    return answer


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("after", "wait"), [("12", 12), ("0", 1), ("Mon, 02 Mar 2026 08:00:20 GMT", 20)])
def test_a_short_wait_is_waited_for(time, status, after, wait):
    with OwnServer({"/": later(after, status=status)}) as site, network(time) as own:
        assert own(site.url()).content == b"here"
    assert time.slept == [1, wait]


def test_it_is_waited_for_once(time):
    with OwnServer({"/": later("2", times=2)}) as site, network(time) as own:
        with pytest.raises(Unreachable, match="wants fewer requests; try again later"):
            own(site.url())
        assert site.times()["/"] == 2


@pytest.mark.parametrize(("after", "shown"), [("31", "31 seconds"), ("Mon, 02 Mar 2026 20:00:00 GMT", "12 hours")])
def test_a_long_wait_is_told(time, after, shown):
    with OwnServer({"/": later(after)}) as site, network(time) as own:
        with pytest.raises(Unreachable, match=f"asks to come back in {shown} .status 429.; try again then"):
            own(site.url())
        assert site.times()["/"] == 1
