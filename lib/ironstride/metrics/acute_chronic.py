"""The acute:chronic workload ratio, which nothing here shows by default."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.load import AcuteChronicRatio, TrainingLoad
from ironstride.metrics.load_history import smoothed

ACUTE_DAYS, CHRONIC_DAYS = 7, 28


def acute_chronic_ratio(load: DataFrame[TrainingLoad]) -> DataFrame[AcuteChronicRatio]:
    """Return the week's daily load over that of the weeks before it, by day, shape (d, 3).

    `uncoupled` is the mean of the last 7 days ÷ mean of the 21 before them. `ewma_ratio` is the
    ratio of exponentially weighted means with λ = 2/(N + 1), N = 7 and 28, started at the first
    day's load (Williams 2017, doi:10.1136/bjsports-2016-096589). Both are missing on the first 27
    days and where the load before is 0.

    Criticism, to be shown wherever this is: a coupled ratio correlates with its own parts by
    arithmetic (Lolli 2019, doi:10.1136/bjsports-2017-098110). Neither theory nor data support the
    ratio: random denominators predict as well (Impellizzeri 2021, doi:10.1007/s40279-020-01378-6;
    2020, doi:10.1123/ijspp.2019-0864). In 5 205 runners a higher ratio came with fewer injuries
    (Frandsen 2025, doi:10.1136/bjsports-2024-109380). So there is no good range, and no colour.

    >>> days = pd.date_range("2026-01-01", periods=29)
    >>> steady = pd.DataFrame({"day": days, "load": 300.0, "unrated": 0, "estimated": 0,
    ...                        "warming_up": True, "gap": False, "complete": True})
    >>> steady = steady.reindex(columns=TrainingLoad.empty().columns)
    >>> acute_chronic_ratio(TrainingLoad.validate(steady)).uncoupled.tolist()[-3:]
    [nan, 1.0, 1.0]
    """
    if load.empty:
        return AcuteChronicRatio.empty()
    acute = load.load.rolling(ACUTE_DAYS).mean()
    before = load.load.shift(ACUTE_DAYS).rolling(CHRONIC_DAYS - ACUTE_DAYS).mean()
    known = before.notna()
    return AcuteChronicRatio.validate(
        load.assign(
            uncoupled=acute / before.where(before > 0),
            ewma_ratio=(_ewma(load.load, ACUTE_DAYS) / _ewma(load.load, CHRONIC_DAYS)).where(known),
        )
    )


def _ewma(load: "pd.Series[float]", days: int) -> "pd.Series[float]":
    mean = smoothed(load.to_numpy(dtype=float), 2 / (days + 1), float(load.iloc[0]))
    return pd.Series(mean, index=load.index)
