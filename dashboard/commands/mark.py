"""`parallax mark`: marks that a person says are wrong are taken out, listed and put back."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.group(name="mark", short_help="Take out marks that are wrong, list them, put them back.")
def mark() -> None:
    """Take out marks that are wrong, list them and put them back.

    A mark that is out is kept as wrong in the library. What was counted stays as it is, here and in every comparison
    between outlets; the Article page says beside each value what it would be without the marks that are out.
    """


@mark.command(short_help="Say that a mark is wrong.")
@click.argument("article")
@click.argument("value")
@click.argument("words")
@library_option
def out(article: str, value: str, words: str, library: Path) -> None:
    """Take the marks of VALUE (loaded, hedging, agency.passive ...) on WORDS out of ARTICLE (its id or its beginning).

    `parallax explain ARTICLE MEASURE` shows the marks. Capitals make no difference.
    """
    from analysis.results import Results
    from analysis.tables import rows as rows_of
    from sources.errors import UnknownName
    from sources.keeping.taken_out import TEXT, TITLE, take_out
    from sources.library import Library

    with Library(library) as opened:
        found = opened.version(article)
        results = Results.open(library)
        try:
            evidence = results.evidence(found.id)
        finally:
            results.close()
        marks = evidence[(evidence["measure"] == value).to_numpy()]
        if marks.empty:
            there = ", ".join(sorted(set(evidence["measure"])))
            raise UnknownName(f"{value!r} has no mark in this article; those that have: {there or 'none'}")
        wanted = marks[(marks["quote"].str.casefold() == words.casefold()).to_numpy()]
        if wanted.empty:
            there = ", ".join(dict.fromkeys(marks["quote"].head(20).tolist()))
            raise UnknownName(f"{value!r} does not mark {words!r} here; it marks {there}")
        for row in rows_of(wanted):
            place = TITLE if row.voice == "headline" else TEXT
            made = take_out(opened, found.id, value=value, place=place, start=int(row.start), end=int(row.end))
            click.echo(f"mark {made.number}: {value} on {made.words!r} is out; parallax mark undo {made.number}")


@mark.command(name="list", short_help="List the marks that were taken out.")
@library_option
def list_marks(library: Path) -> None:
    """List the marks that were taken out, with their numbers, and those that were put back."""
    from sources.keeping.taken_out import marks_taken_out
    from sources.library import Library

    with Library(library) as opened:
        every = marks_taken_out(opened, undone=True)
    if not every:
        click.echo("no mark was taken out")
    for each in every:
        where = " in the headline" if each.place == "title" else ""
        said = f"mark {each.number}: {each.value} on {each.words!r}{where} of {each.article}"
        click.echo(f"{said}{' - put back' if each.undone else ''}")


@mark.command(short_help="Put a mark back.")
@click.argument("number", type=int, required=False)
@library_option
def undo(number: int | None, library: Path) -> None:
    """Put back the mark with this NUMBER (`parallax mark list` shows them); without one, the last."""
    from sources.keeping.taken_out import put_back_mark
    from sources.library import Library

    with Library(library) as opened:
        made = put_back_mark(opened, number)
    click.echo(f"put back: mark {made.number} ({made.value} on {made.words!r})")
