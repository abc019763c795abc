"""Timed holds, on their own scale."""

import numpy as np
from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets
from ironstride.frames.strength_trends import HoldBests

BASELINE_SESSIONS = 3


def hold_bests(lift_sets: DataFrame[LiftSets]) -> DataFrame[HoldBests]:
    """Return the longest hold and the time held of each session and exercise, shape (n, 8).

    Progress is 100·ln(longest ÷ baseline) [log %]: times are skewed to the right (124 ± 72 s
    among men, Strand 2014, n = 471, doi 10.2478/hukin-2014-0027). The baseline, ours, is the
    median of an exercise's first three sessions. A hold with a weight is another exercise than
    one without, so each load has its own rows and baseline; sides count as sets. Warm-ups are
    left out; never mixed with e1RM.

    >>> hold_bests(LiftSets.empty()).shape
    (0, 8)
    """
    held = lift_sets[lift_sets.hold_s.notna() & (lift_sets.set_type != "warmup")]
    sums = held.groupby(["started_at", "session_id", "exercise", "load_kg"], as_index=False).agg(
        sets=("hold_s", "size"), best_s=("hold_s", "max"), total_s=("hold_s", "sum")
    )
    same = ["exercise", "load_kg"]
    first = sums.best_s.where(sums.groupby(same).cumcount() < BASELINE_SESSIONS)
    baseline = sums.assign(first=first).groupby(same)["first"].transform("median")
    return HoldBests.validate(sums.assign(log_pct=100 * np.log(sums.best_s / baseline)))
