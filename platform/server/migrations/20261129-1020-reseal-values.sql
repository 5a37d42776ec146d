-- How far each table is with sealing its old values anew; one row a table, kept so that it goes on where it was.
create table platform.reseal (
  table_name text collate "C" primary key,
  -- What a value sealed now begins with: kind and key.
  head bytea not null,
  -- The last key of the table that was looked at; null at the beginning.
  after text[],
  rows_done bigint not null default 0,
  rows_total bigint not null,
  -- Values sealed anew, and those that no key opens.
  sealed_anew bigint not null default 0,
  unreadable bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
