import pytest

from analysis.apart.naming import namings
from analysis.apart.tables import NAMINGS
from analysis.reading.articles import read
from sources.article import Article

OTHER = "Tom Marsh opened a school. A band played for Tom Marsh."


def found(text, *, title=None, other=OTHER):
    """Return NAMINGS of one text beside another outlet's."""
    batch = read([Article(id="a", outlet="Loud", title=title, text=text), Article(id="b", outlet="Calm", text=other)])
    return NAMINGS.frame(namings(batch, {"a": "Loud", "b": "Calm"}, event="e", story="s"))


def ways(frame, outlet="Loud", entity="Tom Marsh"):
    rows = frame[(frame["outlet"] == outlet) & (frame["entity"] == entity)]
    return {(kind, form): n for kind, form, n in zip(rows["kind"], rows["form"], rows["count"], strict=True)}


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("Then Tom Marsh spoke.", "full name", "Tom Marsh"),
        ("Tom Marsh spoke. Then Marsh left.", "surname", "Marsh"),
        ("Tom Marsh spoke. Then Tom left.", "first name", "Tom"),
        ("Then Mayor Tom Marsh spoke.", "title and name", "Mayor Tom Marsh"),
        ("Tom Marsh spoke. Then Mr. Marsh left.", "form of address and name", "Mr. Marsh"),
        ("Then Mayor Tom Marsh spoke. On Monday the mayor left.", "title", "mayor"),
        ("Critics of the embattled strongman Tom Marsh marched.", "label", "embattled strongman"),
        ("Union leader Tom Marsh spoke.", "label", "union leader"),
        ("Chicago leader Tom Marsh spoke.", "label", "leader"),
        ("Then Tom Marsh, a dictator, spoke.", "label", "dictator"),
        ("Then Tom Marsh, the ageing leader of the harbour, spoke.", "label", "ageing leader"),
        ("Then Tom Marsh spoke. The despot left.", "label", "despot"),
    ],
    ids=[
        "full",
        "surname",
        "first",
        "titled",
        "address",
        "title",
        "before",
        "opening",
        "place",
        "apposed",
        "of",
        "pointed",
    ],
)
def test_ways_of_naming_a_person(text, kind, form):
    assert ways(found(text))[kind, form] == 1


@pytest.mark.parametrize(
    "text",
    [
        "Then Tom Marsh met Ada Lee. The despot left.",
        "Then Tom Marsh spoke. The despot, Ada Lee, left.",
        "Then Tom Marsh spoke. It rained for days. Nobody came. The despot left.",
        "Then Tom Marsh spoke. “Down with the despot,” they sang.",
        "Then Tom Marsh, who fought the dictator, spoke.",
    ],
    ids=["two people", "its own name", "too far", "quoted", "in a clause"],
)
def test_labels_that_may_be_somebody_elses_are_left_out(text):
    assert not [form for kind, form in ways(found(text)) if kind == "label"]


def test_each_form_is_counted_and_its_first_place_opens():
    text = "On Monday Tom Marsh spoke. Then Marsh left. Nobody saw Marsh again."
    frame = found(text, title="Harbour: Marsh speaks")
    assert ways(frame) == {("full name", "Tom Marsh"): 1, ("surname", "Marsh"): 3}
    row = frame[(frame["outlet"] == "Loud") & (frame["kind"] == "full name")].iloc[0]
    assert (row["article"], row["sentence"]) == ("a", 0)
    assert text[row["start"] : row["end"]] == "Tom Marsh"


def test_a_surname_is_the_full_name_that_the_other_outlet_gives():
    frame = found("On Monday Marsh spoke. Then Marsh left.")
    assert set(frame["entity"]) == {"Tom Marsh"}
    assert set(ways(frame)) == {("name", "Marsh")} or set(ways(frame)) == {("surname", "Marsh")}


def test_quoted_names_places_and_those_whom_one_outlet_names_are_left_out():
    frame = found("Ada Lee went to London. “Tom Marsh lied,” she said.", other="Ben Oak went to London.")
    assert frame.empty
    batch = read([])
    assert namings(batch, {}, event="e", story="s") == []


def test_a_name_alone_is_a_surname_where_another_page_gives_the_whole():
    frame = found("Then Marsh left. On Monday Marsh met Marsh.")
    assert set(ways(frame)) == {("surname", "Marsh")}
