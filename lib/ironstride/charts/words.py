"""Words that the sentences under charts share."""


def count(number: int, noun: str) -> str:
    """Write a number with its noun.

    >>> count(1, "run"), count(12, "week")
    ('1 run', '12 weeks')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
