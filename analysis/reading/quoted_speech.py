"""Giving the quotations of a body to their speakers.

A quotation is given to the reporting verb beside it: the one after a mark that ends in a comma ("…,” said X"), else the
one before it, else the next in its sentence. A sentence that is all quotation goes on with the speaker before it. A
word or a fragment in marks with nobody speaking in the sentence ("scare quotes") and the title of a work are the
outlet's own words and no quotation.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from analysis.reading import noun_phrases
from analysis.reading.narration import Narration
from analysis.reading.quotations import Quotation
from analysis.reading.speakers import NAMED, Speaker, Speakers
from analysis.reading.subjects import Cue, first_subject
from analysis.reading.word_kinds import CLAUSE, CONNECTOR, COORDINATOR, DETERMINER, NUMERAL, PREPOSITION

_SIGNATURE = re.compile(
    r"[”\"’'»]{1,2}\s*[—–―-]{1,2}\s*(?P<name>[A-Z][^\s,]+(?: [A-Z][^\s,]*| (?:de|von|van|la)){1,3})\.?(?=\n|,|$)"
)

_SCARE_WORDS = 4
"""A quotation of at most so many words needs somebody speaking in its sentence."""


class Quoted(NamedTuple):
    """One row of VOICES for a quotation, without its article."""

    start: int
    end: int
    speaker: str | None
    naming: str | None
    cue: str | None


def cue_words(narration: Narration, cue: Cue) -> str:
    """Return the words of a cue, as they stand in the `cue` columns."""
    words = narration.words
    return words[cue.first] if cue.first == cue.last else " ".join(words[cue.first : cue.last + 1])


class GivenQuotations:
    """The quotations of one body while they are given to their speakers, in order."""

    def __init__(
        self,
        narration: Narration,
        raw: list[Quotation],
        extents: list[tuple[int, int]],
        found: list[Cue],
        resolved: list[Speaker | None],
        sentences: Sequence[tuple[int, int, int]],
        speakers: Speakers,
    ) -> None:
        self._n = narration
        self._raw = raw
        self._extents = extents
        self._cues = found
        self._resolved = resolved
        self._sentences = sentences
        self._speakers = speakers
        self._places = [cue.first for cue in found]
        self.used: set[int] = set()

    def rows(self) -> list[Quoted]:
        """Return the rows of VOICES; afterwards `used` holds the numbers of the cues that got a quotation."""
        rows: list[Quoted] = []
        last: tuple[int, Quoted] | None = None  # the latest quotation kept, with its last word
        for number, quotation in enumerate(self._raw):
            first, beyond = self._extents[number]
            if first == beyond:
                continue
            cue = self._cue(number)
            signed = self._signed(number)
            if signed:
                row = self._row(quotation, signed, None)
                rows.append(row)
                last = (beyond - 1, row)
                continue
            speaker: Speaker | None = None
            if cue is not None and self._title(number) and not self._beside(cue, number):
                continue
            if cue is not None:
                speaker = self._resolved[cue]
                self.used.add(cue)
                row = self._row(quotation, speaker, cue_words(self._n, self._cues[cue]))
            elif self._own_words(number) and self._announced(number) is None:
                continue
            else:
                row = self._continued(number, last)
            rows.append(row)
            last = (beyond - 1, row)
        return rows

    def _signed(self, number: int) -> Speaker | None:
        """Return whose name follows a dash: “…” — Ann Lee, at the end of the paragraph."""
        quotation = self._raw[number]
        found = _SIGNATURE.match(self._n.text, quotation.end)
        return Speaker(found["name"], NAMED) if found else None

    @staticmethod
    def _row(quotation: Quotation, speaker: Speaker | None, cue: str | None) -> Quoted:
        name, naming = speaker if speaker else (None, None)
        return Quoted(quotation.start, quotation.end, name, naming, cue)

    def _cue(self, number: int) -> int | None:
        """Return the number of the cue that the quotation belongs to, None where its sentences hold none."""
        n = self._n
        first, beyond = self._extents[number]
        quotation = self._raw[number]
        before = bisect_left(self._places, first) - 1
        if before >= 0 and n.sentence[self._cues[before].first] != n.sentence[first]:
            before = -1
        after = bisect_left(self._places, beyond)
        if after < len(self._cues) and n.sentence[self._cues[after].first] != n.sentence[beyond - 1]:
            after = len(self._cues)
        has_before, has_after = before >= 0, after < len(self._cues)
        while has_after and self._resolved[after] is None and after + 1 < len(self._cues):  # “…”, they agreed, he added
            if n.sentence[self._cues[after + 1].first] != n.sentence[beyond - 1]:
                break
            after += 1
        if has_after and self._ends_open(quotation) and self._near_after(after, beyond):
            return after
        if has_after and not has_before:
            return after
        if has_before and self._cues[before].source is None and has_after and self._cues[after].source is not None:
            return after
        if has_before:
            return before
        if has_after:
            return after
        return None

    def _ends_open(self, quotation: Quotation) -> bool:
        """Return whether the quotation ends as it does before "said X": a comma, ? or ! inside, or a comma after."""
        text = self._n.text
        tail = text[max(quotation.start, quotation.end - 3) : quotation.end].rstrip(" ’'\"”*")
        return tail.endswith((",", "?", "!", "—", "–", "-")) or text[quotation.end + 1 : quotation.end + 2] == ","

    def _near_after(self, number: int, beyond: int) -> bool:
        """Return whether the cue follows the mark with its source: “…,” said X and “…,” X said, not “…,” calling it."""
        cue = self._cues[number]
        if cue.source is None:
            return cue.first - beyond <= 1
        return cue.source.first >= beyond and min(cue.first, cue.source.first) - beyond <= 2

    def _beside(self, cue: int, number: int) -> bool:
        """Return whether the cue stands right at one of the two marks, which makes even a title-like phrase speech."""
        first, beyond = self._extents[number]
        return first - 2 <= self._cues[cue].last < first or self._near_after(cue, beyond)

    def _own_words(self, number: int) -> bool:
        """Return whether words in marks with nobody speaking beside them are the outlet's own."""
        n = self._n
        first, beyond = self._extents[number]
        if self._stands_alone(number) or self._raw[number].continues:
            return False
        return beyond - first <= _SCARE_WORDS or (n.sentence[first] == n.sentence[beyond - 1] and self._title(number))

    def _title(self, number: int) -> bool:
        """Return whether the words look like the title of a work: all but the function words begin with a capital."""
        n = self._n
        first, beyond = self._extents[number]
        if beyond - first > 10 or not n.capitals[first]:
            return False
        small = DETERMINER | PREPOSITION | CONNECTOR | COORDINATOR | CLAUSE
        telling = [index for index in range(first, beyond) if not n.kinds[index] & small]
        return (len(telling) > 1 or not n.begins(first)) and all(
            n.capitals[index] or n.kinds[index] & NUMERAL for index in telling
        )

    def _stands_alone(self, number: int) -> bool:
        """Return whether the quotation fills its sentences."""
        n = self._n
        first, beyond = self._extents[number]
        return n.begins(first) and (beyond == n.size or n.begins(beyond))

    def _announced(self, number: int) -> Speaker | None:
        """Return who is announced by a colon: "X: “…”", or "X wrote:" at the end of the paragraph before."""
        n = self._n
        first, _ = self._extents[number]
        if first == 0 or ":" not in n.gap(first - 1) or n.quoted[first - 1] >= 0:
            return None
        cue = self._announcing(first)
        if cue is not None:
            return self._resolved[cue]
        source = noun_phrases.before(n, first - 1)
        opens = source is not None and (source.first == 0 or not n.together(source.first - 1, source.first))
        return self._speakers.resolve(source) if source and opens and source.form == "name" else None

    def _announcing(self, first: int) -> int | None:
        """Return the number of the cue of the sentence that a colon ends before word `first`."""
        n = self._n
        before = bisect_right(self._places, first) - 1
        return before if before >= 0 and n.sentence[self._cues[before].first] == n.sentence[first - 1] else None

    def _goes_on(self, number: int, last: tuple[int, Quoted] | None) -> bool:
        """Return whether the quotation opens the sentence after that of the quotation before, in one paragraph."""
        n = self._n
        first, _ = self._extents[number]
        if last is None or (first and n.sentence[first - 1] == n.sentence[first]):
            return False
        here, there = n.sentence[first], n.sentence[last[0]]
        return here - there <= 1 and self._sentences[here][2] == self._sentences[there][2]

    def _continued(self, number: int, last: tuple[int, Quoted] | None) -> Quoted:
        """Return the row of a quotation without a cue: the speaker before it goes on where nothing stands between."""
        n = self._n
        quotation = self._raw[number]
        first, _ = self._extents[number]
        announced = self._announced(number)
        if announced:
            cue = self._announcing(first)
            if cue is not None:
                self.used.add(cue)
            return self._row(quotation, announced, None if cue is None else cue_words(n, self._cues[cue]))
        if not (self._stands_alone(number) or quotation.continues or self._goes_on(number, last)):
            source = first_subject(n, first)
            speaker = self._speakers.resolve(source) if source else None
            person = speaker is not None and self._speakers.is_person(speaker.name)
            return self._row(quotation, speaker if person else None, None)
        sentence = n.sentence[first]
        here = self._sentences[sentence][2]
        if last is not None:
            word, row = last
            between = n.sentence[first] - n.sentence[word]
            if between <= 1 or quotation.continues:
                return Quoted(quotation.start, quotation.end, row.speaker, row.naming, None)
        before = bisect_right(self._places, first) - 1
        if before >= 0 and sentence - n.sentence[self._cues[before].first] <= 1:
            return self._row(quotation, self._resolved[before], None)
        if last is not None and here - self._sentences[n.sentence[last[0]]][2] <= 1:
            row = last[1]
            return Quoted(quotation.start, quotation.end, row.speaker, row.naming, None)
        return self._row(quotation, None, None)
