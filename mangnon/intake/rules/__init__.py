"""Pure reading: headings, dates, words, names, a row as a whole."""
