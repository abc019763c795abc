"""What stands behind "How is this computed?" on the pages Today and Goals."""

CHOSEN = (
    "At most four lines, one of each kind, in this order:\n\n"
    "1. Pain of 3 of 10 or more on two of the last 7 days, from your check-ins\n"
    "2. A race within four weeks\n"
    "3. Exercises of four weeks whose muscles the log does not know\n"
    "4. A new best over a distance, then one of a lift, of the last 7 days\n"
    "5. A goal due within two weeks, or reached this week\n"
    "6. A chosen rule that was not met for two finished weeks or more\n"
    "7. Muscle groups that you chose and no hard set reached for 14 days\n"
    "8. A run of the last 7 days more than 10 % longer than the longest of the 30 days before\n"
    "9. Lifts that have stalled\n"
    "10. Sessions without effort (RPE) or time, from a third of four weeks on\n\n"
    "First what hurts, then what has a date, then what makes other numbers wrong, then what was "
    "gained, then what you asked of your weeks. The order is ours. The lines are not added up to "
    "a score."
)

TODAY = {
    "days": (
        "Each mark is one session, in the order of the day from the top: a runner, a dumbbell, or "
        "a circle for any other sport. A small point is a day without a session, a dash today "
        "before its first, or a day before the log began. A mark opens its session."
    ),
    "goal_ranges": (
        "Each row is one goal, drawn in % of it, so that all share one scale; a time is drawn as "
        "its speed, so that more is better everywhere. The dashed line is the goal.\n\n"
        "A weekly goal: now is this week so far; the range holds four in five weeks like the last "
        "8 complete ones (mean ± t · s · √(1 + 1 ÷ n), with Student's t and at least 4 weeks). A "
        "lift: now is the best estimated 1RM since the goal was set; the range is the trend of "
        "its sessions (Sen 1968, doi 10.1080/01621459.1968.10480934) drawn on to the day of the "
        "goal. A time: now is the best race or time trial since then; the range is that of the "
        "predictions on the page Records. Where it cannot be told yet there is no band, and the "
        "sentence above says what it takes."
    ),
}
