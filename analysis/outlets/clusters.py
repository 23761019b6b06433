"""Which events count as one where chance is judged: those of one story that lie close together in time."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]

SPAN: Final = 28
"""Days of one story that count as one: what is told of a running story from day to day is no new evidence."""


def cluster_numbers(story: npt.NDArray[np.integer[Any]], day: Codes, *, stories: int) -> Codes:
    """Return the number of the cluster of each event, from its story and its day (least number: not dated).

    Events of one story within four weeks are one; the weeks are counted from the story's first dated event, and its
    undated events are one more cluster.
    """
    undated = day == np.iinfo(np.int64).min
    first = np.full(stories, np.iinfo(np.int64).max)
    np.minimum.at(first, story[~undated], day[~undated])
    span = np.full(len(day), -1, dtype=np.int64)
    span[~undated] = (day[~undated] - first[story[~undated]]) // SPAN
    _, number = np.unique(story.astype(np.int64) * (span.max(initial=-1) + 2) + span + 1, return_inverse=True)
    return number.astype(np.int64)
