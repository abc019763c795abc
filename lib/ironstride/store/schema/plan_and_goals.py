"""What is planned, the exercises of planned lifts, and goals."""

PLAN_AND_GOALS = """
create table plan (
  id integer primary key,
  uid text not null unique default ('plan-' || lower(hex(randomblob(16)))),
  day text not null check (day like '____-__-__'),
  place integer not null check (place between 1 and 20),
  kind text not null check (kind in ('run', 'lift')),
  type text not null default '',
  legs integer not null default 0 check (legs in (0, 1)),
  distance_m real check (distance_m > 0),
  duration_s real check (duration_s > 0),
  title text not null default '',
  notes text not null default '',
  skipped integer not null default 0 check (skipped in (0, 1)),
  done_session_id integer unique references session on delete set null,
  check ((kind = 'run') = (type <> ''))
) strict;
create index plan_day on plan (day);
create table plan_exercise (
  plan_id integer not null references plan on delete cascade,
  position integer not null check (position >= 0),
  exercise_id integer not null references exercise,
  sets integer not null check (sets between 1 and 50),
  reps_low integer check (reps_low between 1 and 500),
  reps_high integer check (reps_high between reps_low and 500),
  load_kg real check (load_kg between 0 and 600),
  hold_s real check (hold_s > 0),
  rir real check (rir between 0 and 10),
  own integer not null check (own in (0, 1)),
  muscles text not null default '',
  primary key (plan_id, position),
  check (reps_low is not null or hold_s is not null)
) strict, without rowid;
create index plan_exercise_exercise on plan_exercise (exercise_id);
create table goal (
  id integer primary key,
  kind text not null,
  since text not null check (since like '____-__-__'),
  by_day text check (by_day like '____-__-__' and by_day >= since),
  target real check (target > 0),
  exercise_id integer references exercise,
  muscle text not null default '',
  distance_m real check (distance_m > 0),
  title text not null default '',
  notes text not null default ''
) strict;
create index goal_exercise on goal (exercise_id)
"""
