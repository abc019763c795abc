"""What races and tests say of other distances: predicted times, each with where it comes from."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.prediction import AllOut, Predictions
from ironstride.metrics.age_grade import age_grade
from ironstride.metrics.all_out import (
    RECENT_WEEKS,
    all_out,
    current_fitness,
    is_recent,
    rated_efforts,
    recent_efforts,
)
from ironstride.metrics.critical_speed import (
    CriticalSpeed,
    critical_speed,
    distance_time_line,
    lasting_minutes,
)
from ironstride.metrics.fitness import lines
from ironstride.metrics.race_fitness import MARATHON_M, race_fitness, race_time_s, training_paces
from ironstride.metrics.riegel import (
    EXPONENT,
    LONGEST_S,
    MOST_RATIO,
    SHORTEST_S,
    Exponent,
    personal_exponent,
    riegel,
)
from ironstride.units import METRES_PER_MILE

__all__ = [
    "CriticalSpeed",
    "Exponent",
    "age_grade",
    "all_out",
    "critical_speed",
    "current_fitness",
    "distance_time_line",
    "lasting_minutes",
    "personal_exponent",
    "predictions",
    "race_fitness",
    "race_time_s",
    "rated_efforts",
    "recent_efforts",
    "riegel",
    "training_paces",
]

PREDICTED_M = (METRES_PER_MILE, 3_000.0, 5_000.0, 10_000.0, 15_000.0, 21_097.5, MARATHON_M)
# What fits the best runners, and what fits most from half to whole marathon.
MARATHON_EXPONENTS = (1.06, 1.15)
OUTSIDE = "The time would lie outside 3.5 to 230 minutes, for which the rule was made."

_UNTOLD: dict[str, Any] = {"flag": "", "source": "", "source_id": 0} | dict.fromkeys(
    ("low_s", "mid_s", "high_s", "from_distance_m", "from_duration_s", "started_at")
)


def predictions(
    efforts: DataFrame[AllOut],
    *,
    today: date,
    weeks: int = RECENT_WEEKS,
    exponent: float = EXPONENT,
) -> DataFrame[Predictions]:
    """Return a range of times [s] for each standard distance, shape (7, 11), shortest first.

    `riegel` from the nearest race or test of the last weeks (of equally near ones the fastest):
    efforts of 3.5 to 230 minutes, at most 4.3 times as long or short, towards times that lie
    within these limits too. The range is one standard deviation of the difference of two
    efforts, √2 · ln(1 + 2.0 %), below 3 km 3.3 % (Laursen 2007,
    doi 10.1249/mss.0b013e31806010f5): two in three runners who repeat an effort lie in it. To
    the marathon there is a range only, from exponent 1.06 to 1.15 (Vickers & Vertosick 2016,
    doi 10.1186/s13102-016-0052-y). Flat and cool, like the race it comes from. Without an effort
    in reach a row says why. No efforts at all: no rows.

    >>> race = {"distance_m": 5000.0, "duration_s": 1200.0, "started_at": "2026-10-04",
    ...         "flag": "race", "source": "run", "source_id": 1}
    >>> found = predictions(AllOut.validate(pd.DataFrame([race])), today=date(2026, 11, 22))
    >>> round(found.mid_s[3]), found.reason[6]
    (2502, 'No race or test of the last 26 weeks lies within 4.3 times of it.')
    """
    if efforts.empty:
        return Predictions.empty()
    lately = is_recent(efforts, today=today, weeks=weeks)
    usable = efforts[lately & efforts.duration_s.between(SHORTEST_S, LONGEST_S)]
    rows = [_row(target_m, usable, weeks, exponent) for target_m in PREDICTED_M]
    return Predictions.validate(pd.DataFrame(rows))


def _row(target_m: float, usable: pd.DataFrame, weeks: int, exponent: float) -> dict[str, Any]:
    apart = np.abs(np.log(usable.distance_m / target_m)).round(9)
    near = usable.assign(apart=apart)[apart <= np.log(MOST_RATIO)]
    if near.empty:
        why = f"No race or test of the last {weeks} weeks lies within {MOST_RATIO} times of it."
        return _UNTOLD | {"distance_m": target_m, "reason": why}
    chosen = near.sort_values(["apart", "duration_s", "started_at", "source_id"]).iloc[0]
    expected = riegel(chosen.duration_s, chosen.distance_m, target_m, exponent)
    if not SHORTEST_S <= expected <= LONGEST_S:
        return _UNTOLD | {"distance_m": target_m, "reason": OUTSIDE}
    return {
        "distance_m": target_m,
        **_range(chosen.duration_s, chosen.distance_m, target_m, expected),
        "from_distance_m": chosen.distance_m,
        "from_duration_s": chosen.duration_s,
        **chosen[["started_at", "flag", "source", "source_id"]].to_dict(),
        "reason": "",
    }


def _range(time_s: float, distance_m: float, target_m: float, expected: float) -> dict[str, float]:
    if target_m == MARATHON_M != distance_m:
        ends = [riegel(time_s, distance_m, target_m, power) for power in MARATHON_EXPONENTS]
        return {"low_s": min(ends), "mid_s": np.nan, "high_s": max(ends)}
    scatter = np.exp(lines("time_trial", target_m)[0])
    return {"low_s": expected / scatter, "mid_s": expected, "high_s": expected * scatter}
