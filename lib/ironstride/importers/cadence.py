"""Cadence as apps write it: steps, or the strides of one leg."""

# A runner takes 140 to 220 steps a minute, and half as many strides.
STRIDES_BELOW = 120


def steps_a_minute(cadence: float | None) -> float | None:
    """Return a run's cadence [steps per minute] from steps or strides; 0 stands for unknown.

    >>> steps_a_minute(86.0), steps_a_minute(172.0), steps_a_minute(0.0)
    (172.0, 172.0, None)
    """
    if not cadence:
        return None
    return round(cadence * 2 if cadence < STRIDES_BELOW else cadence, 1)
