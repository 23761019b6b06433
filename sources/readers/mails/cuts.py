"""What is no article in an e-mail: who forwards it, what it answers, its signature, a newsletter's links."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sources.cleaning.prose import words_in
from sources.page import Block

FORWARDER = "words of the one who forwards (e-mail)"
QUOTED = "quoted mail (e-mail)"
SIGNATURE = "signature (e-mail)"
LINKS = "newsletter links (e-mail)"

_FORWARDED = re.compile(
    r"\W*(?:(?:begin )?forwarded message|original (?:message|e-?mail)|weitergeleitete nachricht|"
    r"ursprüngliche (?:nachricht|mail)|message transféré|message d'origine|mensaje reenviado|mensagem encaminhada|"
    r"messaggio inoltrato|doorgestuurd bericht)(?: by .{0,60})?\W*",
    re.IGNORECASE,
)
_SURELY = re.compile(r"forward|weitergeleit|transféré|reenviad|encaminhad|inoltrat|doorgestuurd", re.IGNORECASE)
_FIELDS: Mapping[str, str] = {
    name: field
    for field, names in {
        "from": "from von de da van от",
        "date": "date sent datum gesendet envoyé fecha enviado data дата verzonden",
        "subject": "subject betreff objet asunto assunto oggetto onderwerp тема",
        "to": "to an à para a aan кому cc bcc kopie reply-to",
    }.items()
    for name in names.split()
}
_LINE = re.compile(r"\*?(?P<name>[^\W\d_][\w-]{0,11})\s?:\*?\s+(?P<value>\S.*)")
_WROTE = re.compile(
    r"(?:on|am|le|el|op|il|em)\b.{5,200}"
    r"(?:wrote|schrieb.{0,80}|a écrit|escribió|schreef.{0,80}|ha scritto|escreveu)\s?:",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from (?:my|outlook|mail|yahoo|proton)|get outlook for|von meinem .{3,30} gesendet|envoyé de mon)\b"
    r".{0,60}",
    re.IGNORECASE,
)
_LINKS = re.compile(
    "|".join(
        (
            r"\bunsubscribe\b",
            r"\bopt.?out of (?:these|this|future)\b",
            r"\b(?:manage|update|change) (?:your |my )?(?:e-?mail |newsletter |subscription )?"
            r"(?:preferences|subscriptions?|settings|profile)\b",
            r"\byou(?:'re| are|’re) receiving (?:this|these)\b",
            r"\byou (?:have )?received this (?:e-?mail|newsletter|message)\b",
            r"\bthis (?:e-?mail|newsletter|message) was sent to\b",
            r"\b(?:view|read|open) (?:(?:this|it|the) )?(?:(?:e-?mail|newsletter|message) )?"
            r"(?:in|on|online|as a)(?: (?:a|your|the))? ?(?:web ?)?(?:browser|page|online)?\Z",
            r"\b(?:having )?trouble (?:viewing|reading|displaying)\b",
            r"\bforwarded (?:this|to you)\b.{0,40}\b(?:sign up|subscribe)\b",
            r"\badd us to your (?:address book|contacts)\b",
            r"\bprivacy (?:policy|notice)\b",
        )
    ),
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b\d{1,5}\b.{0,60}\b(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|floor|suite|square|broadway|quay|"
    r"p\.?o\.? box)\b.{0,80}\d{3,}|\bp\.?o\.? box \d+",
    re.IGNORECASE,
)
_ANGLED = re.compile(r"\s*(?:<https?://[^\s<>]{1,2000}>|\[(?:image|cid)[:\s][^\[\]]{0,300}\])")
_PICTURE = re.compile(r"(?:image|cid):.*")
"""What stands for a picture, the square brackets around it already taken for those of a heading."""

_BARE = re.compile(r"https?://\S+")

LONGEST = 45
"""Words in the longest block that a newsletter's links are looked for in."""

_EDGE = 12
"""Blocks at a mail's end in which a postal address stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The blocks of a mail, those that are no article told apart."""

    blocks: tuple[Block, ...]
    cut: Mapping[int, str] = field(default_factory=dict)
    """Number of a block -> why it is cut."""

    inner: Mapping[str, str] | None = None
    """from, date and subject of the mail that was forwarded, as printed; None when none was."""


def sort_out(blocks: Sequence[Block]) -> Sorted:
    """Tell apart what is no article, in the blocks of a mail."""
    cut: dict[int, str] = {}
    start, inner = _forwarded(blocks)
    if inner is not None:
        cut.update(dict.fromkeys(range(start), FORWARDER))
    _cut_replies(blocks, start, cut)
    _cut_signature(blocks, start, cut)
    _cut_links(blocks, start, cut)
    return Sorted(blocks=tuple(blocks), cut=cut, inner=inner)


