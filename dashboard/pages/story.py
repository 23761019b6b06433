"""Story: the pages of one story side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures import ALL_MEASURES
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.beside import beside
from dashboard.components.chips import chips, marks_box, switched_on, too_many
from dashboard.components.comparison import Scores, comparison, lookup
from dashboard.components.facts import differences, facts_grid
from dashboard.components.marks import Span, counts_of, evidence_spans, marked, marked_body, quotation_spans, words_only
from dashboard.components.notice import Part, contents, notice, scroller, section, title, voices_legend
from dashboard.components.portrayed import portrayed
from dashboard.components.profile_table import MANY_PARTS, profile_table
from dashboard.components.standing import events_named
from dashboard.components.whose_text import whose_text
from dashboard.components.words import moments
from dashboard.links import to_article, to_page, to_story
from dashboard.page import Page, Query, View
from dashboard.row import Row
from dashboard.story_apart import apart_parts, far_apart
from dashboard.story_evidence import evidence_of, portrayed_words_of
from dashboard.story_facts import Fact, story_facts
from dashboard.story_pages import StoryPage, by_id, chosen, story_pages
from dashboard.wording import VOICES, dates, several, text_or
from sources.article import Article

MOST_FACTS = 15
_MOST_READ = 30
"""Articles whose text is read for one page: more are named, and their sentences can be opened one by one."""


def layout(results: Results, query: Query) -> View:
    """Return a story. `show` (repeated) chooses pages, `measure` (repeated) marks words, `facts=all` shows all facts.

    Raises UnknownName when there is no such story.
    """
    story = query.path.get("story", "")
    results.check_story(story)
    row = next(rows_of(results.rows("stories", story=story)))
    pages = story_pages(results, story)
    visible = chosen(pages, query.many("show"))
    kept = [*visible, *(page for page in pages if page not in visible)][:_MOST_READ]
    texts = {page.id: results.article(page.id) for page in kept}
    facts = story_facts(results, story, texts=texts)
    scores = lookup(results.rows("scores", article=[page.id for page in visible]))
    named = by_id(pages)
    name = text_or(row.title, "Story")
    events = results.rows("events", story=story)
    line = _moments(results, events, pages)
    parts = [
        line if len(events) > 1 else None,
        _differences(facts, named),
        _beside(story, pages, visible, texts, query),
        whose_text(pages, reports=int(row.reports)),
        _measures(visible, scores),
        _portrayals(results, visible, texts),
        _facts(facts, visible, results, query),
        _frames(visible, scores, query, story),
        *apart_parts(results, story, pages, visible, texts, query),
        line if len(events) < 2 else None,
        _texts(results, visible, texts, query),
    ]
    shown = [part for part in parts if part is not None]
    body = html.Div(
        [*_head(row, name, pages, far_apart(results, story)), contents(shown), *(part.body for part in shown)],
        className="page story-page",
    )
    return View(name, body)


def _head(row: Row, name: str, pages: Sequence[StoryPage], far: Component | None) -> list[Component]:
    reports = int(row.reports)
    outlets = int(row.outlets)
    facts = [
        several(len(pages), "page"),
        several(reports, "independent report"),
        several(outlets, "named outlet"),
        dates(row.first, row.last),
    ]
    unread = [page.outlet_shown for page in pages if page.language not in {None, "en"}]
    remarks = [notice(f"Not scored, because the measures read English: {', '.join(unread)}.")] if unread else []
    doubtful = [page.letter for page in pages if page.uncertain]
    if doubtful:
        which = f"page {doubtful[0]}" if len(doubtful) == 1 else f"{len(doubtful)} pages"
        why = html.A("why", href="#moments")
        remarks.append(notice([f"Uncertain: {which} may tell another event (", why, ")."]))
    return [
        title(name, above=html.A("Stories", href=to_page("/"))),
        html.P([*(html.Span(fact, className="fact") for fact in facts), far], className="facts-line"),
        html.P(
            [html.Span("Words they share: ", className="quiet"), text_or(row.terms, "its words")],
            className="terms",
        ),
        *remarks,
    ]


def _differences(facts: Sequence[Fact], pages: Mapping[str, StoryPage]) -> Part | None:
    if not any(fact.differs for fact in facts):
        return None
    intro = (
        "Numbers, dates or names that do not agree. Parallax cannot know which is right, "
        "and several pages may have theirs from one source."
    )
    return section("Where the pages disagree", [differences(facts, pages)], name="differences", intro=intro)


def _beside(
    story: str, pages: Sequence[StoryPage], visible: Sequence[StoryPage], texts: Mapping[str, Article], query: Query
) -> Part:
    children = [beside(visible, texts, all_pages=by_id(pages))]
    if len(pages) > 1:
        children.insert(0, _chooser(story, pages, visible, query))
    return section("Side by side", children, name="beside")


def _chooser(story: str, pages: Sequence[StoryPage], visible: Sequence[StoryPage], query: Query) -> Component:
    shown = [page.id for page in visible]
    measures = [("measure", name) for name in query.many("measure")]

    def link(page: StoryPage) -> Component:
        on = page.id in shown
        after = [i for i in shown if i != page.id] if on else [*shown, page.id]
        pairs = [("show", article) for article in after] + measures
        return html.A(
            [html.Span(page.letter, className="letter"), page.outlet_shown, _again(page)],
            href=to_story(story, pairs),
            className="choice on" if on else "choice",
            title=f"{'Hide' if on else 'Show'}: {page.title_shown}",
            **extra({"data-stay": "1", "aria-current": "true" if on else "false"}),
        )

    return html.Nav(
        [html.Span("Pages:", className="chips-label"), *map(link, pages)],
        className="chips",
        **extra({"aria-label": "Pages to show beside each other"}),
    )


def _again(page: StoryPage) -> str:
    """Return that another page stands for this one's report: a copy, or another text of its agency."""
    if not page.repeats:
        return ""
    return " (copy)" if page.copied else " (agency text)"


