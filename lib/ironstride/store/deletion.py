"""Deleting a session and bringing it back."""

from datetime import datetime

from ironstride.store.connection import Log
from ironstride.store.layers import forget_reverted


def delete_session(log: Log, session_id: int, at: datetime) -> None:
    """Put a session aside; it can be restored, and no import brings it back."""
    with log.write() as connection:
        connection.execute(
            "update session set deleted_at = ?, deleted_by = 'runner'"
            " where id = ? and deleted_at is null",
            (at.isoformat(timespec="seconds"), session_id),
        )


def restore_session(log: Log, session_id: int) -> None:
    """Bring a session back that the runner had deleted.

    Where its imports were taken back meanwhile it is the runner's own from then on.
    """
    with log.write() as connection:
        restored = connection.execute(
            "update session set deleted_at = null, deleted_by = null"
            " where id = ? and deleted_by = 'runner'",
            (session_id,),
        )
        if restored.rowcount:
            forget_reverted(connection, session_id)
