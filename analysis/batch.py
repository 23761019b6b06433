"""`Batch`: some articles split into sentences, voices and words, once, for all measures."""

from dataclasses import dataclass, field

import pandas as pd

from analysis.tables import ATTRIBUTIONS


@dataclass(frozen=True, slots=True)
class Batch:
    """Frames of the same articles. Nobody changes them. No outlet, author or date is in them: measures are blind."""

    texts: pd.DataFrame
    """TEXTS."""

    sentences: pd.DataFrame
    """SENTENCES, sorted by article (in the order of texts) and sentence."""

    voices: pd.DataFrame
    """VOICES, sorted by article and start; one headline row for each article with a title."""

    tokens: pd.DataFrame
    """TOKENS, sorted by article, then title first (sentence -1), then start."""

    attributions: pd.DataFrame = field(default_factory=ATTRIBUTIONS.empty)
    """ATTRIBUTIONS, sorted by article, sentence and start."""
