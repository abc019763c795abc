"""A trial of one's own: every test over time, behind it the blocks that were drawn."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.block_bands import block_bands
from ironstride.frames.blocks import TrainingBlocks
from ironstride.frames.trial import TrialBlocks, TrialTests

COLOURS = {"heavy lifting": theme.LIFTING, "maintenance": theme.CONTEXT}
DAY = pd.Timedelta(days=1)


def trial_tests(blocks: DataFrame[TrialBlocks], tests: DataFrame[TrialTests]) -> go.Figure:
    """Draw each test against the mean of all [%, faster is up]; open marks do not count."""
    known = tests[tests["value"].notna()]
    away = known["value"] - known["value"].mean()
    traces = [
        _marks(known[own], away[own], kind, counts=counts)
        for kind in COLOURS
        for counts in (True, False)
        for own in [(known["kind"] == kind) & (known["counts"] == counts)]
    ]
    built = theme.figure(
        traces, y_title="speed against the mean (%)", bottom=theme.BOTTOM - theme.LINE
    )
    marked = TrainingBlocks.validate(blocks.assign(block_id=blocks["block"], title="", notes=""))
    for band in block_bands(marked, blocks["started_on"], blocks["ended_on"] + DAY):
        built.add_shape(band.update(showlegend=False))
    built.update_layout(hovermode="closest")
    return built


def trial_tests_alt(tests: DataFrame[TrialTests]) -> str:
    """Say what `trial_tests` shows."""
    known = tests[tests["value"].notna()]
    counted = int(known["counts"].sum())
    return (
        f"{len(known)} of {len(tests)} planned tests; the {counted} filled marks count, "
        "the open ones lie in the first weeks after a change. Bands are lifting (darker) and "
        "maintenance; higher is faster."
    )


def _marks(tests: pd.DataFrame, away: "pd.Series[float]", kind: str, *, counts: bool) -> go.Scatter:
    return go.Scatter(
        x=tests["monday"],
        y=away.to_numpy(),
        mode="markers",
        name=kind,
        marker={
            "color": COLOURS[kind],
            "size": 9,
            "symbol": "circle" if counts else "circle-open",
        },
        showlegend=counts,
        hovertemplate="week of %{x|%-d %b %Y}: %{y:+.1f} %<extra></extra>",
    )
