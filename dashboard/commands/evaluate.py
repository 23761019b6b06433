"""`parallax evaluate`: how often each part is right, on news that people annotated."""

import json
from pathlib import Path

import click

from dashboard.commands.plain import one_line


@click.command(name="evaluate", short_help="Measure how often each part is right on annotated news.")
@click.argument("task")
@click.option("--data", type=click.Path(path_type=Path), required=True, help="The annotated file or folder.")
@click.option("--negatives", type=click.Path(path_type=Path), help="For copies: articles that hold no pair.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--predictions", type=click.Path(path_type=Path), help="Write what was predicted, one JSON line an item.")
def evaluate(task: str, data: Path, negatives: Path | None, as_json: bool, predictions: Path | None) -> None:
    """Measure the shipped code on DATA for TASK; docs/measures.md and docs/method.md say what the figures mean."""
    from analysis.evaluation import run_task
    from dashboard.exports.files import write_text

    found = run_task(task, data, negatives=negatives)
    if predictions is not None:
        write_text(predictions, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found.predictions))
    if as_json:
        click.echo(json.dumps(dict(found.figures), ensure_ascii=False))
        return
    for name, figure in found.figures.items():
        click.echo(f"{name}: {one_line(str(figure), 100)}")
