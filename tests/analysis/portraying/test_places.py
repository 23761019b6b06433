import numpy as np

from analysis.portraying.features import kind_of, word_places
from analysis.portraying.mentions import mentions
from analysis.portraying.places import pairs
from analysis.portraying.surface import surface
from analysis.reading.articles import read
from sources.article import Article


def _places(text, name):
    """Return for each word its places towards the first mention of the name."""
    words = surface(read([Article(id="a", title=None, text=text)]))
    found = mentions(words)
    first = int(np.flatnonzero(words.start[found.proper] == text.index(name))[0])
    around = pairs(words, found.first, found.last, found.names.inside)
    made = {}
    for mention, word, code in zip(around.mention, around.word, around.code, strict=True):
        if mention == first:
            made.setdefault(text[words.start[word] : words.end[word]], []).append((kind_of(code), word_places(code)))
    return made


TEXT = "Critics of Ana Rivera, a harsh mayor, were not blamed. The mayor was blamed by Tom Marsh, but Selby has won."


def test_side_distance_and_clause_of_words():
    made = _places(TEXT, "Ana Rivera")
    assert made["of"][0] == ("about", ("near", "L", "L0", "L4", "L8", "L clause"))
    assert "R clause" not in made["harsh"][0][1]
    assert "R8" in made["blamed"][0][1]
    assert "R4" not in made["blamed"][0][1]
    assert "R not" in made["blamed"][0][1]
    assert "The" not in made


def test_deeds_links_and_labels():
    made = _places(TEXT, "Ana Rivera")
    assert ("done to", ("to", "to of")) in made["Critics"]
    assert ("label", ("label",)) in made["harsh"]
    selby = _places(TEXT, "Selby")
    assert ("does", ("does",)) in selby["won"]
    marsh = _places(TEXT, "Tom Marsh")
    assert ("done to", ("to", "to by")) in marsh["blamed"]
    passive = _places("The mayor, Ana Rivera was not blamed.", "Ana Rivera")
    assert ("done to", ("not done to",)) in passive["blamed"]


def test_what_somebody_is_called_and_words_that_nobody_else_parts_from_them():
    made = _places("Critics praised Ana Rivera, who is not a corrupt mayor, but Tom Marsh is a liar.", "Ana Rivera")
    assert ("about", ()) in made["praised"]
    assert ("about", ()) in made["corrupt"]
    assert ("about", ()) not in made["liar"]
    called = _places("Tom Marsh has long been a corrupt mayor.", "Tom Marsh")
    assert ("label", ("called",)) in called["corrupt"]
    assert ("label", ("called",)) in called["mayor"]
    assert ("label", ("called not",)) in _places("Tom Marsh is not a liar.", "Tom Marsh")["liar"]
