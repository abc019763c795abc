"""What stands behind the days after heavy leg work: formula, source, limits."""

_MEANS = (
    "Steady runs are easy, long and untyped ones of 20 to 120 minutes on ground that is not steep, "
    "up to the last full week. Their ln(flat speed) is compared at the same heart rate, heat and "
    "length, as for pace at the reference heart rate; a run without heart rate at the same RPE, "
    "with a slope of its own (pulled towards 3.5 % of speed per point where the log says little). "
    "Each mean is against the usual of your runs of the same four weeks, with least squares on the "
    "groups and four-week levels together; a run weighs 1 ÷ σ² of its measure. The 95 % interval "
    "takes runs of one week as belonging together (Liang and Zeger 1986, "
    "doi 10.1093/biomet/73.1.13) and Student's t. Runs of four weeks that hold one group alone "
    "have nothing beside them and are not counted; groups of fewer than 8 runs, or from fewer "
    "than 4 weeks, have no number."
)
ACUTE = {
    "acute": (
        "Heavy leg work is a lift session with 4 or more hard sets of exercises of the lower-body "
        "index (one-sided sets count half) that are heavy: at least 80 % of the best estimated 1RM "
        "of twelve weeks, or at most 8 repetitions to failure (Llanos-Lagos and others 2024, "
        "doi 10.1007/s40279-023-01978-y). Four is a convention. Hours run from the end of the last "
        "such session to the start of the run, by the local clock; after 7 days a run is in no "
        "group, as there is nothing near to compare it with.\n\n" + _MEANS
    ),
    "acute_order": (
        "Days with heavy leg work: runs that began before the first such session of the day, and "
        "after the end of the last. The day after: runs on a day without heavy leg work, by "
        "whether the day before had its runs (of any type) all before or all after the lifting. "
        "Sessions without a time of day have no order.\n\n" + _MEANS
    ),
    "acute_trial": (
        "Doma and Deakin 2013 (doi 10.1139/apnm-2012-0362): seconds until exhaustion at 110 % of "
        "the ventilatory threshold, the day after lifting and running six hours apart, in either "
        "order. Easy running took 0.76 ml·kg⁻⁰·⁷⁵·m⁻¹ of oxygen the day after lifting first, 0.73 "
        "after running first and 0.72 at baseline.\n\n"
        "Two reviews by that group ask for 24 hours between heavy leg work and a hard run, 48 for "
        "novices (Doma and others 2017, doi 10.1007/s40279-017-0758-3; 2019, "
        "doi 10.1007/s40279-019-01072-2)."
    ),
}
