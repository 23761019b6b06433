"""A plainer wording in the form in which the loaded one stands: "slams" is to "slam" as "criticises" to "criticise"."""

from analysis.words.entries import Entry
from analysis.words.inflection import adverb, plural, verb_forms

LEFT_OUT = "-"
"""What an entry's `neutral` says where the term can simply be left out."""

_VERBAL = frozenset({"s", "ed", "en", "ing"})
_PARTICIPLE_AFTER = frozenset("is are was were be been being am has have had having get gets got getting by".split())
_BEFORE_NOUNS = frozenset(
    "a an the this that these those his her their its our my your of no any another some each every for with".split()
)


def neutral_wording(entry: Entry, surface: str, *, before: str = "") -> str:
    """Return a plainer wording for a surface form of an entry that stands after the word `before`.

    "" where none is known, and where the form is used as another part of speech than the entry's; `LEFT_OUT` where the
    term can be left out.
    """
    neutral = entry.neutral
    if not neutral or neutral == LEFT_OUT:
        return neutral
    kind = entry.forms.get(surface, "")
    verb = not _VERBAL.isdisjoint(entry.forms.values())
    if verb and kind in {"", "s", "ing"} and before in _BEFORE_NOUNS:
        return ""
    return reworded(neutral, "en" if kind == "ed" and before in _PARTICIPLE_AFTER else kind)


def reworded(neutral: str, kind: str) -> str:
    """Return `neutral` in a form that `inflections` names; "" where it has none.

    In a phrase, verbs are inflected in their first word, nouns in the word before "of", "who", "for", "in", "to",
    "from", "with", "by" or "between", or in the last.
    """
    if kind in _VERBAL:
        return _verb(neutral, kind)
    if kind == "plural":
        words = neutral.split(" ")
        head = next((n for n, word in enumerate(words) if word in _AFTER_HEAD), len(words))
        return " ".join([*words[: head - 1], plural(words[head - 1]), *words[head:]]) if head else neutral
    if kind == "ly":
        return "" if " " in neutral else adverb(neutral)
    return f"{'more' if kind == 'er' else 'most'} {neutral}" if kind else neutral


_AFTER_HEAD = frozenset("of who for in to from with by between that on".split())


def _verb(neutral: str, kind: str) -> str:
    first, _, rest = neutral.partition(" ")
    if first == "not":
        said = {"s": f"does not {rest}", "ed": f"did not {rest}", "en": "", "ing": f"not {rest and _verb(rest, kind)}"}
        return said[kind].rstrip()
    forms = {given: form for form, given in verb_forms(first)}
    form = forms.get(kind, forms["ed"]) if kind == "en" else forms[kind]
    return f"{form} {rest}".strip()
