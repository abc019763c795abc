"""A frame as CSV: what a chart draws, for a spreadsheet."""

from typing import Any

import pandas as pd

from ironstride.jobs.csv_tables import to_csv
from ironstride.store.dump import Column


def frame_csv(frame: pd.DataFrame) -> bytes:
    r"""Return a frame's columns and rows in UTF-8; what is not known is an empty cell.

    Moments are written as in the log, days without a time; no text runs as a formula.

    >>> frame_csv(pd.DataFrame({"week": [pd.Timestamp("2026-11-16")], "distance_m": [None]}))
    b'\xef\xbb\xbfweek,distance_m\r\n2026-11-16,\r\n'
    """
    columns = [Column(str(name), "TEXT", may_be_null=False) for name in frame.columns]
    rows = (tuple(map(_cell, row)) for row in frame.itertuples(index=False))
    # The mark at the start tells a spreadsheet that this is UTF-8.
    return to_csv(columns, rows).encode("utf-8-sig")


def _cell(value: Any) -> object:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        written = value.isoformat(timespec="seconds")
        return written.removesuffix("T00:00:00")
    return value.item() if hasattr(value, "item") else value
