"""FIT bytes to messages: quickly where they are whole, as far as they go where they are not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

import fitdecode
import fitfast
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Message = dict[str | int, Any]

DAMAGED = "recording damaged on the way: what came before the damage was read"
BAD_CHECKSUM = "recording with a wrong checksum, read as it stands"
TOO_LARGE = "recording of more than 6 MB, which no watch writes, not read"
NO_RECORDING = "bytes behind the recording that are none"

MAGIC = b".FIT"
# Forty hours of a point each second are 6 MB. The smallest message has two bytes and takes 150
# bytes of memory as columns, 370 as a dictionary: whatever is in a file, it stays below 0.6 GB.
MOST_BYTES, MOST_PARSED = 6 << 20, 2 << 20
# Reading what is left of a damaged file is slow.
MOST_SALVAGED = 4 << 20
MOST_CHAINED = 200
_EPOCH_S = 631_065_600  # the first moment of FIT, 1989-12-31, since 1970
_DEGREES = 180 / 2**31
# The columns of points that are read.
COLUMNS = (
    "timestamp", "distance", "heart_rate", "enhanced_altitude", "altitude", "cadence",
    "fractional_cadence", "position_lat", "position_long", "temperature", "activity_type",
)  # fmt: skip
_IN_SUM = ("file_id", "activity", "session", "lap", "event", "sport")
_OF_SETS = ("set", "exercise_title")
_READ = (*_IN_SUM, *_OF_SETS, "record")
# What else is read of a session; a field of an app can go by the same name as any of these.
_SUMS = (
    "total_distance", "total_ascent", "total_elapsed_time", "total_timer_time", "avg_heart_rate",
    "max_heart_rate", "avg_cadence", "sport", "sub_sport", "start_time",
)  # fmt: skip
_MOMENTS = ("date_time", "local_date_time")
_PANIC = "PanicException"
_PLACES = ("position_lat", "position_long")


@dataclass(frozen=True)
class Decoded:
    """What one FIT file holds: messages by kind, and its points [s since 1970, m, degrees]."""

    messages: dict[str, list[Message]]
    points: dict[str, Array]
    damage: str = ""


def is_fit(data: bytes) -> bool:
    """Tell whether bytes begin as a FIT file does."""
    return data[8:12] == MAGIC


def chained(data: bytes) -> Iterator[bytes]:
    r"""Yield each FIT file of a chain, and last what follows them that is none.

    >>> [len(one) for one in chained(b"\x0c" + bytes(7) + b".FIT" + b"?")]
    [13]
    """
    at = 0
    for _ in range(MOST_CHAINED):
        if not is_fit(data[at : at + 12]):
            break
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        # A watch whose battery failed never wrote how much there is.
        end = at + data[at] + size + 2 if size else len(data)
        yield data[at:end]
        at = end
    rest = data[at:]
    if rest.strip(b"\0\r\n "):
        yield rest


def decoded(data: bytes, *, most_parsed: int = MOST_PARSED) -> Decoded:
    """Return what one FIT file holds; where it is damaged, what came before the damage.

    Of a file of more than `most_parsed` bytes only points and sums are read, no sets.
    """
    if not is_fit(data):
        return Decoded({}, {}, NO_RECORDING)
    if len(data) > MOST_BYTES:
        return Decoded({}, {}, TOO_LARGE)
    try:
        messages = _parsed(data) if len(data) <= most_parsed else _sums(data)
        if _has_own_names(messages):
            return _salvaged(data, damage="")
        points = fitfast.records(data)
    except BaseException as error:
        # Of some damage the library panics, which Python is told as no ordinary exception.
        if not isinstance(error, fitfast.FitDecodeError) and type(error).__name__ != _PANIC:
            raise
        return _salvaged(data, damage=BAD_CHECKSUM)
    return Decoded(_read(messages), {name: points[name] for name in COLUMNS if name in points})


def _parsed(data: bytes) -> dict[str, list[Message]]:
    return dict(fitfast.parse(data, enum_names=False))


def _sums(data: bytes) -> dict[str, list[Message]]:
    """Return the messages of sums, by way of columns: points are never made dictionaries."""
    messages: dict[str, list[Message]] = {}
    for kind in _IN_SUM:
        columns = fitfast.records(data, kind)
        rows = zip(*(column.tolist() for column in columns.values()), strict=True)
        messages[kind] = [dict(zip(columns, row, strict=True)) for row in rows]
    return messages


def _read(messages: dict[str, list[Message]]) -> dict[str, list[Message]]:
    """Return the messages that are read, of sums only the numbers: damage makes lists of some."""
    sums = {kind: [_numbers(one) for one in messages.get(kind, ())] for kind in _IN_SUM}
    return sums | {kind: messages.get(kind, []) for kind in _OF_SETS}


def _numbers(message: Message) -> Message:
    return {k: v for k, v in message.items() if isinstance(v, int | float) and isfinite(v)}


def _has_own_names(messages: dict[str, list[Message]]) -> bool:
    """Tell whether an app on the watch calls a field of its own like one of the watch's."""
    own = (one.get("field_name") for one in messages.get("field_description", ()))
    names = (name for given in own for name in (given if isinstance(given, list) else [given]))
    return any(name in COLUMNS or name in _SUMS for name in names)


def _salvaged(data: bytes, damage: str) -> Decoded:
    """Return the messages up to the damage; `damage` is said when there turns out to be none."""
    messages: dict[str, list[Message]] = defaultdict(list)
    try:
        for one in _each_message(_ended(data[:MOST_SALVAGED])):
            if one.name in _READ:
                messages[one.name].append(_plain(one))
    except Exception:  # noqa: BLE001 - on damaged bytes the library trips anywhere: the file ends there
        damage = DAMAGED
    if len(data) > MOST_SALVAGED:
        damage = DAMAGED
    return Decoded(_read(messages), _columns(messages.get("record", [])), damage)


def _each_message(data: bytes) -> Iterator[fitdecode.FitDataMessage]:
    reader = fitdecode.FitReader(
        data,
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    with reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                yield frame


def _ended(data: bytes) -> bytes:
    """Return a file whose header says how much there is, where it does not know or says more."""
    head, size = data[0], int.from_bytes(data[4:8], "little")
    if size and head + size <= len(data):
        return data
    return data[:4] + max(len(data) - head, 0).to_bytes(4, "little") + data[8:]


def _plain(message: fitdecode.FitDataMessage) -> Message:
    """Return the fields of a message as numbers and text; an app's own fields are left out."""
    said: Message = {}
    for field in message.fields:
        if field.value is None or (field.field_def is not None and field.field_def.is_dev):
            continue
        value = field.raw_value if isinstance(field.value, str) else field.value
        if field.field is not None and getattr(field.field.type, "name", "") in _MOMENTS:
            value = field.raw_value + _EPOCH_S
        said.setdefault(field.name, value if _is_text(field) else _number(value))
    return said


def _is_text(field: Any) -> bool:
    return isinstance(field.raw_value, str)


def _number(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _columns(points: Iterable[Message]) -> dict[str, Array]:
    """Return messages of points as columns, positions in degrees."""
    rows = list(points)
    columns = {}
    for name in COLUMNS:
        values = [row.get(name) for row in rows]
        column = np.array([v if isinstance(v, int | float) else np.nan for v in values], float)
        if not np.isnan(column).all():
            columns[name] = column * _DEGREES if name in _PLACES else column
    return columns
