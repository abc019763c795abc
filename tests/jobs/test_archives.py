"""Archives, folders and many files at once: what they hold, in groups, and what is left unread."""

import gzip
import io
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ironstride import store
from ironstride.importers import Choices
from ironstride.jobs.archives import Many, Step, goes_together, preview_group, read_many
from ironstride.jobs.import_files import FilePreview, commit, compared
from ironstride.records import KeptStream
from ironstride.store import Log
from tests.archives import STRAVA_HEADER, runs_on, strava_row, zipped
from tests.importers.fit_files import a_duathlon, a_run, a_strength_session, begun

SAMPLES = Path(__file__).parents[1] / "importers" / "samples"
TODAY = date(2026, 11, 22)
BERLIN = Choices(zone="Europe/Berlin")
# When the run of `a_run` began, in UTC.
START = datetime(2026, 5, 3, 6)
RUN = a_run().written()
GPX = (SAMPLES / "gpx" / "no_type.gpx").read_bytes()
TCX = (SAMPLES / "tcx" / "two_laps.tcx").read_bytes()


def read(*files: tuple[str, io.BytesIO | Path], choices: Choices = BERLIN) -> Many:
    return read_many(files, choices)


def looked_at(log: Log, many: Many) -> list[FilePreview]:
    return compared(log, [preview_group(log, one, today=TODAY) for one in many.groups])


def bring(log: Log, many: Many) -> None:
    commit(log, looked_at(log, many), at=datetime(2026, 11, 22, 12))


def counts(many: Many) -> dict[str, int]:
    return {group.name: len(group.reading.sessions) for group in many.groups}


def test_recordings_are_groups_by_kind_and_what_cannot_be_read_is_named() -> None:
    archive = zipped(
        ("a.fit", RUN),
        ("b/c.fit.gz", gzip.compress(a_duathlon().written())),
        ("broken.fit", RUN[:20]),
        ("d.gpx", GPX),
        ("broken.gpx", b"<gpx><trk>"),
        ("e.tcx", TCX),
        ("notes.csv", "a,b\n1,2\n"),
        ("photo.jpg", b"\xff\xd8\xff"),
    )
    many = read(("mixed.zip", archive))
    assert counts(many) == {
        "mixed.zip: 3 recordings (FIT)": 3,
        "mixed.zip: 2 recordings (GPX)": 2,
        "mixed.zip: e.tcx": 1,
    }
    rejected = [row for group in many.groups for row in group.reading.rejected]
    assert [row.reason.split(":")[0] for row in rejected] == ["broken.fit", "broken.gpx"]
    assert [row.line for row in rejected] == [3, 5]
    (table,) = many.refused
    assert table.why.startswith("mixed.zip: notes.csv: the table comes from no source")
    assert many.unread == (
        "mixed.zip: 1 file was no recording and no table by its name, and left unread.",
    )


def test_streams_come_packed_and_sessions_know_their_file() -> None:
    many = read(("a.zip", zipped(("x/a.fit", RUN))))
    (one,) = many.groups[0].reading.sessions
    assert isinstance(one.stream, KeptStream)
    assert one.recording == "x/a.fit"


def test_files_dropped_together_are_groups_without_an_archive() -> None:
    many = read(("a.fit", io.BytesIO(RUN)), ("b.gpx", io.BytesIO(GPX)), ("c.fit", io.BytesIO(b"")))
    assert counts(many) == {"2 recordings (FIT)": 1, "b.gpx": 2}
    assert many.refused == ()
    assert [row.reason.split(":")[0] for row in many.groups[0].reading.rejected] == ["c.fit"]


def test_of_a_strava_export_only_the_list_and_the_recordings_are_opened(log: Log) -> None:
    row = strava_row(11, START, recording="activities/11.fit.gz")
    archive = zipped(
        ("export_1/activities.csv", STRAVA_HEADER + row),
        ("export_1/activities/11.fit.gz", gzip.compress(RUN)),
        ("export_1/logins.csv", STRAVA_HEADER + strava_row(1, START, recording="")),
        ("export_1/contacts.csv", "name\n"),
        ("export_1/messaging.json", "{}"),
        ("export_1/media/1.fit", RUN),
    )
    many = read(("strava.zip", archive))
    assert list(counts(many)) == [
        "strava.zip: export_1/activities.csv",
        "strava.zip: export_1/activities/11.fit.gz",
    ]
    (said,) = many.unread
    assert said == (
        "strava.zip: only activities.csv and the recordings in activities were opened; 4 files "
        "were left unread, messages, contacts and logins among them."
    )
    bring(log, many)
    (number,) = store.sessions(log).session_id
    shown = store.session(log, int(number))
    assert (shown.title, shown.avg_hr_bpm) == ("Run 11", 134)


