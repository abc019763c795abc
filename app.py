"""The launcher: `streamlit run app.py` finds `app` here and serves `lib/main.py`.

Streamlit takes every script in a `pages` folder beside the script it runs for an app of its own,
so a deep link would run that page without the router. Hence this file runs no page: it only names
the router, which has no such neighbour.
"""

from pathlib import Path

import streamlit as st

from ironstride import web

app = st.App(
    Path(__file__).resolve().parent / "lib" / "main.py",
    lifespan=web.lifespan,
    middleware=web.middleware(),
)
