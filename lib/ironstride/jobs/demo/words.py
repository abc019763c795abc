"""What the demo runner writes: titles and, now and then, a note."""

from ironstride.jobs.demo.calendar import Life
from ironstride.records import BlockKind

RUN_TITLES: dict[str, tuple[str, ...]] = {
    "easy": (
        "Easy along the river",
        "Slow loop before work",
        "Shake-out in the park",
        "Quiet roads at dusk",
        "Easy with the dog",
        "Round the lake and home",
        "Legs turning over",
    ),
    "long": (
        "Long one to the reservoir",
        "Sunday long run",
        "Out past the mill and back",
        "Long and patient",
        "Canal towpath, all of it",
    ),
    "tempo": ("Tempo on the flat", "Steady hard middle", "Two blocks at threshold"),
    "intervals": ("6 × 800 m", "5 × 1 km", "Short reps on the track", "12 × 400 m"),
    "hills": (
        "Hill reps behind the church",
        "Up and down the quarry road",
        "Rolling hills, hard up",
    ),
    "test": ("3 km time trial",),
}
RACE_TITLES: dict[float, tuple[str, ...]] = {
    5_000.0: ("Harbour 5 km", "Parish 5 km"),
    10_000.0: ("Old Town 10 km", "Vineyard 10 km", "Meadow 10 km"),
    21_097.5: ("Two Bridges half marathon", "Coast half marathon"),
    42_195.0: ("City marathon",),
}
TREADMILL_TITLES = ("Treadmill, not going out in that", "Treadmill and a podcast", "Belt miles")
RUN_NOTES = (
    "Calves tight for the first kilometre.",
    "Slept badly.",
    "Felt light today.",
    "New shoes.",
    "Headwind all the way out.",
    "Stopped at the crossing for a while.",
    "Could have gone on.",
)
RACE_NOTES = (
    "Went out a little fast.",
    "Even splits.",
    "Lonely second half.",
    "Found a good group.",
)
LIFT_TITLES = {"A": "Squat day", "B": "Hip and single-leg day"}
LIGHT_TITLE = "Short and light"
LIFT_NOTES = (
    "Kept one rep back on everything.",
    "Rack was busy, changed the order.",
    "Heavy legs today.",
    "Last set slow.",
)
OTHER_TITLES: dict[str, tuple[str, ...]] = {
    "ride": ("Ride to the coast", "Easy spin"),
    "yoga": ("Yoga", "Hips and back"),
    "walk": ("Walk with the family", "Walk in the woods"),
}
BLOCK_TITLES: dict[BlockKind, str] = {
    "heavy lifting": "Squat and hip days",
    "maintenance": "Short and light",
}
LIFE_TITLES: dict[Life, str] = {"ill": "Flu", "away": "Away, hardly trained"}
PAIN_NOTES = (
    "Left Achilles, the first steps in the morning.",
    "Right knee, going downstairs.",
    "Under the left heel after sitting.",
    "Low back, stiff after lifting.",
    "Right shin, when it warms up it goes.",
)
