create schema platform;

-- Written by the migrator alone; the working role only reads it.
create table platform.migration (
  name text collate "C" primary key,
  checksum text not null,
  is_breaking boolean not null,
  applied_at timestamptz not null default clock_timestamp()
);
revoke insert, update, delete on platform.migration from daylight_app;

-- One row at most: what this installation is. The demo mark is set once and stays for ever.
create table platform.installation (
  id boolean primary key default true check (id),
  is_demo boolean not null,
  demo_seed text,
  anchor_day date,
  made_at timestamptz not null default clock_timestamp()
);
revoke update, delete on platform.installation from daylight_app;

-- The last position given out in the stream of a subject; its row lock orders the writers of one subject.
create table platform.stream (
  bureau_code char(12) collate "C" not null,
  subject text collate "C" not null,
  last_position bigint not null,
  primary key (bureau_code, subject)
);

create table platform.outbox (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  subject text collate "C" not null,
  position bigint not null,
  name text collate "C" not null,
  facts jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, subject, position)
);
revoke update, delete on platform.outbox from daylight_app;
create index outbox_by_name on platform.outbox (name, bureau_code, subject, position);

create table platform.delivery (
  bureau_code char(12) collate "C" not null,
  event_id uuid not null,
  subscriber text collate "C" not null,
  subject text collate "C" not null,
  position bigint not null,
  run_after timestamptz not null,
  attempts smallint not null default 0,
  done_at timestamptz,
  last_error text,
  primary key (bureau_code, event_id, subscriber)
);
create index delivery_due on platform.delivery (run_after) where done_at is null;
create index delivery_order on platform.delivery (bureau_code, subscriber, subject, position) where done_at is null;
create index delivery_done on platform.delivery (done_at) where done_at is not null;

-- Numbers for people: one row for each unit, kind and period, so that no sequence spans bureaus.
create table platform.counter (
  bureau_code char(12) collate "C" not null,
  unit_code char(12) collate "C" not null,
  kind text collate "C" not null,
  period text collate "C" not null,
  last_value bigint not null,
  primary key (bureau_code, unit_code, kind, period)
);

create table platform.heartbeat (
  worker text collate "C" primary key,
  seen_at timestamptz not null
);
