"""Regular English inflection: the forms under which a lexicon's term is looked for."""

import re
from collections.abc import Iterable

PARTS = ("verb", "noun", "adj", "ly", "er")
"""What may stand in a lexicon's `form` column, joined by "+": verb (-s, -ed, -ing; the first word of a phrase),
noun (plural; the last word), adj (unchanged), ly (its adverb), er (comparative and superlative)."""

_VOWELS = "aeiou"


def inflect(term: str, form: str) -> tuple[str, ...]:
    """Return every surface form of `term`, itself first, each once.

    `form` is empty (the term as it stands), parts of `PARTS` joined by "+", or, where English is irregular, "=" and the
    other forms separated by commas ("=tears, tore, torn, tearing"; in a phrase they replace the first word). Endings
    in -ize are given in -ise too. Raises ValueError for an unknown part.
    """
    first, _, rest = term.partition(" ")
    if form.startswith("="):
        others = (_joined(f.strip(), rest) for f in form[1:].split(","))
        return _with_ise((term, *others))
    forms = [term]
    for part in filter(None, form.split("+")):
        if part == "verb":
            forms += [_joined(f, rest) for f in _verb(first)]
        elif part == "noun":
            head, _, last = term.rpartition(" ")
            forms.append(f"{head} {_plural(last)}".strip())
        elif part == "ly":
            forms.append(_adverb(term))
        elif part == "er":
            forms += [_stem(term, "er"), _stem(term, "est")]
        elif part != "adj":
            raise ValueError(f"unknown form {part!r}; known: {', '.join(PARTS)}")
    return _with_ise(forms)


def _joined(first: str, rest: str) -> str:
    return f"{first} {rest}".strip()


def _with_ise(forms: Iterable[str]) -> tuple[str, ...]:
    both: dict[str, None] = {}
    for form in forms:
        both[form] = None
        both[re.sub(r"(?<=\w\w\w)iz(e|es|ed|ing|er|ers|ation|ations)\b", r"is\1", form)] = None
    return tuple(both)


def _plural(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _verb(word: str) -> tuple[str, str, str]:
    third = word + "es" if re.search(r"[^aeiou]o$", word) else _plural(word)
    ing = word[:-2] + "ying" if word.endswith("ie") else _stem(word, "ing")
    return third, _stem(word, "ed"), ing


def _stem(word: str, ending: str) -> str:
    """Join an ending that begins with a vowel: drop -e, double after one short vowel, turn -y into -i-."""
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "oe", "ye"))):
        return word[:-1] + ending
    if re.search(r"[^aeiou]y$", word) and not ending.startswith("i"):
        return word[:-1] + "i" + ending
    if word.endswith("ic"):
        return word + "k" + ending
    one_vowel = sum(a not in _VOWELS + "y" for a in word) + 1 == len(word)
    if one_vowel and re.search(r"[aeiouy][^aeiouywx]$", word):
        return word + word[-1] + ending
    if re.fullmatch(r"[^aeiou]*qui[^aeiouwxy]", word):
        return word + word[-1] + ending
    return word + ending


def _adverb(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ily"
    if word.endswith("ic"):
        return word + "ally"
    if re.search(r"[^aeiou]le$", word):
        return word[:-1] + "y"
    if word.endswith("ll"):
        return word + "y"
    return word + "ly"
