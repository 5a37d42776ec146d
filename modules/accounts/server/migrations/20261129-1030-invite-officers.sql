alter table accounts.officer
  -- Null for a demo's officers and for those written before there were invitations.
  add column invitation_id uuid,
  add column left_at timestamptz;

-- A code that makes an account, or renews the password of one. Once each, for a few days, and it is kept who gave it to whom.
create table accounts.invitation (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  purpose text not null check (purpose in ('join', 'renew')),
  code_hash bytea not null,
  police_number char(6) collate "C" not null,
  -- Name, position and office phone of who is to join.
  person_sealed bytea,
  unit_code char(12) collate "C" not null references accounts.unit,
  grants jsonb not null default '[]',
  -- Null: the machine itself, by command.
  invited_by uuid references accounts.officer,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  -- Whom it renews, or who joined by it; looked at when the transaction ends, since it is used up before the account is there.
  officer_id uuid references accounts.officer deferrable initially deferred,
  primary key (bureau_code, id),
  unique (bureau_code, code_hash),
  check ((purpose = 'join') = (person_sealed is not null))
);
create index invitation_by_code on accounts.invitation (code_hash);
create index invitation_by_unit on accounts.invitation (bureau_code, unit_code, made_at desc);

-- Who gave or took which role, when. What somebody may do is read from `role_grant`; how it came about, from here.
create table accounts.grant_log (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  officer_id uuid not null references accounts.officer,
  change text not null check (change in ('given', 'taken')),
  role text not null,
  unit_code char(12) collate "C" not null references accounts.unit,
  -- Null: the machine itself, by command.
  by_id uuid references accounts.officer,
  at timestamptz not null,
  primary key (bureau_code, id)
);
create index grant_log_by_officer on accounts.grant_log (bureau_code, officer_id, at desc);
revoke update, delete on accounts.grant_log from daylight_app;
