"""The tasks of `parallax evaluate`: how often each part is right on annotated news. A new one is a file and a line.

Task modules are imported when asked for, because some need heavy libraries.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from analysis.evaluation.task import Evaluated, Task
from sources.errors import InputError, UnknownName

ALL_TASKS: Mapping[str, str] = {
    "same-event": "analysis.evaluation.same_event:TASK",
    "copies": "analysis.evaluation.copies:TASK",
    "wire": "analysis.evaluation.wire:TASK",
    "loaded-words": "analysis.evaluation.loaded:WORDS",
    "loaded-sentences": "analysis.evaluation.loaded:SENTENCES",
    "portrayal-sentences": "analysis.evaluation.portrayal_sentences:TASK",
    "portrayal-articles": "analysis.evaluation.portrayal_articles:TASK",
    "frames-headlines": "analysis.evaluation.frames:TASK",
    "attribution": "analysis.evaluation.attribution:TASK",
    "extraction": "analysis.evaluation.extraction:EXTRACTION",
    "extraction-text": "analysis.evaluation.extraction:EXTRACTION_TEXT",
    "invariance": "analysis.evaluation.invariance:TASK",
    "invariance-news": "analysis.evaluation.invariance:NEWS",
}
"""Task name -> module and name of its record."""


def task(name: str) -> Task:
    """Return the task of this name. Raises UnknownName, which lists them all."""
    if name not in ALL_TASKS:
        raise UnknownName(f"there is no task {name!r}; there are {', '.join(ALL_TASKS)}")
    module, record = ALL_TASKS[name].split(":")
    found = getattr(import_module(module), record)
    assert isinstance(found, Task)
    return found


def run_task(name: str, data: Path, *, negatives: Path | None = None, cross_validate: bool = False) -> Evaluated:
    """Run the task on a file or folder. Raises UnknownName and InputError, each with one clear line.

    With `cross_validate` the weights are learned from parts of the file and tried on the rest, not the shipped ones.
    """
    chosen = task(name)
    for path in (data, negatives):
        if path is not None and not path.exists():
            raise InputError(f"{path}: no such file or folder; {chosen.name} reads {chosen.data}")
    if not cross_validate:
        return chosen.run(data, negatives)
    if chosen.cross_validate is None:
        raise InputError(f"{name} learns no weights from its file; leave out --cross-validate")
    return chosen.cross_validate(data)
