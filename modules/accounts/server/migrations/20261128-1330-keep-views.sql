-- Filters that an officer keeps under a name; what stands in them stands in addresses too, so it is never personal.
create table accounts.saved_view (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  officer_id uuid not null,
  list text collate "C" not null,
  name text collate "C" not null,
  search text not null,
  saved_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, officer_id, list, name)
);
