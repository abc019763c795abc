import streamlit as st

from ironstride.ui import import_past, imports, state
from ironstride.ui.page import opened

with opened("Import files") as here:
    st.markdown(
        "Drop the list of activities that Strava (`activities.csv`) or Garmin (`Activities.csv`) "
        "gives you, or the workouts that Hevy or Strong export. Nothing is written before you "
        "say so, and every import can be taken back whole."
    )
    files = imports.uploaded(f"files-{state.turn('import')}")
    imports.review(imports.look_at(files, here), here)
    import_past.past(here)
