"""Writes measures.md, tables.md, outlets.md and cli.md from the code: `make docs`. A test fails when they are stale."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from analysis.evaluation.figures import Measured

FOLDER = Path(__file__).resolve().parent
_NOTE = "<!-- Written by `make docs` from the code: change it there. -->"


def measures() -> Iterator[str]:
    """Yield the page of the measures."""
    from analysis.measures import ALL_MEASURES

    yield "# Measures"
    yield "Every value is counted from words that `parallax explain ARTICLE MEASURE` and the Article page show. A value"
    yield "that cannot be said (nothing to count) is missing, with n = 0; it is never 0."
    for measure in ALL_MEASURES:
        yield f"\n## {measure.label} (`{measure.name}`)\n"
        yield measure.meaning
        yield f"\n**How it is made.** {measure.formula}"
        yield f"\n**Where it goes wrong.** {measure.caveat}"
        yield f"\n**From.** {measure.reference}\n"
        for value in (value for value in measure.values if value.meaning):
            yield f"- **{value.label}**: {value.meaning}"
        yield ""
        yield "| value | what | unit | range | for | n counts | direction |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for value in measure.values:
            cells = (
                f"`{value.name}`",
                value.label,
                value.unit,
                f"{_bound(value.low)} to {_bound(value.high)}",
                ", ".join(value.voices),
                value.counted,
                value.direction,
            )
            yield "| " + " | ".join(map(_cell, cells)) + " |"
        example = measure.example
        headline = f"headline “{example.title}”, " if example.title else ""
        yield f"\n**Example.** {headline}text “{_cell(example.text)}”: `{example.value}` in {example.voice} is "
        yield f"{example.expected:.4g} (n = {example.n})."
        yield from _how_often_right(measure.name)
    yield "\n## Portrayals (`portrayals`)\n"
    yield "How one article shows a person, a body or a country; [method.md](method.md) says how. Sentiment of a whole"
    yield "article is no substitute: it orders outlets no better than a coin."
    yield from _how_often_right("portrayals")
    yield from _other_parts()
    yield from _what_held()


def _how_often_right(measure: str) -> Iterator[str]:
    """Yield what was measured of a measure, or why nothing was."""
    from analysis.evaluation.figures import of_measure, unmeasured

    found = of_measure(measure)
    if not found:
        why = unmeasured().get(measure, "Not measured yet.")
        yield f"\n**How often it is right.** {why}"
        return
    yield "\n**How often it is right.**\n"
    for each in found:
        yield f"- {_measured(each)}"


def _measured(each: "Measured") -> str:
    about = each.about
    return (
        f"{each.line} ({about.corpus}, {about.licence}, {each.size}; {about.half}; {each.made}). "
        f"{about.fails} `{about.command}`"
    )


def _other_parts() -> Iterator[str]:
    """Yield the figures that speak of no measure."""
    from analysis.evaluation.figures import measured

    yield "\n## How often the other parts are right\n"
    for each in measured():
        if each.shown and not each.about.measures:
            yield f"- **{each.about.name}**: {_measured(each)}"


def _what_held() -> Iterator[str]:
    """Yield what must not change a score, and on how many pages it did not."""
    from analysis.evaluation.figures import held, measured

    yield "\n## What must not change a score\n"
    yield "An article is tried where it has something to change, and holds where every score and portrayal stays.\n"
    tried = [each for each in measured() if each.about.name in ("invariance", "invariance-news")]
    for each in tried:
        yield f"- {each.about.corpus} ({each.size}; {each.made}): `{each.about.command}`. {each.about.fails}"
    yield "\n| change | what it is | held on the demo pack | held on real news |"
    yield "| --- | --- | --- | --- |"
    news = {row.name: f"{row.held} of {row.tried}" for row in held("invariance-news")}
    for row in held():
        cells = (row.name, row.meaning, f"{row.held} of {row.tried}", news.get(row.name, ""))
        yield "| " + " | ".join(map(_cell, cells)) + " |"


def tables() -> Iterator[str]:
    """Yield the page of the public tables."""
    from analysis.tables import ALL_TABLES

    yield "# Tables"
    yield "The public tables, as `parallax export` writes them. Offsets count characters of the article's text (of its"
    yield "headline where voice is headline): `text[start:end]` is the quote."
    for table in ALL_TABLES:
        yield f"\n## {table.name}\n\n{table.meaning[0].upper()}{table.meaning[1:]}.\n"
        yield "| column | kind | meaning | missing means |"
        yield "| --- | --- | --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {column.kind} | {_cell(column.meaning)} | {_cell(column.missing)} |"


def outlets() -> Iterator[str]:
    """Yield the page of the outlets."""
    from sources.outlets import load_outlets

    found = sorted(load_outlets().all, key=lambda outlet: (outlet.country, outlet.name.casefold()))
    yield "# Outlets"
    countries = {outlet.country for outlet in found} - {"XX"}
    yield f"{len(found)} outlets in {len(countries)} countries are known by name and domain. The table holds facts, no"
    yield "ratings. XX is the invented region of the demo pack.\n"
    yield "| outlet | country | language | kind | domains | owner |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for outlet in found:
        cells = (
            outlet.name,
            outlet.country,
            outlet.language,
            outlet.kind,
            ", ".join(outlet.domains),
            outlet.owner or "",
        )
        yield "| " + " | ".join(map(_cell, cells)) + " |"


def cli() -> Iterator[str]:
    """Yield the page of the command line."""
    from dashboard.cli import parallax
    from dashboard.commands import ALL_COMMANDS, load

    yield "# Command line"
    yield "`parallax --library FILE COMMAND` and `parallax COMMAND --library FILE` are the same.\n"
    with parallax.make_context("parallax", ["doctor"], terminal_width=100, max_content_width=100) as above:
        yield f"```\n{parallax.get_help(above)}\n```"
        for name, command in ((name, load(name)) for name in ALL_COMMANDS):
            with click.Context(
                command, info_name=name, parent=above, terminal_width=100, max_content_width=100
            ) as context:
                yield f"\n## parallax {name}\n\n```\n{command.get_help(context)}\n```"
                for part, under in (command.commands if isinstance(command, click.Group) else {}).items():
                    with click.Context(
                        under, info_name=part, parent=context, terminal_width=100, max_content_width=100
                    ) as inside:
                        yield f"\n### parallax {name} {part}\n\n```\n{under.get_help(inside)}\n```"


def _bound(number: float) -> str:
    return "no limit" if number in {float("inf"), float("-inf")} else f"{number:g}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


ALL_PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "measures.md": measures,
    "tables.md": tables,
    "outlets.md": outlets,
    "cli.md": cli,
}


def written(page: str) -> str:
    """Return what the page must hold now."""
    return _NOTE + "\n\n" + "\n".join(ALL_PAGES[page]()) + "\n"


if __name__ == "__main__":
    for name in ALL_PAGES:
        (FOLDER / name).write_text(written(name), encoding="utf-8")
