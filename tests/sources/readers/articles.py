"""Invented articles for tables made by tests."""

import random

_WHO = "The council,The mayor,A spokesman,The ferry company,The traders' union,Mayor Ann Lowe,The port authority".split(
    ","
)
_DID = "closed,sold,defended,criticised,postponed,approved,rejected,reopened,praised,doubted".split(",")
_WHAT = "the old ferry terminal,a plan for new flats,the budget,the fish market,a vote on the bridge,the tram".split(
    ","
)
_WHEN = "on Tuesday,after a long night,last week,in the spring,before the holidays,two years later".split(",")
_OUTLETS = ("Reuters", "BBC News", "The Guardian", "CNN")


def article(number: int, *, sentences: int = 20) -> dict[str, str]:
    """Return an article: the same for the same number, texts all different."""
    chance = random.Random(number)

    def pick(words):
        return chance.choice(words)

    def sentence():
        reply = f"{pick(_WHO)} spoke of {chance.randrange(10**6)} reasons"
        return f"{pick(_WHO)} {pick(_DID)} {pick(_WHAT)} {pick(_WHEN)}, and {reply}."

    prose = [sentence() for _ in range(sentences)]
    paragraphs = [" ".join(prose[start : start + 4]) for start in range(0, sentences, 4)]
    return {
        "title": f"{pick(_WHO)} {pick(_DID)} {pick(_WHAT)} again, number {number}",
        "text": "\n\n".join(paragraphs),
        "source": pick(_OUTLETS),
        "url": f"https://harbourpost.example/news/{number}",
        "date": f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "author": f"{pick(('Ann', 'Bo', 'Cem'))} {pick(('Lowe', 'Ray', 'Okoye'))}",
    }
