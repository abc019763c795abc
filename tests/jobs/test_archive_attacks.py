"""What archives can be made to do harm with is refused in a sentence, and the rest is read."""

import gzip
import io
import os
import stat
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ironstride import store
from ironstride.importers import Choices, Reading
from ironstride.jobs.archives import Many, preview_group, read_many
from ironstride.jobs.archives.outcome import Refusal, Task
from ironstride.jobs.archives.workers import Worker
from ironstride.jobs.import_files import FilePreview, commit, preview
from ironstride.store import Log
from tests.archives import zipped
from tests.importers.fit_files import a_run, a_strength_session

TODAY = date(2026, 11, 22)
RUN = a_run().written()
BERLIN = Choices(zone="Europe/Berlin")
GOOD = ("good.fit", RUN)
ENTITIES = (
    b'<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<gpx><trk><name>&b;</name></trk></gpx>"
)
OUTSIDE = b'<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx><trk><name>&a;</name></trk></gpx>'


def read(archive: io.BytesIO, name: str = "a.zip") -> Many:
    return read_many([(name, archive)], BERLIN)


def whys(many: Many) -> list[str]:
    rows = [row.reason for group in many.groups for row in group.reading.rejected]
    return [*rows, *(one.why for one in many.refused)]


def sessions(many: Many) -> int:
    return sum(len(group.reading.sessions) for group in many.groups)


def a_link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


