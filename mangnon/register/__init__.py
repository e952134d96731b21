"""Children, households, carers, residences, identifiers, circumstances: every fact with its validity and its source."""
