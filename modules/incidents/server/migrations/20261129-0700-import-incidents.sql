-- A file from another system: checked as a whole, then written in short batches. Its rows are sealed and go when they are written.
create table incidents.import (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  state text collate "C" not null check (state in ('checked', 'running', 'stopped', 'done', 'withdrawn')),
  encoding text not null check (encoding in ('utf-8', 'gb18030')),
  file_bytes integer not null,
  row_count integer not null,
  -- Of these so many were registered, and so many had been before.
  written_count integer not null default 0,
  known_count integer not null default 0,
  -- Tries of the present batch; one that kills its worker is not tried for ever.
  attempts smallint not null default 0,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  uploaded_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (bureau_code, id)
);
revoke delete, truncate on incidents.import from daylight_app;
create index import_by_time on incidents.import (bureau_code, uploaded_at desc, id desc);
create index import_running on incidents.import (bureau_code, started_at) where state = 'running';
create index import_waiting on incidents.import (uploaded_at) where state = 'checked';

create table incidents.import_batch (
  bureau_code char(12) collate "C" not null,
  import_id uuid not null,
  seq integer not null,
  rows_sealed bytea not null,
  primary key (bureau_code, import_id, seq),
  foreign key (bureau_code, import_id) references incidents.import (bureau_code, id)
);
