"""Exporting: the whole log as a zip of CSV files that any program reads."""

import csv
import io
import zipfile
from pathlib import Path

from ironstride.store import Log, table_names, table_rows

# A spreadsheet runs a cell that starts like this; a leading apostrophe keeps it text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_log(log: Log, target: Path) -> dict[str, int]:
    """Write one CSV a table into a new zip file and return the number of rows of each.

    Raises:
        FileExistsError: the target is there already; an export never overwrites.
    """
    counts = {}
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
        for table in table_names(log):
            columns, rows = table_rows(log, table)
            archive.writestr(f"{table}.csv", _csv(columns, rows))
            counts[table] = len(rows)
    return counts


def _csv(columns: list[str], rows: list[tuple[object, ...]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell
