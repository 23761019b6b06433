"""The columns of the frames of facts; `analysis.tables` has them with all others."""

from analysis.facts.bounded import MOST_PAGES
from analysis.table import Column, Table

_BOUND = f"of a story of more than {MOST_PAGES} pages, {MOST_PAGES} are compared"
"""Which rows these tables cannot have; `facts.bounded` chooses the pages."""

_ARTICLE = Column("article", "text", "id of the article")

CLAIMS = Table(
    "claims",
    f"facts told by two outlets or more; {_BOUND}",
    (
        Column("claim", "text", "id of the fact"),
        Column("story", "text", "id of the story"),
        Column("text", "text", "the sentence that says it best: of those that tell it, the one nearest to all others"),
        Column("articles", "integer", "number of pages that tell it"),
        Column("differs", "flag", "True when a number, date, name or negation disagrees between pages"),
        Column("difference", "text", "what disagrees, in words", "nothing disagrees"),
        Column("reports", "integer", "number of independent reports that tell it; pages of one report count once"),
        Column(
            "unlike",
            "number",
            "how differently it is worded: mean share of words that a main sentence does not share with the fact's "
            "sentence, 0 the same words to 1 none in common",
        ),
    ),
)

CLAIM_MEMBERS = Table(
    "claim_members",
    f"the sentences that tell a fact; {_BOUND}, the others have no rows",
    (
        Column("claim", "text", "id of the fact"),
        _ARTICLE,
        Column("sentence", "integer", "number of the sentence"),
        Column("status", "text", "reported (the outlet's own voice), attributed (said by somebody), or differs"),
        Column("speaker", "text", "to whom it is attributed", "in the outlet's own voice, or no speaker found"),
        Column(
            "values",
            "text",
            "the numbers, dates, names or negations that disagree",
            "none disagrees",
        ),
        Column("similarity", "number", "likeness to the fact's sentence, 0 to 1"),
        Column("reason", "text", "the words and ideas shared with the fact's sentence, joined by ', '"),
        Column(
            "position",
            "text",
            "where the page puts it: lead (the first three sentences), end (the last quarter) or middle",
        ),
        Column("quoted", "flag", "True where what it shares with the others stands in quotation marks"),
    ),
)

ABSENCES = Table(
    "absences",
    "pages that do not tell, in the text we hold, a fact which at least half of the event's independent reports tell; "
    f"{_BOUND}, of the others nothing is said",
    (
        Column("claim", "text", "id of the fact"),
        _ARTICLE,
        Column("nearest", "integer", "number of the page's sentence that is most like it; -1 where none is"),
        Column("similarity", "number", "likeness of that sentence to the fact, 0 to 1; 0 where there is none"),
    ),
)

SHORTENED = Table(
    "shortened",
    "articles of which less than the whole is held: that they do not tell a fact says nothing",
    (
        _ARTICLE,
        Column("held", "text", "cut (breaks off), paywalled (asks to pay for the rest) or summary (a few sentences)"),
        Column("because", "text", "the words of the page that say so, or its length"),
    ),
)
