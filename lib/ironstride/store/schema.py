"""The migrations of the log: append only, STRICT tables, every limit a CHECK as well."""

from sqlite_utils import Database, Migrations

migrations = Migrations("ironstride")


@migrations(name="0001_sessions")
def sessions(db: Database) -> None:
    """Create the calendar of sessions, what hangs below it, imports and settings."""
    for statement in _SESSIONS.split(";\n"):
        db.execute(statement)


@migrations(name="0002_layers")
def layers(db: Database) -> None:
    """Keep all that each source says, so that sources can be merged and taken back."""
    for statement in _LAYERS.split(";\n"):
        db.execute(statement)


_SESSIONS = """
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

# What a source said held the session's own fields only; json_patch leaves out what is null.
_LAYERS = """
create table said_now as
select session_source.session_id, json_patch('{}', json_patch(
  json_object(
    'kind', session.kind, 'sport', session.sport, 'started_at', session.started_at,
    'distance_m', run.distance_m, 'ascent_m', run.ascent_m, 'type', run.type,
    'surface', run.surface, 'cadence_spm', run.cadence_spm, 'temperature_c', run.temperature_c,
    'sets', (
      select json_group_array(json_patch('{}', json_object(
        'exercise', exercise.name, 'set_type', set_type, 'side', side, 'reps', reps,
        'load_kg', load_kg, 'hold_s', hold_s, 'rir', rir)))
      from (select * from lift_set where lift_set.session_id = session.id order by position) own
      join exercise on exercise.id = own.exercise_id
      having session.kind = 'lift')),
  said)) as said
from session_source join session on session.id = session_source.session_id
left join run on run.session_id = session.id;
create table layer (
  session_id integer not null references session on delete cascade,
  source text not null,
  source_key text not null,
  batch_id integer not null references import_batch,
  said text not null check (json_valid(said)),
  primary key (source, source_key, batch_id)
) strict, without rowid;
insert into layer
select session_id, source, source_key, batch_id, json_set(said_now.said, '$.time_known',
  json(iif(json_extract(said_now.said, '$.time_known'), 'true', 'false')))
from session_source join said_now using (session_id);
drop table said_now;
drop table session_source;
alter table layer rename to session_source;
create index session_source_session on session_source (session_id);
create index session_source_batch on session_source (batch_id);
create table session_typed (
  session_id integer primary key references session on delete cascade,
  said text not null check (json_valid(said))
) strict;
create table new_set (
  session_id integer not null references session on delete cascade,
  position integer not null check (position >= 0),
  exercise_id integer not null references exercise,
  set_type text not null check (set_type in ('warmup', 'work', 'drop', 'failure')),
  side text check (side in ('left', 'right')),
  reps integer check (reps between 0 and 500),
  load_kg real not null check (load_kg between 0 and 600),
  hold_s real check (hold_s > 0),
  rir real check (rir between 0 and 10),
  primary key (session_id, position),
  check (reps is not null or hold_s is not null)
) strict, without rowid;
insert into new_set
select session_id, position, exercise_id, set_type, side, reps, load_kg, hold_s, rir from lift_set;
drop table lift_set;
alter table new_set rename to lift_set;
create index lift_set_exercise on lift_set (exercise_id);
create table new_exercise (
  id integer primary key,
  name text not null collate nocase unique check (trim(name) <> ''),
  kind text not null check (kind in ('weighted', 'bodyweight', 'assisted', 'timed', 'plyometric')),
  lower_body integer not null default 0 check (lower_body in (0, 1)),
  body_mass_fraction real not null default 0 check (body_mass_fraction between 0 and 1),
  origin text not null check (origin in ('catalogue', 'log', 'runner')),
  batch_id integer references import_batch
) strict;
insert into new_exercise
select id, name, kind, lower_body, body_mass_fraction, origin, null from exercise;
drop table exercise;
alter table new_exercise rename to exercise;
create index exercise_batch on exercise (batch_id);
alter table exercise_alias add column origin text not null default 'catalogue'
  check (origin in ('catalogue', 'runner'));
alter table import_file add column changed integer not null default 0 check (changed >= 0);
alter table import_file add column merged integer not null default 0 check (merged >= 0);
create table import_answer (
  source text not null,
  field text not null,
  value text not null,
  primary key (source, field)
) strict, without rowid;
create table column_mapping (
  fingerprint text primary key,
  mapping text not null check (json_valid(mapping))
) strict, without rowid
"""
