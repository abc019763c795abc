"""How a page shows things: numbers in a row, a chart with its sentence and its source."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.jobs.frame_csv import frame_csv
from ironstride.ui import demo, menu, state
from ironstride.ui.explain import HOW
from ironstride.ui.words import plain

MOST_IN_A_ROW = 4
# The one button of a chart keeps it as a picture.
CHART = {
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "displaylogo": False,
    "toImageButtonOptions": {"format": "png", "filename": "ironstride", "scale": 2},
    "scrollZoom": False,
}


def chart(figure: Any, says: str, *, how: str, table: pd.DataFrame | None = None) -> None:
    """Draw a chart, under it one sentence that says what it shows and how it is computed.

    `table` is the frame that is drawn; it can be downloaded.
    """
    st.plotly_chart(figure, config=CHART, alt=says, key=f"chart-{how}")
    below(says, how, table)


def chart_to_click(
    figure: Any, says: str, *, how: str, table: pd.DataFrame | None = None, day_in: str = "x"
) -> pd.Timestamp | None:
    """Draw a chart over time and return the date of the mark that was clicked, if any.

    The date is the mark's x, or what else of it `day_in` names, such as its `customdata`.
    """
    event: Any = st.plotly_chart(
        figure,
        config=CHART,
        alt=says,
        key=f"chart-{how}-{state.turn(f'chart-{how}')}",
        on_select="rerun",
        selection_mode="points",
    )
    below(says, how, table)
    points = event.selection.points
    return pd.Timestamp(points[0][day_in]).normalize() if points else None


def below(says: str, how: str, table: pd.DataFrame | None) -> None:
    """Say what is shown, with how it is computed and its table to download."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(says))
        explain(how)
        if table is not None:
            st.download_button(
                "CSV",
                data=partial(frame_csv, table),
                file_name=f"ironstride-{how.replace('_', '-')}.csv",
                help="What this chart draws, as a table",
                type="tertiary",
                icon=":material/download:",
                key=f"csv-{how}",
                on_click="ignore",
            )


def explain(how: str) -> None:
    """Offer how something is computed, with its source."""
    with st.popover("How is this computed?"):
        st.markdown(HOW[how])


def numbers(*shown: tuple[str, str, str]) -> None:
    """Draw (label, value, what to compare it with) side by side, two in a row on a phone."""
    columns = len(shown) if len(shown) <= MOST_IN_A_ROW else 3
    with st.grid(columns, min_column_width=150):
        for label, value, beside in shown:
            st.metric(label, value, beside or None, delta_color="off", delta_arrow="off")


def table(rows: Sequence[Mapping[str, str]]) -> None:
    """Draw rows of the same columns as text, which a browser draws much sooner than a grid."""
    lines = [list(rows[0]), ["---"] * len(rows[0])]
    lines += [[plain(cell) for cell in row.values()] for row in rows]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def nothing_yet(what: str) -> None:
    """Say that there is nothing to show, and what to do next."""
    st.info(f"{what} Write it by hand, bring in what you have, or look around first.")
    menu.link("run", "Log a run")
    menu.link("lift", "Log a lift session")
    menu.link("import_files", "Import recordings, lists and archives of your watch and apps")
    demo.offer()
