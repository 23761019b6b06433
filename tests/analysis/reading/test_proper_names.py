"""Where names begin and end."""

import pytest

from analysis.reading.proper_names import is_name, name_run, named, without_titles
from tests.analysis.invented_narration import narration


def test_runs_go_over_joining_words_and_end_at_days():
    read = narration("The Bank of Selby Bay on Monday paid.")
    assert name_run(read, 1, step=1) == 4
    assert name_run(read, 4, step=-1) == 0
    read = narration("On Monday Ann Lee paid.")
    assert name_run(read, 3, step=-1) == 2


def test_a_possessive_ends_a_run():
    read = narration("China’s Ann Lee spoke.")
    assert name_run(read, 2, step=-1) == 1


def test_hyphens_and_modals_in_names():
    read = narration("Kim Geun-hye met Will Doyle. Will you go?")
    assert [read.words[at] for at in range(read.size) if is_name(read, at)] == ["kim", "geun", "hye", "will", "doyle"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Harbour Secretary Ann Lee", "Ann Lee"),
        ("then Sir Keir", "Sir Keir"),
        ("the Prime Minister", "Prime Minister"),
        ("then Mr. Poe", "Poe"),
        ("then Tom Poe Jr.", "Tom Poe Jr"),
    ],
)
def test_titles_come_off(text, name):
    read = narration(text)
    start = without_titles(read, 1, read.size - 1)
    assert read.text[slice(*read.span(start, read.size - 1))] == name


def test_a_named_source_keeps_its_titles_in_the_phrase():
    read = narration("then former president Ann Lee spoke")
    source = named(read, 3, 4)
    assert (source.first, source.last, source.form, source.name_first) == (1, 4, "name", 3)
