import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.days import day_strip, day_strip_alt
from ironstride.frames.running import DayStrip

SPORTS = {"run": "run", "lift": "strength", "other": "swim", "rest": ""}


def _strip(*days: tuple[str, ...], title: str = "") -> DataFrame[DayStrip]:
    """Days up to 19 November 2026, each with what was done in its order."""
    calendar = pd.date_range(end="2026-11-19", periods=len(days), freq="D")
    rows = [
        (day, order, kind, SPORTS[kind], day, title, 45.0)
        for day, kinds in zip(calendar, days, strict=True)
        for order, kind in enumerate(kinds, start=int(kinds != ("rest",)))
    ]
    columns = ["day", "order", "kind", "sport", "started_at", "title", "minutes"]
    return DayStrip.validate(pd.DataFrame(rows, columns=columns))


WEEK = _strip(("run",), ("run", "lift"), ("rest",), ("lift", "run", "other"))


def test_squares_stack_in_the_order_of_the_day() -> None:
    squares = {trace.name: trace for trace in day_strip(WEEK).data}
    assert squares["run"].y.tolist() == [1, 1, 2]
    assert squares["lift"].y.tolist() == [2, 1]
    assert squares["other"].y.tolist() == [3]


def test_each_kind_has_its_colour_and_its_letter() -> None:
    run, lift, other, rest = day_strip(WEEK).data
    colours = [trace.marker.color for trace in (run, lift, other, rest)]
    assert colours == [theme.RUNNING, theme.LIFTING, theme.CONTEXT, theme.CONTEXT_FAINT]
    assert [set(trace.text) for trace in (run, lift, other)] == [{"R"}, {"L"}, {"O"}]


def test_a_rest_day_is_a_dot() -> None:
    rest = day_strip(WEEK).data[-1]
    assert (rest.name, rest.marker.symbol, len(rest.x)) == ("rest", "circle", 1)


def test_every_day_has_a_letter_and_a_date() -> None:
    assert list(day_strip(WEEK).layout.xaxis.ticktext) == [
        "M<br>16",
        "T<br>17",
        "W<br>18",
        "T<br>19",
    ]


def test_the_axes_are_titled_and_nothing_needs_webgl() -> None:
    figure = day_strip(WEEK)
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("day", "sessions")
    assert {trace.type for trace in figure.data} == {"scatter"}


def test_a_title_cannot_bring_its_own_markup() -> None:
    run = day_strip(_strip(("run",), title="<b>5 & 10</b>")).data[0]
    assert run.customdata[0] == "Thu 19 Nov: run, 45 min<br>&lt;b&gt;5 &amp; 10&lt;/b&gt;"


def test_unknown_minutes_are_left_out() -> None:
    unknown = DayStrip.validate(_strip(("lift",)).assign(minutes=float("nan")))
    assert day_strip(unknown).data[0].customdata[0] == "Thu 19 Nov: strength<br>"


def test_the_strip_says_what_was_done() -> None:
    assert day_strip_alt(WEEK) == (
        "The last 4 days: 3 runs, 2 lift sessions, 1 other session, 1 rest day."
    )


def test_days_without_any_session_still_show() -> None:
    figure = day_strip(_strip(*[("rest",)] * 14))
    assert [trace.name for trace in figure.data] == ["rest"]
    assert len(figure.layout.xaxis.tickvals) == 14


def test_an_empty_table_draws_an_empty_strip() -> None:
    assert len(day_strip(DayStrip.empty()).data[0].x) == 0
