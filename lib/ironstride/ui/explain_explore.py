"""What stands behind the exploration of doses, outcomes and lags."""

EXPLORE = {
    "explore": (
        "Both sides in weeks; what the name of each mark says is taken out of both in one "
        "least-squares fit; means over blocks of four weeks, changes from block to block, and r "
        "between a change of the dose and the change of the outcome 0 to 3 blocks later, with an "
        "effective number of pairs for series with memory (Pyper and Peterman 1998, "
        "doi 10.1139/f98-104) and a Fisher interval. Season: a yearly sine and cosine. Distance: "
        "weekly metres, with the week number. All that is known: also the hard share of running "
        "time, temperature (but not for pace at heart rate, which has it already) and body mass, "
        "each only where it is known in 8 of 10 of the weeks.\n\n"
        "Strength: the lower-body index. Hard leg sets: working sets of lower-body exercises with "
        "4 or fewer reps in reserve or none noted, one-sided ones half. Heavy share: of these, at "
        "least 80 % of the maximum or at most 8 to failure (Llanos-Lagos and others 2024, "
        "doi 10.1007/s40279-023-01978-y). Consistency: the share of weeks with a hard leg set. "
        "Tests and races: one is enough for a block, put on one scale by Riegel's rule (1981, "
        "American Scientist 69:285). Tempo pace says nothing of how hard the run was.\n\n"
        "One question and one lag (strength, pace at heart rate, one block later) were chosen "
        "before looking. Whoever looks at twelve such questions in a log with nothing in it finds "
        "something in 43 of 100 logs; Holm's correction (1979, Scand J Stat 6:65) brings that back "
        "to 5. Dose and distance that change together with |r| of 0.7 or more cannot be told apart "
        "(Dormann and others 2013, doi 10.1111/j.1600-0587.2012.07348.x)."
    ),
}
