"""The bare page behind our own launcher: the same start-up, headers and compressed files.

Each of its pages announces what it draws, as ours do: `/` with charts, `/run` without.
"""

from pathlib import Path

import streamlit as st

from ironstride import web
from tests.bench.visits import BARE_PAGES

app = st.App(
    Path(__file__).resolve().with_name("bare.py"),
    lifespan=web.lifespan,
    middleware=web.middleware(BARE_PAGES),
)
