from datetime import datetime
from typing import Any

import numpy as np
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.records import Lap, Other, Run, Stream
from ironstride.settings import Settings
from ironstride.store import Log, NewFile, NewSession
from ironstride.units import Units
from tests.build import run
from tests.pages.asking import headings, numbers
from tests.pages.conftest import Visit
from tests.streams import kept

AT = datetime(2026, 5, 4, 12, 0)
TIMES = np.arange(0.0, 1801.0)


def hour_of_hills(**columns: Any) -> Stream:
    """Return half an hour at 3 m/s: 150 bpm, then 165, up 18 m and down again, going north."""
    climb = 18 * (1 - np.abs(TIMES - 900) / 900)
    known = {
        "distance_m": TIMES * 3,
        "hr_bpm": np.where(TIMES < 900, 150.0, 165.0),
        "altitude_m": 100 + climb,
        "cadence_spm": np.full(len(TIMES), 170.0),
        "latitude": 50 + TIMES * 1e-5,
        "longitude": np.full(len(TIMES), 9.0),
    }
    return Stream(elapsed_s=TIMES, **(known | columns))


def recorded(log: Log, session: Run | Other | None = None, **columns: Any) -> int:
    """Put a session with its recording into the log and return its id."""
    laps = (Lap(distance_m=3000, duration_s=1000), Lap(distance_m=2400, duration_s=800))
    one = session or run(distance_m=5400, duration_s=1800, laps=laps)
    new = NewSession(key="1", session=one, stream=kept(hour_of_hills(**columns)))
    file = NewFile(name="run.fit", sha256="1", source="fit", sessions=(new,))
    store.add_batch(log, [file], AT, lambda *_: None)
    return int(store.sessions(log).session_id.iloc[0])


def opened(
    visit: Visit, session_id: int, address: str = "http://localhost:8501/history"
) -> AppTest:
    app = visit("manage/history")
    app.context["url"] = address
    app.query_params["session"] = str(session_id)
    app.run()
    assert not app.exception
    return app


def captions(app: AppTest) -> str:
    return "\n".join(one.value for one in app.caption)


def splits_of(app: AppTest) -> list[list[str]]:
    table = next(one.value for one in app.table if "Split" in one.value)
    return [list(table.columns), *table.astype(str).values.tolist()]


def test_a_recorded_run_is_drawn_with_its_splits_and_zones(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(max_hr_bpm=200))
    app = opened(visit, recorded(log))
    assert [head for head in headings(app) if head != "Laps"][1:] == [
        "Recording",
        "Splits of 1 km",
        "Time in heart-rate zones",
        "Track",
    ]
    assert "The way reaches over 0.00 km from west to east and 2.00 km from south" in captions(app)
    assert "5.40 km in 30:00: pace mostly 5:33 /km; heart rate 150 to 165 bpm" in captions(app)
    [zones] = [line for line in captions(app).splitlines() if "with a heart rate" in line]
    assert zones.startswith("30:00 with a heart rate: ")
    assert zones.count("15:00, 50 %") == 2
    assert numbers(app)["Decoupling"] == "+9.1 %"
    assert "Flat pace" in numbers(app)
    first, *rows = splits_of(app)
    assert first == ["Split", "Pace (/km)", "Flat pace (/km)", "Heart rate (bpm)", "Rise (m)"]
    assert rows[0][1] == "5:33"
    assert rows[0][3:] == ["150", "+7"]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "0.40 km"]


def test_splits_are_of_miles_for_who_reads_miles(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    app = opened(visit, recorded(log))
    assert "Splits of 1 mi" in headings(app)
    assert splits_of(app)[1][1] == "8:56"


def test_the_lines_can_be_drawn_over_time(visit: Visit, log: Log) -> None:
    app = opened(visit, recorded(log))
    app.segmented_control(key="recording_over").set_value("time").run()
    assert not app.exception
    specs = [one.proto.spec for one in app.get("plotly_chart")]
    assert [spec for spec in specs if "time (min)" in spec and "elevation (m)" in spec]


def test_without_a_maximum_heart_rate_zones_say_what_they_need(visit: Visit, log: Log) -> None:
    app = opened(visit, recorded(log))
    assert "Zones need your maximum heart rate" in app.info[0].value


def test_a_short_recording_cannot_tell_decoupling_and_says_what_it_takes(
    visit: Visit, log: Log
) -> None:
    app = opened(visit, recorded(log, hr_bpm=np.where(TIMES < 600, 150.0, np.nan)))
    assert "Decoupling: cannot tell. It takes 20 minutes" in captions(app)
    assert "Decoupling" not in numbers(app)


def test_what_was_not_recorded_is_left_out(visit: Visit, log: Log) -> None:
    bare = dict.fromkeys(("hr_bpm", "altitude_m", "cadence_spm", "latitude", "longitude"))
    app = opened(visit, recorded(log, **bare))
    assert "Track" not in headings(app)
    assert "Time in heart-rate zones" not in headings(app)
    assert splits_of(app)[0] == ["Split", "Pace (/km)"]
    assert "Decoupling" not in captions(app)


def test_a_recording_of_a_part_says_how_much_of_the_run_it_holds(visit: Visit, log: Log) -> None:
    app = opened(visit, recorded(log, run(distance_m=10_800, duration_s=3600)))
    assert "5.40 km of 10.80 km were recorded on the way" in captions(app)


def test_another_sport_has_speed_and_no_splits(visit: Visit, log: Log) -> None:
    app = opened(visit, recorded(log, Other(started_at=AT, sport="ride", duration_s=1800)))
    assert "speed mostly 11 km/h" in captions(app)
    assert not [head for head in headings(app) if head.startswith("Splits")]
    assert "Decoupling" not in numbers(app)


def test_a_session_that_was_typed_in_has_no_recording(visit: Visit, log: Log) -> None:
    app = opened(visit, store.add_session(log, run()))
    assert "Recording" not in headings(app)


def test_the_track_is_not_drawn_in_a_browser_elsewhere(visit: Visit, log: Log) -> None:
    app = opened(visit, recorded(log), "http://192.168.1.20:8501/history")
    assert "The track is drawn only in a browser on the machine that holds the log" in captions(app)
    assert "The way reaches over" not in captions(app)
    assert not [one for one in app.get("plotly_chart") if "north" in one.proto.spec]
