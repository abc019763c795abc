"""All that each source says, so that sources can be merged and taken back."""

# What a source said held the session's own fields only; json_patch leaves out what is null.
LAYERS = """
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
