"""Names in a batch: runs of words with capitals, and whom each of them names in its article."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.portraying.joining import Entity, Form, analysed, join
from analysis.portraying.surface import Flags, Numbers, Surface
from analysis.portraying.word_types import Known

_LONGEST = 9
_PRIME = np.uint64(1_000_003)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a batch in order: one entry for each place where one stands."""

    first: Numbers
    """First word of the run, titles before the name included."""

    last: Numbers
    proper: Numbers
    """First word of the name itself."""

    entity: Numbers
    """Place in `entities`; -1 where a title stands alone that nobody in the article has."""

    entities: list[Entity]
    inside: Flags
    """For each word of the batch: True where it is part of a run."""

    titles: dict[tuple[int, str], int]
    """(row of the article, title) -> the one entity there with this title before its name."""


def names(words: Surface) -> Names:
    """Return the names of the articles of a batch, joined within each article.

    A surname, a first name that only one person there has, and a full name with other initials name one person; an
    acronym names the body with these initials; forms of places and of well-known bodies are listed. Where two people
    share a surname, the surname alone is the one of them who was named last in full; "Ms Marsh" is none who is called
    Mr elsewhere or has a man's name.
    """
    known = words.known()
    inside = _members(words, known)
    begins = inside.copy()
    begins[1:] &= ~(inside[:-1] & words.near[1:] & ~_owners(words, known)[:-1])
    ends = inside.copy()
    ends[:-1] &= ~inside[1:] | begins[1:]
    first, last = np.flatnonzero(begins), np.flatnonzero(ends)
    kept = last - first < _LONGEST
    first, last = first[kept], last[kept]
    if not len(first):
        return Names(first, last, first, first, [], inside, {})
    example, which, counts, led = _distinct(words, known, first, last)
    forms = _forms(words, known, first[example], last[example], led[example], example, counts)
    cut = np.zeros(len(example), dtype=np.int64)
    entity = np.full(len(example), -1, dtype=np.int64)
    entities: list[Entity] = []
    titles: dict[tuple[int, str], int] = {}
    shared: list[tuple[int, list[int]]] = []
    for row, here in forms.items():
        here.sort(key=lambda form: form.example)  # by place in the article: their numbers depend on the whole batch
        join(row, here, cut, entity, entities, titles, shared)
    each = entity[which]
    for form, choices in shared:
        _by_recency(each, np.flatnonzero(which == form), choices)
    return Names(first, last, first + cut[which], each, entities, inside, titles)


def _members(words: Surface, known: Known) -> Flags:
    """Say which words are parts of names.

    In mid-sentence a capital tells, but for words in capitals throughout that are ordinary ones or, in the body, stand
    beside others of the kind. Where any word has a capital, the word must have one elsewhere in the article and more
    often than not, or be no ordinary word, never be written small, and stand there twice if it ends like a form of a
    word ("Based"); the first half of a word with a hyphen must be one elsewhere ("Fat-cat"). In headlines in title case
    a name must be one elsewhere in the article, or begin with a listed first name.
    """
    capital = words.capital & ~known["never_name"]
    loud = words.upper & (known["ordinary"] | (_beside(words.upper, words.near) & ~words.headline))
    sure = capital & ~words.opens & ~words.shouts & ~loud
    word = _numbered(words.row, known["bare"])
    as_name = np.bincount(word, weights=sure)[word]
    small = np.bincount(word, weights=~words.capital)[word]
    common = known["starter"]
    ordinary = known["ordinary"]
    next_in_run = np.zeros(len(capital), dtype=bool)
    next_in_run[:-1] = words.near[1:] & (capital & ~loud)[1:]
    halved = np.zeros(len(capital), dtype=bool)
    halved[:-1] = words.hyphen[1:] & ~words.capital[1:]
    next_body = np.zeros(len(capital), dtype=bool)
    next_body[:-1] = next_in_run[:-1] & known["body"][1:]
    again = np.bincount(word)[word] > 1
    fresh = (small == 0) & ~known["listed"] & ~halved
    fresh &= next_in_run | known["named"] | ((again | ~known["inflected"]) & ~ordinary)
    heads = (known["title"] | known["body"]) & next_in_run
    opening = capital & words.opens & ((~common & ((as_name > small) | fresh | next_body)) | heads)
    opening &= ~words.shouts
    shouted = capital & (words.shouts | loud) & ~common & (as_name > small)
    called = capital & words.shouts & ~words.upper & ~common & ~ordinary
    surname = called & ~known["inflected"] & ~known["never_name"] & ~known["title"]
    first_name = np.zeros(len(capital), dtype=bool)
    first_name[:-1] = called[:-1] & known["first name"][:-1] & surname[1:] & words.near[1:]
    shouted |= first_name
    shouted[1:] |= first_name[:-1]
    found = sure | opening | shouted
    if len(found) > 2:
        held = words.capital[:-2] & known["title"][:-2] & known["of"][1:-1] & known["department"][2:]
        held &= words.capital[2:] & words.near[1:-1] & words.near[2:]
        found[:-2] |= held
        found[2:] |= held
    joint = np.zeros(len(found), dtype=bool)
    if len(found) > 2:
        follows = found[2:] & words.near[2:]
        follows[:-1] |= known["article"][2:-1] & words.near[2:-1] & found[3:] & words.near[3:]
        body = known["body"]
        body_before = body[:-2]
        body_before[1:] |= body[:-3] & found[:-3] & words.near[1:-2]
        kind = known["particle"][1:-1] | (known["of"][1:-1] & body_before)
        kind |= held
        kind |= (known["joint"][1:-1]) & ~known["of"][1:-1] & body_before & body[2:]
        before = found[:-2] & ~known["possessive"][:-2] & words.near[1:-1]
        joint[1:-1] = before & kind & known["joint"][1:-1] & follows
        after = np.zeros(len(found), dtype=bool)
        after[1:] = joint[:-1] & known["article"][1:] & ~found[1:]
        joint |= after
    members: Flags = found | joint
    return members


