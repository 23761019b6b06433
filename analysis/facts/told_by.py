"""Who tells a sentence: the outlet itself, or somebody it quotes or reports."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.batch import Batch
from analysis.facts.telling import Telling
from analysis.reading.quotations import quotations
from analysis.reading.tokens import Tokens
from analysis.reading.voices import voiced
from analysis.voice import QUOTATION

MOSTLY = 0.5
"""Share of a sentence inside quotation marks from which it is somebody else's."""


class Teller(NamedTuple):
    """Who tells a sentence."""

    attributed: bool
    speaker: str | None
    """As the text names them; None for the outlet itself, and where nobody is found."""


class Tellers:
    """Looks up the tellers of the sentences of a batch; each article is read once, when first asked for."""

    def __init__(self, batch: Batch) -> None:
        articles = [str(article) for article in batch.texts["article"]]
        self._texts = dict(zip(articles, zip(batch.texts["text"], batch.texts["headings"], strict=True), strict=True))
        self._sentences = dict(tuple(batch.sentences.groupby("article", sort=False)))
        self._tokens = dict(tuple(batch.tokens[batch.tokens["sentence"] >= 0].groupby("article", sort=False)))
        quoted = batch.voices[batch.voices["voice"] == QUOTATION]
        self._quoted: dict[str, list[tuple[int, int, str | None]]] = {}
        speakers = quoted["speaker"].astype(object).where(quoted["speaker"].notna(), None)
        for article, start, end, who in zip(quoted["article"], quoted["start"], quoted["end"], speakers, strict=True):
            self._quoted.setdefault(str(article), []).append((int(start), int(end), who))
        self._reported: dict[str, dict[int, str]] = {}

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
        reported = self._reporting(sentence.article).get(sentence.sentence)
        return Teller(True, speaker or reported or None) if reported is not None else Teller(False, None)

    def quotes(self, sentence: Telling, places: Sequence[int]) -> bool:
        """Return whether most of these places in the text of the sentence's article stand in quotation marks."""
        inside = [
            (a, b) for a, b, _ in self._quoted.get(sentence.article, ()) if a < sentence.end and b > sentence.start
        ]
        return sum(any(a <= place < b for a, b in inside) for place in places) > MOSTLY * len(places)

    def _reporting(self, article: str) -> dict[int, str]:
        """Return the first source of each sentence in which somebody is said to say something."""
        if article not in self._reported:
            found: dict[int, str] = {}
            rows, tokens = self._sentences.get(article), self._tokens.get(article)
            if rows is not None and tokens is not None:
                text, headings = self._texts[article]
                heard = voiced(
                    str(text),
                    tokens=Tokens(tokens["start"].tolist(), tokens["end"].tolist(), tokens["word"].tolist()),
                    sentence=tokens["sentence"].tolist(),
                    sentences=list(zip(*(rows[name].tolist() for name in ("start", "end", "paragraph")), strict=True)),
                    marks=quotations(str(text), [(int(start), int(end)) for start, end in headings]),
                )
                for entry in heard.attributed:
                    found.setdefault(entry.sentence, entry.speaker.name)
            self._reported[article] = found
        return self._reported[article]
