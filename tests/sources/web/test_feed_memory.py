from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sources.errors import LibraryError, NoArticle
from sources.page import Block, Elsewhere, Page, Refused
from sources.readers.feed import READER
from sources.web.feed_memory import FeedState, after, entry_key, new_entries
from sources.web.fetched import Fetched
from sources.web.limits import Limits
from sources.web.network import Network
from tests.sources.own_server import OwnServer
from tests.sources.readers.invented_feeds import rss, story

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def teaser(number, *, published=None, url=""):
    return Elsewhere(
        origin=f"feed, entry {number}",
        url=url or f"https://harbour.example/{number}",
        title=f"Story {number}",
        published=published,
    )


def whole(number, *, published=None, url="yes", reader="feed"):
    return Page(
        blocks=(Block(text=f"The harbour council met for the {number}th time.", kind="paragraph"),),
        reader=reader,
        origin=f"feed, entry {number}",
        title=f"Story {number}",
        url=f"https://harbour.example/{number}" if url else None,
        published=published,
    )


def answer(**fields):
    return Fetched(**({"url": "https://harbour.example/feed", "content": b"x"} | fields))


def looked(times, *, entry=whole, each=4):
    """A feed with a new entry every six hours, seen `times` times, the last look at the hour of its last entry."""
    state, lines = FeedState(), []
    for look in range(times):
        now = START + 6 * look * HOUR
        held = [entry(number, published=START + 6 * number * HOUR) for number in range(look - each + 1, look + 1)]
        state, lines = after(state, held, now)
        assert lines == []
    return state, START + 6 * (times - 1) * HOUR


def test_only_entries_that_were_not_there_before_are_new():
    first = [teaser(1), teaser(2)]
    state, _ = after(FeedState(), first, START)
    refused = Refused(origin="feed, entry 9", error=NoArticle("has no text"))
    assert new_entries(FeedState(), first) == first
    assert new_entries(state, [teaser(3), teaser(2), refused, teaser(3), teaser(1)]) == [teaser(3), refused]


def test_an_entry_without_an_address_is_known_by_its_headline_date_and_opening():
    one, again, later = whole(1, url=None), whole(1, url=None), whole(1, url=None, published=START)
    other = replace(one, blocks=(Block(text="Another text.", kind="paragraph"),))
    assert entry_key(one) == entry_key(again)
    assert len({entry_key(each) for each in (one, later, other)}) == 3


def test_an_entry_that_could_not_be_fetched_stays_new_and_the_feed_is_asked_for_whole():
    held = [teaser(1), teaser(2)]
    state, _ = after(FeedState(), held, START, answer=answer(etag='"a"'), missed={held[1].url})
    assert new_entries(state, held) == [held[1]]
    assert state.etag is None
    state, _ = after(
        state, held, START + HOUR, answer=answer(etag='"a"', last_modified="Mon, 02 Mar 2026 08:00:00 GMT")
    )
    assert new_entries(state, held) == []
    assert (state.etag, state.last_modified) == ('"a"', "Mon, 02 Mar 2026 08:00:00 GMT")


def test_an_unchanged_answer_keeps_what_was_known():
    state, now = looked(8)
    state = replace(state, etag='"a"')
    assert after(state, (), now + HOUR, answer=answer(content=b"", unchanged=True)) == (state, [])


def test_a_feed_that_goes_on_is_not_called_quiet_until_three_times_its_longest_pause():
    state, now = looked(28)
    held = [whole(number, published=START + 6 * number * HOUR) for number in range(24, 28)]
    assert after(state, held, now + timedelta(days=3))[1] == []
    (line,) = after(state, held, now + timedelta(days=5))[1]
    assert line == (
        "it went quiet: nothing new since 2026-03-09, 5 days, while its longest pause before was 24 hours; "
        "look on the outlet's site whether the feed has moved"
    )
    assert after(state, (), now + timedelta(days=5), answer=answer(unchanged=True))[1] == [line]


def test_entries_that_come_all_at_once_tell_nothing_of_pauses():
    held = [teaser(number, published=START + timedelta(minutes=number)) for number in range(40)]
    state, lines = after(FeedState(), held, START + timedelta(days=6))
    assert (lines, len(state.arrivals)) == ([], 1)


def test_a_weekly_feed_may_be_silent_for_a_fortnight():
    state, lines = FeedState(), []
    for week in range(8):
        now = START + timedelta(weeks=week)
        state, lines = after(state, [teaser(week, published=now)], now)
    assert after(state, [], now + timedelta(weeks=2, days=6), answer=answer(unchanged=True))[1] == []
    assert len(after(state, [], now + timedelta(weeks=3, days=1), answer=answer(unchanged=True))[1]) == 1
    assert lines == []


