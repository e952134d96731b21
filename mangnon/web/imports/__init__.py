"""Lists coming in: sending a file, what was found in it, correcting in place."""
