"""Units and agencies: what exists on a day, what a name means, the history of each, what it answers to, open decisions."""
