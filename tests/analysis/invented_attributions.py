"""Sentences with who is quoted and who is said to have said something: decided before the rules were tried on them."""

N, A, D = "named", "anonymous", "document"

# text, speakers of its quotations, its attributions
SENTENCES = [
    # appositions
    (
        "The bow thruster did not respond as the ship approached, the harbour master, Edwin Carrow, said, and "
        "the captain, Ines Tolland, dropped anchor.",
        [],
        [("Edwin Carrow", N)],
    ),
    ("Shots were heard after dark, the police chief, Ann Lee, told reporters.", [], [("Ann Lee", N)]),
    ("The ministry’s spokeswoman, Ana Ruiz, said the bridge would open in May.", [], [("Ana Ruiz", N)]),
    ("Ana Ruiz, a spokeswoman for the ministry, said the bridge would open in May.", [], [("Ana Ruiz", N)]),
    (
        "A resident of the quay, who has lived there since 1980, said the noise was new.",
        [],
        [("A resident of the quay", A)],
    ),
    ("“The gates held,” the engineer in charge, Ruth Okafor, said.", ["Ruth Okafor"], [("Ruth Okafor", N)]),
    ("“The gates held,” said the engineer in charge, Ruth Okafor.", ["Ruth Okafor"], [("Ruth Okafor", N)]),
    (
        "The opposition was led by Ann Lee, a councillor from Selby, who said the lease was void.",
        [],
        [("Ann Lee", N)],
    ),
    (
        "A banker at one of the lenders, who asked not to be named, said it was late.",
        [],
        [("A banker at one of the lenders", A)],
    ),
    ("“Sold!” raged Maureen Tibb, 71.", ["Maureen Tibb"], [("Maureen Tibb", N)]),
    ("“It’s hush money,” snapped one mum.", ["one mum"], [("one mum", A)]),
    ("Schoolboy Tom Marsh, 17, said: “My mate flew past me.”", ["Tom Marsh"], [("Tom Marsh", N)]),
    ("A report by the council’s ecologist found 19 nests.", [], [("the council’s ecologist", N)]),
    ("Media reports said the quay would close.", [], [("Media reports", A)]),
    ("If they were told late, the fine will be set by the number of homes, lawyers said.", [], [("lawyers", A)]),
    # inversion
    ("The bridge will open in May, said Tom Marsh, the mayor.", [], [("Tom Marsh", N)]),
    ("“Never,” replied the mayor’s sister.", ["the mayor’s sister"], [("the mayor’s sister", N)]),
    ("Said Tom Marsh: “We will see.”", ["Tom Marsh"], [("Tom Marsh", N)]),
    # coordinated subjects
    ("The mayor and the police said the road would stay shut.", [], [("The mayor and the police", N)]),
    ("Ann Lee and Tom Marsh said the road would stay shut.", [], [("Ann Lee and Tom Marsh", N)]),
    (
        "Tom Marsh came late and said little, but Ann Lee argued that he was tired.",
        [],
        [("Tom Marsh", N), ("Ann Lee", N)],
    ),
    # passive
    ("Tom Marsh was told by officials that the road was shut.", [], [("officials", A)]),
    ("The fleet is said to be ready for the winter.", [], []),
    ("It was reported by the Selby Gazette that the road was shut.", [], [("Selby Gazette", N)]),
    ("Ann Lee is believed to have left the town.", [], []),
    # told X that
    ("Ann Lee told Tom Marsh that the money was gone.", [], [("Ann Lee", N)]),
    ("The minister told the Selby Gazette that the money was gone.", [], [("The minister", N)]),
    ("Ann Lee told Tom Marsh, “The money is gone.”", ["Ann Lee"], [("Ann Lee", N)]),
    # asked about, declined, did not respond
    ("Asked about the money, Ann Lee said it was gone.", [], [("Ann Lee", N)]),
    ("Asked whether the money was gone, the mayor shrugged.", [], []),
    ("Ann Lee declined to comment.", [], []),
    ("The ministry did not respond to a request for comment.", [], []),
    ("The company did not immediately comment on the claim.", [], []),
    ("Tom Marsh refused to say who had paid.", [], []),
    ("Police responded to a call from the quay on Monday.", [], []),
    # reported questions
    ("Ann Lee asked whether the gates would hold.", [], [("Ann Lee", N)]),
    ("Residents wondered why nobody had called them.", [], [("Residents", A)]),
    # colon
    ("Minister: no new taxes before the vote.", [], []),
    ("Ann Lee: “No new taxes.”", ["Ann Lee"], []),
    # organisations, it said
    ("Harbour Bank cut its forecast on Friday. It said trade would slow.", [], [("Harbour Bank", N)]),
    ("Selby Motors will close its plant. The company said demand had fallen.", [], [("Selby Motors", N)]),
    # people without names
    ("Sources close to the minister said he would resign.", [], [("Sources close to the minister", A)]),
    ("A person briefed on the talks said they had failed.", [], [("A person briefed on the talks", A)]),
    ("Two people who asked not to be named said the talks had failed.", [], [("Two people", A)]),
    ("The talks have failed, according to an official who spoke on condition of anonymity.", [], [("an official", A)]),
    (
        "The talks have failed, according to a spokesman for the Harbour Ministry.",
        [],
        [("a spokesman for the Harbour Ministry", N)],
    ),
    ("The talks have failed, according to a spokesman.", [], [("a spokesman", A)]),
    ("It is understood that the talks have failed.", [], []),
    # documents and figures
    (
        "Bottled supplies of 40,000 litres a day, and tankers, are adding some €70,000 a day, according to "
        "figures given to investors.",
        [],
        [("figures", D)],
    ),
    ("Sales fell by a tenth in June, official data showed.", [], [("official data", D)]),
    ("The bridge was sound, according to documents seen by this paper.", [], [("documents", D)]),
    ("Most voters want a bridge, a poll found.", [], [("a poll", D)]),
    ("A report by the Harbour Office advised the council to close the quay.", [], [("Harbour Office", N)]),
    ("Ann Lee’s latest newsletter post says the quay will close.", [], [("Ann Lee", N)]),
    ("A statement said the quay would close.", [], [("A statement", D)]),
    ("According to the council’s report, the quay will close.", [], [("the council", N)]),
    ("Court records show that the firm paid nothing.", [], [("Court records", D)]),
    # doing, not telling
    ("Prices doubled when Norland first announced its export controls.", [], []),
    ("Norland announced that it would curb exports.", [], [("Norland", N)]),
    ("Norland announced the quay would close.", [], [("Norland", N)]),
    ("The quay will close in May, Norland announced.", [], [("Norland", N)]),
    ("Norland threatened tariffs of a third on all fish.", [], []),
    ("The council promised three million pounds for the quay.", [], []),
    ("Tom Marsh called a vote and ordered a review.", [], []),
    ("The council maintains the roads of the town.", [], []),
    ("The fire claimed three lives on Monday.", [], []),
    ("The parties agreed a truce in March.", [], []),
    ("Tom Marsh declared a state of emergency.", [], []),
    ("Tom Marsh declared that the town was safe.", [], [("Tom Marsh", N)]),
    ("The union urged members to vote for the deal.", [], [("The union", N)]),
    ("Selby Motors posted a loss of two million pounds.", [], []),
    ("Selby Motors agreed to pay the fine.", [], []),
    # two speakers, pronouns
    (
        "“We won,” Ann Lee said. “We lost,” Tom Marsh replied.",
        ["Ann Lee", "Tom Marsh"],
        [("Ann Lee", N), ("Tom Marsh", N)],
    ),
    (
        "Mary Cole met Tom Marsh on Friday. She said the talks went well. He said they had failed.",
        [],
        [("Mary Cole", N), ("Tom Marsh", N)],
    ),
    (
        "Mary Cole met Tom Marsh on Friday. “It went well,” she said. “It failed,” he said. “He is wrong,” she added.",
        ["Mary Cole", "Tom Marsh", "Mary Cole"],
        [("Mary Cole", N), ("Tom Marsh", N), ("Mary Cole", N)],
    ),
    ("Tom Marsh said that Ann Lee had lied. “I did not,” she said.", ["Ann Lee"], [("Tom Marsh", N), ("Ann Lee", N)]),
    # marks
    ("‘It’s not the council’s money,’ Ann Lee said. ‘It’s ours.’", ["Ann Lee", "Ann Lee"], [("Ann Lee", N)]),
    (
        "Ann Lee said: “We are done.\n\n“Nobody is left.”\n\nTom Marsh said “nobody” was wrong.",
        ["Ann Lee", "Ann Lee", "Tom Marsh"],
        [("Ann Lee", N), ("Tom Marsh", N)],
    ),
    ("The “green” harbour was praised in the film “The Last Quay”.", [], []),
    ("Ann Lee dismissed the “so-called experts” of the council.", ["Ann Lee"], [("Ann Lee", N)]),
    ("The road, which the mayor said was safe, fell into the sea.", [], [("the mayor", N)]),
    ("The man who police said had fled was found at home.", [], [("police", N)]),
    ("Ann Lee, whom Tom Marsh called “a liar”, said nothing.", ["Tom Marsh"], [("Tom Marsh", N)]),
    ("Nobody said that the quay was safe.", [], []),
    ("If Ann Lee says the quay is safe, the ships will come.", [], []),
]
