"""Speakers: the name a source stands for ("he", "Pottinger", "the company") and whether anybody is named."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import wordlists
from analysis.reading.documents import owner_of, tells_of_the_press
from analysis.reading.full_names import FullNames, without_s
from analysis.reading.narration import Narration, source_nouns, words_in
from analysis.reading.openings import opening_name
from analysis.reading.proper_names import Source

NAMED = "named"
ANONYMOUS = "anonymous"
DOCUMENT = "document"

_HERS = frozenset({"mrs", "ms", "miss"})
_WOMEN = frozenset({"woman", "girl", "mother", "grandmother", "widow", "lady", "waitress", "schoolgirl"})
_MEN = frozenset({"man", "boy", "father", "grandfather", "widower", "waiter", "schoolboy", "fisherman"})
_BRINGING_IN = frozenset({"a", "an", "one", "another"})


class Speaker(NamedTuple):
    """A source as it is shown."""

    name: str
    naming: str


class Speakers:
    """What one article calls the people and bodies in it; resolves sources in the order of the text."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self.names = FullNames(narration.text)
        self._history: list[tuple[int, str, str, str]] = []  # word, name, kind, naming
        self._bodies: dict[str, bool] = {}
        self._spoken: dict[int, Speaker] = {}  # persons who spoke, by word

    def resolve(self, source: Source, *, said: bool = True) -> Speaker | None:
        """Return who the source is; None for a pronoun that stands for nobody found. Remembers him, her or it.

        Of phrases that turn on no noun for a source ("the rest cannot agree") only those who `said` something.
        """
        n = self._narration
        place = n.starts[source.first]
        if source.form == "pronoun":
            return self._pronoun(n.words[source.head].split("'")[0], source.head)
        shown = without_s(n.text[n.starts[source.first] : n.ends[source.last]])
        if source.form == "name":
            name = n.text[
                n.starts[source.name_first] : n.ends[source.last if source.last < source.head else source.head]
            ]
            titles = n.words[source.first : source.name_first]
            gender = "he" if "mr" in titles else "she" if not _HERS.isdisjoint(titles) else ""
            head, of, _ = name.partition(" of ")
            if of and self.is_person(head):  # "Ann Lee of Ohio"
                name = head
            person = self.names.full_name(without_s(name), place, gender)
            self._remember(source.head, person, self._kind(source, person), NAMED)
            return Speaker(person, NAMED)
        word = n.words[source.head]
        noun = source_nouns().get(word)
        if noun is not None and noun.kind == "document":
            return self._document(source, shown, plural=noun.plural)
        if noun is None:
            naming = ANONYMOUS if n.words[source.first] in ("a", "an", "one", "another", "some") else NAMED
            if said:
                self._remember(source.head, shown, "person", naming)
            return Speaker(shown, naming)
        named = noun.naming not in ("anonymous", "role") and self._names(source.first, source.last)
        definite = n.words[source.first] in ("the", "this", "that", "these", "those", *words_in("possessive"))
        if definite and source.last == source.head and source.head - source.first < 3:
            before = self._same(word, source.head) if noun.naming != "company" else None
            if before is None and noun.naming == "company" and not noun.plural:
                before = self._last(("firm", "either"), source.head) or self._subject_body(source.head)
            if before:
                return before
        bare = n.words[source.first] not in words_in("determiner", "possessive")
        if (
            named
            or (noun.naming == "definite" and bare and not noun.plural)
            or (noun.naming in ("definite", "company") and definite)
            or (noun.kind != "person" and definite)
        ):
            naming = NAMED
        elif noun.naming in ("open", "role") and definite and not noun.plural:
            naming = NAMED  # "the chairman", "the lawyer": the text names him elsewhere
        else:
            naming = ANONYMOUS
        kind = "many" if noun.plural else noun.kind
        self._remember(source.head, shown, kind, naming)
        return Speaker(shown, naming)

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
        known = wordlists.column("body_words") | wordlists.column("affiliations")
        if " " in name or name.lower() in known or name.isupper():
            office = source_nouns().get(name.rsplit(maxsplit=1)[-1].lower())
            return "body" if office and office.kind == "body" and office.naming == "definite" else "firm"
        return "firm" if self._is_body(name) else "either"

    def _is_body(self, name: str) -> bool:
        """Return whether the text has the word with that of a body after it: Norland, and elsewhere Norland Energy."""
        if name not in self._bodies:  # once a name: the search goes through the whole text
            found = re.search(rf"\b{re.escape(name)} ([A-Z]\w+)", self._narration.text)
            self._bodies[name] = found is not None and found[1].lower() in wordlists.column("body_words")
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
            word = n.words[index].removesuffix("'s")
            if not n.capital(index) or word.rstrip(".") in belongs:
                continue
            if index == first and (word in words_in("determiner", "possessive", "adverb") or word in source_nouns()):
                continue
            if word in words_in("day", "month", "determiner", "preposition", "connector"):
                continue
            return True
        return False

    def _remember(self, word: int, name: str, kind: str, naming: str) -> None:
        self._history.append((word, name, kind, naming))
        if kind in ("person", "either"):
            self._spoken[word] = Speaker(name, naming)

    def _last(self, kinds: Sequence[str], before: int) -> Speaker | None:
        for word, name, kind, naming in reversed(self._history):
            if word < before and kind in kinds:
                return Speaker(name, naming)
        return None

    def _same(self, noun: str, before: int) -> Speaker | None:
        """Return the latest source before that was called by this noun and more: "X analysts" for "the analysts".

        So is "a banker at one of the lenders" for "the banker".
        """
        ending, words = f" {noun}", self._narration.words
        for word, name, kind, naming in reversed(self._history):
            if (
                kind != "document"
                and word < before
                and (name.lower().endswith(ending) or words[word] == noun)
                and not name.lower().startswith("the ")
            ):
                return Speaker(name, naming)
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
        capitals, spoken = n.capitals, self._spoken
        for at in range(index - 1, max(-1, index - 500), -1):
            here = spoken.get(at) or self._met(at, pronoun)
            if here is None:
                if not capitals[at] or n.quoted[at] >= 0:
                    continue
                here = self._mention(at)
                if here is None or not self._gender_fits(here.name, pronoun):
                    continue
                nearest = nearest or here
                if not self._subject(at):
                    continue
            if here and self._gender_fits(here.name, pronoun):
                return here
        return nearest

    def _met(self, index: int, pronoun: str) -> Speaker | None:
        """Return the man or woman whom the teller brings in without a name: "I met a woman with a pram"."""
        n = self._narration
        if n.words[index] not in (_MEN if pronoun == "he" else _WOMEN) or n.quoted[index] >= 0:
            return None
        first = index - 1
        while first > 0 and index - first < 4 and n.words[first] not in _BRINGING_IN and n.joined(first):
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
        at = index
        while at > 0 and n.joined(at - 1):
            if n.words[at - 1] in words_in("preposition", "clause"):
                return False
            calling = n.words[at - 1] in source_nouns() or n.words[at - 1] in wordlists.column("person_titles")
            before = words_in("coordinator", "adverb", "determiner")
            if not (calling or n.capital(at - 1) or n.words[at - 1] in before):
                return False
            at -= 1
        return at == 0 or n.sentence[at - 1] != n.sentence[at] or "," in n.gap(at - 1)

    def _mention(self, index: int) -> Speaker | None:
        """Return the person whose surname word `index` is; None for a possessive (Trump’s) and for others."""
        n = self._narration
        word = n.words[index].removesuffix("'s")
        if word not in self.names.by_surname:
            titled = self.names.titled.get(word)
            return Speaker(titled, NAMED) if titled else None
        surname = n.text[n.starts[index] : n.starts[index] + len(word)]
        return Speaker(self.names.full_name(surname, n.starts[index]), NAMED)
