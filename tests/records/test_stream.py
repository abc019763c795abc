"""A stream: columns of one length, or none at all."""

import pickle
from typing import Any

import numpy as np
import pytest

from ironstride.records import Stream

NAN = float("nan")


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"elapsed_s": []}, "1 to 1,000,000 samples, got 0"),
        ({"elapsed_s": [0, 1, 1]}, "must rise"),
        ({"elapsed_s": [0, NAN]}, "needs a time"),
        ({"elapsed_s": [-1, 0]}, "elapsed_s of a stream must lie from 0"),
        ({"elapsed_s": [[0, 1]]}, "one column"),
        ({"elapsed_s": [0, 1], "hr_bpm": [120]}, "hr_bpm has 1 samples, not 2"),
        ({"elapsed_s": [0, 1], "hr_bpm": [120, 300]}, "hr_bpm of a stream must lie from 20 to 250"),
        ({"elapsed_s": [0, 1, 2], "distance_m": [0, 5, 4]}, "must not fall"),
        ({"elapsed_s": [0, 1], "latitude": [1, 2]}, "both latitude and longitude"),
    ],
)
def test_a_wrong_stream_cannot_be_built(columns: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Stream(**columns)


def test_a_column_that_knows_nothing_is_none() -> None:
    stream = Stream(elapsed_s=np.arange(2.0), hr_bpm=np.array([NAN, NAN]))
    assert stream.hr_bpm is None
    assert list(stream.columns()) == ["elapsed_s"]


def test_nobody_writes_into_a_stream() -> None:
    given = np.array([0.0, 1])
    stream = Stream(elapsed_s=given)
    given[1] = 7
    assert stream.elapsed_s[1] == 1
    with pytest.raises(ValueError, match="read-only"):
        stream.elapsed_s[0] = 1


def test_equal_streams_are_equal_with_what_they_do_not_know() -> None:
    one, two = (
        Stream(elapsed_s=np.arange(3.0), distance_m=np.array([0, NAN, 4])) for _ in range(2)
    )
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == one
    assert one != Stream(elapsed_s=np.arange(3.0))
    assert one != 3
