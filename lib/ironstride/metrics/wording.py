"""Numbers, days and plans as sentences write them."""

from datetime import date

from ironstride.standards.detection import Pattern

IN_TURN = "8 to 12 weeks with more lifting in turn with 8 to 12 weeks of less, three times or more"
PATTERNS: dict[Pattern, str] = {
    "on/off": "12 weeks of lifting and 12 without in turn",
    "wandering": "strength that goes up and down by about 5 % as it happens",
    "rise and plateau": "strength that goes one way and then stays",
}


def signed(value: float) -> str:
    """Write two decimals with a true minus sign, and no minus before zero.

    >>> signed(-0.214), signed(-0.001)
    ('−0.21', '0.00')
    """
    return f"{value:z.2f}".replace("-", "−")


def named(day: date) -> str:
    """Write a day as a sentence says it.

    >>> named(date(2026, 11, 3))
    '3 November'
    """
    return f"{day.day} {day:%B}"


def interval(low: float, high: float) -> str:
    """Write an interval.

    >>> interval(-0.21, 0.57)
    '−0.21 to 0.57'
    """
    return f"{signed(low)} to {signed(high)}"
