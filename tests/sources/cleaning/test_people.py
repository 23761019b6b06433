import pytest

from sources.cleaning.people import is_name, is_role, read_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE", "ANN LEE"),
        ("By Ann Lee and Bo Ek", "Ann Lee, Bo Ek"),
        ("By Ann Lee, Bo Ek and Cy Ott, Staff Writers", "Ann Lee, Bo Ek, Cy Ott"),
        ("Written by Ann de la Cruz", "Ann de la Cruz"),
        ("By J. P. O’Neill-Marsh | Political Editor", "J. P. O’Neill-Marsh"),
        ("By Ann Lee, a.lee@post.example", "Ann Lee"),
        ("Ann Lee, Staff Writer", "Ann Lee"),
        ("Ann Lee, Contributing Reporter lee@post.example", "Ann Lee"),
        ("Ann Lee Political editor", "Ann Lee"),
        ("Ann Lee lee@post.example", "Ann Lee"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By 2030",
        "By the time they came",
        "By The Numbers",
        "By Popular Demand",
        "Ann Lee",
        "Ann Lee said no",
        "Editor lee@post.example",
        "By Ann Lee came the answer that nobody had wanted to hear.",
        "by and by",
        "",
    ],
)
def test_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_names_and_roles() -> None:
    assert is_name("Ann de la Cruz")
    assert not is_name("Ann said")
    assert is_role("Environment correspondent")
    assert not is_role("Ann Lee")
