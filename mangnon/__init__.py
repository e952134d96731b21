"""Măng Non: the platform on which a Vietnamese city runs its plan for children.

Rooms and the direction in which they may know each other: `.importlinter`; what each answers for: its own docstring.
"""