def _measures(visible: Sequence[StoryPage], scores: Scores) -> Part:
    measures = [measure for measure in ALL_MEASURES if len(measure.leading) < MANY_PARTS]
    intro = (
        "Each number opens the words it was counted from; beside it stands how much text it was counted in. "
        "The bars of a row all have the same ends, so marks can be compared along it."
    )
    return section(
        "How it is worded", [voices_legend(), comparison(measures, visible, scores)], name="measures", intro=intro
    )


def _frames(visible: Sequence[StoryPage], scores: Scores, query: Query, story: str) -> Part | None:
    profiles = [measure for measure in ALL_MEASURES if len(measure.leading) >= MANY_PARTS]
    if not profiles:
        return None
    voices = [voice for voice in VOICES if any(voice in value.voices for value in profiles[0].values)]
    voice = query.one("voice") if query.one("voice") in voices else _first(voices)
    kept = [(name, value) for name in ("show", "measure") for value in query.many(name)]
    links = [
        html.A(
            VOICES[other],
            href=to_story(story, [*kept, ("voice", other)]),
            className="choice on" if other == voice else "choice",
            **extra({"data-stay": "1", "aria-current": "true" if other == voice else "false"}),
        )
        for other in voices
    ]
    nav = html.Nav(
        [html.Span("Words of:", className="chips-label"), *links],
        className="chips",
        **extra({"aria-label": "Whose words"}),
    )
    tables = [profile_table(measure, visible, scores, voice=voice) for measure in profiles]
    intro = (
        "From which angles the story is told: money, health, law, safety and so on, by the words used. "
        "One sentence can have several."
    )
    return section("Angles of the story", [nav, *tables], name="frames", intro=intro)


def _first(voices: Sequence[str]) -> str:
    return next((voice for voice in ("body", "narration") if voice in voices), voices[0])


def _facts(facts: Sequence[Fact], visible: Sequence[StoryPage], results: Results, query: Query) -> Part:
    if not facts:
        return section("Facts across pages", [notice("No fact was found on two pages or more.")], name="facts")
    shown = facts if query.one("facts") == "all" else facts[:MOST_FACTS]
    intro = (
        "One fact in each row, one page in each column. Marked words stand in no other report; grey words tell "
        "something else. Open a cell to read what stands around it. “Perhaps told here” shows the sentence that comes "
        "nearest: read it and judge. A page with “not found in the text we hold” may still tell it in other words, and "
        "no page has to tell everything."
    )
    held = results.rows("shortened", article=[page.id for page in visible])
    children = [facts_grid(shown, visible, shortened=dict(zip(held["article"], held["held"], strict=True)))]
    if len(shown) < len(facts):
        pairs = [(name, value) for name in ("show", "measure") for value in query.many(name)]
        link = to_story(query.path.get("story", ""), [*pairs, ("facts", "all")])
        children.append(
            html.P(html.A(f"Show all {len(facts)} facts", href=link, className="button", **extra({"data-stay": "1"})))
        )
    return section("Facts across pages", children, name="facts", intro=intro)


