"""Invented events in which one page contradicts another in one place, and such in which none does.

Each fact has two wordings, with one thing left open: a number, a date, a place, a name, whether it was so, or who did
it. A page of an event tells six facts of six families; a contradiction is planted by filling one of them otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article, article_id

FAMILIES = ("number", "date", "place", "name", "negation", "who")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in two wordings; {} stands for what is left open."""

    first: str
    second: str
    told: tuple[str, str]
    """What fills both wordings where the pages agree."""

    planted: str
    """What fills the second one where they do not."""

    shown: tuple[str, str]
    """Words of which one must be in what is pointed out on each side, where it is found."""


def _same(first: str, second: str, value: str, planted: str) -> Fact:
    return Fact(first, second, (value, value), planted, (value, planted))


FACTS: dict[str, tuple[Fact, ...]] = {
    "number": (
        _same(
            "{} passengers were taken to hospital after the tram left its rails on Quarry Hill.",
            "After the tram left its rails on Quarry Hill, {} passengers were taken to hospital.",
            "17",
            "29",
        ),
        _same(
            "The council will spend ${} million on the new sea wall at Dunsay.",
            "The new sea wall at Dunsay will cost the council ${} million, according to the budget.",
            "4.6",
            "6.4",
        ),
        _same(
            "Unemployment in the valley rose to {} percent in the spring, the labour office said.",
            "In the spring, unemployment in the valley rose to {} percent.",
            "6",
            "6.5",
        ),
        _same(
            "The dairy at Ormskel will lay off {} of its workers this winter.",
            "This winter {} workers of the Ormskel dairy will lose their jobs.",
            "140",
            "180",
        ),
        _same(
            "The storm left {} households in the delta without electricity for a night.",
            "For a night {} households in the delta had no electricity because of the storm.",
            "3,200",
            "4,100",
        ),
        _same(
            "Rescuers pulled {} miners from the flooded shaft at Brenn.",
            "At Brenn, {} miners were pulled from the flooded shaft by rescuers.",
            "eleven",
            "nine",
        ),
        _same(
            "The ferry company raised its fares by {} percent.",
            "Fares on the ferries went up by {} percent, the company confirmed.",
            "11",
            "12",
        ),
        _same(
            "The orchard was sold to a brewer for €{} million.",
            "A brewer bought the orchard for €{} million.",
            "2.4",
            "2.5",
        ),
    ),
    "date": (
        _same(
            "The drawbridge at Corrow will reopen to lorries on {}.",
            "Lorries may use the drawbridge at Corrow again from {}, the engineers said.",
            "14 June",
            "24 June",
        ),
        _same(
            "The tannery shut its last workshop in {}.",
            "In {}, the tannery shut its last workshop.",
            "March",
            "April",
        ),
        _same(
            "The lighthouse at Skarn was built in {} by prisoners.",
            "Prisoners built the lighthouse at Skarn in {}.",
            "1871",
            "1817",
        ),
        _same(
            "The hearing on the quarry was held on {} behind closed doors.",
            "Behind closed doors, the hearing on the quarry was held on {}.",
            "Tuesday",
            "Thursday",
        ),
        _same(
            "The sample of well water was taken on {}, the laboratory wrote.",
            "The laboratory took the sample of well water on {}.",
            "9 May",
            "19 May",
        ),
        _same(
            "The pilots of the mail plane went on strike on {}.",
            "On {} the pilots of the mail plane went on strike over pay.",
            "3 October",
            "30 October",
        ),
    ),
    "place": (
        _same(
            "The stolen altarpiece was found in a warehouse in {}.",
            "Police found the stolen altarpiece in a warehouse in {}.",
            "Portugal",
            "Denmark",
        ),
        _same(
            "The crew of the trawler was flown to {} for treatment.",
            "For treatment, the crew of the trawler was flown to {}.",
            "Iceland",
            "Norway",
        ),
        _same(
            "The turbine blades are made at a plant in {}.",
            "A plant in {} makes the turbine blades.",
            "Poland",
            "Turkey",
        ),
        _same(
            "The freight train burnt out near the town of {} before dawn.",
            "Before dawn the freight train burnt out near the town of {}.",
            "Halden",
            "Morvick",
        ),
        _same(
            "The wounded climber was brought to {} hospital by helicopter.",
            "A helicopter brought the wounded climber to {} hospital.",
            "Oakrow",
            "Lindholt",
        ),
    ),
    "name": (
        _same(
            "Captain {} told the inquiry that the radar had failed.",
            "The radar had failed, Captain {} told the inquiry.",
            "Ines Tolland",
            "Irene Tolland",
        ),
        _same(
            "The water board is led by its director, {}.",
            "{}, the director of the water board, leads it since spring.",
            "Ada Fenwick",
            "Otto Brume",
        ),
        _same(
            "Mayor {} opened the rebuilt market hall with a speech.",
            "The rebuilt market hall was opened with a speech by Mayor {}.",
            "Carla Nydam",
            "Rosa Ekholm",
        ),
        _same(
            "The bakery's owner, {}, was fined for selling stale bread.",
            "{}, the owner of the bakery, was fined for selling stale bread.",
            "Hugo Strand",
            "Nils Varga",
        ),
        _same(
            "Judge {} sentenced the smuggler to four years in prison.",
            "The smuggler was sentenced to four years in prison by Judge {}.",
            "Marta Quist",
            "Lena Dorn",
        ),
    ),
    "negation": (
        Fact(
            "The pumping station {} during the flood of the lower town.",
            "During the flood of the lower town the pumping station {}.",
            ("failed", "failed"),
            "did not fail",
            ("failed", "not fail"),
        ),
        Fact(
            "The harbour pilot {} on board when the tanker grounded on the reef.",
            "When the tanker grounded on the reef, the harbour pilot {} on board.",
            ("was", "was"),
            "was not",
            ("on board", "not on board"),
        ),
        Fact(
            "The museum {} the bronze horse to the monastery that had lent it.",
            "The museum {} the bronze horse to the monastery, which had lent it.",
            ("returned", "returned"),
            "never returned",
            ("returned", "never returned"),
        ),
        Fact(
            "The insurer {} to pay for the burnt chapel roof.",
            "For the burnt chapel roof the insurer {} to pay.",
            ("agreed", "agreed"),
            "refused",
            ("agreed", "refused"),
        ),
        Fact(
            "The smelter {} permission to burn waste oil, the ministry said.",
            "The ministry said that the smelter {} permission to burn waste oil.",
            ("had", "had"),
            "had no",
            ("had", "no permission"),
        ),
        Fact(
            "The warden {} the cell door before he left the wing.",
            "Before he left the wing, the warden {} the cell door.",
            ("locked", "locked"),
            "had not locked",
            ("locked", "not locked"),
        ),
    ),
    "who": (
        Fact(
            "{} rejected the last offer in the pay dispute at the cannery.",
            "In the pay dispute at the cannery, {} rejected the last offer.",
            ("The union", "the union"),
            "the owners",
            ("union", "owners"),
        ),
        Fact(
            "{} struck the first blow in the brawl at the cattle market, a witness said.",
            "A witness said that {} struck the first blow in the brawl at the cattle market.",
            ("The butcher", "the butcher"),
            "the drover",
            ("butcher", "drover"),
        ),
        Fact(
            "{} withdrew from the fishing treaty without notice.",
            "Without notice, {} withdrew from the fishing treaty.",
            ("Iceland", "Iceland"),
            "Norway",
            ("Iceland", "Norway"),
        ),
        Fact(
            "{} attacked {} at the weekly meeting over the cost of the stadium.",
            "Over the cost of the stadium, {} attacked {} at the weekly meeting.",
            ("Ada Fenwick|Otto Brume", "Ada Fenwick|Otto Brume"),
            "Otto Brume|Ada Fenwick",
            ("Fenwick", "Brume"),
        ),
    ),
}

