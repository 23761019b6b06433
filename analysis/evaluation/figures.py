"""How often each part is right, as last measured: what docs/measures.md and the Method page show.

`python -m analysis.evaluation.figures --data-dir FOLDER` runs every task whose data lie in FOLDER and writes
figures.json again.
"""

import json
import platform
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from analysis.evaluation import ALL_TASKS, run_task
from sources.errors import InputError

_VERSIONS = ("parallax-news", "numpy", "pandas", "scikit-learn", "nltk", "textstat", "vaderSentiment", "trafilatura")
_PACKAGE = "analysis.evaluation"

OWN = "evaluation.json"
"""Name of the file of a person's own figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What one task is measured on and where it fails: an entry of tasks.toml, where each field is told."""

    name: str
    file: str
    corpus: str
    licence: str
    size: str
    half: str
    held_out: bool
    measures: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    fails: str
    negatives: str = ""
    cross_validate: bool = False

    @property
    def command(self) -> str:
        """The command that measures it; FOLDER is where the annotated news lie."""
        data = f"FOLDER/{self.file}" if self.file else "sources/demo/pages"
        more = f" --negatives FOLDER/{self.negatives}" if self.negatives else ""
        more += " --cross-validate" if self.cross_validate else ""
        return f"parallax evaluate {self.name} --data {data}{more} --json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A task with the figures that it last gave."""

    about: About
    figures: Mapping[str, object]
    """As `parallax evaluate` prints them."""
    made: str
    """ISO date of the day on which it was measured."""

    @property
    def size(self) -> str:
        """How much was measured, with the numbers in it."""
        numbers = {name: f"{found:,}" for name, found in self.figures.items() if isinstance(found, int)}
        return self.about.size.format_map({"articles": "?", **numbers})

    @property
    def shown(self) -> list[tuple[str, float | int]]:
        """What each figure that people are shown means, and its value."""
        found = ((said, _inside(self.figures, key)) for key, said in self.about.figures)
        return [(said, value) for said, value in found if isinstance(value, int | float)]

    @property
    def line(self) -> str:
        """The figures with their meaning, for people; counts as they are, shares with three decimals."""
        return "; ".join(
            f"{said}: {value:.3f}" if isinstance(value, float) else f"{said}: {value:,}" for said, value in self.shown
        )


class Held(NamedTuple):
    """What became of one change that must leave scores as they are."""

    name: str
    meaning: str
    tried: int
    """Articles that gave something to change."""
    held: int
    """Those of them on which every value stayed."""


@cache
def abouts() -> Mapping[str, About]:
    """Return what is said of each task, by its name, in the order of tasks.toml."""
    told = tomllib.loads((files(_PACKAGE) / "tasks.toml").read_text("utf-8"))["tasks"]
    return {
        name: About(
            **{
                "name": name,
                **entry,
                "measures": tuple(entry["measures"]),
                "figures": tuple((key, said) for key, said in entry["figures"]),
            }
        )
        for name, entry in told.items()
    }


@cache
def unmeasured() -> Mapping[str, str]:
    """Return why a measure has no figure, by its name."""
    told: Mapping[str, str] = tomllib.loads((files(_PACKAGE) / "tasks.toml").read_text("utf-8"))["unmeasured"]
    return told


@cache
def measured() -> tuple[Measured, ...]:
    """Return the packaged figures, in the order of tasks.toml; a task that was never run is not among them."""
    return _figures_in((files(_PACKAGE) / "figures.json").read_text("utf-8"))


def own_file(library: Path) -> Path:
    """Return where `parallax evaluate --all` writes a person's own figures: evaluation.json beside the library."""
    return library.with_name(OWN)


def own_figures(library: Path) -> tuple[Measured, ...]:
    """Return the figures that a person measured, from the file beside the library; () where there is none.

    Raises InputError, one sentence, for a file that is none of figures.
    """
    file = own_file(library)
    try:
        return _figures_in(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            f"{file}: is no file of figures; `parallax evaluate --all --data-dir FOLDER` writes it again"
        ) from error


def _figures_in(text: str) -> tuple[Measured, ...]:
    written = json.loads(text)["tasks"]
    made = tuple(
        Measured(about=about, figures=dict(written[name]["figures"]), made=str(written[name]["made"]))
        for name, about in abouts().items()
        if name in written
    )
    for each in made:
        _ = each.size, each.shown, held_of(each)
    return made


