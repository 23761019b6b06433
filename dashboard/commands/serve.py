"""`parallax serve`: the dashboard in a browser."""

from pathlib import Path

import click

from dashboard.commands.options import library_option, outlets_option

PORT = 8052


@click.command(name="serve", short_help="Show the dashboard in a browser.")
@library_option
@outlets_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser too.")
def serve(library: Path, outlets: Path | None, host: str, port: int, open_browser: bool) -> None:
    """Show the dashboard of the last analysis in a browser, until Ctrl+C."""
    from dashboard.server import serve as run

    run(library, host=host, port=port, open_browser=open_browser, say=click.echo, own_outlets=outlets)
