"""Reading a document, cutting its duties, judging how far they are. Pure: no database, no clock."""
