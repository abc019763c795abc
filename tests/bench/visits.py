"""Every page of the menu, each of its parts, and the one widget that is changed on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Page

from ironstride import clock
from tests.browser.steps import fill_in, look_up, pick, take, tick

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

    Of two changes the first only opens what the second is made in.
    `{recorded}` in what is asked stands for a session with a recording.
    """

    title: str
    part: str = ""
    asked: str = ""
    change: tuple[Change, ...] = ()

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"{self.title}, {self.part}" if self.part else self.title

    def path(self, recorded: int) -> str:
        """Return the address of this page or part."""
        asked = self.asked.format(recorded=recorded)
        return PATHS[self.title] + (f"?{asked}" if asked else "")


def _part(title: str, part: str, *change: Change, span: bool = False) -> Visit:
    """Return a part of a page, on the whole log where the page lets a span be chosen."""
    key = PATHS[title].removeprefix("/")
    asked = [f"{key}_part={part.replace(' ', '+')}", *([f"{key}_span=All"] if span else [])]
    return Visit(title, part, "&".join(asked), change)


def _chosen(label: str, option: str) -> tuple[Change, Change]:
    """Return how a select box is opened, and how its option is taken."""
    return partial(look_up, label=label, option=option), partial(take, option=option)


_LAST_YEAR = str(clock.today(None).year - 1)
_A_YEAR = partial(tick, words="A year")

VISITS = (
    Visit("Today"),
    Visit("Run", change=(partial(fill_in, label="Distance (km)", text="8.5"),)),
    Visit("Lift", change=(partial(fill_in, label="Title", text="Legs"),)),
    Visit("Check in", change=(partial(fill_in, label="Sleep (hours)", text="7.5"),)),
    Visit("Fitness test", change=(partial(tick, words="Plank"),)),
    Visit("Import files"),
    _part("Running", "Volume", _A_YEAR, span=True),
    _part("Running", "Pace", _A_YEAR, span=True),
    _part("Running", "Load", _A_YEAR, span=True),
    _part("Running", "Years", *_chosen("Year", _LAST_YEAR)),
    _part("Records", "Bests", *_chosen("Distance", "10 km")),
    _part("Records", "Predictions", _A_YEAR),
    _part("Records", "Paces", _A_YEAR),
    _part("Strength", "Lifts", _A_YEAR, span=True),
    _part("Strength", "Records", *_chosen("Exercise", "Bench press")),
    _part("Strength", "Volume", _A_YEAR, span=True),
    _part("Strength", "Body", _A_YEAR, span=True),
    _part("Muscles", "Body", _A_YEAR, span=True),
    _part("Muscles", "Weeks", _A_YEAR, span=True),
    _part("Muscles", "Balance", partial(pick, words="Left : right")),
    _part("Together", "Answer"),
    _part("Together", "Explore", partial(tick, words="Tempo pace")),
    _part("Together", "Days after"),
    _part(
        "Together",
        "Blocks",
        *_chosen("What is measured, and nothing else", "Run at one heart rate"),
    ),
    Visit("Weekly review", change=(partial(tick, words="Print view"),)),
    _part("Week", "Week", partial(tick, words="Later")),
    _part("Week", "Month", partial(pick, words="Week")),
    Visit("Rules", change=_chosen("Rule", "Heavy leg sets")),
    Visit("Goals"),
    Visit("History", change=(partial(tick, words="Lifts"),)),
    Visit("History", "one recorded run", "session={recorded}"),
    _part("Exercises", "All exercises", partial(tick, words="Mine")),
    _part("Exercises", "Names in files", partial(tick, words="Add one")),
    _part("Exercises", "Add one", partial(tick, words="Names in files")),
    Visit("Data"),
    Visit("Settings", change=(partial(fill_in, label="Body mass (kg)", text="71.5"),)),
)
PARTS = {
    title: tuple(one.part for one in VISITS if one.title == title and "_part=" in one.asked)
    for title in PATHS
}
BARE_CHANGE = (_A_YEAR,)
# Where the bare page stands.
BARE_WITH_CHARTS = "/"
BARE_WITHOUT = "/run"
