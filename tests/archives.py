"""Archives of our own, for tests: as apps lay them out, and as nobody should."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

from tests.bench.shifted import shifted
from tests.importers.fit_files import a_run

EPOCH = datetime(1989, 12, 31)
STRAVA_HEADER = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"


def zipped(*members: tuple[str, bytes] | tuple[str | zipfile.ZipInfo, bytes | str]) -> io.BytesIO:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return held


def runs_on(days: Iterable[datetime]) -> list[bytes]:
    """Return a FIT file of the run of five minutes for each day, moved to within 32 s of it."""
    starts = [(day - EPOCH).total_seconds() for day in days]
    return list(shifted(a_run().written(), starts))


def strava_row(number: int, at: datetime, *, recording: str, metres: float = 903.5) -> str:
    return f"{number},{at},Run {number},Run,,310,{metres},,,{recording}\n"
