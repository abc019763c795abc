"""The bare page behind our own launcher: the same start-up, headers and compressed files.

It tells the browser about the chart script only at `/`, for the page without charts is at `/run`.
"""

from pathlib import Path

import streamlit as st

from ironstride import web
from tests.bench.visits import BARE_WITH_CHARTS

app = st.App(
    Path(__file__).resolve().with_name("bare.py"),
    lifespan=web.lifespan,
    middleware=web.middleware({BARE_WITH_CHARTS}),
)
