"""What stands behind the numbers of the page Muscles."""

_COUNTED = (
    "A hard set has at most the reps in reserve chosen under Settings (4 to begin with), or no "
    "note on them; warm-ups, failed attempts and jumps are left out. It counts 1 for a group that "
    "its exercise works directly and 0.5 for one that it works beside (Pelland and others 2024, "
    "SportRxiv 10.51224/SRXIV.460); a set of one side counts half. An exercise whose muscles the "
    "log does not know counts for none."
)

MUSCLES = {
    "body_figure": (
        f"{_COUNTED}\n\nSets a week = hard sets of the span × 7 ÷ its days, today included. The "
        "colour is full from the high end of your band on, or from your most worked group where "
        "that got more; grey is none.\n\n"
        "Nine groups: back is the muscles beside the spine, the lats and the trapezius; core the "
        "abdominals; hip what moves the leg sideways; upper the chest, shoulders and arms."
    ),
    "muscle_weeks": (
        f"{_COUNTED}\n\nThe band is yours. It begins at 4 to 8 hard sets a week: trials with "
        "runners lifted 2 to 4 sets of 2 exercises twice a week (Balsalobre-Fernández and others "
        "2016, doi 10.1519/JSC.0000000000001316; Blagrove and others 2018, "
        "doi 10.1007/s40279-017-0835-7), and of two exercises one is taken to work a group "
        "directly. It is a place to start from, no norm: more sets give more strength, each less "
        "than the one before. The week that is not over yet is paler, and never called below."
    ),
    "muscle_coverage": (
        "Calves, hamstrings, quads, glutes, back and core are what articles for runners ask for "
        "every week. A week counts with one direct hard set or more (a left and a right one are "
        "one set). Sensible advice of coaches; whether work for the core makes running more "
        "economical was not shown. Finished weeks only."
    ),
    "lift_zones": (
        "Share of the best estimated 1RM of the exercise in the 84 days up to the set. From 90 %, "
        "or at most 4 reps to failure: near the maximum (Eihara and others 2022, "
        "doi 10.1186/s40798-022-00511-1). From 80 %, or at most 8: heavy (Llanos-Lagos and others "
        "2024, doi 10.1007/s40279-023-01978-y). From 40 %: submaximal. Reps to failure are reps + "
        "reps in reserve and count only where the reserve is known. Holds, and sets without "
        "weight or reserve, are not known. Warm-ups and jumps are left out."
    ),
    "contacts": (
        "Reps of all sets of jumps, of both legs or of one: what trials on plyometrics count. "
        "Jumps that were timed, such as rope skipping, have no reps and are named in the sentence."
    ),
    "balance": (
        "Hard sets of a part ÷ hard sets of both parts, over four weeks counted back from the "
        "last finished one. A set counts once in a part, by its largest share there (1 direct, "
        "0.5 beside it), so a squat is one set of the lower body. Posterior: calves, hamstrings, "
        "glutes, back; anterior: quads, hip flexors, core. Upper: chest, shoulders, arms and back. "
        "Left and right: sets that name a side.\n\n"
        "No norm is for sets: the well-known 0.6 of hamstrings to quads is torque on a machine "
        "(Coombs and Garbutt 2002, J Sports Sci Med 1:56). So a block is held against your own: "
        "the band is the middle half of all your blocks before it, from six on, and one set "
        "beyond still counts as within. Half of the earlier blocks lie outside by the way the "
        "band is made: a thing to look at, not a fault. Blocks with fewer than four sets are left "
        "out."
    ),
}