def _portrayals(results: Results, visible: Sequence[StoryPage], texts: Mapping[str, Article]) -> Part | None:
    ids = [page.id for page in visible]
    words = portrayed_words_of([texts[i] for i in ids if i in texts])
    made = portrayed(results.rows("portrayals", article=ids), words, visible)
    if made is None:
        return None
    intro = (
        "How each page speaks of the same people, places and bodies where it names them: −1 ill to +1 well, in the "
        "outlet’s own words and, apart, in those of people quoted. What happens to somebody counts as well as what "
        "they do, so a victim can come out ill. “Undecided” is a normal answer. Open a cell to see the words, and a "
        "word to see its sentence."
    )
    return section("How people and places are shown", [made], name="portrayals", intro=intro)


def _moments(results: Results, events: pd.DataFrame, pages: Sequence[StoryPage]) -> Part | None:
    if len(pages) < 2 and not any(page.note for page in pages):
        return None
    named = events_named(pages)
    others = rows_of(results.rows("events", event=named)) if named else []
    made = moments(events, pages, {str(row.event): (str(row.title), str(row.story)) for row in others})
    several_told = len(events) > 1
    intro = "What happened when: each dot is one event, with the pages that tell it." if several_told else None
    heading = "Time line" if several_told else "The pages, and why they stand together"
    return section(heading if len(pages) > 1 else "Why this page stands alone", [made], name="moments", intro=intro)


def _texts(results: Results, visible: Sequence[StoryPage], texts: Mapping[str, Article], query: Query) -> Part:
    ids = [page.id for page in visible]
    sentences = results.rows("sentences", article=ids)
    voices = results.rows("voices", article=ids)
    told = {page.id: sentences[sentences["article"] == page.id] for page in visible}
    said = {page.id: voices[voices["article"] == page.id] for page in visible}
    found = evidence_of([texts[page.id] for page in visible])
    evidence = {i: words_only(found[i], sentences=told[i], voices=said[i]) for i in ids}
    counts: Counter[int] = Counter()
    for each in evidence.values():
        counts.update(counts_of(each))
    on = switched_on(query.many("measure"))
    later = too_many(counts, words=sum(len(texts[i].text.split()) for i in ids)).difference(on)
    left = [value.name for key in later for value in ALL_MEASURES[key].values]
    columns = []
    for page in visible:
        shown = evidence[page.id][~evidence[page.id]["measure"].isin(left)]
        in_title = shown["voice"] == "headline"
        head, body = evidence_spans(shown[in_title]), evidence_spans(shown[~in_title])
        columns.append(_text(page, texts[page.id], told[page.id], head, [*body, *quotation_spans(said[page.id])]))
    beside_each_other = scroller(html.Div(columns, className="columns texts"), label="Texts side by side")
    box = marks_box([chips(on, counts, later=later), beside_each_other], on)
    intro = "Point at a marked word, or move to it with Tab and the arrow keys, to see why it is marked."
    return section("The texts, marked", [box], name="texts", intro=intro)


def _text(
    page: StoryPage, article: Article, sentences: pd.DataFrame, head: Sequence[Span], spans: Sequence[Span]
) -> Component:
    headline = marked(article.title, head) if article.title else [page.title_shown]
    return html.Article(
        [
            html.P([html.Span(page.letter, className="letter"), html.Span(page.outlet_shown, className="outlet")]),
            html.H3(headline, className="" if article.title else "missing"),
            *marked_body(article, sentences=sentences, spans=spans, heading_level=4),
            html.P(html.A("Open this article", href=to_article(page.id)), className="meta"),
        ],
        className="column marked",
        **extra({"aria-label": f"Text of page {page.name}"}),
    )


PAGE = Page(name="story", path="/story/<story>", title="Story", layout=layout, section="stories")
