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
_BEFORE_PLURALS = frozenset("by in on from about between over against despite amid without under as such more".split())
_BEFORE_VERBS = frozenset(
    "to will would can could may might must should shall did do does not n't or they we you i who people police".split()
)
_PROGRESSIVE_AFTER = frozenset(
    "is are was were be been being am by of for after before while when from without and or in not started began keeps "
    "kept start begin stop stopped of it's he's she's they're we're i'm".split()
)
_OBJECTS = frozenset(
    "a an the this that these those his her their its our my your him them it us me what how all any some more to at "
    "on over for with into about up down out off back through against from in by".split()
)
"""Words that follow a verb oftener than a noun that its participle describes."""


def neutral_wording(entry: Entry, surface: str, *, before: str = "", after: str = "") -> str:
    """Return a plainer wording for a surface form of an entry that stands between the words `before` and `after`.

    Of the words around it "" says nothing: none is there, a mark parts them, or the one after is a name. The wording is
    "" where none is known, and where the form is or may be used as another part of speech than the entry's ("personal
    attacks", "a damning report"); `LEFT_OUT` where the term can be left out.
    """
    neutral = entry.neutral
    if not neutral or neutral == LEFT_OUT:
        return neutral
    kind = entry.forms.get(surface, "")
    if _VERBAL.isdisjoint(entry.forms.values()):
        return reworded(neutral, kind)
    one_word = " " not in surface
    if kind in {"", "s", "ing"} and before in _BEFORE_NOUNS:
        return ""
    if kind == "s" and one_word and before in _BEFORE_PLURALS:
        return ""
    if not kind and one_word and before and before not in _BEFORE_VERBS and not before.endswith(("s", "n't")):
        return ""
    if not kind and neutral.split(" ")[0] == "not" and before and before not in _BEFORE_VERBS:
        return ""
    if kind == "ing" and neutral == "not":
        return ""
    if kind == "ing" and one_word and after and after not in _OBJECTS and before not in _PROGRESSIVE_AFTER:
        return ""
    participle = kind == "ed" and (before in _PARTICIPLE_AFTER or before in _BEFORE_NOUNS)
    return reworded(neutral, "en" if participle else kind)


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
