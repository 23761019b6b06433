"""The columns of every frame, declared once: type, unit and what missing means."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.apart.tables import APART as APART
from analysis.apart.tables import APART_PARTS as APART_PARTS
from analysis.apart.tables import DISTINCTIVE as DISTINCTIVE
from analysis.apart.tables import NAMINGS as NAMINGS
from analysis.apart.tables import QUOTED as QUOTED
from analysis.claim_tables import ABSENCES as ABSENCES
from analysis.claim_tables import CLAIM_MEMBERS as CLAIM_MEMBERS
from analysis.claim_tables import CLAIMS as CLAIMS
from analysis.claim_tables import SHORTENED as SHORTENED
from analysis.outlets.tables import CELLS as CELLS
from analysis.outlets.tables import CHANCE as CHANCE
from analysis.outlets.tables import HOLDINGS as HOLDINGS
from analysis.outlets.tables import PROFILES as PROFILES
from analysis.table import Column, Table


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of a small frame as named tuples, typed Any: what a column holds is declared by its Table."""
    return iter(frame.itertuples(index=False))


_ARTICLE = Column("article", "text", "id of the article")
_VOICE = Column("voice", "text", "whose words: narration, quotation, headline, or body for measures that do not split")
_START = Column("start", "integer", "first character, counted in the article's text (in its title for voice headline)")
_COLOURS = "neutral, doubting, conceding, insisting, rejecting, attacking, praising, endorsing or emotional"
_DESCRIBED = Column("described", "text", "title or office of a named speaker, in the text's words", "the text has none")
_END = Column("end", "integer", "one past the last character, counted as start is")

ARTICLES = Table(
    "articles",
    "the articles as they are kept",
    (
        Column("id", "text", "id of the article"),
        Column("outlet", "text", "name of the outlet", "the page does not say"),
        Column("title", "text", "headline", "the page does not say"),
        Column("text", "text", "the body, final"),
        Column("url", "text", "address of the page", "unknown"),
        Column("published", "time", "when it was published, in UTC", "the page does not say"),
        Column("byline", "text", "author or authors", "the page does not say"),
        Column("section", "text", "section of the outlet", "unknown"),
        Column("language", "text", "ISO 639-1 code", "too short to tell"),
        Column("source", "text", "how it came"),
        Column("summary", "spans", "the site's own summary, a list of its points; not scored"),
        Column("headings", "spans", "[start, end] of each section heading in the text"),
        Column("removed", "spans", "what cleaning cut: a list of {text, rule, at}, at in the text"),
        Column("found", "spans", "where each field was found: a list of [field, where]"),
    ),
)

TEXTS = Table(
    "texts",
    "what measures may see of an article: no outlet, no author, no date",
    (
        _ARTICLE,
        Column("title", "text", "headline", "the page does not say"),
        Column("text", "text", "the body, final"),
        Column("headings", "spans", "(start, end) of each section heading in the text"),
    ),
)

SENTENCES = Table(
    "sentences",
    "the sentences of the bodies, headings left out",
    (
        _ARTICLE,
        Column("sentence", "integer", "number of the sentence in its article, from 0"),
        _START,
        _END,
        Column("paragraph", "integer", "number of the block it stands in, headings counted, from 0"),
        Column("words", "integer", "number of word tokens in it"),
    ),
)

VOICES = Table(
    "voices",
    "the spans that are not the outlet's own voice",
    (
        _ARTICLE,
        _START,
        _END,
        Column("voice", "text", "quotation (inside the marks, marks left out) or headline (the whole title)"),
        Column("speaker", "text", "who is quoted, as the text names them", "not said, or voice is headline"),
        Column("naming", "text", "named, anonymous or document, as in attributions", "no speaker found"),
        Column("cue", "text", "the reporting word or phrase (said, according to)", "no cue found"),
        Column("colour", "text", f"what the cue adds to said: {_COLOURS}", "no cue found"),
        _DESCRIBED,
    ),
)

ATTRIBUTIONS = Table(
    "attributions",
    "the places where the narration says who said, thinks or shows something, with or without a quotation",
    (
        _ARTICLE,
        Column("sentence", "integer", "number of the sentence"),
        Column("start", "integer", "first character of the source's phrase, counted in the article's text"),
        Column("end", "integer", "one past the last character of the source's phrase"),
        Column("speaker", "text", "the source: the full name where the text gives it, else the phrase"),
        Column("naming", "text", "named, anonymous, or document (figures, a poll: no person, and nobody's by name)"),
        Column("cue", "text", "the reporting word or phrase (said, according to)"),
        Column("colour", "text", f"what the cue adds to said: {_COLOURS}"),
        Column("cue_start", "integer", "first character of the cue, counted in the article's text"),
        Column("cue_end", "integer", "one past the last character of the cue"),
        _DESCRIBED,
    ),
)

TOKENS = Table(
    "tokens",
    "the words of titles and sentences",
    (
        _ARTICLE,
        Column("sentence", "integer", "number of the sentence; -1 in the title"),
        _START,
        _END,
        Column("word", "text", "the word in lower case with straight apostrophes"),
        Column("voice", "text", "narration, quotation or headline"),
    ),
)

