"""Lines that stand on many pages of one outlet, and all that looks like them and is the article's."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article, article_id
from sources.clean import settle
from sources.cleaning.repeats import FEWEST, Repeats
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import blocks_of_text

HELPLINE = "Anyone affected by what is told here can ring the listening line free of charge, day and night."
OURSELVES = "The Ansel Courier is owned by four hundred subscribers and takes no money from shops."

TOPICS = {
    "Bakers walk out over night shifts": (
        "Bakers at three mills walked out on Monday after managers moved the early shift to midnight.",
        "Their union, led by Petra Holm, said that ovens would stay cold until a new rota was signed.",
        "Customers queued outside the last open shop on Kiln Road, some of them from before dawn.",
    ),
    "Glacier lake drains in a single afternoon": (
        "A lake on top of the Marrow glacier emptied through a crack in less than five hours on Sunday.",
        "Scientists watching from a hut above the ice said they felt the ground hum as the water went.",
        "No village lies below the tongue of the glacier, but a footbridge and two fences were swept away.",
    ),
    "Choir of retired sailors wins national prize": (
        "Forty retired sailors won the national choir prize on Friday with a song about a lost anchor.",
        "Their conductor, Ines Abara, had taught them to read music over a single winter in a boathouse.",
        "They sang in oilskins, because the coats in which they were to appear had missed the ferry.",
    ),
    "Robot tractor ploughs the wrong field": (
        "A tractor without a driver ploughed nine hectares of ripe barley before anybody could halt it.",
        "The maker said that a map with two farms of the same name had confused the machine's computer.",
        "Farmer Tom Akande, whose barley it was, has asked for a second tractor in place of the money.",
    ),
}


def page(title: str, *body: str) -> Page:
    text = "\n\n".join([title, "Source Ansel Courier", *body])
    return Page(blocks=blocks_of_text(text), reader="plain text", origin=title)


def article(title: str | None, *body: str, outlet: str | None = "Ansel Courier") -> Article:
    text = "\n\n".join(body)
    return Article(id=article_id(title, text), title=title, text=text, outlet=outlet)


def noted(*articles: Article) -> Repeats:
    repeats = Repeats()
    for each in articles:
        repeats.note(each)
    return repeats


def four(*extra: str, outlet: str | None = "Ansel Courier") -> list[Article]:
    return [article(title, *body, *extra, outlet=outlet) for title, body in TOPICS.items()]


@pytest.mark.parametrize("line", [HELPLINE, OURSELVES, "Sign the petition for a later last bus"])
def test_a_line_on_three_different_articles_is_the_outlets(line: str) -> None:
    articles = four(line)
    assert noted(*articles[:2]).lines_for(articles[0]) == frozenset()
    assert noted(*articles[:3]).lines_for(articles[0]) == {line}
    assert noted(*articles[:3]).lines_for(articles[3]) == {line}


def test_only_pages_of_the_same_outlet_count() -> None:
    articles = four(HELPLINE)
    others = [Article(id=a.id, title=a.title, text=a.text, outlet="Marrow Post") for a in articles[1:]]
    assert noted(articles[0], *others).lines_for(articles[0]) == frozenset()
    assert noted(articles[0], *others).lines_for(others[0]) == {HELPLINE}


def test_without_an_outlet_the_address_counts_and_else_all_unknown_ones_together() -> None:
    assert noted(*four(HELPLINE, outlet=None)).lines_for(four(HELPLINE, outlet=None)[0]) == {HELPLINE}
    hosts = [
        Article(id=a.id, title=a.title, text=a.text, url=f"https://n{n}.example/a")
        for n, a in enumerate(four(HELPLINE))
    ]
    assert noted(*hosts).lines_for(hosts[0]) == frozenset()


def test_the_same_article_added_many_times_loses_nothing() -> None:
    title, body = next(iter(TOPICS.items()))
    same = article(title, *body)
    retitled = [article(f"{title}, part {n}", *body) for n in range(5)]
    assert noted(same, same, same, same).lines_for(same) == frozenset()
    assert noted(same, *retitled).lines_for(same) == frozenset()


def test_an_agencys_text_on_many_pages_is_no_furniture() -> None:
    _, body = next(iter(TOPICS.items()))
    copies = [
        article(f"Headline number {n}", *body, f"The desk of page {n} added this line of its own.") for n in range(6)
    ]
    assert all(noted(*copies).lines_for(copy) == frozenset() for copy in copies)


def test_the_background_of_a_running_story_stays() -> None:
    background = "The dispute at the Ansel mills began in March, when managers moved the bakers to night shifts."
    told = [
        article(
            f"Mills, day {n}: {title}",
            f"On day {n} of the strike at the Ansel mills the bakers and managers met for {n} hours in the town hall.",
            *(sentence.replace("on", f"on day {n},", 1) for sentence in body),
            background,
        )
        for n, (title, body) in enumerate(TOPICS.items(), 3)
    ]
    assert noted(*told).lines_for(told[0]) == frozenset()


def test_a_quotation_stays() -> None:
    quoted = "“Nothing of this was ever put to us in writing,” a spokeswoman said."
    articles = four(quoted)
    assert noted(*articles).lines_for(articles[0]) == frozenset()


def test_a_manner_of_headings_stays_and_one_above_a_cut_line_goes() -> None:
    articles = []
    for title, (first, second, third) in TOPICS.items():
        text = "\n\n".join([first, "Why it matters", second, third, "About us", OURSELVES])
        spans = tuple((text.index(words), text.index(words) + len(words)) for words in ("Why it matters", "About us"))
        articles.append(Article(id=article_id(title, text), title=title, text=text, outlet="C", headings=spans))
    assert noted(*articles).lines_for(articles[0]) == {"About us", OURSELVES}


def test_never_the_whole_body() -> None:
    only = article("Where to find help", HELPLINE, OURSELVES)
    assert noted(*four(HELPLINE, OURSELVES), only).lines_for(only) == frozenset()


def test_the_page_is_settled_without_them_and_says_why() -> None:
    pages = [page(title, *body, HELPLINE) for title, body in TOPICS.items()]
    outlets = load_outlets()
    first = [settle(each, outlets=outlets) for each in pages]
    repeats = noted(*first)
    for each, before in zip(pages, first, strict=True):
        after = settle(each, outlets=outlets, repeated=repeats.lines_for(before))
        assert after.text == "\n\n".join(TOPICS[each.origin])
        assert (after.title, after.outlet) == (before.title, before.outlet)
        (cut,) = (cut for cut in after.removed if cut.text == HELPLINE)
        assert (cut.rule, cut.at) == ("line of many pages", len(after.text))


def test_rows_give_the_same_counts_again() -> None:
    articles = four(HELPLINE)
    half = noted(*articles[:2])
    again = Repeats.of(list(half.lines()), list(half.bodies()))
    again.note(articles[0])
    assert again.lines_for(articles[0]) == frozenset()
    again.note(articles[2])
    assert again.lines_for(articles[0]) == {HELPLINE}
    assert all(0 <= line < 2**63 for line, _ in again.lines())


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sources.cleaning.repeats.MOST", 50)
    repeats = noted(*four(HELPLINE))
    for n in range(100):
        repeats.note(article(f"Title {n}", *(f"Line {n} {m} of a long article" for m in range(10))))
    assert len(list(repeats.lines())) <= 50 + 10 + FEWEST
    assert repeats.lines_for(four(HELPLINE)[0]) == {HELPLINE}


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_order_does_not_matter_and_counting_twice_neither(seed: int, times: int) -> None:
    articles = four(HELPLINE) * times
    random.Random(seed).shuffle(articles)
    assert noted(*articles).lines_for(articles[0]) == {HELPLINE}
