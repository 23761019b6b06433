"""All measures over a batch give the rows of each measure alone."""

from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article


def test_the_parts_are_the_whole():
    batch = read([Article(id="a" * 16, title="Rain", text="Heavy rain fell. “We are happy,” said Ada Quill.")])
    scored = score(batch)
    values = [value for measure in ALL_MEASURES for value in measure.values]
    assert len(scored.scores) == sum(len(value.voices) for value in values)
    assert set(scored.scores["measure"]) == {value.name for value in values}
    assert set(scored.evidence["measure"]) <= {value.name for value in values}


def test_nothing_in_nothing_out():
    scored = score(read([]))
    assert scored.scores.empty
    assert scored.evidence.empty
