"""Plans on screen: the paper beside its duties, correcting what was read, adopting, giving duties to people, reporting progress."""
