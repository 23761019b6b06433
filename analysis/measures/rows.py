"""The rows of SCORES from numbers in a grid: an article a line, a value of a voice a column."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch, Numbers, repeated
from analysis.tables import SCORES
from analysis.voice import Voice


def score_rows(
    batch: Batch, columns: Sequence[tuple[str, Voice]], *, values: npt.NDArray[np.float64], n: Numbers
) -> pd.DataFrame:
    """Return SCORES of the batch's articles; `columns` are (name of the value, voice).

    `values` and `n` have a line for each article and a column for each of `columns`; a value with n = 0 becomes NaN.
    """
    articles = len(batch.texts)
    if not articles:
        return SCORES.empty()
    counts = np.ascontiguousarray(n, dtype=np.int64).ravel()
    each = np.tile(np.arange(len(columns)), articles)
    return pd.DataFrame(
        {
            "article": batch.texts["article"].array.take(np.repeat(np.arange(articles), len(columns))),
            "measure": repeated([name for name, _ in columns], each),
            "voice": repeated([voice for _, voice in columns], each),
            "value": np.where(counts > 0, values.ravel(), np.nan),
            "n": counts,
        }
    )


def per_cell(
    batch: Batch, article: Numbers, column: Numbers, *, width: int, weights: npt.ArrayLike | None = None
) -> npt.NDArray[np.float64]:
    """Return the sums of `weights` (1 each where not given) in a grid of the batch's articles and `width` columns."""
    size = len(batch.texts) * width
    summed = np.bincount(article * width + column, weights=weights, minlength=size)
    grid: npt.NDArray[np.float64] = summed.astype(np.float64).reshape(-1, width)
    return grid
