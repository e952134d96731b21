"""Supervision and social criticism by the Front: programmes, visits, recommendations and the replies owed."""
