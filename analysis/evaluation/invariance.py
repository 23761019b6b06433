"""Whether scores stay when what they must not depend on changes: outlet names, marks, line breaks, other articles."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.evaluation.annotated import body, json_lines
from analysis.evaluation.rewritten.checks import ALL_CHECKS, Check
from analysis.evaluation.rewritten.outcomes import differences, outcomes
from analysis.evaluation.task import Evaluated, Task
from sources.adding.inputs import Input, inputs_of
from sources.adding.outcomes import Outcome, outcomes_of
from sources.article import Article
from sources.errors import InputError
from sources.outlets import load_outlets

PART = 60
"""Articles of a large file that are tried: all of them would take a quarter of an hour."""


def run(path: Path, negatives: Path | None = None) -> Evaluated:
    """Try every check on every article of a file of JSON lines, or of a folder of pages. Raises InputError.

    Figures: for each check how many articles could be tried and on how many every value held. Predictions: a row for
    each value that did not.
    """
    return _tried(_articles(path))


def _tried(every: Sequence[Article], *, most: int | None = None) -> Evaluated:
    articles = every[:: max(1, len(every) // most)][:most] if most else every
    tried: dict[str, Mapping[str, int]] = {}
    rows: list[Mapping[str, object]] = []
    for check in ALL_CHECKS:
        figures, changed = try_on(articles, check)
        tried[check.name] = figures
        rows += changed
    return Evaluated({"articles": len(articles), "checks": tried}, rows)


def run_on_part(path: Path, negatives: Path | None = None) -> Evaluated:
    """Do the same on `PART` articles spread evenly over the file. Raises InputError."""
    return _tried(_articles(path), most=PART)


def try_on(articles: Sequence[Article], check: Check) -> tuple[Mapping[str, int], list[Mapping[str, object]]]:
    """Return for one check the numbers of articles tried and held, and a row for each value that changed."""
    trials = [(article, trial) for article in articles if (trial := check.trial(article)) is not None]
    before = outcomes([trial.before for _, trial in trials])
    after = outcomes([trial.after for _, trial in reversed(trials)], together=1 if check.alone else 100)[::-1]
    held = 0
    rows: list[Mapping[str, object]] = []
    for (article, trial), was, now in zip(trials, before, after, strict=True):
        found = differences(was, now, voices=check.voices, times=check.times, named=trial.named)
        changed = [each for each in found if not check.without or each[0].split(".")[0] != check.without]
        held += not changed
        rows += [
            {"check": check.name, "article": article.id, "value": value, "voice": voice, "before": old, "after": new}
            for value, voice, old, new in changed
        ]
    return {"tried": len(trials), "held": held}, rows


def _articles(path: Path) -> list[Article]:
    if path.is_dir():
        outlets = load_outlets()
        found = [
            outcome.article
            for each in inputs_of([str(path)], stdin=None)
            if isinstance(each, Input)
            for outcome in outcomes_of(each, outlets=outlets, columns={})
            if isinstance(outcome, Outcome) and outcome.article is not None
        ]
        if not found:
            raise InputError(f"{path}: holds no article; give a folder of pages, or JSON lines with text")
        return found
    made = []
    for number, row in enumerate(json_lines(path, fields=())):
        text = "\n\n".join(line.strip() for line in body(row).splitlines() if line.strip())
        if text:
            title = row.get("title")
            made.append(Article(id=str(row.get("id", number)), title=str(title) if title else None, text=text))
    if not made:
        raise InputError(f"{path}: no row has text or sentences; give JSON lines that have one of them")
    return made


NEWS = Task(
    name="invariance-news",
    meaning="The same on real news: on 60 articles spread evenly over a file.",
    data="JSON lines: text (or sentences), title where there is one",
    run=run_on_part,
)

TASK = Task(
    name="invariance",
    meaning="Do scores stay when outlet names, marks, line breaks, people's names or other articles change?",
    data="JSON lines: text (or sentences), title where there is one; or a folder of pages",
    run=run,
)
