"""`Task`: one way to measure how often Parallax is right, on a file that people annotated."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Evaluated(NamedTuple):
    """What a task returns."""

    figures: Mapping[str, object]
    """Figures by name, ready for JSON; None for a figure that the file cannot give."""

    predictions: Sequence[Mapping[str, object]]
    """One row per item: the item's id or number, the gold, the prediction and its evidence, ready for JSON lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of `parallax evaluate`."""

    name: str
    """As typed: "same-event"."""

    meaning: str
    """What is measured, for people."""

    data: str
    """The form of the file or folder: fields by name."""

    run: Callable[[Path, Path | None], Evaluated]
    """(file, file of negatives or None) -> figures of the shipped code and thresholds; raises InputError with one clear
    line for a bad file. Only `copies` uses negatives."""

    cross_validate: Callable[[Path], Evaluated] | None = None
    """For learned weights: learned from a part of the file and tried on the rest, in turn; None: learns none."""
