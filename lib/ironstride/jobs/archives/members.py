"""The files of an archive or a folder, none of them opened yet, and those that never will be."""

import hashlib
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import Any, BinaryIO, cast

from ironstride.importers import UnreadableFile
from ironstride.importers.text import printable
from ironstride.jobs.archives.limits import (
    HARMLESS,
    MOST_BYTES,
    MOST_LISTED,
    MOST_MEMBERS,
    MOST_RATIO,
    PIECE,
)

# What the library raises on archives that are damaged, or packed in ways it does not know.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError, RuntimeError,
    struct.error, ValueError, OverflowError, OSError,
)  # fmt: skip

_OUTWARDS = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_SYSTEM = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)")
_LOCKED = 0x1
_DAMAGED = "it is damaged, or packed in a way that is not known"
_TOO_MANY = f"it holds more than {MOST_MEMBERS:,} files: please split it"
_LINK = "it is a link, not a file"


@dataclass(frozen=True)
class Member:
    """A file by the name its archive or folder gives it, and its size [bytes].

    `wrong` says why it is not to be opened.
    """

    name: str
    size: int
    open: Callable[[], AbstractContextManager[BinaryIO]]
    wrong: str = ""

    @property
    def too_large(self) -> bool:
        """Tell whether it is larger than any file that is read whole."""
        return self.size > MOST_BYTES

    @contextmanager
    def opened(self) -> "Iterator[Sound]":
        """Open it for reading.

        Raises:
            UnreadableFile: it is damaged, or not to be opened.
        """
        if self.wrong:
            raise UnreadableFile(self.wrong)
        try:
            held = self.open()
        except DAMAGE:
            raise UnreadableFile(_DAMAGED) from None
        with held as file:
            yield Sound(file)

    def content(self) -> bytes:
        """Return all of its bytes.

        Raises:
            UnreadableFile: it is damaged, too large, or not to be opened.
        """
        with self.opened() as file:
            return b"".join(file.pieces(MOST_BYTES))


class Sound:
    """An open file that says in one sentence when it cannot be read on, and hashes what it read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Return the next bytes, empty at the end."""
        parts = []
        try:
            while size > 0 and (piece := self._file.read(min(size, PIECE))):
                size -= len(piece)
                parts.append(piece)
        except DAMAGE:
            raise UnreadableFile(_DAMAGED) from None
        read = b"".join(parts)
        self._hash.update(read)
        return read

    def pieces(self, most: int) -> Iterator[bytes]:
        """Yield all bytes piece by piece.

        Raises:
            UnreadableFile: there are more than `most`, or it is damaged.
        """
        left = most
        while piece := self.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise UnreadableFile(f"it has more than {most >> 20} MB")
            yield piece

    @property
    def sha256(self) -> str:
        """Return the hash of what was read."""
        return self._hash.hexdigest()


def of_file(name: str, file: Path | BinaryIO) -> Member:
    """Return a single file."""
    if isinstance(file, Path):
        return Member(name, file.stat().st_size, lambda: file.open("rb"))
    size = file.seek(0, os.SEEK_END)
    return Member(name, size, lambda: _again(file))


def _never() -> AbstractContextManager[BinaryIO]:
    raise UnreadableFile(_LINK)


def _again(file: BinaryIO) -> AbstractContextManager[BinaryIO]:
    file.seek(0)
    return nullcontext(file)


def of_folder(folder: Path) -> list[Member]:
    """Return the files of a folder and the folders below it, hidden ones left out.

    Raises:
        UnreadableFile: there are too many.
    """
    found: list[Member] = []
    for path in _walked(folder):
        name = printable(path.relative_to(folder).as_posix())
        if path.is_symlink():
            found.append(Member(name, 0, _never, _LINK))
        elif path.is_file():
            found.append(of_file(name, path))
        _refuse_many(len(found))
    return found


def _walked(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at, name) for name in sorted(files) if not _SYSTEM.search(name))


def paths_of_folder(folder: Path) -> list[tuple[str, Path]]:
    """Return the files of a folder and those below it as (name to show, path), links left out.

    Raises:
        UnreadableFile: there are too many.
    """
    found: list[tuple[str, Path]] = []
    for path in _walked(folder):
        if path.is_file() and not path.is_symlink():
            found.append((printable(path.relative_to(folder).as_posix()), path))
        _refuse_many(len(found))
    return found


def opened_zip(file: BinaryIO) -> zipfile.ZipFile:
    """Return an archive, its list of members read.

    Raises:
        UnreadableFile: it is damaged, or lists too many.
    """
    try:
        archive = zipfile.ZipFile(cast("BinaryIO", _Bounded(file)))
    except UnreadableFile:
        raise
    except DAMAGE:
        raise UnreadableFile("the zip archive is damaged or cut off") from None
    _refuse_many(len(archive.infolist()))
    return archive


def of_zip(archive: zipfile.ZipFile) -> list[Member]:
    """Return the files of an archive, what a system hides in it left out."""
    every = [_of_info(archive, one) for one in archive.infolist() if not one.is_dir()]
    return [one for one in every if one.wrong or not _SYSTEM.search(one.name)]


def _of_info(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    return Member(
        printable(info.filename),
        info.file_size,
        lambda: cast("AbstractContextManager[BinaryIO]", archive.open(info)),
        _wrong(info),
    )


def _wrong(info: zipfile.ZipInfo) -> str:
    """Return why a member is not to be opened, if so."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if _OUTWARDS.search(info.filename) or _OUTWARDS.search(info.orig_filename):
        return "its name leads out of the archive"
    if kind and kind != stat.S_IFREG:
        return _LINK
    if info.flag_bits & _LOCKED:
        return "it is locked by a password"
    if info.file_size > max(HARMLESS, MOST_RATIO * info.compress_size):
        return f"it unpacks to more than {MOST_RATIO} times its size, which no recording does"
    return ""


def _refuse_many(count: int) -> None:
    if count > MOST_MEMBERS:
        raise UnreadableFile(_TOO_MANY)


class _Bounded:
    """A file that is asked for no more at once than a list of members needs."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        read = self._file.read(min(size, MOST_LISTED) if size >= 0 else MOST_LISTED)
        if size > len(read) == MOST_LISTED or (size < 0 and self._file.read(1)):
            raise UnreadableFile(_TOO_MANY)
        return read

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
