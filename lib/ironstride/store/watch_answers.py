"""What the runner said of days on which the heart rate stepped: one answer a day."""

from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames.blocks import WatchChanges
from ironstride.records import WatchAnswer
from ironstride.store.connection import Log
from ironstride.store.tables import frame_of


def answer_watch(log: Log, answer: WatchAnswer) -> None:
    """Keep what was said of a day in the place of what was said before."""
    with log.write() as connection:
        connection.execute(
            "insert or replace into watch_change (day, is_new) values (?, ?)",
            (answer.day.isoformat(), int(answer.is_new)),
        )


def forget_watch_answer(log: Log, day: date) -> None:
    """Forget what was said of a day, so that it is asked again."""
    with log.write() as connection:
        connection.execute("delete from watch_change where day = ?", (day.isoformat(),))


def watch_changes(log: Log) -> DataFrame[WatchChanges]:
    """Return every answer, oldest day first."""
    return frame_of(log, "select day, is_new from watch_change order by day", WatchChanges)
