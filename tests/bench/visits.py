"""Every page of the menu, each of its parts, and the one widget that is changed on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Page

from ironstride import clock
from tests.browser.steps import choose, fill_in, pick, tick

Change = Callable[[Page], None]

# heading: titles in the menu, with their addresses
MENU = {
    "Today": {"Today": "/"},
    "Log": {
        "Run": "/run",
        "Lift": "/lift",
        "Check in": "/check_in",
        "Fitness test": "/fitness_test",
        "Import files": "/import_files",
    },
    "Review": {
        "Running": "/running",
        "Records": "/records",
        "Strength": "/strength",
        "Muscles": "/muscles",
        "Together": "/together",
        "Weekly review": "/weekly",
    },
    "Plan": {"Week": "/week", "Rules": "/rules", "Goals": "/goals"},
    "Manage": {
        "History": "/history",
        "Exercises": "/exercises",
        "Data": "/data",
        "Settings": "/settings",
    },
}
PATHS = {title: path for pages in MENU.values() for title, path in pages.items()}


@dataclass(frozen=True)
class Visit:
    """A page or a part of it: its title in the menu, what its address asks for, what is changed.

    `{recorded}` in what is asked stands for a session with a recording.
    """

    title: str
    part: str = ""
    asked: str = ""
    change: Change | None = None

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"{self.title}, {self.part}" if self.part else self.title

    def path(self, recorded: int) -> str:
        """Return the address of this page or part."""
        asked = self.asked.format(recorded=recorded)
        return PATHS[self.title] + (f"?{asked}" if asked else "")


def _part(title: str, part: str, change: Change | None, *, span: bool = False) -> Visit:
    """Return a part of a page, on the whole log where the page lets a span be chosen."""
    key = PATHS[title].removeprefix("/")
    asked = [f"{key}_part={part.replace(' ', '+')}", *([f"{key}_span=All"] if span else [])]
    return Visit(title, part, "&".join(asked), change)


_LAST_YEAR = str(clock.today(None).year - 1)
_A_YEAR = partial(tick, words="A year")

VISITS = (
    Visit("Today"),
    Visit("Run", change=partial(fill_in, label="Distance (km)", text="8.5")),
    Visit("Lift", change=partial(fill_in, label="Title", text="Legs")),
    Visit("Check in", change=partial(fill_in, label="Sleep (hours)", text="7.5")),
    Visit("Fitness test", change=partial(tick, words="Plank")),
    Visit("Import files"),
    _part("Running", "Volume", _A_YEAR, span=True),
    _part("Running", "Pace", _A_YEAR, span=True),
    _part("Running", "Load", _A_YEAR, span=True),
    _part("Running", "Years", partial(choose, label="Year", option=_LAST_YEAR)),
    _part("Records", "Bests", partial(choose, label="Distance", option="10 km")),
    _part("Records", "Predictions", _A_YEAR),
    _part("Records", "Paces", _A_YEAR),
    _part("Strength", "Lifts", _A_YEAR, span=True),
    _part("Strength", "Records", partial(choose, label="Exercise", option="Bench press")),
    _part("Strength", "Volume", _A_YEAR, span=True),
    _part("Strength", "Body", _A_YEAR, span=True),
    _part("Muscles", "Body", _A_YEAR, span=True),
    _part("Muscles", "Weeks", _A_YEAR, span=True),
    _part("Muscles", "Balance", partial(pick, words="Left : right")),
    _part("Together", "Answer", partial(tick, words="Explore")),
    _part("Together", "Explore", partial(tick, words="Tempo pace")),
    _part("Together", "Days after", partial(tick, words="Blocks")),
    _part("Together", "Blocks", partial(tick, words="Days after")),
    Visit("Weekly review", change=partial(tick, words="Print view")),
    _part("Week", "Week", partial(tick, words="Month")),
    _part("Week", "Month", partial(pick, words="Week")),
    Visit("Rules", change=partial(choose, label="Rule", option="Heavy leg sets")),
    Visit("Goals"),
    Visit("History", change=partial(tick, words="Lifts")),
    Visit("History", "one recorded run", "session={recorded}"),
    _part("Exercises", "All exercises", partial(tick, words="Mine")),
    _part("Exercises", "Names in files", partial(tick, words="Add one")),
    _part("Exercises", "Add one", partial(tick, words="Names in files")),
    Visit("Data"),
    Visit("Settings", change=partial(fill_in, label="Body mass (kg)", text="71.5")),
)
PARTS = {
    title: tuple(one.part for one in VISITS if one.title == title and "_part=" in one.asked)
    for title in PATHS
}
BARE_CHANGE = _A_YEAR
