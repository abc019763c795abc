"""How the numbers and charts of volume and years are computed."""

VOLUME = {
    "distance": (
        "Each bar is the sum of all runs of a local week; runs without a known distance are left "
        "out of it. The grey line is the mean of the last four complete weeks. The dark part is "
        "the longest run of the week. The week that is not over yet is hatched. Click a bar to "
        "see its runs below, click it again to close them; on a touch screen the first tap shows "
        "its numbers and the second opens it, or choose a day of its week below the chart."
    ),
    "months": (
        "Each bar is the sum of all runs of a calendar month; runs without a known distance are "
        "left out of it. The dark part is the longest run of the month. The month in which the "
        "span begins is shown whole, the month that is not over yet is hatched. Months differ in "
        "length by up to three days. Click a bar to see its runs below."
    ),
    "volume_numbers": (
        "**Last full week**: the sum of its runs; beside it the mean of the last four complete "
        "weeks, empty weeks counted as zero.\n\n"
        "**Rest days**: days that are over and saw no session of any kind, as a mean over the "
        "span's complete weeks. A session that was never logged looks like rest.\n\n"
        "**In a row**: days and weeks with at least one run. Today and this week break nothing "
        "before they are over. A streak counts days, not training; rest days are no fault.\n\n"
        "**Eddington number**: the largest E with at least E days of at least E kilometres (or "
        "miles), the runs of a day together; named for Arthur Eddington, who counted his cycling "
        "days so. It is of the whole log and can only grow, and a number in km is no number in "
        "miles."
    ),
    "compared": (
        "Like with like: of a span that is not over, only the days up to today count, and of the "
        "others only as many: the first days of the span before, and the same dates a year "
        "earlier. The change is (this − that) ÷ that. A span that begins before the first run in "
        "the log is not known, for it would look too small."
    ),
    "easy_hard": (
        "Time, not distance or number of runs, is split. What you called a run comes first: easy "
        "and long runs are easy; tempo, intervals, race, test and hills are hard. A run without "
        "such a type is easy when its mean heart rate is below the boundary named here, hard from "
        "there on, and not known without a heart rate or a boundary: nothing is guessed.\n\n"
        "The boundary is where zone 3 begins: 70 % of heart-rate reserve (Karvonen 1957, Ann Med "
        "Exp Biol Fenn 35:307), or 80 % of the maximum where the heart rate at rest is not "
        "known. That share is our choice of a zone's edge, not physiology.\n\n"
        "A run counts as a whole, its warm-up with it, and a mean heart rate hides intervals, so "
        "hard time is understated where types are missing. The well-known 80 % (Seiler 2010, doi "
        "10.1123/ijspp.5.3.276) counts sessions, so it is no aim for this split."
    ),
    "calendar": (
        "Each square is a day, darker the further it was; the darkest colour begins at the "
        "distance that one day in twenty of this year's running days exceeds. The runs of a day "
        "count together. A dot is a run whose distance is not known; grey is a day without a run; "
        "days before the first run in the log and days to come are left open. Click a day to see "
        "its runs below."
    ),
    "year_lines": (
        "Each line is one calendar year: the sum of all runs since 1 January. Dates lie at the "
        "same place in every year, with room for 29 February. The first year's line begins where "
        "the log does, so it is too low where running began before it. Other years are compared "
        "by the same date."
    ),
    "year_totals": (
        "Each bar is the sum of all runs of a calendar year; runs without a known distance are "
        "left out of it. The year that is not over yet is hatched, and the first one holds only "
        "what the log holds of it."
    ),
}
