"""Words of the register: people, statutory circumstances, ethnic groups."""