@pytest.mark.parametrize("dropped", [True, False])
def test_a_row_and_the_recording_it_names_are_one_whatever_else_they_say(
    log: Log, dropped: bool
) -> None:
    far = START + timedelta(hours=5, minutes=7)
    rows = strava_row(11, far, recording="activities/11.fit", metres=2000)
    table = ("activities.csv", STRAVA_HEADER + rows)
    if dropped:
        files = [("11.fit", io.BytesIO(RUN)), ("list.zip", zipped(table))]
    else:
        files = [("strava.zip", zipped(("activities/11.fit", RUN), table))]
    (*_, file) = looked_at(log, read(*files))
    (twin,) = file.duplicates
    assert (twin.sure, twin.why) == (True, "the list names this recording")


def test_a_name_alone_joins_no_lift_with_a_run_and_no_two_days(log: Log) -> None:
    rows = strava_row(1, START, recording="activities/1.fit")
    rows += strava_row(2, START - timedelta(days=3), recording="activities/2.fit")
    archive = zipped(
        ("activities.csv", STRAVA_HEADER + rows),
        ("activities/1.fit", a_strength_session().written()),
        ("activities/2.fit", a_duathlon().written()),
    )
    found = looked_at(log, read(("strava.zip", archive)))
    assert [
        one.why for file in found for one in file.duplicates if one.sure and "names" in one.why
    ] == []


def test_a_garmin_export_is_read_through_the_archives_inside_it() -> None:
    json = (SAMPLES / "garmin-json" / "summarized_activities.json").read_bytes()
    steps = begun(kind=32).written()
    uploaded = zipped(("me_1.fit", RUN), ("me_2.fit", steps), ("me_3.fit", steps), ("x.txt", b"?"))
    archive = zipped(
        ("DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json", json),
        ("DI_CONNECT/DI-Connect-Uploaded-Files/part_1.zip", uploaded.getvalue()),
        ("DI_CONNECT/DI-Connect-Wellness/sleep.json", b"[]"),
    )
    many = read(("garmin.zip", archive))
    listed, recorded = many.groups
    assert listed.reading.source == "garmin-json"
    assert recorded.name == "garmin.zip: 3 recordings (FIT)"
    assert len(recorded.reading.sessions) == 1
    assert recorded.reading.rejected == ()
    (reason,) = recorded.reading.ignored
    assert "measured over a day" in reason
    assert recorded.reading.ignored[reason] == 2
    assert "2 files were left unread, what was measured of health among them" in many.unread[0]


def test_apples_export_is_read_with_its_routes_and_nothing_else() -> None:
    folder = "apple_health_export"
    archive = zipped(
        (f"{folder}/Exportación.xml", (SAMPLES / "apple-health" / "export.xml").read_bytes()),
        (f"{folder}/export_cda.xml", b"<ClinicalDocument/>"),
        (f"{folder}/workout-routes/route.gpx", GPX),
        (f"{folder}/electrocardiograms/ecg.csv", "Name,Me\n"),
    )
    many = read(("export.zip", archive))
    assert [group.reading.source for group in many.groups] == ["apple-health", "gpx"]
    assert many.refused == ()
    assert "2 files were left unread" in many.unread[0]


def test_a_session_of_adidas_gets_the_points_of_the_files_of_its_name() -> None:
    session = (SAMPLES / "adidas-json" / "runtastic_2018.json").read_bytes()
    plain = read(("a.zip", zipped(("Sport-sessions/s.json", session))))
    (alone,) = plain.groups[0].reading.sessions
    assert alone.stream is None
    start_ms = 1_535_794_114_000
    points = ",".join(
        f'{{"timestamp":{start_ms + 5000 * n},"latitude":{50 + n * 1e-4},"longitude":9.0}}'
        for n in range(100)
    )
    archive = zipped(
        ("Sport-sessions/s.json", session),
        ("Sport-sessions/GPS-data/s.json", f"[{points}]"),
        ("Sport-sessions/Heart-rate-data/s.json", "not a list"),
    )
    (group,) = read(("a.zip", archive)).groups
    assert group.name == "a.zip: Sport-sessions/s.json"
    (one,) = group.reading.sessions
    assert isinstance(one.stream, KeptStream)
    assert one.key == alone.key


