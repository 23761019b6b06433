"""Every measure over a batch: the one function that both a whole run and a single opened article go through."""

import pandas as pd

from analysis.batch import Batch
from analysis.garbage import no_garbage_looked_for
from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure, Scored
from analysis.tables import EVIDENCE, SCORES


@no_garbage_looked_for()
def score(batch: Batch, *, measures: tuple[Measure, ...] = ALL_MEASURES) -> Scored:
    """Return the SCORES and EVIDENCE of all `measures` for the articles of `batch`.

    Each article is scored alone: the result for an article does not depend on the others in the batch.
    """
    parts = [measure.score(batch) for measure in measures]
    return Scored(
        scores=_joined([part.scores for part in parts], SCORES.empty()),
        evidence=lambda: _joined([part.evidence for part in parts], EVIDENCE.empty()),
    )


def _joined(frames: list[pd.DataFrame], empty: pd.DataFrame) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else empty
