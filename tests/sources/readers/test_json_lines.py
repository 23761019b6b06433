import io
import json
from datetime import UTC, datetime

import pytest

from sources.errors import InputError, NoArticle, TooLarge, UnknownName
from sources.page import Elsewhere, Page, Refused
from sources.readers import json_lines
from sources.readers.json_lines import READER
from sources.readers.tables.text_file import Text, text_in
from tests.sources.readers.articles import article
from tests.sources.readers.services import PLACE, SERVICES, TEASERS, TEXT

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


@pytest.mark.parametrize("service", SERVICES)
def test_the_answers_of_services_are_read(service):
    (page,) = read(json.dumps(SERVICES[service]))
    assert (page.title, page.outlet, page.byline, page.url) == ("Port shuts", "Harbour Post", "Ann Lowe", PLACE)
    assert page.published == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert "\n\n".join(block.text for block in page.blocks) == TEXT


@pytest.mark.parametrize("service", TEASERS)
def test_teasers_point_elsewhere(service):
    (found,) = read(json.dumps(TEASERS[service]))
    assert isinstance(found, Elsewhere)
    assert (found.title, found.outlet, found.byline, found.url) == ("Port shuts", "Harbour Post", "Ann Lowe", PLACE)
    assert found.published == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_when_a_service_saw_an_article_is_not_when_it_was_published():
    gdelt = {"url": PLACE, "title": "Port shuts", "seendate": "20260301T093000Z", "domain": "harbourpost.example"}
    (found,) = read(json.dumps({"articles": [gdelt]}))
    assert isinstance(found, Elsewhere)
    assert (found.outlet, found.published) == ("harbourpost.example", None)


def test_an_answer_a_line():
    pages = read("\n".join(json.dumps(SERVICES["NewsAPI"]) for _ in range(2)))
    assert [page.origin for page in pages] == ["f, line 1, item 1", "f, line 2, item 1"]


def test_keys_of_any_name_are_recognised_and_named():
    made = [{"w": {"x": article(n)["text"]}, "y": article(n)["title"], "z": n} for n in range(9)]
    page = read(json.dumps(made))[0]
    assert (page.title, dict(page.found)["text"]) == (article(0)["title"], "field 'w.x', recognised by its content")
    page = next(iter(READER.with_columns({"text": "w.x", "byline": "y"}).read(json.dumps(made).encode(), "f")))
    assert page.byline == article(0)["title"]
    with pytest.raises(
        InputError, match=r"has no field 'w\.y', which was named for the title; there are: w, y, z, w\.x"
    ):
        list(READER.with_columns({"title": "w.y"}).read(json.dumps(made).encode(), "f"))
    with pytest.raises(UnknownName):
        READER.with_columns({"words": "w.x"})


def test_a_file_is_read_piece_by_piece_as_it_is_read_at_once(tmp_path):
    objects = [article(number) for number in range(200)]
    objects[3]["text"] = "caf\u00e9 \u2028 \ud800"
    lines = "\n".join(json.dumps(each) for each in objects) + '\n{"title": "B", "text": "Brok'
    path = tmp_path / "a.json"
    for content in (lines, json.dumps(objects), json.dumps(objects, indent=2)[:-9], json.dumps({"items": objects})):
        path.write_text(content, encoding="utf-8")
        whole = list(READER.read(content.encode(), "f"))
        assert len(whole) >= 200
        assert list(map(str, READER.from_file(path, "f"))) == list(map(str, whole))
        with text_in(path, held=0) as text:
            assert list(map(str, json_lines.articles(text, "f", reader="JSON lines"))) == list(map(str, whole))


def test_a_last_line_that_breaks_off_is_said():
    page, refused = read(json.dumps(A) + '\n{"title": "B", "text": "Brok')
    assert page.title == "A"
    assert "the file may break off in it" in str(refused.error)