_MANY = ("men", "people", "children")


def _owners(words: Surface, known: Known) -> Flags:
    """Say which words own what follows: not those of many in the name of a body ("Fishermen's Association")."""
    owner = known["possessive"].copy()
    spelled, bare = words.types.words, known["bare"]
    for at in np.flatnonzero(owner[:-1] & words.capital[:-1] & words.capital[1:] & known["body"][1:]).tolist():
        owner[at] = not spelled[bare[at]].endswith(_MANY)
    return owner


_CELLS = 1 << 22
"""Words of articles that are counted in a table with a cell for each, used or not: quicker than sorting them."""


def _numbered(row: Numbers, bare: npt.NDArray[np.int32]) -> Numbers:
    """Return a number for each word of each article, the same wherever the article has it."""
    used = np.zeros(int(bare.max(initial=0)) + 1, dtype=bool)
    used[bare] = True
    place = np.cumsum(used) - 1
    many = int(used.sum())
    key: Numbers = row * many + place[bare]
    return key if (int(row.max(initial=0)) + 1) * many <= _CELLS else np.unique(key, return_inverse=True)[1]


def _beside(flags: Flags, near: Flags) -> Flags:
    """Say which words have the flag and so has the one close before or after."""
    both = np.zeros(len(flags) + 1, dtype=bool)
    both[1:-1] = flags[:-1] & flags[1:] & near[1:]
    beside: Flags = both[1:] | both[:-1]
    return beside


def _distinct(words: Surface, known: Known, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers, Numbers, Flags]:
    """Return an example of each form of an article, the form of each name, how often it stands, and what is led.

    A name is led by a word after it that makes another entity of it: "Trump administration".
    """
    bare = known["bare"].astype(np.uint64)
    final = len(bare) - 1
    follows = np.minimum(last + 1, final)
    led = (last < final) & words.near[follows] & known["group"][follows] & ~known["possessive"][last]
    led &= ~words.capital[follows]
    hashed = words.row[first].astype(np.uint64)
    for step in range(_LONGEST + 1):
        at = first + step
        stop = last + led
        hashed = hashed * _PRIME + np.where(at <= stop, bare[np.minimum(at, final)] + np.uint64(1), np.uint64(0))
    _, example, which, counts = np.unique(hashed, return_index=True, return_inverse=True, return_counts=True)
    return example, which, counts, led


def _forms(
    words: Surface,
    known: Known,
    first: Numbers,
    last: Numbers,
    led: Flags,
    example: Numbers,
    counts: Numbers,
) -> dict[int, list[Form]]:
    stops = last + led + 1
    lengths = stops - first
    at = np.repeat(first - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths) + np.arange(int(lengths.sum()))
    spelled = words.types.words
    said = [spelled[n] for n in known["bare"][at].tolist()]
    found: dict[int, list[Form]] = {}
    begin = 0
    for number, (row, length, lead, one, count) in enumerate(
        zip(words.row[first].tolist(), lengths.tolist(), led.tolist(), example.tolist(), counts.tolist(), strict=True)
    ):
        known_as = analysed(tuple(said[begin : begin + length]), lead)
        found.setdefault(row, []).append(Form(number, one, count, *known_as, lead))
        begin += length
    return found


def _by_recency(each: Numbers, places: Numbers, choices: list[int]) -> None:
    """Give each surname that several people share to the one of them who was named last."""
    full = np.flatnonzero(np.isin(each, choices))
    full = np.setdiff1d(full, places)
    before = np.searchsorted(full, places) - 1
    each[places] = each[full[np.maximum(before, 0)]]
