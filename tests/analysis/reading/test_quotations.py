"""Spans between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.laid_out import laid_out
from analysis.reading.quotations import quotations, quotations_in
from analysis.reading.sentences import blocks_in
from tests.benchmarks.invented import articles


def quoted(text, headings=()):
    return [text[q.start : q.end] for q in quotations(text, headings)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ('"We go," she said. "Now."', ["We go,", "Now."]),
        ("''We go,'' she said.", ["We go,"]),
        ("``We go,'' she said.", ["We go,"]),
        ("„Wir gehen“, sagte sie.", ["Wir gehen"]),
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("«Nous partons», dit-elle.", ["Nous partons"]),
        ("“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,"]),
        ("‘We don’t know,’ she said of the students’ union.", ["We don’t know,"]),
        ("'We don't know,' she said.", ["We don't know,"]),
        ("The students’ union and the ’90s don’t matter, y’all.", []),
        ("rock 'n' roll in the '90s", []),
        ('A 12" pipe and a 6\'2" man.', []),
        ("”Turned round,” she said.", ["Turned round,"]),
        ("“Turned round,“ she said.", ["Turned round,"]),
        ("(“in brackets”) and—“after a dash”—too", ["in brackets", "after a dash"]),
        ("He said: “A. B. C.”", ["A. B. C."]),
        ('<tweet id="742"> left in the text', []),
        ("No marks at all.", []),
    ],
)
def test_one_paragraph(text, spans):
    assert quoted(text) == spans


def test_a_quotation_runs_over_paragraphs_that_are_opened_anew():
    text = "She said: “One.\n\n“Two.\n\n“Three,” and left.\n\nFour."
    assert quoted(text) == ["One.", "Two.", "Three,"]
    assert [q.continues for q in quotations(text)] == [False, True, True]
    assert [q.closed for q in quotations(text)] == [False, False, True]


def test_a_paragraph_that_only_closes_goes_on():
    assert quoted("She said: “One.\n\nTwo,” and left.") == ["One.", "Two,"]


def test_a_stray_mark_ends_with_its_paragraph():
    assert quoted("A stray “mark here.\n\nNot quoted.\n\nHe said “yes it is” then.") == ["mark here.", "yes it is"]
    assert quoted("A stray ‘mark here.\n\nNot quoted.") == []


def test_headings_are_left_out():
    text = "“Strangling” them\n\nHe said “yes”."
    assert quoted(text, headings=((0, 17),)) == ["yes"]


@given(st.text(st.sampled_from("aB s.,“”‘’'\"„«»\n9"), max_size=60))
def test_spans_lie_in_order_inside_one_paragraph(text):
    spans = [(q.start, q.end) for q in quotations(text)]
    assert all(start <= end for start, end in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert not any("\n" in text[start:end] for start, end in spans)


ODD = (
    "",
    "He said “no”.\n\nA plain one.\n\n“It runs on\n\n“and on”, she said.",
    "“It stays open\n\nNothing here.\n\n“and closes” here.",
    "'It’s 5'10\" tall,' he said of the dogs' “home”. ``So'' \"be it\" O'Neil's «oui» ‘ ’ \"",
    "“A heading”\n\nThe 'end' of ’em.",
    "”“",
    "don't\n“can’t” İ’İ 😀’😀 _'_ '",
)


def test_marks_of_several_bodies_at_once_are_those_of_each_alone():
    headings = [((0, 11),) if text.startswith("“A heading") else () for text in ODD]
    text = laid_out([("“Title’s”" if number % 2 else "", body) for number, body in enumerate(ODD)])
    found = quotations_in(text, blocks_in(text, headings))
    assert found == [quotations(body, spans) for body, spans in zip(ODD, headings, strict=True)]
    assert sum(map(len, found)) > 8
    made = articles(30, seed=7)
    text = laid_out([(a.title, a.text) for a in made])
    assert quotations_in(text, blocks_in(text, [a.headings for a in made])) == [quotations(a.text) for a in made]
