"""Moments in every shape and language that apps write them."""

from datetime import datetime

import pytest
from babel.dates import format_date, format_datetime, format_time

from ironstride.importers.moments import Moments, local
from ironstride.importers.months import months_of


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-11-06 16:16:43", datetime(2025, 11, 6, 16, 16, 43)),
        ("2025-11-06T16:16:43Z", datetime(2025, 11, 6, 16, 16, 43)),
        ("2025-11-06", datetime(2025, 11, 6)),
        ("Jun 4, 2024, 6:13:47 AM", datetime(2024, 6, 4, 6, 13, 47)),
        ("Jun 4, 2024, 12:13:47 AM", datetime(2024, 6, 4, 0, 13, 47)),
        ("Jun 4, 2024, 12:13:47 PM", datetime(2024, 6, 4, 12, 13, 47)),
        ("Apr 12, 2026, 12:29 PM", datetime(2026, 4, 12, 12, 29)),
        ("22 May 2024, 08:19:26", datetime(2024, 5, 22, 8, 19, 26)),
        ("3 Sept 2024, 08:19:26", datetime(2024, 9, 3, 8, 19, 26)),
        ("8 jul 2017, 15:25:34", datetime(2017, 7, 8, 15, 25, 34)),
        ("23 jun. 2017 15:52:12", datetime(2017, 6, 23, 15, 52, 12)),
        ("2 ago 2026, 12:20:32\u202fp.m.", datetime(2026, 8, 2, 12, 20, 32)),
        ("2 ago 2026, 1:20:32 p. m.", datetime(2026, 8, 2, 13, 20, 32)),
        ("21.07.2026, 15:09:27", datetime(2026, 7, 21, 15, 9, 27)),
        ("1.4.2024", datetime(2024, 4, 1)),
        ("28 Mar 2025, 17:29", datetime(2025, 3, 28, 17, 29)),
        ("lun., 30 juin 2014 7:03", datetime(2014, 6, 30, 7, 3)),
        ("15 paź 2025, 07:00", datetime(2025, 10, 15, 7, 0)),
        ("2 Ağu 2025, 07:00", datetime(2025, 8, 2, 7, 0)),
        ("12. févr. 2025, 07:00", datetime(2025, 2, 12, 7, 0)),
        ("3 de marzo de 2025, 07:00", datetime(2025, 3, 3, 7, 0)),
        ("11 мая 2026, 07:34", datetime(2026, 5, 11, 7, 34)),
        ("2026年5月11日 7:34", datetime(2026, 5, 11, 7, 34)),
        ("2 de ago. de 2026, 07:15:09", datetime(2026, 8, 2, 7, 15, 9)),
        ("27 juil. 2026 à 07:15:09", datetime(2026, 7, 27, 7, 15, 9)),
        ("3 enero 2025 a las 7:05", datetime(2025, 1, 3, 7, 5)),
        ("3 janv. 2025, 00 h 05 min 09 s", datetime(2025, 1, 3, 0, 5, 9)),
        ("2018-06-12 16:54:28 UTC", datetime(2018, 6, 12, 16, 54, 28)),
        ("2025. 1. 3. 오후 5:05:09", datetime(2025, 1, 3, 17, 5, 9)),
        ("2025年1月3日 凌晨12:05:09", datetime(2025, 1, 3, 0, 5, 9)),
        ("2025-01-12, 12:05\u202fp.m.", datetime(2025, 1, 12, 12, 5)),
        ("21/3/26 5:39", datetime(2026, 3, 21, 5, 39)),
        ("3/21/26 5:39", datetime(2026, 3, 21, 5, 39)),
    ],
)
def test_a_moment_is_read(text: str, moment: datetime) -> None:
    assert Moments.of([text]).read(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025-13-01", "2025-02-30", "12 Foo 2025", "2025-01-01 25:00", "1" * 5000],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date that can be read"):
        Moments.of([text]).read(text)


