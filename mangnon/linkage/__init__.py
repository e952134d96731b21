"""Are these the same child? Comparisons, decisions and their reasons; source records are never edited."""
