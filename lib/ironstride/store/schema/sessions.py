"""The calendar of sessions, what hangs below it, imports and settings."""

SESSIONS = """
create table exercise (
  id integer primary key,
  name text not null collate nocase unique check (trim(name) <> ''),
  kind text not null check (kind in ('weighted', 'bodyweight', 'assisted', 'timed', 'plyometric')),
  lower_body integer not null default 0 check (lower_body in (0, 1)),
  body_mass_fraction real not null default 0 check (body_mass_fraction between 0 and 1),
  origin text not null check (origin in ('catalogue', 'log'))
) strict;
create table exercise_muscle (
  exercise_id integer not null references exercise on delete cascade,
  muscle text not null,
  share real not null check (share > 0 and share <= 1),
  primary key (exercise_id, muscle)
) strict, without rowid;
create table exercise_alias (
  alias text not null collate nocase primary key,
  exercise_id integer not null references exercise on delete cascade
) strict, without rowid;
create table session (
  id integer primary key,
  kind text not null check (kind in ('run', 'lift', 'other')),
  sport text not null,
  started_at text not null check (started_at like '____-__-__T__:__:__'),
  time_known integer not null default 1 check (time_known in (0, 1)),
  utc_offset_min integer check (utc_offset_min between -900 and 900),
  duration_s real check (duration_s > 0),
  elapsed_s real check (elapsed_s > 0),
  title text not null default '',
  rpe real check (rpe between 0 and 10),
  avg_hr_bpm real check (avg_hr_bpm between 30 and 240),
  max_hr_bpm real check (max_hr_bpm between 30 and 240),
  notes text not null default '',
  deleted_at text,
  deleted_by text check (deleted_by in ('runner', 'revert')),
  check ((deleted_at is null) = (deleted_by is null))
) strict;
create index session_started on session (started_at);
create table run (
  session_id integer primary key references session on delete cascade,
  distance_m real check (distance_m > 0),
  ascent_m real check (ascent_m >= 0),
  type text not null,
  surface text,
  cadence_spm real check (cadence_spm > 0),
  temperature_c real check (temperature_c between -60 and 60)
) strict;
create table lift_set (
  id integer primary key,
  session_id integer not null references session on delete cascade,
  position integer not null check (position >= 0),
  exercise_id integer not null references exercise,
  set_type text not null check (set_type in ('warmup', 'work', 'drop', 'failure')),
  side text check (side in ('left', 'right')),
  reps integer check (reps between 0 and 500),
  load_kg real not null check (load_kg between 0 and 600),
  hold_s real check (hold_s > 0),
  rir real check (rir between 0 and 10),
  unique (session_id, position),
  check (reps is not null or hold_s is not null)
) strict;
create index lift_set_exercise on lift_set (exercise_id);
create table import_batch (
  id integer primary key,
  imported_at text not null,
  reverted_at text
) strict;
create table import_file (
  id integer primary key,
  batch_id integer not null references import_batch on delete cascade,
  file_name text not null,
  file_sha256 text not null,
  source text not null,
  added integer not null check (added >= 0),
  known integer not null check (known >= 0),
  rejected integer not null check (rejected >= 0)
) strict;
create index import_file_batch on import_file (batch_id);
create table session_source (
  id integer primary key,
  session_id integer not null references session on delete cascade,
  batch_id integer not null references import_batch,
  source text not null,
  source_key text not null,
  said text not null check (json_valid(said)),
  unique (source, source_key)
) strict;
create index session_source_session on session_source (session_id);
create index session_source_batch on session_source (batch_id);
create table session_edit (
  session_id integer not null references session on delete cascade,
  field text not null,
  primary key (session_id, field)
) strict, without rowid;
create table setting (
  name text primary key,
  value text not null
) strict, without rowid;
create table revision (
  only integer primary key check (only = 1),
  number integer not null
) strict;
insert into revision values (1, 0)
"""
