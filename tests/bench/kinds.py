"""What pages are made of besides charts: how to draw one more of each kind of element."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

_FEW = pd.DataFrame({"group": ["hip", "calves"], "sets": [3, 4]})
KINDS: dict[str, Callable[[int], object]] = {
    "text": lambda number: st.text(f"text {number}"),
    "caption": lambda number: st.caption(f"caption {number}"),
    "number": lambda number: st.metric("Distance", f"{number} km", "beside it"),
    "heading": lambda number: st.subheader(f"Heading {number}"),
    "button": lambda number: st.button("Open", key=f"open-{number}"),
    "popover": lambda number: st.popover(f"How {number}"),
    "expander": lambda number: st.expander(f"More {number}"),
    "text field": lambda number: st.text_input(f"Text {number}"),
    "select box": lambda number: st.selectbox(f"One {number}", ["easy", "long"]),
    "date field": lambda number: st.date_input(f"Day {number}"),
    "few answers": lambda number: st.segmented_control(f"Few {number}", ["weeks", "months"]),
    "table": lambda _number: st.table(_FEW),
    "grid": lambda number: st.dataframe(_FEW, key=f"grid-{number}"),
}
