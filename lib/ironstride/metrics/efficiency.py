"""Speed for a heart rate within one steady run; never a trend over many."""


def efficiency(speed_mps: float, hr_bpm: float) -> float:
    """Return speed ÷ heart rate [m/s per bpm] of a steady aerobic run, or of a part of one.

    Only to compare two parts of one run by `decoupling_pct`, never as a trend: heart rate is not
    zero at rest, so the ratio rises with effort alone, by 5.5 % from 144 to 156 bpm in a runner
    whose heart beats 60 + 30 v. Over months use `speed_at_reference_hr`. NaN without a
    speed or a heart rate above 0.

    >>> round(100 * (efficiency(3.2, 156) / efficiency(2.8, 144) - 1), 1)
    5.5
    """
    return speed_mps / hr_bpm if speed_mps > 0 and hr_bpm > 0 else float("nan")


def decoupling_pct(first: float, second: float) -> float:
    """Return how far `efficiency` falls from the first half of a run to the second [%].

    (first − second) ÷ first × 100. Only for the halves of one steady run on level ground, and only
    as a description: above 0 heart rate drifted up or speed fell, and heat, hills and thirst do
    that too; the usual limit of 5 % is a convention. See Smyth 2022
    (doi 10.1007/s40279-022-01680-5) for marathons. NaN where a half is NaN or the first is 0.

    >>> round(decoupling_pct(efficiency(1000 / 330, 145), efficiency(1000 / 335, 152)), 2)
    6.03
    """
    return 100 * (first - second) / first if first > 0 else float("nan")
