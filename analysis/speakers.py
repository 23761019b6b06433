"""Speakers: the name a source stands for ("he", "Pottinger", "the company") and whether anybody is named."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import wordlists
from analysis.narration import Narration, source_nouns, words_in
from analysis.noun_phrases import Source

NAMED = "named"
ANONYMOUS = "anonymous"

_FULL_NAME = re.compile(
    r"\b[A-Z][\w’'-]*[a-z’'][\w’'-]*(?:\s(?:[A-Z]\.|(?:de|von|van|bin|al|el|da|la|di)\b|[A-Z][\w’'-]*\w))*\s[A-Z][\w’'-]*\w"
)


class Speaker(NamedTuple):
    """A source as it is shown."""

    name: str
    naming: str


class Speakers:
    """What one article calls the people and bodies in it; resolves sources in the order of the text."""

    def __init__(self, narration: Narration, title: str | None = None) -> None:
        self._narration = narration
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._history: list[tuple[int, str, str]] = []
        self._genders: dict[str, str] = {}
        self._collect(narration.text)

    def _collect(self, text: str) -> None:
        """Note the full names of the body by surname: two capitalised words or more that name no body or place."""
        titles, bodies = wordlists.column("person_titles"), wordlists.column("body_words")
        function = words_in("determiner", "preposition", "clause", "adverb", "coordinator", "possessive", "day", "month",
                            "he", "she", "they", "it", "self")
        affiliations = wordlists.column("affiliations")
        for match in _FULL_NAME.finditer(text):
            parts = match.group().replace("’", "'").split()
            keys = [part.lower().rstrip(".") for part in parts]
            gender = ""
            start = 0
            for number, key in enumerate(keys):
                if key in titles or key in function or parts[number].endswith("'s"):
                    if number == len(keys) - 1 and key in titles:
                        break
                    start = number + 1
                    gender = "he" if key in ("mr", "sir", "king") else "she" if key in ("ms", "mrs", "miss") else gender
            end = len(parts)
            while end > start and keys[end - 1] in words_in("suffix"):
                end -= 1
            if end <= start:
                continue
            surname = keys[end - 1]
            if gender and end - start == 1:
                self._genders.setdefault(surname, gender)
            if end - start < 2 or end - start > 4 or surname in bodies or keys[start] in affiliations:
                continue
            name = " ".join(match.group().split()[start:])
            self._full.setdefault(surname, []).append((match.start(), name))
            given = self._given().get(keys[start], "")
            if given:
                self._genders.setdefault(name.lower(), given)

    @staticmethod
    def _given() -> dict[str, str]:
        return dict(wordlists.rows("first_names"))  # type: ignore[arg-type]

    def full_name(self, name: str, place: int) -> str:
        """Return the full name that a surname stands for at this place: the latest before it, else the first."""
        parts = name.replace("’", "'").split()
        if len(parts) != 1:
            return name
        known = self._full.get(parts[0].lower())
        if not known:
            return name
        earlier = [full for start, full in known if start <= place]
        return earlier[-1] if earlier else known[0][1]

    def resolve(self, source: Source) -> Speaker | None:
        """Return who the source is; None for a pronoun that stands for nobody found. Remembers him, her or it."""
        n = self._narration
        place = n.starts[source.first]
        if source.form == "pronoun":
            return self._pronoun(n.words[source.head].split("'")[0], source.head)
        shown = n.text[n.starts[source.first] : n.ends[source.last]]
        if source.form == "name":
            name = n.text[n.starts[source.name_first] : n.ends[source.last if source.last < source.head else source.head]]
            naming = NAMED if self._names(source.name_first, source.head) else ANONYMOUS
            person = self.full_name(name, place)
            kind = "person" if self.is_person(person) else "body"
            self._remember(source.head, person, kind if naming == NAMED else "many", naming)
            return Speaker(person, naming)
        word = n.words[source.head]
        noun = source_nouns().get(word)
        if noun is None:
            self._remember(source.head, shown, "person", ANONYMOUS if n.words[source.first] in ("a", "an", "one") else NAMED)
            return Speaker(shown, ANONYMOUS if n.words[source.first] in ("a", "an", "one", "some") else NAMED)
        named = noun.naming != "anonymous" and self._names(source.first, source.last)
        definite = n.words[source.first] in ("the", "this", "that", *words_in("possessive"))
        if noun.naming == "definite" and not named and definite and not noun.plural:
            body = self._last(("body",), source.head)
            if body and source.last == source.head and source.head - source.first < 3:
                return body
        if named or (noun.naming == "definite" and definite) or (noun.kind != "person" and definite):
            naming = NAMED
        elif noun.naming == "open" and definite and not noun.plural:
            naming = NAMED  # "the chairman", "the lawyer": the text names him elsewhere
        else:
            naming = ANONYMOUS
        kind = "many" if noun.plural else noun.kind
        self._remember(source.head, shown, kind, naming)
        return Speaker(shown, naming)

    def is_person(self, name: str) -> bool:
        """Return whether the article gives this as somebody's full name."""
        parts = name.split()
        last = parts[-1].lower() if parts else ""
        return len(parts) > 1 and any(full == name for _, full in self._full.get(last, ()))

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
        self._history.append((word, name, f"{kind} {naming}"))

    def _last(self, kinds: Sequence[str], before: int) -> Speaker | None:
        for word, name, said in reversed(self._history):
            kind, naming = said.split()
            if word < before and kind in kinds:
                return Speaker(name, naming)
        return None

    def _gender_fits(self, name: str, pronoun: str) -> bool:
        known = self._genders.get(name.lower()) or self._genders.get(name.split()[-1].lower())
        return known is None or known == pronoun

    def _pronoun(self, pronoun: str, index: int) -> Speaker | None:
        if pronoun in ("he", "him", "she", "her"):
            return self._person("he" if pronoun in ("he", "him") else "she", index)
        if pronoun in ("they", "them"):
            return self._last(("many", "body"), index)
        if pronoun == "it":
            return self._last(("body", "document"), index)
        return None

    def _person(self, pronoun: str, index: int) -> Speaker | None:
        """Return the person a pronoun stands for.

        First whoever the sentence names before it, then the first person of the sentence before, then back through the
        text; the last speaker wins over somebody only mentioned in the same sentence.
        """
        n = self._narration
        sentence = n.sentence[index]
        spoken = {word: Speaker(name, said.split()[1]) for word, name, said in self._history if said.startswith("person")}
        at = index - 1
        best: Speaker | None = None
        current = sentence
        looked = 0
        while at >= 0 and looked < 400:
            if n.sentence[at] != current:
                if best:
                    return best
                current = n.sentence[at]
            here = spoken.get(at)
            if here is None and n.quoted[at] < 0 and n.capital(at):
                here = self._mention(at)
            if here and self._gender_fits(here.name, pronoun):
                best = here
            at -= 1
            looked += 1
        return best

    def _mention(self, index: int) -> Speaker | None:
        """Return the person whose surname word `index` is; None for a possessive (Trump’s) and for others."""
        n = self._narration
        word = n.words[index].removesuffix("'s")
        if word not in self._full:
            return None
        return Speaker(self.full_name(n.text[n.starts[index] : n.starts[index] + len(word)], n.starts[index]), NAMED)
