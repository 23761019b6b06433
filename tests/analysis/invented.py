"""Invented reports of invented events, for the tests of grouping, copies and wording."""

import pandas as pd

from analysis.tables import ARTICLES

BRIDGE_AGENCY = (
    "The Tarrow Bridge was closed to lorries on Monday after engineers found cracks in two of its steel hangers. "
    "The bridge authority said vehicles above seven tonnes must use the Ostby tunnel until the hangers are replaced. "
    "Inspectors noticed the cracks during a routine survey with drones, the authority said in a statement. "
    "About 4,200 lorries cross the bridge every day, most of them on their way to the port of Kell. "
    "The replacement is expected to take nine weeks and to cost 3.1 million crowns, according to the authority. "
    "Hauliers asked the government for help with the tolls that they must pay in the Ostby tunnel."
)
BRIDGE_LOCAL = (
    "Lorry drivers woke up to long queues at the Ostby tunnel after the Tarrow Bridge was shut to heavy traffic. "
    "Cracks were seen in two hangers of the bridge, and nothing heavier than seven tonnes may cross it for now. "
    "Berit Sand, who drives timber to Kell every morning, said the detour adds an hour and a toll of 90 crowns. "
    "The bridge authority wants to put in new steel hangers within nine weeks. "
    "Shopkeepers on the Kell side hope that cars, which may still use the bridge, will keep coming."
)
BRIDGE_OPINION = (
    "Nobody who has looked up at the rusty hangers of the Tarrow Bridge can be surprised by the cracks. "
    "For years the bridge authority put off repairs, and now hauliers pay for it with tolls in the Ostby tunnel. "
    "Nine weeks without lorries on the bridge is a long time for the port of Kell. "
    "The government should say who decided that steel hangers can wait."
)
ORCHID_SCIENCE = (
    "Botanists have found an orchid in the Velmar highlands that was thought to have died out ninety years ago. "
    "The orchid, Neotia velmarica, flowers for four days each spring on limestone ledges above the tree line. "
    "A doctoral student photographed eleven plants in May, and the herbarium in Lund compared them with old drawings. "
    "The ledges will be fenced against goats, and their place is kept secret from collectors. "
    "Pollen of the orchid will be frozen in the seed bank of the herbarium."
)
ORCHID_TABLOID = (
    "A flower back from the dead! The tiny orchid of the Velmar highlands was last drawn ninety years ago. "
    "Student Ines Roth crawled along limestone ledges until she saw eleven of the plants in full flower. "
    "Collectors would pay a fortune for the orchid, so botanists will not tell anybody where the ledges are. "
    "Hungry goats are kept out by a fence, and the herbarium in Lund wants to freeze pollen of the orchid."
)
STRIKE = (
    "Bakers in the four southern counties will walk out on Thursday in a dispute over night shifts. "
    "Their union wants double pay after midnight, and the guild of bakeries has offered a quarter more. "
    "Supermarkets are ordering bread from abroad to fill shelves over the holiday."
)

TOLD = (
    ("a1", "Agency", "Cracks close Tarrow Bridge to lorries", BRIDGE_AGENCY, "2026-03-02T08:00:00+00:00"),
    ("b2", "Kell Observer", "Queues at the tunnel as bridge is shut", BRIDGE_LOCAL, "2026-03-03T06:00:00+00:00"),
    ("c3", None, None, BRIDGE_OPINION, "2026-03-04T18:00:00+00:00"),
    ("d4", "Fern", "Orchid found again after ninety years", ORCHID_SCIENCE, "2026-05-20T09:00:00+00:00"),
    ("e5", "Daily Loud", "Back from the dead: the secret orchid", ORCHID_TABLOID, "2026-05-21T09:00:00+00:00"),
    ("f6", "Agency", "Bakers to strike over night shifts", STRIKE, "2026-05-21T10:00:00+00:00"),
)


def articles(*rows: tuple[str, str | None, str | None, str, str | None]) -> pd.DataFrame:
    """Return an ARTICLES frame from (id, outlet, title, text, published as ISO text)."""
    made = []
    for article, outlet, title, text, published in rows:
        known = {
            "id": article,
            "outlet": outlet,
            "title": title,
            "text": text,
            "published": pd.Timestamp(published) if published else None,
            "source": "invented",
        }
        made.append(tuple(known.get(name) for name in ARTICLES.names))
    return ARTICLES.frame(made)


def undated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the articles without their dates."""
    return frame.assign(published=pd.Series(pd.NaT, index=frame.index, dtype="datetime64[us, UTC]"))
