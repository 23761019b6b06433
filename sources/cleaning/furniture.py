"""Rules for single lines that are no article wherever they stand: phrases of furniture, and forms without phrases."""

import re
from collections.abc import Callable, Iterator
from string import ascii_uppercase

from sources.cleaning.draft import Draft, Rule, line_rule
from sources.cleaning.phrases import LONGEST, phrase_rules
from sources.cleaning.prose import is_prose, words_in


def _phrases(name: str, meaning: str, *, questions: bool = True) -> Rule:
    """Return the rule of a name's phrases; without `questions` it leaves lines that end in a question mark."""

    def takes(text: str) -> bool:
        return name in phrase_rules(text) and (questions or not text.endswith("?"))

    return line_rule(name, meaning, takes, phrases=True)


def form_rule(
    name: str,
    meaning: str,
    pattern: str,
    *,
    most: int,
    begins: str = "",
    ends: str = "",
    holds: tuple[str, ...] = (),
    guard: Callable[[str], bool] = lambda _: True,
) -> Rule:
    """Return the rule of a form of line, of `most` words at most.

    No line has the form that does not begin with one of the words `begins`, end in one of the characters `ends` and
    hold one of `holds` (all in lower case): these spare the pattern.
    """
    compiled = re.compile(pattern, re.IGNORECASE)

    def takes(text: str) -> bool:
        if len(text) > LONGEST or (ends and text[-1:] not in ends):
            return False
        if holds and not any(map(text.casefold().__contains__, holds)):
            return False
        return words_in(text) <= most and compiled.search(text) is not None and guard(text)

    marks = "".join(mark for mark in holds if len(mark) == 1)
    return line_rule(name, meaning, takes, begins=frozenset(begins.split()), marks=marks, ends=ends)


_NETWORKS = (
    r"(?:facebook|twitter|x|whats ?app|linkedin|telegram|reddit|pinterest|e-?mail|print|copy "
    r"link|messenger|flipboard|"
    r"tumblr|threads|bluesky|instagram|youtube|share|tweet|save|rss|link)"
)
_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


def _insertions(draft: Draft) -> Iterator[int]:
    for number in range(len(draft.blocks)):
        opened = _SKIP.match(draft.text(number))
        if opened is None:
            continue
        inside = range(number + 1, min(len(draft.blocks), number + 1 + LONGEST_INSERTION))
        what = (opened["what"] or "").casefold()
        ends = (f"after {what}", f"end of {what}") if opened["what"] else ("end of list",)
        end = next((other for other in inside if draft.text(other).casefold() in ends), number)
        yield from range(number, end + 1)


_NO_WORD = re.compile(r"[\W_]+")
_SKIP = re.compile(r"skip (?:past|over) (?:the )?(?P<what>.{3,60})|list of \d+ items?\Z", re.IGNORECASE)
LONGEST_INSERTION = 15
"""Blocks between the two marks of an insertion."""

