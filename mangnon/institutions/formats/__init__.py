"""Files of units and agencies."""
