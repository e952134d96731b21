"""The demonstration: invented people with accounts, and the yearly story from ward lists to the city's report."""
