"""Joining the names of one article: which forms name the same person, body or place."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from analysis import wordlists
from analysis.portraying.surface import Numbers
from analysis.portraying.word_types import FLAGS
from analysis.reading.full_names import genders_of_first_names

Kind = Literal["person", "body", "place", "title", "unknown"]

_PERSON_WORDS = range(2, 5)
_ACRONYM = range(2, 7)
_OFFICES = frozenset({"secretary", "minister"})
_SEVERAL = frozenset("senators sens representatives reps governors govs ministers presidents mayors judges".split())
_TWO_WORDS = (("homeland", "security"), ("veterans", "affairs"))
_PRONOUNS = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "dame": "she",
    "lady": "she",
}
"""The pronoun that goes with a title."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class Entity(NamedTuple):
    """Somebody or something as one article names it."""

    row: int
    name: str
    """The fullest form, in lower case."""

    example: int
    """A name of the batch that has this form (place in `Names.first`); -1 where a list gives the form."""

    kind: Kind
    led: bool = False
    """True where the word after the example belongs to the name: "Selby administration"."""


class Form(NamedTuple):
    """A form of a name in one article; all runs of the same words are one."""

    number: int
    example: int
    times: int
    cut: int
    words: tuple[str, ...]
    kind: Kind
    title: str
    led: bool = False
    """True where the last of the words stands after the run of capitals: "administration"."""


@lru_cache(1 << 14)
def analysed(said: tuple[str, ...], lead: bool) -> tuple[int, tuple[str, ...], Kind, str]:
    """Return how many words of titles come first, the name without them, its kind, and the title."""
    if lead:
        cut = _titles_before(said[:-1])
        whole = " ".join(said[cut:])
        if whole in wordlists.body_names():
            return cut, (wordlists.body_names()[whole],), "body", ""
        return cut, said[cut:], "body", ""
    office = _office(said)
    if (len(said) == 1 and said[0] in wordlists.title_words()) or office == len(said):
        return 0, said, "title", said[0]
    cut = max(office, _titles_before(said), _described_before(said))
    name = said[cut:]
    while len(name) > 2 and name[-1] in _SUFFIXES:
        name = name[:-1]
    text = " ".join(name)
    if text in wordlists.body_names():
        return cut, (wordlists.body_names()[text],), "body", ""
    if text in _places():
        return cut, (_places()[text],), "place", ""
    if _of_body(name):
        return 0, said, "body", ""
    return cut, name, "person" if cut else "unknown", said[0 if cut == office else cut - 1] if cut else ""


def _office(said: tuple[str, ...]) -> int:
    """Return how many words of "secretary of state" and the like come first."""
    if len(said) < 3 or said[0] not in _OFFICES or said[1] != "of" or said[2] not in _departments():
        return 0
    return 4 if said[2:4] in _TWO_WORDS else 3


def _described_before(said: tuple[str, ...]) -> int:
    """Return how many words stand before a listed first name, where the last of them says what somebody is.

    ("historian Ana Rivera", "special counsel Tom Marsh")
    """
    listed = wordlists.column("first_names")
    at = next((index for index, word in enumerate(said) if word in listed), 0)
    if not 0 < at < len(said) - 1 or len(said) - at not in _PERSON_WORDS or said[at + 1] in _joints():
        return 0
    return at if said[at - 1] in _roles() and not _of_body(said[at:]) else 0


def _of_body(name: tuple[str, ...]) -> bool:
    """Say whether a word of a name makes it that of a body; a first name may sound like one ("Bill Marsh")."""
    words = wordlists.body_words()
    first = len(name) > 1 and name[0] in wordlists.column("first_names") and name[1] not in _joints()
    return any(word in words for word in name[int(first) :])


@cache
def _roles() -> frozenset[str]:
    """Return words for what a person is: titles, roles and labels, of one and of several."""
    nouns = {row[0] for row in wordlists.rows("source_nouns") if row[2] == "person"}
    named = nouns | wordlists.column("person_labels") | wordlists.title_words() | {"counsel", "democrat", "republican"}
    return frozenset(named | {f"{word}s" for word in named})


@cache
def _departments() -> frozenset[str]:
    return frozenset(dict(FLAGS)["department"].split())


def _titles_before(said: tuple[str, ...]) -> int:
    cut = 0
    for index in range(min(len(said) - 1, 7)):
        if (said[index] in wordlists.title_words() or said[index] in _SEVERAL) and said[index + 1] not in _joints():
            cut = index + 1
    return 0 if cut and _of_body(said[cut:]) else cut