SCORES = Table(
    "scores",
    "one value of one measure for one voice of one article",
    (
        _ARTICLE,
        Column("measure", "text", "name of the value, e.g. sentiment or framing.economic"),
        _VOICE,
        Column("value", "number", "the value in the measure's unit", "cannot be said: nothing to count"),
        Column("n", "integer", "how many units (words, sentences, attributions) the value was counted from"),
    ),
)

EVIDENCE = Table(
    "evidence",
    "the words that a value was counted from",
    (
        _ARTICLE,
        Column("measure", "text", "name of the value, as in scores"),
        _START,
        _END,
        Column("sentence", "integer", "number of the sentence; -1 in the title"),
        Column("category", "text", "what kind of hit it is, in words for people"),
        Column("weight", "number", "what it adds to the count, in the unit that the measure names"),
        Column("voice", "text", "whose words: narration, quotation or headline"),
        Column("quote", "text", "the words themselves"),
        Column("note", "text", "more in words: strength, neutral wording", "nothing more", optional=True),
    ),
)

STORIES = Table(
    "stories",
    "running topics",
    (
        Column("story", "text", "id of the story"),
        Column("title", "text", "a headline of one of its articles, or its leading words where none has a headline"),
        Column("terms", "text", "the words that hold it together, most telling first, joined by ', '"),
        Column("articles", "integer", "number of pages"),
        Column("reports", "integer", "number of independent reports: different values of report among its members"),
        Column("outlets", "integer", "number of known outlets"),
        Column("first", "time", "earliest publication", "no page is dated"),
        Column("last", "time", "latest publication", "no page is dated"),
    ),
)

EVENTS = Table(
    "events",
    "the moments of a story",
    (
        Column("event", "text", "id of the event"),
        Column("story", "text", "id of its story"),
        Column("title", "text", "a headline of one of its articles, or its leading words"),
        Column("articles", "integer", "number of pages"),
        Column("reports", "integer", "number of independent reports"),
        Column("first", "time", "earliest publication", "no page is dated"),
        Column("last", "time", "latest publication", "no page is dated"),
    ),
)

MEMBERS = Table(
    "members",
    "which article belongs to which event and story, and why",
    (
        _ARTICLE,
        Column("event", "text", "id of the event"),
        Column("story", "text", "id of the story"),
        Column("similarity", "number", "mean similarity to the other pages of the story, 0 to 1", "it is alone"),
        Column("reason", "text", "the words it shares with the other pages, most telling first, joined by ', '"),
        Column("report", "text", "article that stands for its report: itself, the one it prints, or one of its agency"),
        Column(
            "event_similarity",
            "number",
            "mean similarity to the other pages of the event, 0 to 1",
            "it is alone",
            optional=True,
        ),
        Column(
            "event_reason",
            "text",
            "what it shares with the other pages of the event: names, numbers, phrases, words, each most telling first",
            "it is alone",
            optional=True,
        ),
        Column(
            "borderline",
            "flag",
            "True where another event is nearly as like it, or its own is hardly alike enough",
            optional=True,
        ),
        Column(
            "note",
            "text",
            "what to know of its place: no date to go by, whose text it prints, the event it may belong to as well",
            "nothing to know",
            optional=True,
        ),
    ),
)

COPIES = Table(
    "copies",
    "who printed whose text",
    (
        _ARTICLE,
        Column("original", "text", "id of the article whose text it prints (the earliest, or the agency's)"),
        Column("share", "number", "share of the article's 5-word shingles that stand in the original, 0 to 1"),
        Column("headline_changed", "flag", "True when both have headlines and they differ"),
    ),
)

CREDITS = Table(
    "credits",
    "news agencies whose text a page prints or uses, with the words that say so",
    (
        _ARTICLE,
        Column("agency", "text", "name of the agency", "agencies are credited, none by name"),
        Column("whole", "flag", "True when the text is the agency's, False when the agency added to it"),
        Column(
            "where",
            "text",
            "dateline, byline, credit line, end of the text, cut line (of what cleaning took out), outlet (the page is "
            "the agency's own) or body (the text stands on a page of the agency, or one that credits it: see copies)",
        ),
        Column("quote", "text", "the words that say so", "where is outlet or body"),
    ),
)

PORTRAYALS = Table(
    "portrayals",
    "an entity as one article shows it",
    (
        Column("entity", "text", "name of the person, body or place, the same in all articles of a story"),
        _ARTICLE,
        Column("voice", "text", "narration or quotation; headline where the headline names it"),
        Column("value", "number", "how that voice shows it, -1 ill to 1 well", "undecided, or nothing is said of it"),
        Column("n", "integer", "number of mentions near which that voice says something that has a weight"),
        Column("lean", "number", "the value before it is left undecided", "nothing is said of it"),
        Column("named", "text", "the fullest form of the name in this article"),
    ),
)

ALL_TABLES: tuple[Table, ...] = (
    ARTICLES, SENTENCES, VOICES, EVIDENCE, SCORES, STORIES, EVENTS, MEMBERS, COPIES,
    CREDITS, CLAIMS, CLAIM_MEMBERS, ABSENCES, SHORTENED, PORTRAYALS, DISTINCTIVE, APART, APART_PARTS,
    QUOTED, NAMINGS, HOLDINGS, CELLS, PROFILES, CHANCE,
)  # fmt: skip
"""The public tables, in the order of exports."""
