"""Tags every template knows: words (how values are written) and parts (components)."""
