"""Method: how every number is made, where it goes wrong, and what Parallax cannot show."""

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.figures import Measured, own_figures
from analysis.measures import ALL_MEASURES
from analysis.results import Results
from dashboard.components.accuracy import accuracy, other_parts, what_held
from dashboard.components.notice import contents, notice, section, shape, title
from dashboard.components.worked import measure_part
from dashboard.page import Page, Query, View
from sources.errors import InputError

_VOICES = (
    (
        "narration",
        "Outlet’s own words",
        "Everything in the text outside quotation marks. This is where an outlet’s own choice of words shows.",
    ),
    (
        "quotation",
        "People quoted",
        "Words inside quotation marks. A page that quotes an angry person is not an angry page, so these are "
        "counted apart.",
    ),
    (
        "headline",
        "Headline",
        "The title alone. It is often written by somebody else than the article, and is the part that most "
        "people read.",
    ),
    (
        "body",
        "Whole text",
        "Own words and quotations together, for measures that make no sense apart.",
    ),
)

_IDEAS = (
    (
        "Stories and moments",
        "Pages that share their telling words and lie close in time are one story; the moments inside it are "
        "its events. The words that hold a story together are shown with it. Outlets are compared only inside "
        "the same event.",
    ),
    (
        "Copies and agencies",
        "Many papers print an agency’s text. Where five words in a row, again and again, stand in an earlier "
        "page, the page is a copy: it is shown, with the share of its words, but counts as no further "
        "independent report. So is a page that signs as a news agency’s text, in its dateline, byline or credit "
        "line: all texts of one agency on one event are one report. Who only cites an agency reports for itself.",
    ),
    (
        "Facts",
        "Sentences of different pages that say the same are one fact. A cell says “reported” for the outlet’s "
        "own voice, “attributed” where somebody else says it, “differs” where a number, date or name "
        "disagrees, “perhaps told here” where a sentence comes near, and “not found in the text we hold” where none "
        "does. That last one is no "
        "accusation: the page may have been cut, may have used other words, or may have had no room.",
    ),
    (
        "Enough evidence",
        "Beside each value stands how much it was counted in. Where that is little, Parallax says “not "
        "enough evidence” instead of a number; you can still open it and read the words.",
    ),
)

_PORTRAYALS = (
    "How one article shows a person, a body or a country, in the outlet’s own words and in those of the people quoted "
    "apart. Sentiment of a whole article is no substitute: it orders outlets no better than a coin."
)

_CANNOT = (
    "whether a page is true, fair or biased: loaded wording is wording to discuss, not a verdict",
    "where an outlet stands between left and right: no such score is made",
    "why something is missing from a page, or whether it was left out on purpose",
    "irony, sarcasm, pictures, video, layout and what stands on the rest of the page",
    "any language but English: other texts are kept and shown, and not scored",
    "how an outlet is in general: it speaks only of the pages in this library",
)


def layout(results: Results, query: Query) -> View:
    """Return the explanation of every measure, with its example run now, and of what is not measured."""
    voices = html.Dl(
        [part for key, name, said in _VOICES for part in (html.Dt([shape(key), f" {name}"]), html.Dd(said))],
        className="voices-explained",
    )
    ideas = [html.Div([html.H3(name), html.P(said)]) for name, said in _IDEAS]
    own, told = _own(results)
    parts = [
        section(
            "What Parallax cannot show",
            [html.Ul([html.Li(said) for said in _CANNOT], className="cannot")],
            name="cannot",
        ),
        section("Whose words", [voices], name="voices"),
        section("Stories, copies and facts", ideas, name="ideas"),
        section("The measures", [measure_part(measure, own) for measure in ALL_MEASURES], name="measures"),
        section(
            "Portrayals",
            [html.P(_PORTRAYALS), html.H3("How often it is right"), *accuracy("portrayals", own)],
            name="portrayals",
        ),
        section("How often the other parts are right", [other_parts(own)], name="right"),
        section("What must not change a score", what_held(own), name="held"),
        section("This analysis", [_versions(results)], name="versions"),
    ]
    measures = [(f"measure-{measure.name}", measure.label) for measure in ALL_MEASURES]
    lede = (
        "Every number here is counted from words, and every number opens to them. "
        "This page says how, and how far to trust it."
    )
    body = html.Div(
        [title("Method"), html.P(lede, className="lede"), *told, contents(parts, measures), *(p.body for p in parts)],
        className="page method-page",
    )
    return View("Method", body)


def _own(results: Results) -> tuple[tuple[Measured, ...], list[Component]]:
    """Return the figures that the person measured, and what to say of them at the top of the page."""
    try:
        own = own_figures(results.library)
    except InputError as error:
        return (), [notice(f"{error}. Only the figures that come with Parallax are shown.")]
    if not own:
        return (), []
    days = sorted({each.made for each in own})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    said = f"Beside the figures that come with Parallax stand those that you measured ({when}), each called so."
    return own, [notice(said)]


def _versions(results: Results) -> Component:
    info = results.info
    versions = info.get("versions")
    rows = [
        ("Made", str(info.get("made", "unknown"))),
        ("Articles", f"{info.get('articles', 0)}, of which {info.get('scored', 0)} are scored"),
        ("Python", str(info.get("python", "unknown"))),
        *((str(name), str(version)) for name, version in (versions.items() if isinstance(versions, dict) else ())),
    ]
    return html.Dl([part for name, said in rows for part in (html.Dt(name), html.Dd(said))], className="metadata")


PAGE = Page(name="method", path="/method", title="Method", layout=layout, navigation=True)
