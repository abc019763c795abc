"""The maximum heart rate to be expected at an age, where none was measured."""


def nes(age: float) -> float:
    """Return the maximum heart rate [bpm] expected at an age [years]: 211 − 0.64 age.

    Source: Nes 2013, doi:10.1111/j.1600-0838.2012.01445.x, n = 3 320. Limits: the standard error
    is 10.8 bpm, a whole zone: measure it, or take the highest in the log.

    >>> round(nes(40), 1)
    185.4
    """
    return 211 - 0.64 * age
