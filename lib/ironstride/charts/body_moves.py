"""Moves of the body: what a rep moved, how many reps, and the best with a weight added."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.panels import MOST_MARKS, Panel, stacked
from ironstride.charts.race_words import day_in_words, each
from ironstride.charts.typed import typed
from ironstride.frames.strength_trends import AddedBests, SystemLoads


def body_moves(
    loads: DataFrame[SystemLoads], added: DataFrame[AddedBests], display: units.Units
) -> go.Figure:
    """Return the load of the heaviest rep, body included, above the reps of the longest set.

    A third panel shows the estimated 1RM of the weight beside the body, where there is one. All
    frames hold one exercise.
    """
    loads, added = loads.tail(MOST_MARKS), added.tail(MOST_MARKS)
    weight, per_kg = display.weight, units.weight_in(1.0, display.weight)
    name = typed(loads.exercise.iloc[0]) if len(loads) else "no move"
    whole = loads.dropna(subset="heaviest_kg")
    moved = _marks(whole, whole.heaviest_kg * per_kg, _load_notes(whole, display), "heaviest rep")
    reps = _marks(loads, loads.most_reps, _rep_notes(loads), "most reps in a set")
    panels = [Panel(f"{name}: reps", "reps (longest set)", [reps])]
    if len(whole):
        panels.insert(0, Panel(f"{name}: load of a rep", f"body and load<br>({weight})", [moved]))
    if len(added):
        best = _marks(
            added, added.e1rm_added_kg * per_kg, _added_notes(added, display), "weight added"
        )
        title = f"{name}: weight beside the body"
        panels.append(Panel(title, f"estimated 1RM added<br>({weight})", [best]))
    return stacked(panels, loads.started_at, "%-d %b %Y").update_layout(showlegend=False)


def body_moves_alt(
    loads: DataFrame[SystemLoads], added: DataFrame[AddedBests], display: units.Units
) -> str:
    """Say in a sentence what `body_moves` shows."""
    if loads.empty:
        return "No session with this move in this span."
    name, last = loads.exercise.iloc[0], loads.iloc[-1]
    told = f"{name}: {units.count(len(loads), 'session')}, at most "
    told += f"{units.count(int(loads.most_reps.max()), 'rep')} in a set"
    if pd.notna(last.heaviest_kg):
        heaviest = units.format_weight(last.heaviest_kg, display.weight)
        told += f"; a rep of the latest moved {heaviest}, the share of the body included"
    if len(added):
        best = units.format_weight(added.e1rm_added_kg.max(), display.weight)
        told += f"; the best estimated 1RM beside the body is {best}"
    return f"{told}."


def _marks(
    table: pd.DataFrame, values: "pd.Series[float]", notes: list[str], name: str
) -> go.Scatter:
    return go.Scatter(
        x=table.started_at.to_numpy(),
        y=values.to_numpy(),
        customdata=notes,
        name=name,
        mode="markers",
        marker=theme.edged(theme.LIFTING, 0.6) | {"size": 7},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _load_notes(loads: pd.DataFrame, display: units.Units) -> list[str]:
    return [
        f"{day_in_words(one.started_at)}<br>{_kg(one.heaviest_kg, display)} a rep<br>"
        f"body mass {_kg(one.body_mass_kg, display)}<br>"
        f"{_kg(one.volume_kg, display, 0)} in all"
        for one in each(loads)
    ]


def _rep_notes(loads: pd.DataFrame) -> list[str]:
    return [
        f"{day_in_words(one.started_at)}<br>{one.most_reps:.0f} reps at most<br>"
        f"{one.reps:.0f} in {units.count(one.sets, 'set')}"
        for one in each(loads)
    ]


def _added_notes(added: pd.DataFrame, display: units.Units) -> list[str]:
    return [
        f"{day_in_words(one.started_at)}<br>"
        f"{'at least ' if one.at_least else ''}{_kg(one.e1rm_added_kg, display)} added<br>"
        f"from {one.reps:.0f} × {_kg(one.load_kg, display)}"
        for one in each(added)
    ]


def _kg(mass: Any, display: units.Units, digits: int = 1) -> str:
    return units.format_weight(mass, display.weight, digits)