def of_measure(name: str, own: Sequence[Measured] = ()) -> list[Measured]:
    """Return the figures that speak of this measure ("portrayals" for the portrayals), a person's `own` last."""
    return [each for each in (*measured(), *own) if name in each.about.measures]


def held(task: str = "invariance") -> list[Held]:
    """Return what became of each change of `invariance` or `invariance-news`, in order; [] where it never ran."""
    return next((held_of(each) for each in measured() if each.about.name == task), [])


def held_of(each: Measured) -> list[Held]:
    """Return what became of each change that a run of `invariance` or `invariance-news` tried; [] of another task."""
    from analysis.evaluation.rewritten.checks import ALL_CHECKS

    found = each.figures.get("checks", {})
    counts: Mapping[str, Mapping[str, int]] = found if isinstance(found, Mapping) else {}
    return [
        Held(check.name, check.meaning, counts[check.name]["tried"], counts[check.name]["held"])
        for check in ALL_CHECKS
        if check.name in counts
    ]


def run_all(
    folder: Path, *, today: date, tell: Callable[[str], None], only: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield (task, its figures with date, command and seconds) for every task whose data lie in `folder`.

    `tell` is given a line for each task: what it is doing, or why it is passed over. Raises InputError where the
    folder holds none of them.
    """
    found = [about for name, about in abouts().items() if not only or name in only]
    ready = [(about, paths) for about in found if (paths := _paths(about, folder)) is not None]
    for about in found:
        if about not in [each for each, _ in ready]:
            tell(f"{about.name}: not measured, {about.file} is not in {folder}")
    if not [about for about, _ in ready if about.file]:
        wanted = ", ".join(sorted({about.file for about in abouts().values() if about.file}))
        raise InputError(f"{folder}: holds none of the annotated files; they are called {wanted}")
    for about, (data, negatives) in ready:
        began = time.perf_counter()
        result = run_task(about.name, data, negatives=negatives, cross_validate=about.cross_validate)
        seconds = round(time.perf_counter() - began, 1)
        tell(f"{about.name}: {seconds} s")
        yield (
            about.name,
            {
                "made": today.isoformat(),
                "command": about.command,
                "seconds": seconds,
                "figures": dict(result.figures),
            },
        )


def as_json(tasks: Mapping[str, object], *, today: date) -> str:
    """Return the text of a file of figures: the day, the versions, and each task's figures."""
    versions = {"python": platform.python_version(), **{name: version(name) for name in _VERSIONS}}
    return json.dumps({"made": today.isoformat(), "versions": versions, "tasks": tasks}, indent=1) + "\n"


def _paths(about: About, folder: Path) -> tuple[Path, Path | None] | None:
    """Return the data and negatives of a task; None where one of them is missing."""
    if not about.file:
        from sources.demo import pages

        return pages()[0].parent, None
    data = folder / about.file
    negatives = folder / about.negatives if about.negatives else None
    return (data, negatives) if data.exists() and (negatives is None or negatives.exists()) else None


def _inside(figures: Mapping[str, object], key: str) -> object:
    found: object = figures
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def main(arguments: list[str]) -> None:
    """Write the packaged figures again; those of tasks whose data are not there stay as they were."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="python -m analysis.evaluation.figures", description=main.__doc__)
    parser.add_argument("--data-dir", type=Path, required=True, help="folder of the annotated news")
    parser.add_argument("--only", action="append", default=[], choices=list(ALL_TASKS), help="measure this task only")
    given = parser.parse_args(arguments)
    today = date.today()
    output = Path(str(files(_PACKAGE) / "figures.json"))
    before = json.loads(output.read_text("utf-8"))["tasks"] if output.exists() else {}
    tasks = {**before, **dict(run_all(given.data_dir, today=today, tell=_to_stderr, only=tuple(given.only)))}
    ordered = {name: tasks[name] for name in abouts() if name in tasks}
    unfinished = output.with_name(output.name + ".unfinished")
    unfinished.write_text(as_json(ordered, today=today), encoding="utf-8")
    unfinished.replace(output)


def _to_stderr(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
