"""How the numbers of one recorded session are computed."""

RECORDING = {
    "recording": (
        "What the watch wrote, thinned to a sample every five seconds, the ends of pauses kept; "
        "of a long session each point is the mean of those around it. Pace is the way over 30 "
        "seconds around each point, so it lags a little behind a quick start. Below 0.5 m/s there "
        "is no pace. Lines break at pauses of more than 30 seconds. Dotted lines stand where a lap "
        "ends. What one hundredth of the points lies beyond is outside the picture."
    ),
    "splits": (
        "Time is that in motion: a step slower than 0.5 m/s is standing. A split ends where its "
        "distance was first reached, read between two samples. Heart rate is the mean over time, "
        "each value held for up to 10 seconds. Rise is the altitude at the end less that at the "
        "beginning, smoothed over 30 seconds.\n\n"
        "Flat pace is the time over the flat distance that costs as much: step × C(grade) ÷ C(0), "
        "with C the energy cost of running up and down (Minetti and others 2002, "
        "doi 10.1152/japplphysiol.01177.2001), measured up to ±45 %. It is as true as the altitude "
        "and makes downhill look slower than most runners find it."
    ),
    "decoupling": (
        "Speed ÷ heart rate in the second half against the first, both by the time in motion with "
        "a heart rate; it takes 20 minutes. Positive: less speed for each beat towards the end. "
        "It describes one steady run on level ground; heat, hills, wind and a faster finish "
        "change it as well. The usual limit of 5 % is a convention of coaches. For marathons "
        "Smyth and others 2022 (doi 10.1007/s40279-022-01680-5)."
    ),
    "zone_time": (
        "Each heart rate holds until the next sample, for up to 10 seconds, so pauses and gaps of "
        "the strap add little. Counted second by second on the whole recording, before it is "
        "thinned. Zones are those of the page Running, from what stands in the settings."
    ),
    "track": (
        "The recorded positions on a plane, east and north of the start, both to one scale. There "
        "is no map behind it: a map would have to be fetched from elsewhere, and that would tell "
        "where you run. It is drawn only in a browser on the machine that holds the log."
    ),
}
