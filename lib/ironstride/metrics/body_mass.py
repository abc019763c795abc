"""Body mass on any day, from the days it was weighed."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns

LAST_KNOWN_DAYS = 60


def body_mass_on(days: "pd.Series", check_ins: DataFrame[CheckIns]) -> "pd.Series[float]":
    """Return body mass [kg] on each day, shape (n,): between two weighings by interpolation.

    Before the first and after the last weighing: the nearest. NaN where the nearest lies more
    than 60 days off (our limit; nobody has published one), or where there is none.

    >>> weighed = pd.DataFrame({"day": pd.to_datetime(["2026-01-01", "2026-01-11"]),
    ...                         "body_mass_kg": [70.0, 72.0]})
    >>> asked = pd.Series(pd.to_datetime(["2026-01-06", "2026-03-12", "2026-03-13"]))
    >>> body_mass_on(asked, weighed).tolist()
    [71.0, 72.0, nan]
    """
    known = check_ins.dropna(subset="body_mass_kg").sort_values("day")
    asked = _numbers(days)
    if known.empty:
        return pd.Series(np.nan, index=days.index, dtype=float)
    weighed, masses = _numbers(known.day), known.body_mass_kg.to_numpy(np.float64)
    after = np.searchsorted(weighed, asked).clip(0, len(weighed) - 1)
    before = (after - 1).clip(0)
    apart = np.minimum(np.abs(weighed[after] - asked), np.abs(asked - weighed[before]))
    mass = np.interp(asked, weighed, masses)
    return pd.Series(np.where(apart <= LAST_KNOWN_DAYS, mass, np.nan), index=days.index)


def _numbers(days: "pd.Series") -> "np.typing.NDArray[np.int64]":
    return days.to_numpy("datetime64[D]").astype(np.int64)
