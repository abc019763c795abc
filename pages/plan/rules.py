import streamlit as st

from ironstride.store import is_empty
from ironstride.ui import rules_choices, rules_data, rules_grid, rules_list, show
from ironstride.ui.page import alone, opened

with opened("Rules") as here:
    st.caption(
        "Advice for runners who lift, as rules that you choose, held against your log. The advice "
        "disagrees, so there is no score."
    )
    alone(rules_choices.show, here)
    empty = is_empty(here.log)
    if empty:
        show.nothing_yet("There is nothing in the log yet to hold the rules against.")
    alone(rules_list.show, here)
    if not (empty or rules_data.results(here).empty):
        alone(rules_grid.draw, here)
