"""The act of 1 July 2025 over a city of a million children and twenty thousand duties."""
