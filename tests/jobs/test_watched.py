"""A watched folder: what came into it is offered until it was dealt with."""

import os
from pathlib import Path

from ironstride.jobs.watched import arrived_s, new_files, settle
from ironstride.store import Log


def write(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    latest = max((arrived_s(path) for path in folder.glob("*")), default=0.0)
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"?")
        # Clocks of file systems tick slowly: each is to come later than the one before.
        while arrived_s(path) <= latest:
            path.write_bytes(b"?")
        latest = arrived_s(path)
    return paths


def test_files_are_offered_until_they_are_settled(log: Log, tmp_path: Path) -> None:
    (first,) = write(tmp_path / "w", "a.fit")
    assert new_files(log, tmp_path / "w") == [first]
    settle(log, [first])
    assert new_files(log, tmp_path / "w") == []
    (second,) = write(tmp_path / "w", "b.csv")
    assert new_files(log, tmp_path / "w") == [second]


def test_a_copy_that_keeps_its_old_date_is_new_all_the_same(log: Log, tmp_path: Path) -> None:
    settle(log, write(tmp_path / "w", "a.fit"))
    (old,) = write(tmp_path / "w", "old.gpx")
    os.utime(old, (0, 0))
    assert new_files(log, tmp_path / "w") == [old]


def test_what_was_left_is_offered_again_and_what_came_before_it_is_not(
    log: Log, tmp_path: Path
) -> None:
    first, left, last = write(tmp_path / "w", "a.fit", "b.csv", "c.fit")
    settle(log, [first, left, last], left=[left])
    assert first not in new_files(log, tmp_path / "w")
    assert left in new_files(log, tmp_path / "w")


def test_only_what_can_be_read_is_offered(log: Log, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    wanted = write(folder, "a.fit", "b.zip", "c.TCX", "d.gpx.gz")
    write(folder, "photo.jpg", ".hidden.fit")
    assert new_files(log, folder) == wanted


def test_a_folder_that_is_not_there_offers_nothing(log: Log, tmp_path: Path) -> None:
    assert new_files(log, tmp_path / "nowhere") == []
    settle(log, [tmp_path / "gone.fit"])
    assert arrived_s(tmp_path / "gone.fit") == 0


def test_a_name_with_signs_that_cannot_be_shown_is_offered_by_its_own(
    log: Log, tmp_path: Path
) -> None:
    odd = write(tmp_path / "w", "a\nb.csv", "\u202eb.fit")
    assert sorted(new_files(log, tmp_path / "w")) == sorted(odd)
