"""What a trial of one's own may be called, in words that claim no more than it shows."""

from datetime import date
from math import expm1

from ironstride.metrics.trial import MIN_TESTS, TrialResult
from ironstride.metrics.trial_calendar import Design
from ironstride.units import count

# The benefit [%] whose chance of being missed is told beside "no clear difference".
USUAL_BENEFIT = 3.0


def trial_title(result: TrialResult) -> str:
    """Return the finding in a few words."""
    if result.state == "difference":
        return f"{_direction(result).capitalize()} in lifting blocks"
    return {
        "not drawn": "Cannot tell: not a drawn calendar",
        "not begun": "Not begun yet",
        "not over yet": "Not over yet",
        "too few tests": "Cannot tell: too few tests",
        "no clear difference": "No clear difference",
    }[result.state]


def trial_sentence(result: TrialResult, design: Design, outcome: str, missed: int) -> str:
    """Return what a trial shows; `missed` is how many trials of ten would miss a real benefit."""
    if result.state == "not drawn":
        return (
            "Its blocks are not among those that its design could have drawn, so there is nothing "
            "to compare them with."
        )
    if result.state == "not begun":
        return f"It begins on {_day(design.begins_on)} and ends on {_day(design.ends_on)}."
    noun = "week" if design.test_every_weeks == 1 else "test"
    if result.state == "not over yet":
        return (
            f"It ends on {_day(design.ends_on)}. {_so_far(result, noun)} No difference "
            "is told before: whoever looks after every test and stops at a good moment finds "
            "something in more than 1 of 20 trials with nothing in them."
        )
    if result.state == "too few tests":
        return (
            f"A result takes {MIN_TESTS} {noun}s that count in each kind of block. "
            f"{_so_far(result, noun)}"
        )
    return f"{_shown(result, outcome, noun)} {_meant(result, missed)}"


def _so_far(result: TrialResult, noun: str) -> str:
    return (
        f"So far {count(result.lifting, noun)} in lifting blocks and {result.maintenance} in "
        "maintenance blocks count."
    )


def _direction(result: TrialResult) -> str:
    return "faster" if result.difference > 0 else "slower"


def _shown(result: TrialResult, outcome: str, noun: str) -> str:
    size = f"{abs(100 * expm1(result.difference / 100)):.1f}"
    compared = f"{size} % {_direction(result)} in lifting blocks than"
    if size == "0.0":
        compared = "as fast in lifting blocks as"
    return (
        f"With general progress over time taken out, your {outcome} was {compared} in maintenance "
        f"blocks ({count(result.lifting, noun)} against {result.maintenance}). Of the "
        f"{result.calendars} calendars that could have been drawn, {result.as_large} would show a "
        f"difference at least as large (p = {result.p:.3f})."
    )


def _meant(result: TrialResult, missed: int) -> str:
    if result.state == "difference":
        return (
            "The draw alone gives that in at most 1 of 20 trials with nothing in them. It speaks "
            "for all that you did otherwise in those blocks, not for the lifting alone: you knew "
            "which block you were in."
        )
    return (
        "That does not mean lifting doesn't help: a trial like this would miss a real benefit of "
        f"{USUAL_BENEFIT:.0f} % about {missed} times in 10."
    )


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
