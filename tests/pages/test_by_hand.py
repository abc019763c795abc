"""Every number of Running and Records beside the same number worked out without our code."""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.importers import Choices
from ironstride.jobs.import_files import FilePreview, commit, preview
from ironstride.settings import Settings
from ironstride.store import open_log
from tests.pages import plain_load, plain_pace, plain_records, plain_volume
from tests.pages.asking import written_table
from tests.pages.conftest import ZONE, Visit
from tests.pages.plain_log import WEEK, Done, monday, pace, read

ROWS = Path(__file__).with_name("two_years.csv")
HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Moving Time,Distance,Distance,Elevation Gain,Average Heart Rate,Max Heart Rate,"
    "Average Temperature,Perceived Exertion,Competition,Long Run\n"
)
REST, TOP, REFERENCE, BORN = 50, 190, 148, 1984
SPANS = {"12w": 12, "52w": 52, "all": None}
Heard = tuple[list[Done], date]


def strava(today: date) -> str:
    """Return the made-up two years as Strava would list them on a day, times in UTC."""
    lines = []
    for number, line in enumerate(ROWS.read_text().splitlines()[1:], start=1):
        ago, utc, kind, far, moving, elapsed, climb, bpm, top, heat, rpe, race, long = line.split(
            ","
        )
        at = datetime.combine(today - timedelta(days=int(ago)), time.fromisoformat(utc))
        when = f"{at:%b} {at.day}, {at:%Y, %I:%M:%S %p}"
        kilometres = f"{float(far) / 1000:.2f}" if far else "0"
        lines.append(
            f'{number},"{when}",,{kind},,{elapsed},{moving},{kilometres},{far},{climb},{bpm},'
            f"{top},{heat},{rpe},{race},{long}\n"
        )
    return HEADER + "".join(lines)


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Heard]:
    path, today = tmp_path_factory.mktemp("two-years") / "log.db", clock.today(ZONE)
    text = strava(today)
    with open_log(path) as log:
        file = preview(log, "activities.csv", text.encode(), Choices(zone=ZONE), today=today)
        assert isinstance(file, FilePreview)
        commit(log, [file], at=clock.now(ZONE), apart=())
        store.save_settings(
            log,
            Settings(
                zone=ZONE, max_hr_bpm=TOP, rest_hr_bpm=REST, reference_hr_bpm=REFERENCE,
                birth_year=BORN, sex="female",
            ),
        )  # fmt: skip
    return path, (read(text, ZONE), today)


@pytest.fixture
def heard(logged: tuple[Path, Heard], monkeypatch: pytest.MonkeyPatch) -> Heard:
    monkeypatch.setenv("IRONSTRIDE_LOG", str(logged[0]))
    if clock.today(ZONE) != logged[1][1]:
        pytest.skip("midnight has passed since the log was written")
    return logged[1]


def runs_of(done: list[Done]) -> list[Done]:
    return [one for one in done if one.kind == "run"]


def begin(span: str, today: date) -> date | None:
    weeks = SPANS[span]
    return None if weeks is None else monday(today) - (weeks - 1) * WEEK


def opened(visit: Visit, page: str, **chosen: str) -> AppTest:
    app = visit(f"review/{page}")
    for what, value in chosen.items():
        app.segmented_control(key=f"{page}_{what}").set_value(value).run()
        assert not app.exception, app.exception
    return app


def numbers(app: AppTest) -> dict[str, tuple[str, str]]:
    return {one.label: (one.value, one.delta or "") for one in app.metric}


def sentences(app: AppTest) -> list[str]:
    return [one.proto.alt for one in app.get("plotly_chart")]


def lines(app: AppTest) -> list[str]:
    plain = [re.sub(r"\\|\*\*", "", one.value) for one in app.markdown]
    return [one.replace("  \n", "\n") for one in plain]


