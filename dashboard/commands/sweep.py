"""`parallax sweep`: lines that an outlet prints on many of its pages are cut from the articles in the library."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="sweep", short_help="Cut lines that an outlet prints on many of its pages.")
@library_option
@click.option("--look", is_flag=True, help="Only show what would be cut.")
def sweep(library: Path, look: bool) -> None:
    """Cut lines that an outlet prints on three or more different articles from the articles in the library.

    Such lines are the outlet's own: words about itself, a series, a helpline. What is cut stays listed (`parallax
    articles ARTICLE --removed`), `parallax put-back` brings single lines back and `parallax undo ARTICLE` all of them;
    an article where that was done is left alone from then on. `parallax add` does this by itself for what it adds.
    """
    from dashboard.commands.plain import one_line
    from dashboard.commands.progress import counted
    from sources.keeping.sweeping import lines_cut
    from sources.keeping.sweeping import sweep as run
    from sources.library import Library

    changed = lines = 0
    with Library(library) as opened, counted() as bar:
        for before, after in run(opened, only_look=look, progress=lambda step, done, of: bar.at(done, of, step)):
            cut = lines_cut(before, after)
            changed, lines = changed + 1, lines + len(cut)
            bar.say(f"{before.id if look else after.id}  {one_line(after.title or after.text, 90)}")
            for block in dict.fromkeys(cut):
                bar.say(f"    - {one_line(block, 110)}")
    what = f"{'1 line' if lines == 1 else f'{lines:,} lines'} {'would be ' if look else ''}cut"
    click.echo(f"{what} from {'1 article' if changed == 1 else f'{changed:,} articles'}")
    if changed and not look:
        click.echo("next: parallax analyse")
