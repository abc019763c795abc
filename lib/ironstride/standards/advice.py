"""The rules that articles and trials give to runners who lift: what each asks for, and who says so.

Articles are named by their titles, trials by DOI. Grades: "good" (reviews of trials), "fair" (a
small trial, or the days after only), "observed" (no trial), "plausible", "convention", "opinion".
"""

from dataclasses import dataclass

_ELEVATE = "How can resistance training elevate your running"
_USEFUL = "Strength training for runners is useful"
_BOOST = "Boost your running performance with strength training"
_BASICS = "Strength training for runners: the basics"
_RESISTANCE = "Resistance training for runners"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: its name, what it asks for, who says so, how well that is known, who disagrees."""

    title: str
    asks: str
    source: str
    grade: str
    evidence: str
    disagree: str


RULES: dict[str, Rule] = {
    "FREQ-1": Rule(
        title="One lift session a week",
        asks="At least 1 lift session in the week.",
        source=f"Article “{_USEFUL}”.",
        grade="fair",
        evidence="One heavy session a week holds strength that is there already (Rønnestad and "
        "Mujika 2014, doi 10.1111/sms.12104). It is a dose to maintain.",
        disagree=f"Another article, “{_BOOST}”, asks for 2 to 3. Both can be right: 1 to keep "
        "strength, 2 to 3 to build it. Choose which you are after.",
    ),
    "FREQ-2-3": Rule(
        title="Two or three lift sessions a week",
        asks="2 to 3 lift sessions in the week.",
        source=f"Article “{_BOOST}”.",
        grade="good",
        evidence="Trials in which running economy got better lifted 2 to 3 times a week for 6 to "
        "20 weeks (Blagrove and others 2018, doi 10.1007/s40279-017-0835-7).",
        disagree=f"Another article, “{_USEFUL}”, finds 1 enough. That keeps strength; to build it, "
        "the trials lifted more often.",
    ),
    "PLACE-HARD": Rule(
        title="Lift on hard days",
        asks="Every lift day is a day with a hard run: intervals, tempo, race, hills, long, test, "
        "or any run at RPE 7 or above.",
        source=f"Article “{_USEFUL}”.",
        grade="plausible",
        evidence="The logic of coaches: easy days stay easy. No trial compared it with other days "
        "for running.",
        disagree=f"“{_BOOST}” says the opposite, lift on days without a run. Whoever runs 5 days a "
        "week or more cannot do both; neither is shown to be better for running.",
    ),
    "PLACE-AFTER": Rule(
        title="On a shared day, run first",
        asks="On a day with a run and a lift, the lift begins after the run is over; 6 hours or "
        "more between them are better.",
        source=f"Articles “{_USEFUL}” and “{_BASICS}”.",
        grade="fair",
        evidence="With 6 hours between, time to exhaustion on the next day fell from 335 s to 275 "
        "s after run then lift, and to 238 s after lift then run (Doma and Deakin 2013, 14 "
        "runners). That is the day after, not months later.",
        disagree="Within one session, lifting first gave 6.9 % more leg strength over weeks and "
        "the same VO2max (Eddens and others 2018, doi 10.1007/s40279-017-0784-1). It depends on "
        "what comes first for you.",
    ),
    "PLACE-REST": Rule(
        title="A rest day stays free",
        asks="At least 1 day of the week has no run and no lift, and nothing is lifted on a rest "
        "day that you planned.",
        source=f"Article “{_USEFUL}”.",
        grade="opinion",
        evidence="A coach's opinion; no trial for runners who lift.",
        disagree=f"“{_BOOST}” puts lifting on the days without a run, so for many runners it falls "
        "on these.",
    ),
    "PLACE-ALT": Rule(
        title="Lift on days without a run",
        asks="No run on a lift day, and no two lift days in a row.",
        source=f"Article “{_BOOST}”.",
        grade="fair",
        evidence="Of 0, 6 and 24 hours between lifting and endurance, 24 served oxygen uptake and "
        "explosive strength best (Robineau and others 2016, 58 people, 7 weeks).",
        disagree=f"“{_USEFUL}” says the opposite, lift on the day of the hard run and keep the "
        "others free. Whoever runs 5 days a week or more cannot do both; neither is shown to be "
        "better for running.",
    ),
    "NEXT-DAY": Rule(
        title="No hard run right after heavy legs",
        asks="No hard run begins within 24 hours after a session with 2 heavy leg sets or more (80 "
        "% of the maximum, or 8 repetitions to failure).",
        source="No article; Doma and others 2017, doi 10.1007/s40279-017-0758-3, and 2019, doi "
        "10.1007/s40279-019-01072-2.",
        grade="fair",
        evidence="Runs on the day after legs were shorter and cost more; who is new to lifting may "
        "need 48 hours. It is known of single days, not of whole seasons.",
        disagree="Running while tired is sometimes meant. With the hard day in the morning and "
        "legs in the evening, the next day has to be easy.",
    ),
    "REPS-START": Rule(
        title="Begin with 12 to 15 repetitions",
        asks="The median working set has 12 to 15 repetitions, in the first 8 weeks of lifting.",
        source=f"Article “{_ELEVATE}”.",
        grade="convention",
        evidence="A safe start by health advice to everyone. The American College of Sports "
        "Medicine says 8 to 12 (2009, doi 10.1249/MSS.0b013e3181915670).",
        disagree="Trials in which running economy got better used heavy weights and few "
        "repetitions, after weeks of learning. When you move on is yours to choose.",
    ),
    "REPS-HEAVY": Rule(
        title="Heavy leg sets",
        asks="At least 2 leg sets in the week at 6 repetitions to failure or fewer, or at 80 % of "
        "the maximum or more; after the first 8 weeks of lifting.",
        source=f"Article “{_RESISTANCE}” (4 sets of 4); Eihara and others 2022, doi "
        "10.1186/s40798-022-00511-1.",
        grade="good",
        evidence="Heavy lifting made running cost a little less (22 studies, g −0.32, −0.55 to "
        "−0.10); lighter weights were not seen to (Llanos-Lagos and others 2024, doi "
        "10.1007/s40279-023-01978-y).",
        disagree=f"“{_ELEVATE}” asks for 12 to 15 repetitions throughout, and “{_USEFUL}” thinks "
        "leg weights not strictly needed. The trials side with heavy legs, once they are learned.",
    ),
    "MUSCLES": Rule(
        title="Each muscle group",
        asks="Each muscle group that you chose has the direct hard sets that you chose, or more.",
        source=f"Articles “{_ELEVATE}” and “{_RESISTANCE}”.",
        grade="plausible",
        evidence="Sensible coverage. For the core there is no trial on running economy.",
        disagree=f"“{_USEFUL}” thinks leg weights not strictly needed; “{_BASICS}” adds hip "
        "flexors and the upper body. Choose the groups that you want watched.",
    ),
    "PLANK": Rule(
        title="A plank",
        asks="At least 1 hold for the core of 30 seconds or more; after two weeks with 60 seconds, "
        "a harder one rather than a longer one.",
        source=f"Articles “{_ELEVATE}” and “{_BOOST}”.",
        grade="convention",
        evidence="30 to 60 seconds is a dose of training, no test: half of 168 students held a "
        "plank for 90 (women) or 106 seconds (men) or longer.",
        disagree="No trial shows that planks change running economy.",
    ),
    "REST-SET": Rule(
        title="Rest between sets",
        asks="About 2 minutes between sets.",
        source=f"Article “{_ELEVATE}”.",
        grade="convention",
        evidence="For strength, 2 to 5 minutes are usual.",
        disagree="Shorter rests save time and cost repetitions in the next set.",
    ),
    "TEST": Rule(
        title="A fitness test now and then",
        asks="At least 1 fitness test, or a run marked as a test, in the last 4 to 6 weeks, as you "
        "chose.",
        source=f"Article “{_BOOST}”.",
        grade="plausible",
        evidence="What is not measured the same way twice cannot be compared. In simulated logs of "
        "two years 3 % more speed from 10 % more strength was seen in 68 of 100 with a test every "
        "week, in 33 with one every month, in 29 with heart rates alone.",
        disagree="Tests cost a hard day. Races can stand in for them.",
    ),
    "SPIKE": Rule(
        title="No run far beyond the month before",
        asks="No run is longer than 1.10 times the longest run of the 30 days before it.",
        source="No article; Frandsen and others 2025, doi 10.1136/bjsports-2024-109380.",
        grade="observed",
        evidence="Seen in 588 071 runs of 5 205 runners: runs more than 10 % longer came with more "
        "injuries. It was observed, not tried, and more was not steadily worse.",
        disagree="A race or a first long run has to be longer than all before. The older rule of "
        "10 % a week did not help in a trial (Buist and others 2008, "
        "doi 10.1177/0363546507307505).",
    ),
}  # fmt: skip
