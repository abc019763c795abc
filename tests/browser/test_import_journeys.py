import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from ironstride import store
from ironstride.records import Lift, Run, Session
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import choose, press, saying, tick, upload, visit
from tests.build import run

SAMPLES = Path(__file__).parents[1] / "importers" / "samples"
FOUR = (
    SAMPLES / "strava-csv" / "english.csv",
    SAMPLES / "garmin-csv" / "english_km.csv",
    SAMPLES / "hevy-csv" / "english_kg.csv",
    SAMPLES / "strong-csv" / "with_unit_columns.csv",
)
OF_THE_IMPORT = ("revision", "import_batch", "import_file", "import_answer")
STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,RPE
2021-05-31 12:24:39,Legs,45m,Squat (Barbell),1,225,5,0,0,,8
"""
GARMIN = """\
Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,\
Avg Stride Length
Running,{day} 09:30:00,false,Berlin,10.00,700,00:50:00,150,170,172,1.16
"""
HEVY = """\
title,start_time,end_time,exercise_title,set_type,weight_kg,reps
Beine,"{day} 2022, 18:00","{day} 2022, 19:00",Barbel Back Sqats,normal,100,5
"""
MINE = "when,how far,how long\n"


def csv(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def whole_log(server: Server) -> list[str]:
    """Return all that the log holds, but for what an import leaves of itself."""
    marks = tuple(f'INSERT INTO "{table}"' for table in OF_THE_IMPORT)
    with open_log(server.log) as log:
        return [line for line in log.connection.iterdump() if not line.startswith(marks)]


def sessions_of(server: Server, day: str) -> list[Session]:
    """Return the sessions whose start begins like this."""
    with open_log(server.log) as log:
        found = store.sessions(log)
        numbers = found.session_id[found.started_at.astype(str).str.startswith(day)]
        return [store.session(log, int(number)) for number in numbers]


def import_what_is_there(page: Page, count: str) -> None:
    press(page, f"Import {count}")
    expect(saying(page, "Imported ")).to_be_visible()


def test_four_files_dropped_at_once_are_one_import_and_taken_back_as_one(
    page: Page, server: Server
) -> None:
    before = whole_log(server)
    visit(page, server, "/import_files")
    upload(page, *FOUR)
    import_what_is_there(page, "22 sessions")
    with open_log(server.log) as log:
        assert len(store.sessions(log)) == 22
        (batch,) = store.batches(log)
    assert [file.name for file in batch.files] == [file.name for file in FOUR]
    press(page, "Take back")
    expect(saying(page, "Taken back: 22 sessions.")).to_be_visible()
    assert whole_log(server) == before


def test_a_question_after_the_unit_is_answered_once(page: Page, server: Server) -> None:
    visit(page, server, "/import_files")
    upload(page, csv("strong.csv", STRONG))
    expect(page.get_by_text("as kilograms your heaviest set")).to_be_visible()
    expect(page.get_by_role("button", name="Import 1 session")).to_be_disabled()
    tick(page, "lb")
    expect(page.get_by_text("heaviest set 102.1 kg")).to_be_visible()
    import_what_is_there(page, "1 session")
    upload(page, csv("again.csv", STRONG.replace("-05-31", "-06-30")))
    import_what_is_there(page, "1 session")
    for month in ("2021-05", "2021-06"):
        (lift,) = sessions_of(server, month)
        assert isinstance(lift, Lift)
        assert [round(one.load_kg or 0.0, 2) for one in lift.sets] == [102.06]


@pytest.mark.parametrize(
    ("decision", "day", "left"), [("Merge", "2020-03-07", 1), ("Keep both", "2020-03-14", 2)]
)
def test_a_session_that_may_be_there_already_is_merged_or_kept(
    page: Page, server: Server, decision: str, day: str, left: int
) -> None:
    typed = run(started_at=datetime.fromisoformat(f"{day} 07:30"), notes="typed in")
    with open_log(server.log) as log:
        store.add_session(log, typed)
    visit(page, server, "/import_files")
    upload(page, csv("garmin.csv", GARMIN.format(day=day)))
    expect(page.get_by_text("which sessions of garmin.csv are the same")).to_be_visible()
    expect(page.get_by_role("button", name="Import 1 session")).to_be_disabled()
    tick(page, decision)
    import_what_is_there(page, "1 session")
    found = sessions_of(server, day)
    assert len(found) == left
    heart_rates = {one.avg_hr_bpm for one in found if one.notes == "typed in"}
    assert heart_rates == ({150} if decision == "Merge" else {None})
    page.get_by_role("button", name="Take back").first.click()
    expect(saying(page, "Taken back: ")).to_be_visible()
    assert sessions_of(server, day) == [typed]


def test_a_table_of_ones_own_is_mapped_once_on_a_phone(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = new_page(viewport={"width": 390, "height": 1400})
    day = "2019-06"
    rows = [f"{day}-{date:02} 07:10,{date}.5,{date * 5}:00\n" for date in (14, 15, 16)]
    visit(page, server, "/import_files")
    upload(page, csv("mine.csv", MINE + rows[0] + rows[1]))
    tick(page, "kilometres")
    press(page, "Use this mapping")
    import_what_is_there(page, "2 sessions")
    upload(page, csv("more.csv", MINE + rows[2]))
    expect(page.get_by_text("read as you said of columns like these")).to_be_visible()
    import_what_is_there(page, "1 session")
    runs = [one for one in sessions_of(server, day) if isinstance(one, Run)]
    assert sorted(one.distance_m or 0.0 for one in runs) == [14_500, 15_500, 16_500]
    assert sorted(one.duration_s or 0.0 for one in runs) == [4200, 4500, 4800]


def test_an_exercise_name_is_confirmed_once_and_its_meaning_changed(
    page: Page, server: Server
) -> None:
    visit(page, server, "/import_files")
    upload(page, csv("hevy.csv", HEVY.format(day="4 Jun")))
    expect(page.get_by_role("button", name="Import 1 session")).to_be_disabled()
    tick(page, "These names are right")
    import_what_is_there(page, "1 session")
    upload(page, csv("hevy.csv", HEVY.format(day="5 Jun")))
    expect(page.get_by_text("These names are right")).to_have_count(0)
    import_what_is_there(page, "1 session")
    assert names_of(server, "2022-06") == {"Back squat"}
    visit(page, server, "/exercises?exercises_part=Names+in+files")
    name = page.get_by_role("combobox", name="Name", exact=True)
    expect(name).to_have_value(re.compile(r"^Barbel Back Sqats → Back squat · \d+ sets in all$"))
    choose(page, "Means", "Front squat")
    press(page, "Change")
    assert names_of(server, "2022-06") == {"Front squat"}


def names_of(server: Server, day: str) -> set[str]:
    lifts = [one for one in sessions_of(server, day) if isinstance(one, Lift)]
    return {one.exercise for lift in lifts for one in lift.sets}
