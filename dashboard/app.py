"""The one place that makes the Dash object."""

import secrets
from pathlib import Path

from dash import Dash

from dashboard.ahead import draw_ahead
from dashboard.collecting.desk import desk_of
from dashboard.collecting.guard import answer_only_to_our_names
from dashboard.collecting.routes import connect_writing
from dashboard.current import CurrentResults
from dashboard.downloads import connect_downloads
from dashboard.pages import ALL_PAGES
from dashboard.router import connect, notify
from dashboard.security import harden
from dashboard.sending import send_small
from dashboard.shell import index, shell
from dashboard.warm import warm_up

ASSETS = Path(__file__).parent / "assets"


def create_app(
    library: Path,
    *,
    prefix: str = "/",
    secret_key: str | None = None,
    own_outlets: Path | None = None,
    read_only: bool = False,
    others: bool = False,
    hosts: tuple[str, ...] = (),
    allow_private: bool = False,
    ahead: bool = False,
    shared: Path | None = None,
) -> Dash:
    """Return the dashboard of the library file `library`.

    Results are opened with the first page that is asked for, and again when a new analysis has finished. `prefix` is
    the path that the app is served under. `secret_key` signs what the server hands out and must be the same for all
    workers of one server; None makes one for this process. `own_outlets` is the person's own file of outlets.

    Articles may be brought from this machine; with `others` from other machines too, with `read_only` by nobody.
    `hosts` are names of this machine beside its own, under which it answers. With `allow_private`, addresses in this
    network are fetched too. With `ahead` the pages that are asked for first are drawn in the background now.
    `shared` is a folder of their own where the processes that serve together keep answers.
    """
    app = Dash(
        "parallax",
        assets_folder=str(ASSETS),
        assets_ignore=r".*[.]head[.]js$",
        requests_pathname_prefix=prefix,
        routes_pathname_prefix=prefix,
        serve_locally=True,
        suppress_callback_exceptions=True,
        use_async=False,
        use_pages=False,
        update_title="",
        title="Parallax",
        on_error=notify,
        health_endpoint="healthz",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.server.secret_key = secret_key or secrets.token_hex(32)
    app.index_string = index(app.get_asset_url("scheme.head.js"))
    desk = desk_of(
        library,
        own_outlets=own_outlets,
        read_only=read_only,
        others=others,
        hosts=hosts,
        allow_private=allow_private,
    )
    current = CurrentResults(library, own_outlets=own_outlets, on_first=warm_up, desk=desk)
    answer_only_to_our_names(app.server, desk.guard)
    connect_writing(app, desk)
    connect_downloads(app, current)
    send_small(app, current, shared=shared)
    harden(app)
    app.layout = shell(ALL_PAGES)
    draw = connect(app, ALL_PAGES, current)
    if ahead:
        draw_ahead(current, draw)
    return app
