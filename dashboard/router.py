"""From an address to a page: the one callback that draws, and what is drawn when something is wrong."""

import logging
from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output, set_props, strip_relative_path

from dashboard.components.look import with_look
from dashboard.current import CurrentResults
from dashboard.drawing import drawing, live_ids
from dashboard.guided import LOOK, step_of
from dashboard.page import Page, Query, View
from dashboard.pages.first_visit import first_visit
from dashboard.pages.problems import broken, not_found
from dashboard.sending import same_again
from dashboard.shell import LOCATION, NOTES, PAGE, PAGE_INFO
from sources.errors import NoResults, ParallaxError, UnknownName

Drawn = tuple[object, dict[str, str]]

_LOG = logging.getLogger(__name__)


def find(pages: tuple[Page, ...], pathname: object) -> tuple[Page, dict[str, str]] | None:
    """Return the page at `pathname` (without the prefix) with the values in its path, or None."""
    if isinstance(pathname, str):
        for page in pages:
            values = page.match(pathname)
            if values is not None:
                return page, values
    return None


def draw(pages: tuple[Page, ...], current: CurrentResults, *, pathname: object, search: object) -> Drawn:
    """Return what to show for an address, and what the frame needs to know: title and place in the navigation."""
    found = find(pages, pathname)
    section = ""
    try:
        if found is None:
            view = not_found("There is no page at this address.")
        else:
            page, values = found
            section = page.section or page.name
            query = Query.read(search, path=values)
            if page.layout is None:
                view = page.from_library(current, query) if page.from_library else not_found("Nothing is here.")
            else:
                view = page.layout(current.get(), query)
                same_again()
            view = _looked_at(view, current, query)
    except NoResults as error:
        view = first_visit(current, str(error))
    except UnknownName as error:
        view = not_found(str(error))
    except ParallaxError as error:
        view = broken(str(error))
    return shown(view, section)


def _looked_at(view: View, current: CurrentResults, query: Query) -> View:
    """Return the view with the step of the guided look that the address asks for; as it is where it asks for none."""
    asked = query.one(LOOK)
    found = step_of(current.get(), asked) if asked else None
    return with_look(view, *found, results=current.get()) if found else view


def shown(view: View, section: str = "") -> Drawn:
    """Return a view in the shape of the callback's outputs."""
    return view.body, {"title": view.title, "section": section}


def failed(error: Exception) -> Drawn:
    """Say on the page that drawing it failed; the details go to the log."""
    _LOG.error("a page could not be drawn", exc_info=error)
    same_again(False)
    return shown(broken(f"{type(error).__name__}: the details are in the window where Parallax runs."))


def notify(error: Exception) -> None:
    """Say in a corner of the page that an answer failed; the page stays as it is."""
    _LOG.error("a callback failed", exc_info=error)
    said = {
        "action": "show",
        "title": "That did not work",
        "message": "The page stays as it was. The details are in the window where Parallax runs.",
        "color": "red",
    }
    set_props(NOTES, {"sendNotifications": [said]})


def connect(app: Dash, pages: tuple[Page, ...], current: CurrentResults) -> Callable[[object, object], Drawn]:
    """Register the callbacks of the frame and of every page with `app`; return the one that draws an address."""

    def page_at(pathname: object, search: object) -> Drawn:
        path = strip_relative_path(pathname) if isinstance(pathname, str) else ""  # type: ignore[no-untyped-call]
        body, info = draw(pages, current, pathname=path or "", search=search)
        return drawing(body, live=live_ids(app.callback_map)), info

    register: Callable[[Callable[..., Drawn]], object] = app.callback(
        Output(PAGE, "children"),
        Output(PAGE_INFO, "data"),
        Input(LOCATION, "pathname"),
        Input(LOCATION, "search"),
        on_error=failed,
    )
    register(page_at)
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("parallax", "arrived"), Output("said", "children"), Input(PAGE_INFO, "data")
    )
    for page in pages:
        if page.connect is not None:
            page.connect(app, current)
    return page_at