def changed(change: Callable[[zipfile.ZipInfo], None], content: bytes = RUN) -> io.BytesIO:
    """Return an archive whose list says something else of the bad member than there is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(*GOOD)
        archive.writestr("bad.fit", content)
        change(archive.filelist[1])
    return held


def locked(info: zipfile.ZipInfo) -> None:
    info.flag_bits |= 1


def packed_oddly(info: zipfile.ZipInfo) -> None:
    info.compress_type = 97


def with_another_sum(info: zipfile.ZipInfo) -> None:
    info.CRC ^= 1


def elsewhere(info: zipfile.ZipInfo) -> None:
    info.header_offset += 7


def shorter_than_it_is(info: zipfile.ZipInfo) -> None:
    info.file_size = 100


def upon_another(info: zipfile.ZipInfo) -> None:
    info.header_offset = 0


HARMFUL = {
    "a name that leads out": (zipped(GOOD, ("../../bad.fit", RUN)), "leads out of the archive"),
    "a name from the root": (zipped(GOOD, ("/etc/bad.fit", RUN)), "leads out of the archive"),
    "a name of a drive": (zipped(GOOD, ("C:\\bad.fit", RUN)), "leads out of the archive"),
    "a name out by backslashes": (zipped(GOOD, ("a\\..\\..\\b.fit", RUN)), "leads out"),
    "a link": (zipped(GOOD, (a_link("bad.fit"), "/etc/passwd")), "is a link"),
    "a bomb": (zipped(GOOD, ("bad.fit", bytes(40 << 20))), "more than 200 times its size"),
    "a bomb of gzip": (zipped(GOOD, ("bad.fit.gz", gzip.compress(bytes(90 << 20)))), "64 MB"),
    "entities within entities": (zipped(GOOD, ("bad.gpx", ENTITIES)), "declares entities"),
    "an entity from outside": (zipped(GOOD, ("bad.gpx", OUTSIDE)), "declares entities"),
    "a locked member": (changed(locked), "locked by a password"),
    "an unknown packing": (changed(packed_oddly), "packed in a way that is not known"),
    "a wrong checksum": (changed(with_another_sum), "it is damaged"),
    "a member somewhere else": (changed(elsewhere), "it is damaged"),
    "an archive inside an archive inside an archive": (
        zipped(GOOD, ("in.zip", zipped(("bad.zip", zipped(GOOD).getvalue())).getvalue())),
        "inside an archive inside an archive is not opened",
    ),
    "a member that claims to be short": (changed(shorter_than_it_is), "it is damaged"),
    "two members of the same bytes": (changed(upon_another), "it is damaged"),
    "a bomb in an archive inside": (
        zipped(GOOD, ("in.zip", zipped(("bad.fit", bytes(40 << 20))).getvalue())),
        "more than 200 times its size",
    ),
    "a damaged archive inside": (
        zipped(GOOD, ("in.zip", b"PK\x03\x04?")),
        "zip archive is damaged",
    ),
}


@pytest.mark.parametrize(("archive", "why"), HARMFUL.values(), ids=HARMFUL)
def test_what_would_harm_is_refused_and_the_rest_is_read(archive: io.BytesIO, why: str) -> None:
    many = read(archive)
    assert sessions(many) == 1
    (said,) = whys(many)
    assert why in said
    assert "bad." in said or "in.zip" in said or "b.fit" in said


def test_members_of_one_name_are_each_read_as_they_are() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.fit", b"nonsense")
        for content in (RUN, a_strength_session().written()):
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("a.fit", content)
    many = read(held)
    assert (sessions(many), len(whys(many))) == (2, 1)


@pytest.mark.parametrize("name", ["\x1b[2J\x07a.fit", "a\nb.fit", "\u202etif.fit"])
def test_a_name_never_commands_the_screen(name: str) -> None:
    (said,) = whys(read(zipped(GOOD, (name, b"nonsense"))))
    assert said.isprintable()
    (said,) = whys(read_many([(name, io.BytesIO(RUN[:30]))], BERLIN))
    assert said.isprintable()


def test_a_name_that_is_no_text_can_be_kept(log: Log) -> None:
    name = os.fsdecode(b"L\xe4ufe.fit")  # as an older system wrote it
    (group,) = read_many([(name, io.BytesIO(RUN))], BERLIN).groups
    commit(log, [preview_group(log, group, today=TODAY)], at=datetime(2026, 11, 22))
    row = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\n"
    row += "Running,2026-05-04 08:00:00,false,A,5.00,50,00:25:00,150,170,00:25:00\n"
    table = preview(log, name, row.encode(), Choices(distance_unit="km"), today=TODAY)
    assert isinstance(table, FilePreview)
    commit(log, [table], at=datetime(2026, 11, 22))
    assert len(store.sessions(log)) == 2


def claims_64_mb(info: zipfile.ZipInfo) -> None:
    info.file_size, info.compress_size = 64 << 20, 1 << 20


def many_large_ones() -> io.BytesIO:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for n in range(40):
            archive.writestr(f"{n}.fit", RUN)
            claims_64_mb(archive.filelist[n])
    return held


WHOLE = {
    "too many members": (
        lambda: zipped(*((f"{n}.fit", b"") for n in range(20_001))), "more than 20,000 files",
    ),
    "a list of members that is too long": (
        lambda: zipped(*((f"{n}{'a' * 60_000}.fit", b"") for n in range(150))), "more than 20,000",
    ),
    "more than 2 GB, as it says": (many_large_ones, "more than 2 GB"),
    "a spreadsheet": (lambda: zipped(("[Content_Types].xml", "<a/>")), "it is a spreadsheet"),
    "an export of our own": (
        lambda: zipped(("about.csv", "a"), ("session.csv", "a")), "an export of Ironstride",
    ),
    "a cut off archive": (lambda: io.BytesIO(zipped(GOOD).getvalue()[:-30]), "damaged or cut off"),
}  # fmt: skip


@pytest.mark.parametrize(("archive", "why"), WHOLE.values(), ids=WHOLE)
def test_an_archive_beyond_the_limits_is_refused_whole(
    archive: Callable[[], io.BytesIO], why: str
) -> None:
    many = read(archive())
    assert many.groups == ()
    (said,) = whys(many)
    assert said.startswith("a.zip: ")
    assert why in said


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.fit").write_bytes(RUN)
    (tmp_path / "secret.fit").write_bytes(RUN)
    (tmp_path / "in" / "link.fit").symlink_to(tmp_path / "secret.fit")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    many = read_many([("in", tmp_path / "in")], BERLIN)
    assert sessions(many) == 1
    assert [why for why in whys(many) if "is a link" not in why] == []


def test_a_process_that_ends_over_a_file_is_started_anew() -> None:
    class Ends(str):
        def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
            return os._exit, (3,)

    worker = Worker()
    try:
        broken = worker.read(Task(Ends("bad.fit"), RUN), BERLIN)
        assert isinstance(broken, Refusal)
        assert broken.why.startswith("reading it broke off")
        assert isinstance(worker.read(Task("good.fit", RUN), BERLIN), Reading)
    finally:
        worker.end()


@given(content=st.binary(max_size=300))
@example(content=b"PK\x03\x04")
@example(content=b"PK\x05\x06" + bytes(18))
def test_any_bytes_are_answered(content: bytes) -> None:
    read_many([("a.zip", io.BytesIO(content)), ("b", io.BytesIO(b"PK\x03\x04" + content))], BERLIN)


ARCHIVE = zipped(
    ("a.fit", RUN[:200]), ("in.zip", zipped(("b.gpx", b"<gpx/>")).getvalue()), ("c.csv", "a,b\n")
).getvalue()


@given(
    places=st.lists(
        st.tuples(st.integers(0, len(ARCHIVE) - 1), st.integers(0, 255)), min_size=1, max_size=6
    )
)
@settings(max_examples=150)
def test_an_archive_with_any_bytes_changed_is_answered(places: list[tuple[int, int]]) -> None:
    content = bytearray(ARCHIVE)
    for at, value in places:
        content[at] = value
    read(io.BytesIO(bytes(content)))
