from tests.sources.cleaning.pages import BODY, HEADLINE, assert_body, read


def test_a_byline_that_lost_its_space_counts_beside_a_date() -> None:
    article = read(HEADLINE, "ByTomas Wren", "Published 12 March 2025", "", *BODY)
    assert article.byline == "Tomas Wren"
    assert_body(article)
    assert read(HEADLINE, "ByWard Market", "", *BODY).byline is None


def test_a_name_above_an_outlet_and_a_place() -> None:
    article = read(HEADLINE, "6 hours ago", "Tomas Wren", "BBC News, Cardiff", "", *BODY)
    assert article.title == HEADLINE
    assert article.byline == "Tomas Wren"
    assert read(HEADLINE, "6 hours ago", "Tomas Wren", "Harbour Board, Cardiff", "", *BODY).byline is None


def test_a_name_between_headline_and_share_buttons() -> None:
    row = ("Facebook", "WhatsApp", "Copy link")
    article = read("Menu", HEADLINE, "Tomas Wren", *row, "", *BODY)
    assert article.byline == "Tomas Wren"
    spoken = read("Menu", HEADLINE, "Marta Oyelaran", *row, "", *BODY)
    assert spoken.byline is None  # the body speaks of her
    assert read("Menu", HEADLINE, "Tomas Wren", "Facebook", "", *BODY).byline is None


def test_an_agency_among_the_names_is_no_author() -> None:
    assert read(HEADLINE, "By Tomas WREN, AFP France", "12 March 2025", "", *BODY).byline == "Tomas WREN"
    assert read(HEADLINE, "By Tomas Wren, Dawn Petrie", "12 March 2025", "", *BODY).byline == "Tomas Wren, Dawn Petrie"
    assert read(HEADLINE, "By Tomas Wren Associated Press", "", *BODY).byline == "Tomas Wren"
