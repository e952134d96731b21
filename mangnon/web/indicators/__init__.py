"""Chỉ tiêu: the table of figures, one figure with its ground and source, the communes side by side, the children behind a number."""
