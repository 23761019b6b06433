"""Regular English inflection: the forms under which a lexicon's term is looked for."""

from collections.abc import Mapping
from functools import cache

from analysis.wordlists import rows

PARTS = ("verb", "noun", "adj", "ly", "er")
"""What may stand in a lexicon's `form` column, joined by "+": verb (-s, -ed, -ing; the first word of a phrase),
noun (plural; the last word), adj (unchanged), ly (its adverb), er (comparative and superlative)."""

_VOWELS = "aeiou"
_IZE = ("ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations")


def inflect(term: str, form: str) -> tuple[str, ...]:
    """Return every surface form of `term`, itself first, each once. See `inflections`."""
    return tuple(inflections(term, form))


def inflections(term: str, form: str) -> Mapping[str, str]:
    """Return every surface form of `term`, itself first, with what it is.

    That is "" (the term itself), "s", "ed", "en", "ing" (of a verb), "plural", "ly", "er" or "est". `form` is empty
    (the term as it stands), parts of `PARTS` joined by "+", or, where the rules and `irregular_verbs` do not give them,
    "=" and the other forms separated by commas ("=tears, tore"; in a phrase they replace the first word unless they are
    phrases themselves; their ending says what they are). Endings in -ize are given in -ise too. Raises ValueError for
    an unknown part.
    """
    forms = {term: ""}
    if form:
        first, _, rest = term.partition(" ")
        rest = rest and f" {rest}"
        for part, irregular in _parts(form):
            if irregular:
                for other in irregular:
                    forms.setdefault(other if " " in other else other + rest, _kind(other))
            elif part == "verb":
                for verb, kind in verb_forms(first):
                    forms.setdefault(verb + rest, kind)
            elif part == "noun":
                forms.setdefault(plural(term), "plural")
            elif part == "ly":
                forms.setdefault(adverb(term), "ly")
            elif part == "er":
                forms.setdefault(_stem(term, "er"), "er")
                forms.setdefault(_stem(term, "est"), "est")
    if "iz" in term:
        for surface, kind in list(forms.items()):
            forms.setdefault(_with_ise(surface), kind)
    return forms


@cache
def _parts(form: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if form.startswith("="):
        return (("", tuple(f.strip() for f in form[1:].split(","))),)
    parts = tuple(filter(None, form.split("+")))
    for part in parts:
        if part not in PARTS:
            raise ValueError(f"unknown form {part!r}; known: {', '.join(PARTS)}")
    return tuple((part, ()) for part in parts)


def _kind(other: str) -> str:
    word = other.partition(" ")[0]
    if word.endswith("ing"):
        return "ing"
    if other.endswith("men"):
        return "plural"
    return "s" if word.endswith("s") and not word.endswith("ss") else "ed"


def _with_ise(surface: str) -> str:
    return " ".join(
        word.replace("iz", "is") if word.count("iz") == 1 and word.endswith(_IZE) and word.find("iz") > 2 else word
        for word in surface.split(" ")
    )


def plural(word: str) -> str:
    """Return the regular plural of a word, or of the last word of a phrase."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word[-1] == "y" and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def verb_forms(word: str) -> tuple[tuple[str, str], ...]:
    """Return a verb's other forms with what they are; "en" is a past participle that is not the past.

    Verbs in -l after an unstressed vowel are given as both the British and the American spelling has them.
    """
    third = word + "es" if word[-1] == "o" and word[-2:-1] not in _VOWELS else plural(word)
    ing = word[:-2] + "ying" if word.endswith("ie") else _stem(word, "ing")
    irregular = irregular_verbs().get(word)
    if irregular is None:
        past = _stem(word, "ed")
        if past == word + "ed" and word[-1] == "l" and word[-2] in _VOWELS and word[-3:-2] not in "aeio":
            return (third, "s"), (past, "ed"), (ing, "ing"), (word + "led", "ed"), (word + "ling", "ing")
        return (third, "s"), (past, "ed"), (ing, "ing")
    past, participle = irregular
    if past == word + word[-1] + "ed" or word == "begin":
        ing = word + word[-1] + "ing"
    elif len(word) > 3 and word[-3:] in irregular_verbs():
        ing = word[:-3] + _stem(word[-3:], "ing")  # forget as get
    if participle:
        return (third, "s"), (past, "ed"), (participle, "en"), (ing, "ing")
    return (third, "s"), (past, "ed"), (ing, "ing")


@cache
def irregular_verbs() -> Mapping[str, tuple[str, str]]:
    """Return the past of each irregular verb, and its participle where that differs (else "")."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("irregular_verbs")}


def _stem(word: str, ending: str) -> str:
    """Join an ending that begins with a vowel: drop -e, double after one short vowel, turn -y into -i-."""
    last, before = word[-1], word[-2:-1]
    if last == "e":
        if ending == "ing" and before and before in "eoy":
            return word + ending
        return word[:-1] + ending
    if last == "y":
        return word[:-1] + "i" + ending if before not in _VOWELS and ending[0] != "i" else word + ending
    if last == "c" and before == "i":
        return word + "k" + ending
    if last in "aeiouwx":
        return word + ending
    vowels = sum(map(word.count, "aeiouy"))
    if vowels == 1 and before and before in "aeiouy":
        return word + last + ending
    if vowels == 2 and word[-4:-1] == "qui":
        return word + last + ending
    return word + ending


def adverb(word: str) -> str:
    """Return the regular adverb of an adjective."""
    if word[-1] == "y" and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ily"
    if word.endswith("ic"):
        return word + "ally"
    if word.endswith("le") and word[-3:-2] not in _VOWELS:
        return word[:-1] + "y"
    if word.endswith("ll"):
        return word + "y"
    return word + "ly"
