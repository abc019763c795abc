"""XML as it comes in, element by element: nothing is kept or fetched, no entity is read."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat

from ironstride.importers.decoding import UnreadableFile

MAX_DEPTH = 200
# A text comes in pieces of 64 KB; nobody writes longer notes.
MAX_PIECES = 4
_BLANK = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT = 64 * 1024
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


class Walker(Protocol):
    """Who is shown every element of a file, by its local name."""

    def start(self, path: list[str], attributes: dict[str, str], /) -> None:
        """Take note of an element that begins; the last of `path` is its own name."""

    def end(self, path: list[str], text: str, /) -> None:
        """Take note of an element that ends, with the text since the last tag."""


def root_of(data: bytes) -> str:
    """Return the local name of the outermost element, empty where there is none.

    >>> root_of(b'<?xml version="1.0"?><!-- <a> --><x:gpx version="1.1"/>'), root_of(b"a,b")
    ('gpx', '')
    """
    start = data[:_LOOKED_AT].replace(b"\0", b"").lstrip(_BLANK + b"\xff\xfe")
    if not start.startswith(b"<"):
        return ""
    found = _ROOT.search(_COMMENT.sub(b"", start))
    return found[1].decode() if found else ""


def walk(pieces: Iterable[bytes], walker: Walker) -> bool:
    """Show every element of a file's pieces to a walker; return whether the file was whole.

    Prefixes are left out, whether declared or not. What came before a damage has been shown.

    Raises:
        UnreadableFile: the file declares entities, or is nested deeper than any recording.
    """
    parser = _parser(walker)
    try:
        for piece in _from_first_tag(pieces):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except UnreadableFile:
        raise
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _from_first_tag(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces without the blanks that some apps write before the first tag."""
    begun = False
    for piece in pieces:
        # In UTF-16 a blank has two bytes.
        rest = piece if begun or b"\0" in piece[:4] else piece.lstrip(_BLANK)
        begun = begun or bool(rest)
        yield rest


def _parser(walker: Walker) -> expat.XMLParserType:
    """Return a parser that tells a walker what it meets."""
    parser = expat.ParserCreate()
    path: list[str] = []
    texts: list[str] = []
    start, end = walker.start, walker.end

    def on_start(name: str, attributes: dict[str, str]) -> None:
        texts.clear()
        path.append(name.rpartition(":")[2])
        if len(path) > MAX_DEPTH:
            raise UnreadableFile("the file nests its elements deeper than any recording does")
        start(path, attributes)

    def on_end(_name: str) -> None:
        end(path, "".join(texts).strip())
        texts.clear()
        path.pop()

    def on_text(text: str) -> None:
        if len(texts) < MAX_PIECES:
            texts.append(text)

    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = on_text
    parser.EntityDeclHandler = _refuse_entity
    return parser


def _refuse_entity(*_said: object) -> None:
    raise UnreadableFile("the file declares entities of its own, which no recording needs")
