"""Exporting: the whole log as a zip of CSV files, as one JSON file, or as the SQLite file."""

import io
import json
import os
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ironstride.jobs.csv_tables import to_base64, to_csv
from ironstride.jobs.dictionary import plain_dictionary
from ironstride.store import Log, LogError, copy_log
from ironstride.store.dump import Dump, columns_of, dump

PROGRAM = "Ironstride"
ABOUT, README = "about.csv", "README.txt"
_READ_ME = """\
The training log of Ironstride, one CSV file a table. about.csv says which version of the tables.

Numbers are SI: metres, seconds, kilograms. Times are local wall clocks. Text is UTF-8.
A text that a spreadsheet might run as a formula, or that begins with an apostrophe, has one
apostrophe in front; take it away to have the text as it was typed. An empty cell is something not
known or not said; where that is possible, a lone apostrophe is an empty text. Recordings
(stream.csv) are bytes, written in base64; the table stream below says how to read them.

To bring all of this back: Manage, Data, Restore; or ironstride restore FILE.zip. A spreadsheet that
saves one of these files may round numbers and change dates; restore the zip as it was written.
"""


def export_log(log: Log, target: Path) -> dict[str, int]:
    """Write the whole log into a new file, as its ending says; return each table's rows.

    Raises:
        FileExistsError: the target is there already; an export never overwrites.
        LogError: the ending is none that an export has, or the disk does not take the file.
    """
    form = target.suffix.lower().removeprefix(".")
    if form not in _WRITERS:
        raise LogError("The name of an export ends in .zip (CSV files), .json or .db (SQLite).")
    content = exported(log, form)
    try:
        with open(target, "xb", opener=_for_its_owner) as file:
            file.write(content)
    except FileExistsError:
        raise
    except OSError as why:
        with suppress(OSError):
            target.unlink()  # half an export is none
        raise LogError(f"{target} cannot be written: {why.strerror}.") from why
    return {table: len(rows) for table, rows in dump(log).tables.items()}


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def exported(log: Log, form: str) -> bytes:
    """Return the whole log in one of its three forms: zip (CSV files), json, db (SQLite)."""
    return _WRITERS[form](log)


def _as_zip(log: Log) -> bytes:
    held = dump(log)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(README, f"{_READ_ME}\n{plain_dictionary()}")
        archive.writestr(ABOUT, f"name,value\r\nprogram,{PROGRAM}\r\nversion,{held.version}\r\n")
        for table, columns in columns_of(held.version).items():
            # Without the mark at its beginning, Excel garbles every letter beyond ASCII.
            text = to_csv(columns, held.tables[table]).encode("utf-8-sig")
            archive.writestr(f"{table}.csv", text)
    return content.getvalue()


def _as_json(log: Log) -> bytes:
    held = dump(log)
    whole = {"program": PROGRAM, "version": held.version, "tables": _named(held)}
    return json.dumps(whole, ensure_ascii=False, indent=0).encode()


def _named(held: Dump) -> dict[str, list[dict[str, object]]]:
    """Return every row as its column names and values; bytes are a text in base64."""
    return {
        table: [
            {one.name: _written(value) for one, value in zip(columns, row, strict=True)}
            for row in held.tables[table]
        ]
        for table, columns in columns_of(held.version).items()
    }


def _written(value: object) -> object:
    return to_base64(value) if isinstance(value, bytes) else value


def _as_file(log: Log) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        copy_log(log, copy)
        return copy.read_bytes()


_WRITERS: dict[str, Callable[[Log], bytes]] = {"zip": _as_zip, "json": _as_json, "db": _as_file}
