"""`parallax evaluate`: how often each part is right, on news that people annotated."""

import json
from datetime import date
from pathlib import Path

import click

from dashboard.commands.options import library_option
from dashboard.commands.plain import one_line


@click.command(name="evaluate", short_help="Measure how often each part is right on annotated news.")
@click.argument("task", required=False)
@click.option("--data", type=click.Path(path_type=Path), help="The annotated file or folder.")
@click.option("--negatives", type=click.Path(path_type=Path), help="For copies: articles that hold no pair.")
@click.option("--cross-validate", is_flag=True, help="For learned weights: learn from a part of DATA, try the rest.")
@click.option("--all", "all_tasks", is_flag=True, help="Measure every task whose file lies in --data-dir.")
@click.option("--data-dir", type=click.Path(path_type=Path), help="With --all: the folder of the annotated files.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="With --all: write all figures to this JSON file. Default: evaluation.json beside the library, which the "
    "Method page shows.",
)
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--predictions", type=click.Path(path_type=Path), help="Write what was predicted, one JSON line an item.")
def evaluate(
    task: str | None,
    data: Path | None,
    negatives: Path | None,
    cross_validate: bool,
    all_tasks: bool,
    data_dir: Path | None,
    output: Path | None,
    library: Path,
    as_json: bool,
    predictions: Path | None,
) -> None:
    """Measure the shipped code on DATA for TASK; docs/measures.md and docs/method.md say what the figures mean.

    With --all it measures every task for which --data-dir holds the file, by the names that docs/method.md lists, and
    writes a results file: the Method page shows what lies beside the library it serves.
    """
    from dashboard.exports.files import write_text

    if all_tasks or data_dir is not None:
        from analysis.evaluation.figures import own_file

        if task is not None or data is not None or negatives is not None or predictions is not None or cross_validate:
            raise click.UsageError(
                "--all measures every task: give --data-dir FOLDER and no TASK, --data or --predictions"
            )
        if data_dir is None or not all_tasks:
            raise click.UsageError("--all and --data-dir FOLDER go together")
        _evaluate_all(data_dir, output=output or (None if as_json else own_file(library)), as_json=as_json)
        return
    if task is None or data is None:
        raise click.UsageError("name a task and its file (TASK --data FILE), or give --all --data-dir FOLDER")
    if output is not None:
        raise click.UsageError("-o goes with --all; for one task use --json, or --predictions FILE")
    from analysis.evaluation import run_task

    found = run_task(task, data, negatives=negatives, cross_validate=cross_validate)
    if predictions is not None:
        write_text(predictions, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found.predictions))
    if as_json:
        click.echo(json.dumps(dict(found.figures), ensure_ascii=False))
        return
    for name, figure in found.figures.items():
        click.echo(f"{name}: {one_line(str(figure), 100)}")


def _evaluate_all(folder: Path, *, output: Path | None, as_json: bool) -> None:
    """Measure every task of a folder; print the figures, or write them where `output` is given."""
    from analysis.evaluation.figures import Measured, abouts, run_all
    from analysis.evaluation.figures import as_json as figures_as_json
    from dashboard.exports.files import write_text

    today = date.today()
    tasks: dict[str, dict[str, object]] = {}
    for name, entry in run_all(folder, today=today, tell=lambda line: click.echo(line, err=True)):
        tasks[name] = entry
        figures = entry["figures"]
        if not as_json and isinstance(figures, dict):
            shown = Measured(about=abouts()[name], figures=figures, made=today.isoformat())
            click.echo(f"{name}: {shown.line or one_line(str(figures), 200)}")
    text = figures_as_json(tasks, today=today)
    if as_json:
        click.echo(text.rstrip())
    if output is not None:
        click.echo(write_text(output, text), err=as_json)
