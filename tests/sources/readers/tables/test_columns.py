import pytest

from sources.errors import InputError, UnknownName
from sources.readers.tables.columns import (
    FIELDS,
    TEASERS,
    Columns,
    folded,
    listed,
    meaning_of,
    named_columns,
    names_of,
    refuse_fields,
    value_at,
)


def test_names_are_compared_without_case_marks_and_accents():
    assert folded("Article-Title ") == folded("article_title") == "articletitle"
    assert folded("Título") == "titulo"


def test_every_name_is_as_it_is_compared_and_means_one_thing():
    names = [name for names in FIELDS.values() for name in names]
    assert names == [folded(name) for name in names]
    assert not TEASERS & set(names)


def test_the_surest_name_comes_first():
    assert meaning_of(["content", "Full Text", "id"])["text"] == ("Full Text", "content")
    assert meaning_of(["source", "outlet"])["outlet"] == ("outlet",)


def test_objects_inside_are_looked_into():
    row = {"id": 1, "fields": {"bodyText": "a", "byline": "b"}, "source": {"name": "c"}, "other": {"body": "d"}}
    names = names_of(row)
    assert names == ("id", "fields", "source", "other", "fields.bodyText", "fields.byline", "source.name", "other.body")
    meaning = meaning_of(names)
    assert (meaning["text"], meaning["byline"]) == (("fields.bodyText",), ("fields.byline",))
    assert meaning["outlet"] == ("source.name", "source")


def test_what_stands_outside_wins_over_what_stands_inside():
    assert meaning_of(["thread.title", "title"])["title"] == ("title",)
    assert meaning_of(["_source.title"])["title"] == ("_source.title",)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a", {"b": [{"c": 1}, {"c": 2}, 3]}),
        ("a.b.1.c", 2),
        ("a.b.c", [1, 2]),
        ("a.b.9", None),
        ("a.b.99999999999999999999", None),
        ("x.y", 4),
        ("x.z", None),
        ("", None),
        ("a.b.c.d.e", []),
    ],
)
def test_paths(path, value):
    assert value_at({"a": {"b": [{"c": 1}, {"c": 2}, 3]}, "x.y": 4}, path) == value


def test_named_columns_are_found_whatever_their_case():
    assert named_columns({"text": "full text"}, ["Full_Text", "x"], column="column") == {"text": "Full_Text"}
    assert named_columns({"text": "full text"}, ["Full_Text", "full text"], column="column") == {"text": "full text"}
    for columns in (["a", "b"], ["FULL TEXT", "Full_Text"], ["-"]):
        with pytest.raises(InputError, match="has no column 'full text'"):
            named_columns({"text": "full text"}, columns, column="column")


def test_a_field_that_there_is_not_is_refused():
    refuse_fields(dict.fromkeys(FIELDS, "x"))
    with pytest.raises(UnknownName, match="no field is called 'headline'; the fields are: text, title"):
        refuse_fields({"headline": "x"})


def test_columns_are_asked_in_order():
    columns = Columns(named={"text": "mine"}, recognised={"title": "seen"})
    told = {"text": ("text",), "title": ("title",)}
    assert list(columns.of({}, "text", told)) == [("mine", ", as you named it")]
    assert list(columns.of({}, "title", told)) == [("seen", ", recognised by its content"), ("title", "")]


def test_many_columns_are_listed_in_short():
    assert listed([]) == "none"
    line = listed([f"column\n{number} " + "x" * 100 for number in range(1_000_000)])
    assert len(line) < 600
    assert line.endswith("and 999,988 more")
    assert "\n" not in line
