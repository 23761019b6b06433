"""Words that two sentences have one after the other, word for word: what both took from the same mouth or paper."""

from collections.abc import Sequence

RUN = 4
"""Words of a run."""

FULL = 1
"""Words of a run that must tell something: neither names nor function words nor words of saying."""


def runs(stems: Sequence[str], telling: Sequence[bool]) -> frozenset[str]:
    """Return the runs of `RUN` words of a sentence that tell something, as stems.

    `telling` says which of the words do.
    """
    count = [0]
    for full in telling:
        count.append(count[-1] + full)
    found = {" ".join(stems[i : i + RUN]) for i in range(len(stems) - RUN + 1) if count[i + RUN] - count[i] >= FULL}
    return frozenset(found)
