"""A part of a lexicon finds in its batch what the whole lexicon finds."""

import random

import pytest

from analysis.reading.articles import read
from analysis.words import meeting
from analysis.words.context import context_of
from analysis.words.hits import find_hits
from analysis.words.lexicon import lexicon
from sources.article import Article
from tests.benchmarks.invented import articles

NAMES = ("loaded", "hedges", "certainty", "speculation", "frames", "generic_frames")


@pytest.fixture(scope="module")
def few():
    return read(articles(4, seed=11))


@pytest.mark.parametrize("name", NAMES)
def test_a_part_finds_what_the_whole_finds(name, few):
    whole, part = lexicon(name), meeting.Sought(name).having(context_of(few).types)
    assert len(part.entries) < len(whole.entries) / 2
    assert find_hits(few, part).equals(find_hits(few, whole))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_some_lines_is_found_in_a_text_of_it_alone(name):
    whole, dice = lexicon(name), random.Random(5)
    odd = [s for s in whole.surfaces if "'" in s or not s.isascii() or len(s.split(" ")[0]) < 4]
    for surface in dice.sample(odd, min(8, len(odd))) + dice.sample(whole.surfaces, 12):
        part = meeting.Sought(name).having(surface.split(" "))
        assert surface in part.surfaces
        assert len(part.entries) < len(whole.entries) / 2


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_passed_over_by_its_first_letters_that_has_a_form(name):
    whole = lexicon(name)
    parts = meeting.source(name).parts
    looked = {file: meeting.looked_at([text]) for file, (_, text) in parts.items()}
    places = whole.entries.places
    firsts = [surface.split(" ")[0] for surface in whole.surfaces]
    for surface, key, numbers in zip(whole.surfaces, meeting._keys_of(firsts), whole.entries_of, strict=True):
        for number in numbers:
            file, _, line = places[number].partition(", line ")
            at, table = int(line) - 1, looked[file]
            assert table.always[at] or table.keys[at] == key, surface
            assert not table.plain[at] or list(whole.entries[number].forms) == [surface]


def test_once_many_words_were_asked_for_the_whole_serves():
    sought = meeting.Sought("hedges", searched=5)
    assert sought.having(["may", "perhaps"]) is not lexicon("hedges")
    assert sought.having(["may", "perhaps", "seem"]) is not lexicon("hedges")
    assert sought.having(["may"]) is lexicon("hedges")
    assert sought.having(["may"]) is lexicon("hedges")


def test_texts_of_no_and_of_strange_words():
    assert meeting.Sought("hedges").having([]).entries is not None
    batch = read([Article(id="a", title=None, text="Клише, ’s and 😀 may ’tis İ.")])
    for name in NAMES:
        part = meeting.Sought(name).having(context_of(batch).types)
        assert find_hits(batch, part).equals(find_hits(batch, lexicon(name)))


def test_a_wrong_line_is_named_as_the_whole_names_it(monkeypatch):
    given = meeting.source("hedges")
    [(file, (category, text))] = given.parts.items()
    wrong = given._replace(parts={file: (category, text + "\nmaybe so\tno form\tx\t1\n")})
    monkeypatch.setattr(meeting, "source", lambda name: wrong)
    monkeypatch.setattr(meeting, "lexicon", lambda name: meeting.made_of(name, wrong))
    with pytest.raises(ValueError, match=f"line {len(text.splitlines()) + 2}: .*'no form'"):
        meeting.Sought("hedges").having(["maybe", "so"])
