"""The word types of portrayals: what is known of a word whoever writes it, looked up once for each word."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.facts.stems import Stemmed, stem
from analysis.portraying.tones import tones_of

Numbers = npt.NDArray[np.int64]

_MOST = 1 << 17
"""Words kept; past that the table begins anew."""

NAME, NUMBER = "<name>", "<number>"
"""What stands in the place of a name and of a number."""

_MONTHS_DAYS = (
    "january february march april june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NEGATIONS = "not no never without nobody none nothing neither nor cannot hardly barely"
_BE = "is was are were be been being get got gets getting"
_AUXILIARIES = (
    "has have had having do does did will would can could may might shall should must to"
    " also just still now then already again even ever only once"
)
_PREPOSITIONS = (
    "of to with for on at in by from against about over toward towards like than as between into under after before"
    " behind"
)
_DETERMINERS = "the a an this that his their its our your my own some any"
_SUBORDINATE = (
    "that which who whose whom because while although though but if when where as after before since unless and"
)
_ARTICLES = "a an the"
_PARTICLES = "de la del van von der den al bin ibn du"
_OF = "of for on the"
_NOT_NAMES = "i i'm i've i'd i'll"
_COUNTS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
)
_GROUPS = "administration campaign government team family supporters officials aides allies voters lawmakers era"
_INSTITUTIONS = (
    "administration agency airline army assembly association authority bank board bureau chamber church club"
    " coalition college commission committee company corporation council court department federation force foundation"
    " government hospital institute league library ministry museum navy office parliament police regulator school"
    " senate society tribunal trust union university watchdog"
)

FLAGS: tuple[tuple[str, str], ...] = (
    ("negation", _NEGATIONS),
    ("be", _BE),
    ("auxiliary", f"{_BE} {_AUXILIARIES} {_NEGATIONS}"),
    ("preposition", _PREPOSITIONS),
    ("determiner", _DETERMINERS),
    ("subordinate", _SUBORDINATE),
    ("article", _ARTICLES),
    ("particle", _PARTICLES),
    ("of", _OF),
    ("joint", f"{_PARTICLES} {_OF} and"),
    ("never_name", f"{_MONTHS_DAYS} {_NOT_NAMES}"),
    ("he", "he him his himself"),
    ("she", "she her hers herself"),
    ("he title", "mr sir lord king prince baron"),
    ("she title", "mrs ms miss lady dame queen princess baroness"),
    ("the", "the"),
    ("institution", _INSTITUTIONS),
    ("group", _GROUPS),
)
"""Small classes of words: name of the class and its words."""

LINKS: tuple[str, ...] = ("", *_PREPOSITIONS.split())
"""The words that link a name to the word before it; "" is none."""

_RECORD = np.dtype(
    [
        *((name, np.bool_) for name, _ in FLAGS),
        *((name, np.bool_) for name in ("possessive", "number", "ends_ed", "inflected", "initial")),
        *((name, np.bool_) for name in ("title", "body", "starter", "listed", "ordinary", "named")),
        *((name, np.int32) for name in ("link", "bare", "stem", "tones", "shown")),
    ]
)


class Types(dict[str, int]):
    """Numbers of words, in the order in which they came, and what is known of each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.stems: dict[str, int] = {}
        self.tones: dict[tuple[str, ...], int] = {(): 0}
        self._made: list[tuple[Any, ...]] = []
        self._known = np.zeros(0, dtype=_RECORD)

    def __missing__(self, word: str) -> int:
        bare = _bare(word)
        number = len(self.words)
        self[word] = number
        self.words.append(word)
        self._made.append(())
        own = number if bare == word else self[bare]
        self._made[number] = self._described(word, bare, number, own)
        return number

    def known(self) -> npt.NDArray[Any]:
        """Return one record for each word."""
        if len(self._known) < len(self.words):
            self._known = np.concatenate((self._known, np.array(self._made[len(self._known) :], dtype=_RECORD)))
        return self._known

    def _described(self, word: str, bare: str, number: int, own: int) -> tuple[Any, ...]:
        flags = _flags()
        known = flags.get(word, 0)
        if word.endswith("n't"):
            known |= flags["not"]
        elif word.endswith("ly"):
            known |= 1 << _NAMES.index("auxiliary")
        lists = _lists().get(bare, 0)
        root = stem(bare) if bare.isalpha() else bare
        return (
            *(bool(known >> bit & 1) for bit in range(len(_NAMES))),
            bare != word,
            word[:1].isdigit() or word[:1] in "$£€¥",
            word.endswith(("ed", "en")),
            bare.endswith(("ing", "ed", "ly", "s")),
            len(bare.rstrip(".")) == 1,
            *(bool(lists >> bit & 1) for bit in range(4)),
            bare not in _named() and bool(_ordinary().having(root)),
            bare in _named(),
            LINKS.index(word) if word in LINKS else 0,
            own,
            self.stems.setdefault(root, len(self.stems)),
            self.tones.setdefault(tones_of(bare), len(self.tones)),
            self[shown] if (shown := _SHOWN.get(word)) else number,
        )


