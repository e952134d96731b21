"""People who log in, the dated positions they hold, and what those positions allow, where."""
