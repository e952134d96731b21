"""Pure decisions of the document room: symbols, types, metadata, keeping."""
