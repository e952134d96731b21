"""The door for people: Vietnamese pages, one folder per journey; thin views that parse, make one call, and answer."""
