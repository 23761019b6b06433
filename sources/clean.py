"""Settling a page: which of its blocks are the article, what was cut and why, and what the page says of itself.

Everything that decides is a rule in `RULES`, applied in that order; each sees the page after the rules before it.
Nothing is lost: a block is in the text, the title, the summary or `Article.removed`.
"""

from collections.abc import Iterator
from functools import cache

from sources.article import Article, Removed, article_id
from sources.cleaning.blurbs import BLURBS
from sources.cleaning.body import CAPTIONS, CAPTIONS_WITHIN, OUTSIDE
from sources.cleaning.cards import CARDS
from sources.cleaning.display import ABOUT_COMPANY, PULL_QUOTE
from sources.cleaning.draft import Draft, Rule
from sources.cleaning.furniture import FURNITURE
from sources.cleaning.headings import section_headings
from sources.cleaning.imprint import BYLINE, DATE_LINE, IMPRINT, dateline
from sources.cleaning.lines import sound
from sources.cleaning.mastheads import above, below
from sources.cleaning.particulars import Found, byline, decks, headline, outlet, published, section, title_again
from sources.cleaning.pictures import PICTURES
from sources.cleaning.pitch import PITCH
from sources.cleaning.repeats import REPEATED_LINE
from sources.cleaning.sieve import Sieve
from sources.cleaning.subject import OTHER_SUBJECT
from sources.cleaning.summary import SUMMARY, SUMMARY_NAME
from sources.errors import NoArticle
from sources.language import language_of
from sources.outlets import Outlets
from sources.page import Cut, Page

BEFORE_BODY: tuple[Rule, ...] = (*IMPRINT, *FURNITURE, *PICTURES, *CARDS, SUMMARY, REPEATED_LINE)
"""Lines that are no body wherever they stand; the choice of the body sees which they are."""

RULES: tuple[Rule, ...] = (
    *BEFORE_BODY,
    OUTSIDE,
    OTHER_SUBJECT,
    CAPTIONS,
    CAPTIONS_WITHIN,
    PITCH,
    BLURBS,
    PULL_QUOTE,
    ABOUT_COMPANY,
)
"""Every rule that cuts blocks, in the order in which they run."""

TITLE_AGAIN = "headline repeated"
ABOVE_TITLE = "above the headline"
DATELINE = "outlet's name before the text"

LANGUAGE_FOUND = "from the text (py3langid)"

_FIELDS = ("title", "outlet", "url", "published", "byline", "section")


def settle(page: Page, *, outlets: Outlets, repeated: frozenset[str] = frozenset()) -> Article:
    """Return the article on a page, its text final.

    `repeated` are lines known to stand on many pages of its outlet (`sources.cleaning.repeats.Repeats.lines_for`).
    Unknown is None: no headline, outlet, byline or date is made up, and none is taken from a file's name or time.
    Raises NoArticle when nothing is left.
    """
    page = sound(page)
    draft = before_body(page, outlets=outlets, repeated=repeated)
    for rule in RULES[len(BEFORE_BODY) :]:
        draft = draft.without(rule.apply(draft), rule=rule.name)
    if not draft.held:
        why = "it holds only menus, links or notices" if page.blocks else "it holds no text"
        raise NoArticle(f"has no article: {why}; add the page that shows the article's text")
    found = _said(page)
    title = Found(value=page.title, where=found["title"]) if page.title else headline(draft)
    if title is not None:
        draft = _titled(draft, title)
    start, end = draft.held[0], draft.held[-1] + 1
    named = _outlet(page, draft, start, end)
    headings = section_headings(draft)
    texts = {number: draft.text(number) for number in draft.held}
    prefix, opened = "", next((number for number in draft.held if number not in headings), start)
    before = dateline(draft, texts[opened])
    if named is None:
        block = title.block if title else None
        beside = above(draft, block) or below(draft, block, signs=frozenset((BYLINE, DATE_LINE)))
        named = Found(value=beside[0], where=f"line '{beside[0]}'", block=beside[1]) if beside else None
    if before is not None:
        prefix, texts[opened] = before[0], texts[opened][len(before[0]) :]
        named = named or Found(value=before[1].name, where=f"before the text: '{prefix.strip()}'")
    moment = page.published
    if moment is None and (printed := published(draft, start, end)):
        moment, found["published"] = printed
    writer = None if page.byline else byline(draft, start, end)
    place = None if page.section else section(draft, start)
    for field, value in (("title", title), ("outlet", named), ("byline", writer), ("section", place)):
        if value is not None:
            found[field] = value.where
    text, spans, starts = _joined(texts, headings)
    language = language_of(text)
    if language is not None:
        found["language"] = LANGUAGE_FOUND
    return Article(
        id=article_id(title.value if title else None, text),
        title=title.value if title else None,
        outlet=named.value if named else None,
        text=text,
        url=page.url,
        published=moment,
        byline=page.byline or (writer.value if writer else None),
        section=page.section or (place.value if place else None),
        language=language,
        source=f"{page.reader}: {page.origin}",
        summary=(*page.summary, *_summary(draft)),
        headings=spans,
        removed=tuple(_removed(page, draft, title, prefix=(opened, prefix), starts=starts, end=len(text))),
        found=tuple(sorted(found.items())),
    )


