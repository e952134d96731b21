"""The root of all named refusals."""


class Refusal(Exception):
    """Something asked for is not done. The text is a Vietnamese sentence: what is wrong, where, what to do."""
