"""Pure decisions about reports: states, deadlines, completeness, grouping, keeping."""
