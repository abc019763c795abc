import streamlit as st

from ironstride.jobs.archives import LIMITS_SAID
from ironstride.ui import import_given, import_past, imports, state
from ironstride.ui.page import opened

with opened("Import files") as here:
    st.markdown(
        "Drop recordings (FIT, TCX, GPX), the whole archive that Strava, Garmin, Apple Health or "
        "adidas gives you, the lists of Strava, Garmin, Runkeeper, intervals.icu, TrainingPeaks "
        "or MapMyRun, the workouts of Strong, Hevy, FitNotes, StrongLifts, Fitbod, Liftosaur or "
        "Jefit, or any CSV file of your own. Leave archives zipped. Nothing is written before you "
        "say so, and every import can be taken back whole."
    )
    given = import_given.given(f"files-{state.turn('import')}", here)
    st.caption(
        f"Up to {st.get_option('server.maxUploadSize')} MB can be dropped here; bring in a larger "
        f"archive with `python -m ironstride import FILE`. {LIMITS_SAID}"
    )
    looked = imports.look_at(given, here)
    if looked is not None:
        imports.review(looked, here)
    import_past.past(here)
