"""Documents on screen: the list, one with what it carries out and what carries it out, registers, files for the archive."""
