from tests.sources.cleaning.pages import BODY, HEADLINE, LEAD, SECOND, THIRD, assert_body, read


def test_summary_is_kept_apart() -> None:
    points = ("The ferry closes in September.", "Islanders were not asked.", "A petition has 4,100 names.")
    article = read(HEADLINE, "Key points", *(f"- {point}" for point in points), *BODY)
    assert_body(article)
    assert article.summary == points
    assert article.title == HEADLINE


def test_key_points_inside_the_body_are_a_section() -> None:
    article = read(
        HEADLINE, LEAD, SECOND, "Key points", "- The ferry closes in September.", "- Islanders were not asked.", THIRD
    )
    assert article.summary == ()
    assert "Key points\n\nThe ferry closes in September.\n\nIslanders were not asked." in article.text


def test_points_without_bullets_end_at_an_empty_line() -> None:
    points = ("The ferry closes in September.", "Islanders were not asked.")
    article = read(HEADLINE, "KEY POINTS", *points, "", *BODY)
    assert_body(article)
    assert article.summary == points
