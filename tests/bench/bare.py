"""Our launcher's menu, pages and theme without any of ours: what Streamlit itself takes.

Each page draws as many charts, as high and of as many marks, as the page of ours named `shape` in
the address, else as the one at the same place in the menu.
"""

import json
from functools import partial

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from ironstride.settings import log_path
from ironstride.ui.menu import ICON
from tests.bench.visits import MENU

SPANS = {"All": 1.0, "A year": 0.05}


def draw(title: str) -> None:
    """Draw a page's bare twin."""
    st.title(title)
    chosen = st.segmented_control("Span", list(SPANS), default="All", required=True, key="span")
    st.caption(f"{chosen} of it")
    file = log_path().with_suffix(".shapes.json")
    shapes = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    charts = shapes.get(st.query_params.get("shape", title), [])
    for number, (height, marks) in enumerate(charts):
        drawn = np.arange(max(int(marks * SPANS[chosen or "All"]), 2), dtype=float)
        figure = go.Figure(go.Scatter(x=drawn, y=np.sin(drawn + number), mode="lines"))
        st.plotly_chart(figure.update_layout(height=height), key=f"chart-{number}")


def show() -> None:
    """Draw the menu and run the page that the address names."""
    st.set_page_config(page_title="Bare", page_icon=str(ICON), layout="wide")
    st.logo(str(ICON), size="large")
    pages = {
        heading: [
            st.Page(
                partial(draw, title),
                title=title,
                icon=":material/show_chart:",
                url_path=path.strip("/") or "today",
                default=path == "/",
            )
            for title, path in titles.items()
        ]
        for heading, titles in MENU.items()
    }
    st.navigation(pages).run()


show()
