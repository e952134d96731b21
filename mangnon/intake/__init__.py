"""Files in, rows checked, records out; every raw cell is kept as the ward typed it."""
