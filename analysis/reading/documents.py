"""Documents as sources: whose report it is, and reports that hide which newspaper they stand in."""

from analysis.reading import noun_phrases
from analysis.reading.narration import Narration, source_nouns
from analysis.reading.proper_names import Source, is_name, name_run, named
from analysis.reading.word_kinds import HAVE, OWNED

_BY = frozenset({"by", "from"})
_MADE = frozenset(
    {"written", "published", "released", "issued", "compiled", "prepared", "made", "filed", "signed", "sent"}
)
_PRESS = frozenset({"media", "press", "news"})


def owner_of(narration: Narration, source: Source) -> Source | None:
    """Return who made the document that a phrase turns on: "a report by X", "X’s report"; None where it is not said."""
    words = narration.words
    for index in range(source.first, source.head):
        if not narration.kinds[index] & OWNED or narration.kinds[index] & HAVE:
            continue
        noun = words[index].removesuffix("'s")
        if narration.capitals[index] and noun not in source_nouns():
            first = name_run(narration, index, step=-1)
            return named(narration, max(first, source.first), index)
        if noun in source_nouns() and source_nouns()[noun].kind != "document":
            return Source(source.first, index, "noun", index, source.first)
    index = source.head + 1
    if narration.joins[source.head] and words[index] in _MADE:  # not "seen by"
        index += 1
    if not narration.joins[index - 1] or words[index] not in _BY or not narration.joins[index]:
        return None
    found = noun_phrases.after(narration, index + 1)
    own = found is not None and (is_name(narration, found.head) or found.form == "noun")
    return found if own and found is not None and not _document(narration, found) else None


def _document(narration: Narration, source: Source) -> bool:
    noun = source_nouns().get(narration.words[source.head])
    return noun is not None and noun.kind == "document"


def tells_of_the_press(narration: Narration, source: Source, *, plural: bool) -> bool:
    """Return whether the phrase means press reports without saying whose: "media reports", "reports"."""
    words = narration.words[source.first : source.head + 1]
    return not _PRESS.isdisjoint(words) or (
        plural and words[-1] in ("reports", "accounts", "stories", "papers") and len(words) == 1
    )
