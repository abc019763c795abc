"""What stands behind the answer of the page Together: formula and source of each number."""

TOGETHER = {
    "index": (
        "Upper panel: lower-body strength in % of its first week. ln(e1RM) = exercise + week, by "
        "least squares over all lower-body exercises with five sessions or more, the first two "
        "sessions of each left out (learning), so that changing exercises does not make it "
        "jump. Each exercise weighs 1 ÷ σ² of its own scatter from session to session, so one "
        "whose weights were noted in two ways says little.\n\n"
        "Lower panel: speed at the reference heart rate as on the page Running, in % of its first "
        "block, with one standard error."
    ),
    "association": (
        "Both series in weeks, with season, a straight trend and weekly running volume taken out; "
        "means over blocks of four weeks, changes from block to block. Each change of strength is "
        "paired with the change of pace one block later, a pair chosen beforehand. r is "
        "Pearson's, with an effective number of pairs for series with memory (Bayley and "
        "Hammersley 1946, doi 10.2307/2983560; Pyper and Peterman 1998, doi 10.1139/f98-104) and "
        "a Fisher interval. Weekly levels are not correlated: two series with nothing in common "
        "that both rise would look linked in nearly every log (Yule 1926; Granger and Newbold "
        "1974, doi 10.1016/0304-4076(74)90034-7). Where both rose steeply and then levelled off, "
        "as in a beginner's first year, a link is less sure: in our simulations up to 7 of 100 "
        "such logs with nothing in them showed one, more where the rise was steeper still."
    ),
    "naive": (
        "Pearson's r of the weekly levels drawn above, each week taken for independent: the method "
        "most apps use, and the one not used here. Weeks are alike from one to the next, so the "
        "usual rule (p below 0.05) finds a link in 67 to 99 of 100 pairs of series that wander or "
        "rise and have nothing in common (our simulation, one to two years; Yule 1926, J R Stat "
        "Soc 89:1; Granger and Newbold 1974, doi 10.1016/0304-4076(74)90034-7).\n\n"
        "Wrong matches: pace is moved round against strength by 8 weeks, 9 weeks and so on, so "
        "that what meets does not belong together, and each match is judged by that rule. A rule "
        "that kept its word would pass 5 in 100."
    ),
    "trials_say": (
        "- Blagrove and others 2018, doi 10.1007/s40279-017-0835-7: maximal oxygen uptake and body "
        "composition unchanged.\n"
        "- Denadai and others 2017, doi 10.1007/s40279-016-0604-z: economy 3.7 ± 2.7 % better "
        "after heavy lifting, 4.8 ± 1.5 % after explosive.\n"
        "- Eihara and others 2022, doi 10.1186/s40798-022-00511-1, 22 studies: economy better by "
        "0.32 standard deviations with heavy lifting (0.10 to 0.55), by 0.13 with jumps (−0.21 to "
        "0.47); by 0.45 over 10 to 14 weeks (0.08 to 0.83), by 0.21 over 6 to 8 (−0.15 to 0.56).\n"
        "- Støren and others 2008, doi 10.1249/MSS.0b013e318168da2f."
    ),
    "prior_weighted": (
        "Your log: least squares through the block pairs, slope = r · SD(speed) ÷ SD(strength), "
        "its standard error with the effective number of pairs. Trials: 0.10 ± 0.10 % faster per "
        "1 % stronger; Støren and others 2008 (doi 10.1249/MSS.0b013e318168da2f) found 5.0 % "
        "better running economy with 33.2 % more strength, and how much runners differ is our "
        "guess. Both: the mean of the two, each weighing 1 ÷ SE² (Gelman and others 2013, Bayesian "
        "Data Analysis, §2.5). Lines are 95 % intervals.\n\n"
        "Noise in the strength index pulls your slope towards 0: in the demo runner, 0.30 planted "
        "came out as 0.18 on average over three years, and the interval held 0.30 in 8 logs of 10."
    ),
}
