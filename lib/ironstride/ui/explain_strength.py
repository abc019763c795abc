"""What stands behind the page Strength: formula and source of each number on a chart."""

STRENGTH = {
    "e1rm": (
        "Estimated one-repetition maximum of the best working set of each day. With n = reps "
        "+ reps in reserve: at n = 1 the load itself, from 2 to 10 the mean of Epley 1985, "
        "load · (1 + n ÷ 30), and Brzycki 1993, load · 36 ÷ (37 − n) "
        "(doi 10.1080/07303084.1993.10606684), or the formula chosen under Settings; at 11 and 12 "
        "shown faint; above 12 not estimated. Without reps in reserve it is at least this much. "
        "A single to failure and a 3 to 5 RM fitness test count as tested, and a test wins its "
        "day. It errs by 6 to 7 % (Hutchins and Gearhart 2010), and lifts differ in how many reps "
        "they allow at the same share of the maximum (Nuzzo 2024, doi 10.1007/s40279-023-01937-7): "
        "compare within a lift, never across. Above 1 100 days the best of each week is drawn.\n\n"
        "The trend is that of the last 12 weeks: the median of all pairwise slopes of ln(e1RM) "
        "(Theil and Sen; Sen 1968, doi 10.1080/01621459.1968.10480934) of at least 6 days over 4 "
        "weeks. Its band are the lines of the slope's 95 % interval: how sure the slope is, not "
        "the level. Stalled needs both: no new best in 6 weeks, and 8 weeks whose interval ends "
        "below +0.25 % per week. The grey line is for the eye (locally weighted regression, "
        "Cleveland 1979, doi 10.1080/01621459.1979.10481038).\n\n"
        "Two single tests of one person vary by 4.2 % (Grgic and others 2020, doi "
        "10.1186/s40798-020-00260-z): below √2 × that, 6 %, a difference of two days is too small "
        "to tell; beyond 1.96 times as much, 12 %, it is more than the usual noise."
    ),
    "rep_records": (
        "The heaviest load in each range of reps, as done: 5 reps with 3 in reserve count as 5. "
        "A record rises by more load, or by more reps of the same load. Weighted exercises, and "
        "the weight added to the body; warm-ups, failed attempts and sets beyond 15 reps are left "
        "out. The ranges are ours, along the share of a maximum that they allow (NSCA: 100 % for "
        "1, 95 to 93 for 2–3, 90 to 85 for 4–6, 83 to 75 for 7–10)."
    ),
    "rep_progression": (
        "Each mark is the day on which a load was heavier than all before it in its range of "
        "reps, or as heavy with more reps; the line is the record that stood. Reps as done, "
        "whatever was left in reserve."
    ),
    "sets": (
        "A hard set is one with at most four reps in reserve (or as chosen under Settings), or "
        "without a note on it; warm-ups, failed attempts and jumps are left out (sets near failure "
        "are what reviews count: Pelland and others 2024, SportRxiv 10.51224/SRXIV.460). The week "
        "that is not over yet is hatched."
    ),
    "rep_mix": (
        "Working sets by their reps, as a share of all working sets with reps of the week. "
        "Warm-ups, holds, jumps and failed attempts are left out. The week that is not over yet "
        "is hatched."
    ),
    "tonnage": (
        "Bars: sum of reps × weight beside the body over the working sets. Line: the same with "
        "the share of body mass that a move lifts (push-up 64 %, Ebben and others 2011, doi "
        "10.1519/JSC.0b013e31820c8587; pull-up and dip 95 %, squat 87 %), less assistance; a gap "
        "where body mass is not known within 60 days. Shares are means of groups and vary by "
        "about 5 points with posture. Both grow with light work as well, so they say little "
        "about strength: hard sets come first on this page."
    ),
    "relative_strength": (
        "Estimated 1RM ÷ body mass of that day, or ÷ body mass to the power 0.67, in which size "
        "alone neither helps nor hurts (Jaric 2002, doi 10.2165/00007256-200232100-00002). Body "
        "mass is read between two weighings, or is the nearest one within 60 days; other days are "
        "left out. Both panels stretch by the same percentage. Days, not tests: a single day "
        "varies by some 4 % (Grgic and others 2020, doi 10.1186/s40798-020-00260-z)."
    ),
    "body_moves": (
        "Load of a rep = body mass of that day × the share of it that is moved + added weight − "
        "assistance. Push-up 64 % (Ebben and others 2011, doi 10.1519/JSC.0b013e31820c8587), "
        "pull-up and dip 95 %, lunge 85 %, squat 87 %. Shares are means of groups, ± 5 points by "
        "posture, so no maximum is estimated from them.\n\n"
        "Only for pull-ups, chin-ups and dips with a weight, which lift 90 to 99 % of the body: "
        "(mass × share + added) × factor − mass × share, with the factor of the e1RM."
    ),
    "holds": (
        "The longest hold of each session in seconds, on a scale where equal heights are equal "
        "percentages, for times are skewed to the right (124 ± 72 s among men; Strand and others "
        "2014, n = 471, doi 10.2478/hukin-2014-0027). Change is against the median of the first "
        "three sessions of that hold. A hold with a weight is another hold than one without. The "
        "trend is that of the last 12 weeks, as for lifts; that a hold has stalled is told by "
        "the same rule, which is ours for holds."
    ),
}
