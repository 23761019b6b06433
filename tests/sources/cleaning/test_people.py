import pytest

from sources.cleaning.people import is_name, is_role, paired_names, read_byline, signs_nobody


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


def test_names_joined_by_and_with_or_without_places() -> None:
    assert paired_names("Helena Marsh and Tom Akande") == "Helena Marsh, Tom Akande"
    assert paired_names("Arthur Bligh in London and Mei Tan in Singapore") == "Arthur Bligh, Mei Tan"
    assert paired_names("Ann Lee, Bo Ek and Cy Ott") == "Ann Lee, Bo Ek, Cy Ott"
    assert paired_names("Arts and Culture") is None
    assert paired_names("Helena Marsh") is None
    assert paired_names("Helena Marsh and the council") is None


def test_bylines_of_interviews_and_in_other_languages() -> None:
    assert read_byline("Interview by Sofia Lindgren") == "Sofia Lindgren"
    assert read_byline("Von Jana Petersen") == "Jana Petersen"
    assert read_byline("von Anfang an") is None


def test_a_name_twice_is_one_and_two_words_run_together_are_none() -> None:
    assert read_byline("By Ann Lee Ann Lee") == "Ann Lee"
    assert read_byline("BiographyAnn Lee lee@post.example") is None
    assert read_byline("By Ann McDougall") == "Ann McDougall"
    assert read_byline("Contact Us lee@post.example") is None


def test_a_correspondent_and_the_place() -> None:
    assert read_byline("Ann Lee reports from the Riverside Ground") == "Ann Lee"
    assert read_byline("Ann Lee reports from the ground were read aloud.") is None
    assert read_byline("Early reports from Cardiff") is None


@pytest.mark.parametrize(
    ("line", "nobody"),
    [
        ("By Staff", True),
        ("By Staff Reporter", True),
        ("BY OUR OWN CORRESPONDENT", True),
        ("By Elm Post Staff", True),
        ("By Ann Lee", False),
        ("By the time staff arrived", False),
        ("Standby crews", False),
    ],
)
def test_bylines_that_name_nobody(line: str, nobody: bool) -> None:
    assert signs_nobody(line) is nobody
