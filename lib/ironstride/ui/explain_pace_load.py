"""What stands behind the numbers of pace and load: formula, source, limits."""

PACE_AND_LOAD = {
    "pace": (
        "Pace of a week = sum of time ÷ sum of distance of that week's runs of one type, never "
        "the mean of paces: 5 km in 25:00 and 15 km in 90:00 make 5:45 /km. Moving time where the "
        "source has it. An open point is the week that is not over.\n\n"
        "The trend is the median of all pairwise slopes of ln(pace) (Theil and Sen; Sen 1968, "
        "doi 10.1080/01621459.1968.10480934), with its 95 % interval, over the full weeks of the "
        "span; it needs six of them, and is drawn dashed where that interval tells a direction. "
        "Every week counts alike. Effort, heat and hills are not taken out; pace at the reference "
        "heart rate, below, does that. Weeks are taken as independent, so the interval is rather "
        "too narrow.\n\n"
        "As on the flat: time ÷ (1 + 12.86 · (2 · climb ÷ distance)²), after Minetti and others "
        "2002 (doi 10.1152/japplphysiol.01177.2001), for runs with 2 · climb ÷ distance from 3 "
        "to 20 %. All others enter as they are."
    ),
    "zones": (
        "Of heart-rate reserve: rest + share · (maximum − rest), in steps of 10 % from 50 % on "
        "(Karvonen 1957, Ann Med Exp Biol Fenn 35:307). Of maximum heart rate: steps of 10 % from "
        "50 % on. Both are conventions and no better than the maximum you entered; the same share "
        "of the maximum is easier than that of the reserve."
    ),
    "load": (
        "Load of a session = your rating of the whole of it (RPE, CR-10) × minutes, for runs, "
        "lifts and other sports alike (Foster and others 2001, J Strength Cond Res 15:109). A bar "
        "is the sum of a local week. A session without a rating or a time is in no bar, never "
        "guessed unless you ask for it. The week that is not over is hatched; estimated ratings "
        "are cross-hatched: the median of your own ratings of the same kind (runs of the same "
        "type, lift sessions, the same other sport)."
    ),
    "load_history": (
        "Every day, y ← y + k · (load − y) with k = 1 − exp(−1 ÷ days): 7 days for recent, 42 for "
        "long-term load (after Banister 1991 and Coggan). Both start at the mean of the first 28 "
        "days, are shown from day 42 on and lean on their start until day 126: the grey band. "
        "14 or more days without a known load are marked as a gap, for they may be rest or a log "
        "not kept. A mean of load is no measure of fitness or fatigue."
    ),
    "monotony": (
        "Monotony = mean ÷ standard deviation of the loads of a week's seven days, days of rest "
        "as 0. Strain = load of the week × monotony (Foster 1998, "
        "doi 10.1097/00005768-199807000-00023; the standard deviation is the sample's, n − 1, as "
        "the paper does not say which). Drawn up to 5, for it grows without bound as days become "
        "alike; missing where a session of the week has no load. It was observed in 25 athletes, "
        "with illness; the limits that are often quoted have no evidence, so none is drawn."
    ),
    "trimp": (
        "Training impulse of a run = minutes · x · a · exp(b · x), with x = (mean heart rate − "
        "rest) ÷ (maximum − rest); a and b are 0.64 and 1.92 for men, 0.86 and 1.67 for women "
        "(Banister 1991; Morton and others 1990, doi 10.1152/jappl.1990.69.3.1171). A mean heart "
        "rate understates intervals. It is not in the unit of RPE × minutes and is never added "
        "to it; values of women and men are not comparable."
    ),
    "run_spikes": (
        "Distance of the run ÷ the longest run of the 30 days before its day, listed above 1.10. "
        "After Frandsen and others 2025 (doi 10.1136/bjsports-2024-109380): 588 071 runs of 5 205 "
        "runners. Against runs of up to the usual length the hazard ratio of injuries reported was "
        "1.64 (95 % interval 1.31 to 2.05) above 10 to 30 %, 1.52 (1.16 to 2.00) above 30 to "
        "100 % and 2.28 (1.50 to 3.48) beyond. An observation: runners who lengthen a run may "
        "differ in other ways too."
    ),
    "acute_chronic": (
        "Mean daily load of the last 7 days ÷ that of the 21 days before them (uncoupled), and "
        "the ratio of two exponentially weighted means with λ = 2 ÷ (N + 1), N = 7 and 28 "
        "(Williams and others 2017, doi 10.1136/bjsports-2016-096589). Criticism: Lolli and "
        "others 2019, doi 10.1136/bjsports-2017-098110; Impellizzeri and others 2021, "
        "doi 10.1007/s40279-020-01378-6; Frandsen and others 2025, "
        "doi 10.1136/bjsports-2024-109380."
    ),
}
