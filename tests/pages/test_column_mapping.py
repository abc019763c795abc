"""The columns of an unknown table are guessed, chosen, shown as read, and only then used."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride.importers import Mapping
from ironstride.ui.column_mapping import NOWHERE
from tests.pages.conftest import ZONE

RUNS = """day,dist,took,how
2026-05-03,10.2,52:30,easy
2026-05-09,21.1,1:52:10,long *and* wet
2026-05-13,6.4,9:15,typing error
"""
LIFTS = """Date,Exercise,Weight,Reps,Sets
5/1/2026,Squat,140,5,3
5/2/2026,Plank,,0,1
"""
HOSTILE = """date,![x](http://x.y/z),"<b>km</b>
:smile: $x$"
2026-05-03,"[a](b)\u202e **c**",10
"""


def page(text: str, remembered: str) -> None:
    import streamlit as st

    from ironstride.importers import Mapping
    from ironstride.importers.table import read_table
    from ironstride.ui.column_mapping import map_columns
    from ironstride.ui.page import opened

    with opened("Map") as here:
        before = Mapping.from_text(remembered) if remembered else None
        chosen = map_columns("my *runs*.csv", read_table(text.encode()), before, here, "map-1")
        st.text(f"chosen: {chosen and chosen.to_text()}")


@pytest.fixture
def shown(log_file: Path) -> Any:
    def show(text: str, remembered: Mapping | None = None) -> AppTest:
        told = remembered.to_text() if remembered else ""
        app = AppTest.from_function(page, default_timeout=20, args=(text, told))
        app.context["timezone"] = ZONE
        app.run()
        assert not app.exception, app.exception
        return app

    return show


def chosen(app: AppTest) -> Mapping | None:
    said = next(one.value for one in app.text if one.value.startswith("chosen: "))
    text = said.removeprefix("chosen: ")
    return None if text == "None" else Mapping.from_text(text)


def use(app: AppTest) -> AppTest:
    app.button(key="map-1-use").click().run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(one.value for kind in (app.markdown, app.caption, app.info) for one in kind)


def frame(app: AppTest, at: int) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in app.dataframe[at].value.to_numpy()]


def test_a_unit_is_said_with_its_consequence_before_a_mapping_can_be_used(shown: Any) -> None:
    app = shown(RUNS)
    assert app.selectbox(key="map-1-runs-start").value == 0
    assert app.selectbox(key="map-1-runs-distance").value == 1
    assert app.button(key="map-1-use").disabled
    assert "Not complete yet: please say what the distances are in." in words(app)
    assert "As kilometres the longest run is 21.1 km, as miles 34.0 km, as metres 0.021" in words(
        app
    )
    app.radio(key="map-1-runs-far-1").set_value("km").run()
    assert not app.button(key="map-1-use").disabled
    assert chosen(app) is None


def test_the_first_rows_are_shown_as_they_would_be_read(shown: Any) -> None:
    app = shown(RUNS)
    app.radio(key="map-1-runs-far-1").set_value("km").run()
    assert frame(app, 0) == [
        ["Sun 03 May 2026", "10.20 km", "52:30", "5:09 /km"],
        ["Sat 09 May 2026", "21.10 km", "1:52:10", "5:19 /km"],
    ]
    assert "2 of 3 rows can be read." in words(app)
    assert frame(app, 1)[0][0] == "4"
    assert "faster than the world standard" in frame(app, 1)[0][1]


def test_a_mapping_is_used_only_when_the_runner_says_so(shown: Any) -> None:
    app = shown(RUNS)
    app.radio(key="map-1-runs-far-1").set_value("mi").run()
    found = chosen(use(app))
    assert found == Mapping(
        "runs", (("start", 0), ("distance", 1), ("duration", 2)),
        distance_unit="mi", time_shape="m:ss",
    )  # fmt: skip
    app.selectbox(key="map-1-runs-notes").set_value(3).run()
    assert chosen(app) is None
    again = chosen(use(app))
    assert again is not None
    assert ("notes", 3) in again.columns


def test_a_needed_column_that_is_taken_away_is_asked_for(shown: Any) -> None:
    app = shown(RUNS)
    app.selectbox(key="map-1-runs-start").select_index(0).run()
    assert app.button(key="map-1-use").disabled
    assert "a column with the date is needed" in words(app)


def test_a_table_of_lifts_asks_for_its_unit_and_the_order_of_its_dates(shown: Any) -> None:
    app = shown(LIFTS)
    assert app.radio(key="map-1-kind").value == "lifts"
    assert "please say which of day and month comes first" in words(app)
    assert "5 January 2026 with the day first, 1 May 2026 with the month first" in words(app)
    app.radio(key="map-1-lifts-0-order").set_value("month").run()
    assert "As kilograms the heaviest set is 140 kg, as pounds 63.5 kg." in words(app)
    app.radio(key="map-1-lifts-weight-2").set_value("lb").run()
    assert frame(app, 0) == [
        *[["Fri 01 May 2026", "Squat", "5", "63.5 kg"]] * 3,
        ["Sat 02 May 2026", "Plank", "0", ""],
    ]
    found = chosen(use(app))
    assert found is not None
    assert (found.weight_unit, found.date_order) == ("lb", "month")


def test_a_remembered_mapping_is_filled_in_but_waits_for_the_runner(shown: Any) -> None:
    before = Mapping(
        "runs", (("start", 0), ("distance", 1), ("notes", 3)), distance_unit="mi",
    )  # fmt: skip
    app = shown(RUNS, before)
    assert app.selectbox(key="map-1-runs-duration").value == NOWHERE
    assert app.selectbox(key="map-1-runs-notes").value == 3
    assert app.radio(key="map-1-runs-far-1").value == "mi"
    assert chosen(app) is None
    assert chosen(use(app)) == before


def test_a_remembered_mapping_of_other_columns_is_left_aside(shown: Any) -> None:
    app = shown(RUNS, Mapping("runs", (("start", 0), ("distance", 9))))
    assert app.selectbox(key="map-1-runs-distance").value == 1


def test_the_other_kind_can_be_said(shown: Any) -> None:
    app = shown(RUNS)
    app.radio(key="map-1-kind").set_value("lifts").run()
    assert not app.exception
    assert app.selectbox(key="map-1-lifts-exercise").label == "Exercise (needed)"
    assert chosen(app) is None


def test_what_times_are_in_is_asked_for_where_no_pace_shows_it(shown: Any) -> None:
    app = shown("date,took,title\n2026-05-03,1,a\n2026-05-04,1.5,b\n")
    app.selectbox(key="map-1-runs-duration").set_value(1)
    app.selectbox(key="map-1-runs-distance").select_index(0).run()
    assert app.radio(key="map-1-runs-shape-1-None").value == "h"
    assert "As hours 1 is 1:00:00, as minutes 1:00, as seconds 0:01." in words(app)


def test_times_of_day_can_be_utc(shown: Any) -> None:
    app = shown("date,km,time\n2026-05-03 22:30,10,50:00\n")
    assert (
        "The first start is 03 May 2026, 22:30 as local time, "
        "04 May 2026, 00:30 in Europe/Berlin as UTC." in words(app)
    )
    app.radio(key="map-1-runs-0-utc").set_value("utc").run()
    assert frame(app, 0)[0][0] == "Mon 04 May 2026, 00:30"
    found = chosen(use(app))
    assert found is not None
    assert found.utc


def test_headers_cells_and_names_are_shown_as_plain_words(shown: Any) -> None:
    app = shown(HOSTILE)
    options = app.selectbox(key="map-1-runs-title").options
    assert options == [
        "Not in this table",
        "1. date: 2026-05-03",
        "2. ![x](http://x.y/z): [a](b) **c**",
        "3. <b>km</b> :smile: $x$: 10",
    ]
    assert app.subheader[0].value == r"What do the columns of my \*runs\*.csv hold?"
    assert "x.y" not in words(app)
    assert "smile" not in words(app)


def test_the_sport_of_a_row_is_shown_where_not_all_are_runs(shown: Any) -> None:
    app = shown("date,sport,km,time\n2026-05-03,Run,10,50:00\n2026-05-04,Ride,30,1:00:00\n")
    assert frame(app, 0) == [
        ["Sun 03 May 2026", "10.00 km", "50:00", "5:00 /km", "Run"],
        ["Mon 04 May 2026", "", "1:00:00", "", "Ride"],
    ]


@pytest.mark.parametrize(
    "cell", ["a:b", "99:75", "--:--", "1e308", "52,5", "٣:٠٠", "$x$", "9" * 50]
)
def test_cells_that_cannot_be_read_do_not_stop_the_page(shown: Any, cell: str) -> None:
    app = shown(f'date,km,time,temp,weight\n2026-05-03,"{cell}","{cell}","{cell}","{cell}"\n')
    for kind in ("lifts", "runs"):
        app.radio(key="map-1-kind").set_value(kind).run()
        for box in [one for one in app.selectbox if one.key and f"-{kind}-" in one.key]:
            box.select_index(2)
        app.run()
        assert not app.exception, app.exception


def test_a_long_table_is_looked_at_by_its_beginning(shown: Any) -> None:
    rows = "".join(f"2026-05-03 {at // 60:02}:{at % 60:02},10,50:00\n" for at in range(1440))
    app = shown("date,km,time\n" + rows + rows)
    assert "000 of the first 2" in words(app)
