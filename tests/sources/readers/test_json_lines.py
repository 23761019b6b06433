import json

import pytest

from sources.errors import InputError, NoArticle
from sources.page import Page, Refused
from sources.readers.json_lines import READER

BODY = "The council closed the port.\n\nTraders were angry."
A, B = {"title": "A", "text": BODY, "source": {"name": "Reuters"}}, {"headline": "B", "body": BODY}


def read(value: str) -> list[Page | Refused]:
    content = value.encode()
    assert READER.detects(content[:65536], "a.txt")
    return list(READER.read(content, "f"))


@pytest.mark.parametrize(
    ("value", "places"),
    [
        (f"{json.dumps(A)}\n{json.dumps(B)}\n", ["f, line 1", "f, line 2"]),
        (f"\ufeff\n{json.dumps(A)}\r\n\r\n{json.dumps(B)}", ["f, line 2", "f, line 4"]),
        (json.dumps([A, B]), ["f, item 1", "f, item 2"]),
        (json.dumps([A, B], indent=2), ["f, item 1", "f, item 2"]),
        (json.dumps({"status": "ok", "articles": [A, B]}), ["f, item 1", "f, item 2"]),
        (json.dumps({"version": "1", "items": [A, B]}, indent=1), ["f, item 1", "f, item 2"]),
    ],
)
def test_lines_lists_and_lists_in_objects(value, places):
    first, second = read(value)
    assert [first.origin, second.origin] == places
    assert (first.title, first.outlet, second.title) == ("A", "Reuters", "B")
    assert dict(first.found)["outlet"] == "field 'source.name'"
    assert [block.text for block in first.blocks] == ["The council closed the port.", "Traders were angry."]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_is_one_article(indent):
    (page,) = read(json.dumps(A | {"data": [1]}, indent=indent))
    assert (page.title, page.origin, page.settled) == ("A", "f", True)


def test_line_separators_inside_a_text_do_not_split_it():
    (first, second) = read(
        json.dumps({"text": "One\u2028two\u0085three."}, ensure_ascii=False) + "\n" + json.dumps(B) + "\n"
    )
    assert isinstance(first, Page)
    assert second.title == "B"


def test_bad_lines_are_refused_one_by_one():
    lines = [
        json.dumps(A),
        '{"title": "x", "text": ',
        "17",
        '"words"',
        '{"title": "no text"}',
        "[" * 100_000,
        json.dumps(B),
    ]
    pages = read("\n".join(lines))
    assert [type(page) for page in pages] == [Page, Refused, Refused, Refused, Refused, Refused, Page]
    said = [str(page.error) for page in pages if isinstance(page, Refused)]
    assert "is not JSON" in said[0]
    assert "is 17, not an object" in said[1]
    assert "there are: title" in said[3]
    assert "nested too deeply" in said[4]
    assert pages[-1].origin == "f, line 7"


def test_a_broken_first_line_does_not_hide_the_others():
    pages = read('{"title": broken}\n' + json.dumps(B))
    assert [type(page) for page in pages] == [Refused, Page]


def test_a_broken_list_is_refused_whole():
    with pytest.raises(InputError, match=r"is not JSON \(.*line 2"):
        read('[{"title": "A",\n "text" "B"}]')


def test_an_empty_list_holds_no_article():
    with pytest.raises(NoArticle):
        read("[]")


@pytest.mark.parametrize("text", ["[Heading]\n\nWords", "{curly} words", "Words", "<html>", "title,text\n", ""])
def test_prose_is_not_json(text):
    assert not READER.detects(text.encode(), "a.txt")


def test_a_json_name_with_a_broken_start_is_still_json():
    assert READER.detects(b"{title: 1}", "a.json")
    with pytest.raises(InputError, match="is not JSON"):
        list(READER.read(b"{title: 1\n}", "a.json"))
