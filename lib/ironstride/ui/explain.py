"""What stands behind "How is this computed?": formula and source of each number on a chart."""

from ironstride.ui.explain_acute import ACUTE
from ironstride.ui.explain_blocks import BLOCKS
from ironstride.ui.explain_explore import EXPLORE
from ironstride.ui.explain_muscles import MUSCLES
from ironstride.ui.explain_pace_load import PACE_AND_LOAD
from ironstride.ui.explain_plan import PLAN
from ironstride.ui.explain_recording import RECORDING
from ironstride.ui.explain_records import RECORDS
from ironstride.ui.explain_rules import RULE_GRID
from ironstride.ui.explain_strength import STRENGTH
from ironstride.ui.explain_today import TODAY
from ironstride.ui.explain_together import TOGETHER
from ironstride.ui.explain_trial import TRIAL
from ironstride.ui.explain_volume import VOLUME

HOW = {
    **ACUTE,
    **BLOCKS,
    **EXPLORE,
    **MUSCLES,
    **PACE_AND_LOAD,
    **PLAN,
    **RECORDING,
    **RECORDS,
    **RULE_GRID,
    **STRENGTH,
    **TOGETHER,
    **TRIAL,
    **TODAY,
    **VOLUME,
    "reference_speed": (
        "Speed at the reference heart rate, from a regression over easy, long and untyped runs of "
        "20 to 120 minutes with heart rate on ground that is not steep:\n\n"
        "ln(flat speed) = block + β · (HR − reference) + γ · max(0, temperature − 10 °C) "
        "+ δ · ln(duration ÷ 45 min)\n\n"
        "Flat speed is speed × (1 + 12.86 · (2 · climb ÷ distance)²), after Minetti and others "
        "2002 (doi 10.1152/japplphysiol.01177.2001). β, γ and δ are shared by the whole log and "
        "pulled towards 0.007 per bpm, −0.003 per °C and 0 where the log says little.\n\n"
        "One block is four weeks with at least three such runs. Speed ÷ heart rate alone would "
        "rise with effort: going from 144 to 156 bpm raises it by 5.5 % with no change in the "
        "runner. Heart rate at a given speed varies by about 1.1 to 1.4 % from day to day even in "
        "a laboratory (Lamberts and others 2004, J Strength Cond Res 18:641)."
    ),
    "system_load": (
        "What one rep of a bodyweight exercise moves: body mass of that day × the share of it that "
        "is moved + added weight − assistance. Push-up 64 % (Ebben and others 2011, "
        "doi 10.1519/JSC.0b013e31820c8587), pull-up and dip 95 %, lunge 85 %, squat 87 % (less "
        "shanks and feet). Shares are means of groups and vary by about 5 points with posture, so "
        "they serve volume and never e1RM. Body mass is read between two check-ins."
    ),
    "fitness": (
        "Each test is compared with the one before of the same kind: same distance (within 2 %), "
        "same heart rate (within 2 bpm), same exercise and reps, same side. The first is practice "
        "and is not compared with. Change = result ÷ the one before; for runs the result is "
        "speed, so faster is more. A lift is shown as estimated 1RM.\n\n"
        "With TE the typical error of the test (see its card), a change d = ln(new ÷ old) below "
        "√2 · ln(1 + TE) is too small to tell: with nothing changed one pair in three still lies "
        "beyond it. Beyond 1.96 times that line is more than the usual noise: with nothing "
        "changed one pair in twenty lies there (Hopkins 2000, Sports Med 30:1). In between it may "
        "be noise, and for planks, whose error is poorly known, nothing can be told. It says "
        "whether a result changed, not why.\n\n"
        "Your own TE takes over after four pairs of tests at most 14 days apart "
        "(TE² = Σd² ÷ 2m) or ten tests (TE² = Σ(before − 2 · this + after)² ÷ 6(n − 2)), never "
        "below half the published one; the lines are then √2 · TE and t · √2 · TE, with Student's "
        "t (97.5 %) for so few tests."
    ),
    "laps": (
        "Each step is one lap, as wide as it was long: time ÷ distance of the lap. The dotted "
        "line is the pace of all laps together, sum of time ÷ sum of distance."
    ),
}
