"""Acts of reorganisation: drafted or imported, checked, previewed, decided; what they left for a person to place."""
