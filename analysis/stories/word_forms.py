"""One form for the forms of a word, language by language: case, possessive, elided article and inflection taken off.

Stemming: M. F. Porter, "Snowball: a language for stemming algorithms", 2001, in NLTK's implementation, which needs no
corpus.
"""

from collections.abc import Callable
from functools import cache

from analysis.wordlists import column

SNOWBALL = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish",
}  # fmt: skip
"""ISO 639-1 code -> name of the stemmer. Words of other languages keep their endings."""

SHORT = 3
"""Letters up to which a word counts as grammatical in a language that we have no list of: short words mostly are."""


@cache
def form_of(language: str | None) -> Callable[[str], str]:
    """Return a function from a word of this language (None: English) to its stem, "" for a word that carries no topic.

    Such are grammatical words and single letters. Letters with full stops (U.S.) are a name, whatever they spell.
    """
    from nltk.stem.snowball import SnowballStemmer

    code = language or "en"
    english = code == "en"
    skipped = column("function_words") if english else column("function_words_other", kind=code)
    stem = SnowballStemmer(SNOWBALL[code]).stem if code in SNOWBALL else str

    def form(token: str) -> str:
        word = token.lower().replace("’", "'").replace("ʼ", "'")
        if "." in word and not word[0].isdigit():
            return str(stem(word.replace(".", "")))
        bare = word.removesuffix("'s").removesuffix("'")
        word = bare if english else word.rsplit("'", 1)[-1]  # l'accord, dell'accordo
        if len(word) < 2 or word in skipped or (not skipped and len(word) <= SHORT and word.islower()):
            return ""
        return str(stem(word))

    return form
