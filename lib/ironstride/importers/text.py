"""Text to numbers and times; how a file writes its numbers is decided once for the whole file."""

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

DecimalSign = Literal[".", ","]
ClockShape = Literal["h:mm", "m:ss"]

MAX_TITLE = 200
MAX_NOTES = 10_000
MAX_NUMBER = 40

_MISSING = {"", "-", "--", "---", "--:--", "--:--:--", "nan", "null", "none", "n/a", "\u2014"}
_YES = {"1", "1.0", "1,0", "true", "yes"}
_NOT_COUNTED = re.compile(r"[\s'\u2019]+")
_POINT_STYLE = re.compile(r"[-+]?\d+(?:\.(?:\d{1,2}|\d{4,})|(?:,\d{3})+\.\d+)")
_COMMA_STYLE = re.compile(r"[-+]?\d+(?:,(?:\d{1,2}|\d{4,})|(?:\.\d{3})+,\d+)")
_NUMBER = {
    ".": re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?(?:[eE][-+]?\d{1,3})?"),
    ",": re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d*)(?:,\d*)?(?:[eE][-+]?\d{1,3})?"),
}
# Nearly every cell of a large export is blank or one of these, and reading it takes most time.
_PLAIN = {".": re.compile(r"\d{1,15}(?:\.\d{1,20})?"), ",": re.compile(r"\d{1,15}")}
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})([.,]\d{1,6})?")
_ZERO = re.compile(r"0{1,4}(?:[.,]0{1,4})?")
_SPAN = re.compile(r"(\d{1,6})\s*([^\W\d_]+)\.?")
_SPAN_WORDS = {
    3600: "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore u uur",
    60: "m min mins minute minutes minuten mn minuto minutos minuti minuut",
    1: "s sec secs second seconds sek sekunde sekunden seconde secondes seg segs segundo segundos"
    " secondo secondi seconden",
}
_SECONDS = {word: seconds for seconds, words in _SPAN_WORDS.items() for word in words.split()}


def fold(text: str) -> str:
    r"""Return text as it is compared: compatible letters, small, single spaces.

    >>> fold("  Avg\u00a0 HR ")
    'avg hr'
    """
    return " ".join(unicodedata.normalize("NFKC", text).replace("\ufeff", "").casefold().split())


def printable(name: str) -> str:
    r"""Return the name of a file as it can be shown and kept: it may hold any bytes, or commands.

    >>> printable("Läufe 2.csv"), printable("\x1b[2Ja.fit"), printable("L\udce4ufe.csv")
    ('Läufe 2.csv', '�[2Ja.fit', 'L�ufe.csv')
    """
    return "".join(
        one if one.isprintable() or unicodedata.category(one) == "Zs" else "\ufffd" for one in name
    )


def is_missing(cell: str) -> bool:
    """Tell whether a cell stands for no value: blank, dashes, NaN.

    >>> is_missing("--"), is_missing("0")
    (True, False)
    """
    return not cell or cell.strip().casefold() in _MISSING


def is_yes(cell: str) -> bool:
    """Tell whether a cell of a yes-or-no column says yes.

    >>> is_yes("TRUE"), is_yes("1,0"), is_yes("0"), is_yes("")
    (True, True, False, False)
    """
    return cell.strip().casefold() in _YES


def decimal_sign(cells: Iterable[str]) -> DecimalSign:
    """Return the decimal sign that a file's numbers show; the point when they show none.

    A group of exactly three digits decides nothing: `1,177` and `2.932` may be thousands.

    >>> decimal_sign(["3,40", "2.932", "255"]), decimal_sign(["1,177", "6.5"])
    (',', '.')
    """
    points = commas = 0
    for cell in cells:
        if not cell or cell.isdigit() or len(cell) > MAX_NUMBER:
            continue
        text = cell.strip()
        points += _POINT_STYLE.fullmatch(text) is not None
        commas += _COMMA_STYLE.fullmatch(text) is not None
    return "," if commas > points else "."


def read_number(cell: str, decimal: DecimalSign = ".") -> float | None:
    """Return the number in a cell, or None when it is missing.

    Raises:
        ValueError: the cell holds something else, or a number beyond all bounds.

    >>> read_number("1,177"), read_number("2.932,5", ","), read_number("'-16"), read_number("--")
    (1177.0, 2932.5, -16.0, None)
    """
    if _PLAIN[decimal].fullmatch(cell):
        return float(cell)
    if is_missing(cell):
        return None
    text = _NOT_COUNTED.sub("", cell).replace("\u2212", "-")
    if (
        len(text) > MAX_NUMBER
        or not _NUMBER[decimal].fullmatch(text)
        or not any(map(str.isdigit, text))
    ):
        raise ValueError(f"{clip(cell, 40)!r} is not a number")
    value = float(text.replace("." if decimal == "," else ",", "").replace(",", "."))
    if not math.isfinite(value):
        raise ValueError(f"{clip(cell, 40)!r} is not a number")
    return value


def number_or_none(cell: str, decimal: DecimalSign = ".") -> float | None:
    """Return the number in a cell, or None when it is missing or holds something else.

    >>> number_or_none("3,40", ","), number_or_none("5:42")
    (3.4, None)
    """
    try:
        return read_number(cell, decimal)
    except ValueError:
        return None


def read_clock(cell: str, two_parts: ClockShape = "m:ss") -> float | None:
    """Return the time [s] in `hh:mm:ss`, or in two parts as said, or None when missing.

    Raises:
        ValueError: the cell holds no such time.

    >>> read_clock("00:28:21"), read_clock("00:08:02,2"), read_clock("0:45", "h:mm")
    (1701.0, 482.2, 2700.0)
    """
    if is_missing(cell):
        return None
    if _ZERO.fullmatch(cell.strip()):
        return 0.0
    match = _CLOCK.fullmatch(cell.strip())
    if match is None:
        raise ValueError(f"{clip(cell, 40)!r} is not a time")
    first, second, third = (int(part or 0) for part in match.groups()[:3])
    if match[1] is None and two_parts == "h:mm":
        first, second, third = second, third, 0
    if third > 59 or (first and second > 59):
        raise ValueError(f"{clip(cell, 40)!r} is not a time: minutes and seconds stop at 59")
    return first * 3600 + second * 60 + third + float((match[4] or "0").replace(",", "."))


def read_span(cell: str) -> float | None:
    """Return the time [s] in words such as `1h 5m`, in plain seconds, or None when missing.

    Raises:
        ValueError: the cell holds no such time.

    >>> read_span("1h 5m"), read_span("1 h 46 min"), read_span("20s"), read_span("3720")
    (3900.0, 6360.0, 20.0, 3720.0)
    """
    if is_missing(cell):
        return None
    text = cell.strip()
    if ":" in text or len(text) > MAX_NUMBER:
        return read_clock(text)
    parts = _SPAN.findall(text.casefold())
    if not parts:
        return read_number(text)
    if _SPAN.sub("", text.casefold()).strip() or any(unit not in _SECONDS for _, unit in parts):
        raise ValueError(f"{clip(cell, 40)!r} is not a time")
    return float(sum(int(count) * _SECONDS[unit] for count, unit in parts))


def clip(text: str, most: int) -> str:
    """Return a person's own words, stripped at both ends and no longer than `most` characters.

    >>> clip("  Long run, then a swim ", 10)
    'Long run,…'
    """
    words = text.strip()
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
