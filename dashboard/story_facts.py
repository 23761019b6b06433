"""The facts of one story, aligned: for each, the sentences that tell it, by page, with the words around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.facts.bounded import MOST_PAGES
from analysis.facts.quantities import quantities
from analysis.facts.wordings import wordings
from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.row import Row
from dashboard.wording import text_or
from sources.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence that tells a fact."""

    article: str
    sentence: int
    status: str
    """reported, attributed or differs."""

    speaker: str | None
    """To whom it is attributed; None in the outlet's own voice, or where no speaker was found."""

    values: str | None
    """This sentence's numbers, dates or names that disagree with other pages; None where none does."""

    before: str
    """The sentence before it, empty where there is none."""

    text: str
    after: str
    """The sentence after it, empty where there is none."""

    reason: str
    """What it shares with the fact's sentence."""

    position: str = "middle"
    """Where its page puts it: lead, middle or end."""

    quoted: bool = False
    """Whether what it shares with the others stands in quotation marks."""

    part: tuple[int, int] = (0, 0)
    """The part of `text` that tells the fact; empty where its wording was not compared."""

    marked: tuple[tuple[int, int], ...] = ()
    """The words of that part which no other report has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact told by several pages."""

    id: str
    text: str
    articles: int
    differs: bool
    difference: str
    """What disagrees, in words; empty where nothing does."""

    told: Mapping[str, Sequence[Told]]
    """By article, what differs first; a page that is not here does not tell it in the text we hold."""

    reports: int = 0
    """Independent reports that tell it."""

    unlike: float = 0.0
    """How differently they word it, 0 to 1."""

    nearest: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """By article in which it was not found: number and words of the sentence nearest to it, which may tell it."""

    def only_quoted(self, article: str) -> bool:
        """Return whether a page tells it, and nowhere outside quotation marks."""
        return article in self.told and all(row.quoted for row in self.told[article])

    def by_value(self) -> dict[str, list[Told]]:
        """Return the sentences that disagree by what they say, the value told most often first."""
        found: dict[str, list[Told]] = {}
        for rows in self.told.values():
            for row in rows:
                if row.values:
                    found.setdefault(row.values, []).append(row)
        return dict(sorted(found.items(), key=lambda item: -len({row.article for row in item[1]})))


def story_facts(results: Results, story: str, *, texts: Mapping[str, Article]) -> list[Fact]:
    """Return the facts of a story: those told by most independent reports first, then those worded most differently.

    `texts` are the articles whose sentences are wanted; sentences of others are left out.
    """
    claims = results.rows("claims", story=story)
    ids = list(claims["claim"])
    members = results.rows("claim_members", claim=ids)
    members = members[members["article"].isin(list(texts))]
    missing = results.rows("absences", claim=ids)
    belongs = results.rows("members", story=story)
    report = dict(zip(belongs["article"], belongs["report"], strict=True))
    spans = _spans(results, list(texts))
    told: dict[str, dict[str, list[Told]]] = {}
    for row in rows_of(members):
        made = _told(row, texts[str(row.article)], spans.get(str(row.article), []))
        if made is not None:
            told.setdefault(str(row.claim), {}).setdefault(made.article, []).append(made)
    nearest: dict[str, dict[str, tuple[int, str]]] = {}
    for row in rows_of(missing[missing["nearest"] >= 0]):
        article, number = str(row.article), int(row.nearest)
        if article in texts and number < len(spans.get(article, [])):
            words = texts[article].text[slice(*spans[article][number])]
            nearest.setdefault(str(row.claim), {})[article] = (number, words)
    facts = [
        Fact(
            id=str(claim.claim),
            text=str(claim.text),
            articles=int(claim.articles),
            differs=bool(claim.differs),
            difference=text_or(claim.difference, ""),
            told=_worded(told.get(str(claim.claim), {}), report),
            reports=int(claim.reports),
            unlike=float(claim.unlike),
            nearest=nearest.get(str(claim.claim), {}),
        )
        for claim in rows_of(claims)
    ]
    return [fact for fact in facts if fact.told]


def not_compared(pages: int) -> str:
    """Return the words for the pages of a very long story whose facts were not compared."""
    return (
        f"This story is very long: {MOST_PAGES} of its pages were compared sentence by sentence, one of each "
        f"independent report first, outlets in turn. "
        f"{pages:,} {'page was' if pages == 1 else 'pages were'} not compared; "
        "they may tell these facts too."
    )


def _worded(told: Mapping[str, list[Told]], report: Mapping[str, str]) -> dict[str, list[Told]]:
    """Return the sentences of a fact, those that differ first, and the first of each page set beside the others'."""
    ordered = {a: sorted(rows, key=lambda row: row.status != "differs") for a, rows in told.items()}
    first = [rows[0] for rows in ordered.values()]
    compared = wordings([row.text for row in first], [report.get(row.article, row.article) for row in first])
    for row, wording in zip(first, compared, strict=True):
        ordered[row.article][0] = replace(row, part=(wording.start, wording.end), marked=wording.marked)
    return ordered


def _spans(results: Results, articles: list[str]) -> dict[str, list[tuple[int, int]]]:
    rows = results.rows("sentences", article=articles).sort_values(["article", "sentence"])
    return {
        str(article): list(zip(part["start"].astype(int), part["end"].astype(int), strict=True))
        for article, part in rows.groupby("article")
    }


def _told(row: Row, article: Article, spans: Sequence[tuple[int, int]]) -> Told | None:
    number = int(row.sentence)
    if not 0 <= number < len(spans):
        return None

    def words(at: int) -> str:
        return article.text[slice(*spans[at])] if 0 <= at < len(spans) else ""

    return Told(
        article=article.id,
        sentence=number,
        status=str(row.status),
        speaker=text_or(row.speaker, "") or None,
        values=_own(text_or(row.values, "")) or None,
        before=words(number - 1),
        text=words(number),
        after=words(number + 1),
        reason=text_or(row.reason, ""),
        position=str(row.position),
        quoted=bool(row.quoted),
    )


def as_written(values: str | None, text: str) -> str | None:
    """Return the values in the words of `text`: "fourteen" as "14" where the text has the number in figures."""
    if not values:
        return None
    return " / ".join(_in_words_of(text, value) for value in values.split(" / "))


def _in_words_of(text: str, value: str) -> str:
    if value.lower() in text.lower():
        return value
    for wanted in quantities(value)[:1]:
        for number in quantities(text):
            if number.value == wanted.value and number.kind == wanted.kind:
                return text[number.start : number.end]
    return value


def _own(values: str) -> str:
    """Return what the sentence itself says, of "41; elsewhere 14" (several such parts are joined by " / ")."""
    return " / ".join(part.split("; elsewhere ")[0] for part in values.split(" / "))
