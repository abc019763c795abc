"""What was given to be read, opened as far as its list of files: archives, folders, files."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

from ironstride import units
from ironstride.importers import UnreadableFile
from ironstride.importers.text import printable
from ironstride.jobs.archives.layouts import OTHER, Layout, is_wanted, is_zip, layout_of
from ironstride.jobs.archives.limits import MOST_BYTES, MOST_IN_ALL, MOST_MEMBERS_IN_ALL
from ironstride.jobs.archives.members import (
    Member,
    of_file,
    of_folder,
    of_zip,
    opened_zip,
)
from ironstride.jobs.import_files import Refused

Given = tuple[str, Path | BinaryIO]
ZIP = b"PK\x03\x04", b"PK\x05\x06"


@dataclass
class Place:
    """An archive or a folder by its name, "" for single files: what is opened of it."""

    name: str
    layout: Layout = OTHER
    members: list[Member] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left: int = 0

    @property
    def unread(self) -> str:
        """Return the sentence about what was left unread, if anything was."""
        if not self.left:
            return ""
        left = f"{units.count(self.left, 'file')} {'was' if self.left == 1 else 'were'}"
        return f"{self.name}: {self.layout.says.format(left=left)}."


class Places:
    """Opens what was given, and closes it in the end; counts against what one reading may hold."""

    def __init__(self, closing: ExitStack) -> None:
        self._closing = closing
        self._members, self._bytes = MOST_MEMBERS_IN_ALL, MOST_IN_ALL

    def of(self, given: Sequence[Given]) -> list[Place]:
        """Return the places that hold what is to be read."""
        single = Place("")
        found = [single]
        for given_name, file in given:
            name = printable(given_name)
            try:
                found += self._places(name, file, single)
            except UnreadableFile as why:
                single.refused.append(Refused(name=name, why=f"{name}: {why}"))
        return [one for one in found if one.members or one.refused or one.left]

    def _places(self, name: str, file: Path | BinaryIO, single: Place) -> Iterator[Place]:
        if isinstance(file, Path) and file.is_dir():
            yield from self._folder(name, of_folder(file))
            return
        member = of_file(name, file)
        if _starts(member).startswith(ZIP):
            yield self._archive(name, member)
        else:
            self._take(single, [member])

    def _folder(self, name: str, members: Sequence[Member]) -> Iterator[Place]:
        """Yield a folder, and each archive in it as a place of its own."""
        layout = layout_of(one.name for one in members)
        place = Place(name, layout)
        archives = [
            one for one in members if is_zip(one.name) and is_wanted(layout, one.name, nested=False)
        ]
        self._choose(place, [one for one in members if one not in archives], nested=False)
        yield place
        for one in archives:
            try:
                yield self._archive(f"{name}/{one.name}", one)
            except UnreadableFile as why:
                place.refused.append(Refused(name=one.name, why=f"{name}/{one.name}: {why}"))

    def _archive(self, name: str, member: Member) -> Place:
        members = of_zip(opened_zip(self._closing.enter_context(member.open())))
        _refuse_others([one.name for one in members])
        place = Place(name, layout_of(one.name for one in members))
        self._choose(place, members, nested=False)
        return place

    def _choose(self, place: Place, members: Sequence[Member], *, nested: bool) -> None:
        """Take what is wanted of an archive's members, and of archives among them theirs."""
        wanted = [
            one for one in members if one.wrong or is_wanted(place.layout, one.name, nested=nested)
        ]
        place.left += len(members) - len(wanted)
        archives = [one for one in wanted if is_zip(one.name) and not one.wrong]
        self._take(place, [one for one in wanted if one not in archives])
        for one in archives:
            if nested:
                why = "an archive inside an archive inside an archive is not opened"
                place.refused.append(_refused(place, one, why))
                continue
            try:
                self._choose(place, self._nested(one), nested=True)
            except UnreadableFile as why:
                place.refused.append(_refused(place, one, str(why)))

    def _nested(self, archive: Member) -> list[Member]:
        """Return the members of an archive in an archive, which is unpacked to the disk first."""
        held = tempfile.TemporaryFile(prefix="ironstride-")  # noqa: SIM115 - closed in the end
        self._closing.enter_context(held)
        with archive.opened() as file:
            for piece in file.pieces(self._bytes):
                held.write(piece)
                self._bytes -= len(piece)
        inner = of_zip(opened_zip(cast("BinaryIO", held)))
        return [replace(one, name=f"{archive.name}/{one.name}") for one in inner]

    def _take(self, place: Place, members: Sequence[Member]) -> None:
        """Let members be opened, as many as one reading may hold."""
        for one in members:
            self._members -= 1
            # What is larger is read piece by piece, or not at all.
            self._bytes -= min(one.size, MOST_BYTES)
            if self._members < 0 or self._bytes < 0:
                raise UnreadableFile(
                    f"it holds more than {MOST_IN_ALL >> 30} GB or {MOST_MEMBERS_IN_ALL:,} files "
                    "to be read: please import it in parts"
                )
            if one.wrong:
                place.refused.append(_refused(place, one, one.wrong))
            else:
                place.members.append(one)


def _refused(place: Place, one: Member, why: str) -> Refused:
    within = f"{place.name}: " if place.name else ""
    return Refused(name=one.name, why=f"{within}{one.name}: {why}")


def _refuse_others(names: Sequence[str]) -> None:
    """Raise UnreadableFile for what is a zip archive to a machine but not to a person."""
    if "[Content_Types].xml" in names:
        raise UnreadableFile("it is a spreadsheet or a document: save its table as CSV first")
    if "about.csv" in names and "session.csv" in names:
        raise UnreadableFile("it is an export of Ironstride: restore it on the page Your data")


def _starts(member: Member) -> bytes:
    with member.opened() as file:
        return file.read(4)
