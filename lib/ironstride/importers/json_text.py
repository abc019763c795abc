"""JSON as exports write it: any bytes in, values that are what they say, or None."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ironstride.importers.decoding import UnreadableFile

Fields = dict[str, Any]

# The largest hold a session's points, some 100 bytes each; a value takes ten times its text.
MAX_BYTES = 16 << 20
_BLANK = re.compile(r"\s*")
# JSON can write half a character, which no log can hold, and signs that command a screen.
_NO_WORDS = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_WHY = "the file is damaged: its JSON cannot be read"


def parsed(data: bytes) -> Any:
    """Return what a JSON file holds.

    Raises:
        UnreadableFile: it is damaged, or nested deeper than any export.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"the file is larger than {MAX_BYTES >> 20} MB, as no session is")
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise UnreadableFile(_WHY) from None


def objects_in(text: str, at: int) -> Iterator[Fields | None]:
    """Yield the objects of a list that begins at a place, one by one; None where it is damaged.

    >>> list(objects_in('[{"a": 1}, {"a": 2}]', 0)), list(objects_in('[{"a": 1}, {"a"', 0))
    ([{'a': 1}, {'a': 2}], [{'a': 1}, None])
    """
    decoder = json.JSONDecoder()
    while True:
        at = _past(text, at + 1)
        if text[at : at + 1] == "]":
            return
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield None
            return
        if isinstance(found, dict):
            yield found
        at = _past(text, at)
        if text[at : at + 1] == "]":
            return
        if text[at : at + 1] != ",":
            yield None
            return


def number(value: object) -> float | None:
    """Return a number, None where there is none.

    >>> number(3), number("4.5"), number(True), number(float("inf"))
    (3.0, 4.5, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def above_zero(value: object, per: float = 1.0) -> float | None:
    """Return a number in the unit of the log, where so many of the file's make one; 0 is unknown.

    >>> above_zero(1_000_000, per=100), above_zero(0)
    (10000.0, None)
    """
    found = number(value)
    return found / per if found and found > 0 else None


def words(value: object) -> str:
    r"""Return a text, empty where there is none.

    >>> words("Park"), words(None), words(3), words("\ud83d\x1b")
    ('Park', '', '3', '\ufffd\ufffd')
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return _NO_WORDS.sub("\ufffd", str(value))


def _past(text: str, at: int) -> int:
    """Return the place of the next sign that is no blank."""
    found = _BLANK.match(text, at)
    return found.end() if found else at
