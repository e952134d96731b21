"""Documents turned into duties: clauses, tasks, one lead agency, many co-ordinating ones, a person, a deadline."""
