"""How outlets differ when they tell the same events, and how sure that is."""
