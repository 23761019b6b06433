"""Which blocks of an HTML page are its article: what trafilatura found, put right by how pages are made.

trafilatura judges boxes and paragraphs one by one. Where a page holds its article in several boxes it may stop after
the first; and lines that are nothing but a link to another story look to it like paragraphs. The rules here look at
the whole page: where most of the body stands (the trunk), what elements below the trunk say they are for, how much of a
block is link, and which boxes are made like those that hold the body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.cleaning.prose import ends_like_sentence, is_prose, words_in
from sources.readers.markup.blocks import Piece
from sources.readers.markup.places import BODY, CAPTION, LINKS, MENU, NEVER, PULL, Place

TRUNK = 0.8
"""The trunk is the innermost element that holds this share of the body."""

TOO_MUCH = 0.25
"""An element that holds a greater share of the body is no menu or box, whatever its class says."""

MOSTLY_LINK = 0.8
"""A line that is link to a greater share points to something else."""

FEW_LINKS = 0.3
"""The greatest share of link in prose that is taken back."""

ALIKE = 0.25
"""The least share of body in boxes of one form for their other prose to be body too, where half of the body is in such
boxes."""

LEAST_FELLOWS = 3
"""Paragraphs of the body in a box whose last line, whatever its end, is body too."""

NEAR = 15
"""Blocks on each side in which the sentence stands that a pull quote shows again."""

OPENING = 0.03
"""The share of the body's prose above which a heading no longer opens the page."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What became of a block."""

    body: bool
    linked: bool = False
    """True when it stood in the body and was taken out because it is a link to something else."""
    again: bool = False
    """True when it stood in the body and was taken out because it shows a sentence of the body again, as a quotation
    set apart."""


def chosen(
    pieces: Sequence[Piece], places: Sequence[Place], found: Sequence[float], *, said: Sequence[float] | None
) -> list[Chosen]:
    """Return what becomes of each block.

    `found` is the share of each block that trafilatura took for the article, `said` that which stands in the text that
    the page itself gives as its article's (JSON-LD `articleBody`), None when it gives none.
    """
    total = _add_up(pieces, places, found)
    if not total:
        return [Chosen(body=False) for _ in pieces]
    _mark(places, total)
    forms = _forms(pieces, found)
    read = _prose_read(pieces, found)
    results = []
    held = [share > 0.5 for share in found]
    first = held.index(True) if True in held else len(held)
    last = len(held) - 1 - held[::-1].index(True) if True in held else -1
    for number, (piece, now) in enumerate(zip(pieces, held, strict=True)):
        inner = first < number < last and held[number + 1] and is_prose(pieces[number + 1].text)
        linked = now and _is_link(piece)
        if now:
            body = not (
                linked
                or _is_furniture(piece, inner=inner and read[number] > OPENING)
                or (piece.place.tag == "h1" and read[number] < OPENING)
            )
        else:
            body = _is_lost(piece, found[number], forms, total, between=first < number < last) or (
                said is not None and said[number] > MOSTLY_LINK and is_prose(piece.text)
            )
        results.append(Chosen(body=body, linked=linked and not body))
    for number in [*_headings_lost(pieces, results), *_last_line(pieces, results)]:
        results[number] = Chosen(body=True)
    for number in _over_nothing(pieces, results):
        results[number] = Chosen(body=False)
    for number in _pulled(pieces, results):
        results[number] = Chosen(body=False, again=True)
    return results


def _headings_lost(pieces: Sequence[Piece], results: Sequence[Chosen]) -> Iterator[int]:
    """Give the headings between prose of the body that were overlooked: the prose below each follows at once."""
    above = False
    for number, (piece, below) in enumerate(pairwise(pieces)):
        if results[number].body:
            above = above or is_prose(piece.text)
        elif (
            above
            and piece.place.tag in ("h2", "h3", "h4")
            and results[number + 1].body
            and below.kind == "paragraph"
            and is_prose(below.text)
            and (piece.place.inside or piece.place.parent is below.place.parent)
            and not piece.linked
            and not piece.place.below & (NEVER | LINKS | CAPTION)
        ):
            yield number


def _last_line(pieces: Sequence[Piece], results: Sequence[Chosen]) -> Iterator[int]:
    """Give the block after the last of the body when it closes the same box: a last line need not be a sentence.

    The box is named as the article's, and all its other paragraphs are body.
    """
    last = max((number for number, result in enumerate(results) if result.body), default=len(pieces))
    if last + 1 >= len(pieces):
        return
    piece, box = pieces[last + 1], pieces[last].place.parent
    if box is None or piece.place.parent is not box or not box.hints & BODY or piece.place.hints & ~BODY:
        return
    fellows = [number for number in range(last + 1) if pieces[number].place.parent is box]
    rest = sum(len(other.text) for other in pieces[last + 2 :] if other.place.parent is box)
    if (
        not rest
        and len(fellows) >= LEAST_FELLOWS
        and all(results[number].body for number in fellows)
        and piece.place.tag == pieces[last].place.tag == "p"
        and piece.linked < FEW_LINKS * len(piece.text)
        and words_in(piece.text) >= 3
    ):
        yield last + 1


