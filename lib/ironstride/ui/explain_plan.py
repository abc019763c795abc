"""What stands behind "How is this computed?" on the page Week."""

PLAN = {
    "made_week": (
        "Lifts are put on the days that keep every rule you chose, as evenly apart as can be. "
        "Never broken: nothing on a rest day; no lift on the day of a race; on a shared day the "
        "lift after the run (Doma and Deakin 2013); no hard run on the day after leg work; no leg "
        "work in the last 6 days before a race. Which days a lift may share with a run is a "
        "matter of schools that contradict each other; neither is proven better for running. A "
        "run is as far as the median of its type in the last 8 weeks, from 2 runs on; a marked "
        "race has its own distance. Loads are explained in the plan."
    ),
    "next_load": (
        "Double progression, a convention of coaches: when all sets at the heaviest load reach "
        "the top of the range of reps with the wished reserve, add the smallest step of 2.5 kg; "
        "else one more rep in the weakest set. Below the range in two sessions running, after "
        "four weeks without the exercise, or in a light week of fewer than three sets: 10 % less. "
        "A lift that has stalled gets two thirds of its sets for one week. A hold: 5 s longer.\n\n"
        "Ranges: 12 to 15 reps in the first phase; later 3 to 6 for weighted exercises of the "
        "lower body (Llanos-Lagos and others 2024, doi 10.1007/s40279-023-01978-y; Støren and "
        "others 2008, doi 10.1249/MSS.0b013e318168da2f) and 6 to 12 for all else; holds 30 to "
        "60 s. Reserve: 3 reps at first, 2 later. It knows only what is logged: how you feel on "
        "the day has the last word."
    ),
    "taper": (
        "The last heavy leg work 7 to 14 days before a race (Rønnestad and Mujika 2014, doi "
        "10.1111/sms.12104): tired legs are rested and what was gained is kept. A rule of "
        "practice, not tested day by day. Leg work is a day with 2 or more hard sets of the lower "
        "body, done or planned."
    ),
    "plan_month": (
        "Each mark is one session: filled when it was done, open when it is planned, crossed "
        "when it was skipped or its day is over without it. Circles are runs, squares lifts, "
        "diamonds other sports. A planned session that was done is drawn once, as done. A day "
        "shows at most three marks side by side; its words name all."
    ),
}