class Known:
    """What is known of some words: a column at a time, since whole records are slow to copy."""

    def __init__(self, table: Types, ids: Numbers) -> None:
        self._records, self._ids = table.known(), ids

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """Return a new column: one entry for each word."""
        column: npt.NDArray[Any] = self._records[name][self._ids]
        return column


_SHOWN = {"she": "he", "her": "his", "hers": "his", "him": "his", "herself": "himself"}
_NAMES = tuple(name for name, _ in FLAGS)


def numbered(words: Sequence[str]) -> tuple[Numbers, Types]:
    """Return the number of each word in the table of types, and the table; numbers of an older table are void."""
    table = _table()
    if len(table) > _MOST:
        _table.cache_clear()
        table = _table()
    return np.fromiter(map(table.__getitem__, words), dtype=np.int64, count=len(words)), table


@cache
def _table() -> Types:
    return Types()


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("s'") else word


@cache
def _flags() -> dict[str, int]:
    found: dict[str, int] = {}
    for bit, (_, words) in enumerate(FLAGS):
        for word in words.split():
            found[word] = found.get(word, 0) | 1 << bit
    return found


@cache
def _lists() -> dict[str, int]:
    starters = wordlists.column("function_words") | wordlists.column("sentence_starters")
    starters |= wordlists.column("fact_stopwords")
    titles = frozenset(row[0].split()[-1] for row in wordlists.rows("titles")) - {"state"}
    ordinary = {word for row in wordlists.rows("concepts") for word in row[3].split(", ") if word.isalpha()}
    found: dict[str, int] = {}
    for bit, words in enumerate((titles, wordlists.column("body_words"), starters, ordinary)):
        for word in words:
            found[word] = found.get(word, 0) | 1 << bit
    return found


@cache
def _ordinary() -> Stemmed:
    """Return the words that have a capital only where any word has one."""
    found = set(_COUNTS.split())
    for name, columns in _ORDINARY:
        for row in wordlists.rows(name):
            said = " ".join(row[column] for column in columns if column < len(row))
            found.update(word for word in said.lower().replace("|", " ").split() if word.isalpha())
    return Stemmed(found)


_ORDINARY = (
    ("fact_stopwords", (0,)),
    ("function_words", (0,)),
    ("sentence_starters", (0,)),
    ("clause_words", (0,)),
    ("irregular_verbs", (0, 1, 2)),
    ("reporting_verbs", (0,)),
    ("tones", (1,)),
    ("source_nouns", (0,)),
    ("count_nouns", (0,)),
    ("nominalisations", (0, 1, 2)),
    ("passive_verbs", (0,)),
)
"""Lists of words that are no names, and which of their columns hold them."""


@cache
def _named() -> frozenset[str]:
    """Return listed first names, and words that alone name a place or a body."""
    listed = [row[2] for row in wordlists.rows("places")] + [row[1] for row in wordlists.rows("body_names")]
    return wordlists.column("first_names") | {form.lower() for forms in listed for form in forms.split(", ")}
