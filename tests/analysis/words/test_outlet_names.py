"""Names of outlets are passed over by all lexicons; what only looks like one is not."""

import pytest

from analysis import wordlists
from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.words.context import context_of
from analysis.words.outlet_names import rows_of_table
from sources.article import Article


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He told Fox News on Monday that it was over.", ["fox", "news"]),
        ("He told CNN's reporter that it was over.", ["cnn"]),
        ("The Washington Post reported it.", ["washington", "post"]),
        ("He told the Guardian about it.", ["guardian"]),
        ("They met the Guardian Angels there.", []),
        ("The guardian of the child agreed.", []),
        ("Time passes, and time heals.", []),
        ("A TIME reporter asked.", ["time"]),
        ("The national daily mail was late.", []),
        ("", []),
    ],
)
def test_names(text, named):
    batch = read([Article(id="a", text=text)])
    flags = context_of(batch).outlets
    assert batch.tokens["word"].str.removesuffix("'s")[flags].tolist() == named


def test_the_list_is_that_of_the_table():
    assert list(wordlists.rows("outlet_names")) == list(rows_of_table()), "stale: run the command of outlet_names.toml"


@pytest.mark.parametrize("measure", [m for m in ALL_MEASURES if m.name != "readability"], ids=lambda m: m.name)
def test_no_measure_counts_a_word_of_them(measure):
    names = "Fox News, CNN, the Financial Times, the Economist, Kaiser Health News and the Washington Post"
    text = f"She spoke to {names} on Monday. The pier was closed."
    evidence = measure.score(read([Article(id="a", text=text)])).evidence
    inside = evidence["end"].le(text.index(" on Monday")) & evidence["start"].ge(text.index("Fox"))
    assert evidence[inside]["quote"].tolist() == []
