"""What stands behind marked blocks: how before and after are compared, and what that is worth."""

BLOCKS = {
    "blocks": (
        "The mean of a block's weeks against the mean of as many whole Monday weeks directly "
        "before it, for strength (lower-body index) and for easy pace (speed at the reference "
        "heart rate), both on a log scale: 100 · (exp(mean of ln after − mean of ln before) − 1). "
        "The weeks before reach back no further than the last block of the same kind. The week "
        "that is not over is left out, and so is one that the block begins or ends in the middle "
        "of. Each side takes at least eight weeks with a value.\n\n"
        "What still rises or falls within a block shows less than its end does. There is no "
        "interval: season and general progress move the means by more than the scatter of weeks "
        "tells, and intervals from short interrupted series come out too narrow (Turner and others "
        "2021, doi 10.1186/s12874-021-01364-0).\n\n"
        "In our simulation of 12 weeks against 12 in logs without any effect, with a season of "
        "±1.5 % and a trend of the runner's own, Welch's test found a difference in 44 to 63 of "
        "100, where 5 would be right; with 26 weeks against 26 in 67 to 76. With a real effect in "
        "them it was 45 to 64. That is why one comparison tells next to nothing."
    ),
}