LOCALES = (
    "en_US", "en_GB", "en_AU", "en_CA", "en_IE", "en_NZ", "en_ZA", "de", "de_AT", "de_CH",
    "fr", "fr_CA", "fr_CH", "es", "es_419", "es_MX", "es_AR", "es_CO", "es_US", "pt", "pt_PT",
    "it", "nl", "nl_BE", "da", "sv", "nb", "nn", "fi", "pl", "cs", "sk", "hu", "ro", "tr",
    "hr", "sl", "sr", "bg", "el", "uk", "ru", "et", "ca", "gl", "is", "id", "ms", "ja", "zh",
    "zh_Hant",
)  # fmt: skip
YEAR = [
    datetime(2025, month, day, hour, 5, 9)
    for month in range(1, 13)
    for day, hour in ((3, 0), (12, 12), (25, 17))
]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_day_is_read_as_unicode_writes_it_in_a_language(locale: str) -> None:
    middle = [format_datetime(moment, "medium", locale=locale) for moment in YEAR]
    brief = [format_datetime(moment, "short", locale=locale) for moment in YEAR]
    long = [
        f"{format_date(moment, 'long', locale=locale)}, {format_time(moment, locale=locale)}"
        for moment in YEAR
    ]
    for texts in (middle, long):
        assert [Moments.of(texts).read(text) for text in texts] == YEAR
    minutes = [moment.replace(second=0) for moment in YEAR]
    assert [Moments.of(brief).read(text) for text in brief] == minutes


@pytest.mark.parametrize("text", ["25. 1. 12. PM 12:05", "3/1/25, 12:05 ق", "12:05 3/1/25"])
def test_a_time_in_a_shape_not_known_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date that can be read"):
        Moments.of([text]).read(text)


@pytest.mark.parametrize("text", ["0/5/2020 10:00", "3/9/0000", "0/0/2020"])
def test_a_date_that_cannot_be_asks_for_no_order(text: str) -> None:
    assert list(Moments.of([text]).questions()) == []


def test_one_row_decides_the_order_of_day_and_month_for_all() -> None:
    dates = ["29/08/2020 13:15", "03/09/2020 13:15"]
    assert Moments.of(dates).read(dates[1]) == datetime(2020, 9, 3, 13, 15)


def test_dates_that_do_not_show_their_order_are_asked_about() -> None:
    moments = Moments.of(["03/09/2020", "04/05/2020", "04/04/2020"])
    (question,) = moments.questions()
    assert question.field == "date_order"
    assert "03/09/2020 is 3 September 2020 with the day first" in question.why
    assert "9 March 2020 with the month first" in question.why


def test_the_answer_after_the_order_of_dates_is_followed() -> None:
    moments = Moments.of(["03/09/2020", "04/05/2020"], "month")
    assert list(moments.questions()) == []
    assert moments.read("03/09/2020") == datetime(2020, 3, 9)


def test_what_the_dates_show_stands_above_the_answer() -> None:
    assert Moments.of(["03/09/2020", "13/05/2020"], "month").read("03/09/2020").month == 9


def test_dates_whose_order_makes_no_difference_ask_nothing() -> None:
    assert list(Moments.of(["04/04/2020", "05/05/2020"]).questions()) == []


def test_a_month_word_is_read_in_the_language_that_knows_all_words_of_the_file() -> None:
    assert months_of({"lip", "wrz"})["lip"] == 7
    assert months_of({"lip", "ruj"})["lip"] == 6
    assert months_of({"mar", "set", "dez"}) == {"mar": 3, "set": 9, "dez": 12}


@pytest.mark.parametrize(
    ("zone", "there", "offset"),
    [
        (None, datetime(2026, 1, 1, 2, 30), 0),
        ("Europe/Berlin", datetime(2026, 1, 1, 3, 30), 60),
        ("America/New_York", datetime(2025, 12, 31, 21, 30), -300),
        ("Asia/Kathmandu", datetime(2026, 1, 1, 8, 15), 345),
    ],
)
def test_a_utc_moment_gets_its_local_wall_clock(
    zone: str | None, there: datetime, offset: int
) -> None:
    assert local(datetime(2026, 1, 1, 2, 30), zone) == (there, offset)


def test_a_moment_at_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="date of our time"):
        local(datetime(1, 1, 1), "America/New_York")
