"""Whether a participle is a passive here: what follows it, and what it would be otherwise."""

from analysis import wordlists
from analysis.clauses.word_classes import (
    BE,
    CLAUSE,
    DETERMINER,
    GET,
    HAVE,
    MODAL,
    ODD,
    OWN,
    PREPOSITION,
    PRONOUN,
    SKIPPED,
    THERE,
    WHO,
)
from analysis.clauses.words import ClauseWords
from analysis.reading.narration import source_nouns

_TODAY = frozenset({"am", "is", "are", "isn't", "aren't", "ain't"})


def _of(name: str) -> frozenset[str]:
    return wordlists.column("clause_words", kind=name)


class Participles:
    """Looks at participles among the words of a batch."""

    def __init__(self, words: ClauseWords) -> None:
        self._words, self._kinds = words, words.kinds

    def is_name(self, row: int) -> bool:
        """Say whether the word is a name by its capital in mid-sentence."""
        words = self._words
        return bool(words.capitals[row]) and words.sentence[row] >= 0 and not words.opens(row)

    def is_adjective(self, last: int, aux: int) -> bool:
        """Say whether a participle after a form of be or get is no passive, by the words around it."""
        words, helper = self._words, self._words.word(aux)
        if self._kinds[aux] & THERE or (not words.opens(aux) and self._kinds[aux - 1] & THERE):
            return True
        if not self._kinds[last] & ODD:
            return False
        word, after = words.word(last), words.after(last)
        if word == "used" and after == "to":
            return (
                words.broken(last + 1)
                or words.word(last + 2).endswith("ing")
                or bool(self._kinds[last + 2] & (DETERMINER | PRONOUN))
            )
        if word in ("set", "meant", "let") and after in ("to", "for"):
            return True
        if word == "done" and (after == "with" or helper in ("i'm", "we're", "you're", "they're", "am")):
            return True
        if self._kinds[aux] & GET and word in ("started", "organised", "organized", "used", "done", "lost"):
            return True
        return word in ("made", "lost") and helper in _TODAY

    def goes_on(self, last: int) -> bool:
        """Say whether a preposition or "to" follows."""
        after = self._words.after(last)
        return after == "to" or (after != "" and bool(self._kinds[last + 1] & PREPOSITION))

    def is_objectless(self, last: int) -> bool:
        """Say whether no object follows the participle."""
        after = self._words.after(last)
        if not after or after in _of("result") or after in _of("day") or after == "to":
            return True
        following = self._kinds[last + 1]
        if following & (SKIPPED | BE | HAVE | MODAL):
            return True
        if self._counts(last, after):
            return bool(self._kinds[last] & OWN)
        return bool(following & (PREPOSITION | CLAUSE)) and after != "that"

    def ends_well(self, last: int) -> bool:
        """Say whether what follows a participle alone shows that it has no object, so that it is no past tense."""
        words, kind, after = self._words, self._kinds[last], self._words.after(last)
        if after in _of("result") or (after in _of("day") and not kind & OWN):
            return True
        if not after:
            actor = not words.opens(last) and (self._kinds[last - 1] & PRONOUN or words.capitals[last - 1])
            return bool(kind & OWN) or words.sentence[last] < 0 or not actor
        following = self._kinds[last + 1]
        if following & BE:
            return True
        if self._counts(last, after):
            return False
        return (bool(following & PREPOSITION) and not following & DETERMINER) or after in ("to", "as")

    def has_subject(self, row: int, last: int) -> bool:
        """Say whether the word at `row`, before a past tense or participle, is rather the subject of the past tense.

        It is a name, or people who "used to"; an adjective before "shot" makes it a noun.
        """
        words, before = self._words, self._words.word(row)
        if words.word(last) == "shot" and before not in source_nouns() and not before[0].isdigit():
            return True
        if self._kinds[row] & WHO:
            return False
        if words.capitals[row]:
            return not (words.opens(row) and before.endswith("s")) or before in source_nouns()
        return words.word(last) == "used" and words.after(last) == "to" and before in source_nouns()

    def is_result(self, last: int) -> bool:
        """Say whether what somebody is found or declared follows: found dead."""
        return self._words.after(last) in _of("result")

    def _counts(self, last: int, after: str) -> bool:
        """Say whether an amount follows: killed about 20 people, at least three."""
        if after not in _of("count") or self._words.broken(last + 1):
            return False
        word = self._words.word(last + 2)
        if after == "at":
            return word in ("least", "most")
        return word[0].isdigit() or word in _of("amount")
