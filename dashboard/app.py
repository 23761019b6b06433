"""The one place that makes the Dash object."""

import secrets
from pathlib import Path

from dash import Dash

from dashboard.current import CurrentResults
from dashboard.pages import ALL_PAGES
from dashboard.router import connect, notify
from dashboard.security import harden
from dashboard.sending import send_small
from dashboard.shell import index, shell
from dashboard.warm import warm_up

ASSETS = Path(__file__).parent / "assets"


def create_app(
    library: Path, *, prefix: str = "/", secret_key: str | None = None, own_outlets: Path | None = None
) -> Dash:
    """Return the dashboard of the library file `library`.

    Results are opened with the first page that is asked for, and again when a new analysis has finished. `prefix` is
    the path that the app is served under. `secret_key` signs what the server hands out and must be the same for all
    workers of one server; None makes one for this process. `own_outlets` is the person's own file of outlets.
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
    current = CurrentResults(library, own_outlets=own_outlets, on_first=warm_up)
    send_small(app, current)
    harden(app)
    app.layout = shell(ALL_PAGES)
    connect(app, ALL_PAGES, current)
    return app
