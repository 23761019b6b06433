"""Words that set outlets apart on one story: log-odds ratio with an informative Dirichlet prior.

Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008, equations 15, 16, 20 and 22. The prior is
what the story as a whole leads one to expect. News at large is no part of it: that would take certainty from the very
words that belong to the story.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.reports import printed_from_agencies
from analysis.tables import DISTINCTIVE
from analysis.voice import NARRATION
from analysis.wordlists import column

LEAST_Z = 1.645
"""z from which a word is reported: the one-sided 5 % point, because only use above the others' is reported. For words
used a few times z is careful: three uses by one of five outlets of like length alone (binomial p = 0.008) give 1.95."""

LEAST_COUNT = 2
"""Times an outlet must use a word for it to be reported."""

MOST = 12
"""Most words reported of an outlet on a story."""

PRIOR_SHARE = 0.2
"""Strength of the prior as a share of the story's words: as if beside five outlets a sixth wrote as all do on average.
A word that one of five alone uses is then reported from about the third time on."""


def distinctive(
    tokens: pd.DataFrame, members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame
) -> pd.DataFrame:
    """Return DISTINCTIVE of the stories in `members`, by story, outlet and falling z.

    `tokens` is TOKENS, `members` MEMBERS, `articles` ARTICLES (id, outlet and text are read), `credits` CREDITS. Only
    the outlets' own voice counts, without function words and without names that every outlet on the story uses. A page
    that prints another page of the story, or a news agency's text, is left out: its words are the other's. Pages of
    unknown outlet are each a source of their own, named "unknown outlet (first six characters of the id)". A story with
    one source has no rows.
    """
    words = _narrated(tokens, members, articles, credits)
    found = [row for story, rows in words.groupby("story", sort=True) for row in _of_story(str(story), rows)]
    return DISTINCTIVE.frame(found)


def log_odds(
    count: NDArray[np.float64], others: NDArray[np.float64], prior: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return z of each word: the difference of its log-odds between two groups over its standard error.

    `count` and `others` are the groups' counts of every word of the vocabulary, `prior` the pseudo-counts (above 0).
    """
    total, one, two = prior.sum(), count + prior, others + prior
    odds_one = np.log(one / (count.sum() + total - one))
    odds_two = np.log(two / (others.sum() + total - two))
    z: NDArray[np.float64] = (odds_one - odds_two) / np.sqrt(1 / one + 1 / two)
    return z


def _narrated(
    tokens: pd.DataFrame, members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame
) -> pd.DataFrame:
    """Return the words to count: story, outlet, word, capital."""
    placed = members[["article", "story", "report"]].merge(
        articles[["id", "outlet", "text"]], left_on="article", right_on="id", how="inner"
    )
    unknown = "unknown outlet (" + placed["article"].str[:6] + ")"
    placed["outlet"] = placed["outlet"].where(placed["outlet"].notna() & (placed["outlet"] != ""), unknown)
    story = placed.set_index("article")["story"]
    repeated = (placed["report"] != placed["article"]) & (placed["report"].map(story) == placed["story"])
    placed = placed[~repeated & ~placed["article"].isin(printed_from_agencies(credits))]
    spoken = tokens[tokens["voice"] == NARRATION]
    spoken = spoken[spoken["word"].str.contains("[^\\W\\d_]{2}", regex=True)]
    spoken = spoken.assign(word=spoken["word"].str.removesuffix("'s"))
    spoken = spoken[~spoken["word"].isin(column("function_words"))]
    joined = spoken.merge(placed[["article", "story", "outlet"]], on="article", how="inner")
    texts = dict(zip(placed["article"], placed["text"], strict=True))
    joined["capital"] = [
        texts[article][start].isupper() for article, start in zip(joined["article"], joined["start"], strict=True)
    ]
    return joined[["story", "outlet", "word", "capital"]]


def _of_story(story: str, rows: pd.DataFrame) -> list[tuple[object, ...]]:
    table = rows.groupby(["word", "outlet"]).size().unstack(fill_value=0)
    if table.shape[1] < 2:
        return []
    capital = rows.groupby("word")["capital"].mean().reindex(table.index).to_numpy() > 0.5
    shared_name = capital & (table > 0).all(axis=1).to_numpy()
    found: list[tuple[object, ...]] = []
    everybody = table.sum(axis=1).to_numpy(dtype=float)
    for outlet in table.columns:
        count = table[outlet].to_numpy(dtype=float)
        others = everybody - count
        z = log_odds(count, others, everybody * PRIOR_SHARE)
        told = (z >= LEAST_Z) & (count >= LEAST_COUNT) & ~shared_name
        best = sorted(np.flatnonzero(told).tolist(), key=lambda w: (-z[w], table.index[w]))[:MOST]
        found += [(story, outlet, table.index[w], float(z[w]), int(count[w]), int(others[w])) for w in best]
    return found
