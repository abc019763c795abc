"""A page of as many elements of one kind as its address asks for: `?kind=caption&count=20`."""

import streamlit as st

from tests.bench.kinds import KINDS

kind, count = st.query_params["kind"], int(st.query_params["count"])
for number in range(count):
    KINDS[kind](number)
