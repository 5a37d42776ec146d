-- What left the house as a file: of which list, how many rows, masked or not. The filter and the reason may name a person, so they are sealed.
create table audit.export (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  list text not null check (list in ('incidents', 'cases')),
  row_count integer not null,
  is_unmasked boolean not null,
  asked_sealed bytea not null,
  by_id uuid not null,
  by_unit char(12) collate "C" not null,
  at timestamptz not null,
  primary key (bureau_code, id)
);
revoke update, delete, truncate on audit.export from daylight_app;
