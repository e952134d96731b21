"""Pure decisions of linkage: keys, judgements, side-by-side comparison."""

from mangnon.linkage.rules.comparing import Facts, compare
from mangnon.linkage.rules.grounds import other_given_name, reasons, scale, with_grounds
from mangnon.linkage.rules.judging import a_parent_agrees, births_fit, judge, level_of, same_birth, settle
from mangnon.linkage.rules.keys import name_key
from mangnon.register.rules import child_code

__all__ = [
    "Facts",
    "a_parent_agrees",
    "births_fit",
    "child_code",
    "compare",
    "judge",
    "level_of",
    "name_key",
    "other_given_name",
    "reasons",
    "same_birth",
    "scale",
    "settle",
    "with_grounds",
]
