import streamlit as st

from ironstride.ui import data_backups, data_export, data_file, data_restore, import_past
from ironstride.ui.page import opened

with opened("Data") as here:
    st.markdown(
        "Your log is yours: take all of it out, put it back, and go back to any of its backups."
    )
    data_export.offer(here)
    data_restore.offer(here)
    data_backups.offer(here)
    import_past.past(here)
    data_file.check(here)
    data_file.move(here)
    data_file.delete_everything(here)