def test_a_list_that_breaks_off_gives_what_came_before():
    page, refused = read(json.dumps([A, B])[:-20])
    assert (page.title, refused.origin) == ("A", "f, item 2")
    assert "what follows cannot be read" in str(refused.error)


def test_objects_over_many_lines_one_after_the_other():
    pages = read(json.dumps(A, indent=2) + "\n" + json.dumps(B, indent=2))
    assert [page.title for page in pages] == ["A", "B"]
    assert [page.title for page in read(json.dumps(A) * 2)] == ["A", "A"]


def test_odd_values_do_not_break_it():
    line = (
        '{"title": "A", "text": "Words.", "date": '
        + "9" * 5000
        + ', "text": "Other words stand at the end.", "x": NaN, "y": 1e999}'
    )
    (page,) = read(line)
    assert [block.text for block in page.blocks] == ["Other words stand at the end."]
    (page,) = read('{"title": "A", "text": "These are words of a text.", "date": 1' + "0" * 200 + "}")
    assert page.published is None


NOTE = "This folder holds pages that a class saved in spring. Two people looked at each. See the notes. " * 5


@pytest.mark.parametrize(
    "value",
    [
        {"what": NOTE, "pages": 5},
        {"what": NOTE, "pages": {"a.txt": {"title": "Port shuts", "outlet": "Harbour Post", "first": "The port"}}},
        {"a.txt": {"title": "Port shuts", "date": "2026-01-01"}, "b.txt": {"title": "Port opens"}},
        {"7f": {"articleBody": BODY, "url": "https://a.example/1"}, "8a": {"articleBody": BODY}},
        {"name": "site", "version": "1.0.0", "description": "Site of the Harbour Post", "scripts": {"build": "x"}},
        [{"file": "a.txt", "title": "Port shuts", "outlet": "Harbour Post"}],
        [{"id": number, "text": "Port shuts", "label": "yes"} for number in range(3)],
        {"title": "Notes", "text": "Pages of a class"},
        {"a.html": "relevant", "b.html": "no"},
    ],
)
def test_what_describes_other_files_is_no_article(value):
    for indent in (None, 1):
        with pytest.raises(NoArticle, match=r"holds no article.*--map text=FIELD"):
            read(json.dumps(value, indent=indent))


def test_a_note_is_read_when_its_field_is_named():
    (page,) = READER.with_columns({"text": "what"}).read(json.dumps({"what": NOTE}).encode(), "f")
    assert " ".join(page.blocks[0].text.split()) == NOTE.strip()


def test_an_object_with_a_headline_may_call_its_text_as_it_likes():
    (page,) = read(json.dumps({"title": "A", "what": NOTE}))
    assert (page.title, len(page.blocks)) == ("A", 1)


def test_an_object_that_is_too_large_is_one_line(monkeypatch):
    monkeypatch.setattr(json_lines, "LIMIT", 100_000)
    for indent in (None, 1):
        with pytest.raises(TooLarge, match="write one article a line"):
            list(json_lines.articles(_text(json.dumps({"items": [A] * 2000}, indent=indent)), "f", reader="J"))
    monkeypatch.setattr(json_lines, "LONGEST", 1000)
    lines = "\n".join([json.dumps(A), json.dumps({"text": "x" * 2000}), json.dumps(B)])
    first, refused, last = json_lines.articles(_text(lines), "f", reader="J")
    assert (first.title, last.title, last.origin) == ("A", "B", "f, line 3")
    assert isinstance(refused.error, TooLarge)


def test_a_million_items_in_a_list_are_read_one_by_one():
    class Endless(io.StringIO):
        pieces = 0

        def read(self, size=-1):
            self.pieces += 1
            return "[" if self.pieces == 1 else json.dumps(A) + ","

    endless = Endless()
    made = json_lines.articles(Text(endless), "f", reader="J")
    assert [next(made).title for _ in range(500)] == ["A"] * 500
    assert endless.pieces < 2000


def _text(content: str) -> Text:
    return Text(io.StringIO(content, newline=""))
