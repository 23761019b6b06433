import pytest

from dashboard.page import Query
from dashboard.pages import ALL_PAGES
from dashboard.pages.article import PAGE as ARTICLE
from dashboard.pages.stories import PAGE as STORIES


def test_a_query_is_read_with_repeated_and_unknown_keys() -> None:
    query = Query.read("?measure=loaded&measure=sentiment&measure=loaded&x=%3Cb%3E", path={"article": "1"})
    assert query.many("measure") == ("loaded", "sentiment")
    assert query.one("x") == "<b>"
    assert query.one("value", "none") == "none"
    assert query.path == {"article": "1"}


@pytest.mark.parametrize("hostile", [None, 7, [], "no question mark", "?" + "&".join(f"a{i}=1" for i in range(90))])
def test_what_cannot_be_read_is_left_out(hostile: object) -> None:
    assert Query.read(hostile).values == {}


def test_long_values_are_cut() -> None:
    assert len(Query.read("?q=" + "x" * 5000).one("q")) == 200


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/article/abc", {"article": "abc"}),
        ("article/abc/", {"article": "abc"}),
        ("/article/a%2Fb", {"article": "a/b"}),
        ("/article/", None),
        ("/article/a/b", None),
        ("/story/abc", None),
    ],
)
def test_paths_match_with_their_values(path: str, found: dict[str, str] | None) -> None:
    assert ARTICLE.match(path) == found


def test_the_first_page_is_at_the_root() -> None:
    assert STORIES.match("/") == {}
    assert STORIES.match("") == {}


def test_names_and_paths_of_pages_are_their_own() -> None:
    assert len({page.name for page in ALL_PAGES}) == len({page.path for page in ALL_PAGES}) == len(ALL_PAGES)
    assert {page.section for page in ALL_PAGES if page.section} <= {page.name for page in ALL_PAGES if page.navigation}
