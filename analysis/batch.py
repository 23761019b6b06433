"""`Batch`: some articles split into sentences, voices and words, once, for all measures."""

from dataclasses import dataclass

import pandas as pd


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
