import pytest

from analysis.reading.articles import read
from analysis.words.hits import find_hits
from analysis.words.lexicon import lexicon, read_lexicon
from sources.article import Article

NAMES = ("loaded", "hedges", "certainty", "speculation", "frames")
HEAD = "term\tform\tcategory\tweight\tguard\n"
ABOUT = """title = "T"
origin = "written for Parallax"
licence = "Apache-2.0"
date = 2026-01-01
[categories]
a = "A"
b = "B"
"""


def made(lines, about=ABOUT):
    return read_lexicon("made", about=about, lines=HEAD + lines)


@pytest.mark.parametrize("name", NAMES)
def test_where_a_shipped_lexicon_comes_from_is_told(name):
    words = lexicon(name)
    assert words.origin == "written for Parallax"
    assert words.licence == "Apache-2.0"
    assert words.title
    assert words.date
    assert all(words.categories.values())
    assert {entry.category for entry in words.entries} | {"scare quotes", "capitals"} >= set(words.categories)


def _sentence(surface, guards, listed):
    """Return a sentence that holds the surface, with what its guards ask for around it, and no longer term with it."""
    befores = [word for word in sorted(guards.get("only_after", ())) if f"{word} {surface}" not in listed]
    afters = [word for word in sorted(guards.get("only_before", ())) if f"{surface} {word}" not in listed]
    before, after = befores[0] if befores else "", afters[0].replace("#", "30") if afters else ""
    return f"then came , {before} {surface} {after} , and zz ended"


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_every_term_is_found_in_a_sentence_of_its_own(name):
    words = lexicon(name)
    wanted = [(entry, form) for entry in words.entries for form in entry.forms]
    listed = set(words.surfaces)
    articles = [
        Article(id=str(n), text=_sentence(form, entry.guards, listed)) for n, (entry, form) in enumerate(wanted)
    ]
    hits = find_hits(read(articles), words)
    texts = {article.id: article.text for article in articles}
    found = {
        (article, category, term)
        for article, category, term, start, end in zip(
            hits["article"], hits["category"], hits["term"], hits["start"], hits["end"], strict=True
        )
        if texts[article][start:end] == wanted[int(article)][1].removesuffix("'s")
    }
    missing = [form for n, (entry, form) in enumerate(wanted) if (str(n), entry.category, entry.term) not in found]
    assert missing == []


def test_comments_and_empty_lines_are_no_terms():
    assert made("# slam\n\nblast\tverb\ta\t1\n").surfaces == ("blast", "blasts", "blasted", "blasting")


def test_hyphens_are_spaces():
    assert made("far-right\t\ta\t1\n").entries[0].term == "far right"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("slam\tverb\tc\t1\n", "unknown category 'c'; known: a, b"),
        ("slam\tgerund\ta\t1\n", "unknown form"),
        ("slam\tverb\ta\t1.5\n", "outside"),
        ("slam\tverb\ta\t0\n", "outside"),
        ("slam\tverb\ta\thigh\n", "could not convert"),
        ("Slam\tverb\ta\t1\n", "lower-case"),
        ("# slam\n\nto  slam\tverb\ta\t1\n", "line 4"),
        ("slam\tverb\ta\t1\tbefore=dunk\n", "guard"),
        ("slam\tverb\ta\t1\tnot_before=\n", "guard"),
        ("slam\tverb\ta\t1\t\tmore\n", "cells"),
        ("slam\tverb\ta\t1\nslams\t\tb\t1\n", "'slams' stands in made.tsv, line 2 already"),
    ],
)
def test_a_wrong_line_is_named(lines, said):
    with pytest.raises(ValueError, match=said):
        made(lines)


def test_the_header_is_checked():
    with pytest.raises(ValueError, match="first line"):
        read_lexicon("made", about=ABOUT, lines="slam\tverb\ta\t1\n")


def test_categories_share_a_word_only_where_the_lexicon_says_so():
    shared = made("court\tnoun\ta\t1\ncourt\tnoun\tb\t0.5\n", about="shared = true\n" + ABOUT)
    assert shared.entries_of == ((0, 1), (0, 1))
    with pytest.raises(ValueError, match="already"):
        made("court\tnoun\ta\t1\ncourt\tnoun\ta\t0.5\n", about="shared = true\n" + ABOUT)
