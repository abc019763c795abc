import streamlit as st

from ironstride.store import is_empty
from ironstride.ui import rules_choices, rules_data, rules_grid, rules_list, show
from ironstride.ui.page import opened

with opened("Rules") as here:
    school = rules_data.school(here)
    st.caption(
        "Advice for runners who lift, as rules that you choose, held against your log. The advice "
        "disagrees, so there is no score."
    )
    rules_choices.show(school, here)
    empty = is_empty(here.log)
    if empty:
        show.nothing_yet("There is nothing in the log yet to hold the rules against.")
    table = rules_data.results(here)
    rules_list.show(table, here)
    if not (empty or table.empty):
        rules_grid.show(table, here)
