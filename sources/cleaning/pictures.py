"""Lines that go with pictures: captions that carry their credit in a form of their own."""

from collections.abc import Iterator

from sources.cleaning.draft import Draft, Rule, line_rule
from sources.cleaning.furniture import form_rule
from sources.cleaning.imprint import BYLINE, byline_of
from sources.cleaning.prose import words_in

MOST_WORDS = 60
"""Words in the longest caption."""

CREDIT_WORDS = 5
"""Words in the longest credit that stands at both ends of a caption."""


def glued_credit(text: str) -> bool:
    """Return whether a line opens with a credit and ends in the same, run into its last word.

    So a picture's credit and its description are read out and copied: "Ann Lee A gate on a hillAnn Lee".
    """
    if len(text) > 600 or not text[:1].isupper() or words_in(text) > MOST_WORDS:
        return False
    words = text.split(" ")[: CREDIT_WORDS + 1]
    for size in range(1, len(words)):
        credit = " ".join(words[:size])
        if len(credit) > 1 and text.endswith(credit) and len(text) > 2 * len(credit) + 8:
            return text[-len(credit) - 1].islower() or text[-len(credit) - 1] in ".!?”)\"'’"
    return False


def _signed(draft: Draft) -> Iterator[int]:
    """Give captions that end, after a full stop, in the name of one who signed the page."""
    signed = [byline_of(draft, number) for number, rule in draft.cut.items() if rule == BYLINE]
    names = tuple({f"{mark} {name}" for found in signed if found for name in found.split(", ") for mark in ".!?"})
    for number in draft.held:
        text = draft.text(number)
        if names and len(text) <= 300 and text.endswith(names) and words_in(text) <= MOST_WORDS:
            yield number


PICTURES: tuple[Rule, ...] = (
    line_rule("photo credit", "A caption that opens with its credit and ends in the same, run into it.", glued_credit),
    form_rule(
        "photo credit",
        "A caption that ends with its credit in square brackets: a label of pictures, or a name, a stroke and a name.",
        r"\w.*\[(?:(?:file|courtesy|photo|handout|supplied|screenshot|screengrab|illustration|archive)\b[^\[\]]{0,60}"
        r"|(?-i:[A-Z])[\w .’'-]{1,40}/(?-i:[A-Z])[\w .&’'-]{1,40})\]\Z",
        most=MOST_WORDS,
        ends="]",
    ),
    form_rule(
        "photo credit",
        "A caption that ends in brackets in a name and Photo, Image or the like.",
        r" \((?-i:[A-Z])[\w.&’'-]*(?:[ /](?-i:[A-Z])[\w.&’'-]*){0,3}[ /]"
        r"(?:file |archive )?(?:photos?|images?|pictures?)\)\Z",
        most=MOST_WORDS,
        ends=")",
    ),
    form_rule(
        "photo credit",
        "What a picture shows, told as such: Screenshot of ... without a full stop, Illustration of a ...",
        r"\A(?:screen ?(?:shot|grab|capture)s? (?:of|from|showing) [^!?]{12,}(?<![.:])\Z"
        r"|illustration of an? [^.!?]{12,}\.?\Z)",
        most=40,
        begins="screenshot screenshots screen screengrab screengrabs illustration",
    ),
    Rule(
        name="photo credit",
        meaning="A caption that ends, after a full stop, in the name of one who signed the page.",
        apply=_signed,
    ),
)
"""In this order; the first that takes a line names it."""
