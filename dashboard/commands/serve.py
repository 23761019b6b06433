"""`parallax serve`: the dashboard in a browser."""

from pathlib import Path

import click

from dashboard.commands.options import library_option, outlets_option

PORT = 8052
MOST_WORKERS = 32


@click.command(name="serve", short_help="Show the dashboard in a browser.")
@library_option
@outlets_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Port; 0 takes a free one."
)
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    default=1,
    show_default=True,
    help="Processes that answer: for a class, two for each core.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser too.")
@click.option("--read-only", is_flag=True, help="Nobody can bring or change anything: for a class's server.")
@click.option("--others-write", is_flag=True, help="Let people on other machines bring articles too.")
@click.option("--name", "names", multiple=True, help="A name of this machine that it answers to; repeatable.")
@click.option("--allow-private", is_flag=True, help="Fetch from your own network too (localhost, 192.168...).")
def serve(
    library: Path,
    outlets: Path | None,
    host: str,
    port: int,
    workers: int,
    open_browser: bool,
    read_only: bool,
    others_write: bool,
    names: tuple[str, ...],
    allow_private: bool,
) -> None:
    """Show the dashboard in a browser, until Ctrl+C: stories of the last analysis, and a page to bring articles.

    Articles are brought from this machine only, unless --others-write. An empty library is fine: the first page says
    how to begin.
    """
    from dashboard.server import serve as run

    run(
        library,
        host=host,
        port=port,
        open_browser=open_browser,
        say=click.echo,
        own_outlets=outlets,
        read_only=read_only,
        others=others_write,
        hosts=names,
        allow_private=allow_private,
        workers=workers,
    )