FILLERS = (
    "The bakery on Tolver Street opens at six. A heron was seen near the old quay. Nobody minds the fog.",
    "Tickets for the flower show go on sale soon. The choir rehearses in the crypt. It smells of wax.",
)


@dataclass(frozen=True, slots=True)
class Event:
    """Two pages on one event, and what was planted."""

    name: str
    family: str
    """"" where nothing was planted."""

    fact: Fact | None
    pages: tuple[Article, Article]

    def aligned(self) -> Aligned:
        """Return the facts that the pages share."""
        members = MEMBERS.frame((page.id, "event", "story", 0.5, "", page.id) for page in self.pages)
        return align(read(list(self.pages)), members)


def events() -> Iterator[Event]:
    """Yield an event for each fact with a contradiction in it, then those where the pages agree throughout."""
    most = max(map(len, FACTS.values()))
    for number in range(most):
        facts = {family: known[number % len(known)] for family, known in FACTS.items()}
        for family in FAMILIES:
            if number < len(FACTS[family]):
                yield _event(f"{family} {number}", facts, family)
        yield _event(f"agree {number}", facts, "")


def _event(name: str, facts: dict[str, Fact], family: str) -> Event:
    first = [fact.first.format(*fact.told[0].split("|")) for fact in facts.values()]
    second = [
        fact.second.format(*(fact.planted if kind == family else fact.told[1]).split("|"))
        for kind, fact in facts.items()
    ]
    pages = (_page("north", name, first, FILLERS[0]), _page("south", name, second[::-1], FILLERS[1]))
    return Event(name, family, facts.get(family), pages)


def _page(outlet: str, name: str, told: list[str], filler: str) -> Article:
    text = "\n\n".join([*(sentence[:1].upper() + sentence[1:] for sentence in told), filler])
    return Article(
        id=article_id(outlet + name, text), title=name, text=text, outlet=outlet, source="test", language="en"
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the planted contradictions."""

    planted: dict[str, int]
    found: dict[str, int]
    wrong: tuple[str, ...]
    """What was pointed out and not planted, with the event's name."""


def outcome(tried: Iterator[Event]) -> Outcome:
    """Align the events and count what is found and what is claimed wrongly, by family."""
    planted = dict.fromkeys(FAMILIES, 0)
    found = dict.fromkeys(FAMILIES, 0)
    wrong: list[str] = []
    for event in tried:
        said = [one for told in event.aligned().claims["difference"].dropna() for one in str(told).split("; ")]
        right = [one for one in said if event.fact and any(word.lower() in one.lower() for word in _both(event.fact))]
        wrong += [f"{event.name}: {one}" for one in said if one not in right]
        if event.family:
            planted[event.family] += 1
            found[event.family] += bool(right)
    return Outcome(planted, found, tuple(wrong))


def _both(fact: Fact) -> tuple[str, ...]:
    return (fact.shown[1],)
