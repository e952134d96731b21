"""Every component with its parameters, drawn from the very text that is shown."""
