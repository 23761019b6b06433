"""Weighing what stands near a mention: learned weights, added up word by word."""

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.portraying.features import tone_features, tone_places, tone_turned, word_places
from analysis.portraying.places import CODES, Pairs
from analysis.portraying.surface import Surface
from analysis.portraying.word_types import NAME, NUMBER

POLARITIES = ("negative", "neutral", "positive")
"""The columns of the weights, in order."""

BASE = "base"
"""The feature that every mention has."""

Weights = Mapping[str, tuple[float, float, float]]
"""Feature -> its weight for each of `POLARITIES`."""

Floats = npt.NDArray[np.float32]


class Scale:
    """What a word adds for each of `POLARITIES`, by its stem, its tones and its code."""

    def __init__(self, names: Sequence[str], values: npt.NDArray[np.float64]) -> None:
        """`names` are features; `values` has a row for each of them and a column for each of `POLARITIES`."""
        self.base = (values[names.index(BASE)] if BASE in names else np.zeros(3)).astype(np.float32)
        self._by_tone: dict[str, npt.NDArray[np.float64]] = {}
        place = {name: number for number, name in enumerate(_every(word_places))}
        self._tones: dict[str, npt.NDArray[np.float64]] = {}
        vocabulary: dict[str, int] = {}
        where_at: list[int] = []
        stem_at: list[int] = []
        rows: list[int] = []
        for row, name in enumerate(names):
            where, joint, stem = name.partition("=")
            at = place.get(where) if joint else None
            if at is None:
                self._tones[name] = values[row]
            else:
                where_at.append(at)
                stem_at.append(vocabulary.setdefault(stem, len(vocabulary)))
                rows.append(row)
        self._vocabulary = vocabulary
        self._single = np.zeros((len(place), len(vocabulary) + 1, 3), dtype=np.float32)
        self._single[where_at, stem_at] = values[rows]
        self._places = [[place[name] for name in word_places(code)] for code in range(CODES)]
        self._stem_tells = (self._single[:, :, 0] != self._single[:, :, 2]).any(axis=0)
        self._stem_at = np.zeros(0, dtype=np.int64)
        self._added = np.zeros(len(vocabulary) + 1, dtype=bool)
        self._by_stem = np.zeros((len(vocabulary) + 1, CODES, 3), dtype=np.float32)  # takes no memory until it is used
        self._by_tones = np.zeros((CODES, 0, 3), dtype=np.float32)

    def added(self, words: Surface, found: Pairs, *, inside: npt.NDArray[np.bool_]) -> Floats:
        """Return what each pair adds: an array with a row for each pair and a column for each of `POLARITIES`."""
        stems, tones = shown(words, inside=inside)
        self._learn_of(words)
        at, code = found.word, found.code
        stem_at = self._stem_at[stems[at]]
        self._add_up(stem_at)
        made: Floats = self._by_stem[stem_at, code]
        toned = np.flatnonzero(tones[at])
        made[toned] += self._by_tones[code[toned], tones[at[toned]]]
        return made

    def _add_up(self, stem_at: npt.NDArray[np.int64]) -> None:
        """Add up at every code what stems weigh that were not asked for before."""
        asked = np.zeros(len(self._added), dtype=bool)
        asked[stem_at] = True
        new = np.flatnonzero(asked & ~self._added)
        single = np.ascontiguousarray(self._single[:, new])
        made = np.zeros((CODES, len(new), 3), dtype=np.float32)
        for code, places in enumerate(self._places):
            for place in places:
                made[code] += single[place]
        self._by_stem[new] = made.transpose(1, 0, 2)
        self._added[new] = True

    def telling(self, words: Surface, *, inside: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Say which words can speak well or ill of somebody: those with a tone or a weight somewhere."""
        stems, tones = shown(words, inside=inside)
        self._learn_of(words)
        tells: npt.NDArray[np.bool_] = self._stem_tells[self._stem_at[stems]] | (tones > 0)
        return tells

    def _learn_of(self, words: Surface) -> None:
        """Look up the stems and tones that came since the last batch."""
        stems, tones = words.types.stems, words.types.tones
        if len(self._stem_at) != len(stems) or self._of is not words.types:
            unknown = len(self._vocabulary)
            self._stem_at = np.array([self._vocabulary.get(stem, unknown) for stem in stems], dtype=np.int64)
        known = self._by_tones.shape[1] if self._of is words.types else 0
        if known != len(tones):
            new = np.zeros((CODES, len(tones), 3), dtype=np.float32)
            new[:, :known] = self._by_tones[:, :known]
            for number, each in enumerate(list(tones)[known:], known):
                new[:, number] = self._toned(each)
            self._by_tones = new
        self._of = words.types

    _of: object = None

    def _toned(self, tones: tuple[str, ...]) -> npt.NDArray[np.float64]:
        """Return what a word of these tones adds at each code."""
        places, stands, turned = _toned_places()
        at_code = np.zeros((CODES, 3))
        for of_these in (turned, ~turned):
            at_place = np.zeros((len(places), 3))
            for tone, amount in tone_features(tones, int(np.flatnonzero(of_these)[0])):
                at_place += self._of_tone(tone) * amount
            at_code[of_these] = stands[of_these] @ at_place
        return at_code

    def _of_tone(self, tone: str) -> npt.NDArray[np.float64]:
        """Return the weights of a tone at each of the places of tones."""
        made = self._by_tone.get(tone)
        if made is None:
            places, _, _ = _toned_places()
            none = (0.0, 0.0, 0.0)
            made = self._by_tone[tone] = np.array([self._tones.get(f"{place}:{tone}", none) for place in places])
        return made


def scale_of(weights: Weights) -> Scale:
    """Return the scale of some weights."""
    return Scale(list(weights), np.array(list(weights.values()), dtype=np.float64).reshape(-1, len(POLARITIES)))


@cache
def shipped() -> Scale:
    """Return the shipped weights, learned by `analysis.evaluation.learn_portrayal`; read on first use."""
    from pyarrow import csv

    table = csv.read_csv(
        BytesIO(wordlists.text("portrayal_weights").encode()),
        read_options=csv.ReadOptions(use_threads=False),
        parse_options=csv.ParseOptions(delimiter="\t", quote_char=False),
    )
    values = np.column_stack([table[polarity].to_numpy() for polarity in POLARITIES])
    return Scale(table["feature"].to_pylist(), values)


def shown(words: Surface, *, inside: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return number of the stem and of the tones of each word; names, numbers, and he and she are alike."""
    name, number = words.types[NAME], words.types[NUMBER]
    known, types = words.known(), words.types
    ids = np.where(inside, name, np.where(known["number"], number, known["shown"]))
    return types.column("stem")[ids].astype(np.int64), types.column("tones")[ids].astype(np.int64)


@cache
def _toned_places() -> tuple[list[str], npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the names of the places of tones, which of them each code stands in, and which codes turn a tone."""
    places = _every(tone_places)
    stands = np.array([[name in tone_places(code) for name in places] for code in range(CODES)], dtype=np.float64)
    turned = np.array([tone_turned(code) for code in range(CODES)], dtype=bool)
    return places, stands, turned


def _every(places: object) -> list[str]:
    assert callable(places)
    return list(dict.fromkeys(name for code in range(CODES) for name in places(code)))