FURNITURE: tuple[Rule, ...] = (
    _phrases(
        "advertising",
        "An advertisement's label or a promotional offer; not prose that mentions advertising, and no question.",
        questions=False,
    ),
    _phrases("disclaimer", "Legal lines, copyright, risk warnings; not a person quoted with such words."),
    _phrases("cookie notice", "Notices about cookies, consent and the browser."),
    _phrases("comment form", "The form and the labels of readers' comments."),
    form_rule(
        "comment form",
        "Who wrote a reader's comment, and when.",
        r"\A.{1,60}\b(?:says|said|wrote|writes|commented|replied|on) ?(?:\d.{5,40}|[a-z]+ "
        r"\d.{5,40})?\b(?:says|said|wrote)? ?:\Z",
        most=14,
        ends=":",
        guard=lambda text: any(character.isdigit() for character in text) or text.endswith(("says:", "wrote:")),
    ),
    _phrases("share buttons", "Buttons to share, print, save or like."),
    form_rule(
        "share buttons",
        "A line of nothing but names of networks, a call to share before them or not.",
        r"\A(?:share(?: this| it)?(?: (?:article|story|page|post))?(?: on| via| with)?[:\s]+)?"
        rf"{_NETWORKS}(?:[\s,|·•/]+(?:on |via |to |by )?{_NETWORKS})+\Z",
        most=14,
        begins="facebook twitter x whats whatsapp linkedin telegram reddit pinterest e email print copy messenger "
        "flipboard tumblr threads bluesky instagram youtube share tweet save rss link",
    ),
    _phrases("newsletter form", "The form of a newsletter and its answers."),
    _phrases("call to act", "Asks the reader to subscribe, follow, join, download, donate or write in."),
    _phrases("related stories", "Labels above, and lines of, links to other stories."),
    form_rule(
        "related stories",
        "A label More and a name in capitals, alone on its line.",
        r"\A(?:more|latest|top|recent|other|trending)(?: (?-i:[A-Z])[\w’'.&-]*){1,3}(?: "
        r"(?:news|stories|articles|posts|videos))?\Z",
        most=5,
        begins="more latest top recent other trending",
    ),
    _phrases("photo credit", "Credits of pictures and captions that carry one."),
    form_rule(
        "photo credit",
        "A line of nothing but a credit mark and a name.",
        r"\A(?:©|\(c\)|photo|foto|image|pic|picture|credit|illustration|source)\s*[/:|©–-]\s*[^.!?]{2,80}\Z",
        most=12,
        begins="© c photo foto image pic picture credit illustration source",
    ),
    form_rule(
        "photo credit",
        "A line that ends in a credit mark and a name in capitals, without a full stop.",
        r"\b(?:photo|photograph|picture|image|pic|credit|foto)s?: ?(?-i:[A-Z])[\w .,&/’'-]{2,50}(?<![.!?])\Z",
        most=60,
        holds=(":",),
    ),
    form_rule(
        "photo credit",
        "Two to four words in capitals that end in Photos, Images or the like.",
        r"\A(?-i:[A-Z])[\w’'.&/-]*(?: (?-i:[A-Z])[\w’'.&/-]*){0,3} (?:photos?|images|pictures|photography|pics)\Z",
        most=5,
        ends="osyOSY\u017f",
    ),
    form_rule(
        "photo credit",
        "Copyright and a name alone.",
        r"\A(?:copyright|©|\(c\)) (?:\d{4} )?(?-i:[A-Z])[\w .,&’'/-]{2,60}\Z",
        most=8,
        begins="copyright © c",
    ),
    form_rule(
        "photo credit",
        "A caption that ends with its credit in brackets.",
        r"[ (]\((?:supplied|submitted|courtesy|handout|provided|contributed|file(?! no)|illustration|graphic|photo|"
        r"image|pic|picture|(?-i:[A-Z])[\w .&’'-]{1,30}(?:: ?|/)(?-i:[A-Z]))(?-i:[^()]{0,60})\)\Z",
        most=60,
        ends=")",
    ),
    form_rule(
        "photo credit",
        "A caption of one or two sentences and then a credit in capitals.",
        r"[a-z0-9][.!?”\"’)]{1,2} ?(?:[/|–—-] ?)?(?-i:[A-Z][A-Z’'-]+(?:[ ./&,-]+[A-Z][A-Z’'.-]*){1,4})\Z",
        most=45,
        ends=f"{ascii_uppercase}.’'-",
        guard=lambda text: not re.search('[“”"]', text),
    ),
    form_rule(
        "photo credit",
        "A caption's label run into the caption, as screen readers' words are when a page is copied.",
        r"\A(?:media|image) caption(?-i:[A-Z]).{5,}\Z",
        most=50,
        begins="media image",
    ),
    form_rule(
        "call to act",
        "Asks to follow or find somebody on two networks or more.",
        r"\A(?:follow|find|join|like|connect|subscribe)\b.{1,80}\b(?:on|via) "
        rf"{_NETWORKS}(?:,? (?:and |& |or )?{_NETWORKS})+",
        most=30,
        begins="follow find join like connect subscribe",
    ),
    form_rule(
        "page furniture",
        "A rating and how many gave it.",
        r"\A[★☆⭐ ]*\d(?:[.,]\d+)?(?: ?/ ?\d+)? ?\(\d[\d,.]* ?(?:ratings?|reviews?|votes?)?\)\Z",
        most=5,
        ends=")",
    ),
    _phrases("page furniture", "Menus' and buttons' words, tags, reading times, counters."),
    form_rule(
        "market quote",
        "A line of nothing but a ticker and its price or change.",
        r"\A(?-i:[A-Z][A-Z.:^-]{0,9})[\s:]*(?:[$€£¥]?[+-]?\d[\d.,]*[\s|]*)?\(?[+−-]?\d[\d.,]*\s?%\)?\Z",
        most=8,
        ends="%)",
    ),
    form_rule(
        "market quote",
        "A line of nothing but a change and its share.",
        r"\A[+−-]?[$€£¥]?\d[\d.,]*\s*\([+−-]?\d[\d.,]*\s?%\)\Z",
        most=4,
        ends=")",
    ),
    Rule(
        name="market quote",
        meaning="A ticker alone, right above a line of its price or change.",
        apply=lambda draft: (
            number
            for number in draft.held
            if re.fullmatch(r"[A-Z]{1,5}", draft.text(number)) and draft.cut.get(number + 1) == "market quote"
        ),
    ),
    line_rule(
        "page furniture",
        "A line of nothing but dashes, stars or dots.",
        lambda text: not text[:1].isalnum() and _NO_WORD.fullmatch(text) is not None and words_in(text) <= 3,
    ),
    form_rule(
        "call to act",
        "Asks to listen to the outlet or to follow it.",
        r"\Afollow(?: (?-i:[A-Z])[\w.&]*){1,3}\Z|\Alisten to (?-i:[A-Z]).{2,60} on (?:sounds|spotify|apple podcasts)\b",
        most=40,
        begins="follow listen",
    ),
    Rule(
        name="insertion",
        meaning='What a page marks out: from "skip past newsletter promotion" to "after newsletter promotion", '
        'from "list of 3 items" to "end of list".',
        apply=_insertions,
    ),
    form_rule(
        "related stories",
        "A short line that ends in an arrow.",
        r"\A[^«‹]{3,90}[»›→⇒]\Z",
        most=14,
        ends="»›→⇒",
    ),
    form_rule(
        "relative time",
        "When another card was posted, told from now: 5 hours ago, Yesterday 10:14.",
        rf"\A\W*(?:posted |updated |published |last updated:? |about |over |an? |\d+ ?){{1,3}}{_UNIT}\.? "
        rf"ago\b\W*\w*\Z"
        rf"|\A\W*(?:yesterday|today|just now)(?:,? (?:at )?\d{{1,2}}[:.] ?\d{{2}}(?: ?[ap]\.?m\.?)?)?\W*\Z"
        rf"|\A\W*\d+ ?{_UNIT}\W*\Z",
        most=8,
        begins="# posted updated published last about over a an yesterday today just",
    ),
    form_rule(
        "card author",
        "The author of a teaser card, marked with the bare word Author; never taken as the byline.",
        r"\AAuthors? +(?-i:[A-Z\d@])[^.!?:]{1,60}\Z",
        most=6,
        begins="author authors",
    ),
    form_rule(
        "e-mail address",
        "A line that is an e-mail address, alone or with a label or name.",
        rf"\A\W*(?:[\w.,'’&()/-]+:?\s+){{0,8}}<?{_MAIL}>?\W*\Z",
        most=14,
        holds=("@",),
        guard=lambda text: not is_prose(text),
    ),
    form_rule(
        "web address",
        "A line that is nothing but a web address.",
        r"\A\W*(?:https?://|www\.)\S+\W*\Z",
        most=40,
        begins="http https www",
    ),
    form_rule(
        "web address",
        "A line that is nothing but an address without its scheme.",
        r"\A[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*\Z",
        most=40,
        holds=("/",),
    ),
    form_rule(
        "agency line",
        "Who of an agency reported, edited or contributed; the agency's name stays in what was cut.",
        r"\A\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|reported|writing and additional "
        r"reporting)"
        r"(?: and (?:writing|editing|reporting))? by (?-i:[A-Z]).{2,250}\Z"
        r"|\A\W*(?:with (?:inputs|files|reporting|additional reporting) (?:from|by) ).{2,80}\Z"
        r"|\A\W*(?:this (?:story|article|report) (?:was|has been) (?:originally |first )?"
        r"(?:published|written|auto|generated|syndicated|provided)).{0,160}\Z"
        r"|\A[—–-]+ ?(?:reuters|afp|ap|pti|ani|ians|dpa|bernama|xinhua|upi|efe|ansa|tass|kyodo|yonhap)\.?\Z",
        most=45,
        begins="additional reporting writing editing compiled edited reported with this "
        "reuters afp ap pti ani ians dpa bernama xinhua upi efe ansa tass kyodo yonhap",
    ),
    form_rule(
        "agency line",
        "Who else contributed to the report.",
        r"\A.{2,120}\bcontributed (?:reporting )?to this (?:report|story|article)\b.{0,60}\Z",
        most=45,
        holds=("contributed ",),
    ),
)
"""In this order; the first that takes a line names it."""
