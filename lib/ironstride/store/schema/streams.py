"""What was recorded on the way, beside the layer that brought it."""

STREAMS = """
create table stream (
  source text not null,
  source_key text not null,
  batch_id integer not null,
  samples integer not null check (samples > 0),
  elapsed_s real not null check (elapsed_s > 0),
  data blob not null,
  heart_seconds text check (heart_seconds is null or json_valid(heart_seconds)),
  primary key (source, source_key, batch_id),
  foreign key (source, source_key, batch_id) references session_source on delete cascade
) strict;
create table stream_best (
  source text not null,
  source_key text not null,
  batch_id integer not null,
  distance_m real not null check (distance_m > 0),
  duration_s real not null check (duration_s > 0),
  primary key (source, source_key, batch_id, distance_m),
  foreign key (source, source_key, batch_id) references stream on delete cascade
) strict, without rowid
"""
