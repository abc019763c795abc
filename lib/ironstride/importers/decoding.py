"""Bytes to lines of text, or one sentence about why they are none."""

import codecs
import re
import zlib

MAX_BYTES = 64 * 1024 * 1024
MAX_LINES = 1_000_000
MAX_LINE = 1_000_000
# No recording shrinks by more; below a megabyte it harms nobody.
MAX_RATIO = 200
_HARMLESS = 1024 * 1024

_GZIP = b"\x1f\x8b"
_WITH_HEADER = 16 + zlib.MAX_WBITS
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARKUP = re.compile(r"\s*(?:<[?!a-zA-Z]|[{\[])")
_KINDS = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or a spreadsheet",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
}


class UnreadableFile(ValueError):  # noqa: N818 - a file that cannot be read is no error of ours
    """A file that cannot be read at all; its text is one sentence for the person."""


class NoSession(UnreadableFile):
    """A file that is as it should be and holds no session, such as the steps of a day."""


def unpacked(data: bytes) -> bytes:
    """Return what a `.gz` file holds, or a plain file's bytes as they are.

    Raises:
        UnreadableFile: it is damaged, or holds far more than any export.

    >>> import gzip
    >>> unpacked(gzip.compress(b"a,b")), unpacked(b"a,b")
    (b'a,b', b'a,b')
    """
    parts: list[bytes] = []
    rest, left = data, MAX_BYTES
    while rest.startswith(_GZIP):
        inner = zlib.decompressobj(_WITH_HEADER)
        try:
            parts.append(inner.decompress(rest, left + 1))
        except zlib.error:
            raise UnreadableFile("the gzip archive is damaged") from None
        left -= len(parts[-1])
        if left < 0 or (MAX_BYTES - left > max(_HARMLESS, MAX_RATIO * len(data))):
            raise UnreadableFile(
                f"the gzip archive unpacks to more than {MAX_BYTES >> 20} MB, or to more than "
                f"{MAX_RATIO} times its size"
            )
        if not inner.eof:
            raise UnreadableFile("the gzip archive is cut off")
        rest = inner.unused_data
    return b"".join(parts) if parts else data


def refuse_large(data: bytes) -> None:
    """Raise UnreadableFile for a file that is larger than any export."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"the file is larger than {MAX_BYTES >> 20} MB: please split it")


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a text file, each with its line end.

    Raises:
        UnreadableFile: the bytes are empty, no text, or larger than any export.
    """
    refuse_large(data)
    text = _text(data)
    if not text.strip():
        raise UnreadableFile("the file is empty")
    if text.count("\n") + text.count("\r") > MAX_LINES:
        raise UnreadableFile(f"the file has more than {MAX_LINES:,} lines: please split it")
    lines = _LINE.findall(text)
    longest = max(map(len, lines))
    if longest > MAX_LINE:
        raise UnreadableFile(f"the file has a line of {longest:,} characters, which no export has")
    return lines


def _text(data: bytes) -> str:
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)
    if kind is not None:
        raise UnreadableFile(f"the file is {kind}, not a table of text")
    text = _decoded(data)
    # A handful of strays can come from a watch's note; a tenth of the start cannot.
    start = text[:4096]
    if _MARKUP.match(text):
        raise UnreadableFile(
            "the file is written in XML, HTML or JSON, not as a table: export the list of "
            "activities or workouts instead"
        )
    if "\0" in text or len(_CONTROL.findall(start)) * 10 > len(start):
        raise UnreadableFile("the file is not text: it holds bytes that no table has")
    return text


def _decoded(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("the file is not text in any encoding that exports use")


def _encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try; UTF-16 without its mark shows by a NUL in every other byte."""
    if data.startswith(_UTF16):
        return ("utf-16",)
    start = data[:1000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) > max(0.05 * len(start), 10 * min(even, odd)):
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return ("utf-8-sig", "cp1252")
