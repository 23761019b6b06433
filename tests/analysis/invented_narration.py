"""A `Narration` of a text, for the tests of what reads one."""

from bisect import bisect_left

from analysis.reading.narration import Narration
from analysis.reading.quotations import quotations
from analysis.reading.sentences import sentence_spans
from analysis.reading.tokens import tokenise


def narration(text):
    tokens = tokenise(text)
    starts = [start for start, _, _ in sentence_spans(text)]
    quoted = [-1] * len(tokens.starts)
    for number, span in enumerate(quotations(text)):
        first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
        quoted[first:last] = [number] * (last - first)
    return Narration(text, tokens, sentence=[bisect_left(starts, at + 1) - 1 for at in tokens.starts], quoted=quoted)


def shown(read, source):
    """Return the words of a source."""
    return None if source is None else read.text[slice(*read.span(source.first, source.last))]
