from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article, Removed, article_id
from sources.clean import DATELINE
from sources.errors import BadDate, InputError, UnknownName
from sources.keeping.restoring import BY_YOU, CORRECTED, corrected, put_back

TEXT = "The pier closed.\n\nWhy it closed\n\nNobody knows."
ARTICLE = Article(
    id=article_id("Pier", TEXT),
    title="Pier",
    text=TEXT,
    headings=((18, 31),),
    removed=(
        Removed(text="Home", rule="page furniture", at=0),
        Removed(text="Wire.com --", rule=DATELINE, at=0),
        Removed(text="Read more", rule="calls to act", at=18),
        Removed(text="Ann  Lowe contributed.", rule="credits", at=len(TEXT)),
        Removed(text="Nowhere", rule="outside the article (HTML)"),
    ),
    found=(("title", "line 1"),),
)


def test_a_piece_comes_back_where_it_stood():
    made = put_back(ARTICLE, {3})
    assert made.text == "The pier closed.\n\nRead more\n\nWhy it closed\n\nNobody knows."
    assert [made.text[start:end] for start, end in made.headings] == ["Why it closed"]
    assert [(cut.text, cut.at) for cut in made.removed] == [
        ("Home", 0),
        ("Wire.com --", 0),
        ("Ann  Lowe contributed.", len(made.text)),
        ("Nowhere", None),
    ]
    assert made.id == article_id("Pier", made.text) != ARTICLE.id
    assert dict(made.found)["text"] == "1 of its cut pieces put back by you"
    assert (made.title, dict(made.found)["title"]) == ("Pier", "line 1")


def test_the_name_before_the_text_joins_its_block():
    made = put_back(ARTICLE, {2, 1})
    assert made.text.startswith("Home\n\nWire.com -- The pier closed.\n\nWhy")
    assert [made.text[start:end] for start, end in made.headings] == ["Why it closed"]
    assert made.removed[0].at == made.text.index("Why it closed")


def test_what_stood_last_or_nowhere_comes_last():
    made = put_back(ARTICLE, {4, 5})
    assert made.text.endswith("Nobody knows.\n\nAnn Lowe contributed.\n\nNowhere")
    only_last = put_back(ARTICLE, {5})
    assert only_last.removed[3].at == only_last.text.index("\n\nNowhere") + 2


def test_all_of_it_may_come_back():
    made = put_back(ARTICLE, {1, 2, 3, 4, 5})
    assert made.removed == ()
    assert len(made.text.split("\n\n")) == 7


@pytest.mark.parametrize("number", [0, 6, -1])
def test_a_number_that_is_none_names_the_others(number):
    with pytest.raises(UnknownName, match=f"{number} names nothing that was cut; the numbers are 1 to 5"):
        put_back(ARTICLE, {1, number})
    with pytest.raises(UnknownName, match="nothing was cut from it"):
        put_back(Article(id="a", text="A."), {1})


blocks = st.lists(st.text("ab .", min_size=1, max_size=9).map(lambda text: text.replace(" ", "x")), max_size=5)


@given(st.data(), blocks)
def test_places_stay_where_they_were_between_the_blocks(data, parts):
    text = "\n\n".join(parts)
    starts = [sum(len(part) + 2 for part in parts[:number]) for number in range(len(parts))]
    places = st.sampled_from([*starts, len(text)]) if text else st.just(0)
    removed = data.draw(st.lists(st.builds(Removed, text=st.just("CUT"), rule=st.just("r"), at=places), max_size=6))
    removed.sort(key=lambda cut: cut.at)
    headings = tuple((start, start + len(part)) for start, part in zip(starts, parts, strict=True))
    article = Article(id="a", text=text, removed=tuple(removed), headings=headings)
    if not removed:
        return
    chosen = data.draw(st.sets(st.integers(1, len(removed)), min_size=1))
    made = put_back(article, chosen)
    assert [part for part in made.text.split("\n\n") if part not in ("CUT", "")] == parts
    assert made.text.split("\n\n").count("CUT") == len(chosen)
    assert [made.text[start:end] for start, end in made.headings] == parts
    assert put_back(made, range(1, len(made.removed) + 1)).text == put_back(article, range(1, len(removed) + 1)).text


def test_particulars_are_corrected_and_say_by_whom():
    given = {
        "outlet": " Harbour  Post ",
        "title": "Pier shut",
        "published": "2026-03-01T09:30+02:00",
        "byline": "Ann Lowe",
        "section": "World",
        "url": "https://harbourpost.example/1",
    }
    assert tuple(given) == ("outlet", "title", "published", "byline", "section", "url")
    assert set(given) == set(CORRECTED)
    made = corrected(ARTICLE, given)
    assert (made.outlet, made.title, made.byline, made.section) == ("Harbour Post", "Pier shut", "Ann Lowe", "World")
    assert made.published == datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert made.url == "https://harbourpost.example/1"
    assert made.id == article_id("Pier shut", TEXT)
    assert dict(made.found) == dict.fromkeys(given, BY_YOU)
    assert corrected(ARTICLE, {"published": "2026-03-01"}).published == datetime(2026, 3, 1, tzinfo=UTC)


def test_an_empty_value_means_unknown_and_the_rest_stays():
    made = corrected(corrected(ARTICLE, {"outlet": "A", "published": "2026-03-01"}), {"outlet": "", "published": " "})
    assert (made.outlet, made.published, made.title, made.id) == (None, None, "Pier", ARTICLE.id)


def test_what_is_none_is_refused():
    with pytest.raises(BadDate, match="2026-01-31"):
        corrected(ARTICLE, {"published": "31 February 2026"})
    with pytest.raises(InputError, match="is no address of a page"):
        corrected(ARTICLE, {"url": "javascript:alert(1)"})
    with pytest.raises(UnknownName, match="they are outlet, title"):
        corrected(ARTICLE, {"colour": "red"})