def without_addresses(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, str]]:
    """Return the blocks without the addresses in angle brackets that a plain form has for links, and what those were.

    The second is {number of a block: its addresses}; a block of nothing else is left empty.
    """
    held: list[Block] = []
    taken: dict[int, str] = {}
    for number, block in enumerate(blocks):
        found = [each.group().strip() for each in _ANGLED.finditer(block.text)]
        bare = _BARE.fullmatch(block.text) or (block.kind == "heading" and _PICTURE.fullmatch(block.text))
        if found or bare:
            taken[number] = " ".join(found) if found else block.text
            text = "" if bare else " ".join(_ANGLED.sub("", block.text).split())
            block = Block(text=text, kind=block.kind, gap_before=block.gap_before)
        held.append(block)
    return held, taken


def _forwarded(blocks: Sequence[Block]) -> tuple[int, dict[str, str] | None]:
    """Return where the forwarded mail's own words begin and what its head says; (0, None) when none is forwarded.

    The innermost counts when it was forwarded more than once. Where nothing says "forwarded", a longer text above is a
    mail of its own, and what stands below is what it answers.
    """
    start, number = 0, 0
    inner: dict[str, str] | None = None
    above: int | None = None
    surely = False
    while number < len(blocks):
        marked = _FORWARDED.fullmatch(blocks[number].text) is not None and words_in(blocks[number].text) <= 8
        first = number + 1 if marked else number
        end, said = _head_at(blocks, first)
        if (marked and "from" in said) or {"from", "date", "subject"} <= said.keys():
            above = number if above is None else above
            surely = surely or _SURELY.search(blocks[number].text) is not None
            start, inner = end, said
            number = end
        else:
            number += 1
        if inner is not None and sum(words_in(block.text) for block in blocks[start:number]) > 60:
            break  # a forwarded mail below this one is what it answers
    over = _words(blocks, range(above or 0))
    if not surely and over >= _ENOUGH and over > _words(blocks, range(start, len(blocks))):
        return 0, None
    return start, inner


def _head_at(blocks: Sequence[Block], first: int) -> tuple[int, dict[str, str]]:
    """Return where the lines of a head that begin with a block end, and what they say."""
    said: dict[str, str] = {}
    number = first
    for number in range(first, min(first + 10, len(blocks))):
        match = _LINE.fullmatch(blocks[number].text)
        field = _FIELDS.get(match["name"].casefold()) if match else None
        if match is None or field is None:
            return number, said
        said.setdefault(field, match["value"].strip())
    return min(number + 1, len(blocks)), said


def _cut_replies(blocks: Sequence[Block], start: int, cut: dict[int, str]) -> None:
    """Cut what the mail answers: lines marked with >, and all below "On Monday Ann Lee wrote:"."""
    marked = [number for number in range(start, len(blocks)) if blocks[number].text.startswith(">")]
    own = [number for number in range(start, len(blocks)) if number not in set(marked)]
    if _words(blocks, own) >= _ENOUGH or _words(blocks, own) >= _words(blocks, marked):
        cut.update(dict.fromkeys(marked, QUOTED))
    for number in own:
        after = blocks[number + 1].text if number + 1 < len(blocks) else ""
        wrote = _WROTE.fullmatch(blocks[number].text) or (
            len(after) < 40 and _WROTE.fullmatch(f"{blocks[number].text} {after}")
        )
        if wrote or (
            number > start and _FORWARDED.fullmatch(blocks[number].text) and words_in(blocks[number].text) <= 8
        ):
            below = range(number, len(blocks))
            above = [other for other in own if other < number]
            if _words(blocks, above) >= _ENOUGH:
                cut.update({other: QUOTED for other in below if other not in cut})
                return
            cut[number] = QUOTED


_ENOUGH = 25
"""Words of a mail's own that make the mail below it an answered one: with fewer the article is what is quoted."""


def _words(blocks: Sequence[Block], numbers: Sequence[int]) -> int:
    return sum(words_in(blocks[number].text) for number in numbers)


def _cut_signature(blocks: Sequence[Block], start: int, cut: dict[int, str]) -> None:
    for number in range(start, len(blocks)):
        text = blocks[number].text
        if number in cut:
            continue
        if text in {"--", "—", "–"} and _words(blocks, range(number, len(blocks))) <= 80:
            cut.update({other: SIGNATURE for other in range(number, len(blocks)) if other not in cut})
        elif _SENT_FROM.fullmatch(text):
            cut[number] = SIGNATURE


def _cut_links(blocks: Sequence[Block], start: int, cut: dict[int, str]) -> None:
    """Cut lines to unsubscribe or to see the mail in a browser, and postal addresses near the end."""
    tail = len(blocks) - _EDGE
    for number in range(start, len(blocks)):
        text = blocks[number].text
        if number in cut or words_in(text) > LONGEST:
            continue
        if _LINKS.search(text) or (number >= tail and words_in(text) <= 25 and _PLACE.search(text)):
            cut[number] = LINKS
