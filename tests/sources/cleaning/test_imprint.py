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


def test_author_and_day_on_one_line() -> None:
    article = read(HEADLINE, "Posted on November 9, 2024 by Nadia Ferro", "", *BODY)
    assert_body(article)
    assert article.byline == "Nadia Ferro"
    assert str(article.published) == "2024-11-09 00:00:00+00:00"


def test_a_byline_on_two_lines_and_one_with_its_agency() -> None:
    article = read(HEADLINE, "By Dana Whitlock", "and Steve Orozco", "", *BODY)
    assert_body(article)
    assert article.byline == "Dana Whitlock, Steve Orozco"
    assert read(HEADLINE, "By ANN LEE Associated Press", "", *BODY).byline == "ANN LEE"


def test_two_names_beside_a_date_are_a_byline_and_one_name_is_not() -> None:
    assert read(HEADLINE, "Ann Lee and Bo Akande", "12 March 2025", "", *BODY).byline == "Ann Lee, Bo Akande"
    assert read(HEADLINE, "Middle East", "12 March 2025", "", *BODY).byline is None


def test_a_name_that_a_note_below_explains_is_a_byline() -> None:
    note = "Margaret Osei is a former teacher and the author of two books."
    article = read(HEADLINE, "Margaret Osei", "12 March 2025", "", *BODY, note)
    assert_body(article)
    assert article.byline == "Margaret Osei"


def test_an_agency_alone_on_a_line_names_no_outlet() -> None:
    assert read(HEADLINE, "Associated Press", "", *BODY).outlet is None
    assert read("BBC News", HEADLINE, "", *BODY).outlet == "BBC News"


def test_the_day_that_was_published_and_not_the_update() -> None:
    stamp = "Updated July 9, 2025, 3:15 p.m. Published July 2, 2025, 12:04 p.m."
    assert str(read(HEADLINE, stamp, "", *BODY).published) == "2025-07-02 00:00:00+00:00"


def test_the_days_of_a_list_of_stories_are_not_the_date() -> None:
    cards = [line for number in (3, 5, 9) for line in (f"Boat number {number} sails", f"{number} May 2016")]
    assert read(*cards, *BODY).published is None


def test_a_weekday_without_a_year_is_no_line_of_the_body() -> None:
    article = read(HEADLINE, "Wednesday, October 8", "", *BODY)
    assert_body(article)
    assert article.published is None


def test_a_section_with_a_divider_and_an_agency_alone_are_no_body() -> None:
    article = read("Transport ·", HEADLINE, "", *BODY, "", "Reuters")
    assert_body(article)
    assert article.outlet is None
    assert rules_of(article)["Transport ·"] == "breadcrumb"
    assert rules_of(article)["Reuters"] == "outlet line"


def test_a_common_word_that_is_also_an_outlet_stays_in_the_body() -> None:
    lines = [*BODY[:2], "Time", *BODY[2:]]
    assert "\n\nTime\n\n" in read(HEADLINE, "", *lines).text
