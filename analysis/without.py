"""What a value would be without the marks that a person took out, as far as its marks tell."""

import math

import numpy as np
import pandas as pd

_CLOSE = 1e-6
_KEPT_BY_ONE = ("agency.passive", "agency.agentless")
"""Shares of sentences in which one mark is enough for its sentence."""


def value_without(name: str, score: tuple[float, int], evidence: pd.DataFrame, out: "pd.Series[bool]") -> float | None:
    """Return the value of one voice without the EVIDENCE rows where `out` is true; n stays what it was.

    `name` is the value's, `score` its value and n, `evidence` all of its rows in this voice. None where it cannot be
    said: the weights do not add up to the value (readability), or a sentence has lost some of the cues that gave it
    a frame, and what is left may or may not be enough.
    """
    amount, n = score
    if n == 0 or math.isnan(amount) or evidence.empty:
        return None
    weights = evidence["weight"].to_numpy(dtype=np.float64)
    total = float(weights.sum())
    if math.isclose(total, amount, rel_tol=_CLOSE, abs_tol=_CLOSE):
        parts = 1
    elif math.isclose(total / n, amount, rel_tol=_CLOSE, abs_tol=_CLOSE):
        parts = n
    else:
        return None
    gone = out.to_numpy(dtype=bool)
    if name in _KEPT_BY_ONE or name.partition(".")[0] in ("framing", "generic_frames"):
        sentences = pd.Series(gone).groupby(evidence["sentence"].to_numpy()).transform("all").to_numpy(dtype=bool)
        if name not in _KEPT_BY_ONE and bool((gone & ~sentences).any()):
            return None
        gone = sentences
    left = float(weights[~gone].sum()) / parts
    return 0.0 if abs(left) < _CLOSE else left
