"""Portrayals: how an article shows a person, body or place, by what stands near where it names them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.garbage import no_garbage_looked_for
from analysis.portraying.features import kind_of
from analysis.portraying.mentions import Mentions, mentions
from analysis.portraying.places import CODES, Pairs, pairs
from analysis.portraying.spoken import speakers
from analysis.portraying.surface import Numbers, Surface, surface
from analysis.portraying.weighing import shipped
from analysis.portraying.word_types import Known
from analysis.table import Column, Table
from analysis.tables import PORTRAYALS
from analysis.voice import HEADLINE, NARRATION, QUOTATION

_VOICES = np.array([NARRATION, QUOTATION, HEADLINE], dtype=object)
_COUNT = len(_VOICES)
MENTIONS = 2
"""An entity is one that an article names so often, or in its headline."""

UNSURE = 3.0
"""Mentions that say nothing, added to those counted, so that one mention does not pass for a whole portrayal."""
_UNDECIDED = 0.05
"""Values nearer to 0 are left out: they say neither well nor ill."""
_PARTIAL = 4
"""Quoted words that still speak of whoever is named outside the marks."""
_START = 0.2
"""Log odds that every mention begins with: news words near a name are ill more often than well (see docs/method.md)."""

PORTRAYED = Table(
    "portrayed",
    "the words that a portrayal was counted from",
    (
        Column("article", "text", "id of the article"),
        Column("entity", "text", "its name in this article: `named` in portrayals"),
        Column("voice", "text", "whose words: narration, quotation or headline"),
        Column(
            "start",
            "integer",
            "first character of the word, counted in the article's text (its title for voice headline)",
        ),
        Column("end", "integer", "one past its last character"),
        Column("sentence", "integer", "number of the sentence"),
        Column("category", "text", "about, does, done to or label"),
        Column("weight", "number", "what it adds to the value; all of an entity's and voice's weights add up to it"),
        Column("quote", "text", "the word itself"),
        Column("named", "integer", "first character of the mention that it stands near"),
    ),
)


@no_garbage_looked_for()
def portrayals(batch: Batch, *, least: int = MENTIONS) -> pd.DataFrame:
    """Return PORTRAYALS: for each entity of each article, how each voice shows it, -1 ill to 1 well.

    An entity is somebody or something that the article names `least` times or more, or in its headline; see
    `analysis.portraying` for how names, titles and pronouns are joined. The words of the sentence near each mention are
    weighed by weights learned from sentences in which people marked how somebody is shown: what they do and what is
    done to them, what they are called, and what is said near them. Names weigh nothing. Words in quotation marks count
    for the quoted voices, all others for the narration; the headline is apart. A mention's value is the chance of well
    less that of ill; the values are added and divided by their number and `UNSURE`. Two rows for each entity, and a
    third where the headline names it. The value is NaN where undecided, that is within `_UNDECIDED` of 0, or with
    nothing to weigh.
    """
    told = _told(batch)
    if told is None:
        return PORTRAYALS.empty()
    n, lean = _summed(told)
    shown = np.flatnonzero(_counted(told, least))
    headed = np.ones((len(n), _COUNT), dtype=bool)
    headed[:, -1] = np.bincount(told.found.entity, weights=told.words.headline[told.found.first], minlength=len(n))
    row = np.array([one.row for one in told.found.entities])[shown]
    name = np.array(_names(batch, told, shown), dtype=object)
    order = np.lexsort((name.astype(str), row)) if len(shown) else shown
    shown = shown[order]
    each = lean[shown].ravel()
    return PORTRAYALS.shaped(
        pd.DataFrame(
            {
                "entity": np.repeat(name[order], _COUNT),
                "article": np.repeat(batch.texts["article"].to_numpy()[row[order]], _COUNT),
                "voice": np.tile(_VOICES, len(shown)),
                "value": np.where(np.abs(each) < _UNDECIDED, np.nan, each),
                "n": n[shown].ravel(),
                "lean": each,
                "named": np.repeat(name[order], _COUNT),
            }
        )[headed[shown].ravel()].reset_index(drop=True)
    )


def _summed(told: "_Told") -> tuple[Numbers, npt.NDArray[np.float64]]:
    """Return for each entity and voice the number of mentions that say something, and their value."""
    size, mentions_ = len(told.found.entities), len(told.found.first)
    cell = told.around.mention * _COUNT + told.voice
    odds = np.bincount(cell, weights=told.weight, minlength=_COUNT * mentions_)
    says = np.bincount(cell, weights=told.weight != 0, minlength=_COUNT * mentions_) > 0
    of = np.repeat(told.found.entity * _COUNT, _COUNT) + np.tile(np.arange(_COUNT), mentions_)
    n = np.bincount(of, weights=says, minlength=_COUNT * size)
    value = np.bincount(of, weights=np.where(says, np.tanh((odds + _START) / 2), 0), minlength=_COUNT * size)
    lean = np.where(n > 0, value / (n + UNSURE), np.nan)
    return n.astype(np.int64).reshape(-1, _COUNT), lean.reshape(-1, _COUNT)


def portrayed_words(batch: Batch, *, least: int = MENTIONS) -> pd.DataFrame:
    """Return PORTRAYED: the words that made each value of `portrayals`; words that weigh nothing are left out.

    The weights of a mention's words are in proportion to what each adds to its log odds. What remains is the start
    that every mention has, the same for all: it has no row.
    """
    told = _told(batch)
    if told is None:
        return PORTRAYED.empty()
    words, found, around = told.words, told.found, told.around
    n, _ = _summed(told)
    cell = around.mention * _COUNT + told.voice
    odds = np.bincount(cell, weights=told.weight, minlength=_COUNT * len(found.first)) + _START
    share = np.tanh(odds / 2) / np.where(odds == 0, 1.0, odds)
    entity = found.entity[around.mention]
    weight = told.weight * share[cell] / (n[entity, told.voice] + UNSURE)
    kept = _counted(told, least)[entity] & (told.weight != 0)
    at = np.flatnonzero(kept)
    span = words.start[around.word[at]] * (np.int64(1) << 32) + words.end[around.word[at]]
    at = at[np.lexsort((span, around.mention[at]))]
    each = pd.DataFrame(
        {
            "mention": around.mention[at],
            "word": around.word[at],
            "code": around.code[at],
            "weight": weight[at],
        }
    )
    made = each.groupby(["mention", "word"]).agg(weight=("weight", "sum"), code=("code", "max")).reset_index()
    word, mention = made["word"].to_numpy(), made["mention"].to_numpy()
    names = dict(
        zip(
            wanted := sorted(set(entity[at].tolist())),
            _names(batch, told, np.array(wanted, dtype=np.int64)),
            strict=True,
        )
    )
    row = words.row[word]
    titles, texts = batch.texts["title"].tolist(), batch.texts["text"].tolist()
    source = [titles[r] if h else texts[r] for r, h in zip(row.tolist(), words.headline[word].tolist(), strict=True)]
    start, end = words.start[word], words.end[word]
    kinds = np.array([kind_of(code) for code in range(CODES)], dtype=object)
    known = Known(words.types, words.ids[word])
    function = known["preposition"] | known["determiner"] | known["auxiliary"] | known["subordinate"]
    return PORTRAYED.shaped(
        pd.DataFrame(
            {
                "article": batch.texts["article"].to_numpy()[row],
                "entity": [names[each] for each in found.entity[mention].tolist()],
                "voice": _VOICES[np.where(words.headline[word], 2, words.quoted[word])],
                "start": start,
                "end": end,
                "sentence": batch.tokens["sentence"].to_numpy()[word],
                "category": np.where(function, kinds[0], kinds[made["code"].to_numpy()]),
                "weight": made["weight"],
                "quote": [t[a:b] for t, a, b in zip(source, start.tolist(), end.tolist(), strict=True)],
                "named": words.start[found.proper[mention]],
            }
        )
    )


@dataclass(frozen=True, slots=True)
class _Told:
    words: Surface
    found: Mentions
    around: Pairs
    weight: npt.NDArray[np.float64]
    """For each pair: its log odds of well to ill."""

    voice: Numbers
    """For each pair: place in `_VOICES` of the word."""


def _told(batch: Batch) -> _Told | None:
    if not len(batch.words.type):
        return None
    words = surface(batch)
    found = mentions(words)
    if not len(found.first):
        return None
    inside = found.names.inside
    telling = shipped().telling(words, inside=inside)
    around = pairs(words, found.first, found.last, inside, telling=telling)
    own = _heard(words, found.first[around.mention], around.word)
    own &= speakers(batch, words, found)[around.word] != found.entity[around.mention]
    around = Pairs(around.mention[own], around.word[own], around.code[own])
    added = shipped().added(words, around, inside=inside)
    weight = (added[:, 2] - added[:, 0]).astype(np.float64)
    return _Told(words, found, around, weight, np.where(words.headline, 2, words.quoted)[around.word])


def _heard(words: Surface, first: Numbers, word: Numbers) -> npt.NDArray[np.bool_]:
    """Say which words speak of the mention at `first`: those in its voice, and a few in quotation marks beside it.

    ("called him “a liar”") A longer quotation is more often by than about whoever is named outside it.
    """
    new = np.ones(len(words.ids), dtype=bool)
    new[1:] = (words.quoted[1:] != words.quoted[:-1]) | (words.sentence[1:] != words.sentence[:-1])
    run = np.cumsum(new) - 1
    short = (np.bincount(run) <= _PARTIAL)[run]
    heard: npt.NDArray[np.bool_] = (words.quoted[first] == words.quoted[word]) | (words.quoted & short)[word]
    return heard


def _counted(told: _Told, least: int) -> npt.NDArray[np.bool_]:
    size = len(told.found.entities)
    times = np.bincount(told.found.entity, minlength=size)
    headed = np.bincount(told.found.entity, weights=told.words.headline[told.found.first], minlength=size)
    counted: npt.NDArray[np.bool_] = (times >= least) | (headed > 0)
    counted[told.found.entity[_introduced(told)]] = True
    return counted


def _introduced(told: _Told) -> npt.NDArray[np.bool_]:
    """Say which mentions are a full name with a title before it or a description after it ("Ana Rivera, a nurse")."""
    found, words = told.found, told.words
    person = np.array([one.kind in ("person", "unknown") for one in found.entities], dtype=bool)[found.entity]
    after = np.minimum(found.last + 1, len(words.ids) - 1)
    described = (
        words.breaks[after] & words.known()["article"][after] & (words.sentence[after] == words.sentence[found.last])
    )
    made: npt.NDArray[np.bool_] = person & (found.last > found.proper) & ((found.proper > found.first) | described)
    return made


def _names(batch: Batch, told: _Told, entities: Numbers) -> list[str]:
    """Return each entity's name as its article writes it."""
    titles, texts = batch.texts["title"].tolist(), batch.texts["text"].tolist()
    names = told.found.names
    made: list[str] = []
    for number in entities.tolist():
        one = told.found.entities[number]
        if one.example < 0:
            made.append(one.name)
            continue
        first, last = int(names.proper[one.example]), int(names.last[one.example])
        source = titles[one.row] if told.words.headline[first] else texts[one.row]
        last += int(one.led)  # the small word that makes another entity of a name: "Selby administration"
        text = source[int(told.words.start[first]) : int(told.words.end[last])]
        made.append(text.removesuffix("'s").removesuffix("’s"))
    return made
