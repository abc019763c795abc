import streamlit as st

from ironstride.ui import (
    filters,
    plan_add,
    plan_calendar_file,
    plan_days,
    plan_gaps,
    plan_make,
    plan_month,
    plan_races,
    plan_span,
)
from ironstride.ui.page import opened
from ironstride.ui.plan_data import week

PARTS = {"week": "Week", "month": "Month"}

with opened("Week") as here:
    st.caption("What you plan, beside what you did. A plan is no duty: move it, skip it.")
    if filters.part("week", PARTS) == "month":
        plan_month.draw(here)
    else:
        first = plan_span.chosen_week(here)
        span = week(first, here)
        plan_days.tell(span)
        plan_races.show(first, here)
        plan_make.show(first, here)
        plan_days.show(span, here)
        plan_add.show(first, here)
        plan_gaps.show(span, here)
        plan_calendar_file.offer(span, here)
