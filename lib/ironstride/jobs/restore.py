"""Restoring: look at an export, then put it in the place of the whole log."""

import json
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ironstride.jobs.csv_tables import from_base64, from_csv
from ironstride.jobs.export import ABOUT, PROGRAM
from ironstride.store import Log, LogError, back_up_now, refuse_unusable, replace_log
from ironstride.store.dump import Column, Dump, Row, columns_of, dump_of_file

LARGEST_FILE = 200_000_000
LARGEST_ARCHIVE = 50_000_000
LARGEST_CONTENT = 150_000_000
# An export has one for each row, and a few in what a source said.
MOST_BRACKETS = 2_000_000
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NONE_OF_OURS = "This is no export of Ironstride: it has no {}. Nothing was changed."


@dataclass(frozen=True, kw_only=True)
class Held:
    """What an export holds: sessions that count and deleted ones, their span, and what else."""

    version: int
    sessions: int
    deleted: int
    first: datetime | None
    last: datetime | None
    check_ins: int
    tests: int
    blocks: int
    trials: int
    planned: int
    goals: int


def read_export(path: Path) -> Dump:
    """Return what a zip of CSV files, a JSON file or an SQLite file holds, after trying it out.

    Raises:
        LogError: it is no export, is damaged, is too large, or a newer version wrote it.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise LogError(f"This file is larger than {LARGEST_FILE // 10**6} MB. Nothing was changed.")
    with path.open("rb") as file:
        start = file.read(16)
    if start == b"SQLite format 3\0":
        found = dump_of_file(path)
    elif start.startswith(b"PK"):
        found = _from_zip(path)
    else:
        found = _from_json(path)
    refuse_unusable(found)
    return found


def held(found: Dump) -> Held:
    """Return what an export holds, in numbers."""
    names = [one.name for one in columns_of(found.version)["session"]]
    rows = [dict(zip(names, row, strict=True)) for row in found.tables["session"]]
    live = [row for row in rows if row["deleted_at"] is None]
    moments = sorted(datetime.fromisoformat(str(row["started_at"])) for row in live)
    return Held(
        version=found.version,
        sessions=len(live),
        deleted=sum(row["deleted_by"] == "runner" for row in rows),
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        check_ins=len(found.tables.get("check_in", ())),
        tests=len(found.tables.get("fitness_test", ())),
        blocks=len(found.tables.get("training_block", ())),
        trials=len(found.tables.get("trial", ())),
        planned=len(found.tables.get("plan", ())),
        goals=len(found.tables.get("goal", ())),
    )


def restore(log: Log, found: Dump, at: datetime) -> Path:
    """Back the log up, put an export in its place, and return the backup.

    Raises:
        LogError: what the export holds does not make a log; nothing was changed.
    """
    backup = back_up_now(log, at)
    replace_log(log, found)
    return backup


def _from_zip(path: Path) -> Dump:
    if path.stat().st_size > LARGEST_ARCHIVE:
        limit = LARGEST_ARCHIVE // 10**6
        raise LogError(f"This zip is larger than {limit} MB. Nothing was changed.")
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(archive)
            folder = _folder(archive)
            version = _version(_about(_text(archive, folder, ABOUT)))
            shapes = columns_of(version)
            tables = {name: _table(archive, folder, name, shapes[name]) for name in shapes}
            return Dump(version, tables)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, UnicodeError) as why:
        raise LogError("This zip is damaged or locked. Nothing was changed.") from why


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that would unpack to more than any log; what is read stops there too."""
    if sum(one.file_size for one in archive.infolist()) > LARGEST_CONTENT:
        limit = LARGEST_CONTENT // 10**6
        raise LogError(f"This zip unpacks to more than {limit} MB. Nothing was changed.")
    if any(one.compress_type not in _PLAIN_METHODS for one in archive.infolist()):
        raise LogError("This zip is packed in a way no export is. Nothing was changed.")


def _folder(archive: zipfile.ZipFile) -> str:
    """Return where the files lie: a zip that was unpacked and packed again has a folder."""
    found = [name for name in archive.namelist() if name.rpartition("/")[2] == ABOUT]
    return found[0].removesuffix(ABOUT) if len(found) == 1 else ""


def _text(archive: zipfile.ZipFile, folder: str, name: str) -> str:
    """Return one file of the archive; names are compared, never used as a path."""
    if folder + name not in archive.namelist():
        raise LogError(_NONE_OF_OURS.format(name))
    with archive.open(folder + name) as file:
        return file.read(LARGEST_CONTENT).decode("utf-8-sig")


def _about(text: str) -> dict[str, Any]:
    lines = (line.partition(",") for line in text.splitlines()[:9])
    return {name: value for name, _, value in lines}


def _table(archive: zipfile.ZipFile, folder: str, name: str, columns: list[Column]) -> list[Row]:
    text = _text(archive, folder, f"{name}.csv")
    try:
        return from_csv(text, columns)
    except ValueError as why:
        raise LogError(f"{name}.csv cannot be read: {why}. Nothing was changed.") from why


def _version(about: dict[str, Any]) -> int:
    """Return the version of the tables that an export says it has."""
    if about.get("program") != PROGRAM:
        raise LogError(_NONE_OF_OURS.format("name of this program in it"))
    said = about.get("version")
    if not str(said).isascii() or not str(said).isdigit() or len(str(said)) > len("9999"):
        raise LogError(_NONE_OF_OURS.format("version"))
    return int(str(said))


def _from_json(path: Path) -> Dump:
    if path.stat().st_size > LARGEST_CONTENT:
        limit = LARGEST_CONTENT // 10**6
        raise LogError(f"This file is larger than {limit} MB. Nothing was changed.")
    try:
        text = path.read_text(encoding="utf-8-sig")
        _refuse_full_of_brackets(text)
        whole = json.loads(text)
    except (ValueError, RecursionError) as why:
        raise LogError(
            "This is no export of Ironstride: a zip of CSV files, a JSON file or an SQLite file. "
            "Nothing was changed."
        ) from why
    if not isinstance(whole, dict):
        raise LogError(_NONE_OF_OURS.format("tables"))
    version, tables = _version(whole), whole.get("tables")
    if not isinstance(tables, dict):
        raise LogError(_NONE_OF_OURS.format("tables"))
    shapes = columns_of(version)
    return Dump(version, {name: _rows(tables, name, shapes[name]) for name in shapes})


def _refuse_full_of_brackets(text: str) -> None:
    """Refuse a file whose every few bytes would become a list or an object of a hundred."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise LogError("This file holds more rows than any log. Nothing was changed.")


def _rows(tables: dict[str, Any], name: str, columns: list[Column]) -> list[Row]:
    """Return a table's rows; each must have every column and nothing else."""
    wanted = [one.name for one in columns]
    rows = tables.get(name)
    if not isinstance(rows, list):
        raise LogError(_NONE_OF_OURS.format(f"table {name}"))
    if not all(isinstance(row, dict) and set(row) == set(wanted) for row in rows):
        raise LogError(f"The columns of {name} are not those of a log. Nothing was changed.")
    try:
        return [tuple(_value(row[one.name], one) for one in columns) for row in rows]
    except ValueError as why:
        raise LogError(f"{name} cannot be read: {why}. Nothing was changed.") from why


def _value(value: Any, column: Column) -> Any:
    return from_base64(value) if column.holds == "BLOB" and isinstance(value, str) else value
