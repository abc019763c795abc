"""Time at each heart rate of a recording, and in each zone."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import HeartSeconds, ZoneSeconds
from ironstride.metrics.zone_bounds import HeartRateZones

# A value holds until the next sample, but not over a gap.
HELD_S = 10.0
BELOW = "below"


def heart_seconds(elapsed_s: npt.ArrayLike, hr_bpm: npt.ArrayLike) -> dict[int, float]:
    """Return the time [s] at each heart rate of a recording, rounded to whole bpm, lowest first.

    A heart rate holds until the next sample, at most 10 s: a pause adds what a watch could not
    see. Samples without a heart rate, and the last one, add nothing. No samples, or one: nothing.

    >>> heart_seconds([0, 5, 10, 70, 71], [120, 130, 120.4, float("nan"), 125])
    {120: 15.0, 130: 5.0}
    """
    at, bpm = np.asarray(elapsed_s, np.float64), np.asarray(hr_bpm, np.float64)
    held = np.clip(np.diff(at), 0, HELD_S)
    known = ~np.isnan(bpm[:-1]) & (held > 0)
    values, place = np.unique(np.rint(bpm[:-1][known]), return_inverse=True)
    sums = np.bincount(place, weights=held[known], minlength=len(values))
    return {int(one): round(float(time), 3) for one, time in zip(values, sums, strict=True)}


def zone_seconds(heart: DataFrame[HeartSeconds], zones: HeartRateZones) -> DataFrame[ZoneSeconds]:
    """Return the time [s] in each heart-rate zone and its share, lowest first.

    A zone holds its first and its last heart rate; what is lower than the first zone is a row of
    its own, `below`, before it, where there is any. Time without a heart rate is in no zone, so the
    shares are of the time with one; NaN where there is none.

    >>> from ironstride.metrics.zone_bounds import maximum_zones
    >>> heart = pd.DataFrame({"session_id": 1, "bpm": [90, 119, 120], "seconds": [60.0, 30, 30]})
    >>> found = zone_seconds(HeartSeconds.validate(heart), maximum_zones(max_hr_bpm=200))
    >>> found.set_index("zone").seconds.to_dict()
    {'below': 60.0, '1': 30.0, '2': 30.0, '3': 0.0, '4': 0.0, '5': 0.0}
    """
    lows = np.array([zone.low_bpm for zone in zones.zones])
    place = np.searchsorted(lows, heart.bpm.to_numpy(), side="right")
    sums = np.bincount(place, weights=heart.seconds.to_numpy(), minlength=len(lows) + 1)
    rows = [(BELOW, "below zone 1", 0, lows[0] - 1.0)]
    rows += [(zone.label, zone.name, zone.low_bpm, zone.high_bpm) for zone in zones.zones]
    table = pd.DataFrame(rows, columns=["zone", "name", "low_bpm", "high_bpm"])
    total = sums.sum()
    table = table.assign(seconds=sums, share=sums / total if total else np.nan)
    kept = table if sums[0] else table.iloc[1:]
    return ZoneSeconds.validate(kept.reset_index(drop=True))
