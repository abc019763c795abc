"""Numbers and times as apps write them."""

import pytest

from ironstride.importers.text import (
    clip,
    decimal_sign,
    is_missing,
    read_clock,
    read_number,
    read_span,
)


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("1,177", ".", 1177),
        ("1,177", ",", 1.177),
        ("2.932", ",", 2932),
        ("2.932", ".", 2.932),
        ("3,40", ",", 3.4),
        ("10.02", ".", 10.02),
        ("1.234,5", ",", 1234.5),
        ("1,234.5", ".", 1234.5),
        ("12,345,678", ".", 12345678),
        ("13609.2001953125", ".", 13609.2001953125),
        ("1 177", ".", 1177),
        ("1\u202f177,5", ",", 1177.5),
        ("'-16", ".", -16),
        ("−16", ".", -16),
        ("1e3", ".", 1000),
        ("20.0", ".", 20),
        (".5", ".", 0.5),
    ],
)
def test_a_number_is_read_in_the_style_of_its_file(cell: str, decimal: str, value: float) -> None:
    assert read_number(cell, "," if decimal == "," else ".") == value


@pytest.mark.parametrize("cell", ["", "  ", "--", "-", "NaN", "nan", "--:--:--", "—"])
def test_dashes_and_nan_are_missing(cell: str) -> None:
    assert is_missing(cell)
    assert read_number(cell) is None
    assert read_clock(cell) is None
    assert read_span(cell) is None


@pytest.mark.parametrize(
    ("cell", "decimal"),
    [
        ("3,40", "."),
        ("10.02", ","),
        ("1,17", "."),
        ("12,34,567", "."),
        ("inf", "."),
        ("1e999", "."),
        ("9" * 400, "."),
        ("12 km", "."),
        (".", "."),
        ("+", "."),
        ("=1+1", "."),
    ],
)
def test_what_is_no_number_in_this_style_is_refused(cell: str, decimal: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_number(cell, "," if decimal == "," else ".")


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        ([], "."),
        (["1,177", "2,932"], "."),
        (["1.177", "3,40"], ","),
        (["1,177", "3.40"], "."),
        (["2.932", "5.810", "3,40"], ","),
        (["3,40", "3.40", "3.41"], "."),
        (["Run 3,40", "5:42", "--"], "."),
        (["1.234,567"], ","),
        (["6010,5"], ","),
    ],
)
def test_the_decimal_sign_is_decided_by_what_cannot_be_a_thousands_sign(
    cells: list[str], sign: str
) -> None:
    assert decimal_sign(cells) == sign


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("00:28:21", 1701),
        ("00:08:02.2", 482.2),
        ("00:08:02,2", 482.2),
        ("1:06:06", 3966),
        ("26:42", 1602),
        ("75:30", 4530),
        ("30:48:00", 110_880),
        ("0", 0),
        ("0.00", 0),
    ],
)
def test_a_clock_is_read_in_seconds(cell: str, seconds: float) -> None:
    assert read_clock(cell) == pytest.approx(seconds)


def test_two_parts_are_hours_and_minutes_where_the_file_says_so() -> None:
    assert read_clock("0:45", "h:mm") == 2700
    assert read_clock("1:04", "h:mm") == 3840


@pytest.mark.parametrize("cell", ["00:52.95.8", "00:00:75", "1:75:00", "soon", "12", "1:2:3:4"])
def test_what_is_no_clock_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        read_clock(cell)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("1h 5m", 3900),
        ("31m", 1860),
        ("20s", 20),
        ("54h 3m", 194_580),
        ("31min", 1860),
        ("1h 5min", 3900),
        ("1 h 46 min", 6360),
        ("3720", 3720),
        ("1:02:00", 3720),
    ],
)
def test_a_span_in_words_is_read_in_seconds(cell: str, seconds: float) -> None:
    assert read_span(cell) == seconds


@pytest.mark.parametrize("cell", ["5 apples", "1h and more", "5m!", "about"])
def test_what_is_no_span_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        read_span(cell)


def test_a_persons_words_are_kept_as_they_are_up_to_a_length() -> None:
    assert clip(" =1+1 <b>x</b>; drop table run ", 200) == "=1+1 <b>x</b>; drop table run"
    assert clip("م" * 300, 200) == "م" * 199 + "…"
