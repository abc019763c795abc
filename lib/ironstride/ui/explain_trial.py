"""What stands behind a trial of one's own: the draw, the tests, the exact test of the result."""

TRIAL = {
    "trial": (
        "A cycle is one block of lifting and one of maintenance, both 8, 10 or 12 weeks long. For "
        "each cycle it is drawn which comes first and how long its blocks are; all calendars that "
        "could be drawn take the same number of weeks, and each is as likely as the others. The "
        "weeks of the tests are fixed before the draw. The first four weeks after each change do "
        "not count, and in each planned week the first test only.\n\n"
        "The difference is that of one least-squares fit: speed (100 · ln) = level + straight "
        "line over time + step between lifting and maintenance. It is computed for every calendar "
        "that could have been drawn, with the same tests; p is the share of them with a difference "
        "at least as large, in either direction. A calendar for which it cannot be computed counts "
        "as larger. If lifting does nothing, p ≤ 0.05 comes up in at most 1 of 20 draws, whatever "
        "season, trend and memory do to your speed: they stay where they are while the calendar is "
        "drawn anew (Edgington and Onghena 2007, Randomization Tests; Bulté and Onghena 2008, "
        "doi 10.3758/BRM.40.2.467).\n\n"
        "That holds for a calendar that was drawn once and kept to, and for tests that were not "
        "left out on account of the block. You know which block you are in, so hope can run "
        "along.\n\n"
        "How often a benefit would be seen: 400 simulated trials of this design with the test's "
        "published error, slow ups and downs of your own (1 %, memory 0.9 a week), and a benefit "
        "that is there in full four weeks after lifting begins and ends. Nothing else happens in "
        "them and no test is missed, so it errs high. Blocks in turn tell more than one before "
        "and after (PMC5082548)."
    ),
}
