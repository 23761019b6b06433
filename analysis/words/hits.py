"""Where the terms of a lexicon stand in a batch: whole words, longest first, names and guarded contexts left out."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.table import Column, Table
from analysis.words.context import Context, context_of
from analysis.words.lexicon import Entry, Lexicon

HITS = Table(
    "hits",
    "words and phrases of a lexicon found in a batch",
    (
        Column("article", "text", "id of the article"),
        Column("sentence", "integer", "number of the sentence; -1 in the title"),
        Column("start", "integer", "first character, in the text (in the title for voice headline)"),
        Column("end", "integer", "one past the last character; a possessive 's is left out"),
        Column("category", "text", "category of the term"),
        Column("weight", "number", "weight of the term, 0 to 1"),
        Column("voice", "text", "narration, quotation or headline"),
        Column("term", "text", "the term as the lexicon lists it"),
        Column("first", "integer", "row of its first word in the batch's tokens"),
        Column("last", "integer", "row of its last word in the batch's tokens"),
    ),
)


def find_hits(batch: Batch, lexicon: Lexicon) -> pd.DataFrame:
    """Return HITS, sorted by article (in the order of the batch), sentence and start.

    A phrase never runs over a sentence, a change of voice or a mark other than a hyphen or apostrophe ("far-right" is
    "far right"). Of overlapping hits the leftmost counts, of those the longest; a hit that a guard or the name rule
    refuses frees its words for others. A word that several categories share gives a row for each.

    The name rule: unless the lexicon keeps names, a single word is a name, and no hit, when it stands with a capital in
    mid-sentence (unless it is all capitals, or most words of the sentence have capitals, as in many headlines), or
    opens a sentence or stands in such a headline and the article elsewhere uses it as a name only.
    """
    if batch.tokens.empty:
        return HITS.empty()
    context = context_of(batch)
    found = np.array(
        lexicon.automaton.find_matches_as_indexes(context.joined, overlapping=True), dtype=np.int64
    ).reshape(-1, 3)
    firsts = np.searchsorted(context.at, found[:, 1] + 1)
    lasts = np.searchsorted(context.at, found[:, 2] - 1) - 1
    rows: list[tuple[int, int, Entry]] = []
    free = 0
    for at in np.lexsort((-lasts, firsts)).tolist():
        first, last = int(firsts[at]), int(lasts[at])
        if first < free:
            continue
        name = first == last and not lexicon.names and context.is_name(first)
        entries = [
            entry
            for entry in (lexicon.entries[number] for number in lexicon.entries_of[int(found[at, 0])])
            if not (name and "name" not in entry.guards) and _stands(context, entry, first=first, last=last)
        ]
        if entries:
            rows += [(first, last, entry) for entry in entries]
            free = last + 1
    return _frame(rows, context, batch.tokens)


def _stands(context: Context, entry: Entry, *, first: int, last: int) -> bool:
    """Say whether no guard of the entry refuses a hit on the words `first` to `last`."""
    guards = entry.guards
    if not guards:
        return True
    before, after = _guarded(context.before(first)), _guarded(context.after(last))
    if before in guards.get("not_after", ()) or after in guards.get("not_before", ()):
        return False
    if ("only_after" in guards and before not in guards["only_after"]) or (
        "only_before" in guards and after not in guards["only_before"]
    ):
        return False
    return "not_with" not in guards or guards["not_with"].isdisjoint(context.sentence_words(first))


def _guarded(word: str) -> str:
    """Return what guards compare: the word, or "#" where it has a digit."""
    return word if word.isalpha() or not any(map(str.isdigit, word)) else "#"


def _frame(rows: list[tuple[int, int, Entry]], context: Context, tokens: pd.DataFrame) -> pd.DataFrame:
    if not rows:
        return HITS.empty()
    firsts: npt.NDArray[np.int64] = np.array([r[0] for r in rows])
    lasts: npt.NDArray[np.int64] = np.array([r[1] for r in rows])
    of_token = tokens.iloc[firsts]
    columns = {
        "article": of_token["article"].array,
        "sentence": of_token["sentence"].array,
        "start": of_token["start"].array,
        "end": context.ends[lasts],
        "category": [r[2].category for r in rows],
        "weight": [r[2].weight for r in rows],
        "voice": of_token["voice"].array,
        "term": [r[2].term for r in rows],
        "first": firsts,
        "last": lasts,
    }
    return HITS.shaped(pd.DataFrame(columns))
