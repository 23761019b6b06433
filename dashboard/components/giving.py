"""The form in which a person gives articles: pasted text, files, addresses."""

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.collecting.given import MOST_FILES, MOST_TEXT
from dashboard.collecting.routes import GIVE
from dashboard.fields import box, button, element, form, text_field

KINDS = (
    "Pages saved from a browser (HTML, MHTML, PDF), text, Word, OpenDocument and RTF, mails, exports of Nexis, Factiva "
    "and ProQuest, tables (CSV, TSV, JSON lines, Parquet, SQLite), saved feeds, web archives, and ZIP or TAR of these."
)


def giving(token: str) -> Component:
    """Return the form."""
    files = element(
        "input",
        None,
        {
            "type": "file",
            "name": "files",
            "multiple": True,
            "id": "field-files",
            "aria-describedby": "field-files-hint",
        },
    )
    return form(
        GIVE,
        token,
        [
            html.Div(
                [
                    _way(
                        "Paste a text",
                        text_field(
                            "text",
                            "The whole page or just the article",
                            rows=9,
                            hint="One article at a time. Headline, date and outlet may stand above it; menus and "
                            "adverts are cut.",
                            more={"data-most": str(MOST_TEXT)},
                        ),
                    ),
                    _way(
                        "Choose files",
                        html.Div(
                            [
                                html.Label("Files, as many as you like", htmlFor="field-files"),
                                html.Div(
                                    [files, html.P("or drop them here", className="hint drop-hint")],
                                    className="drop",
                                    **extra({"data-drop": "field-files", "data-most": str(MOST_FILES)}),
                                ),
                                html.P(KINDS, className="hint", id="field-files-hint"),
                            ],
                            className="field",
                        ),
                        box("follow", "1", "Fetch also the pages that a saved feed or list among these points to"),
                    ),
                    _way(
                        "Give addresses",
                        text_field(
                            "addresses",
                            "Of pages or feeds, one a line",
                            rows=5,
                            place="https://",
                            hint="Only these are fetched, and only when you ask. A feed is remembered: next time only "
                            "its new pages are read.",
                        ),
                    ),
                ],
                className="ways",
            ),
            html.Div(
                [button("Read it", do="give", main=True), html.Span("", className="form-said", role="status")],
                className="row",
            ),
        ],
        name="give",
        files=True,
    )


def _way(heading: str, *parts: Component) -> Component:
    return element("fieldset", [element("legend", heading), *parts], {"className": "way"})
