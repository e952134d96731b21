"""Children: the list with its search, one record with all its spells, entering, correcting, moving."""
