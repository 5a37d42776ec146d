-- A role of one officer, held for a time by another. It counts while both are there, the giver still holds it, and it was not ended.
create table accounts.delegation (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  from_officer uuid not null references accounts.officer,
  to_officer uuid not null references accounts.officer,
  role text collate "C" not null,
  unit_code char(12) collate "C" not null references accounts.unit,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references accounts.officer,
  primary key (bureau_code, id),
  check (from_officer <> to_officer and from_at < until_at)
);
create index delegation_by_receiver on accounts.delegation (to_officer, until_at) where ended_at is null;
create index delegation_by_giver on accounts.delegation (bureau_code, from_officer, made_at desc);
revoke delete on accounts.delegation from daylight_app;
