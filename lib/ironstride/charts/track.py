"""Where a session went: a line without a map behind it, for a map would have to be fetched."""

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.stream import SampleLines
from ironstride.units import Units, distance_in, format_distance

Array = npt.NDArray[np.float64]

HEIGHT = 380
EARTH_M = 6_371_000.0  # mean radius


def track(lines: DataFrame[SampleLines], units: Units) -> go.Figure:
    """Return the way east and north of its first position [km or mi], both to one scale.

    On a plane that touches the Earth in the middle of the way: over 50 km it is wrong by less than
    a line is wide.
    """
    east, north = _plane(lines, units)
    line = go.Scatter(
        x=east, y=north, mode="lines", name="way", line={"color": theme.RUNNING, "width": 2},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    ends = [_end(east, north, 0, "start", "circle-open"), _end(east, north, -1, "end", "square")]
    built = theme.figure(
        [line, *ends],
        y_title=f"north ({units.distance})",
        x_title=f"east ({units.distance})",
        height=HEIGHT,
    )
    built.update_yaxes(scaleanchor="x", scaleratio=1)
    return built.update_layout(hovermode="closest")


def track_alt(lines: DataFrame[SampleLines], units: Units) -> str:
    """Say in a sentence how wide the way reaches."""
    if not has_track(lines):
        return "No positions were recorded."
    sides = (1000 * side[~np.isnan(side)] for side in _plane(lines, Units()))
    wide, high = (format_distance(float(np.ptp(side)), units.distance, 2) for side in sides)
    return f"The way reaches over {wide} from west to east and {high} from south to north."


def has_track(lines: DataFrame[SampleLines]) -> bool:
    """Tell whether there are two positions or more."""
    return int(lines.latitude.notna().sum()) > 1


def _plane(lines: DataFrame[SampleLines], units: Units) -> tuple[Array, Array]:
    latitude, longitude = np.radians(lines.latitude), np.radians(lines.longitude)
    first = lines.latitude.first_valid_index()
    # Across the date line the shorter way is meant.
    turned = np.mod(longitude - longitude[first] + np.pi, 2 * np.pi) - np.pi
    scale = distance_in(EARTH_M, units.distance)
    middle = np.cos((latitude.min() + latitude.max()) / 2)
    north = (latitude - latitude[first]) * scale
    return (turned * scale * middle).to_numpy(), north.to_numpy()


def _end(east: Array, north: Array, at: int, name: str, symbol: str) -> go.Scatter:
    known = ~np.isnan(east)
    return go.Scatter(
        x=east[known][[at]],
        y=north[known][[at]],
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 11, "color": theme.LIFTING, "line_width": 2},
        hovertemplate=f"{name}<extra></extra>",
    )
