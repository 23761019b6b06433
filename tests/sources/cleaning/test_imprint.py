from tests.sources.cleaning.pages import BODY, HEADLINE, LEAD, assert_body, read, rules_of


def test_outlet_and_author_notes_below_are_cut() -> None:
    blurb = "The Korea Economic Daily is a newspaper that covers companies, markets and technology."
    note = "Tomas Wren is a reporter who covers the coast and its harbours."
    article = read(HEADLINE, "", *BODY, "", note, blurb)
    assert_body(article)
    assert article.outlet == "Korea Economic Daily"
    assert rules_of(article)[note] == "outlet blurb"


def test_last_paragraph_on_a_person_of_the_story_stays() -> None:
    line = "Marta Oyelaran is a former editor who has chaired the board since 2019."
    article = read(HEADLINE, "", *BODY, line)
    assert article.text.endswith(line)


def test_agency_dateline_stays_and_names_no_outlet() -> None:
    article = read(HEADLINE, "", f"PORT ANSEL (Reuters) - {LEAD}", *BODY[1:])
    assert article.outlet is None
    assert article.text.startswith("PORT ANSEL (Reuters) - The harbour board")


def test_outlet_before_the_text_is_cut_and_read() -> None:
    article = read(HEADLINE, "", f"Investing.com -- {LEAD}", *BODY[1:])
    assert_body(article)
    assert article.outlet == "Investing.com"
    assert rules_of(article)["Investing.com --"] == "outlet's name before the text"


def test_a_name_above_a_role_is_a_byline() -> None:
    article = read(HEADLINE, "Ann Lee", "Environment correspondent", "", *BODY)
    assert_body(article)
    assert article.byline == "Ann Lee"


def test_a_breadcrumb_names_the_section() -> None:
    article = read("Home > Islands > Ferries", HEADLINE, "", *BODY)
    assert_body(article)
    assert article.section == "Islands"


def test_a_byline_takes_no_line_below_it() -> None:
    article = read(HEADLINE, "By Ann Lee", *BODY)
    assert_body(article)
    assert article.byline == "Ann Lee"
