"""A city of people who do not exist: households, names, numbers and the errors real lists have. Same wishes, same bytes.

Nobody here is real. Names are drawn syllable by syllable from frequency tables (data/README.md), everything else from a seeded
random stream. Whole columns are made at once as integer codes; text appears only at the end.
"""

from mangnon.cli.city.city import City, generate
from mangnon.cli.city.difficulty import FEW_NUMBERS, HARD, STANDARD, Difficulty

__all__ = ["FEW_NUMBERS", "HARD", "STANDARD", "City", "Difficulty", "generate"]
