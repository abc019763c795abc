"""Large exports in the shape of real ones, made anew for each measurement."""

from datetime import datetime, timedelta

FIRST = datetime(2015, 1, 1, 6, 30)
_STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    "Elevation Gain"
)
_STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE"
)


def strava(rows: int, *, first: datetime = FIRST, hours_apart: int = 12) -> bytes:
    """Return a list of activities, all of them runs."""
    lines = [_STRAVA_HEADER]
    for number in range(rows):
        moment = first + timedelta(hours=hours_apart * number)
        day = f"{moment:%b} {moment.day}, {moment:%Y, %I:%M:%S %p}"
        km = 5 + number % 15
        lines.append(
            f'{1000 + number},"{day}",Run {number},Run,,{km * 340},{km}.0,,,false,,,'
            f"activities/{number}.fit.gz,,,{km * 340},{km * 330},{km * 1000},4,3.1,40"
        )
    return "\n".join(lines).encode()


def strong(rows: int, *, first: datetime = FIRST, hours_apart: int = 48) -> bytes:
    """Return a list of sets, twenty a session."""
    names = ("Squat (Barbell)", "Romanian Deadlift (Barbell)", "Bench Press (Barbell)", "Plank")
    lines = [_STRONG_HEADER]
    for number in range(rows):
        session, place = divmod(number, 20)
        moment = first + timedelta(hours=hours_apart * session)
        load = 60 + place
        lines.append(f"{moment},Day {session},45m,{names[place // 5]},{place},{load},8,0,0,,,8")
    return "\n".join(lines).encode()
