"""Recordings for tests: any stream that can be, and plain ones that one can add up by hand."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import Samples
from ironstride.importers import Sourced
from ironstride.jobs.streams import kept_stream
from ironstride.records import KeptStream, Run, Stream
from ironstride.records.stream import BOUNDS
from tests.build import run

Column = Sequence[float] | np.ndarray


@st.composite
def streams(draw: st.DrawFn) -> Stream:
    """Draw a stream: samples seconds or hours apart, each column there or not, gaps in all."""
    steps = draw(st.lists(st.sampled_from([0.2, 1, 1, 1, 4, 6, 45, 7200]), min_size=1, max_size=60))
    columns: dict[str, np.ndarray] = {"elapsed_s": np.cumsum(steps)}
    names = draw(st.sets(st.sampled_from(["distance_m", "hr_bpm", "altitude_m", "latitude"])))
    for name in sorted(names):
        low, high = BOUNDS[name]
        one = st.floats(low, high) if name != "distance_m" else st.floats(0, high / 100)
        held = draw(st.lists(st.none() | one, min_size=len(steps), max_size=len(steps)))
        columns[name] = np.array(held, dtype=float)
    if "distance_m" in names:
        known = ~np.isnan(columns["distance_m"])
        columns["distance_m"][known] = np.cumsum(columns["distance_m"][known])
    if "latitude" in names:
        columns["longitude"] = 2 * columns["latitude"]
    return Stream(**columns)


def steady(metres: float = 3000.0, mps: float = 3.0, bpm: float = 150.0) -> Stream:
    """Return a run at one speed and one heart rate, a sample a second."""
    times = np.arange(0.0, metres / mps + 1)
    return Stream(elapsed_s=times, distance_m=times * mps, hr_bpm=np.full(len(times), bpm))


def kept(stream: Stream | None = None, session: Run | None = None) -> KeptStream:
    """Return what the log keeps of a stream."""
    found = kept_stream(
        Sourced("1", 1, run() if session is None else session, stream=stream or steady())
    )
    assert found is not None
    return found


def samples_of(**columns: Column) -> DataFrame[Samples]:
    """Return samples of these columns; the others are unknown."""
    wanted = list(Samples.empty().columns)
    return DataFrame[Samples](Samples.validate(pd.DataFrame(columns).reindex(columns=wanted)))
