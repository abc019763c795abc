"""Training blocks, trials, and what was said of new watches."""

BLOCKS_AND_TRIALS = """
create table training_block (
  id integer primary key,
  kind text not null check (kind in ('heavy lifting', 'maintenance', 'no lifting', 'life event')),
  started_on text not null check (started_on like '____-__-__'),
  ended_on text check (ended_on like '____-__-__' and ended_on >= started_on),
  title text not null default '',
  notes text not null default ''
) strict;
create index training_block_started on training_block (started_on);
create table trial (
  id integer primary key,
  begins_on text not null check (begins_on like '____-__-__'),
  cycles integer not null check (cycles between 3 and 6),
  shortest_weeks integer not null check (shortest_weeks >= 8),
  longest_weeks integer not null check (longest_weeks > shortest_weeks and longest_weeks <= 12),
  step_weeks integer not null check (step_weeks between 1 and 4),
  wash_in_weeks integer not null check (wash_in_weeks between 0 and shortest_weeks - 1),
  test_every_weeks integer not null check (test_every_weeks between 1 and 8),
  outcome text not null,
  drawn_on text not null check (drawn_on like '____-__-__'),
  title text not null default '',
  notes text not null default ''
) strict;
create table trial_block (
  trial_id integer not null references trial on delete cascade,
  position integer not null check (position >= 0),
  kind text not null check (kind in ('heavy lifting', 'maintenance')),
  weeks integer not null check (weeks between 8 and 12),
  primary key (trial_id, position)
) strict, without rowid;
create table watch_change (
  day text primary key check (day like '____-__-__'),
  is_new integer not null check (is_new in (0, 1))
) strict, without rowid
"""