def test_entries_without_dates_arrive_when_they_are_first_seen():
    state = FeedState()
    for day in range(8):
        state, lines = after(state, [teaser(day)], START + timedelta(days=day))
        assert lines == []
    assert state.arrivals == tuple(START + timedelta(days=day) for day in range(8))
    (line,) = after(state, [teaser(7)], START + timedelta(days=11))[1]
    assert "nothing new since 2026-03-09" in line


def test_a_date_in_the_future_does_not_hide_silence():
    state, now = looked(8)
    state, _ = after(state, [whole(99, published=now + timedelta(days=3_000))], now)
    assert max(state.arrivals) == now


@pytest.mark.parametrize(
    ("entry", "start"),
    [
        (lambda number, published: teaser(number, published=published), "no entry has its article's text any more"),
        (lambda number, published: whole(number), "no entry has a date any more"),
        (lambda number, published: whole(number, published=published, url=None), "no entry has an address any more"),
    ],
)
def test_what_no_entry_has_any_more_is_told(entry, start):
    state, now = looked(5)
    held = [entry(number, published=now) for number in range(20, 24)]
    (line,) = after(state, held, now)[1]
    assert line.startswith(f"it changed shape: {start}; ")


def test_the_new_shape_is_usual_after_a_while():
    state, now = looked(3)
    told = []
    for look in range(1, 30):
        state, lines = after(state, [teaser(100 + look, published=now + look * HOUR)] * 4, now + look * HOUR)
        told.append(bool(lines))
    assert told[0]
    assert not any(told[20:])


def test_one_entry_with_a_text_is_the_old_shape():
    state, now = looked(5)
    held = [teaser(20, published=now), whole(21, published=now), teaser(22, published=now), teaser(23, published=now)]
    assert after(state, held, now)[1] == []


def test_far_fewer_entries_than_ever_are_told():
    state, now = looked(4, each=10)
    assert after(state, [whole(3 + number, published=now) for number in range(6)], now)[1] == []
    (line,) = after(state, [whole(9, published=now)], now)[1]
    assert line.startswith("it has only 1 entry, the fewest so far (usually 10); ")
    (line,) = after(state, [], now)[1]
    assert line.startswith("it has no entry, the fewest so far (usually 10); ")


def test_a_web_page_in_its_place_is_told_and_changes_nothing_that_is_known():
    state, now = looked(4)
    state = replace(state, etag='"a"')
    known, (line,) = after(state, [whole(1, reader="HTML")], now, answer=answer(etag='"b"'))
    assert "a web page now and no feed any more" in line
    assert known == replace(state, etag=None)


def test_it_comes_back_from_json_as_it_was():
    state, _ = looked(6)
    state = replace(state, etag='W/"é"')
    assert FeedState.from_json(state.to_json()) == state
    assert FeedState.from_json(FeedState().to_json()) == FeedState()
    assert "\n" not in state.to_json()


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"looks": 3}', '{"etag": 1, "looks": [{}]}'])
def test_what_is_none_of_it_is_refused(text):
    with pytest.raises(LibraryError, match="what was remembered of a feed cannot be read"):
        FeedState.from_json(text)


def test_what_is_remembered_does_not_grow_for_ever():
    state = FeedState()
    for look in range(70):
        held = [teaser(200 * look + number, published=START + timedelta(days=look)) for number in range(200)]
        state, _ = after(state, [*held, teaser(0, url="https://harbour.example/pinned")], START + timedelta(days=look))
    assert (len(state.looks), len(state.arrivals), len(state.seen)) == (20, 60, 5_000)
    assert new_entries(state, [teaser(0, url="https://harbour.example/pinned")]) == []


def test_a_feed_larger_than_the_memory_is_remembered_whole():
    held = [teaser(number) for number in range(12_000)]
    state, _ = after(FeedState(), held, START)
    assert new_entries(state, held) == []


def test_a_feed_is_not_sent_again_while_it_does_not_change():
    content = rss(story(1), story(2))

    def feed(request):
        if request.headers["If-None-Match"] == '"1"':
            request.answer(304)
        else:
            request.answer(200, content, content_type="application/rss+xml", etag='"1"')

    with OwnServer({"/feed": feed}) as site, Network(allow_private=True, limits=Limits(pause=0)) as network:
        first = network(site.url("/feed"))
        pages = list(READER.read(first.content, first.url))
        state, _ = after(FeedState(), pages, START, answer=first)
        state = FeedState.from_json(state.to_json())
        again = network(site.url("/feed"), etag=state.etag, last_modified=state.last_modified)
    assert len(new_entries(FeedState(), pages)) == 2
    assert new_entries(state, pages) == []
    assert again.unchanged
    assert after(state, (), START + HOUR, answer=again) == (state, [])
