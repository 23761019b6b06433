"""Parts at the body's end that speak of other names than the body does: the next story, another story's teaser."""

import re
from collections.abc import Iterator
from itertools import accumulate

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.prose import ends_in_full_stop, is_prose, words_in

FEWEST_NAMES = 3
"""Different names that a part must name before it may be foreign: with fewer it says too little of its subject."""

SHARED_NAMES = 0.1
"""The most of a foreign part's names that the body above names too."""

SHARED_WORDS = 0.2
"""The most of a foreign part's longer words that the body above uses too."""

MOST_SHARE = 0.8
"""Words of a foreign part for each word of the body above, at most."""

MOST_BREAKS = 30
"""Cut lines inside the body after which a foreign part is looked for."""

LABELS = 0.3
"""The least share of a foreign part's lines that are no sentences: headlines and labels of other stories."""

FEWEST_WORDS = 120
"""Words of body above without which nothing can be compared."""

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")
_CALENDAR = frozenset(
    name[:6]
    for name in "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_LONG = re.compile(r"\w{5,}")


def _foreign(draft: Draft) -> Iterator[int]:
    """Cut the rest of the body below the first cut line after which it shares neither names nor words with the body."""
    if draft.settled:
        return
    held = draft.held
    texts = [draft.text(number) for number in held]
    sizes = list(accumulate(map(words_in, texts), initial=0))
    plain = list(accumulate((not is_prose(text) and not ends_in_full_stop(text) for text in texts), initial=0))
    breaks = [place for place in range(1, len(held)) if held[place] != held[place - 1] + 1]
    for place in [place for place in breaks if sizes[place] >= FEWEST_WORDS][:MOST_BREAKS]:
        part = texts[place:]
        labels = plain[-1] - plain[place]
        if sizes[-1] - sizes[place] > MOST_SHARE * sizes[place] or labels < LABELS * len(part):
            continue
        if _is_foreign(part, texts[:place]):
            yield from held[place:]
            return


def _is_foreign(part: list[str], above: list[str]) -> bool:
    names, known = _names(part), _words(_NAME, above)
    words, used = _words(_LONG, part), _words(_LONG, above)
    if len(names) < FEWEST_NAMES or not words:
        return False
    return len(names & known) <= SHARED_NAMES * len(names) and len(words & used) <= SHARED_WORDS * len(words)


def _names(lines: list[str]) -> set[str]:
    """Return the capitalised words of running text that open no sentence and are no month or day of the week."""
    found: set[str] = set()
    for line in lines:
        opening = {match.end() for match in re.finditer(r"(?:\A|[.!?:]\s+)[\"“‘'(]*", line)}
        if is_prose(line):
            found |= {m.group().casefold()[:6] for m in _NAME.finditer(line) if m.start() not in opening}
    return found - _CALENDAR


def _words(pattern: re.Pattern[str], lines: list[str]) -> set[str]:
    size = 6 if pattern is _NAME else 5
    return {word.casefold()[:size] for line in lines for word in pattern.findall(line)}


OTHER_SUBJECT = Rule(
    name="other subject",
    meaning="The rest below a line that was cut inside the body, where it shares hardly a name or word with the body.",
    apply=_foreign,
)
