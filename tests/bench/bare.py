"""A page with as many charts, as large as ours, and no log: what Streamlit itself takes."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

SPANS = {"All": 1.0, "A year": 0.05}

st.set_page_config(layout="wide")
st.title("Bare")
chosen = st.segmented_control("Span", list(SPANS), default="All", required=True, key="span")
charts, marks = (int(st.query_params.get(name, 1)) for name in ("charts", "marks"))
drawn = np.arange(max(int(marks * SPANS[chosen or "All"]), 2), dtype=float)
for number in range(charts):
    figure = go.Figure(go.Scatter(x=drawn, y=np.sin(drawn + number), mode="lines"))
    st.plotly_chart(figure.update_layout(height=300), key=f"chart-{number}")