@pytest.mark.parametrize("span", SPANS)
def test_volume_is_what_the_runs_add_up_to(visit: Visit, heard: Heard, span: str) -> None:
    done, today = heard
    first, runs = begin(span, today), runs_of(done)
    app = opened(visit, "running", span=span)
    assert numbers(app) == plain_volume.numbers(done, first, today)
    assert sentences(app) == [
        plain_volume.weeks_said(runs, first, today),
        plain_volume.easy_said(runs, first, today, boundary=REST + 7 * (TOP - REST) // 10),
    ]
    if first:
        beside = plain_volume.beside(runs, first, today).values()
        assert written_table(app) == [
            [name, *(other[name] for other in beside)] for name in next(iter(beside))
        ]
    app = opened(visit, "running", span=span, by="months")
    assert sentences(app)[0] == plain_volume.months_said(runs, first, today)


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("flat", [False, True])
def test_pace_is_time_over_distance(visit: Visit, heard: Heard, span: str, flat: bool) -> None:
    done, today = heard
    app = opened(visit, "running", part="pace", span=span)
    app.toggle(key="running_flat").set_value(flat).run()
    own = plain_pace.timed(runs_of(done), begin(span, today))
    assert numbers(app) == plain_pace.numbers(own)
    assert sentences(app)[0] == plain_pace.said(own, flat)
    told = "\n".join(f"- {sentence}" for sentence in plain_pace.trends(own, today, flat))
    change, blocks = plain_pace.reference_said(runs_of(done), REFERENCE, today)
    assert told in lines(app)
    assert change in lines(app)
    assert sentences(app)[1] == blocks
    steep = sum(plain_pace.factor(run) > 1 for run in own)
    said = f"Adjusted: {steep} of {len(own)} runs,"
    assert any(one.value.startswith(said) for one in app.caption) is flat


@pytest.mark.parametrize("span", SPANS)
def test_load_is_rating_times_minutes(visit: Visit, heard: Heard, span: str) -> None:
    done, today = heard
    first, runs = begin(span, today), runs_of(done)
    app = opened(visit, "running", part="load", span=span)
    assert numbers(app) == plain_load.numbers(done, today)
    assert sentences(app) == [
        plain_load.weeks_said(done, first, today),
        plain_load.history_said(done, first, today),
        plain_load.monotony_said(done, first, today),
        plain_load.trimp_said(runs, first, today, REST, TOP, "female"),
    ]
    longer, listed = plain_load.longer(runs, first)
    assert longer in [one.value for one in app.caption]
    assert [one.value for one in app.text if "longer than" in one.value] == listed


def test_years_are_what_their_days_add_up_to(visit: Visit, heard: Heard) -> None:
    done, today = heard
    app = opened(visit, "running", part="years")
    assert tuple(sentences(app)) == plain_volume.years_said(runs_of(done), today)


def test_bests_are_runs_as_they_were_run_and_bounds_are_bounds(visit: Visit, heard: Heard) -> None:
    done, _ = heard
    app = opened(visit, "records")
    shown = [re.sub(r" · age grade .*", "", line) for line in lines(app)]
    rows = plain_records.rows(runs_of(done))
    assert [line for line in shown if line in rows] == rows
    assert sum(": in " in line or "whole run of" in line for line in shown) == len(rows)
    for metres, name in plain_records.NAMES.items():
        if name in app.selectbox(key="records_distance").options:
            app.selectbox(key="records_distance").set_value(name).run()
            fell, years = plain_records.progression_said(runs_of(done), metres)
            assert sentences(app)[0].endswith(fell)
            assert sentences(app)[1] == years


@pytest.mark.parametrize(("recent", "weeks"), [("26w", 26), ("52w", 52)])
def test_predictions_follow_from_the_nearest_race(
    visit: Visit, heard: Heard, recent: str, weeks: int
) -> None:
    done, today = heard
    races = plain_records.races(runs_of(done), today, weeks)
    app = opened(visit, "records", part="predictions", recent=recent)
    assert numbers(app) == {
        "Race fitness": (f"{plain_records.best_fitness(races):.1f}", "the best of this span"),
        "Distances raced or tested": (str(len({one[0] for one in races})), "in this span"),
        "Own exponent": (f"{plain_records.exponent(races):.3f}", "usual 1.06"),
    }
    rows = plain_records.predictions(races, weeks)
    assert [line for line in lines(app) if line in rows] == rows


@pytest.mark.parametrize(("recent", "weeks"), [("26w", 26), ("52w", 52)])
def test_paces_follow_from_the_best_race(
    visit: Visit, heard: Heard, recent: str, weeks: int
) -> None:
    done, today = heard
    races = plain_records.races(runs_of(done), today, weeks)
    app = opened(visit, "records", part="paces", recent=recent)
    shown = {row[0]: (row[1], row[2]) for row in written_table(app)}
    assert shown == plain_records.training(plain_records.best_fitness(races))
    speed, d_prime, n = plain_records.critical(races)
    assert numbers(app) == {
        "Critical speed": (pace(speed, 1), "as a pace"),
        "D′": (f"{d_prime:.0f} m", "beyond it"),
        "Efforts": (str(n), "of 2 to 20 minutes"),
    }
