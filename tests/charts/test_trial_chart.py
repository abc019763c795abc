import datetime as dt

import numpy as np
import pandas as pd
import pytest

from ironstride.charts.trial import trial_tests, trial_tests_alt
from ironstride.frames.trial import TrialBlocks, TrialTests

STARTS = pd.to_datetime(["2027-01-04", "2027-03-01"])
BLOCKS = TrialBlocks.validate(
    pd.DataFrame(
        {
            "block": [1, 2],
            "kind": ["heavy lifting", "maintenance"],
            "weeks": [8, 8],
            "started_on": STARTS,
            "counts_from": STARTS + pd.Timedelta(days=28),
            "ended_on": STARTS + pd.Timedelta(days=55),
        }
    )
)
TESTS = TrialTests.validate(
    pd.DataFrame(
        {
            "week": [4, 8, 12, 16],
            "monday": [dt.datetime(2027, 1, 4) + dt.timedelta(weeks=w) for w in (3, 7, 11, 15)],
            "kind": ["heavy lifting"] * 2 + ["maintenance"] * 2,
            "counts": [False, True, False, True],
            "value": [100.0, 104.0, np.nan, 99.0],
        }
    )
)


def test_tests_that_count_are_filled_and_lie_around_their_mean() -> None:
    drawn = trial_tests(BLOCKS, TESTS)
    marks = [(one.marker.symbol, list(one.y)) for one in drawn.data]
    assert marks == [
        ("circle", [3.0]),
        ("circle-open", [-1.0]),
        ("circle", [-2.0]),
        ("circle-open", []),
    ]
    assert [one.showlegend for one in drawn.data] == [True, False, True, False]
    assert drawn.layout.yaxis.title.text == "speed against the mean (%)"


def test_every_block_is_a_band_that_reaches_to_the_next() -> None:
    bands = trial_tests(BLOCKS, TESTS).layout.shapes
    assert len(bands) == 2
    assert pd.Timestamp(bands[0].x1) == pd.Timestamp(bands[1].x0) == STARTS[1]
    assert bands[0].fillcolor != bands[1].fillcolor


def test_the_sentence_counts_what_is_drawn() -> None:
    assert trial_tests_alt(TESTS).startswith("3 of 4 planned tests; the 2 filled marks count")


@pytest.mark.parametrize("kept", [0, 1])
def test_none_or_one_test_is_drawn(kept: int) -> None:
    few = TrialTests.validate(TESTS.assign(value=TESTS.value.where(TESTS.index < kept)))
    assert sum(len(one.x) for one in trial_tests(BLOCKS, few).data) == kept
