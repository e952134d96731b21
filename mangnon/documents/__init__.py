"""Official documents and stored files, kept as the bytes that came in."""
