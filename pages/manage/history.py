from ironstride.store import is_empty
from ironstride.ui import history_filters, session_list, session_view, show, state
from ironstride.ui.page import opened

with opened("History") as here:
    session_id = state.opened_session()
    if session_id is not None:
        session_view.show(session_id, here)
    elif is_empty(here.log):
        show.nothing_yet("Your log is empty.")
    else:
        session_list.show(history_filters.choose(here), here)
