"""What stands behind the numbers of the page Records: formula and source."""

RECORDS = {
    "records": (
        "A best is the shortest time in which a distance was really run, and no time is scaled. "
        "**Whole run** and **time trial**: within 1 % of the distance, for a watch reads a "
        "measured course a little long or short; 10.05 km counts as 10 km, 9.85 km does not. "
        "**From a recording**: the quickest stretch of exactly the distance, from point to point; "
        "a step faster than 10.44 m/s (the 100 m record) adds no distance, pauses count as time, "
        "and it stands before what the laps of the same run say. "
        "**From laps**: consecutive laps that add up to the distance or up to 2 % more. Time is "
        "elapsed time where it is known, for a race clock does not stop. Treadmills are left "
        "out.\n\n"
        "**At most** is no best but a bound: a run of R metres in T holds ⌊R ÷ D⌋ stretches of "
        "D metres one after the other, and one of them took T ÷ ⌊R ÷ D⌋ or less. 12 km in 60:00 "
        "says 10 km in at most 60:00, and not 50:00: pace × distance would be no bound, for the "
        "run may have been fast, slow and fast again. A bound is as true as the distance of its "
        "run.\n\n"
        "Age grade = age standard ÷ time, by the road tables of 2025 (Age-Grade-Tables, CC0), "
        "from one mile on."
    ),
    "progression": (
        "Each step is the day on which an effort was faster than all before it; an equal time is "
        "no new record. The grey marks are other efforts over the distance; what took over 1.3 "
        "times the best and longer than any record is not drawn, and of more than 1 100 the "
        "quickest are. The pace in a mark's note is that of the distance that was measured."
    ),
    "yearly_bests": (
        "The quickest effort of each calendar year over the distance. A year without one has no "
        "mark; the year that is not over yet is an open one."
    ),
    "predictions": (
        "time × (target ÷ distance) ^ 1.06 (Riegel 1981, American Scientist 69:285), from the "
        "race or test that is nearest to the target, at most 4.3 times as long or as short, for "
        "efforts of 3.5 to 230 minutes.\n\n"
        "The range is one standard deviation of the difference of two efforts, "
        "√2 · ln(1 + 2.0 %), below 3 km 3.3 % (Laursen and others 2007, "
        "doi 10.1249/mss.0b013e31806010f5): of three runners who repeat an effort, two lie in it. "
        "It is for a flat course and cool air, like the race it comes from.\n\n"
        "To the marathon there is a range only, from exponent 1.06 to 1.15: with 1.06 half of "
        "2 303 runners were at least ten minutes slower than predicted (Vickers and Vertosick "
        "2016, doi 10.1186/s13102-016-0052-y).\n\n"
        "Your own exponent is the slope of ln(time) on ln(distance) over the best race or test of "
        "each distance, of three distances or more, the longest at least twice the shortest. "
        "Easy runs are never used: they show less than you can run."
    ),
    "race_fitness": (
        "Race fitness = VO₂ ÷ F, with speed v in m/min and time t in minutes (Daniels and Gilbert "
        "1979, *Oxygen Power*):\n\n"
        "VO₂ = −4.60 + 0.182258 · v + 0.000104 · v²\n\n"
        "F = 0.8 + 0.1894393 · e^(−0.012778 · t) + 0.2989558 · e^(−0.1932605 · t)\n\n"
        "One score for all distances, for all-out efforts of 3.5 to 240 minutes on flat ground in "
        "cool air. It is not a measured oxygen uptake; hills, heat and wind make it too low. The "
        "current one is the best of the chosen span."
    ),
    "age_grade": (
        "Age grade = age standard ÷ time × 100, with the age standard = open standard ÷ factor "
        "of age, sex and distance, from the road tables of 2025 (Age-Grade-Tables, CC0; approved "
        "by USATF Masters Long Distance Running), linear in ln(distance) between two distances. "
        "One mile to 200 km, ages 5 to 100; the age is that reached in the year of the race. "
        "Hills, heat and wind are not taken out, and track tables differ."
    ),
    "training_paces": (
        "The speed at which running costs a share of race fitness: easy 63 to 73.5 %, marathon "
        "75 to 84 %, threshold 83 to 88 %, interval 95 to 100 %, repetition 105 to 120 % "
        "(Daniels, *Running Formula*, 2013; easy as fitted to its pace table), with VO₂ of "
        "Daniels and Gilbert 1979. The usual pace is the predicted marathon's, else at 88, 97.4 "
        "and 108.9 %; all within 5 s per km of the book. For flat ground in cool air; the body "
        "of the day has the last word."
    ),
    "critical_speed": (
        "distance = critical speed × time + D′, by least squares over all-out efforts of 2 to 20 "
        "minutes (Monod and Scherrer 1965, doi 10.1080/00140136508930810; for running Hughson and "
        "others 1984, doi 10.1055/s-2008-1025880). It takes three races or tests of different "
        "distances; a line with D′ outside 0 to 600 m or R² below 0.99 is not shown, for then not "
        "all efforts can have been all out. With three efforts R² is close to 1 in any case. "
        "25 000 runners ran a marathon at 84.8 % of it (Smyth and Muniz-Pumares 2020, "
        "doi 10.1249/MSS.0000000000002412)."
    ),
}
