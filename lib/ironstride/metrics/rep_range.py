"""How many repetitions, or how long a hold, an exercise is trained with."""

from ironstride.standards.guidance_choices import Phase

STARTER_REPS = (12, 15)
HEAVY_REPS = (3, 6)
OTHER_REPS = (6, 12)
HOLD_S = (30, 60)


def rep_range(kind: str, lower_body: bool, phase: Phase) -> tuple[int, int]:
    """Return the least and the most repetitions of a set, of a timed move its seconds [s].

    Starting: 12 to 15, as in the rule REPS-START of `standards.advice` (its article has it from
    the Mayo Clinic's advice on a single set). Heavy: 3 to 6 for a weighted exercise of the lower
    body, at 80 % of the maximum or more (trials of running economy: Llanos-Lagos 2024,
    doi 10.1007/s40279-023-01978-y; Støren 2008, doi 10.1249/MSS.0b013e318168da2f), 6 to 12 for
    all else (a convention; ACSM 2009, doi 10.1249/MSS.0b013e3181915670, has 8 to 12 for
    beginners). Holds: 30 to 60 s, as in the rule PLANK (a convention).

    >>> rep_range("weighted", True, "heavy"), rep_range("timed", False, "starter")
    ((3, 6), (30, 60))
    """
    if kind == "timed":
        return HOLD_S
    if phase == "starter":
        return STARTER_REPS
    return HEAVY_REPS if kind == "weighted" and lower_body else OTHER_REPS


def target_reserve(phase: Phase) -> int:
    """Return the repetitions to keep in reserve: 3 at the start, 2 later. A convention.

    >>> target_reserve("starter")
    3
    """
    return 3 if phase == "starter" else 2