def join(
    row: int,
    forms: list[Form],
    cut: Numbers,
    entity: Numbers,
    entities: list[Entity],
    titles: dict[tuple[int, str], int],
    shared: list[tuple[int, list[int]]],
) -> None:
    """Give each form of one article its entity."""
    forms = _stripped(forms)
    people: dict[tuple[str, str], list[Form]] = {}
    bodies: dict[str, Form] = {}
    for form in forms:
        cut[form.number] = form.cut
        words = form.words
        if form.kind in ("person", "unknown") and len(words) in _PERSON_WORDS:
            people.setdefault((words[0], words[-1]), []).append(form)
        elif form.kind == "body" and len(words) > 1:
            bodies.setdefault("".join(word[0] for word in words if word not in _joints()), form)
    surnames: dict[str, list[tuple[str, str]]] = {}
    firsts: dict[str, list[tuple[str, str]]] = {}
    for name in people:
        surnames.setdefault(name[1], []).append(name)
        firsts.setdefault(name[0], []).append(name)
    made: dict[object, int] = {}

    def of(key: object, form: Form, kind: Kind) -> int:
        if key not in made:
            made[key] = len(entities)
            listed = form.kind == "place" or (form.kind == "body" and form.words[0][:1].isupper())
            entities.append(Entity(row, " ".join(form.words), -1 if listed else form.example, kind, form.led))
        return made[key]

    for name, variants in people.items():
        fullest = max(variants, key=lambda form: (form.times, -len(form.words), form.words))
        titled = any(form.title for form in variants)
        number = of(name, fullest, "person" if titled else "unknown")
        for form in variants:
            entity[form.number] = number
    had: dict[str, set[int]] = {}
    for form in forms:
        word = form.words[0]
        alone = len(form.words) == 1
        if entity[form.number] >= 0 or form.kind == "title" or (alone and word == "may" and word not in surnames):
            continue
        choices: Sequence[tuple[str, str]] = (
            surnames.get(word, ()) if len(form.words) == 1 and form.kind in ("person", "unknown") else ()
        )
        if len(form.words) == 1 and not choices and form.kind == "unknown":
            choices = firsts.get(word, ()) if len(firsts.get(word, ())) == 1 else ()
        choices = _addressed(choices, form.title, people)
        if len(choices) > 1:
            shared.append((form.number, [made[choice] for choice in choices]))
        if choices:
            best = max(choices, key=lambda name: (sum(form.times for form in people[name]), name))
            entity[form.number] = made[best]
        elif len(form.words) == 1 and form.kind == "unknown" and len(word) in _ACRONYM and word in bodies:
            entity[form.number] = of(bodies[word].words, bodies[word], "body")
        else:
            entity[form.number] = of(form.words, form, form.kind)
    for form in forms:
        if form.title and form.kind == "person":
            had.setdefault(form.title, set()).add(int(entity[form.number]))
    titles.update({(row, title): next(iter(those)) for title, those in had.items() if len(those) == 1})
    for form in forms:
        if form.kind == "title":
            entity[form.number] = titles.get((row, form.title), -1)


def _addressed(
    choices: Sequence[tuple[str, str]], title: str, people: Mapping[tuple[str, str], Sequence[Form]]
) -> Sequence[tuple[str, str]]:
    """Return those of people of one surname whom a title can address: Mrs Poe is not Neil Poe where there is Clara.

    A title before the full name tells how somebody is called ("Mrs Quay Poe"), else a listed first name.
    """
    pronoun = _PRONOUNS.get(title)
    if pronoun is None or len(choices) < 2:
        return choices
    known = genders_of_first_names()

    def called(name: tuple[str, str]) -> set[str]:
        titles = {_PRONOUNS[form.title] for form in people[name] if form.title in _PRONOUNS}
        return titles or {known.get(name[0], pronoun)}

    return [name for name in choices if pronoun in called(name)] or choices


def _stripped(forms: list[Form]) -> list[Form]:
    """Return the forms without a word that only opens a sentence, as another form shows ("Saddened Ana Rivera")."""
    listed, full = wordlists.column("first_names"), {form.words for form in forms}
    return [
        form._replace(cut=form.cut + 1, words=form.words[1:])
        if form.kind == "unknown"
        and len(form.words) - 1 in _PERSON_WORDS
        and form.words[0] not in listed
        and form.words[1] in listed
        and form.words[1:] in full
        else form
        for form in forms
    ]


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, _, forms in wordlists.rows("places"):
        each = forms.split(", ")
        found |= {form.lower(): each[0] for form in each}
    return found


@cache
def _joints() -> frozenset[str]:
    return frozenset("de la del van von der den al bin ibn du of for on the and".split())
