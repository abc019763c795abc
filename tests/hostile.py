"""Words made to harm, and a log that holds one of them wherever a text can stand."""

from datetime import date
from itertools import count
from pathlib import Path

from ironstride.jobs.demo_log import write_demo_log
from ironstride.store import open_log

MARK = "Qz"  # stands in each, so that a test finds where it is shown
WORDS = (
    "<img src=x onerror=alert(1)> Qz",
    "<script>alert(1)</script> Qz",
    '<a href="https://evil.example/a">Qz</a>',
    "![Qz](https://evil.example/i.png)",
    "[Qz](javascript:alert(1)) [Qz](https://evil.example/l)",
    "https://evil.example/u www.evil.example Qz@evil.example",
    "**Qz** _Qz_ ~~Qz~~ `Qz` &lt;b&gt; &copy;",
    r"$\frac{Qz}{2}$ $$Qz$$",
    ":red[Qz] :blue-background[Qz] :smile: :material/home: :streamlit: :small[Qz]",
    "%{x} %{customdata[0]} {0} %s Qz",
    "\u202eQz\u202c \u2066Qz \u200bQz\u200d \ufeff",
    '=HYPERLINK("https://evil.example/f","Qz")',
    "| Qz | b |\n|---|---|\n| c | d |",
    "# Qz\n> Qz\n- Qz\n1. Qz\n\n    Qz\n```\nQz\n```\n<!-- Qz -->",
    "Qz\n===\n\nQz\n---\n\n[^1] [^1]: Qz [Qz]: https://evil.example/r",
    '"><svg onload=alert(1)><iframe src="https://evil.example/s"> Qz',
    "Qz " + "W" * 70,
    "+49 Qz\t@Qz '-Qz",
)

# Which texts a log holds that are a runner's or a file's own words: (table, column).
_OWN = (
    ("session", "title"), ("session", "notes"), ("import_file", "file_name"),
    ("fitness_test", "notes"),
    ("training_block", "title"), ("training_block", "notes"),
    ("trial", "title"), ("trial", "notes"),
    ("plan", "title"), ("plan", "notes"), ("plan_exercise", "muscles"),
    ("goal", "title"), ("goal", "notes"),
)  # fmt: skip
# No two of these may be alike.
_NAMES = (("exercise", "name"), ("exercise_alias", "alias"), ("template", "name"))


def write_hostile_log(path: Path, today: date) -> None:
    """Write the demo log with hostile words in the place of each text that is not the program's.

    They are put there as they are, as a file that was made to harm and then restored would: what
    cleans a text on its way in must not be all that stands between it and the screen.
    """
    write_demo_log(path, today=today)
    with open_log(path) as log, log.write() as held:
        numbers = count()
        held.create_function("hostile", 0, lambda: WORDS[next(numbers) % len(WORDS)])
        held.create_function("number", 0, lambda: next(numbers))
        for table, column in _OWN:
            held.execute(f"update {table} set {column} = hostile()")
        for table, column in _NAMES:
            held.execute(f"update {table} set {column} = hostile() || ' ' || number()")
        held.execute("update run set race = hostile() where type = 'race'")
        held.execute("update check_in set pain_note = hostile() where pain is not null")