def before_body(page: Page, *, outlets: Outlets, repeated: frozenset[str] = frozenset()) -> Draft:
    """Return the page after the rules that do not need to know where the body is."""
    return _sieve().through(Draft.of(page, outlets=outlets, repeated=repeated))


@cache
def _sieve() -> Sieve:
    return Sieve(BEFORE_BODY)


def _said(page: Page) -> dict[str, str]:
    """Return where the page's own data were found, for each field that they give, and what else its reader says."""
    where = dict(page.found)
    for field in _FIELDS:
        if getattr(page, field) is None:
            where.pop(field, None)
        elif not where.get(field):
            where[field] = f"given by the form ({page.reader})"
    return where


def _titled(draft: Draft, title: Found) -> Draft:
    """Return the draft without the headline in its body, and with the lines between headline and body in it."""
    if title.block is not None:
        above = [number for number in draft.held if number < title.block]
        draft = draft.without([*above, title.block], rule=ABOVE_TITLE)
        return draft.with_again(decks(draft, title.block))
    again = title_again(draft, title.value)
    return draft if len(again) == len(draft.held) else draft.without(again, rule=TITLE_AGAIN)


def _outlet(page: Page, draft: Draft, start: int, end: int) -> Found | None:
    """Return the outlet: what the page's own data name, else its address, else what is printed near the body."""
    owner = draft.outlets.by_domain(page.url) if page.url else None
    if page.outlet:
        known = draft.outlets.by_name(page.outlet) or owner or draft.outlets.by_domain(page.outlet)
        return Found(value=known.name if known else page.outlet, where=_said(page)["outlet"])
    if owner is not None:
        return Found(value=owner.name, where="the page's address")
    return outlet(draft, start, end)


def _joined(texts: dict[int, str], headings: frozenset[int]) -> tuple[str, tuple[tuple[int, int], ...], dict[int, int]]:
    """Return the text, where in it the headings are, and where each block begins."""
    spans, parts, position = [], [], 0
    starts: dict[int, int] = {}
    for number, block in texts.items():
        starts[number] = position
        if number in headings:
            spans.append((position, position + len(block)))
        parts.append(block)
        position += len(block) + 2
    return "\n\n".join(parts), tuple(spans), starts


def _summary(draft: Draft) -> Iterator[str]:
    points = [number for number, rule in sorted(draft.cut.items()) if rule == SUMMARY_NAME]
    return (draft.text(number) for number in points[1:])


def _removed(
    page: Page, draft: Draft, title: Found | None, *, prefix: tuple[int, str], starts: dict[int, int], end: int
) -> Iterator[Removed]:
    """Give everything that was cut and stands nowhere else, in page order; what has no known place comes last."""
    lead_in = next((number for number, rule in sorted(draft.cut.items()) if rule == SUMMARY_NAME), None)
    before: dict[int, list[Cut]] = {}
    for each in page.removed:
        if each.before is not None:
            before.setdefault(each.before, []).append(each)
    following = iter([*starts.items(), (len(draft.blocks), end)])
    number_held, at = next(following)
    for number in range(len(draft.blocks) + 1):
        while number > number_held:
            number_held, at = next(following)
        yield from (Removed(text=each.text, rule=each.rule, at=at) for each in before.get(number, ()))
        if number == prefix[0] and prefix[1]:
            yield Removed(text=prefix[1].strip(), rule=DATELINE, at=at)
        rule = draft.cut.get(number)
        if rule is None or (title is not None and number == title.block):
            continue
        if rule != SUMMARY_NAME or number == lead_in:
            yield Removed(text=draft.text(number), rule=rule, at=at)
    yield from (Removed(text=each.text, rule=each.rule) for each in page.removed if each.before is None)
