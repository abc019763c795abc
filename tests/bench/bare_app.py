"""The bare page behind our own launcher: the same start-up, headers and compressed files."""

from pathlib import Path

import streamlit as st

from ironstride import web

app = st.App(
    Path(__file__).resolve().with_name("bare.py"),
    lifespan=web.lifespan,
    middleware=web.middleware(),
)
