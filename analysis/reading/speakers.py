"""Speakers: the name a source stands for ("he", "Pottinger", "the company") and whether anybody is named."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis import wordlists
from analysis.reading.bodies import bodies, stands_for_body
from analysis.reading.documents import owner_of, tells_of_the_press
from analysis.reading.full_names import FullNames, without_s
from analysis.reading.narration import Narration, Noun, source_nouns
from analysis.reading.openings import opening_name
from analysis.reading.proper_names import Source
from analysis.reading.telling import MEN, WOMEN, Telling
from analysis.reading.word_kinds import (
    ADVERB,
    CLAUSE,
    CONNECTOR,
    COORDINATOR,
    DAY,
    DEFINITE,
    DETERMINER,
    MONTH,
    OWNED,
    POSSESSIVE,
    PREPOSITION,
    SOURCE_NOUN,
    TITLE,
    kind_of,
)

NAMED = "named"
ANONYMOUS = "anonymous"
DOCUMENT = "document"

_HERS = frozenset({"mrs", "ms", "miss"})
_BRINGING_IN = frozenset({"a", "an", "one", "another"})


class Speaker(NamedTuple):
    """A source as it is shown."""

    name: str
    naming: str


class _Known(NamedTuple):
    """A source that was resolved."""

    word: int
    speaker: Speaker
    lower: str
    """The name in lower case."""
    kind: str


class Speakers:
    """What one article calls the people and bodies in it; resolves sources in the order of the text."""

    def __init__(self, narration: Narration, *, names: Sequence[int] | None = None) -> None:
        """`names` are the characters at which full names may begin, where somebody has found out already."""
        self._narration = narration
        self.names = FullNames(narration.text, names)
        self._history: list[_Known] = []
        self._bodies: dict[str, bool] = {}
        self._spoken: dict[int, Speaker] = {}  # persons who spoke, by word
        self._telling = Telling(narration)

    def resolve(self, source: Source, *, said: bool = True) -> Speaker | None:
        """Return who the source is; None for a pronoun that stands for nobody found. Remembers him, her or it.

        Of phrases that turn on no noun for a source ("the rest cannot agree") only those who `said` something.
        """
        n = self._narration
        if source.form == "pronoun":
            return self._pronoun(n.words[source.head].split("'")[0], source.head)
        if source.form == "name":
            return self._name(source)
        word = n.words[source.head]
        shown = without_s(n.between(source.first, source.last))
        noun = source_nouns().get(word)
        if noun is not None and noun.kind == "document":
            return self._document(source, shown, plural=noun.plural)
        if noun is None:
            naming = ANONYMOUS if n.words[source.first] in ("a", "an", "one", "another", "some") else NAMED
            if said:
                self._remember(source.head, shown, "person", naming)
            return Speaker(shown, naming)
        definite = n.kinds[source.first] & DEFINITE != 0
        if definite and source.last == source.head and source.head - source.first < 3:
            before = self._same(word, source.head) if noun.naming != "company" else None
            if before is None and noun.naming == "company" and not noun.plural:
                before = self._last(("firm", "either"), source.head) or self._subject_body(source.head)
            if before:
                return before
        naming = NAMED if self._is_named(source, noun, definite=definite) else ANONYMOUS
        kind = "many" if noun.plural else noun.kind
        self._remember(source.head, shown, kind, naming)
        return Speaker(shown, naming)

    def _name(self, source: Source) -> Speaker:
        """Return whose name the source is, in full."""
        n = self._narration
        name = n.between(source.name_first, min(source.last, source.head))
        gender = ""
        if source.first < source.name_first:
            titles = n.words[source.first : source.name_first]
            gender = "he" if "mr" in titles else "she" if not _HERS.isdisjoint(titles) else ""
        head, of, _ = name.partition(" of ")
        if of and self.is_person(head):  # "Ann Lee of Ohio"
            name = head
        person = self.names.full_name(without_s(name), n.starts[source.first], gender)
        self._remember(source.head, person, self._kind(source, person), NAMED)
        return Speaker(person, NAMED)

    def _is_named(self, source: Source, noun: Noun, *, definite: bool) -> bool:
        """Return whether a phrase that turns on a noun tells who it is."""
        if noun.naming not in ("anonymous", "role") and self._names(source.first, source.last):
            return True
        if definite:
            if noun.naming in ("definite", "company") or noun.kind != "person":
                return True
            return noun.naming in ("open", "role") and not noun.plural  # "the lawyer": the text names him elsewhere
        bare = not self._narration.kinds[source.first] & (DETERMINER | POSSESSIVE)
        return noun.naming == "definite" and bare and not noun.plural

    def _document(self, source: Source, shown: str, *, plural: bool) -> Speaker | None:
        """Return whose document it is where the phrase says so, nobody for press reports, else the document."""
        n = self._narration
        owner = owner_of(n, source)
        if owner is not None:
            return self.resolve(owner)
        if self._names(source.first, source.last):
            naming = NAMED
        else:
            naming = ANONYMOUS if tells_of_the_press(n, source, plural=plural) else DOCUMENT
        self._remember(source.head, shown, "document", naming)
        return Speaker(shown, naming)

    def _kind(self, source: Source, name: str) -> str:
        """Return person, body (an office or a council), firm (another body), or either for one capitalised word."""
        if self.is_person(name) or source.name_first > source.first:
            return "person"
        if " " in name or name.lower() in bodies() or name.isupper():
            office = source_nouns().get(name.rsplit(maxsplit=1)[-1].lower())
            return "body" if office and office.kind == "body" and office.naming == "definite" else "firm"
        return "firm" if self._is_body(name) else "either"

    def _is_body(self, name: str) -> bool:
        """Return whether the text has the word with that of a body after it: Norland, and elsewhere Norland Energy."""
        if name not in self._bodies:  # once a name: the search goes through the whole text
            self._bodies[name] = stands_for_body(name, self._narration.text)
        return self._bodies[name]

    def is_person(self, name: str) -> bool:
        """Return whether the article gives this as somebody's full name."""
        parts = name.split()
        last = parts[-1].lower() if parts else ""
        return len(parts) > 1 and any(full == name for _, full in self.names.by_surname.get(last, ()))

    def _names(self, first: int, last: int) -> bool:
        """Return whether a capitalised word between the two names somebody, not only where he belongs."""
        n = self._narration
        belongs = wordlists.column("affiliations")
        for index in range(first, last + 1):
            if not n.capitals[index]:
                continue
            kind = n.kinds[index]
            word = n.words[index]
            if kind & OWNED:
                word = word.removesuffix("'s")
                kind = kind_of(word) if word else 0
            if word.rstrip(".") in belongs:
                continue
            if index == first and kind & (DETERMINER | POSSESSIVE | ADVERB | SOURCE_NOUN):
                continue
            if kind & (DAY | MONTH | DETERMINER | PREPOSITION | CONNECTOR):
                continue
            return True
        return False

    def _remember(self, word: int, name: str, kind: str, naming: str) -> None:
        speaker = Speaker(name, naming)
        self._history.append(_Known(word, speaker, name.lower(), kind))
        if kind in ("person", "either"):
            self._spoken[word] = speaker
            self._telling.add(word)

    def _last(self, kinds: Sequence[str], before: int) -> Speaker | None:
        for known in reversed(self._history):
            if known.word < before and known.kind in kinds:
                return known.speaker
        return None

    def _same(self, noun: str, before: int) -> Speaker | None:
        """Return the latest source before that was called by this noun and more: "X analysts" for "the analysts".

        So is "a banker at one of the lenders" for "the banker".
        """
        ending, words = f" {noun}", self._narration.words
        for word, speaker, lower, kind in reversed(self._history):
            if (
                (words[word] == noun or lower.endswith(ending))
                and kind != "document"
                and word < before
                and not lower.startswith("the ")
            ):
                return speaker
        return None

    def _gender_fits(self, name: str, pronoun: str) -> bool:
        known = self.names.genders.get(name.lower()) or self.names.genders.get(name.split()[-1].lower())
        return known is None or known == pronoun

    def _pronoun(self, pronoun: str, index: int) -> Speaker | None:
        if pronoun in ("he", "him", "she", "her"):
            person = self._person("he" if pronoun in ("he", "him") else "she", index)
            if person:
                self.names.genders.setdefault(person.name.lower(), "he" if pronoun in ("he", "him") else "she")
                self._remember(index, person.name, "person", person.naming)
            return person
        if pronoun in ("they", "them"):
            return self._last(("many", "body", "firm", "either"), index) or self._subject_body(index)
        if pronoun == "it":
            return self._last(("body", "firm", "either", "document"), index) or self._subject_body(index)
        return None

    def _subject_body(self, index: int) -> Speaker | None:
        name = opening_name(self._narration, index)
        return Speaker(name, NAMED) if name and not self.is_person(name) else None

    def _person(self, pronoun: str, index: int) -> Speaker | None:
        """Return the person a pronoun stands for.

        The latest person who spoke, unless a sentence since then has another person for its subject; where nobody
        spoke, the nearest subject, then the nearest name.
        """
        n = self._narration
        nearest: Speaker | None = None
        words, capitals, quoted, spoken = n.words, n.capitals, n.quoted, self._spoken
        brought = MEN if pronoun == "he" else WOMEN
        for at in self._telling.before(index):
            here = spoken.get(at)
            if here is None and words[at] in brought and quoted[at] < 0:
                here = self._met(at)
            if here is None:
                if not capitals[at] or quoted[at] >= 0:
                    continue
                here = self._mention(at)
                if here is None or not self._gender_fits(here.name, pronoun):
                    continue
                nearest = nearest or here
                if not self._subject(at):
                    continue
                return here
            if self._gender_fits(here.name, pronoun):
                return here
        return nearest

    def _met(self, index: int) -> Speaker | None:
        """Return the man or woman whom the teller brings in without a name: "I met a woman with a pram"."""
        n = self._narration
        first = index - 1
        while first > 0 and index - first < 4 and n.words[first] not in _BRINGING_IN and n.joins[first]:
            first -= 1
        if first < 0 or n.words[first] not in _BRINGING_IN or not n.together(first, index):
            return None
        begin = first
        while begin > 0 and n.sentence[begin - 1] == n.sentence[index]:
            begin -= 1
        told = {n.words[at] for at in range(begin, first) if n.quoted[at] < 0}
        return Speaker(n.between(first, index), ANONYMOUS) if begin == first or told & {"i", "we"} else None

    def _subject(self, index: int) -> bool:
        """Return whether the name that ends with this word begins its sentence or stands after an opening phrase."""
        n = self._narration
        kinds, joins, capitals = n.kinds, n.joins, n.capitals
        at = index
        while joins[at - 1]:
            at -= 1
            if kinds[at] & (PREPOSITION | CLAUSE):
                return False
            if not (capitals[at] or kinds[at] & (SOURCE_NOUN | TITLE | COORDINATOR | ADVERB | DETERMINER)):
                return False
        return n.begins(at) or "," in n.gap(at - 1)

    def _mention(self, index: int) -> Speaker | None:
        """Return the person whose surname word `index` is; None for a possessive (Trump’s) and for others."""
        n = self._narration
        word = n.words[index].removesuffix("'s")
        if word not in self.names.by_surname:
            titled = self.names.titled.get(word)
            return Speaker(titled, NAMED) if titled else None
        surname = n.text[n.starts[index] : n.starts[index] + len(word)]
        return Speaker(self.names.full_name(surname, n.starts[index]), NAMED)
