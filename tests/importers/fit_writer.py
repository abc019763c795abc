"""A small writer of FIT files, for tests: as much of the format as watches of runners use."""

import struct
from dataclasses import dataclass, field

EPOCH_S = 631_065_600
_CODES = {"enum": (0x00, "B"), "u8": (0x02, "B"), "u16": (0x84, "H"), "u32": (0x86, "I")}
_CODES |= {"s8": (0x01, "b"), "s32": (0x85, "i"), "u32z": (0x8C, "I"), "text": (0x07, "")}

Value = float | str | list[int]


@dataclass(frozen=True)
class Field:
    """A field of a message: its number, base type, and how a value becomes what is written."""

    number: int
    type: str
    scale: float = 1
    offset: float = 0


def _moment(number: int) -> Field:
    return Field(number, "u32", offset=-EPOCH_S)


_SPAN = {
    "timestamp": _moment(253),
    "start_time": _moment(2),
    "total_elapsed_time": Field(7, "u32", 1000),
    "total_timer_time": Field(8, "u32", 1000),
    "total_distance": Field(9, "u32", 100),
}
KINDS: dict[str, tuple[int, dict[str, Field]]] = {
    "file_id": (0, {
        "type": Field(0, "enum"), "manufacturer": Field(1, "u16"),
        "serial_number": Field(3, "u32z"), "time_created": _moment(4),
    }),
    "sport": (12, {"sport": Field(0, "enum"), "sub_sport": Field(1, "enum")}),
    "session": (18, _SPAN | {
        "sport": Field(5, "enum"), "sub_sport": Field(6, "enum"), "total_ascent": Field(22, "u16"),
        "avg_heart_rate": Field(16, "u8"), "max_heart_rate": Field(17, "u8"),
        "avg_cadence": Field(18, "u8"),
    }),
    "lap": (19, _SPAN),
    "record": (20, {
        "timestamp": _moment(253), "position_lat": Field(0, "s32", 2**31 / 180),
        "position_long": Field(1, "s32", 2**31 / 180), "altitude": Field(2, "u16", 5, 500),
        "heart_rate": Field(3, "u8"), "cadence": Field(4, "u8"), "distance": Field(5, "u32", 100),
        "temperature": Field(13, "s8"), "activity_type": Field(42, "enum"),
    }),
    "event": (21, {
        "timestamp": _moment(253), "event": Field(0, "enum"), "event_type": Field(1, "enum"),
    }),
    "activity": (34, {"timestamp": _moment(253), "local_timestamp": _moment(5)}),
    "field_description": (206, {
        "developer_data_index": Field(0, "u8"), "field_definition_number": Field(1, "u8"),
        "fit_base_type_id": Field(2, "u8"), "field_name": Field(3, "text"),
    }),
    "developer_data_id": (207, {"developer_data_index": Field(3, "u8")}),
    "set": (225, {
        "timestamp": _moment(254), "duration": Field(0, "u32", 1000),
        "repetitions": Field(3, "u16"), "weight": Field(4, "u16", 16), "set_type": Field(5, "u8"),
        "start_time": _moment(6), "category": Field(7, "u16"),
        "category_subtype": Field(8, "u16"),
    }),
    "exercise_title": (264, {
        "exercise_category": Field(0, "u16"), "exercise_name": Field(1, "u16"),
        "wkt_step_name": Field(2, "text"),
    }),
}  # fmt: skip


@dataclass
class FitWriter:
    """Collects messages and writes one FIT file of them."""

    body: bytearray = field(default_factory=bytearray)
    _defined: bytes = b""

    def add(self, kind: str, **values: Value) -> "FitWriter":
        """Add a message of values in SI units, moments [s since 1970], positions in degrees."""
        number, known = KINDS[kind]
        parts = [_written(known[name], value) for name, value in values.items()]
        sizes = b"".join(
            bytes([known[name].number, len(part), _CODES[known[name].type][0]])
            for name, part in zip(values, parts, strict=True)
        )
        self._define(struct.pack("<BBBHB", 0x40, 0, 0, number, len(parts)) + sizes)
        self.body += b"\0" + b"".join(parts)
        return self

    def add_with_own(self, heart_rate: int, own: int, **values: Value) -> "FitWriter":
        """Add a point with one field of an app (number 0, one byte) behind its own."""
        _, known = KINDS["record"]
        every: dict[str, Value] = {**values, "heart_rate": heart_rate}
        parts = [_written(known[name], value) for name, value in every.items()]
        sizes = b"".join(
            bytes([known[name].number, len(part), _CODES[known[name].type][0]])
            for name, part in zip(every, parts, strict=True)
        )
        self._define(
            struct.pack("<BBBHB", 0x60, 0, 0, 20, len(parts)) + sizes + bytes([1, 0, 1, 0])
        )
        self.body += b"\0" + b"".join(parts) + bytes([own])
        return self

    def add_later(self, seconds: int, heart_rate: int) -> "FitWriter":
        """Add a point whose time is squeezed into the five low bits of its header."""
        self._define(struct.pack("<BBBHB", 0x40, 0, 0, 20, 1) + bytes([3, 1, 0x02]))
        self.body += bytes([0x80 | (seconds & 31), heart_rate])
        return self

    def written(self, *, size: int | None = None) -> bytes:
        """Return the file; `size` is what its header says instead of the truth."""
        told = len(self.body) if size is None else size
        head = struct.pack("<BBHI4s", 14, 0x20, 2100, told, b".FIT")
        whole = head + struct.pack("<H", _checksum(head)) + bytes(self.body)
        return whole + struct.pack("<H", _checksum(whole))

    def _define(self, definition: bytes) -> None:
        if definition != self._defined:
            self.body += definition
            self._defined = definition


def _written(one: Field, value: Value) -> bytes:
    if isinstance(value, str):
        return value.encode() + b"\0"
    values = value if isinstance(value, list) else [value]
    numbers = [round((number + one.offset) * one.scale) for number in values]
    return struct.pack(f"<{len(numbers)}{_CODES[one.type][1]}", *numbers)


def _checksum(data: bytes) -> int:
    """Return FIT's 16-bit checksum, which is that of CRC-16/ARC."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc
