"""Joining the names of one article: which forms name the same person, body or place."""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from analysis import wordlists
from analysis.portraying.surface import Numbers

Kind = Literal["person", "body", "place", "title", "unknown"]

_PERSON_WORDS = range(2, 5)
_ACRONYM = range(2, 7)
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
    if len(said) == 1 and said[0] in wordlists.title_words():
        return 0, said, "title", said[0]
    cut = _titles_before(said)
    name = said[cut:]
    while len(name) > 2 and name[-1] in _SUFFIXES:
        name = name[:-1]
    text = " ".join(name)
    if text in wordlists.body_names():
        return cut, (wordlists.body_names()[text],), "body", ""
    if text in _places():
        return cut, (_places()[text],), "place", ""
    if any(word in wordlists.body_words() for word in name):
        return 0, said, "body", ""
    return cut, name, "person" if cut else "unknown", said[cut - 1] if cut else ""


def _titles_before(said: tuple[str, ...]) -> int:
    cut = 0
    for index in range(min(len(said) - 1, 7)):
        of_state = said[max(0, index - 2) : index + 1] == ("secretary", "of", "state")
        if of_state or (said[index] in wordlists.title_words() and said[index + 1] not in _joints()):
            cut = index + 1
    return 0 if cut and any(word in wordlists.body_words() for word in said[cut:]) else cut


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
        choices = surnames.get(word, ()) if len(form.words) == 1 and form.kind in ("person", "unknown") else ()
        if len(form.words) == 1 and not choices and form.kind == "unknown":
            choices = firsts.get(word, ()) if len(firsts.get(word, ())) == 1 else ()
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
