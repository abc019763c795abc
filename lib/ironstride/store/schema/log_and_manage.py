"""Laps, check-ins, tests and templates; exercises that are put away."""

LOG_AND_MANAGE = """
alter table run add column race text not null default '';
create table lap (
  session_id integer not null references session on delete cascade,
  position integer not null check (position >= 0),
  distance_m real not null check (distance_m > 0),
  duration_s real not null check (duration_s > 0),
  primary key (session_id, position)
) strict, without rowid;
create table check_in (
  day text primary key check (day like '____-__-__'),
  body_mass_kg real check (body_mass_kg between 25 and 300),
  sleep_h real check (sleep_h between 0 and 24),
  pain integer check (pain between 0 and 10),
  pain_note text not null default ''
) strict, without rowid;
create table check_in_soreness (
  day text not null references check_in on delete cascade,
  muscle text not null,
  sore integer not null check (sore between 0 and 3),
  primary key (day, muscle)
) strict, without rowid;
create table fitness_test (
  id integer primary key,
  protocol text not null,
  day text not null check (day like '____-__-__'),
  distance_m real check (distance_m > 0),
  duration_s real check (duration_s > 0),
  avg_hr_bpm real check (avg_hr_bpm between 30 and 240),
  exercise_id integer references exercise,
  load_kg real check (load_kg between 0 and 600),
  reps integer check (reps between 1 and 500),
  hold_s real check (hold_s > 0),
  hop_m real check (hop_m > 0),
  side text check (side in ('left', 'right')),
  notes text not null default ''
) strict;
create index fitness_test_day on fitness_test (day);
create index fitness_test_exercise on fitness_test (exercise_id);
create table template (
  id integer primary key,
  name text not null collate nocase unique check (trim(name) <> '')
) strict;
create table template_set (
  template_id integer not null references template on delete cascade,
  position integer not null check (position >= 0),
  exercise_id integer not null references exercise,
  set_type text not null check (set_type in ('warmup', 'work', 'drop', 'failure')),
  side text check (side in ('left', 'right')),
  reps integer check (reps between 0 and 500),
  load_kg real not null check (load_kg between 0 and 600),
  hold_s real check (hold_s > 0),
  rir real check (rir between 0 and 10),
  primary key (template_id, position),
  check (reps is not null or hold_s is not null)
) strict, without rowid;
create index template_set_exercise on template_set (exercise_id);
alter table exercise add column archived_at text
"""
