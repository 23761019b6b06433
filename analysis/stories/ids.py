"""Ids of groups that last: a group keeps the id under which most of its articles were known before."""

from collections import Counter
from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def ids_of(
    articles: NDArray[np.object_],
    labels: NDArray[np.int64],
    *,
    kind: str,
    before: pd.DataFrame | None = None,
    others: Collection[str] = (),
) -> list[str]:
    """Return an id for each article's group (`labels`: the smallest row of a group); `kind` is event or story.

    `before` (MEMBERS) has the ids of an earlier run: of the groups that hold articles of an earlier one, that with most
    of them is called as that was, where it is not called by more of its articles already. All others are called by the
    smallest of their articles whose id is free; `others` are not.
    """
    held = {} if before is None else dict(zip(before["article"].tolist(), before[kind].tolist(), strict=True))
    shared = Counter(
        (held[article], label) for article, label in zip(articles, labels.tolist(), strict=True) if article in held
    )
    called: dict[int, str] = {}
    taken = set(others)
    for (name, label), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        if name not in taken and label not in called:
            called[label] = name
            taken.add(name)
    for article, label in zip(articles, labels.tolist(), strict=True):
        if label not in called and (name := f"{kind}-{article}") not in taken:
            called[label] = name
            taken.add(name)
    for label in sorted(set(labels.tolist()) - set(called)):  # every id of its articles is another group's now
        number = 2
        while (name := f"{kind}-{articles[label]}-{number}") in taken:
            number += 1
        called[label] = name
        taken.add(name)
    return [called[label] for label in labels.tolist()]
