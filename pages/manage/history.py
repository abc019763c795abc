from ironstride.store import history
from ironstride.ui import session_list, session_view
from ironstride.ui.page import opened

with opened("History") as here:
    opened_id = session_list.opened_id()
    if opened_id is not None:
        session_view.show(opened_id, here)
    else:
        deleted = session_list.choose_deleted()
        table = session_list.filtered(history(here.log, deleted=deleted))
        session_list.show(table, here, deleted=deleted)
