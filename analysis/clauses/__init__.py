"""Who does what to whom: verbs in the passive, their agents and undergoers, and deeds told as nouns."""
