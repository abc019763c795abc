"""The cards of the fitness tests: what each measures, how to do it the same way, how it errs."""

from dataclasses import dataclass

import streamlit as st

from ironstride.records.fitness_test import Protocol


@dataclass(frozen=True, kw_only=True)
class Card:
    """One protocol in words of our own; `error` carries its sources."""

    name: str
    measures: str
    steps: tuple[str, ...]
    how_often: str
    spoils: str
    error: str


CARDS: dict[Protocol, Card] = {
    "time_trial": Card(
        name="Time trial",
        measures="Your fastest time over one measured distance of 1.5 to 10 km.",
        steps=(
            (
                "Take a track or a flat route of known length, the same every time. A GPS watch is "
                "not a tape: watches were off by 3 to 6 %, more than this test errs by itself."
            ),
            "No hard run and no heavy legs for 48 hours; same hour, same shoes, usual food.",
            "Jog 10 to 15 minutes, then four strides of about 20 s, then 3 to 5 minutes easy.",
            "Start at the effort that you can just hold, and aim for even splits.",
            (
                "Time it from the first step to the line. A stop, a wrong turn or company that "
                "pulls you along makes it another test."
            ),
            "Note temperature, wind and effort.",
        ),
        how_often="Every 4 to 8 weeks, 10 km no oftener than every 6 to 8. A flat race counts.",
        spoils="Heat and wind, the hour of day, sore legs, a wrong distance, uneven pacing.",
        error=(
            "About 2.0 % from 3 km on, about 3.3 % below. Over 5 km studies found 1.0 to 2.0 % "
            "(Stevens 2015, doi 10.1055/s-0034-1398680; Fisher 2017, doi 10.1515/hukin-2017-0055; "
            "Laursen 2007, doi 10.1249/mss.0b013e31806010f5, which has 1500 m too, from eight "
            "runners). For 10 km no plain retest was found; the same error is taken."
        ),
    ),
    "submaximal_run": Card(
        name="Run at one heart rate",
        measures="Your mean pace over 10 minutes at one fixed heart rate below your maximum.",
        steps=(
            (
                "Choose one target, about 80 % of your true maximum, and keep it for good: tests "
                "more than 2 bpm apart are not compared."
            ),
            "Chest strap, flat loop or track, same hour, rested as for an easy run.",
            "Jog 10 minutes easy, then take 5 minutes to settle on the target.",
            "Press lap and run 10 minutes within 2 bpm of the target by changing pace, no stops.",
            "Press lap. Write down distance, time and mean heart rate of that lap.",
            "Note temperature and wind. A lap whose mean is more than 2 bpm off does not count.",
        ),
        how_often="Every 4 weeks; weekly as a warm-up is fine.",
        spoils=(
            "Heat, little sleep or drink, caffeine, illness, hard days before, sensors on the "
            "wrist. Tiredness can lower heart rate: faster is not always fitter."
        ),
        error=(
            "About 3.6 %, not well known: no study of exactly this test was found. Field tests "
            "at a heart rate vary by 2.4 to 4.8 %; heart rate at a fixed speed alone by 1.1 to "
            "1.4 % from day to day (Lamberts 2004, J Strength Cond Res 18:641)."
        ),
    ),
    "rep_max": Card(
        name="3 to 5 RM",
        measures="The heaviest weight for a fixed 3, 4 or 5 clean reps of one lift.",
        steps=(
            "Choose 3, 4 or 5 reps for a lift and keep the number: others are not compared.",
            "No hard legs for 48 hours; same bar, rack, shoes, belt or none.",
            "Warm up 5 minutes, then 8 light reps, 5 at 70 % and 3 at 85 % of the goal.",
            "Rest 3 to 5 minutes before each try and add 2.5 to 10 %.",
            "Same depth, same tempo, no bounce, no helping hands; always spotter or safety bars.",
            (
                "Stop at the first set that breaks form or falls short, after four tries at most. "
                "The last clean full set counts."
            ),
        ),
        how_often=(
            "Every 8 to 12 weeks, beginners every 4 to 6; not in the two weeks before a race you "
            "care about. The first two tests of a lift new to you are mostly learning."
        ),
        spoils="Depth, a friend's hands, sore legs, short rests, too many tries, new technique.",
        error=(
            "About 4.2 % (the median of 32 studies of the 1RM, 0.5 to 12.1 %; Grgic 2020, "
            "doi 10.1186/s40798-020-00260-z). 5RM of leg press and leg curl: 2.2 to 4.7 % (Gail & "
            "Künzell 2014, doi 10.5960/dzsm.2014.138). Free squats can be worse."
        ),
    ),
    "calf_raises": Card(
        name="Calf raises",
        measures="Full single-leg raises in time with a metronome, each side for itself.",
        steps=(
            (
                "Flat floor, knee straight, same shoes or barefoot, fingertips on the wall. Do not "
                "switch between floor and step."
            ),
            "Warm up 5 minutes, then 10 raises on both legs.",
            "Metronome at 60: one beat up, one beat down.",
            "As high as you can, heel down to the floor each time.",
            (
                "It ends at the second raise in a row that is lower, late, with a bent knee or "
                "pulled up by the hands; those two do not count."
            ),
            "Rest 2 minutes or more, then the other side; always begin with the same side.",
        ),
        how_often="Every 4 to 8 weeks; not within 48 hours of hard running, hills or calf work.",
        spoils=(
            "Anything about form: the same people did 22 raises with cues and metronome and 34 "
            "without (Green 2024, doi 10.3390/biomed4020007). Do not test a sore Achilles tendon."
        ),
        error=(
            "About 13.9 % (11.9 to 16.8; Byrne 2017, doi 10.1016/j.jelekin.2017.07.004). With a "
            "device for the height 8 to 9 % were found; at home nobody checks."
        ),
    ),
    "plank": Card(
        name="Plank",
        measures="Seconds of a forearm plank until form fails.",
        steps=(
            "Mat; elbows under shoulders, feet as wide as the hips, straight from ear to heel.",
            "Warm up 5 minutes and hold one plank of 10 s; rest 2 minutes.",
            "Start the clock when the knees leave the floor, and do not look at it.",
            "One correction when the hips sag or rise; the second ends it.",
            "A knee down, hands clasped and pushed back, or stopping ends it too.",
            "One try only, at the same hour, before other training.",
        ),
        how_often="Every 4 to 8 weeks; a second time within 14 days tells your own error.",
        spoils="Seeing the clock, cheering, tired shoulders, core work before, boredom.",
        error=(
            "Not well known: no good study of the plain plank was found, small ones point to 11 "
            "to 20 %. Between small and very large changes nothing can be told until your own "
            "tests show how much you vary."
        ),
    ),
    "side_plank": Card(
        name="Side plank",
        measures="Seconds on forearm and feet with the hips up, each side for itself.",
        steps=(
            (
                "Elbow under shoulder, top foot in front, free hand on hip or shoulder: choose "
                "once. Left means left elbow down."
            ),
            "Warm up as for the plank; hold 10 s on each side.",
            "The clock starts when the hips are in line; face away from it.",
            "One correction for dropping or turning hips; the second ends it.",
            "Rest 5 minutes, then the other side; begin with the same side every time.",
            "Note what stopped you: the side, the shoulder or something else.",
        ),
        how_often="Every 4 to 8 weeks; not on the day of the plank, or always after it.",
        spoils="The shoulder (it stops about half of all people), motivation, foot position.",
        error=(
            "About 15 %, shaky: 11 s of 69 to 77 s (Juan-Recio 2022, doi 10.3390/biology11071043); "
            "12 to 24 % over three trunk tests (2025, doi 10.1371/journal.pone.0324787)."
        ),
    ),
    "hop": Card(
        name="Single-leg hop",
        measures="From the toe at the start line to the heel that landed, best of three, in cm.",
        steps=(
            "Same floor and shoes, tape on the floor, no wind or slope.",
            "Warm up 5 to 10 minutes, 5 small hops, then 2 or 3 practice hops a side.",
            "Hands on hips, or free: choose once. Toe behind the line.",
            (
                "Hop forward, land on the same foot and hold for 2 s. A second hop, a touch of the "
                "other foot or a hand makes it void."
            ),
            "Three valid hops a side, 30 to 60 s apart, sides in turn.",
            "The longest valid hop counts, to the centimetre. Stop at any pain.",
        ),
        how_often="Every 4 to 8 weeks, 48 hours after hard legs; never with a sore or hurt leg.",
        spoils="Arms free or not, shoes, floor, more tries than three, cold muscles.",
        error=(
            "About 4.1 % (2.6 to 4.1 % over four hops; The Knee 2019, PMID 31431339); 4.6 cm with "
            "learning from the first session to the next (Bolgla & Keskula 1997, "
            "doi 10.2519/jospt.1997.26.3.138)."
        ),
    ),
}


def choose() -> Protocol:
    """Draw the choice of a protocol."""
    chosen: Protocol = st.pills(
        "Test",
        list(CARDS),
        default="time_trial",
        required=True,
        format_func=lambda protocol: CARDS[protocol].name,
        key="fitness_protocol",
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen


def draw(protocol: Protocol) -> None:
    """Draw a protocol's card."""
    card = CARDS[protocol]
    with st.container(border=True):
        st.markdown(f"**{card.measures}** {card.how_often}")
        with st.expander("How to do it the same way every time"):
            st.markdown("\n".join(f"{at}. {step}" for at, step in enumerate(card.steps, start=1)))
        with st.expander("What spoils it, and how much it errs"):
            st.markdown(f"**Spoils it:** {card.spoils}\n\n**Typical error:** {card.error}")
