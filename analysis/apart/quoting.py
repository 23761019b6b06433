"""Who is quoted by whom in an event, and how much room each gets."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from analysis.apart.sources import Row
from analysis.batch import WORD_VOICES, Batch
from analysis.portraying.across import names_across
from analysis.voice import QUOTATION


@dataclass(slots=True)
class _Room:
    described: str | None = None
    quotations: int = 0
    words: int = 0
    verbs: Counter[str] = field(default_factory=Counter)
    colours: Counter[str] = field(default_factory=Counter)
    first: tuple[str, int] | None = None


def quoted(batch: Batch, outlets: Mapping[str, str], *, event: str, story: str) -> list[Row]:
    """Return the rows of QUOTED of one event, by outlet, those with most room first.

    `outlets` are the sources that are compared (article: its outlet). Words are counted from the quotations, verbs from
    the attributions, with a quotation or without. Named speakers are joined over the outlets as portrayals are: a
    surname is the one full name in the event that ends with it.
    """
    numbers = {article: row for row, article in enumerate(batch.texts["article"].tolist()) if article in outlets}
    if not numbers:
        return []
    said, told = _quotations(batch, numbers), _attributions(batch, numbers)
    named = {(one[0], one[1]) for one in (*said, *told) if one[1] and one[2] == "named"}
    joined = names_across([str(speaker) for _, speaker in sorted(named, key=str)])
    rooms: dict[tuple[str, str | None, str | None], _Room] = {}

    def room(article: str, speaker: str | None, naming: str | None) -> _Room:
        name = joined.get(speaker, speaker) if speaker and naming == "named" else _plain(speaker)
        return rooms.setdefault((outlets[article], name, naming), _Room())

    for article, speaker, naming, described, words, sentence in said:
        here = room(article, speaker, naming)
        here.described = here.described or described
        here.quotations += 1
        here.words += words
        here.first = here.first or (article, sentence)
    for article, speaker, naming, described, cue, colour, sentence in told:
        here = room(article, speaker, naming)
        here.described = here.described or described
        here.verbs[cue] += 1
        here.first = here.first or (article, sentence)
        if colour and colour != "neutral":
            here.colours[colour] += 1
    total: Counter[str] = Counter()
    for (outlet, _, _), one in rooms.items():
        total[outlet] += one.words
    order = sorted(rooms, key=lambda key: (key[0], -rooms[key].words, -rooms[key].verbs.total(), key[1] or "~"))
    return [(event, story, *key, *_row(rooms[key], total[key[0]])) for key in order]


def _row(room: _Room, total: int) -> Row:
    share = room.words / total if total else float("nan")
    article, sentence = room.first or ("", 0)
    counts = (room.quotations, room.words, share, room.verbs.total(), room.colours.total())
    return (room.described, *counts, _listed(room.verbs), _listed(room.colours), article, sentence)


def _listed(counts: Counter[str]) -> str | None:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} {times}" for name, times in ordered) or None


def _plain(speaker: str | None) -> str | None:
    """Return a phrase without what only points: "the officials" and "officials" are one."""
    if speaker is None:
        return None
    words = speaker.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)


def _quotations(
    batch: Batch, numbers: Mapping[str, int]
) -> list[tuple[str, str | None, str | None, str | None, int, int]]:
    words, quotation = batch.words, WORD_VOICES.index(QUOTATION)
    body = words.sentence >= 0
    row, start = words.article[body], words.start[body]
    number = words.sentence[body].tolist()
    inside = [0, *accumulate((words.voice[body] == quotation).tolist())]
    key = (row * (1 << 32) + start).tolist()
    made = []
    names = ("article", "voice", "start", "end", "speaker", "naming", "described")
    columns = (batch.voices[name].tolist() for name in names)
    for article, voice, begin, end, speaker, naming, described in zip(*columns, strict=True):
        if voice != QUOTATION or article not in numbers:
            continue
        base = numbers[article] * (1 << 32)
        first, last = bisect_left(key, base + begin), bisect_left(key, base + end)
        count = inside[last] - inside[first]
        if count:
            made.append((article, _text(speaker), _text(naming), _text(described), count, number[first]))
    return made


def _attributions(
    batch: Batch, numbers: Mapping[str, int]
) -> list[tuple[str, str | None, str | None, str | None, str, str, int]]:
    names = ("article", "speaker", "naming", "described", "cue", "colour", "sentence")
    columns = (batch.attributions[name].tolist() for name in names)
    return [
        (article, _text(speaker), _text(naming), _text(described), str(cue).lower(), colour, sentence)
        for article, speaker, naming, described, cue, colour, sentence in zip(*columns, strict=True)
        if article in numbers
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
