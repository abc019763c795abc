import streamlit as st

from ironstride.ui import import_past, imports, state
from ironstride.ui.page import opened

with opened("Import files") as here:
    st.markdown(
        "Drop the lists that Strava, Garmin, Runkeeper, intervals.icu, TrainingPeaks or MapMyRun "
        "give you, the workouts of Strong, Hevy, FitNotes, StrongLifts, Fitbod, Liftosaur or "
        "Jefit, or any CSV file of your own. Nothing is written before you say so, and every "
        "import can be taken back whole."
    )
    files = imports.uploaded(f"files-{state.turn('import')}")
    imports.review(imports.look_at(files, here), here)
    import_past.past(here)
