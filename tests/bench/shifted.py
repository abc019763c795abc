"""Copies of a FIT file on other days: every moment in it moved, its checksum made anew."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]

# Which fields of which messages are moments, beside 253 of all of them.
_MOMENTS = {0: {4}, 18: {2}, 19: {2}, 34: {5}, 225: {6}}
_TIMESTAMP = 253
# Compressed headers hold the last five bits of a moment.
_WHOLE_S = 32
_TABLE = np.array(
    [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
     0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400], np.uint16,
)  # fmt: skip


def shifted(data: bytes, starts: Sequence[float]) -> Iterator[bytes]:
    """Yield a copy of a file for each start [s since 1989-12-31], moved to it within 32 s."""
    end = data[0] + int.from_bytes(data[4:8], "little")
    little, big = _moments(data[:end])
    first = _read(np.frombuffer(data, np.uint8)[:, None], little or big, bool(little))[0, 0]
    ahead = np.array([(start - int(first)) // _WHOLE_S * _WHOLE_S for start in starts], np.int64)
    copies = np.repeat(np.frombuffer(data[: end + 2], np.uint8)[:, None], len(starts), axis=1)
    for places, is_little in ((little, True), (big, False)):
        _move(copies, places, ahead, is_little)
    sums = _checksums(copies[:end])
    copies[end], copies[end + 1] = sums & 0xFF, sums >> 8
    yield from (copies[:, n].tobytes() for n in range(len(starts)))


def _moments(data: bytes) -> tuple[list[int], list[int]]:
    """Return where the moments of a file stand: those written lowest byte first, and the others."""
    kinds: dict[int, tuple[int, bool, list[int]]] = {}
    found: tuple[list[int], list[int]] = ([], [])
    at = data[0]
    while at < len(data):
        head = data[at]
        at += 1
        if head & 0x80 or not head & 0x40:
            local = (head >> 5) & 3 if head & 0x80 else head & 15
            size, is_big, places = kinds[local]
            found[is_big].extend(at + place for place in places)
            at += size
            continue
        is_big = data[at + 1] == 1
        kind = int.from_bytes(data[at + 2 : at + 4], "big" if is_big else "little")
        fields = [data[at + 5 + 3 * n : at + 8 + 3 * n] for n in range(data[at + 4])]
        at += 5 + 3 * len(fields)
        size, places = 0, []
        for number, width, _ in fields:
            if number == _TIMESTAMP or number in _MOMENTS.get(kind, ()):
                places.append(size)
            size += width
        if head & 0x20:
            size += sum(data[at + 2 + 3 * n] for n in range(data[at]))
            at += 1 + 3 * data[at]
        kinds[head & 15] = size, is_big, places
    return found


def _read(copies: Bytes, places: Sequence[int], is_little: bool) -> npt.NDArray[np.int64]:
    at = np.array(places)[:, None] + np.arange(4)[None, ::]
    four = copies[at].astype(np.int64)
    weights = np.array([1, 1 << 8, 1 << 16, 1 << 24])
    weights = weights if is_little else weights[::-1]
    return np.asarray((four * weights[None, :, None]).sum(axis=1))


def _move(
    copies: Bytes, places: Sequence[int], ahead: npt.NDArray[np.int64], is_little: bool
) -> None:
    if not places:
        return
    moments = _read(copies[:, :1], places, is_little)
    moved = np.where(moments == 0xFFFFFFFF, moments, moments + ahead)
    for byte in range(4):
        shift = 8 * (byte if is_little else 3 - byte)
        copies[np.array(places) + byte] = (moved >> shift) & 0xFF


def _checksums(copies: Bytes) -> npt.NDArray[np.uint16]:
    """Return the checksum of each copy (FIT protocol, CRC-16), all of them at once."""
    sums = np.zeros(copies.shape[1], np.uint16)
    for row in copies:
        for nibble in (row & 15, row >> 4):
            sums = (sums >> 4) ^ _TABLE[sums & 15] ^ _TABLE[nibble]
    return sums
