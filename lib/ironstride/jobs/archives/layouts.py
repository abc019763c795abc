"""Which files of an archive are opened: of an account's whole export only what was trained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOP = r"^(?:[^/]+/)?"
_ANY = re.compile(
    r"(?:\.(?:fit|tcx|gpx)(?:\.gz)?|\.(?:csv|tsv|txt|json|xml)|/[^/.]+|^[^/.]+)$", re.I
)
_RECORDING = re.compile(r"\.(?:fit|tcx|gpx)(?:\.gz)?$", re.I)


@dataclass(frozen=True)
class Layout:
    """How an export is laid out: what shows it, what is opened of it, and what is said of it."""

    marks: tuple[re.Pattern[str], ...]
    wanted: re.Pattern[str]
    says: str

    def fits(self, names: Iterable[str]) -> bool:
        """Tell whether an export is laid out like this, by the names of its files."""
        every = list(names)
        return all(any(mark.search(name) for name in every) for mark in self.marks)


STRAVA = Layout(
    (
        re.compile(_TOP + r"activities\.csv$"),
        re.compile(_TOP + r"(?:activities/|profile\.csv$|logins\.csv$|messaging\.json$)"),
    ),
    re.compile(_TOP + r"activities(?:\.csv|/[^/]+)$"),
    "only activities.csv and the recordings in activities were opened; {left} left unread, "
    "messages, contacts and logins among them",
)
GARMIN = Layout(
    (re.compile(r"(?:^|/)DI_CONNECT/|(?:^|/)DI-Connect-(?:Fitness|Uploaded-Files)/"),),
    re.compile(
        r"DI-Connect-Fitness/[^/]*summarizedActivities[^/]*\.json$|"
        r"DI-Connect-Uploaded-Files/[^/]+\.(?:zip|fit|tcx|gpx)$",
        re.I,
    ),
    "only the list of activities and the uploaded recordings were opened; {left} left unread, "
    "what was measured of health among them",
)
APPLE = Layout(
    (re.compile(r"(?:^|/)apple_health_export/[^/]+\.xml$"),),
    re.compile(
        r"apple_health_export/(?:(?!export_cda)[^/]+\.xml|workout-routes/[^/]+\.gpx)$", re.I
    ),
    "only workouts and their routes were opened; {left} left unread, medical records among them",
)
ADIDAS = Layout(
    (re.compile(r"(?:^|/)Sport-sessions/[^/]+\.json$"),),
    re.compile(
        r"(?:^|/)(?:Sport-sessions/(?:[^/]+/)?|(?:GPS-data|Heart-rate-data)/)[^/]+\.json$", re.I
    ),
    "only training sessions were opened; {left} left unread",
)
OTHER = Layout((), _ANY, "{left} no recording and no table by its name, and left unread")
EXPORTS = (STRAVA, GARMIN, APPLE, ADIDAS)


def layout_of(names: Iterable[str]) -> Layout:
    """Return how an archive or a folder is laid out."""
    every = list(names)
    return next((one for one in EXPORTS if one.fits(every)), OTHER)


def is_zip(name: str) -> bool:
    """Tell whether a member is an archive itself, by its name."""
    return name.lower().endswith(".zip")


def is_wanted(layout: Layout, name: str, *, nested: bool) -> bool:
    """Tell whether a member is opened; of an archive within an export only recordings are."""
    if nested and layout is not OTHER:
        return bool(_RECORDING.search(name))
    return bool(layout.wanted.search(name)) or (layout is OTHER and is_zip(name))