def test_a_folder_is_read_as_its_archive_would_be(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "activities").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "x.fit").write_bytes(RUN)
    (folder / "activities" / "11.fit.gz").write_bytes(gzip.compress(RUN))
    (folder / "activities.csv").write_text(
        STRAVA_HEADER + strava_row(11, START, recording="activities/11.fit.gz"), encoding="utf-8"
    )
    (folder / "profile.csv").write_text("name\nMe\n", encoding="utf-8")
    many = read(("mine", folder))
    assert list(counts(many)) == ["mine: activities.csv", "mine: activities/11.fit.gz"]
    assert "1 file was left unread" in many.unread[0]


def test_an_archive_in_a_folder_is_a_place_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a.fit", RUN)).getvalue())
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 and nothing more")
    many = read((tmp_path.name, tmp_path))
    assert list(counts(many)) == [f"{tmp_path.name}/a.zip: a.fit"]
    (refused,) = many.refused
    assert "b.zip: the zip archive is damaged" in refused.why


def test_a_recording_that_two_files_hold_is_brought_once(log: Log) -> None:
    many = read(("a.zip", zipped(("1.fit", RUN), ("copy of 1.fit", RUN))))
    (group,) = many.groups
    assert len(group.reading.sessions) == 1
    assert group.reading.ignored == {"recording that another file holds too": 1}
    bring(log, many)
    again = looked_at(log, read(("b.zip", zipped(("1.fit", RUN)))))
    assert [(len(file.new), file.known) for file in again] == [(0, 1)]


def test_an_archive_split_in_two_holds_what_it_held() -> None:
    runs = runs_on(datetime(2026, 5, day, 8) for day in range(1, 6))
    members = [(f"{n}.fit", run) for n, run in enumerate(runs)]

    def held(*archives: io.BytesIO) -> dict[str, object]:
        many = read_many([(f"{n}.zip", one) for n, one in enumerate(archives)], BERLIN)
        return {one.key: one.session for group in many.groups for one in group.reading.sessions}

    whole = held(zipped(*members))
    assert len(whole) == 5
    assert held(zipped(*members[:2]), zipped(*members[2:])) == whole


def test_a_table_in_an_archive_is_read_anew_when_its_question_is_answered() -> None:
    strong = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        "Workout Notes\n2024-05-31 12:24:39,Legs,45m,Squat (Barbell),1,225,5,0,0,,\n"
    )
    (group,) = read(("a.zip", zipped(("strong.csv", strong)))).groups
    assert [one.field for one in group.reading.questions] == ["weight_unit"]
    answered = group.again(Choices(zone="Europe/Berlin", weight_unit="kg"))
    assert answered.reading.questions == ()
    assert answered.name == "a.zip: strong.csv"


def test_many_recordings_are_read_in_processes_and_tell_how_far_they_are(log: Log) -> None:
    days = [datetime(2026, 1, 1) + timedelta(days=n) for n in range(40)]
    files = [(f"{n}.fit", content) for n, content in enumerate(runs_on(days))]
    steps: list[Step] = []
    many = read_many([("a.zip", zipped(*files))], BERLIN, steps.append)
    assert counts(many) == {"a.zip: 40 recordings (FIT)": 40}
    assert [step.done for step in steps] == list(range(41))
    assert steps[0].left_s is None
    assert steps[-1].left_s == 0
    starts = sorted(one.session.started_at.date() for one in many.groups[0].reading.sessions)
    assert starts[0] in (date(2025, 12, 31), date(2026, 1, 1))
    bring(log, many)
    assert len(store.runs(log)) == 40


@pytest.mark.parametrize("files", [1, 30])
def test_what_progress_raises_ends_the_reading(files: int) -> None:
    class EnoughError(Exception): ...

    def stop(step: Step) -> None:
        if step.done:
            raise EnoughError

    with pytest.raises(EnoughError):
        read_many([("a.zip", zipped(*((f"{n}.fit", RUN) for n in range(files))))], BERLIN, stop)


@pytest.mark.parametrize(
    ("start", "together"),
    [
        (RUN[:14], True), (GPX[:60], True), (zipped(("a", "b")).getvalue()[:8], True),
        (gzip.compress(b"", mtime=0)[:8], True), (b"\xef\xbb\xbf<?xml", True), (b"id,date", False),
        (b"[{", False), (b"", False),
    ],
)  # fmt: skip
def test_archives_and_recordings_are_told_from_tables_by_their_first_bytes(
    start: bytes, together: bool
) -> None:
    assert goes_together(start) is together


def test_a_session_in_the_future_is_rejected_by_the_name_of_its_file(log: Log) -> None:
    (content,) = runs_on([datetime(2027, 1, 1)])
    (file,) = looked_at(log, read(("a.zip", zipped(("late.fit", content)))))
    (row,) = file.reading.rejected
    assert row.reason.startswith("late.fit: start must not be in the future")


def test_nothing_at_all_is_nothing() -> None:
    assert read() == Many()
