from tests.sources.cleaning.pages import BODY, HEADLINE, read, rules_of

OTHERS = (
    "Every evening we send a letter with the day's best reading.",
    "GOATS ON THE ROOF",
    "Why the herd of Monte Corvo climbs",
    "In the Apennines, shepherd Luca Ferri has taught forty goats to sleep on tiles, and Giulia Conti has filmed them.",
    "A SONG FOR NOBODY",
    "Seven minutes with Kaspar Hoel",
    "The Norwegian singer Kaspar Hoel plays to empty churches in Lofoten, and Inga Berg records what comes back.",
)
LONG = "The ferry board said that the boats, the pier and the petition of the islanders would be debated again in May."


def test_stories_that_share_no_name_with_the_body_go() -> None:
    article = read(HEADLINE, "", *BODY, LONG, "Subscribe", *OTHERS)
    assert article.text.endswith(LONG)
    assert {rules_of(article)[line] for line in OTHERS} <= {"other subject", "outside the body"}


def test_prose_below_a_form_stays_whatever_it_names() -> None:
    rest = (
        "Alan Whitcombe, who grows potatoes near Skipton, said he had cut his planting by a fifth.",
        "“You cannot promise a supermarket in Leeds a crop you cannot carry,” Whitcombe told Priya Raman on Friday.",
    )
    article = read(HEADLINE, "", *BODY, LONG, "Subscribe", *rest)
    assert article.text.endswith("\n\n".join(rest))
