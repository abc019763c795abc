"""What Hevy's export does beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lifts import NO_DURATION
from ironstride.records import Lift, LiftSet

HEADER = (
    "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,weight_lbs,reps,"
    "distance_km,distance_miles,duration_seconds,rpe"
)
MONTHS = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "pt": "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
    "tr": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ko": "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
}


def read(*rows: str, choices: Choices | None = None) -> Reading:
    return read_file("hevy.csv", "\n".join([HEADER, *rows]).encode(), choices or Choices())


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def row(start: str = "28 Mar 2025, 17:29", end: str = "28 Mar 2025, 18:00", kg: str = "100") -> str:
    return f'Legs,"{start}","{end}",Squat,0,normal,{kg},,5,,,,'


@pytest.mark.parametrize("language", MONTHS)
def test_every_month_is_read_in_the_language_of_the_app(language: str) -> None:
    reading = read(*[row(f"9 {month} 2025, 07:34", "") for month in MONTHS[language].split()])
    assert [one.session.started_at.month for one in reading.sessions] == [*range(1, 13)]


def test_each_row_is_read_in_the_unit_that_it_has_a_weight_in() -> None:
    in_pounds = row(kg="").replace("normal,,,", "normal,,225,")
    assert [one.load_kg for one in sets(read(row(), in_pounds))] == pytest.approx(
        [100, 102.05828325]
    )


def test_an_export_saved_again_with_numeric_dates_asks_for_their_order() -> None:
    again = row("03/09/2025 07:30", "03/09/2025 08:00")
    assert [one.field for one in read(again).questions] == ["date_order"]
    chosen = read(again, choices=Choices(date_order="month"))
    assert chosen.questions == ()
    assert chosen.sessions[0].session.started_at.month == 3


@pytest.mark.parametrize("end", ["soon", "28 Mar 2025, 16:00"])
def test_an_end_that_cannot_be_costs_no_set(end: str) -> None:
    reading = read(row(end=end))
    assert len(sets(reading)) == 1
    assert reading.sessions[0].session.duration_s is None
    assert reading.ignored == {NO_DURATION: 1}


def test_two_rounds_of_a_circuit_are_not_taken_for_a_doubled_workout() -> None:
    circuit = [row(), row(kg="60"), row(kg="80")]
    reading = read(*circuit, *circuit, choices=Choices(doubled="halve"))
    assert len(sets(reading)) == 6
    assert read(*circuit, *circuit).questions == ()


def test_twice_the_same_column_is_read_from_its_first() -> None:
    text = "\n".join([HEADER + ",reps", row() + ",99"])
    assert [one.reps for one in sets(read_file("hevy.csv", text.encode(), Choices()))] == [5]
