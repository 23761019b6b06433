"""The word types of portrayals: what is known of a word whoever writes it, looked up once for each word."""

from collections.abc import Mapping, Sequence
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

_DEPARTMENTS = (
    "state defense defence treasury energy labor labour education commerce agriculture interior health transportation"
    " transport justice finance homeland foreign trade veterans"
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
    ("department", _DEPARTMENTS),
)
"""Small classes of words: name of the class and its words."""

LINKS: tuple[str, ...] = ("", *_PREPOSITIONS.split())
"""The words that link a name to the word before it; "" is none."""

_NAMES = tuple(name for name, _ in FLAGS)

_BITS: Mapping[str, int] = {
    name: 1 << bit
    for bit, name in enumerate(
        (
            *(*_NAMES, "title", "body", "starter", "listed"),
            *("possessive", "number", "ends_ed", "inflected", "initial", "ordinary", "named", "first name"),
        )
    )
}
"""The bit of each thing that is known of a word as yes or no."""

_COLUMNS = ("flags", "link", "bare", "stem", "tones", "shown")
"""What is known of a word in numbers: its bits, and places in `LINKS`, words, stems, tones and words."""


class Types(dict[str, int]):
    """Numbers of words, in the order in which they came, and what is known of each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.stems: dict[str, int] = {}
        self.tones: dict[tuple[str, ...], int] = {(): 0}
        self._made: list[tuple[int, ...]] = []
        self._columns = np.zeros((len(_COLUMNS), 0), dtype=np.int32)

    def __missing__(self, word: str) -> int:
        bare = _bare(word)
        number = len(self.words)
        self[word] = number
        self.words.append(word)
        self._made.append(())
        own = number if bare == word else self[bare]
        self._made[number] = self._described(word, bare, number, own)
        return number

    def column(self, name: str) -> npt.NDArray[np.int32]:
        """Return one of `_COLUMNS`, an entry for each word."""
        made = self._columns.shape[1]
        if made < len(self.words):
            more = np.array(self._made[made:], dtype=np.int32).T
            self._columns = np.concatenate((self._columns, more), axis=1)
        column: npt.NDArray[np.int32] = self._columns[_COLUMNS.index(name)]
        return column

    def _described(self, word: str, bare: str, number: int, own: int) -> tuple[int, ...]:
        known = _flags().get(word, 0) | _lists().get(bare, 0)
        if word.endswith("n't"):
            known |= _flags()["not"]
        elif word.endswith("ly"):
            known |= _BITS["auxiliary"]
        root = stem(bare) if bare.isalpha() else bare
        if bare != word:
            known |= _BITS["possessive"]
        if word[:1] in _OPENS_NUMBER or word[:1].isdigit():
            known |= _BITS["number"]
        if word.endswith(("ed", "en")):
            known |= _BITS["ends_ed"]
        if bare.endswith(("ing", "ed", "ly", "s")):
            known |= _BITS["inflected"]
        if len(bare.rstrip(".")) == 1:
            known |= _BITS["initial"]
        if bare in wordlists.column("first_names"):
            known |= _BITS["first name"]
        if bare in _named():
            known |= _BITS["named"]
        elif _ordinary().having(root):
            known |= _BITS["ordinary"]
        return (
            known,
            _link_numbers().get(word, 0),
            own,
            self.stems.setdefault(root, len(self.stems)),
            self.tones.setdefault(tones_of(bare), len(self.tones)),
            self[shown] if (shown := _SHOWN.get(word)) else number,
        )


class Known:
    """What is known of some words, a column at a time."""

    def __init__(self, table: Types, ids: Numbers) -> None:
        self._table, self._ids = table, ids
        self._flags = table.column("flags")[ids]

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """Return a new column, True or False or a number of `_COLUMNS`: one entry for each word."""
        bit = _BITS.get(name)
        column: npt.NDArray[Any] = self._table.column(name)[self._ids] if bit is None else (self._flags & bit) != 0
        return column


_OPENS_NUMBER = frozenset("$£€¥")
_SHOWN = {"she": "he", "her": "his", "hers": "his", "him": "his", "herself": "himself"}


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
    for name, words in FLAGS:
        for word in words.split():
            found[word] = found.get(word, 0) | _BITS[name]
    return found


@cache
def _link_numbers() -> dict[str, int]:
    return {word: number for number, word in enumerate(LINKS)}


@cache
def _lists() -> dict[str, int]:
    starters = wordlists.column("function_words") | wordlists.column("sentence_starters")
    starters |= wordlists.column("fact_stopwords")
    titles = frozenset(row[0].split()[-1] for row in wordlists.rows("titles")) - {"state"}
    ordinary = {word for row in wordlists.rows("concepts") for word in row[3].split(", ") if word.isalpha()}
    found: dict[str, int] = {}
    named = {"title": titles, "body": wordlists.column("body_words"), "starter": starters, "listed": ordinary}
    for name, words in named.items():
        for word in words:
            found[word] = found.get(word, 0) | _BITS[name]
    return found


@cache
def _ordinary() -> Stemmed:
    """Return the words that have a capital only where any word has one."""
    cells = [
        row[column]
        for name, columns in _ORDINARY
        for row in wordlists.rows(name)
        for column in columns
        if column < len(row)
    ]
    said = set(" ".join((_COUNTS, *cells)).lower().replace("|", " ").split())
    return Stemmed(filter(str.isalpha, said))


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
