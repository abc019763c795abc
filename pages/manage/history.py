import streamlit as st

from ironstride.store import history
from ironstride.ui import session_list, session_view, show
from ironstride.ui.page import opened

with opened("History") as here:
    opened_id = session_list.opened_id()
    if opened_id is not None:
        session_view.show(opened_id, here)
    else:
        deleted = session_list.choose_deleted()
        table = history(here.log, deleted=deleted)
        if table.empty and deleted:
            st.info("Nothing was deleted.")
        elif table.empty:
            show.nothing_yet("Your log is empty.")
        else:
            session_list.show(session_list.filtered(table), here, deleted=deleted)
