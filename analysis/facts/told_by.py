"""Who tells a sentence: the outlet itself, or somebody it quotes or reports."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.batch import Batch
from analysis.facts.telling import Telling
from analysis.voice import QUOTATION

MOSTLY = 0.5
"""Share of a sentence inside quotation marks from which it is somebody else's."""


class Teller(NamedTuple):
    """Who tells a sentence."""

    attributed: bool
    speaker: str | None
    """As the text names them; None for the outlet itself, and where nobody is found."""


class Tellers:
    """Looks up the tellers of the sentences of a batch."""

    def __init__(self, batch: Batch) -> None:
        quoted = batch.voices[batch.voices["voice"] == QUOTATION]
        self._quoted: dict[str, list[tuple[int, int, str | None]]] = {}
        speakers = quoted["speaker"].astype(object).where(quoted["speaker"].notna(), None)
        for article, start, end, who in zip(quoted["article"], quoted["start"], quoted["end"], speakers, strict=True):
            self._quoted.setdefault(str(article), []).append((int(start), int(end), who))
        self._reported: dict[tuple[str, int], str] = {}
        heard = batch.attributions
        for article, number, who in zip(heard["article"], heard["sentence"], heard["speaker"], strict=True):
            self._reported.setdefault((str(article), int(number)), str(who))

    def teller(self, sentence: Telling) -> Teller:
        """Return who tells a sentence: attributed where most of it is quoted, or a reporting verb or phrase says so."""
        start, end = sentence.start, sentence.end
        inside = [
            (min(b, end) - max(a, start), who)
            for a, b, who in self._quoted.get(sentence.article, ())
            if a < end and b > start
        ]
        speaker = next((who for _, who in inside if who), None)
        if sum(length for length, _ in inside) >= MOSTLY * (end - start):
            return Teller(True, speaker)
        reported = self._reported.get((sentence.article, sentence.sentence))
        return Teller(True, speaker or reported or None) if reported is not None else Teller(False, None)

    def quotes(self, sentence: Telling, places: Sequence[int]) -> bool:
        """Return whether most of these places in the text of the sentence's article stand in quotation marks."""
        inside = [
            (a, b) for a, b, _ in self._quoted.get(sentence.article, ()) if a < sentence.end and b > sentence.start
        ]
        return sum(any(a <= place < b for a, b in inside) for place in places) > MOSTLY * len(places)
