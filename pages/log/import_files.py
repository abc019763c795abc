import streamlit as st

from ironstride.jobs.import_files import preview
from ironstride.ui import cache, imports, state
from ironstride.ui.page import opened

with opened("Import files") as here:
    st.markdown(
        "Drop the list of activities that Strava (`activities.csv`) or Garmin (`Activities.csv`) "
        "gives you, or the workouts that Hevy or Strong export. Nothing is written before you "
        "say so, and every import can be taken back whole."
    )
    files = imports.uploaded(f"files-{state.turn('import')}")
    choices = imports.choices_for(files, here)
    looked_at = [preview(here.log, *file, choices, cache.read_file) for file in files]
    imports.review(looked_at, here)
    imports.past(here)