def _pulled(pieces: Sequence[Piece], results: Sequence[Chosen]) -> Iterator[int]:
    """Give the blocks of boxes for quotations most of which a longer block near them says word for word."""
    boxes: dict[int, list[int]] = {}
    for number, piece in enumerate(pieces):
        if results[number].body and (box := _pull_box(piece.place)) is not None:
            boxes.setdefault(id(box), []).append(number)
    for numbers in boxes.values():
        near = range(max(0, numbers[0] - NEAR), min(len(pieces), numbers[-1] + 1 + NEAR))
        around = [_plain(pieces[number].text) for number in near if number not in numbers and results[number].body]
        again = 0
        for number in numbers:
            plain = _plain(pieces[number].text)
            if len(plain.split()) >= 3 and any(plain in other and plain != other for other in around):
                again += len(pieces[number].text)
        if 2 * again > sum(len(pieces[number].text) for number in numbers):
            yield from numbers


def _pull_box(place: Place | None) -> Place | None:
    for _ in range(4):
        if place is None or place.hints & PULL:
            return place
        place = place.parent
    return None


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _over_nothing(pieces: Sequence[Piece], results: Sequence[Chosen]) -> Iterator[int]:
    """Give the headings of the body that stand over a list of links, or over nothing: what was below is taken out."""
    followed, links = False, 0
    for number in range(len(pieces) - 1, -1, -1):
        if not results[number].body:
            links += results[number].linked or _mostly_links(pieces[number].place)
        elif pieces[number].kind != "heading":
            followed, links = True, 0
        elif not followed or links > 1:
            yield number


def _add_up(pieces: Sequence[Piece], places: Sequence[Place], found: Sequence[float]) -> float:
    """Add up in each place what it holds; return how many characters are body."""
    for piece, share in zip(pieces, found, strict=True):
        length = len(piece.text)
        piece.place.chars += length
        piece.place.linked += piece.linked
        piece.place.body += share * length
    for place in reversed(places):
        if place.parent is not None:
            place.parent.chars += place.chars
            place.parent.linked += place.linked
            place.parent.body += place.body
    return places[0].body


def _mark(places: Sequence[Place], total: float) -> None:
    """Tell each place whether it is in the trunk, and what the elements below the trunk say."""
    trunk: Place | None = next(place for place in reversed(places) if place.body >= TRUNK * total)
    around = set()
    inner = trunk
    while trunk is not None:
        around.add(id(trunk))
        trunk = trunk.parent
    for place in places:
        place.inside = place is inner or (place.parent is not None and place.parent.inside)
        if place.chars and id(place) not in around and place.parent is not None:
            place.below = place.parent.below | (place.hints if place.body <= TOO_MUCH * total else 0)


def _forms(pieces: Sequence[Piece], found: Sequence[float]) -> dict[str, list[float]]:
    """Return, for each form of box and block, how many characters it holds and how many of them are body."""
    forms: dict[str, list[float]] = {}
    for piece, share in zip(pieces, found, strict=True):
        sums = forms.setdefault(_form(piece), [0.0, 0.0])
        sums[0] += len(piece.text)
        sums[1] += share * len(piece.text)
    return forms


def _form(piece: Piece) -> str:
    parent = piece.place.parent
    return f"{parent.form if parent else ''}>{piece.place.tag}"


def _prose_read(pieces: Sequence[Piece], found: Sequence[float]) -> list[float]:
    """Return, for each block, the share of the body's words that stand above it; a link's count for nothing."""
    words = [
        share * min(words_in(piece.text), 60) * (1 - piece.linked / len(piece.text)) if share else 0.0
        for piece, share in zip(pieces, found, strict=True)
    ]
    total, so_far, shares = sum(words) or 1.0, 0.0, []
    for number in words:
        shares.append(so_far / total)
        so_far += number
    return shares


def _is_link(piece: Piece) -> bool:
    """Return whether a line is a link to something else: nearly all of it is link, and it is no sentence."""
    if piece.linked < MOSTLY_LINK * len(piece.text) or piece.text.startswith(("http", "www")):
        return False
    if words_in(piece.text) >= 3:
        return not is_prose(piece.text)
    return piece.kind == "item" and _mostly_links(piece.place.parent)


def _mostly_links(place: Place | None) -> bool:
    return place is not None and place.linked > MOSTLY_LINK * place.chars


def _is_furniture(piece: Piece, *, inner: bool) -> bool:
    """Return whether the elements around a block say that it is none of the article.

    A heading right above prose of the body (`inner`) stays although the element around it is called its header.
    """
    below = piece.place.below & ~(MENU if inner and piece.kind == "heading" else 0)
    return bool(below & NEVER) or (bool(below & LINKS) and not is_prose(piece.text))


def _is_lost(piece: Piece, share: float, forms: dict[str, list[float]], total: float, *, between: bool) -> bool:
    """Return whether a block is part of the body that was overlooked."""
    place = piece.place
    if piece.linked >= FEW_LINKS * len(piece.text) or place.below & (NEVER | LINKS | CAPTION):
        return False
    chars, body = forms[_form(piece)]
    length = len(piece.text)
    alike = (body - share * length) / (chars - length) if chars > length else 0.0
    around = place.parent
    own = place.hints | (around.hints if around else 0)
    if not place.inside and own & BODY and alike > ALIKE and body > 0.5 * total and is_prose(piece.text):
        return True
    if not between or around is None or around.chars <= length:
        return False
    held = (around.body - share * length) / (around.chars - length)
    return held > 0.5 and alike > 0.7 and ends_like_sentence(piece.text) and words_in(piece.text) >= 3
