"""The chart of lags: every told lag with its interval and pairs, none that cannot be told."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts.explore import lags, lags_alt
from ironstride.frames.explore import Asked

NAMES = {"season": "season", "usual": "season and distance", "everything": "all that is known"}


def asked(r: float) -> DataFrame[Asked]:
    row = {"dose": "sets", "outcome": "tests", "status": "", "gate": "", "n_eff": 20.0, "p": 0.5}
    told = {"r": r, "ci_low": r - 0.3, "ci_high": r + 0.3}
    rows = [
        row | told | {"adjusted": one, "lag": lag, "n_pairs": 24 - lag}
        for one in NAMES
        for lag in range(4)
    ]
    return Asked.validate(pd.DataFrame(rows))


def test_each_adjustment_has_a_mark_and_an_interval_at_each_lag() -> None:
    figure = lags(asked(-0.2), NAMES)
    assert [trace.name for trace in figure.data] == list(NAMES.values())
    assert [len(trace.y) for trace in figure.data] == [4, 4, 4]
    assert np.allclose(figure.data[1].error_y.array, 0.3)
    assert "blocks of 4 weeks" in figure.layout.xaxis.title.text
    assert "r of block changes" in figure.layout.yaxis.title.text


def test_the_sentence_names_every_lag_with_its_pairs() -> None:
    says = lags_alt(asked(-0.2), NAMES)
    assert "0: −0.20 (−0.50 to 0.10, 24 pairs)" in says
    assert "3: −0.20 (−0.50 to 0.10, 21 pairs)" in says


def test_what_cannot_be_told_is_not_drawn() -> None:
    untold = asked(np.nan)
    assert all(len(trace.y) == 0 for trace in lags(untold, NAMES).data)
    assert lags_alt(untold, NAMES) == "r for each lag: none can be told."
