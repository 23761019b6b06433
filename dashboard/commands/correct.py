"""`parallax correct`: particulars of an article that a person knows better."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="correct", short_help="Correct the outlet, headline, date ... of an article.")
@click.argument("article")
@click.option("--outlet", help="The outlet's name; a name or an address that is listed becomes its canonical name.")
@click.option("--title", help="The headline as printed.")
@click.option("--published", help="When it was published, e.g. 2026-01-31T09:30+00:00; without a zone UTC is meant.")
@click.option("--byline", help="The author or authors.")
@click.option("--section", help='The outlet\'s section ("World").')
@click.option("--url", help="The page's address.")
@library_option
def correct(
    article: str,
    outlet: str | None,
    title: str | None,
    published: str | None,
    byline: str | None,
    section: str | None,
    url: str | None,
    library: Path,
) -> None:
    """Correct what ARTICLE (its id or the beginning of it) says of itself; an empty value ("") means unknown.

    What was found on the page is kept, and `parallax undo ARTICLE` brings it back.
    """
    from sources.keeping.restoring import corrected
    from sources.library import Library
    from sources.outlets import outlets_for

    named = {
        "outlet": outlet,
        "title": title,
        "published": published,
        "byline": byline,
        "section": section,
        "url": url,
    }
    given = {field: value for field, value in named.items() if value is not None}
    if not given:
        raise click.UsageError("name what to correct, e.g. --outlet NAME")
    if outlet:
        known = outlets_for(library)
        listed = known.by_name(outlet) or known.by_domain(outlet)
        given["outlet"] = listed.name if listed else outlet
    with Library(library) as opened:
        before = opened.get(article)
        after = corrected(before, given)
        opened.replace(before.id, after, what=f"corrected {', '.join(given)}")
    for field in given:
        click.echo(f"{field}: {getattr(before, field) or 'unknown'} -> {getattr(after, field) or 'unknown'}")
    click.echo(f"the article's id is {after.id}; parallax undo {after.id} undoes it; next: parallax analyse")
